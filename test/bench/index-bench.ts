/**
 * Index and controls over ledgers already in memory, beside the group-by that anyone would write first (floats, one Map, no rule).
 * Budget: index + controls in 150 ms and 60 MB at 100,000 rows, at most 11 times that at a million; 1 ms for one edited row.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadConvention } from '../../src/conventions';
import { addDays, isoDate } from '../../src/domain/calendar/civil-date';
import { runControls } from '../../src/domain/controls/registry';
import { createAssigner } from '../../src/domain/envelopes/assignment';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { DateReading, Ledger, LedgerField, LedgerRow, RowKey } from '../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../src/domain/envelopes/ledger-index';
import { readCode } from '../../src/domain/imputation/codes';
import { readEj } from '../../src/domain/imputation/ej';
import type { Imputation } from '../../src/domain/imputation/imputation';
import { Euros } from '../../src/domain/money/euros';

const SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 5;
const REPLACES = 10_000;
const AS_OF = isoDate('2023-10-31');
const EARLIER_EJ = '2100000000';
const ABSENT = { kind: 'absent' } as const;

const FIELDS: readonly LedgerField[] = [
  'programme',
  'functionalDomain',
  'financialCentre',
  'activity',
  'costCentre',
  'ministerialAxis1',
  'ministerialAxis2',
  'status',
  'budgetLine',
  'ejNumber',
  'dpNumber',
  'supplier',
  'label',
  'commitmentDate',
  'serviceDate',
  'paymentDate',
  'ae',
  'cp',
];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The 2023 convention with ceilings to the size of the ledger, so that the controls meet few findings, as in a kept workbook. */
function conventionFor(rows: number): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error('the 2023 convention is missing');
  const amount = Euros.fromCents<never>(rows * 1_000_00);
  const ceilings = { AE: { amount, mode: 'blocking' }, CP: { amount, mode: 'blocking' } } as const;
  const envelopes = loaded.value.envelopes.map((envelope) => ({
    ...envelope,
    ceilings,
    openingRap: Euros.fromCents<'CP'>(rows * 1_000_00),
    lines: envelope.lines.map((line) => ({ ...line, delegated: amount })),
  }));
  return { ...loaded.value, ceilings, envelopes, rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(73_032_00) }] };
}

function imputationOf(axis2: string): Imputation {
  const read = (field: keyof Imputation, raw: string): Imputation[keyof Imputation] => readCode(field, raw, false);
  return {
    programme: read('programme', '0103'),
    functionalDomain: read('functionalDomain', '0103-01-01'),
    financialCentre: read('financialCentre', '0103-CEFP-C002'),
    activity: read('activity', '010300000104'),
    costCentre: read('costCentre', 'EMPEF00075'),
    ministerialAxis1: read('ministerialAxis1', '36'),
    ministerialAxis2: read('ministerialAxis2', axis2),
  };
}

/** One commitment, then nine payments on it, over the year and both envelopes; one row in five hundred names no known envelope. */
function ledgerFor(size: number): Ledger {
  const imputations = ['PDE', 'Signaux Faibles', 'SF', 'Incubateur'].map(imputationOf);
  const postes = [
    ['Prestations', 'Outils de production', 'Frais annexes'],
    ['Prestations', 'Audit de sécurité', ''],
  ];
  const days = Array.from({ length: 330 }, (_, day): DateReading => {
    return { kind: 'date', date: addDays(isoDate('2023-01-02'), day), asText: false, raw: String(44_928 + day) };
  });
  const rows: LedgerRow[] = [];
  let ej = readEj(EARLIER_EJ, false);
  for (let key = 0; key < size; key++) {
    const isCommitment = key % 10 === 0;
    if (isCommitment && key > 0) ej = readEj(String(2_101_000_000 + key), false);
    const side = Math.floor(key / 10) % 2;
    const cents = 10_00 + (key % 90) * 1_01;
    const amount = {
      kind: 'amount',
      cents: isCommitment ? 9 * 100_00 : cents,
      asText: false,
      rounded: false,
      raw: String(cents / 100),
    } as const;
    const start = Math.floor((key / size) * 260);
    rows.push({
      key: key as RowKey,
      imputation: imputations[key % 500 === 7 ? 3 : side === 1 && key % 3 === 0 ? 2 : side] ?? imputationOf(''),
      budgetLine: postes[side]?.[Math.floor(key / 20) % 3] ?? '',
      status: 'firm',
      operation: '',
      ej,
      ejLine: '1',
      dpNumber: isCommitment ? '' : String(100_000_000 + key),
      dpLine: '',
      supplier: `Fournisseur ${key % 40}`,
      label: `Ligne ${key}`,
      commitmentDate: isCommitment ? (days[start] ?? ABSENT) : ABSENT,
      serviceDate: isCommitment ? ABSENT : (days[start + 20] ?? ABSENT),
      receiptDate: ABSENT,
      paymentDate: isCommitment ? ABSENT : (days[start + 45] ?? ABSENT),
      contractEnd: ABSENT,
      ae: isCommitment ? amount : ABSENT,
      cp: isCommitment ? ABSENT : amount,
    });
  }
  return { rows, totals: [], fields: new Set(FIELDS), headings: [], hidden: [] };
}

/** The peer: sums by axe 2 and poste, in floats, with no date, no RAP, no alias, and nothing said of what it cannot place. */
function plainGroupBy(ledger: Ledger): Map<string, { ae: number; cp: number }> {
  const groups = new Map<string, { ae: number; cp: number }>();
  for (const row of ledger.rows) {
    const axis = row.imputation.ministerialAxis2;
    const key = `${axis.kind === 'code' ? axis.raw : ''}|${row.budgetLine}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { ae: 0, cp: 0 }));
    if (row.ae.kind === 'amount') group.ae += row.ae.cents / 100;
    if (row.cp.kind === 'amount') group.cp += row.cp.cents / 100;
  }
  return groups;
}

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
  process.stdout.write(`${rows.padStart(9)}  ${what.padEnd(18)}${figures.map((figure) => figure.padStart(10)).join('')}\n`);
}

function printMeasure(size: number, what: string, { ms, allocatedMb, keptMb }: Measure): void {
  print(size.toLocaleString('en'), what, ms.toFixed(1), allocatedMb.toFixed(1), keptMb.toFixed(1));
}

function benchAt(size: number): void {
  const [ledger, convention] = [ledgerFor(size), conventionFor(size)];
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
  print(size.toLocaleString('en'), 'one edited row', measureReplace(ledger, LedgerIndex.build(ledger, convention, AS_OF)).toFixed(5));
}

print('rows', 'what', 'ms', 'MB made', 'MB kept');
for (const size of SIZES) benchAt(size);
