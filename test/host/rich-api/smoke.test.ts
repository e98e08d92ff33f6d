import { startHost } from '../../support/office-js';
import { workbookOf } from '../../support/grid-workbook';

test('a round trip', async () => {
  const { run, host } = startHost(workbookOf([{ name: 'Suivi 2023', blocks: { A1: [['x', 1]] } }]));
  await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi 2023').getRange('A1:C1');
    range.values = [['a', 2, '=B1*2']];
    range.load('values,address');
    await context.sync();
    expect(range.values).toEqual([['a', 2, 4]]);
    expect(range.address).toBe("'Suivi 2023'!A1:C1");
  });
  host.dispose();
});
