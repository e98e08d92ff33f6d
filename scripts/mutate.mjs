// `npm run mutate`: measures the tests. Draws mutants (small changes) of `src/domain` and `src/workbook`, runs the tests of
// their room on each, and prints the score of every room and the mutants that no test noticed.
//   --room WORD    only rooms whose path begins with it (domain/reconciliation)
//   --count N      mutants drawn in each room (default 40); --share P: a percentage of them instead
//   --seed N       the draw; the same seed draws the same mutants
//   --mutant ID    only that one, as printed (domain/money/rate.ts#3)
// Works on a temporary copy, one test process at a time. The mutants are those of StrykerJS; its own runner draws none.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from './install.mjs';

const SANDBOX = path.join(fs.realpathSync(os.tmpdir()), `enveloppe-mutate-${process.pid}`);
const WORKER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'mutate-worker.mjs');
const MUTATED = ['domain', 'workbook'];
/** `noUncheckedIndexedAccess` asks for many `?.` on elements that always exist: removing one changes nothing. */
const EXCLUDED = ['OptionalChaining'];
const DEFAULT_SEED = 2023;
const LEAST_TIMEOUT_MS = 60_000;
const TIMES_SLOWER = 8;

async function main() {
  const { values } = parseArgs({
    options: {
      room: { type: 'string', default: '' },
      count: { type: 'string', default: '40' },
      share: { type: 'string' },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
      mutant: { type: 'string' },
    },
  });
  const { files, mutants } = await listMutants(values.mutant?.split('#')[0] ?? values.room);
  const drawn = values.mutant ? mutants.filter(({ id }) => id === values.mutant) : draw(mutants, values);
  if (drawn.length === 0) throw new Error('no such mutant, or no such room');
  const worker = new Worker();
  try {
    makeSandbox(files, new Set(drawn.map(({ file }) => file)));
    return report(mutants, await runAll(worker, drawn));
  } finally {
    worker.stop();
    fs.rmSync(SANDBOX, { recursive: true, force: true });
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

function draw(mutants, { room, count, share, seed }) {
  return [...groupedByRoom(mutants.filter((one) => one.room.startsWith(room)))].flatMap(([name, all]) => {
    const wanted = share === undefined ? Number(count) : Math.ceil((all.length * Number(share)) / 100);
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

/** A copy of the project in which the drawn files hold their mutants. */
function makeSandbox(files, drawnFiles) {
  fs.mkdirSync(SANDBOX);
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(SANDBOX, 'node_modules'), 'junction');
  for (const name of [
    'src',
    'test',
    'workbench',
    'scripts',
    'samples',
    'package.json',
    'tsconfig.json',
    'jest.config.js',
  ])
    fs.cpSync(path.join(ROOT, name), path.join(SANDBOX, name), { recursive: true });
  for (const file of drawnFiles) fs.writeFileSync(path.join(SANDBOX, 'src', file), files.get(file));
  fs.renameSync(path.join(SANDBOX, 'jest.config.js'), path.join(SANDBOX, 'jest.project.js'));
  fs.writeFileSync(
    path.join(SANDBOX, 'jest.config.js'),
    `const [unit] = require('./jest.project.js').projects;
module.exports = { ...unit, bail: 1, reporters: [], testSequencer: '<rootDir>/scripts/mutate-sequencer.cjs' };\n`,
  );
}

/** Runs the tests of the room once without a mutant, then on each. */
async function runAll(worker, drawn) {
  const results = [];
  const timeouts = new Map();
  for (const [at, mutant] of drawn.entries()) {
    const tests = testsOf(mutant.room);
    if (!timeouts.has(tests)) {
      const { killed, ms } = await worker.run({ tests, switchId: '', file: '' }, 20 * LEAST_TIMEOUT_MS);
      if (killed) throw new Error(`${tests} fails without any mutant`);
      timeouts.set(tests, Math.max(LEAST_TIMEOUT_MS, TIMES_SLOWER * ms));
    }
    const { killed, isLate } = await worker.run({ ...mutant, tests }, timeouts.get(tests));
    results.push({ ...mutant, killed });
    process.stderr.write(
      `${at + 1}/${drawn.length} ${killed ? (isLate ? 'late' : 'killed') : 'SURVIVED'} ${mutant.id}\n`,
    );
  }
  return results;
}

/** The tests that judge a room: those of the mirrored folder. */
function testsOf(room) {
  const folders = room.split('/');
  return folders.length === 1 ? `/test/${room}/[^/]+\\.test\\.ts$` : `/test/${folders.slice(0, 2).join('/')}/`;
}

/** A process that runs tests again and again; killed when a mutant never ends. */
class Worker {
  run(request, timeout) {
    this.child ??= fork(WORKER, [SANDBOX], { stdio: 'ignore' });
    const { child } = this;
    return new Promise((resolve) => {
      const end = (result) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(result);
      };
      const timer = setTimeout(() => {
        this.stop();
        end({ killed: true, isLate: true });
      }, timeout);
      child.once('message', end);
      child.once('exit', () => {
        this.child = undefined;
        end({ killed: true });
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
  for (const { id, place, was, replacement, mutatorName } of results.filter(({ killed }) => !killed)) {
    process.stdout.write(`${place} ${mutatorName}\n  - ${short(was)}\n  + ${short(replacement)}\n`);
    process.stdout.write(`  npm run mutate -- --mutant ${id}\n`);
  }
  for (const [room, all] of groupedByRoom(results)) {
    const killed = all.filter((one) => one.killed).length;
    const ofRoom = mutants.filter((one) => one.room === room).length;
    const score = ((100 * killed) / all.length).toFixed(0);
    process.stdout.write(
      `${room.padEnd(28)} ${score.padStart(3)} %  ${killed} of ${all.length} drawn from ${ofRoom}\n`,
    );
  }
  return 0;
}

function groupedByRoom(mutants) {
  const rooms = new Map();
  for (const mutant of mutants) rooms.set(mutant.room, [...(rooms.get(mutant.room) ?? []), mutant]);
  return rooms;
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    fs.rmSync(SANDBOX, { recursive: true, force: true });
    process.exit(1);
  });

process.exitCode = await main();
