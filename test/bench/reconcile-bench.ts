/**
 * Reconciliation of a ledger and an extract already in memory, beside the join that anyone would write first: a Map by
 * DP or EJ. Three extracts: the same operations, the same with a difference in one of twenty, and the same without DP
 * numbers. Budget: 100,000 rows against 100,000 lines in 500 ms.
 */
import { loadConvention } from '../../src/conventions/index';
import { chargeLedger } from '../../src/domain/envelopes/charged-ledger';
import { addDays, isoDate } from '../../src/domain/calendar/civil-date';
import type { Ledger, LedgerRow, RowKey } from '../../src/domain/envelopes/ledger';
import type { ChorusExtract, ChorusLine } from '../../src/domain/reconciliation/extract';
import { reconcile } from '../../src/domain/reconciliation/reconcile-extracts';
import { CellReader } from '../../src/workbook/ledger/read-cells';
import { serialOfDate } from '../../src/workbook/serials';

const SIZES = [100_000, 10_000];
const RUNS = 9;
const AS_OF = isoDate('2023-12-31');
const FIRST_DAY = isoDate('2023-01-02');
const PAYMENTS_BY_EJ = 7;

type Kind = 'the same' | 'one of twenty differs' | 'without DP numbers';

/** A repeatable draw: the same two sides at each run and on each machine. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** One commitment of each EJ and seven payments of it, on both sides. */
function sidesOf(size: number, kind: Kind): { readonly ledger: Ledger; readonly extract: ChorusExtract } {
  const draw = drawer(20_231_231);
  const reader = new CellReader(false);
  const rows: LedgerRow[] = [];
  const lines: ChorusLine[] = [];
  for (let key = 0; key < size; key++) {
    const isCommitment = key % (PAYMENTS_BY_EJ + 1) === 0;
    const ej = String(1_400_000_000 + key - (key % (PAYMENTS_BY_EJ + 1)));
    const dp = isCommitment || kind === 'without DP numbers' ? '' : String(100_000_000 + key).padStart(10, '0');
    const cents = 10_00 + draw(400_00);
    const date = addDays(FIRST_DAY, draw(360));
    const axis = key % 16 < 8 ? 'PDE' : 'Signaux Faibles';
    rows.push(rowOf(reader, key as RowKey, { ej, dp, cents, day: serialOfDate(date, false), axis, isCommitment }));
    const fate = kind === 'one of twenty differs' && draw(20) === 0 ? draw(3) : 3;
    if (fate === 0) continue;
    lines.push({
      line: key + 9,
      movement: isCommitment ? 'commitment' : 'payment',
      nature: isCommitment ? 'AE' : 'CP',
      ej,
      ejLine: '1',
      dp,
      dpLine: dp === '' ? '' : '1',
      company: 'ADCE',
      exercise: 2023,
      imputation: imputationOf(reader, fate === 1 ? (axis === 'PDE' ? 'Signaux Faibles' : 'PDE') : axis),
      date: addDays(date, 2),
      cents: fate === 2 ? cents + 1 : cents,
      supplier: '',
    });
  }
  const ledger: Ledger = { rows, totals: [], fields: new Set(), headings: [], hidden: [] };
  return {
    ledger,
    extract: { source: 'extrait.csv', shape: 'journal', lines, ignored: [], repairs: [], lacks: [], shownTotals: [] },
  };
}

interface Cells {
  readonly ej: string;
  readonly dp: string;
  readonly cents: number;
  readonly day: number | null;
  readonly axis: string;
  readonly isCommitment: boolean;
}

function rowOf(reader: CellReader, key: RowKey, { ej, dp, cents, day, axis, isCommitment }: Cells): LedgerRow {
  const absent = { kind: 'absent' } as const;
  return {
    key,
    imputation: imputationOf(reader, axis),
    budgetLine: '',
    status: 'firm',
    operation: '',
    ej: reader.ej(ej),
    ejLine: '',
    dpNumber: dp,
    dpLine: '',
    supplier: '',
    label: '',
    commitmentDate: isCommitment ? reader.date(day) : absent,
    serviceDate: absent,
    receiptDate: absent,
    paymentDate: isCommitment ? absent : reader.date(day),
    contractEnd: absent,
    ae: isCommitment ? reader.amount(cents / 100) : absent,
    cp: isCommitment ? absent : reader.amount(cents / 100),
  };
}

function imputationOf(reader: CellReader, axis: string): LedgerRow['imputation'] {
  return reader.imputation({
    programme: reader.code('programme', null),
    functionalDomain: reader.code('functionalDomain', '0103-01-01'),
    financialCentre: reader.code('financialCentre', '0103-CEFP-C002'),
    activity: reader.code('activity', '010300000104'),
    costCentre: reader.code('costCentre', 'EMPEF00075'),
    ministerialAxis1: reader.code('ministerialAxis1', null),
    ministerialAxis2: reader.code('ministerialAxis2', axis),
  });
}

/** The peer: one amount by DP, or by EJ; no sums, no dates, no codes; ignores what it cannot match. */
function plainJoin({ rows }: Ledger, { lines }: ChorusExtract): number {
  const known = new Map<string, number>();
  for (const { nature, ej, dp, cents } of lines) known.set(`${nature} ${dp || ej}`, cents);
  let found = 0;
  for (const { ae, cp, ej, dpNumber } of rows) {
    const [nature, reading] = ae.kind === 'amount' ? ['AE', ae] : ['CP', cp];
    const key = `${nature} ${dpNumber || (ej.kind === 'ej' ? ej.number : '')}`;
    if (reading.kind === 'amount' && known.get(key) === reading.cents) found++;
  }
  return found;
}

function medianOf(action: () => unknown): { readonly firstMs: number; readonly medianMs: number } {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  const sorted = [...times].sort((one, other) => one - other);
  return { firstMs: times[0] ?? 0, medianMs: sorted[Math.floor(RUNS / 2)] ?? 0 };
}

function bench(size: number, kind: Kind): void {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error('the 2023 convention is missing');
  const convention = loaded.value;
  const { ledger, extract } = sidesOf(size, kind);
  const ours = medianOf(() => reconcile({ charged: chargeLedger(ledger, convention, AS_OF), extracts: [extract] }));
  const peer = medianOf(() => plainJoin(ledger, extract));
  const { groups, findings } = reconcile({ charged: chargeLedger(ledger, convention, AS_OF), extracts: [extract] });
  const counts = `${groups.length.toLocaleString('en')} groups, ${findings.length.toLocaleString('en')} findings`;
  process.stdout.write(
    `${size.toLocaleString('en')} rows against ${extract.lines.length.toLocaleString('en')} lines, ${kind}: ${counts}\n`,
  );
  process.stdout.write(
    `  reconciliation   median ${ours.medianMs.toFixed(0)} ms, first run ${ours.firstMs.toFixed(0)} ms\n`,
  );
  process.stdout.write(
    `  Map join         median ${peer.medianMs.toFixed(0)} ms, first run ${peer.firstMs.toFixed(0)} ms\n\n`,
  );
}

// The largest first: its first run is then that of a cold engine, as on the command line.
for (const size of SIZES)
  for (const kind of ['the same', 'one of twenty differs', 'without DP numbers'] as const) bench(size, kind);
