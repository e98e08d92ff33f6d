/** The lakes of the real machine: folders of Parquet files, written and read by DuckDB. */
import { resolve } from 'node:path';
import { failure, type Result, success } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import type { LakePort, OpenLake } from '../../lake/lake-port';
import type { Hold } from '../gate';
import type { Temporaries } from '../node-files';
import { duckdbFrom, type DuckdbLoader } from './duckdb';
import { isLake, lockLake, makeLake, recoverLake, replaceWorkbook } from './lake-folder';
import { workbookName } from './lake-names';
import { answerOf } from './lake-query';
import { ParquetWriter } from './parquet-writer';

/** DuckDB reads these in a path as a pattern, and has no way to write them. */
const PATTERN = /[*?[]/;

/** Full disk, no right, folder gone: an error of Node has a code, DuckDB's begins with its kind. */
function isOfDisk(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).code === 'string' || /^IO Error/.test((error as Error).message);
}

/** The lakes of this machine, by the DuckDB that the loader gives; `hold` keeps its thread alive while it works. */
export function nodeLake(load: DuckdbLoader, temporaries: Temporaries, hold: Hold = async (work) => work()): LakePort {
  /** Started once for all the workbooks of a thread. */
  let started: ParquetWriter | null = null;
  const opened = async (path: string): Promise<Result<OpenLake, Failure>> => {
    const duckdb = await duckdbFrom(load);
    if (!duckdb.ok) return duckdb;
    const writer = (started ??= await hold(async () => ParquetWriter.start(duckdb.value)));
    return success({
      nameOf: (file) => workbookName(path, file),
      async replace({ key }, exported) {
        try {
          await hold(async () => replaceWorkbook(resolve(path), key, exported, writer, temporaries));
          return success(null);
        } catch (error) {
          if (!isOfDisk(error)) throw error; // a bug of ours
          return failure({ code: 'fileUnwritable', path });
        }
      },
      close: () => {
        started = null;
        return Promise.resolve(writer.close());
      },
    });
  };
  return {
    async begin(path) {
      if (PATTERN.test(resolve(path))) return failure({ code: 'lakeName', path });
      const lake = await opened(path);
      if (!lake.ok) return lake;
      const made = await makeLake(path);
      const lock = made.ok ? await lockLake(path, temporaries) : made;
      if (!lock.ok) {
        await lake.value.close();
        return lock;
      }
      const close = async (): Promise<void> => {
        await lake.value.close();
        await lock.value();
      };
      try {
        await recoverLake(path);
      } catch {
        await close();
        return failure({ code: 'fileUnwritable', path });
      }
      return success({ ...lake.value, close });
    },
    join: opened,
    find,
    async query(path, sql) {
      const found = await find(path);
      if (!found.ok) return found;
      const duckdb = await duckdbFrom(load);
      return duckdb.ok ? hold(async () => answerOf(duckdb.value, path, sql)) : duckdb;
    },
  };
}

async function find(path: string): Promise<Result<null, Failure>> {
  if (PATTERN.test(resolve(path))) return failure({ code: 'lakeName', path });
  return (await isLake(path)) ? success(null) : failure({ code: 'notALake', path });
}
