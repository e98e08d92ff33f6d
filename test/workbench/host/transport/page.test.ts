/** The page transport under the real Office.js, booted from its own files as in Excel on the web. */
import type { RefusalName } from '../../../../workbench/host/faults';
import { Host } from '../../../../workbench/host/host';
import { OFFICE_THEMES } from '../../../../workbench/host/transport/office-theme';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { workbookOf } from '../../../support/excel/grid-workbook';
import { openPage, type OpenPage } from '../../../support/excel/office-page';

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

test.each([true, false])('the add-in reads the theme of Excel when it is dark: %s', async (isDarkTheme) => {
  host = new Host(createHeadlessGrid(workbook));
  page = await openPage(host, { theme: () => OFFICE_THEMES[isDarkTheme ? 'dark' : 'light'] });
  expect(page.Office.context.officeTheme).toMatchObject({ isDarkTheme });
});

test('without one, it reads none, as in Excel on the web', async () => {
  host = new Host(createHeadlessGrid(workbook));
  page = await openPage(host);
  expect(page.Office.context.officeTheme).toBeUndefined();
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

test('events of the workbook reach a handler', async () => {
  host = new Host(createHeadlessGrid(workbook));
  page = await openPage(host);
  const seen = new Promise<Excel.WorksheetChangedEventArgs>((resolve) => {
    void page.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => resolve(event));
      await context.sync();
      host.grid.writeCells(host.grid.sheets()[0]?.id ?? '', 0, 1, [[{ value: 13 }]]);
    });
  });
  expect(await seen).toMatchObject({ address: 'B1', source: 'Local', details: { valueBefore: 12, valueAfter: 13 } });
});

test('a ribbon button runs the associated action and learns when it is over', async () => {
  host = new Host(createHeadlessGrid(workbook));
  const pressed: string[] = [];
  page = await openPage(host, {
    script: ({ Office }) => {
      Office.actions.associate('controlWorkbook', (event: Office.AddinCommands.Event) => {
        pressed.push(event.source.id);
        event.completed();
      });
    },
  });
  expect(await page.transport.invokeCommand('controlWorkbook', 'Enveloppe.Control')).toBe(0);
  expect(pressed).toEqual(['Enveloppe.Control']);
});

test('an action unknown to the add-in returns an error', async () => {
  host = new Host(createHeadlessGrid(workbook));
  page = await openPage(host);
  expect(await page.transport.invokeCommand('nothing', 'Enveloppe.Nothing')).not.toBe(0);
});

test('the pane is shown and hidden on request of the add-in', async () => {
  const states: boolean[] = [];
  host = new Host(createHeadlessGrid(workbook), { onPane: (isShown) => states.push(isShown) });
  page = await openPage(host);
  await page.Office.addin.hide();
  await page.Office.addin.showAsTaskpane();
  expect(states).toEqual([false, true]);
});

test('custom functions stream through the client’s own runtime', async () => {
  host = new Host(createHeadlessGrid(workbook));
  host.registerFunctions(
    {
      functions: [
        { id: 'REMAINING', name: 'REMAINING', parameters: [{ name: 'envelope' }], options: { stream: true } },
      ],
    },
    'ENVELOPE',
  );
  const invocations: CustomFunctions.StreamingInvocation<number>[] = [];
  page = await openPage(host, {
    script: ({ CustomFunctions: runtime }) => {
      runtime.associate('REMAINING', (_: string, invocation: CustomFunctions.StreamingInvocation<number>) => {
        invocations.push(invocation);
        invocation.setResult(426_968);
      });
    },
  });
  const sheet = host.grid.sheets()[0]?.id ?? '';
  const cell = { top: 1, left: 0, rows: 1, columns: 1 };
  host.grid.writeCells(sheet, 1, 0, [[{ formula: '=ENVELOPE.REMAINING("PDE")' }]]);
  await host.grid.calculated();
  expect(host.grid.readValues(sheet, cell)).toEqual([[{ error: '#BUSY!' }]]);
  await nextValue(host, sheet);
  expect(host.grid.readValues(sheet, cell)).toEqual([[426_968]]);
  invocations[0]?.setResult(500_000);
  await nextValue(host, sheet);
  expect(host.grid.readValues(sheet, cell)).toEqual([[500_000]]);
});

function nextValue({ grid }: Host, sheetId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = grid.subscribe((event) => {
      if (event.kind !== 'calculated' || !event.sheetIds.includes(sheetId)) return;
      stop();
      resolve();
    });
  });
}

test.each`
  refusal               | code
  ${'cellEditMode'}     | ${'InvalidOperationInCellEditMode'}
  ${'sessionTimedOut'}  | ${'InvalidOrTimedOutSession'}
  ${'dialogOpen'}       | ${'WriteNotSupportedWhenModalDialogOpen'}
  ${'activityLimit'}    | ${'ActivityLimitReached'}
  ${'requestTooLarge'}  | ${'RequestPayloadSizeLimitExceeded'}
  ${'responseTooLarge'} | ${'ResponsePayloadSizeLimitExceeded'}
  ${'noPermission'}     | ${'AccessDenied'}
`(
  'a request refused for $refusal fails with $code',
  async ({ refusal, code }: { refusal: RefusalName; code: string }) => {
    host = new Host(createHeadlessGrid(workbook));
    page = await openPage(host);
    host.faults.next({ kind: 'refuse', refusal });
    await expect(
      page.Excel.run(async (context) => context.workbook.worksheets.load('items/name') && context.sync()),
    ).rejects.toMatchObject({ code });
  },
);
