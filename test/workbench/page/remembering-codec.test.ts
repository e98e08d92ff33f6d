/** Each part of a file is inflated and checked once, and what is damaged stays refused. */
import { PORTABLE_CODEC, type Codec } from '../../../src/adapters/xlsx/package/codec';
import { rememberingCodec } from '../../../workbench/page/remembering-codec';

const CONTENT = new TextEncoder().encode('Suivi des crédits délégués '.repeat(40));
const FILE = PORTABLE_CODEC.deflate(CONTENT);

function counted(): { codec: Codec; calls: string[] } {
  const calls: string[] = [];
  const codec: Codec = {
    ...PORTABLE_CODEC,
    inflate(data, size) {
      calls.push('inflate');
      return PORTABLE_CODEC.inflate(data, size);
    },
    crc32(data) {
      calls.push('crc32');
      return PORTABLE_CODEC.crc32(data);
    },
  };
  return { codec: rememberingCodec(codec), calls };
}

test('a part read twice is inflated and checked once', () => {
  const { codec, calls } = counted();
  const [first, second] = [0, 1].map(() => codec.inflate(FILE.subarray(0), CONTENT.length));
  expect(first).toEqual(CONTENT);
  expect(second).toBe(first);
  expect([codec.crc32(CONTENT), codec.crc32(CONTENT)]).toEqual([
    PORTABLE_CODEC.crc32(CONTENT),
    PORTABLE_CODEC.crc32(CONTENT),
  ]);
  expect(calls).toEqual(['inflate', 'crc32']);
});

test('another size, or damaged data, is refused each time', () => {
  const { codec } = counted();
  expect(codec.inflate(FILE, CONTENT.length)).toEqual(CONTENT);
  expect(codec.inflate(FILE, CONTENT.length - 1)).toBeNull();
  expect(codec.inflate(FILE, CONTENT.length - 1)).toBeNull();
  expect(codec.inflate(FILE.subarray(3), CONTENT.length)).toBeNull();
});
