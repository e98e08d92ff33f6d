/** Rows typed below an Excel Table are counted with it, and reported; totals, notes and other tables are not rows. */
import { openDossier } from '../../../../src/application/open-dossier';
import type { CellValue } from '../../../../src/workbook/cells';
import { formulaKey } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'Montant AE'];
const ej = (number: number, ae: number): readonly CellValue[] => ['PDE', `14057000${number}`, 'Lot', 45_000, ae];

/** The amounts that count, and the totals; then `A4:E4 1 250` for each LEC-02. */
function read(below: Rows, totals: 'typed' | 'computed' | null = null): readonly (number | string)[] {
  const rows = [HEADINGS, ej(11, 100), ...below];
  const workbook = workbookOf({ name: 'Suivi', rows, tables: { T_Suivi: 'A1:E2' } });
  const tables = workbook.tables.map((table) => ({ ...table, hasTotalsRow: totals !== null }));
  const formulas = new Map(totals === 'computed' ? [[formulaKey(2, 4), '=SUBTOTAL(109,T_Suivi[Montant AE])']] : []);
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, formulas }));
  const dossier = openDossier({ ...workbook, sheets, tables }, { convention: convention2023() });
  if (!dossier.ok) return [dossier.failure.code];
  const { rows: counted, totals: sums, reading } = dossier.value.ledger;
  const beside = (reading?.unread ?? []).filter(({ what }) => what === 'beside');
  return [
    ...counted.map(({ ae }) => (ae.kind === 'amount' ? ae.cents / 100 : '–')),
    ...sums.map(({ label }) => label),
    ...beside.map(
      ({ area, rows: count, ae, isCounted }) => `${area} ${count} ${ae / 100} ${isCounted ? 'counted' : 'not'}`,
    ),
  ];
}

test.each<readonly [string, Rows, readonly (number | string)[]]>([
  ['nothing', [], [100]],
  ['a row just below', [ej(12, 250)], [100, 250, 'A3:E3 1 250 counted']],
  ['after blank rows', [[], [], ej(12, 250), ej(13, 10)], [100, 250, 10, 'A5:E6 2 260 counted']],
  ['a total', [['Total', null, null, null, 100]], [100, 'Total']],
  ['a total of an envelope', [['PDE', null, 'Total PDE', null, 100]], [100, 'Total PDE']],
  [
    'a row, then the total',
    [ej(12, 250), ['Total', null, null, null, 350]],
    [100, 250, 'Total', 'A3:E4 1 250 counted'],
  ],
  ['a total whose amount begins with its unit', [['Total', 'HT', null, null, '€ 100,00']], [100, 'Total']],
  ['a total in EUR', [['Total', 'HT', null, null, 'EUR 100,00']], [100, 'Total']],
  [
    'a row whose amount begins with its unit',
    [['PDE', null, 'À venir', null, '€ 30,00']],
    [100, 30, 'A3:E3 1 30 counted'],
  ],
  ['a note', [['Source : Chorus']], [100]],
  ['without an EJ, with an envelope', [['PDE', null, 'À venir', null, 30]], [100, 30, 'A3:E3 1 30 counted']],
])('below the Table: %s', (_, below, expected) => {
  expect(read(below)).toEqual(expected);
});

test.each<readonly [string, Rows, 'typed' | 'computed', readonly (number | string)[]]>([
  ['as Excel makes it', [['Total', null, null, null, 100]], 'computed', [100]],
  ['with a sum alone', [[null, null, null, null, 100]], 'computed', [100]],
  ['with a total that somebody typed, which is checked', [['Total', null, null, null, 90]], 'typed', [100, 'Total']],
  ['with an EJ typed over it', [ej(12, 250)], 'typed', [100, 250, 'A3:E3 1 250 counted']],
  [
    'with an EJ whose amount is a text',
    [[...ej(12, 0).slice(0, 4), '250,00 €']],
    'typed',
    [100, 250, 'A3:E3 1 250 counted'],
  ],
  ['with an EJ whose amount cannot be read', [[...ej(12, 0).slice(0, 4), 'environ 250']], 'typed', [100, '–']],
  [
    'as Excel makes it, and a row below',
    [['Total', null, null, null, 100], ej(12, 7)],
    'computed',
    [100, 7, 'A4:E4 1 7 counted'],
  ],
])('the row of totals of the Table: %s', (_, below, totals, expected) => {
  expect(read(below, totals)).toEqual(expected);
});

test('a table with its own headings below is another table', () => {
  const other: Rows = [[], ['N° EJ', 'N° DP', 'Date paiement', 'Montant CP'], ['1405700011', '0100050001', 45_100, 60]];
  const workbook = workbookOf({ name: 'Suivi', rows: [HEADINGS, ej(11, 100), ...other], tables: { T: 'A1:E2' } });
  const dossier = openDossier(workbook, { convention: convention2023() });
  const blocks =
    dossier.ok && dossier.value.blocks.map(({ table, firstRow, belowTable }) => [table, firstRow, belowTable]);
  expect(blocks).toEqual([
    ['T', 1, undefined],
    [null, 4, undefined],
  ]);
});

test('a plain range above a Table ends there: no row counts twice', () => {
  const rows: Rows = [HEADINGS, ej(11, 100), [], HEADINGS, ej(12, 200)];
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows, tables: { T: 'A4:E5' } }), {
    convention: convention2023(),
  });
  expect(dossier.ok && dossier.value.ledger.rows.map(({ ae }) => ae)).toMatchObject([
    { cents: 10_000 },
    { cents: 20_000 },
  ]);
});
