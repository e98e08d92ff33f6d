/**
 * Index and controls over ledgers already in memory, with what each control costs; one edited row; one edited cell of
 * an open workbook. Beside them, on the same rows: the group-by that anyone would write first, HyperFormula and
 * LibreOffice with SUMIFS by axe 2 and poste. Budget: 150 ms and 60 MB at 100,000 rows, 11 times that at a million; 1
 * ms for one edited row.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addDays, isoDate } from '../../src/domain/calendar/civil-date';
import type { ControlContext } from '../../src/domain/controls/facts/context';
import { Inspection } from '../../src/domain/controls/facts/inspection';
import { LiveControls } from '../../src/domain/controls/live-controls';
import { CONTROLS, runControls } from '../../src/domain/controls/registry';
import { createAssigner } from '../../src/domain/envelopes/assignment';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Ledger, LedgerRow } from '../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../src/domain/envelopes/ledger-index';
import { CellReader } from '../../src/workbook/ledger/read-cells';
import { serialOfDate } from '../../src/workbook/serials';
import { benchEditedWorkbook } from './edited-workbook';
import { AS_OF, conventionFor, drawer, ledgerFor, plainGroupBy } from './ledgers';
import { benchPeers } from './sumifs-peers';

/** Fewer at a million rows, where a run takes seconds on a busy machine. */
const runsAt = (size: number): number => (size > 100_000 ? 3 : 11);
const EDITS = 3_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Measure {
  /**
   * The first run of all, before the engine has compiled anything; then the median and the fastest of the next ones.
   */
  readonly firstMs: number;
  readonly ms: number;
  readonly fastestMs: number;
  /** What one run leaves on the heap before any collection: kept and thrown away together. */
  readonly allocatedMb: number;
}

function measure(work: () => unknown, runs = runsAt(0)): Measure {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    if (work() === null) throw new Error('nothing was worked out');
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

function contextOf(ledger: Ledger, convention: Convention): ControlContext {
  const balances = LedgerIndex.build(ledger, convention, AS_OF);
  return { convention, ledger, balances, asOf: AS_OF, assign: createAssigner(convention) };
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
    measured(() => contextOf(ledger, convention).balances),
  );
  printMeasure(
    '  index and controls',
    measured(() => runControls(contextOf(ledger, convention))),
  );
  const context = contextOf(ledger, convention);
  printMeasure(
    '  what controls share',
    measured(() => new Inspection(context).timelineOf('AE')),
  );
  process.stdout.write(
    `  findings                                      ${runControls(context).length.toLocaleString('en').padStart(12)}\n`,
  );
  if (size > 100_000) return void process.stdout.write('\n');
  const costs = CONTROLS.map((control) => ({ rule: control.rule, ms: costOf(control, context) })).sort(
    (one, other) => other.ms - one.ms,
  );
  const dearest = costs.slice(0, 6).map(({ rule, ms }) => `${rule} ${ms.toFixed(1)}`);
  process.stdout.write(`  dearest controls alone, ms                    ${dearest.join(', ')}\n\n`);
}

/** One control alone over the rows that concern it, what controls share being already worked out. */
function costOf(control: (typeof CONTROLS)[number], context: ControlContext): number {
  const inspection = new Inspection(context);
  inspection.timelineOf('AE');
  const concerned = context.ledger.rows.filter(
    (row) => control.scope === 'row' && (inspection.traitsOf(row) & control.concerns) !== 0,
  );
  let found = 0;
  const count = (): void => void found++;
  return measure(() => {
    if (control.scope === 'ledger') control.check(inspection, count);
    else for (const row of concerned) control.check(row, inspection, count);
    return found;
  }).fastestMs;
}

/** Edits of every kind, one at a time, on rows anywhere in the ledger. */
function benchEdits(size: number, kind: string, ledger: Ledger, convention: Convention): void {
  const start = performance.now();
  const live = LiveControls.of(ledger, convention, AS_OF);
  const prepared = performance.now() - start;
  const [rows, draw, reader] = [[...ledger.rows], drawer(7), new CellReader(false)];
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const before = rows[draw(rows.length)];
    if (!before) continue;
    const after = editedRow(before, rows[draw(rows.length)] ?? before, draw, reader);
    const from = performance.now();
    live.replaceRow(before, after);
    if (live.findings.length === 0) throw new Error('nothing is found');
    times.push(performance.now() - from);
    rows[before.key] = after;
  }
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3);
  print(`${size.toLocaleString('en')} rows, ${kind}, edited`, 'prepared ms', 'median ms', 'p99 ms', 'worst ms');
  print('  one edited row', prepared.toFixed(0), at(0.5), at(0.99), at(1));
}

function editedRow(row: LedgerRow, other: LedgerRow, draw: (below: number) => number, reader: CellReader): LedgerRow {
  const day = reader.date(serialOfDate(addDays(isoDate('2023-01-02'), draw(360)), false));
  const edits: readonly (() => Partial<LedgerRow>)[] = [
    () => ({ cp: reader.amount(10 + draw(300)) }),
    () => ({ ae: reader.amount(draw(3) === 0 ? null : draw(5_000)) }),
    () => ({ paymentDate: day }),
    () => ({ commitmentDate: day }),
    () => ({ imputation: other.imputation }),
    () => ({ ej: other.ej }),
  ];
  return { ...row, ...edits[draw(edits.length)]?.() };
}

async function main(): Promise<void> {
  // 100,000 rows first: the first run is then that of a cold engine, as on the command line.
  for (const size of [100_000, 1_000_000]) {
    benchAt(size, 'kept', 0);
    if (size === 100_000) benchAt(size, 'neglected', 20);
  }
  for (const faultyIn of [0, 20])
    benchEdits(100_000, faultyIn === 0 ? 'kept' : 'neglected', ledgerFor(100_000, faultyIn), conventionFor(100_000));
  benchEdits(100_000, 'half above ceilings', ledgerFor(100_000, 0), conventionFor(50_000));
  for (const share of [1, 0.5]) benchEditedWorkbook(100_000, share, print);
  await benchPeers(100_000, print);
}

void main();
