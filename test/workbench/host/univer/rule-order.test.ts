/** Conditional formats do not change the order in which formulas are computed. */
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

test('a formula that reads a cell which a rule also reads gets its new value', async () => {
  // The rule at C3 reads E20; taken for the cell B2, it would come before D9, which reads B2 and feeds E20.
  const rule = { areas: [area('A1:C30')], formula: '=OR(A1<0,$E$20<0)', style: { color: 'FF0000' } };
  const grid = createHeadlessGrid(
    workbookOf([
      {
        name: 'Bilan',
        blocks: { C3: [[10]], D9: [['=B2+C3']], E20: [['=D9']], G1: [['=ROUND(E20+1,2)']] },
        more: { highlights: [rule] },
      },
    ]),
  );
  const sheet = grid.sheets()[0]?.id ?? '';
  await grid.calculated();
  for (const typed of [11, 12]) {
    grid.writeCells(sheet, 2, 2, [[{ value: typed }]]);
    await grid.calculated();
    expect(grid.readValues(sheet, area('G1'))).toEqual([[typed + 1]]);
  }
  grid.dispose();
});
