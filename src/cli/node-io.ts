/** The real machine: files, outputs, clock, and Node's own inflate, twice as fast as the portable one. */
import { access, mkdir, open, readdir, readFile, rm, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { type Codec, PORTABLE_CODEC } from '../adapters/xlsx/package/codec';
import { civilDate, type CivilDate } from '../domain/calendar/civil-date';
import { assert, failure, type Result, success } from '../domain/result';
import type { Failure } from '../workbook/failure';
import type { CommandIo } from './command';

const SMALLEST_CHUNK = 64;
const LARGE = 8_000_000;

/** The codec of Node; the portable one replaces what an older Node lacks. */
const NODE_CODEC: Codec = {
  inflate(data, size) {
    try {
      // One chunk of the stated size: nothing is copied, and inflating stops at one byte more.
      const content = zlib.inflateRawSync(data, {
        chunkSize: Math.max(size + 1, SMALLEST_CHUNK),
        maxOutputLength: Math.max(size + 1, SMALLEST_CHUNK),
      });
      return content.length === size ? plainBytes(content) : null;
    } catch {
      return null; // damaged, or longer than stated; the caller names the part
    }
  },
  deflate: (data) => zlib.deflateRawSync(data, { level: data.length > LARGE ? 4 : 6 }),
  crc32: typeof zlib.crc32 === 'function' ? (data) => zlib.crc32(data) : PORTABLE_CODEC.crc32,
};

export const NODE_IO: CommandIo = {
  read: readBytes,
  writeNew,
  writeFolder,
  exists: async (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  today,
  now,
  codec: NODE_CODEC,
};

/** The same bytes as a plain array: reading a sheet makes hundreds of thousands of views, which are slow on a Buffer. */
function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

async function readBytes(path: string): Promise<Result<Uint8Array, Failure>> {
  try {
    return success(plainBytes(await readFile(path)));
  } catch {
    return failure({ code: 'fileMissing', path }); // missing, a folder, or not readable
  }
}

async function writeNew(path: string, bytes: Uint8Array): Promise<Result<null, Failure>> {
  const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (typeof handle === 'string') return failure({ code: handle === 'EEXIST' ? 'fileExists' : 'fileUnwritable', path });
  try {
    await handle.writeFile(bytes);
    return success(null);
  } catch {
    await unlink(path); // no half-written workbook
    return failure({ code: 'fileUnwritable', path });
  } finally {
    await handle.close();
  }
}

async function writeFolder(
  path: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<Result<null, Failure>> {
  const made = await mkdir(path).catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (made === 'EEXIST' && !(await isEmptyFolder(path))) return failure({ code: 'fileExists', path });
  if (typeof made === 'string' && made !== 'EEXIST') return failure({ code: 'fileUnwritable', path });
  for (const [index, [name, bytes]] of files.entries()) {
    const written = await writeNew(join(path, name), bytes);
    if (written.ok) continue;
    for (const [earlier] of files.slice(0, index)) await rm(join(path, earlier));
    if (made === undefined) await rmdir(path); // no half-written data set
    return written;
  }
  return success(null);
}

async function isEmptyFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    (names) => names.length === 0,
    () => false,
  );
}

/** The instant, in universal time. */
function now(): string {
  return new Date().toISOString();
}

/** Today in local time. No other file of the command line reads the clock. */
function today(): CivilDate {
  const now = new Date();
  const date = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  assert(date !== null, 'the clock gives a date');
  return date;
}
