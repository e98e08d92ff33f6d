/** A document is written whatever Excel thinks of its page: no printer, panes of the active sheet only, no fit to pages. */
import type { Weakness } from '../../../../workbench/host/rich-api/model';
import type { WritePlan } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedExcel;

beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['Axe', 'AE']] } }, { name: 'Vide' }]));
});

afterEach(() => excel.dispose());

const WIDE = Array.from({ length: 20 }, (_, column) => ({ value: column }));

/** A new sheet and an empty one of the team, both with their page. */
const PLAN: WritePlan = {
  purpose: 'documents',
  expected: [],
  steps: [
    { kind: 'addSheet', sheet: 'Bilan' },
    { kind: 'setCells', sheet: 'Bilan', top: 0, left: 0, cells: [WIDE] },
    { kind: 'setPage', sheet: 'Bilan', landscape: true, titleRows: 1 },
    { kind: 'freezeRows', sheet: 'Bilan', rows: 1 },
    { kind: 'setCells', sheet: 'Vide', top: 0, left: 0, cells: [[{ value: 'Annexe' }]] },
    { kind: 'setPage', sheet: 'Vide', landscape: false },
  ],
};

const sheetOf = (name: string) => excel.grid.sheets().find((sheet) => sheet.name === name);
const firstCell = (name: string): unknown =>
  excel.grid.readValues(sheetOf(name)?.id ?? '', { top: 0, left: 0, rows: 1, columns: 1 })[0]?.[0];

test('all is dressed where Excel can, and undone', async () => {
  const before = await everythingIn(excel);
  const applied = valueOf(await excel.workbook.apply(PLAN));
  expect(applied.undressed).toEqual([]);
  expect(sheetOf('Bilan')).toMatchObject({ freeze: { rows: 1 }, page: { orientation: 'landscape', pagesWide: 1 } });
  expect(sheetOf('Vide')?.page.footer).not.toEqual(['', '', '']);
  valueOf(await excel.workbook.apply(applied.undo));
  expect(await everythingIn(excel)).toEqual(before);
});

test.each`
  weakness                    | undressed            | frozen
  ${'noPrinter'}              | ${['Bilan', 'Vide']} | ${1}
  ${'freezesActiveSheetOnly'} | ${['Bilan']}         | ${0}
`(
  '$weakness: the cells are written, the sheets that are not dressed are named',
  async ({ weakness, undressed, frozen }: { weakness: Weakness; undressed: string[]; frozen: number }) => {
    const before = await everythingIn(excel);
    excel.host.model.weaknesses.add(weakness);
    const applied = valueOf(await excel.workbook.apply(PLAN));
    expect(applied.undressed).toEqual(undressed);
    expect([firstCell('Bilan'), firstCell('Vide'), sheetOf('Bilan')?.freeze.rows]).toEqual([0, 'Annexe', frozen]);
    excel.host.model.weaknesses.clear();
    valueOf(await excel.workbook.apply(applied.undo));
    expect(await everythingIn(excel)).toEqual(before);
  },
);

test('where the fit to one page wide is passed over, a scale is computed from the width of the sheet', async () => {
  excel.host.model.weaknesses.add('ignoresFitToPages');
  valueOf(await excel.workbook.apply(PLAN));
  const scale = sheetOf('Bilan')?.page.scale ?? 0;
  expect(scale).toBeGreaterThanOrEqual(10);
  expect(scale).toBeLessThan(100);
  expect(sheetOf('Vide')?.page.scale).toBe(100);
});

test('without a printer, the sheet of the journal that the first writing adds does not stop it either', async () => {
  excel.host.model.weaknesses.add('noPrinter');
  const journal: WritePlan['journal'] = [
    { kind: 'addSheet', sheet: 'Journal' },
    { kind: 'setCells', sheet: 'Journal', top: 0, left: 0, cells: [[{ value: 'Correction' }]] },
    { kind: 'setPage', sheet: 'Journal', landscape: true, titleRows: 1 },
    { kind: 'freezeRows', sheet: 'Journal', rows: 1 },
  ];
  const repair: WritePlan = {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Vide', top: 0, left: 0, cells: [[{ value: 'corrigé' }]] }],
    journal,
  };
  const applied = valueOf(await excel.workbook.apply(repair));
  expect([applied.undressed, firstCell('Vide'), firstCell('Journal')]).toEqual([['Journal'], 'corrigé', 'Correction']);
  excel.host.model.weaknesses.clear();
  valueOf(await excel.workbook.apply(applied.undo));
  expect([firstCell('Journal'), sheetOf('Journal')?.freeze.rows]).toEqual(['Correction', 1]);
});
