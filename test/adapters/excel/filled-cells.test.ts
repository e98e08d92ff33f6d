/**
 * Cells that a formula of the team fills, some with an empty text: no plan writes in them, also when the formula came
 * after the last reading, and no undo makes constants of them.
 */
import type { Dossier } from '../../../src/application/dossier';
import { planDocuments } from '../../../src/application/documents/documents';
import { openDossier } from '../../../src/application/open-dossier';
import { planExtendTable } from '../../../src/application/writing/extend-table';
import { planFormula } from '../../../src/application/writing/insert-formula';
import { planNewRow } from '../../../src/application/writing/new-row';
import { planNoStatusColumn, planStatusColumn } from '../../../src/application/writing/status-column';
import type { Result } from '../../../src/domain/result';
import { areaAddress, cellAddress, parseArea, type Area, type CellValue } from '../../../src/workbook/cells';
import type { Failure } from '../../../src/workbook/failure';
import type { WritePlan } from '../../../src/workbook/plan';
import { convention2023 } from '../../support/conventions';
import { startExcel, valueOf, type StartedExcel } from '../../support/excel/excel';
import { area, workbookOf, type Content, type SheetText } from '../../support/excel/grid-workbook';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { withLine } from '../../support/ledgers/typing';
import { DocumentReader } from '../../support/readers/document-reader';
import { START, withDocuments } from '../../support/troubles/scene';
import { gridOf } from '../../support/troubles/scene-grid';

/** An empty text, which Excel shows as a blank cell. */
const EMPTY = '=MID("a",2,1)';
const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE'];
const ROWS = [0, 1, 2].map((at): Content[] => ['PDE', String(1_400_000_001 + at), 45_000, `Étude ${at}`, 9]);
const BILAN = 'Bilan financier 2023';

let excel: StartedExcel;
afterEach(() => excel.dispose());

const idOf = (sheet: string): string => excel.grid.sheets().find(({ name }) => name === sheet)?.id ?? '';
const shownIn = (sheet: string, place: Area): CellValue[] =>
  excel.grid.readValues(idOf(sheet), place).flat() as CellValue[];
const filledBy = (list: readonly (readonly Content[])[]): string =>
  `=TRANSPOSE(TRANSPOSE(Listes!A1:${cellAddress(list.length - 1, list[0]!.length - 1)}))`;

/** The ledger on a sheet, and on another one what the formulas of the team take. */
async function start(
  list: readonly (readonly Content[])[],
  blocks: SheetText['blocks'],
  tables: Parameters<typeof workbookOf>[1] = [],
): Promise<Dossier> {
  const sheets = [
    { name: 'Suivi', blocks: { A1: [HEADINGS], A2: ROWS, ...blocks } },
    { name: 'Listes', blocks: { A1: list } },
  ];
  excel = startExcel(workbookOf(sheets, tables), { computes: true });
  await excel.grid.calculated();
  return dossier();
}

async function dossier(): Promise<Dossier> {
  return valueOf(openDossier(await excel.read(), { convention: convention2023() }));
}

/** A formula that somebody enters. */
async function enter(cell: string, formula: string): Promise<void> {
  const { top, left } = area(cell);
  excel.grid.actingAs('user', () => excel.grid.writeCells(idOf('Suivi'), top, left, [[{ formula }]]));
  await excel.grid.calculated();
}

const refusal = (cell: string, sheet = 'Suivi') => ({
  ok: false,
  failure: { code: 'occupied', sheet, cell, isOfFormula: true },
});
const LIST = [
  ['!', EMPTY],
  [EMPTY, EMPTY],
  ['!', EMPTY],
];
const inserted = (cell: string, { workbook }: Dossier): Result<WritePlan, Failure> =>
  planFormula(workbook, { sheet: 'Suivi', area: area(cell) }, '=1+1');

