/**
 * The index of a ledger already in memory, from ten thousand rows to a million: what it takes, what it keeps, and what
 * one edited row costs it, beside the group-by that anyone would write first (floats, one Map, no rule).
 * `controls-bench.ts` measures the controls.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runControls } from '../../src/domain/controls/registry';
import { createAssigner } from '../../src/domain/envelopes/assignment';
import type { Ledger } from '../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../src/domain/envelopes/ledger-index';
import { AS_OF, conventionFor, ledgerFor, plainGroupBy } from './ledgers';

const SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 5;
const REPLACES = 10_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Measure {
  /** Median of the runs. */
  readonly ms: number;
  /** What one run leaves on the heap before any collection: kept and thrown away together. */
  readonly allocatedMb: number;
  /** What stays once collected. */
  readonly keptMb: number;
}

function measure(work: () => unknown): Measure {
  const times: number[] = [];
  let [allocated, kept] = [0, 0];
  for (let run = 0; run < RUNS; run++) {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const result = work();
    times.push(performance.now() - start);
    allocated = Math.max(allocated, process.memoryUsage().heapUsed - before);
    collectGarbage();
    kept = process.memoryUsage().heapUsed - before;
    if (result === null) throw new Error('nothing was worked out');
  }
  const median = times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
  return { ms: median, allocatedMb: allocated / 1e6, keptMb: kept / 1e6 };
}

/** Milliseconds for one edited row, over many edits that give other figures. */
function measureReplace(ledger: Ledger, index: LedgerIndex): number {
  const start = performance.now();
  for (let edit = 0; edit < REPLACES; edit++) {
    const before = ledger.rows[(edit * 7919) % ledger.rows.length];
    if (!before || before.cp.kind !== 'amount') continue;
    index.replaceRow(before, { ...before, cp: { ...before.cp, cents: before.cp.cents + 1 } });
    index.figures({ envelope: 'PDE', line: null }, 'CP');
  }
  return (performance.now() - start) / REPLACES;
}

function print(rows: string, what: string, ...figures: readonly string[]): void {
  process.stdout.write(
    `${rows.padStart(9)}  ${what.padEnd(18)}${figures.map((figure) => figure.padStart(10)).join('')}\n`,
  );
}

function printMeasure(size: number, what: string, { ms, allocatedMb, keptMb }: Measure): void {
  print(size.toLocaleString('en'), what, ms.toFixed(1), allocatedMb.toFixed(1), keptMb.toFixed(1));
}

function benchAt(size: number): void {
  const [ledger, convention] = [ledgerFor(size, 0), conventionFor(size)];
  const control = (): unknown => {
    const balances = LedgerIndex.build(ledger, convention, AS_OF);
    return runControls({ convention, ledger, balances, asOf: AS_OF, assign: createAssigner(convention) });
  };
  printMeasure(
    size,
    'plain group-by',
    measure(() => plainGroupBy(ledger)),
  );
  printMeasure(
    size,
    'index',
    measure(() => LedgerIndex.build(ledger, convention, AS_OF)),
  );
  printMeasure(size, 'index + controls', measure(control));
  print(
    size.toLocaleString('en'),
    'one edited row',
    measureReplace(ledger, LedgerIndex.build(ledger, convention, AS_OF)).toFixed(5),
  );
}

print('rows', 'what', 'ms', 'MB made', 'MB kept');
for (const size of SIZES) benchAt(size);
