/** The start of the add-in in Office: which Excel it accepts, and what it asks of it. */
import { startOffice } from '../../../src/adapters/excel/office';
import { startExcel, type StartedExcel } from '../../support/excel/excel';
import { workbookOf } from '../../support/excel/grid-workbook';

let excel: StartedExcel;
afterEach(() => excel.dispose());

const BOOK = workbookOf([{ name: 'A' }]);

test.each`
  version   | failure                                            | protection | sheetNames
  ${'1.12'} | ${{ code: 'excelTooOld', needs: 'ExcelApi 1.13' }} | ${false}   | ${false}
  ${'1.13'} | ${null}                                            | ${false}   | ${false}
  ${'1.14'} | ${null}                                            | ${true}    | ${false}
  ${'1.17'} | ${null}                                            | ${true}    | ${true}
`(
  'ExcelApi $version',
  async ({
    version,
    failure,
    protection,
    sheetNames,
  }: {
    version: string;
    failure: unknown;
    protection: boolean;
    sheetNames: boolean;
  }) => {
    excel = startExcel(BOOK, { apiSets: { ExcelApi: version } });
    const start = await startOffice();
    expect(start.failure).toEqual(failure);
    expect(start.host.events).toEqual({ protection, sheetNames });
  },
);

test.each([
  ['1.17', true, false],
  ['1.18', true, true],
  ['1.18', false, false],
])('notes, in ExcelApi %s, with a client that knows them: %s', async (version, isKnown, expected) => {
  excel = startExcel(BOOK, { apiSets: { ExcelApi: version }, givesNotes: isKnown });
  expect((await startOffice()).host.givesNotes).toBe(expected);
});

test('another application of Office is refused as well', async () => {
  excel = startExcel(BOOK);
  Object.assign(Office, { onReady: async () => ({ host: 'Word', platform: 'PC' }) });
  expect((await startOffice()).failure).toMatchObject({ code: 'excelTooOld' });
});

test('the language is that of Excel’s menus, the theme that of Office', async () => {
  excel = startExcel(BOOK, { displayLanguage: 'en-GB', isDarkTheme: true });
  expect(await startOffice()).toMatchObject({ displayLanguage: 'en-GB', isDark: true });
});

test('a batch runs on the client’s own Excel.run', async () => {
  excel = startExcel(BOOK);
  const { host } = await startOffice();
  const name = await host.run({ delayForCellEdit: false }, async (context) => {
    const [sheet] = [context.workbook.worksheets.getFirst()];
    sheet?.load('name');
    await context.sync();
    return sheet?.name;
  });
  expect(name).toBe('A');
  await host.pause();
});
