/**
 * A formula entered in a blank column of a Table, which Excel fills whole with it (office-js #2093): one cell was asked
 * for, and the others are as before, then and after « Annuler ».
 */
import type { GridCell } from '../../../../../workbench/host/grid';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

const FORMULA = '=ENVELOPE.REMAINING("PDE","CP")';
const BROKEN = '=_xldudf_ENVELOPE_REMAINING("PDE","CP")';

let excel: StartedExcel;
afterEach(() => excel.dispose());

/** The column « Reste » of a Table of six rows. */
function start(column: readonly (string | null)[]): void {
  const rows = column.map((content, row) => [`EJ ${row}`, content]);
  excel = startExcel(
    workbookOf(
      [{ name: 'Suivi', blocks: { A3: [['EJ', 'Reste'], ...rows] } }],
      [{ name: 'T_Suivi', sheet: 'Suivi', area: `A3:B${3 + rows.length}` }],
    ),
  );
  excel.host.model.weaknesses.add('fillsTableColumns');
}

function column(): readonly (string | null)[] {
  const cells: readonly (GridCell & { row: number; column: number })[] = excel.grid.contents().sheets[0]?.cells ?? [];
  const at = (row: number) => cells.find((cell) => cell.row === row && cell.column === 1);
  return Array.from({ length: 6 }, (_, r) => at(3 + r)?.formula ?? (at(3 + r)?.value as string | undefined) ?? null);
}

const entered = (top: number, before: string | null): WritePlan => ({
  purpose: 'formula',
  expected: [{ sheet: 'Suivi', top, left: 1, contents: [[before]] }],
  steps: [{ kind: 'setCells', sheet: 'Suivi', top, left: 1, cells: [[{ value: null, formula: FORMULA }]] }],
  keepsUndo: true,
});

test.each`
  title                                        | before                                      | row
  ${'the first row of a blank column'}         | ${[null, null, null, null, null, null]}     | ${0}
  ${'a row in the middle'}                     | ${[null, null, null, null, null, null]}     | ${3}
  ${'the only formula of a column, again'}     | ${[null, null, BROKEN, null, null, null]}   | ${2}
  ${'a column of remarks, which Excel leaves'} | ${['vu', null, null, 'à voir', null, null]} | ${1}
`('$title', async ({ before, row }: { before: (string | null)[]; row: number }) => {
  start(before);
  const all = await everythingIn(excel);
  const { undo } = valueOf(await excel.workbook.apply(entered(3 + row, before[row] ?? null)));
  expect(column()).toEqual(before.map((content, at) => (at === row ? FORMULA : content)));
  valueOf(await excel.workbook.apply(undo));
  expect([column(), await everythingIn(excel)]).toEqual([before, all]);
});

test('refused after the formula is entered, the column is as before', async () => {
  start([null, null, null, null, null, null]);
  const plan = entered(4, null);
  excel.host.faults.at(2, { kind: 'failAction', at: 45, code: 'GeneralException' });
  const done = await excel.workbook.apply({ ...plan, steps: [...plan.steps, { kind: 'addSheet', sheet: 'Doc' }] });
  expect(column()).toEqual(done.ok ? [null, FORMULA, null, null, null, null] : [null, null, null, null, null, null]);
});
