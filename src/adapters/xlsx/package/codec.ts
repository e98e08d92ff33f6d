/**
 * Deflate, inflate and CRC-32. The portable codec (fflate) runs everywhere; the command line passes Node's own, twice
 * as fast on large sheets. With both, the size is known before inflating, and larger output is refused.
 */
import { deflateSync, Inflate } from 'fflate';

export interface Codec {
  /** Exactly `size` bytes, or null when the data are damaged or give another size. */
  inflate(data: Uint8Array, size: number): Uint8Array | null;
  deflate(data: Uint8Array): Uint8Array;
  crc32(data: Uint8Array): number;
  /** Gives back the memory of what `inflate` returned, which nothing uses any more; absent: the collector does it. */
  release?(content: Uint8Array): void;
}

const SLICE = 256 * 1024; // one slice inflates to at most 1,032 times its size

/** Runs in a browser as in Node. */
export const PORTABLE_CODEC: Codec = {
  inflate: inflateBounded,
  deflate: (data) => deflateSync(data, { level: data.length > 8_000_000 ? 3 : 6 }),
  crc32,
};

function inflateBounded(data: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let written = 0;
  const stream = new Inflate((chunk) => {
    if (written + chunk.length <= size) out.set(chunk, written);
    written += chunk.length;
  });
  try {
    for (let at = 0; at < data.length && written <= size; at += SLICE) {
      stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
    }
  } catch {
    return null; // fflate throws on data that are not deflate; the caller names the part
  }
  return written === size ? out : null;
}

const TABLES = buildTables();

/** CRC-32 of the zip format, eight bytes at a time. */
function crc32(data: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [U32, U32, U32, U32, U32, U32, U32, U32];
  let crc = -1;
  let at = 0;
  for (const end = data.length - 7; at < end; at += 8) {
    const low = crc ^ (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24));
    crc =
      t7[low & 255]! ^
      t6[(low >>> 8) & 255]! ^
      t5[(low >>> 16) & 255]! ^
      t4[low >>> 24]! ^
      t3[data[at + 4]!]! ^
      t2[data[at + 5]!]! ^
      t1[data[at + 6]!]! ^
      t0[data[at + 7]!]!;
  }
  for (; at < data.length; at += 1) crc = (crc >>> 8) ^ t0[(crc ^ data[at]!) & 255]!;
  return ~crc >>> 0;
}

type U32 = Uint32Array;

function buildTables(): readonly U32[] {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  const tables = [first];
  for (let rank = 1; rank < 8; rank += 1) {
    const before = tables[rank - 1]!;
    tables.push(before.map((value) => (value >>> 8) ^ first[value & 255]!));
  }
  return tables;
}
