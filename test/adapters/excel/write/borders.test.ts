/** The borders of a cell after a writing and its undo: those of the team, in their colours; others are not touched. */
import type { StyleName, WritePlan } from '../../../../src/workbook/plan';
import { PLAIN_LOOK, startExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const BORDER = { line: 'thin', color: '000000' } as const;
const AREA = { top: 0, left: 0, rows: 1, columns: 1 };

test.each<[style: StyleName, color: string]>([
  ['text', '000000'],
  ['text', 'C00000'],
  ['title', '000000'],
  ['title', 'C00000'],
])('the style %s over borders of colour %s', async (style, color) => {
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['PDE']] } }]));
  const id = excel.grid.sheets()[0]?.id ?? '';
  excel.grid.formatArea(id, AREA, { style: { ...PLAIN_LOOK, top: { ...BORDER, color }, bottom: BORDER } });
  const before = excel.grid.readStyle(id, 0, 0);
  const plan: WritePlan = {
    purpose: 'repair',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[{ value: 'écrit', style }]] }],
  };
  const { undo } = valueOf(await excel.workbook.apply(plan));
  await excel.host.settled();
  expect(excel.grid.readStyle(id, 0, 0)).not.toEqual(before);
  valueOf(await excel.workbook.apply(undo));
  await excel.host.settled();
  expect(excel.grid.readStyle(id, 0, 0)).toEqual(before);
  excel.dispose();
});
