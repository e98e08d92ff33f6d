/** A machine for the command line, in memory: files, outputs and a day, without a disk and without a clock. */
import { PORTABLE_CODEC } from '../../src/adapters/xlsx/package/codec';
import type { CommandIo } from '../../src/cli/command';
import { outcomeOf } from '../../src/cli/in-thread';
import type { LakePort } from '../../src/cli/lake/lake-port';
import { run } from '../../src/cli/run';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { failure, success } from '../../src/domain/result';

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** The files as they are after the command. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Machine {
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  readonly today?: string;
  /** Paths where nothing can be written. */
  readonly unwritable?: readonly string[];
  /** Its consolidations; without them, a machine where DuckDB is not installed. */
  readonly lake?: LakePort;
}

const NO_ENGINE = { code: 'engineMissing', engine: 'DuckDB', install: 'npm install @duckdb/node-api' } as const;
const NO_LAKE: LakePort = {
  begin: () => Promise.resolve(failure(NO_ENGINE)),
  join: () => Promise.resolve(failure(NO_ENGINE)),
  find: (path) => Promise.resolve(failure({ code: 'notALake', path })),
  query: () => Promise.resolve(failure(NO_ENGINE)),
};

/** Runs a command line, its words separated by spaces (or given apart) on that machine. */
export async function runOn(machine: Machine, command: string | readonly string[]): Promise<CommandResult> {
  const utf8 = new TextEncoder();
  const files = new Map(
    Object.entries(machine.files).map(([path, file]) => [path, typeof file === 'string' ? utf8.encode(file) : file]),
  );
  const said = { out: '', error: '' };
  const io: CommandIo = {
    read: async (path) => {
      const bytes = files.get(path);
      return bytes ? success(bytes) : failure({ code: 'fileMissing', path });
    },
    writeNew: async (path, bytes) => {
      if (files.has(path)) return failure({ code: 'fileExists', path });
      if (machine.unwritable?.includes(path)) return failure({ code: 'fileUnwritable', path });
      files.set(path, bytes);
      return success(null);
    },
    writeFolder: async (folder, written) => {
      if ([...files.keys()].some((path) => path.startsWith(`${folder}/`)))
        return failure({ code: 'fileExists', path: folder });
      if (machine.unwritable?.includes(folder)) return failure({ code: 'fileUnwritable', path: folder });
      for (const [name, bytes] of written) files.set(`${folder}/${name}`, bytes);
      return success(null);
    },
    exists: async (path) => files.has(path),
    expand: async (paths) =>
      success(
        paths.flatMap((path) =>
          path.endsWith('/') ? [...files.keys()].filter((one) => one.startsWith(path)) : [path],
        ),
      ),
    within: async (_seconds, _sentence, work) => work(),
    async *each(commands) {
      for (const words of commands) yield outcomeOf(words, io);
    },
    progress: () => undefined,
    out: (text) => void (said.out += text),
    error: (text) => void (said.error += text),
    now: () => '2024-01-15T09:30:00.000Z',
    today: () => isoDate(machine.today ?? '2023-12-31'),
    codec: PORTABLE_CODEC,
    lake: machine.lake ?? NO_LAKE,
  };
  const code = await run(typeof command === 'string' ? command.split(' ') : command, io);
  return { code, ...said, files };
}
