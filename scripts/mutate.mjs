// `npm run mutate`: measures the tests. Draws mutants (small changes) of `src/domain` and `src/workbook`, runs the tests of
// their room on each, and prints the score of every room and the mutants that no test noticed.
//   --room WORD    only files whose path begins with it (domain/reconciliation, domain/text)
//   --count N      mutants drawn in each room (default 100; `all` for all of them); --share P: a percentage of them instead
//   --seed N       the draw; the same seed draws the same mutants
//   --mutant ID    only that one, as printed (domain/money/rate.ts#3)
//   --workers N    processes (default 2)
// The mutants are those of StrykerJS. Its runner draws no sample and starts jest for each; ours first notes which tests run
// which mutants, then runs those alone, in processes that stay (`mutate-worker.mjs`).
import { fork } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from './install.mjs';

const WORKER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'mutate-worker.mjs');
const MUTATED = ['domain', 'workbook'];
/** `noUncheckedIndexedAccess` asks for many `?.` on elements that always exist: removing one changes nothing. */
const EXCLUDED = ['OptionalChaining'];
const DEFAULT_SEED = 2023;
/** Processor time that a mutant may take, at least; and how many times that of the tests without it. */
const LEAST_CPU_MS = 5_000;
const TIMES_SLOWER = 5;

async function main() {
  const { values } = parseArgs({
    options: {
      room: { type: 'string', default: '' },
      count: { type: 'string', default: '100' },
      share: { type: 'string' },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
      mutant: { type: 'string' },
      workers: { type: 'string', default: '2' },
    },
  });
  const { files, mutants } = await listMutants(values.mutant?.split('#')[0] ?? values.room);
  const drawn = values.mutant ? mutants.filter(({ id }) => id === values.mutant) : draw(mutants, values);
  if (drawn.length === 0) throw new Error('no such mutant, or no such room');
  const drawnFiles = [...new Set(drawn.map(({ file }) => file))];
  const texts = drawnFiles.map((file) => [path.join(ROOT, 'src', file), files.get(file)]);
  const ids = drawn.map(({ switchId }) => switchId);
  const workers = Array.from({ length: Number(values.workers) }, () => new Worker(texts, ids));
  try {
    report(mutants, await judgeAll(workers, drawn));
  } finally {
    for (const worker of workers) worker.stop();
  }
}

