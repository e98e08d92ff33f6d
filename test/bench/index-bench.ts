/**
 * The index of a ledger already in memory, from ten thousand rows to a million: its time and its memory, beside the
 * group-by that anyone would write first (floats, one Map, no rule). `controls-bench.ts` measures the controls.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { judgeLedger } from '../../src/domain/controls/judge';
import { chargeLedger } from '../../src/domain/envelopes/charged-ledger';
import { LedgerIndex } from '../../src/domain/envelopes/ledger-index';
import { AS_OF, conventionFor, ledgerFor, plainGroupBy } from './ledgers';

const SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 5;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Measure {
  /** Median of the runs. */
  readonly ms: number;
  /** Memory allocated by one run, before any collection. */
  readonly allocatedMb: number;
  /** Memory that remains after collection. */
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
    if (result === null) throw new Error('no result');
  }
  const median = times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
  return { ms: median, allocatedMb: allocated / 1e6, keptMb: kept / 1e6 };
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
  printMeasure(
    size,
    'plain group-by',
    measure(() => plainGroupBy(ledger)),
  );
  printMeasure(
    size,
    'index',
    measure(() => LedgerIndex.build(chargeLedger(ledger, convention, AS_OF))),
  );
  printMeasure(
    size,
    'index + controls',
    measure(() => judgeLedger(ledger, convention, AS_OF)),
  );
}

print('rows', 'what', 'ms', 'MB made', 'MB kept');
for (const size of SIZES) benchAt(size);
