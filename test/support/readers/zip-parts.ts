/** Looks into a zip without our own reader: contents by fflate, compressed bytes by the central directory. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The text of a part; undefined when the archive has none of that name. */
export function partText(bytes: Uint8Array, path: string): string | undefined {
  const part = unzipSync(bytes, { filter: (file) => file.name === path })[path];
  return part && strFromU8(part);
}

/** Every name of the archive. */
export function partNames(bytes: Uint8Array): string[] {
  return Object.keys(unzipSync(bytes)).sort();
}

/** The compressed bytes of each entry, in hexadecimal. */
export function rawEntries(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found = new Map<string, string>();
  for (let index = 0, at = buffer.readUInt32LE(end + 16); index < buffer.readUInt16LE(end + 10); index += 1) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    found.set(
      buffer.toString('utf8', at + 46, at + 46 + nameLength),
      buffer.toString('hex', start, start + buffer.readUInt32LE(at + 20)),
    );
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return found;
}

/** The archive with each XML part as `change` returns it. */
export function withParts(bytes: Uint8Array, change: (text: string, path: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]): [string, Uint8Array] => [
    path,
    /\.(?:xml|rels)$/.test(path) ? strToU8(change(strFromU8(part), path)) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}
