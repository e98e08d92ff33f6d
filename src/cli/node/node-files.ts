/**
 * Files that the real machine writes. Each gets its name once it is whole and on the disk, and never replaces a file.
 */
import { access, link, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, type Result, success } from '../../domain/result';
import type { Failure } from '../../workbook/failure';

/** Temporary files and folders that exist now: removed when the command is interrupted. */
export interface Temporaries {
  add(path: string): void;
  delete(path: string): void;
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Writes a new file, with the permissions of `like` when it is given. */
export async function writeNew(
  path: string,
  bytes: Uint8Array,
  like: string | null,
  temporaries: Temporaries,
): Promise<Result<null, Failure>> {
  return inTwoSteps(path, temporaries, async (temporary) => {
    if (await exists(path)) return 'fileExists';
    const mode =
      like === null
        ? null
        : await stat(like).then(
            (facts) => facts.mode & 0o777,
            () => null,
          );
    await writeSynced(temporary, bytes, mode);
    return (await giveName(temporary, path)) ? null : 'fileExists';
  });
}

/** Makes a folder with these files; one that exists must be empty. */
export async function writeFolder(
  path: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  temporaries: Temporaries,
): Promise<Result<null, Failure>> {
  return inTwoSteps(path, temporaries, async (temporary) => {
    const present = await readdir(path).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? null : [''],
    );
    if (present !== null && present.length > 0) return 'fileExists';
    await mkdir(temporary);
    for (const [name, bytes] of files) await writeSynced(join(temporary, name), bytes, null);
    if (present !== null) await rmdir(path);
    await rename(temporary, path);
    return null;
  });
}

/** Writes under a temporary name in the same folder; nothing is left of it when the work fails. */
async function inTwoSteps(
  path: string,
  temporaries: Temporaries,
  work: (temporary: string) => Promise<'fileExists' | null>,
): Promise<Result<null, Failure>> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  temporaries.add(temporary);
  try {
    const refusal = await work(temporary);
    return refusal === null ? success(null) : failure({ code: refusal, path });
  } catch {
    return failure({ code: 'fileUnwritable', path });
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => null); // a name too long was never made
    temporaries.delete(temporary);
  }
}

async function writeSynced(path: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    if (mode !== null) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file its name, unless the name is taken: a link never replaces; a disk without links renames. */
async function giveName(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await exists(path))) return false;
    await rename(temporary, path);
    return true;
  }
}
