/** The portable codec compared with Node's own. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { PORTABLE_CODEC } from '../../../../src/adapters/xlsx/package/codec';

test('checksums and data agree with zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (data) => {
      expect(PORTABLE_CODEC.crc32(data)).toBe(crc32(data));
      expect(Buffer.from(PORTABLE_CODEC.inflate(deflateRawSync(data), data.length)!)).toEqual(Buffer.from(data));
      expect(inflateRawSync(PORTABLE_CODEC.deflate(data))).toEqual(Buffer.from(data));
    }),
  );
});

test('data of another size, or truncated, are refused', () => {
  const data = new Uint8Array(1_000_000).map((_, index) => (index * index) % 251);
  const packed = deflateRawSync(data);
  expect(PORTABLE_CODEC.inflate(packed, data.length - 1)).toBeNull();
  expect(PORTABLE_CODEC.inflate(packed, data.length + 1)).toBeNull();
  expect(PORTABLE_CODEC.inflate(packed.subarray(0, packed.length / 2), data.length)).toBeNull();
  expect(PORTABLE_CODEC.inflate(new Uint8Array([0xff, 0xff, 0xff]), 10)).toBeNull();
});
