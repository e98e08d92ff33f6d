/** A ledger read again after an edit: the same result as a first reading, but only changed rows are read. */
import { openDossier } from '../../../src/application/open-dossier';
import type { LedgerRow } from '../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../src/workbook/cells';
import { LedgerReader } from '../../../src/workbook/ledger/read-ledger';
import type { ShownNumber } from '../../../src/workbook/number-formats';
import { formulaKey, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { cellsOfLedger, ledgerWorkbook, type LedgerLook } from '../../support/ledgers/ledger-workbook';
import { convention2023 } from '../../support/conventions';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 1000       |                  |
  PDE               | Frais annexes    | 1400000001 |                   |            | 10/05/2023       | 600
  Total             |                  |            |                   | 1000       |                  | 600
  Signaux Faibles   | Prestations      | 1400000002 | 01/03/2023        | 2000       |                  |
  Signaux Faibles   | Prestations      | 1400000002 |                   |            | 12/06/2023       | #REF!`;
const [HEADINGS = [], ...ROWS] = cellsOfLedger(LEDGER);

type Cells = readonly (readonly CellValue[])[];

function read(
  reader: LedgerReader,
  rows: Cells,
  headings: readonly CellValue[] = HEADINGS,
  look: LedgerLook = {},
): readonly LedgerRow[] {
  return rowsOf(reader, ledgerWorkbook(convention2023(), [headings, ...rows], look));
}

/** Also checks that a first reading gives the same result. */
function rowsOf(reader: LedgerReader, workbook: WorkbookSnapshot): readonly LedgerRow[] {
  const [again, anew] = [openDossier(workbook, {}, reader), openDossier(workbook)];
  if (!again.ok || !anew.ok) throw new Error('not a ledger');
  expect([again.value.ledger, again.value.ignored]).toEqual([anew.value.ledger, anew.value.ignored]);
  return again.value.ledger.rows;
}

/** The number of rows that were not read again. */
function keptOf(before: readonly LedgerRow[], after: readonly LedgerRow[]): number {
  return after.filter((row) => before.includes(row)).length;
}

const changed = (at: number, column: number, value: CellValue): Cells =>
  ROWS.map((row, index) => (index === at ? put(row, column, value) : row));

function put<T>(items: readonly T[], at: number, item: T): readonly T[] {
  return items.map((known, index) => (index === at ? item : known));
}

test.each<readonly [what: string, rows: Cells, kept: number]>([
  ['nothing', ROWS, 4],
  ['an amount', changed(1, 6, 601), 3],
  ['an amount that becomes an error', changed(0, 4, { error: '#N/A' }), 3],
  ['an error that becomes an amount', changed(4, 6, 700), 3],
  ['the text of a total', changed(2, 0, 'PDE'), 4],
  ['a row that becomes a total', changed(3, 0, 'Total'), 3],
  [
    'a row emptied',
    put<readonly CellValue[]>(
      ROWS,
      1,
      HEADINGS.map(() => null),
    ),
    3,
  ],
  ['a row added at the end', [...ROWS, ...ROWS.slice(0, 1)], 4],
  ['the last row deleted', ROWS.slice(0, -1), 3],
  ['a row inserted above: those below moved', [...ROWS.slice(0, 1), ...ROWS.slice(0, 1), ...ROWS.slice(1)], 1],
  ['the first row deleted: those below moved', ROWS.slice(1), 0],
  ['the rows sorted another way', [...ROWS].reverse(), 0],
])('%s', (_, rows, kept) => {
  const reader = new LedgerReader();
  const before = read(reader, ROWS);
  expect(keptOf(before, read(reader, rows))).toBe(kept);
});

test('an amount that its cell shows as a date or as dollars now, or no longer, by its format alone', () => {
  const reader = new LedgerReader();
  const rows = changed(0, 4, 45_058);
  const workbook = ledgerWorkbook(convention2023(), [HEADINGS, ...rows], {});
  const [sheet, ...others] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const key = formulaKey((sheet.used?.top ?? 0) + 1, (sheet.used?.left ?? 0) + 4);
  const shownAs = (shown: ShownNumber): WorkbookSnapshot => ({
    ...workbook,
    sheets: [{ ...sheet, shown: new Map([[key, shown]]) }, ...others],
  });
  const readings = [workbook, shownAs({ kind: 'date' }), shownAs({ kind: 'currency', words: '$' }), workbook];
  const amounts = readings.map((one) => rowsOf(reader, one)[0]?.ae);
  expect(amounts.map((ae) => (ae?.kind === 'unreadable' ? ae.raw : ae?.kind))).toEqual([
    'amount',
    '12/05/2023',
    '45058 $',
    'amount',
  ]);
});

test('an amount of a column in k€ that its cell shows in euros now, alone or with the others', () => {
  const reader = new LedgerReader();
  const workbook = ledgerWorkbook(convention2023(), [put(HEADINGS, 4, 'Montant AE (k€)'), ...ROWS], {});
  const [sheet, ...others] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const row = (sheet.used?.top ?? 0) + 1;
  const shownInEuros = (areMost: boolean): WorkbookSnapshot => {
    const inEuros = new Map([[(sheet.used?.left ?? 0) + 4, { rows: [row, row], areMost }]]);
    return { ...workbook, sheets: [{ ...sheet, inEuros }, ...others] };
  };
  const amounts = [workbook, shownInEuros(false), shownInEuros(true), workbook].map(
    (one) => rowsOf(reader, one)[0]?.ae,
  );
  expect(amounts.map((ae) => (ae?.kind === 'unreadable' ? ae.raw : ae?.kind === 'amount' && ae.cents))).toEqual([
    1000_000_00,
    '1000 €',
    1000_000_00,
    1000_000_00,
  ]);
});

test.each<readonly [what: string, headings: readonly CellValue[], look: LedgerLook]>([
  ['a column that means something else', put(HEADINGS, 1, 'Titulaire'), {}],
  ['a column in thousands of euros', put(HEADINGS, 6, 'Montant CP (k€)'), {}],
  ['a heading in other words', put(HEADINGS, 6, 'CP'), {}],
  ['a table that becomes a range', HEADINGS, { isTable: false }],
])('everything is read again after %s', (_, headings, look) => {
  const reader = new LedgerReader();
  const before = read(reader, ROWS);
  expect(keptOf(before, read(reader, ROWS, headings, look))).toBe(0);
});

test('everything is read again when the date system changes', () => {
  const reader = new LedgerReader();
  const workbook = ledgerWorkbook(convention2023(), [HEADINGS, ...ROWS]);
  const before = rowsOf(reader, workbook);
  expect(keptOf(before, rowsOf(reader, { ...workbook, uses1904Dates: true }))).toBe(0);
});
