/**
 * The folder of a lake. What is written of a workbook is prepared aside, then takes its place: a command that is
 * interrupted leaves the workbook as it was, or the next command ends what it began.
 *
 *     LAKE/_enveloppe.json                          marks the folder as a lake
 *     LAKE/_lock                                    a command is writing
 *     LAKE/_workbooks/KEY.json                      the files of a workbook
 *     LAKE/_staging/KEY/                            prepared whole, to be put in place
 *     LAKE/TABLE/convention=…/year=…/KEY.parquet
 *
 * Engines ignore names that begin with `_` or `.`.
 */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExportedWorkbook } from '../../../application/lake/workbook-tables';
import { failure, type Result, success } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { exists, type Temporaries } from '../node-files';
import { readBytes } from '../read-bytes';
import { partitionFolder } from './lake-names';
import type { ParquetWriter } from './parquet-writer';

const MARK = '_enveloppe.json';
const LOCK = '_lock';
const KEPT = '_workbooks';
const STAGING = '_staging';
const MANIFEST = 'manifest.json';
const UNFINISHED = '.tmp';
/** Of the layout and of the tables: a lake of another one is refused. */
const VERSION = 1;
/** Attempts to move into a folder that another thread may remove, being empty. */
const ATTEMPTS = 5;

/** The files of a workbook, from the folder of the lake, by table. */
type Manifest = Readonly<Record<string, string>>;

/** Whether a folder is a lake of this version. */
export async function isLake(path: string): Promise<boolean> {
  const mark = await readJson(join(path, MARK));
  return typeof mark === 'object' && mark !== null && 'lake' in mark && mark.lake === VERSION;
}

/** Makes a lake of a folder that is missing or empty; refuses one that holds anything else. */
export async function makeLake(path: string): Promise<Result<null, Failure>> {
  if (await isLake(path)) return success(null);
  const present = await readdir(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : null));
  if (present === null || present.length > 0) return failure({ code: 'notALake', path });
  try {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, MARK), `${JSON.stringify({ lake: VERSION })}\n`, { flag: 'wx' });
    return success(null);
  } catch {
    return failure({ code: 'fileUnwritable', path });
  }
}

/** Takes the lake for this command; refuses when another holds it. One that died left a lock that is worth nothing. */
export async function lockLake(path: string, temporaries: Temporaries): Promise<Result<() => Promise<void>, Failure>> {
  const lock = join(path, LOCK);
  const holder = await readJson(lock);
  if (holder !== null && isDead(holder)) await rm(lock, { force: true });
  try {
    await writeFile(lock, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' });
  } catch (error) {
    const isHeld = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return failure(isHeld ? { code: 'lakeBusy', path, lock } : { code: 'fileUnwritable', path });
  }
  temporaries.add(lock);
  return success(async () => {
    await rm(lock, { force: true });
    temporaries.delete(lock);
  });
}

function isDead(holder: unknown): boolean {
  const { host, pid } = holder as { readonly host?: unknown; readonly pid?: unknown };
  if (host !== hostname() || typeof pid !== 'number') return false;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Ends what an interrupted command had prepared whole, and removes what it had not. */
export async function recoverLake(path: string): Promise<void> {
  const staging = join(path, STAGING);
  for (const name of await readdir(staging).catch(() => [])) {
    if (name.endsWith(UNFINISHED)) await rm(join(staging, name), { recursive: true, force: true });
    else await putInPlace(path, name);
  }
}

/** Prepares the files of a workbook aside, then puts them in the place of those that it had. */
export async function replaceWorkbook(
  lake: string,
  key: string,
  { partition, tables }: ExportedWorkbook,
  writer: ParquetWriter,
  temporaries: Temporaries,
): Promise<void> {
  const prepared = join(lake, STAGING, key);
  const unfinished = `${prepared}${UNFINISHED}`;
  temporaries.add(unfinished);
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const folder = partitionFolder(partition);
    const manifest: Record<string, string> = {};
    for (const table of tables) {
      const { name } = table.schema;
      if (await writer.write(table, join(unfinished, `${name}.parquet`)))
        manifest[name] = `${name}/${folder}/${key}.parquet`;
    }
    await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(manifest)}\n`);
    await rename(unfinished, prepared);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    temporaries.delete(unfinished);
  }
  await putInPlace(lake, key);
}

/** Can be begun again at any point: the files already moved are no longer there, and the list of the old ones moves last. */
async function putInPlace(lake: string, key: string): Promise<void> {
  const prepared = join(lake, STAGING, key);
  const kept = join(lake, KEPT, `${key}.json`);
  const manifest = await manifestAt(join(prepared, MANIFEST));
  if (manifest !== null) {
    const files = new Set(Object.values(manifest));
    for (const old of Object.values((await manifestAt(kept)) ?? {})) if (!files.has(old)) await removeFile(lake, old);
    for (const [table, file] of Object.entries(manifest))
      await moveTo(join(prepared, `${table}.parquet`), join(lake, file));
    await moveTo(join(prepared, MANIFEST), kept);
  }
  await rm(prepared, { recursive: true, force: true });
}

/** Removes a file, and its folders when they are empty. */
async function removeFile(lake: string, file: string): Promise<void> {
  const path = join(lake, file);
  await rm(path, { force: true });
  for (const folder of [dirname(path), dirname(dirname(path))]) await rmdir(folder).catch(() => undefined);
}

/** Moves a file that may have been moved already. */
async function moveTo(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await mkdir(dirname(to), { recursive: true });
    try {
      return await rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      if (!(await exists(from))) return;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function manifestAt(path: string): Promise<Manifest | null> {
  return (await readJson(path)) as Manifest | null;
}

/** Null when there is no such file, or when it is not JSON. */
async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes.value));
  } catch {
    return null;
  }
}
