/** The real machine: files, outputs, clock, and Node's own inflate, twice as fast as the portable one. */
import * as zlib from 'node:zlib';
import { type Codec, PORTABLE_CODEC } from '../../adapters/xlsx/package/codec';
import { civilDate, type CivilDate } from '../../domain/calendar/civil-date';
import { assert } from '../../domain/result';
import type { CommandIo } from '../command';
import type { FileOutcome } from '../file-outcome';
import { expandPaths } from './expand-paths';
import type { FromThread, TemporaryMessage, ToThread } from './messages';
import type { Hold, HoldNow } from './gate';
import { loadDuckdb } from './lake/duckdb';
import { nodeLake } from './lake/node-lake';
import { exists, type Temporaries, writeFolder, writeNew } from './node-files';
import { writeWhole } from './output';
import { plainBytes, readBytes } from './read-bytes';

const SMALLEST_CHUNK = 64;
const LARGE = 8_000_000;
/** Bytes of a part that is worth giving back; smaller ones share their buffer with others. */
const LARGE_PART = 1_000_000;

/** The codec of Node; the portable one replaces what an older Node lacks. */
export const NODE_CODEC: Codec = {
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
  release({ buffer }) {
    if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < LARGE_PART) return;
    // A closed port drops at once all that is sent to it; a collection may come long after the peak of memory.
    const { port1 } = new MessageChannel();
    port1.close();
    port1.postMessage(null, [buffer]);
  },
  crc32: typeof zlib.crc32 === 'function' ? (data) => zlib.crc32(data) : PORTABLE_CODEC.crc32,
};

/** The ways from a thread to the one that watches over it. */
export interface ThreadLinks {
  tell(message: FromThread): void;
  announce(message: TemporaryMessage): void;
  listen(listener: (message: ToThread) => void): void;
  readonly hold: Hold;
  readonly holdNow: HoldNow;
}

/** The machine as a thread of the command line uses it. */
export function nodeIo({ tell, announce, listen, hold, holdNow }: ThreadLinks): CommandIo {
  const temporaries: Temporaries = {
    add: (path) => announce({ path, exists: true }),
    delete: (path) => announce({ path, exists: false }),
  };
  return {
    read: async (path) => readBytes(path),
    writeNew: (path, bytes, like) => writeNew(path, bytes, like, temporaries),
    writeFolder: (path, files) => writeFolder(path, files, temporaries),
    exists,
    expand: expandPaths,
    async within(seconds, sentence, work) {
      const end = performance.now() + seconds * 1_000;
      tell({ kind: 'begins', seconds, sentence });
      try {
        return await work();
      } finally {
        const isLate = performance.now() > end;
        tell({ kind: 'ends', isLate, sentence });
        if (isLate) await new Promise(() => undefined); // until the watching thread ends this one: nothing is printed
      }
    },
    each: (commands) => inOrder(commands, tell, listen),
    progress(done, total) {
      if (process.stderr.isTTY) writeWhole(2, `\r${done}/${total}${done === total ? '\n' : ''}`);
    },
    out: (text) => writeWhole(1, text),
    error: (text) => writeWhole(2, text),
    today,
    now,
    codec: {
      ...NODE_CODEC,
      inflate: (data, size) => holdNow(() => NODE_CODEC.inflate(data, size)),
      deflate: (data) => holdNow(() => NODE_CODEC.deflate(data)),
    },
    lake: nodeLake(loadDuckdb, temporaries, hold),
  };
}

/** The outcomes of commands that other threads run, in the order of the commands. */
async function* inOrder(
  commands: readonly (readonly string[])[],
  tell: ThreadLinks['tell'],
  listen: ThreadLinks['listen'],
): AsyncGenerator<FileOutcome> {
  const known = new Map<number, FileOutcome>();
  let wake: () => void = () => undefined;
  listen((message) => {
    if (message.kind !== 'outcome') return;
    known.set(message.index, message.outcome);
    wake();
  });
  tell({ kind: 'tasks', tasks: commands.map((argv, index) => ({ index, argv })) });
  for (let index = 0; index < commands.length; index += 1) {
    while (!known.has(index)) await new Promise<void>((resolve) => (wake = resolve));
    const outcome = known.get(index);
    known.delete(index);
    if (outcome) yield outcome;
  }
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
