/**
 * The ledgers of the benches: the same at each run and on each machine, kept (a few findings) or neglected (a fault in
 * one row of five), as rows already read and as the cells of a workbook; and the group-by that anyone would write
 * first.
 */
import { loadConvention } from '../../src/conventions/index';
import { addDays, isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Ledger, LedgerField, LedgerRow, RowKey } from '../../src/domain/envelopes/ledger';
import { Euros } from '../../src/domain/money/euros';
import type { CellValue } from '../../src/workbook/cells';
import { CellReader } from '../../src/workbook/ledger/read-cells';
import { serialOfDate } from '../../src/workbook/serials';

/** The day of the controls. */
export const AS_OF = isoDate('2023-12-31');
const FIRST_DAY = isoDate('2023-01-02');
const HEADINGS = {
  functionalDomain: 'Domaine fonctionnel',
  financialCentre: 'Centre financier',
  activity: 'Activité',
  costCentre: 'Centre de coûts',
  ministerialAxis2: 'Axe ministériel 2',
  budgetLine: 'Poste de dépense',
  ejNumber: 'N° EJ',
  dpNumber: 'N° DP',
  supplier: 'Titulaire',
  label: 'Objet',
  commitmentDate: "Date d'engagement",
  serviceDate: 'Date de service fait',
  paymentDate: 'Date de paiement',
  ae: 'Montant AE TTC',
  cp: 'Montant CP TTC',
} as const;
const FIELDS = Object.keys(HEADINGS) as readonly (keyof typeof HEADINGS)[];

/** A repeatable draw: the same ledger at each run and on each machine. */
export function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

/**
 * The 2023 convention with ceilings to the size of the ledger: a kept ledger is under them, a neglected one ends above.
 */
export function conventionFor(rows: number): Convention {
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
function factsFor(size: number, faultyIn: number): readonly Cells[] {
  const draw = drawer(20_231_231);
  const rows: Cells[] = [];
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
    rows.push({ ...cells, ...fault?.(cells, draw) });
  }
  return rows;
}

/** The ledger, read. */
export function ledgerFor(size: number, faultyIn: number): Ledger {
  const reader = new CellReader(false);
  const rows = factsFor(size, faultyIn).map((cells, key) => rowOf(reader, key as RowKey, cells));
  return { rows, totals: [], fields: new Set<LedgerField>(FIELDS), headings: [], hidden: [] };
}

/** The cells of the same ledger, headings first. */
export function cellsFor(size: number, faultyIn: number): CellValue[][] {
  const rows = factsFor(size, faultyIn).map((cells) => FIELDS.map((field) => cells[field] ?? null));
  return [FIELDS.map((field) => HEADINGS[field]), ...rows];
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

/**
 * The peer: sums by axe 2 and poste, in floats, without dates, ceilings, or a report of the rows that it cannot place.
 */
export function plainGroupBy(ledger: Ledger): Map<string, { ae: number; cp: number }> {
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
