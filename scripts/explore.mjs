// `npm run explore`: draws new cases, where `npm test` draws the same each time, until the time is up; for each failure
// prints the command that replays it, and then exits with 1. A failure found here becomes a fixed test.
//   --minutes N    how long (default 10)
//   --only WORD    laws, faults, oracle, reading, days or troubles; all six by default
//   --seed N       the first seed; the following ones are drawn from it
// `npm run explore -- layouts` draws ledgers as teams keep them (`test/support/layouts`) and prints how each feature is
// read, with the smallest layouts that fail; same options.
// laws: every property of the unit tests. reading: those of the rooms that read files. faults: `test/faults`, faults
// planted in clean ledgers. days: simulated days over the real Office.js client; a failing one is shortened. oracle:
// `test/oracle`, every figure of drawn ledgers against Python and LibreOffice.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, ROOT } from './install.mjs';

const RESULTS = path.join(ROOT, '.cache', 'explore');
const READING = /^test\/(adapters\/xlsx|chorus|cli|workbook\/ledger)\//;
const FAULTS = 'test/faults/faults.test.ts';
const ORACLE = ['ledgers', 'comparison', 'grid', 'reconciliation'].map((name) => `test/oracle/${name}.test.ts`);
const DAYS = 'test/adapters/excel/days.test.ts';
const TROUBLES = [
  ...['application/documents', 'cli', 'adapters/excel/write', 'libreoffice'].map(
    (room) => `test/${room}/documents-in-trouble.test.ts`,
  ),
  ...[
    'generation',
    'refusals',
    'refused-undo',
    'other-people',
    'charts',
    'journal',
    'edits/two-edits',
    'edits/freeze-meanwhile',
  ].map((suite) => `test/adapters/excel/write/${suite}.test.ts`),
];
const FAMILIES = ['laws', 'reading', 'faults', 'oracle', 'days', 'troubles'];
/** Faults planted, ledgers compared and days lived in one run: some twenty seconds each. */
const SIZES = {
  ...{ FC_RUNS: '100', FAULT_RUNS: '400', UNDO_RUNS: '60', LEDGERS: '20', GRID_LEDGERS: '10', TROUBLES: 'all' },
  ...{ LAKE_WORKBOOKS: '200', LEDGER_ROWS: '2000' },
  ...{ DAYS: '5', DAY_STEPS: '200', DAY_SHORTER: '60' },
};
const MOST_SEED = 2 ** 31;
/** Milliseconds that a run has to end by itself once it is asked to. */
const TIME_TO_END = 5_000;
const AN_HOUR = 3_600_000; // milliseconds: on a busy machine, slow is no failure

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ minutes: { type: 'string', default: '10' }, only: { type: 'string' }, seed: { type: 'string' } },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only ?? null;
  const unknown = positionals.filter((word) => word !== 'layouts');
  if (values.help || unknown.length > 0 || (only !== null && !FAMILIES.includes(only))) {
    const usage = `npm run explore -- [layouts] [--minutes N] [--seed N] [--only ${FAMILIES.join('|')}]`;
    console.log(unknown.length === 0 ? usage : `${unknown.join(' ')}: not known. ${usage}`);
    return values.help ? 0 : 2;
  }
  if (!installPackages()) return 1;
  const first = Number(values.seed ?? Math.floor(Math.random() * MOST_SEED));
  if (positionals.includes('layouts')) return exploreLayouts(values.minutes, first);
  const seeds = seedsFrom(first);
  const suites = inTurn(suitesByFamily(only));
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ended.abort());
  // A signal of AbortSignal.timeout under AbortSignal.any may be collected before its time, and then never comes.
  const timer = setTimeout(() => ended.abort(), Number(values.minutes) * 60_000);
  const timeIsUp = ended.signal;
  const found = new Map();
  fs.mkdirSync(RESULTS, { recursive: true });
  console.log(`${suites.length} suites, for ${values.minutes} minutes`);
  const runs = await Promise.all(
    Array.from({ length: os.availableParallelism() }, (_, slot) => explore({ slot, suites, seeds, timeIsUp, found })),
  );
  clearTimeout(timer);
  const count = runs.reduce((sum, one) => sum + one, 0);
  console.log(`\n${count} suites run, ${found.size} failures`);
  return found.size === 0 ? 0 : 1;
}

