/** Areas that the formula of a cell fills: `hasSpill` of a range, and the area of the cell that has the formula. */
import { startExcel, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedExcel;
afterEach(() => excel.dispose());

test('a range in such an area, one that holds some of it, and one beside', async () => {
  const blocks = { A1: [[1], [2], [3]], C1: [['=TRANSPOSE(TRANSPOSE(A1:A3))']] };
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks }]), { computes: true });
  await excel.grid.calculated();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    const ranges = ['C1:C3', 'C2', 'A1:C9', 'A1:B9'].map((address) => sheet.getRange(address));
    const filled = ['C1', 'C2', 'A1'].map((address) => sheet.getRange(address).getSpillingToRangeOrNullObject());
    for (const range of ranges) range.load('hasSpill');
    for (const range of filled) range.load('address');
    await context.sync();
    expect(ranges.map(({ hasSpill }) => hasSpill)).toEqual([true, true, null, false]);
    expect(filled.map((range) => (range.isNullObject ? null : range.address))).toEqual(['Suivi!C1:C3', null, null]);
    sheet.getRange('C1:C2').getSpillingToRangeOrNullObject();
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
