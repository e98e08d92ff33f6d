/**
 * Reads within bounds, whatever the path leads to: the size of a file, the size of a pipe or a device and the time that
 * it keeps silent.
 */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { failure, type Result, success } from '../../domain/result';
import type { Failure } from '../../workbook/failure';

/** The largest file that is read, in bytes: above any workbook that Excel opens. */
const LARGEST_FILE = 1_200_000_000;
/** The same for a pipe or a device, which may have no end. */
const LARGEST_STREAM = 200_000_000;
const CHUNK = 4_000_000;
/** Seconds that a pipe or a device may keep silent: one that nobody writes to never ends. */
const LONGEST_SILENCE = 15;
/** Milliseconds between two looks at a silent pipe. */
const PAUSE = 20;
/** Opening or reading a pipe without a writer would otherwise hold a thread that nothing can stop. Windows has no such flag. */
const WITHOUT_WAITING = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

export async function readBytes(path: string, silence = LONGEST_SILENCE): Promise<Result<Uint8Array, Failure>> {
  const handle = await open(path, WITHOUT_WAITING).catch(() => null);
  if (handle === null) return failure({ code: 'fileMissing', path });
  try {
    const facts = await handle.stat();
    if (facts.isDirectory()) return failure({ code: 'notAFile', path, silence: null });
    const most = facts.isFile() ? LARGEST_FILE : LARGEST_STREAM;
    if (facts.size > most) return tooLarge(path, most);
    if (facts.isFile() && facts.size > 0) return success(plainBytes(await handle.readFile()));
    return await readStream(handle, path, most, facts.isFile() ? 0 : silence);
  } catch {
    return failure({ code: 'fileMissing', path });
  } finally {
    await handle.close();
  }
}

/** Reads to the end of a file whose size is unknown, or of a pipe that may have no writer yet. */
async function readStream(
  handle: FileHandle,
  path: string,
  most: number,
  silence: number,
): Promise<Result<Uint8Array, Failure>> {
  const chunks: Buffer[] = [];
  let size = 0;
  let last = performance.now();
  for (;;) {
    const chunk = await chunkOf(handle);
    if (chunk !== null && chunk.length > 0) {
      chunks.push(chunk);
      size += chunk.length;
      last = performance.now();
      if (size > most) return tooLarge(path, most);
      continue;
    }
    if (chunk !== null && (size > 0 || silence === 0)) return success(plainBytes(Buffer.concat(chunks)));
    if (performance.now() - last > silence * 1_000) return failure({ code: 'notAFile', path, silence });
    await wait(PAUSE);
  }
}

/** Empty at the end, which is also the state of a pipe without a writer; null while a writer has nothing to give. */
async function chunkOf(handle: FileHandle): Promise<Buffer | null> {
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}

function tooLarge(path: string, most: number): Result<Uint8Array, Failure> {
  return failure({ code: 'tooLarge', what: path, limit: `${most / 1_000_000} Mo` });
}

/** The same bytes as a plain array: reading a sheet makes hundreds of thousands of views, which are slow on a Buffer. */
export function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
