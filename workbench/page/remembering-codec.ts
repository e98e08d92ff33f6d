/** Three readers go through the same file when it is opened: each of its parts is inflated and checked once. */
import type { Codec } from '../../src/adapters/xlsx/package/codec';

/** For the parts of one file, whose bytes stay as they are. */
export function rememberingCodec(codec: Codec): Codec {
  const inflated = new Map<string, Uint8Array | null>();
  const checksums = new WeakMap<Uint8Array, number>();
  return {
    ...codec,
    inflate(data, size) {
      const key = `${data.byteOffset} ${data.length} ${size}`;
      const known = inflated.get(key);
      if (known !== undefined) return known;
      const content = codec.inflate(data, size);
      inflated.set(key, content);
      return content;
    },
    crc32(data) {
      const checksum = checksums.get(data) ?? codec.crc32(data);
      checksums.set(data, checksum);
      return checksum;
    },
  };
}