/** Draws layouts until the time is up; its report has the replay command of each failing seed. */
function exploreLayouts(minutes, first) {
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const bench = path.join(ROOT, 'test', 'bench', 'layouts-bench.ts');
  const words = [tsx, bench, '--minutes', minutes, '--from', String(first)];
  return spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

/** The suites of each family, as paths from the root. */
function suitesByFamily(only) {
  const files = fs
    .readdirSync(path.join(ROOT, 'test'), { recursive: true })
    .map((file) => `test/${file.replaceAll('\\', '/')}`);
  const laws = files.filter(
    (file) =>
      /\.test\.tsx?$/.test(file) &&
      !file.startsWith('test/oracle/') &&
      /\bfc\.(assert|sample)\(/.test(fs.readFileSync(path.join(ROOT, file), 'utf8')),
  );
  const families = {
    laws: laws.filter((file) => !READING.test(file)),
    reading: laws.filter((file) => READING.test(file)),
    faults: [FAULTS],
    oracle: ORACLE,
    days: [DAYS],
    troubles: TROUBLES,
  };
  return FAMILIES.filter((family) => only === null || only === family).map((family) => families[family].sort());
}

/** One suite of each family after the other, so that a short run has some of each. */
function inTurn(families) {
  const longest = Math.max(...families.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => families.map((family) => family[turn % family.length])).flat();
}

/** Seeds by a linear congruence: enough for different draws, and the same ones for the same first seed. */
function* seedsFrom(first) {
  for (let seed = first % MOST_SEED; ; seed = (seed * 1_103_515_245 + 12_345) % MOST_SEED) yield seed;
}

/** Runs suites until the time is up, each with a seed of its own; returns how many. */
async function explore({ slot, suites, seeds, timeIsUp, found }) {
  let count = 0;
  for (let turn = slot; !timeIsUp.aborted; turn += os.availableParallelism(), count++) {
    const suite = suites[turn % suites.length];
    const seed = seeds.next().value;
    for (const failure of await failuresOf(suite, seed, slot, timeIsUp)) {
      const key = `${suite} ${failure.name}`;
      if (found.has(key)) continue;
      found.set(key, failure);
      console.log(`\n${suite}: ${failure.name}\n${failure.message}\n  replay: ${failure.command}`);
    }
  }
  return count;
}

async function failuresOf(suite, seed, slot, timeIsUp) {
  const output = path.join(RESULTS, `${slot}.json`);
  fs.rmSync(output, { force: true });
  const words = [suite, ...'--ci --silent --maxWorkers=1 --json'.split(' '), '--outputFile', output];
  const environment = { FC_SEED: String(seed), FAULT_SEED: String(seed), DAY_SEED: String(seed), ...SIZES };
  await jest([...words, `--testTimeout=${AN_HOUR}`], environment, timeIsUp);
  if (timeIsUp.aborted) return [];
  if (!fs.existsSync(output)) return [failure(suite, seed, { fullName: '', failureMessages: ['jest did not end'] })];
  return JSON.parse(fs.readFileSync(output, 'utf8')).testResults.flatMap(({ assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const isBroken = assertionResults.length === 0 && message !== '';
    return [...failed, ...(isBroken ? [{ fullName: '', failureMessages: [message] }] : [])].map((result) =>
      failure(suite, seed, result),
    );
  });
}

/** Resolves when jest has ended, or has been ended, its workers too, because the time is up or somebody interrupts. */
function jest(words, environment, signal) {
  const program = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const env = { ...process.env, ...environment };
  const hasGroups = process.platform !== 'win32';
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const options = { cwd: ROOT, env, stdio: 'ignore', detached: hasGroups };
    const child = spawn(process.execPath, [program, ...words], options);
    const end = () => {
      if (!hasGroups) return child.kill();
      // Asked first: what started LibreOffice ends it, which has a group of its own.
      endGroup(child.pid, 'SIGTERM');
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), TIME_TO_END);
    };
    signal.addEventListener('abort', end, { once: true });
    child.once('error', resolve).once('exit', () => {
      signal.removeEventListener('abort', end);
      resolve();
    });
  });
}

function endGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // all of it has ended
  }
}

/** A failed test, with the command that fails in the same way. */
function failure(suite, seed, { fullName, failureMessages }) {
  const message = failureMessages.join('\n').split('\n').slice(0, 30).join('\n');
  return { name: fullName, message, command: replay(suite, seed, fullName, message) };
}

function replay(suite, seed, name, message) {
  const planted = /npm run bench -- faults --seed \d+/.exec(message);
  if (planted) return planted[0];
  const day = /DAY_SEED=.* npx jest .*/.exec(message);
  if (day) return day[0];
  const path = /seed: -?\d+, path: "([\d:]+)"/.exec(message);
  const environment = [
    `FC_SEED=${seed}`,
    path ? `FC_PATH=${path[1]}` : `FC_RUNS=${SIZES.FC_RUNS}`,
    ...(suite === FAULTS ? [`FAULT_SEED=${seed}`] : []),
    ...([FAULTS, ...ORACLE, ...TROUBLES].includes(suite) ? Object.entries(SIZES).map((pair) => pair.join('=')) : []),
  ];
  const test = name === '' ? '' : ` -t ${quoted(name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))}`;
  return `${environment.join(' ')} npx jest ${suite}${test}`;
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

process.exitCode = await main();
