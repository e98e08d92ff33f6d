/**
 * Index and controls over ledgers already in memory, with what each control costs, beside the group-by that anyone would write first.
 * Two ledgers: a kept one (a few findings) and a neglected one (a fault in one row of five). Budget: index and controls over 100,000 rows
 * in 150 ms and 60 MB.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadConvention } from '../../src/conventions/index';
import { addDays, isoDate } from '../../src/domain/calendar/civil-date';
import type { ControlContext } from '../../src/domain/controls/context';
import { Inspection } from '../../src/domain/controls/inspection';
import { CONTROLS, runControls } from '../../src/domain/controls/registry';
import { createAssigner } from '../../src/domain/envelopes/assignment';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Ledger, LedgerField, LedgerRow, RowKey } from '../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../src/domain/envelopes/ledger-index';
import { Euros } from '../../src/domain/money/euros';
import type { CellValue } from '../../src/workbook/cells';
import { CellReader } from '../../src/workbook/read-cells';
import { serialOfDate } from '../../src/workbook/serials';

const SIZES = [100_000, 10_000];
const RUNS = 11;
const AS_OF = isoDate('2023-12-31');
const FIRST_DAY = isoDate('2023-01-02');
const FIELDS: readonly LedgerField[] = [
  'functionalDomain',
  'financialCentre',
  'activity',
  'costCentre',
  'ministerialAxis2',
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

/** A repeatable draw: the same ledger at each run and on each machine. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/** The 2023 convention with ceilings to the size of the ledger: a kept ledger is under them, a neglected one ends above. */
function conventionFor(rows: number): Convention {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error('the 2023 convention is missing');
  const amount = Euros.fromCents<never>(rows * 400_00);
  const ceilings = { AE: { amount, mode: 'blocking' }, CP: { amount, mode: 'blocking' } } as const;
  const envelopes = loaded.value.envelopes.map((envelope) => ({
    ...envelope,
    ceilings,
    lines: envelope.lines.map((line) => ({ ...line, delegated: amount })),
  }));
  return { ...loaded.value, ceilings, envelopes };
}

type Cells = Partial<Record<LedgerField, CellValue>>;

/** Faults that a team makes, each in its own cell. */
const FAULTS: readonly ((cells: Cells, draw: (below: number) => number) => Cells)[] = [
  () => ({ activity: 10_300_000_104 }),
  () => ({ activity: '1,03E+10' }),
  () => ({ functionalDomain: '0102-01' }),
  () => ({ costCentre: null }),
  () => ({ ministerialAxis2: 'Place des entreprises' }),
  () => ({ ministerialAxis2: 'PDX' }),
  () => ({ ejNumber: '14058862' }),
  () => ({ budgetLine: 'Audit de sécurité', ministerialAxis2: 'PDE' }),
  ({ cp }) => (typeof cp === 'number' ? { cp: `${cp.toFixed(2).replace('.', ',')} €` } : {}),
  ({ commitmentDate }) => (commitmentDate === undefined ? {} : { commitmentDate: '20/12/2022' }),
  ({ paymentDate }) => (paymentDate === undefined ? {} : { paymentDate: '31/02/2023' }),
  ({ cp }) => (cp === undefined ? {} : { cp: { error: '#REF!' } }),
];

/** One commitment and seven payments of it at most, over the year; `faultyIn` rows of a hundred have a fault. */
function ledgerFor(size: number, faultyIn: number): Ledger {
  const draw = drawer(20_231_231);
  const reader = new CellReader(false);
  const rows: LedgerRow[] = [];
  let [ej, axis2, poste] = ['', '', ''];
  for (let key = 0; key < size; key++) {
    const isCommitment = key % 8 === 0;
    if (isCommitment) {
      ej = String(1_400_000_000 + key);
      axis2 = draw(6) === 0 ? 'Signaux Faibles' : 'PDE';
      poste = ['Prestations', axis2 === 'PDE' ? 'Frais annexes' : 'Audit de sécurité'][draw(2)] ?? '';
    }
    const day = addDays(FIRST_DAY, isCommitment ? draw(60) : 60 + draw(240)); // committed before it is served
    const cents = 10_00 + draw(400_00);
    const cells: Cells = {
      functionalDomain: '0103-01-01',
      financialCentre: '0103-CEFP-C002',
      activity: '010300000104',
      costCentre: 'EMPEF00075',
      ministerialAxis2: axis2,
      budgetLine: poste,
      ejNumber: ej,
      supplier: `Fournisseur ${draw(300)}`,
      label: `Ligne ${key}`,
      ...(isCommitment
        ? { commitmentDate: serialOfDate(day, false), ae: 2_870 }
        : {
            dpNumber: String(100_000_000 + key),
            serviceDate: serialOfDate(day, false),
            paymentDate: serialOfDate(addDays(day, 30), false),
            cp: cents / 100,
          }),
    };
    const fault = draw(100) < faultyIn ? FAULTS[draw(FAULTS.length)] : undefined;
    rows.push(rowOf(reader, key as RowKey, { ...cells, ...fault?.(cells, draw) }));
  }
  return { rows, totals: [], fields: new Set(FIELDS), headings: [], hidden: [] };
}