/** The mutants of the files below a room, numbered in each file, and each file with its mutants behind switches. */
async function listMutants(room) {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false, warn: console.warn };
  const sources = MUTATED.flatMap((folder) =>
    fs.readdirSync(path.join(ROOT, 'src', folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
    .filter((name) => name.endsWith('.ts') && name.startsWith(room))
    .sort();
  const { files, mutants } = await new Instrumenter(quiet).instrument(
    sources.map((name) => ({ name, mutate: true, content: fs.readFileSync(path.join(ROOT, 'src', name), 'utf8') })),
    { plugins: null, excludedMutations: EXCLUDED, ignorers: [], noHeader: false, mutator: {} },
  );
  const counts = new Map();
  return {
    files: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants.flatMap(({ id, fileName, location, replacement, mutatorName, status }) => {
      const number = counts.get(fileName) ?? 0;
      counts.set(fileName, number + 1);
      if (status === 'Ignored') return []; // by EXCLUDED
      return {
        id: `${fileName}#${number}`,
        switchId: id,
        file: fileName,
        room: roomOf(fileName),
        place: `src/${fileName}:${location.start.line + 1}:${location.start.column + 1}`,
        was: textAt(path.join(ROOT, 'src', fileName), location),
        replacement,
        mutatorName,
      };
    }),
  };
}

/** The folder of a file; below `domain/controls`, its inner room. */
function roomOf(file) {
  const folders = path.posix.dirname(file).split('/');
  return folders.slice(0, folders[1] === 'controls' ? 3 : 2).join('/');
}

function textAt(file, { start, end }) {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

function draw(mutants, { count, share, seed }) {
  return [...groupedByRoom(mutants)].flatMap(([name, all]) => {
    const wanted =
      count === 'all'
        ? all.length
        : share === undefined
          ? Number(count)
          : Math.ceil((all.length * Number(share)) / 100);
    return shuffled(all, Number(seed), name).slice(0, wanted);
  });
}

/** A shuffle that depends on the seed and on the room alone. */
function shuffled(items, seed, name) {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), seed) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Runs the tests of each room once without a mutant, then on each mutant those that meet it. */
async function judgeAll(workers, drawn) {
  const coverages = new Map();
  for (const tests of new Set(drawn.map(({ room }) => testsOf(room)))) {
    coverages.set(tests, await shareOut(workers, testFiles(tests), cover));
  }
  let done = 0;
  return shareOut(workers, drawn, async (worker, mutant) => {
    const runs = runsOf(mutant, coverages.get(testsOf(mutant.room)));
    const cpuMs = Math.max(LEAST_CPU_MS, TIMES_SLOWER * runs.reduce((sum, run) => sum + run.cpuMs, 0));
    const result =
      runs.length === 0
        ? { isKilled: false, isNotRun: true }
        : await worker.ask({ kind: 'judge', switchId: mutant.switchId, runs, cpuMs });
    const outcome = result.isLate ? 'late' : result.isKilled ? 'killed' : result.isNotRun ? 'NOT RUN' : 'SURVIVED';
    process.stderr.write(`${(done += 1)}/${drawn.length} ${outcome} ${mutant.id}\n`);
    return { ...mutant, ...result };
  });
}

/** Hands the items to the workers, each the next one when it is free; the results are in the order of the items. */
async function shareOut(workers, items, handle) {
  const results = [];
  let next = 0;
  const work = async (worker) => {
    while (next < items.length) {
      const at = next;
      next += 1;
      results[at] = await handle(worker, items[at]);
    }
  };
  await Promise.all(workers.map(work));
  return results;
}

async function cover(worker, file) {
  const covered = await worker.ask({ kind: 'cover', file });
  if (covered.isKilled) throw new Error(`the process that ran ${file} ended: not enough memory?`);
  if (covered.error) throw new Error(`${file} fails without any mutant: ${covered.error}`);
  return covered;
}

/** The test files that run a mutant, the quickest first: which of their tests, and how often they run it. */
function runsOf({ switchId, file }, coverages) {
  const subject = path.basename(file, '.ts');
  return coverages
    .map(({ file: test, counts, times, cpuMs }) => {
      const inTests = Object.entries(counts.perTest).filter(([, hits]) => hits[switchId] > 0);
      const isStatic = counts.static[switchId] > 0;
      const hits = inTests.reduce((sum, [, one]) => sum + one[switchId], counts.static[switchId] ?? 0);
      const wanted = isStatic ? null : inTests.map(([name]) => Number(name) - 1);
      const own = (wanted ?? [...times.keys()]).reduce((sum, at) => sum + times[at], 0);
      return { file: test, wanted, hits, cpuMs, rank: path.basename(test).startsWith(subject) ? 0 : own };
    })
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => one.rank - other.rank);
}

/** The folder of the tests that judge a room: the mirrored one, with the folders below it when the room has them. */
function testsOf(room) {
  return room.split('/').slice(0, 2).join('/');
}

function testFiles(folder) {
  const isRoot = !folder.includes('/');
  return fs
    .readdirSync(path.join(ROOT, 'test', folder), { recursive: !isRoot })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${folder}/${name}`)
    .sort();
}

/** A process that runs tests again and again, and another after a mutant that never ends. */
class Worker {
  constructor(texts, drawn) {
    this.texts = texts;
    this.drawn = drawn;
  }

  ask(request) {
    if (!this.child) {
      this.child = fork(WORKER, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      this.child.send({ kind: 'files', files: this.texts, drawn: this.drawn });
    }
    const { child } = this;
    return new Promise((resolve) => {
      const end = (result) => {
        child.removeAllListeners();
        resolve(result);
      };
      child.once('message', end);
      child.once('exit', (_code, signal) => {
        this.child = undefined;
        end({ isKilled: true, isLate: signal === 'SIGKILL' });
      });
      child.send(request);
    });
  }

  stop() {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

function report(mutants, results) {
  const short = (text) => (text.length > 160 ? `${text.slice(0, 160)}…` : text).replace(/\s+/g, ' ');
  for (const { id, place, was, replacement, mutatorName, isNotRun } of results.filter(({ isKilled }) => !isKilled)) {
    process.stdout.write(`${place} ${mutatorName}${isNotRun ? ', which no test runs' : ''}\n`);
    process.stdout.write(`  - ${short(was)}\n  + ${short(replacement)}\n  npm run mutate -- --mutant ${id}\n`);
  }
  for (const [room, all] of groupedByRoom(results)) {
    const killed = all.filter((one) => one.isKilled).length;
    const late = all.filter((one) => one.isLate).length;
    const ofRoom = mutants.filter((one) => one.room === room).length;
    const score = ((100 * killed) / all.length).toFixed(1);
    process.stdout.write(
      `${room.padEnd(28)} ${score.padStart(5)} %  ${killed} of ${all.length} drawn from ${ofRoom}${late > 0 ? `; ${late} never ended` : ''}\n`,
    );
  }
}

function groupedByRoom(mutants) {
  const rooms = new Map();
  for (const mutant of mutants) rooms.set(mutant.room, [...(rooms.get(mutant.room) ?? []), mutant]);
  return rooms;
}

await main();
