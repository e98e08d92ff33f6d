/** « Étendre le tableau »: the rows below an Excel Table become its rows; nothing is written over. */
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { openDossier } from '../../../src/application/open-dossier';
import { planExtendTable } from '../../../src/application/writing/extend-table';
import { areaAddress, parseArea, type CellValue } from '../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';
import { opened, written } from '../../support/readers/xlsx-read';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Objet', 'Montant AE'];
const row = (number: number, amount: number): readonly CellValue[] => [
  'PDE',
  `140000000${number}`,
  45_000 + number,
  'Étude',
  amount,
];
const NOTE: readonly CellValue[] = [null, null, null, 'à vérifier', null];
const TOTAL: readonly CellValue[] = ['Total', null, null, null, 700];
const BLANK: readonly CellValue[] = [];

/** A Table of one row, and rows below it. */
function suivi(below: readonly (readonly CellValue[])[], more: Partial<SheetGiven> = {}): WorkbookSnapshot {
  const tables = { T_Suivi: 'A1:E2' };
  return workbookOf({ name: 'Suivi', rows: [HEADINGS, row(1, 100), ...below], tables, ...more });
}

/** The rows outside the Table that are reported, whether it can take them in, and the AE that count, in euros. */
function reading(workbook: WorkbookSnapshot) {
  const dossier = openDossier(workbook, { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const { rows, reading: facts } = dossier.value.ledger;
  const outside = (facts?.unread ?? []).map(
    ({ area, isExtendable }) => `${area}${isExtendable ? ' can be taken in' : ''}`,
  );
  const ae = rows.reduce((sum, { ae: amount }) => sum + (amount.kind === 'amount' ? amount.cents : 0), 0) / 100;
  return { outside, ae };
}

function extend(workbook: WorkbookSnapshot, address: string) {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is no area`);
  return planExtendTable(workbook, { sheet: 'Suivi', area });
}

const FORMULA = new Map([[16_384 + 4, '=[@Prix]*2']]);

test.each([
  ['one row just below', suivi([row(2, 200)]), ['A3:E3 can be taken in'], 300],
  ['three rows', suivi([row(2, 200), row(3, 300), row(4, 400)]), ['A3:E5 can be taken in'], 1000],
  ['after a blank row', suivi([BLANK, row(2, 200)]), ['A4:E4'], 300],
  ['a note between', suivi([row(2, 200), NOTE, row(3, 300)]), ['A3:E5'], 600],
  ['a total between', suivi([row(2, 200), TOTAL, row(3, 300)]), ['A3:E5'], 600],
  ['a protected sheet', suivi([row(2, 200)], { isProtected: true }), ['A3:E3'], 300],
] as const)('%s: reported, and offered only when it is certain', (_, workbook, outside, ae) => {
  expect(reading(workbook)).toEqual({ outside, ae });
});

test('a typed value in a computed column is not covered: Excel would write the formula over it', () => {
  const book = suivi([row(2, 200)]);
  const computed = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, formulas: FORMULA })) };
  expect(reading(computed)).toEqual({ outside: ['A3:E3'], ae: 300 });
  expect(extend(computed, 'A3:E3')).toMatchObject({ ok: false, failure: { code: 'tableNotPlain' } });
});

test('extended, the rows are those of the Table: no finding, the same sums, the same cells', () => {
  const book = suivi([row(2, 200), row(3, 300)]);
  const plan = extend(book, 'A3:E4');
  if (!plan.ok) throw new Error(plan.failure.code);
  expect(plan.value.steps.map(({ kind }) => kind)).toEqual(['resizeTable']);
  const after = applyPlan(book, plan.value);
  expect(reading(after)).toEqual({ outside: [], ae: 600 });
  expect(after.sheets[0]?.values).toEqual(book.sheets[0]?.values);
});

test('a file: the Table of the copy holds the rows', () => {
  const cells = [HEADINGS, row(1, 100), row(2, 200)].map((values) => values.map((value) => ({ value })));
  const area = { top: 0, left: 0, rows: 2, columns: HEADINGS.length };
  const file = written(
    blankXlsx(),
    { kind: 'addSheet', sheet: 'Suivi' },
    { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells },
    { kind: 'addTable', sheet: 'Suivi', name: 'T_Suivi', area },
  );
  const plan = extend(opened(file).read(), 'A3:E3');
  const copy = plan.ok ? opened(file).apply(plan.value) : plan;
  if (!copy.ok) throw new Error(copy.failure.code);
  const after = opened(copy.value).read();
  expect(after.tables.map((table) => areaAddress(table.area))).toEqual(['A1:E3']);
  expect(reading(after)).toEqual({ outside: [], ae: 300 });
});

test.each([
  ['the table moved', suivi([row(2, 200)]), 'A4:E4', 'changedMeanwhile'],
  ['the sheet is protected', suivi([row(2, 200)], { isProtected: true }), 'A3:E3', 'sheetProtected'],
] as const)('refused when %s', (_, workbook, address, code) => {
  expect(extend(workbook, address)).toMatchObject({ ok: false, failure: { code } });
});