function rowOf(reader: CellReader, key: RowKey, cells: Cells): LedgerRow {
  const text = (field: LedgerField): string => String(cells[field] ?? '');
  return {
    key,
    imputation: reader.imputation({
      programme: reader.code('programme', null),
      functionalDomain: reader.code('functionalDomain', cells.functionalDomain ?? null),
      financialCentre: reader.code('financialCentre', cells.financialCentre ?? null),
      activity: reader.code('activity', cells.activity ?? null),
      costCentre: reader.code('costCentre', cells.costCentre ?? null),
      ministerialAxis1: reader.code('ministerialAxis1', null),
      ministerialAxis2: reader.code('ministerialAxis2', cells.ministerialAxis2 ?? null),
    }),
    budgetLine: text('budgetLine'),
    status: 'firm',
    operation: '',
    ej: reader.ej(cells.ejNumber ?? null),
    ejLine: '',
    dpNumber: text('dpNumber'),
    dpLine: '',
    supplier: text('supplier'),
    label: text('label'),
    commitmentDate: reader.date(cells.commitmentDate ?? null),
    serviceDate: reader.date(cells.serviceDate ?? null),
    receiptDate: reader.date(null),
    paymentDate: reader.date(cells.paymentDate ?? null),
    contractEnd: reader.date(null),
    ae: reader.amount(cells.ae ?? null),
    cp: reader.amount(cells.cp ?? null),
  };
}

/** The peer: sums by axe 2 and poste, in floats, with no date, no ceiling, and nothing said of what it cannot place. */
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
  /** The first run of all, before the engine has compiled anything; then the median and the fastest of the next ones. */
  readonly firstMs: number;
  readonly ms: number;
  readonly fastestMs: number;
  /** What one run leaves on the heap before any collection: kept and thrown away together. */
  readonly allocatedMb: number;
}

function measure(work: () => unknown): Measure {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    if (work() === null) throw new Error('nothing was worked out');
    times.push(performance.now() - start);
  }
  const [firstMs = 0, ...next] = times;
  next.sort((one, other) => one - other);
  return { firstMs, ms: next[Math.floor(RUNS / 2)] ?? 0, fastestMs: next[0] ?? 0, allocatedMb: allocatedBy(work) };
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
  print(`${size.toLocaleString('en')} rows, ${kind}`, 'first ms', 'median ms', 'fastest ms', 'MB made');
  printMeasure('  plain group-by', measure(() => plainGroupBy(ledger)));
  printMeasure('  index', measure(() => contextOf(ledger, convention).balances));
  printMeasure('  index and controls', measure(() => runControls(contextOf(ledger, convention))));
  const context = contextOf(ledger, convention);
  printMeasure('  what controls share', measure(() => new Inspection(context).timelineOf('AE')));
  process.stdout.write(`  findings                                      ${runControls(context).length.toLocaleString('en').padStart(12)}\n`);
  const costs = CONTROLS.map((control) => ({ rule: control.rule, ms: costOf(control, context) })).sort((one, other) => other.ms - one.ms);
  const dearest = costs.slice(0, 6).map(({ rule, ms }) => `${rule} ${ms.toFixed(1)}`);
  process.stdout.write(`  dearest controls alone, ms                    ${dearest.join(', ')}\n\n`);
}

/** One control alone over the rows that concern it, what controls share being already worked out. */
function costOf(control: (typeof CONTROLS)[number], context: ControlContext): number {
  const inspection = new Inspection(context);
  inspection.timelineOf('AE');
  const concerned = context.ledger.rows.filter((row) => control.scope === 'row' && (inspection.traitsOf(row) & control.concerns) !== 0);
  let found = 0;
  const count = (): void => void found++;
  return measure(() => {
    if (control.scope === 'ledger') control.check(inspection, count);
    else for (const row of concerned) control.check(row, inspection, count);
    return found;
  }).fastestMs;
}

// The largest first: its first run is then that of a cold engine, as on the command line.
for (const size of SIZES) {
  benchAt(size, 'kept', 0);
  benchAt(size, 'neglected', 20);
}
