/** The borders of a cell after a writing and its undo: in the colours of the team, also where Excel reports black. */
import type { StyleName, WritePlan } from '../../../../src/workbook/plan';
import { PLAIN_LOOK, startExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const BORDER = { line: 'thin', color: '000000' } as const;
const AREA = { top: 0, left: 0, rows: 1, columns: 1 };

test.each<[style: StyleName, color: string, isReportedBlack: boolean]>([
  ['text', '000000', false],
  ['text', 'C00000', false],
  ['text', 'C00000', true],
  ['title', '000000', true],
  ['title', 'C00000', true],
])('the style %s over borders of colour %s (reported black: %s)', async (style, color, isReportedBlack) => {
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['PDE']] } }]));
  if (isReportedBlack) excel.host.model.weaknesses.add('reportsBlackBorders');
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