test.each<[string, string, (given: Dossier) => Result<WritePlan, Failure>]>([
  ['the column of controls beside the ledger', 'G2', planStatusColumn],
  ['a formula inserted in a cell', 'G3', (given) => inserted('G3', given)],
])('%s: refused at %s, which shows nothing', async (_, cell, planned) => {
  const given = await start(LIST, { F1: [['Alerte']], F2: [[filledBy(LIST)]] });
  expect(given.workbook.sheets[0]!.arrays?.map(areaAddress)).toEqual(['F2:G4']);
  expect(planned(given)).toEqual(refusal(cell));
});

test('rows that a formula fills do not become rows of a Table, in which Excel allows no such formula', async () => {
  const list = [['PDE'], ['PDE']];
  const below = ROWS.slice(0, 2).map((row) => row.slice(1));
  const blocks = { B5: below, A5: [[filledBy(list)]] };
  const { workbook } = await start(list, blocks, [{ name: 'T_Suivi', sheet: 'Suivi', area: 'A1:E4' }]);
  expect(planExtendTable(workbook, { sheet: 'Suivi', area: area('A5:E6') })).toEqual(refusal('A6'));
});

test('a new row of a Table is refused where a formula beside it fills the cells under it', async () => {
  const list = [['!', EMPTY, EMPTY]];
  const rows = [HEADINGS, ...ROWS];
  const sheets = [
    { name: 'Suivi', blocks: { B1: rows, A5: [[filledBy(list)]] } },
    { name: 'Listes', blocks: { A1: list } },
  ];
  excel = startExcel(workbookOf(sheets, [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B1:F4' }]), { computes: true });
  await excel.grid.calculated();
  const texts = { ministerialAxis2: 'PDE', ae: '5' };
  expect(planNewRow(await dossier(), { sheet: 'Suivi', nature: 'AE', texts })).toEqual(refusal('B5'));
});

test('a formula entered since the reading fills the cell: refused by the writing itself, whatever it shows', async () => {
  const given = await start(LIST, {});
  const plan = valueOf(inserted('H3', given));
  await enter('G2', filledBy(LIST));
  expect(await excel.workbook.apply(plan)).toEqual(refusal('H3'));
  expect(shownIn('Suivi', area('G2'))).toEqual(['!']);
});

test('the undo of a removed column writes nothing in cells that a formula fills since', async () => {
  const list = [['!'], [EMPTY], [EMPTY]];
  const given = await start(list, { A1: [], A2: [], A3: [HEADINGS, ...ROWS] });
  valueOf(await excel.workbook.apply(valueOf(planStatusColumn(given))));
  const { undo } = valueOf(await excel.workbook.apply(valueOf(planNoStatusColumn(await excel.read()))));
  await enter('F2', filledBy(list));
  expect(await excel.workbook.apply(undo)).toEqual(refusal('F3'));
  await excel.grid.calculated();
  expect(shownIn('Suivi', area('F2'))).toEqual(['!']);
});

test.each([
  ['texts', [['n1'], ['n2'], ['n3']]],
  ['empty texts under the first', [['n1'], [EMPTY], [EMPTY]]],
])('comments of a document that a formula fills with %s are not moved as constants', async (_, list) => {
  excel = startExcel(gridOf(withDocuments(START, ['annexe1', 'bilan'])), { computes: true });
  await excel.host.settled();
  const { address } = new DocumentReader(await excel.read(), BILAN).find('Frais annexes', 'Observations');
  const { top, left } = parseArea(address)!;
  excel.grid.addSheet('Listes');
  list.forEach(([content], row) =>
    excel.grid.writeCells(idOf('Listes'), row, 0, [
      [content === EMPTY ? { formula: content } : { value: content ?? null }],
    ]),
  );
  excel.grid.writeCells(idOf(BILAN), top, left, [[{ formula: filledBy(list) }]]);
  await excel.grid.calculated();
  await excel.host.settled();
  const given = controlled(withLine(await excel.read(), 'Frais de mission', 0));
  expect(planDocuments(given.dossier, given.report, ['bilan'])).toEqual(refusal(cellAddress(top + 1, left), BILAN));
});
