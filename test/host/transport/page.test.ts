/** The page transport under the real Office.js, booted from its own files as in Excel on the web. */
import { Host } from '../../../src/host/host';
import { createHeadlessGrid } from '../../../src/host/univer/headless';
import { workbookOf } from '../../support/grid-workbook';
import { openPage, type OpenPage } from '../../support/office-page';

const workbook = workbookOf([{ name: 'Suivi 2023', blocks: { A1: [['PDE', 12]] } }]);

let host: Host;
let page: OpenPage;

afterEach(() => {
  page.close();
  host.dispose();
});

test('Office is ready, and knows its host, its language and its requirement sets', async () => {
  host = new Host(createHeadlessGrid(workbook));
  page = await openPage(host, { apiSets: { ExcelApi: '1.13', SharedRuntime: '1.1' } });
  expect(await page.Office.onReady()).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  expect(page.Office.context.displayLanguage).toBe('fr-FR');
  expect(page.Office.context.requirements.isSetSupported('ExcelApi', '1.13')).toBe(true);
  expect(page.Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(false);
});

test('Excel.run reaches the workbook', async () => {
  host = new Host(createHeadlessGrid(workbook));
  page = await openPage(host);
  const values = await page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi 2023').getRange('A1:B1');
    range.load('values');
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([['PDE', 12]]);
});
