/**
 * Reads zip archives within bounds and writes them without loss. An entry is inflated only when its content is
 * requested; an unchanged entry is copied with its compressed bytes.
 */
import type { Codec } from './codec';
import { damaged, refuse } from './refusal';
import { recogniseForeign, startsLikeZip } from './recognise';

export interface ZipEntry {
  /** The name as stored, with forward slashes. */
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of its compressed bytes in the archive. */
  readonly dataStart: number;
}

/** Limits on what one archive may make us hold: far above any honest workbook. */
export const ZIP_LIMITS = {
  entries: 10_000,
  partBytes: 600_000_000,
  totalBytes: 1_200_000_000,
  ratio: 400,
  ratioFrom: 32_000_000,
};

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX32 = 0xffffffff;
const UTF8_FLAG = 0x0800;
const ENCRYPTED_FLAG = 0x0001;
// UTF-8 name, and the compression level of deflate; sizes are in the header, so no descriptor
const KEPT_FLAGS = UTF8_FLAG | 0x0006;
const MIDNIGHT_1980 = 0x00210000; // as Excel does: a copy does not depend on the clock
const DEFLATED = 8;
const STORED = 0;
const utf8 = new TextEncoder();

/** The archive of a file. */
export class ZipArchive {
  private readonly view: DataView;
  private readonly byName = new Map<string, ZipEntry>();
  private inflated = 0;
  readonly entries: readonly ZipEntry[];

  /** Reads the central directory; refuses a file that is not a zip, is truncated or exceeds the limits. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly codec: Codec,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!startsLikeZip(bytes)) refuseForeign(bytes);
    this.entries = this.readDirectory();
    for (const entry of this.entries) {
      if (this.byName.has(entry.name)) damaged(entry.name);
      this.byName.set(entry.name, entry);
    }
  }

  find(name: string): ZipEntry | undefined {
    return this.byName.get(name);
  }

  /** The content of an entry, checked against its size and checksum. */
  contentOf(entry: ZipEntry): Uint8Array {
    if ((entry.flags & ENCRYPTED_FLAG) !== 0) refuse({ code: 'encrypted' });
    this.checkBounds(entry);
    const data = this.rawOf(entry);
    const content =
      entry.method === STORED ? data : entry.method === DEFLATED ? this.codec.inflate(data, entry.size) : null;
    if (!content || content.length !== entry.size || this.codec.crc32(content) !== entry.crc)
      return damaged(entry.name);
    return content;
  }

  /** Gives back the memory of the content of an entry, unless it is the archive's own. */
  release(entry: ZipEntry, content: Uint8Array): void {
    if (entry.method === DEFLATED) this.codec.release?.(content);
  }

  /** The archive with parts replaced, added (a new name) or removed (null). */
  rewrite(changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
    const parts = this.entries
      .filter((entry) => changes.get(entry.name) !== null)
      .map((entry) => this.keptOrReplaced(entry, changes));
    for (const [name, content] of changes) {
      if (content && !this.byName.has(name)) parts.push(packed(utf8.encode(name), UTF8_FLAG, content, this.codec));
    }
    return assemble(parts);
  }

  private keptOrReplaced(entry: ZipEntry, changes: ReadonlyMap<string, Uint8Array | null>): Packed {
    const content = changes.get(entry.name);
    if (content) return packed(entry.rawName, entry.flags & UTF8_FLAG, content, this.codec);
    return { ...entry, flags: entry.flags & (KEPT_FLAGS | ENCRYPTED_FLAG), data: this.rawOf(entry) };
  }

  private rawOf(entry: ZipEntry): Uint8Array {
    return this.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  }

  private checkBounds(entry: ZipEntry): void {
    this.inflated += entry.size;
    const swollen = entry.size > ZIP_LIMITS.ratioFrom && entry.size > ZIP_LIMITS.ratio * entry.compressedSize;
    if (swollen || entry.size > ZIP_LIMITS.partBytes || this.inflated > ZIP_LIMITS.totalBytes) {
      refuse({ code: 'tooLarge', what: entry.name, limit: `${ZIP_LIMITS.partBytes / 1_000_000} Mo` });
    }
  }

  private readDirectory(): ZipEntry[] {
    const end = this.findEnd();
    const wide = this.readEnd64(end);
    const count = wide ? wide.count : this.view.getUint16(end + 10, true);
    const size = wide ? wide.size : this.view.getUint32(end + 12, true);
    const stated = wide ? wide.offset : this.view.getUint32(end + 16, true);
    if (count > ZIP_LIMITS.entries) refuse({ code: 'tooLarge', what: 'ZIP', limit: String(ZIP_LIMITS.entries) });
    const start = (wide ? wide.at : end) - size; // ends where the end record starts, whatever precedes the archive
    const shift = start - stated;
    if (start < 0 || shift < 0) damaged('ZIP');
    const entries: ZipEntry[] = [];
    for (let index = 0, at = start; index < count; index += 1) {
      if (at + CENTRAL_SIZE > end || this.view.getUint32(at, true) !== CENTRAL) damaged('ZIP');
      const nameLength = this.view.getUint16(at + 28, true);
      const next =
        at + CENTRAL_SIZE + nameLength + this.view.getUint16(at + 30, true) + this.view.getUint16(at + 32, true);
      if (next > end) damaged('ZIP');
      const entry = this.readEntry(at, nameLength, shift);
      if (!entry.name.endsWith('/')) entries.push(entry);
      at = next;
    }
    return entries;
  }

