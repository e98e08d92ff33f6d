/** Workbooks from files, folders and patterns: a shell of Windows expands none. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { failure, type Result, success } from '../../domain/result';
import type { Failure } from '../../workbook/failure';

/** Files of a folder that hold a workbook; those that cannot be read are listed too, so that each is refused aloud. */
const WORKBOOKS = '**/*.{xlsx,xlsm,xlsb,xls,ods}';
/** Lock files of Excel and LibreOffice, and our own unfinished copies. */
const NOT_WORKBOOKS = ['**/~$*', '**/.~*', '**/.*.tmp'];

/** In the order of the arguments, then of the names; each file once. Refuses a path that leads to nothing. */
export async function expandPaths(paths: readonly string[]): Promise<Result<readonly string[], Failure>> {
  const found = new Map<string, string>(); // `a.xlsx` and `./a.xlsx` are one file
  for (const path of paths) {
    const facts = await stat(path).catch(() => null);
    const files = facts?.isDirectory()
      ? (await matches(WORKBOOKS, path)).map((name) => `${path.replace(/[\\/]$/, '')}/${name}`)
      : facts === null && isDynamicPattern(portable(path))
        ? await matches(portable(path), '.')
        : [path];
    if (files.length === 0) return failure({ code: 'fileMissing', path, isEmpty: true });
    for (const file of files) if (!found.has(resolve(file))) found.set(resolve(file), file);
  }
  return success([...found.values()]);
}

async function matches(pattern: string, folder: string): Promise<string[]> {
  const names = await glob(pattern, { cwd: folder, ignore: NOT_WORKBOOKS, caseSensitiveMatch: false, dot: false });
  return names.sort();
}

/** A pattern typed on Windows separates folders by a backslash, which patterns use otherwise. */
function portable(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
