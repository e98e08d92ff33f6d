/**
 * Index and controls over ledgers already in memory, with the cost of each control; the slices of one run; one edited
 * cell of an open workbook. Beside them, on the same rows: the group-by that anyone would write first, HyperFormula and
 * LibreOffice with SUMIFS by axe 2 and poste. Budget: 100 ms and 25 MB at 100,000 rows, 12 times that at a million; no
 * slice above 50 ms.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Inspection } from '../../src/domain/controls/facts/inspection';
import { judgeInSlices, judgeLedger } from '../../src/domain/controls/judge';
import { CONTROLS } from '../../src/domain/controls/registry';
import { chargeLedger } from '../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Ledger } from '../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../src/domain/envelopes/ledger-index';
import { compareInSlices } from '../../src/domain/comparison/compare-states';
import { drain } from '../../src/domain/slices';
import { benchEditedWorkbook } from './edited-workbook';
import { AS_OF, conventionFor, ledgerFor, plainGroupBy } from './ledgers';
import { benchPeers } from './sumifs-peers';

/** Fewer at a million rows, where a run takes seconds on a busy machine. */
const runsAt = (size: number): number => (size > 100_000 ? 3 : 11);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Measure {
  /**
   * The first run of all, before the engine has compiled anything; then the median and the fastest of the next ones.
   */
  readonly firstMs: number;
  readonly ms: number;
  readonly fastestMs: number;
  /** Memory allocated by one run, before any collection. */
  readonly allocatedMb: number;
}

const RUNS_OF_COMPARISON = 5;

function measure(work: () => unknown, runs = runsAt(0)): Measure {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    if (work() === null) throw new Error('no result');
    times.push(performance.now() - start);
  }
  const [firstMs = 0, ...next] = times;
  next.sort((one, other) => one - other);
  return { firstMs, ms: next[Math.floor(runs / 2)] ?? 0, fastestMs: next[0] ?? 0, allocatedMb: allocatedBy(work) };
}

function allocatedBy(work: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const result = work();
  return result === null ? 0 : (process.memoryUsage().heapUsed - before) / 1e6;
}

function print(what: string, ...figures: readonly string[]): void {
  process.stdout.write(`${what.padEnd(46)}${figures.map((figure) => figure.padStart(12)).join('')}\n`);
}

function printMeasure(what: string, { firstMs, ms, fastestMs, allocatedMb }: Measure): void {
  print(what, firstMs.toFixed(1), ms.toFixed(1), fastestMs.toFixed(1), allocatedMb.toFixed(1));
}

function benchAt(size: number, kind: string, faultyIn: number): void {
  const [ledger, convention] = [ledgerFor(size, faultyIn), conventionFor(size)];
  const measured = (work: () => unknown): Measure => measure(work, runsAt(size));
  print(`${size.toLocaleString('en')} rows, ${kind}`, 'first ms', 'median ms', 'fastest ms', 'MB made');
  printMeasure(
    '  plain group-by',
    measured(() => plainGroupBy(ledger)),
  );
  printMeasure(
    '  index',
    measured(() => LedgerIndex.build(chargeLedger(ledger, convention, AS_OF))),
  );
  printMeasure(
    '  index and controls',
    measured(() => judgeLedger(ledger, convention, AS_OF)),
  );
  const { charged, balances, findings } = judgeLedger(ledger, convention, AS_OF);
  printMeasure(
    '  facts that controls share',
    measured(() => drain(Inspection.inSlices(charged, balances))),
  );
  printSlices(ledger, convention);
  if (size <= 100_000) printComparison(ledger, convention);
  print('  findings', findings.length.toLocaleString('en'));
  if (size > 100_000) return void process.stdout.write('\n');
  const costs = CONTROLS.map((control) => ({
    rule: control.rule,
    ms: costOf(control, drain(Inspection.inSlices(charged, balances))),
  })).sort((one, other) => other.ms - one.ms);
  const dearest = costs.slice(0, 6).map(({ rule, ms }) => `${rule} ${ms.toFixed(1)}`);
  process.stdout.write(`  dearest controls alone, ms                    ${dearest.join(', ')}\n\n`);
}

/** The slices of one run by their time: the median and the longest of several runs. */
function printSlices(ledger: Ledger, convention: Convention): void {
  const longest: number[] = [];
  let count = 0;
  for (let run = 0; run < runsAt(ledger.rows.length); run++) {
    const slices = judgeInSlices(ledger, convention, AS_OF);
    let [isDone, worst] = [false, 0];
    for (count = 0; !isDone; count++) {
      const start = performance.now();
      isDone = slices.next().done === true;
      worst = Math.max(worst, performance.now() - start);
    }
    longest.push(worst);
  }
  longest.sort((one, other) => one - other);
  const [median = 0, last = 0] = [longest[longest.length >> 1], longest.at(-1)];
  print(`  longest of ${count} slices, median and worst run`, '', median.toFixed(1), last.toFixed(1));
}

/** Two workbooks compared, one row of a hundred changed: the longest of the slices. */
function printComparison(ledger: Ledger, convention: Convention): void {
  const stateOf = (of: Ledger) => {
    const { charged, balances, findings } = judgeLedger(of, convention, AS_OF);
    return { charged, balances, findings };
  };
  const rows = ledger.rows.map((row, index) =>
    index % 100 === 0 ? { ...row, label: `${row.label} bis` } : { ...row },
  );
  const [before, after] = [stateOf(ledger), stateOf({ ...ledger, rows })];
  const longest: number[] = [];
  let [count, sum] = [0, 0];
  for (let run = 0; run < RUNS_OF_COMPARISON; run++) {
    const slices = compareInSlices(before, after);
    let [isDone, worst] = [false, 0];
    sum = 0;
    for (count = 0; !isDone; count++) {
      const start = performance.now();
      isDone = slices.next().done === true;
      const taken = performance.now() - start;
      sum += taken;
      worst = Math.max(worst, taken);
    }
    longest.push(worst);
  }
  longest.sort((one, other) => one - other);
  const [median = 0, last = 0] = [longest[longest.length >> 1], longest.at(-1)];
  print(
    `  comparison of two workbooks, ${sum.toFixed(0)} ms: longest of ${count} slices`,
    '',
    median.toFixed(1),
    last.toFixed(1),
  );
}

/** One control alone over the rows that it is asked about, with the facts that controls share already computed. */
function costOf(control: (typeof CONTROLS)[number], inspection: Inspection): number {
  const rows = inspection.ledger.rows.filter(
    (row) =>
      control.scope === 'row' &&
      (control.concerns === undefined || (inspection.traitsOf(row) & control.concerns) !== 0),
  );
  let found = 0;
  const count = (): void => void found++;
  return measure(() => {
    if (control.scope === 'ledger') control.check(inspection, count);
    else for (const row of rows) control.check(row, inspection, count);
    return found;
  }).fastestMs;
}

async function main(): Promise<void> {
  // 100,000 rows first: the first run is then that of a cold engine, as on the command line.
  for (const size of [100_000, 1_000_000]) {
    benchAt(size, 'kept', 0);
    if (size === 100_000) benchAt(size, 'neglected', 20);
  }
  for (const size of [5_000, 100_000]) benchEditedWorkbook(size, 1, print);
  benchEditedWorkbook(100_000, 0.5, print);
  await benchPeers(100_000, print);
}

void main();