  private findEnd(): number {
    const last = this.bytes.length - END_SIZE;
    for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
      if (
        this.view.getUint32(at, true) === END &&
        at + END_SIZE + this.view.getUint16(at + 20, true) <= this.bytes.length
      )
        return at;
    }
    return refuse(recogniseForeign(this.bytes));
  }

  /** The zip64 end record, when there is a locator for it. */
  private readEnd64(end: number): { at: number; count: number; size: number; offset: number } | null {
    const locator = end - 20;
    if (locator < 0 || this.view.getUint32(locator, true) !== END64_LOCATOR) return null;
    const at = Number(this.view.getBigUint64(locator + 8, true));
    if (at + 56 > this.bytes.length || this.view.getUint32(at, true) !== END64) return damaged('ZIP');
    const number = (offset: number): number => Number(this.view.getBigUint64(at + offset, true));
    return { at, count: number(32), size: number(40), offset: number(48) };
  }

  private readEntry(at: number, nameLength: number, shift: number): ZipEntry {
    const { view, bytes } = this;
    const rawName = bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
    const name = new TextDecoder().decode(rawName).replaceAll('\\', '/');
    const wide = this.readWideSizes(at, nameLength);
    const local = wide.offset + shift;
    if (local < 0 || local + LOCAL_SIZE > bytes.length || view.getUint32(local, true) !== LOCAL) damaged(name);
    const dataStart = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (dataStart + wide.compressedSize > bytes.length) damaged(name);
    return {
      name,
      rawName,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: wide.compressedSize,
      size: wide.size,
      dataStart,
    };
  }

  /** Sizes and offset of a central entry; those at their 32-bit maximum are in the zip64 extra field, in this order. */
  private readWideSizes(at: number, nameLength: number): { size: number; compressedSize: number; offset: number } {
    const { view } = this;
    const found = {
      size: view.getUint32(at + 24, true),
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    let extra = at + CENTRAL_SIZE + nameLength;
    const extraEnd = extra + view.getUint16(at + 30, true);
    for (; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true)) {
      if (view.getUint16(extra, true) !== 1) continue;
      let value = extra + 4;
      for (const key of ['size', 'compressedSize', 'offset'] as const) {
        if (found[key] !== MAX32 || value + 8 > extraEnd) continue;
        found[key] = Number(view.getBigUint64(value, true));
        value += 8;
      }
    }
    return found;
  }
}

/**
 * Refuses a known kind of file by its name; an unknown one may still contain an archive at its end (a self-extracting
 * one).
 */
function refuseForeign(bytes: Uint8Array): void {
  const foreign = recogniseForeign(bytes);
  if (foreign.code !== 'notAWorkbook' || foreign.looksLike !== 'unknown') refuse(foreign);
}

/** An archive of our own parts, in this order. */
export function buildZip(parts: Iterable<readonly [string, Uint8Array]>, codec: Codec): Uint8Array {
  return assemble([...parts].map(([name, content]) => packed(utf8.encode(name), UTF8_FLAG, content, codec)));
}

interface Packed {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

function packed(rawName: Uint8Array, flags: number, content: Uint8Array, codec: Codec): Packed {
  const data = codec.deflate(content);
  return {
    rawName,
    flags,
    method: DEFLATED,
    time: MIDNIGHT_1980,
    crc: codec.crc32(content),
    size: content.length,
    data,
  };
}

function assemble(parts: readonly Packed[]): Uint8Array {
  const sum = (cost: (part: Packed) => number): number => parts.reduce((total, part) => total + cost(part), 0);
  const directory = sum((part) => LOCAL_SIZE + part.rawName.length + part.data.length);
  const directorySize = sum((part) => CENTRAL_SIZE + part.rawName.length);
  if (directory + directorySize > MAX32 || parts.length > 0xffff)
    refuse({ code: 'tooLarge', what: 'ZIP', limit: '4 Go' });
  const out = new Uint8Array(directory + directorySize + END_SIZE);
  const view = new DataView(out.buffer);
  let at = 0;
  let central = directory;
  for (const part of parts) {
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 4, 20, true);
    writeCommon(view, central + 6, part);
    view.setUint32(central + 42, at, true);
    out.set(part.rawName, central + CENTRAL_SIZE);
    central += CENTRAL_SIZE + part.rawName.length;
    view.setUint32(at, LOCAL, true);
    writeCommon(view, at + 4, part);
    out.set(part.rawName, at + LOCAL_SIZE);
    out.set(part.data, at + LOCAL_SIZE + part.rawName.length);
    at += LOCAL_SIZE + part.rawName.length + part.data.length;
  }
  view.setUint32(central, END, true);
  view.setUint16(central + 8, parts.length, true);
  view.setUint16(central + 10, parts.length, true);
  view.setUint32(central + 12, directorySize, true);
  view.setUint32(central + 16, directory, true);
  return out;
}

/** The 26 bytes that a local header and a central one share. */
function writeCommon(view: DataView, at: number, part: Packed): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, part.flags, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, part.time, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, part.rawName.length, true);
}
