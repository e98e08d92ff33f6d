/** Worksheets through the real client: identity, order, visibility, protection, panes, page. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(
    workbookOf([
      { name: 'Convention', blocks: { A1: [['Clé', 'Valeur']] } },
      { name: 'Suivi 2023', blocks: { B3: [['PDE', 12]] } },
      { name: 'Archives', more: { visibility: 'veryHidden', tabColor: 'FF0000' } },
    ]),
  );
});

afterEach(() => excel.dispose());

const names = (): string[] => excel.grid.sheets().map((sheet) => sheet.name);

test('the sheets, in order, with their properties', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name,items/id,items/position,items/visibility,items/tabColor,items/showGridlines');
    await context.sync();
    expect(
      worksheets.items.map(({ name, position, visibility, tabColor, showGridlines }) => [
        name,
        position,
        visibility,
        tabColor,
        showGridlines,
      ]),
    ).toEqual([
      ['Convention', 0, 'Visible', '', true],
      ['Suivi 2023', 1, 'Visible', '', true],
      ['Archives', 2, 'VeryHidden', '#FF0000', true],
    ]);
    expect(worksheets.items.map(({ id }) => id)).toEqual(excel.grid.sheets().map(({ id }) => id));
  });
});

test('the comments of a sheet, with their place', async () => {
  const sheetId = excel.grid.sheets()[1]?.id ?? '';
  excel.host.model.comments.push({ id: 'c1', sheetId, row: 2, column: 2, content: 'À vérifier' });
  await excel.run(async (context) => {
    const [first, second] = ['Convention', 'Suivi 2023'].map(
      (name) => context.workbook.worksheets.getItem(name).comments,
    );
    for (const comments of [first, second]) comments!.load('items/id,items/content');
    await context.sync();
    expect(first!.items).toEqual([]);
    expect(second!.items.map(({ id, content }) => [id, content])).toEqual([['c1', 'À vérifier']]);
    const place = second!.items[0]!.getLocation();
    place.load('address');
    await context.sync();
    expect(place.address).toBe("'Suivi 2023'!C3");
  });
});

test('a sheet is found by its name in any case, by its id, or not at all', async () => {
  const id = excel.grid.sheets()[1]?.id ?? '';
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const [byName, byId, absent] = [
      worksheets.getItem('SUIVI 2023'),
      worksheets.getItem(id),
      worksheets.getItemOrNullObject('Bilan'),
    ];
    byName.load('id');
    byId.load('name');
    await context.sync();
    expect([byName.id, byId.name, absent.isNullObject]).toEqual([id, 'Suivi 2023', true]);
  });
});

test('members of a missing sheet are null objects too', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItemOrNullObject('Bilan').getUsedRangeOrNullObject();
    range.load('address');
    await context.sync();
    expect(range.isNullObject).toBe(true);
  });
});

test('first, last, neighbours and counts, with or without hidden sheets', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const [all, shown] = [worksheets.getCount(), worksheets.getCount(true)];
    const [first, last, lastShown] = [worksheets.getFirst(), worksheets.getLast(), worksheets.getLast(true)];
    const next = first.getNextOrNullObject(true);
    const none = last.getNextOrNullObject();
    const previous = last.getPreviousOrNullObject();
    [first, last, lastShown, next, previous].forEach((sheet) => sheet.load('name'));
    await context.sync();
    expect([all.value, shown.value]).toEqual([3, 2]);
    expect([first, last, lastShown, next, previous].map(({ name }) => name)).toEqual([
      'Convention',
      'Archives',
      'Suivi 2023',
      'Suivi 2023',
      'Suivi 2023',
    ]);
    expect(none.isNullObject).toBe(true);
  });
});

test('added at the end, renamed, moved, coloured, hidden, deleted', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Bilan');
    sheet.name = 'Bilan annuel';
    sheet.position = 0;
    sheet.tabColor = '#000091';
    sheet.showGridlines = false;
    sheet.visibility = 'Hidden';
    await context.sync();
    expect(names()).toEqual(['Bilan annuel', 'Convention', 'Suivi 2023', 'Archives']);
    expect(excel.grid.sheets()[0]).toMatchObject({ tabColor: '000091', showGridlines: false, visibility: 'hidden' });
    sheet.delete();
    context.workbook.worksheets.add();
    await context.sync();
    expect(names()).toEqual(['Convention', 'Suivi 2023', 'Archives', 'Feuil1']);
  });
});

test('activated, and reported as active', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi 2023').activate();
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load('name');
    await context.sync();
    expect(active.name).toBe('Suivi 2023');
  });
});

test('protected and unprotected', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Convention');
    sheet.protection.protect();
    sheet.protection.load('protected');
    await context.sync();
    expect(sheet.protection.protected).toBe(true);
    sheet.protection.unprotect();
    sheet.protection.load('protected');
    await context.sync();
    expect(sheet.protection.protected).toBe(false);
  });
});

test('ranges of a sheet: by address, by indexes, by cell, the whole, the used one', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi 2023');
    const ranges = [
      sheet.getRange('B3:C3'),
      sheet.getRangeByIndexes(2, 1, 1, 2),
      sheet.getCell(0, 4),
      sheet.getUsedRange(),
      sheet.getUsedRange(true),
      sheet.getRange(),
    ];
    ranges.forEach((range) => range.load('address'));
    const empty = context.workbook.worksheets.getItem('Archives').getUsedRangeOrNullObject(true);
    await context.sync();
    const address = (local: string): string => `'Suivi 2023'!${local}`;
    expect(ranges.map((range) => range.address)).toEqual(
      ['B3:C3', 'B3:C3', 'E1', 'B3:C3', 'B3:C3', 'A:XFD'].map(address),
    );
    expect(empty.isNullObject).toBe(true);
  });
});

test.each`
  freeze                                                            | rows | columns | location
  ${(panes: Excel.WorksheetFreezePanes) => panes.freezeRows(3)}     | ${3} | ${0}    | ${'Convention!1:3'}
  ${(panes: Excel.WorksheetFreezePanes) => panes.freezeColumns(2)}  | ${0} | ${2}    | ${'Convention!A:B'}
  ${(panes: Excel.WorksheetFreezePanes) => panes.freezeAt('A1:B3')} | ${3} | ${2}    | ${'Convention!A1:B3'}
`('frozen panes: $rows rows, $columns columns', async ({ freeze, rows, columns, location }) => {
  await excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem('Convention');
    freeze(freezePanes);
    const [found, sure] = [freezePanes.getLocationOrNullObject(), freezePanes.getLocation()];
    [found, sure].forEach((range) => range.load('address'));
    await context.sync();
    expect(excel.grid.sheets()[0]?.freeze).toEqual({ rows, columns });
    expect([found.address, sure.address]).toEqual([location, location]);
    freezePanes.unfreeze();
    const none = freezePanes.getLocationOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

test('page layout: orientation, paper, fit to pages, scale, titles, print area', async () => {
  await excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem('Convention');
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A3';
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintTitleRows('$1:$2');
    pageLayout.setPrintArea('A1:F40');
    pageLayout.load('orientation,paperSize,zoom');
    const titles = pageLayout.getPrintTitleRowsOrNullObject();
    const printed = pageLayout.getPrintAreaOrNullObject();
    titles.load('address');
    printed.load('address');
    await context.sync();
    expect([pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom]).toEqual([
      'Landscape',
      'A3',
      { horizontalFitToPages: 1 },
    ]);
    expect([titles.address, printed.address]).toEqual(['Convention!1:2', 'Convention!A1:F40']);
    pageLayout.zoom = { scale: 80 };
    pageLayout.load('zoom');
    await context.sync();
    expect(pageLayout.zoom).toEqual({ scale: 80 });
  });
});

test('the footer of the page: each side keeps its text', async () => {
  await excel.run(async (context) => {
    const foot = context.workbook.worksheets.getItem('Convention').pageLayout.headersFooters.defaultForAllPages;
    foot.leftFooter = '&A';
    foot.rightFooter = 'Page &P / &N';
    foot.load('leftFooter,centerFooter,rightFooter');
    await context.sync();
    expect([foot.leftFooter, foot.centerFooter, foot.rightFooter]).toEqual(['&A', '', 'Page &P / &N']);
    foot.centerFooter = 'au 31/12/2023';
    await context.sync();
    expect(excel.grid.sheets().find(({ name }) => name === 'Convention')?.page.footer).toEqual([
      '&A',
      'au 31/12/2023',
      'Page &P / &N',
    ]);
  });
});

test('page breaks: only manual ones, in the order of the rows', async () => {
  await excel.run(async (context) => {
    const { horizontalPageBreaks } = context.workbook.worksheets.getItem('Convention');
    horizontalPageBreaks.add('A20');
    horizontalPageBreaks.add('B5:C9');
    horizontalPageBreaks.add('A20');
    horizontalPageBreaks.load('items/rowIndex');
    await context.sync();
    expect(horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex)).toEqual([4, 19]);
    const cells = horizontalPageBreaks.items.map((item) => item.getCellAfterBreak());
    const first = horizontalPageBreaks.getItem(0).getCellAfterBreak();
    for (const cell of [...cells, first]) cell.load('address');
    await context.sync();
    expect([...cells, first].map(({ address }) => address)).toEqual([
      'Convention!A5',
      'Convention!A20',
      'Convention!A5',
    ]);
    horizontalPageBreaks.removePageBreaks();
    horizontalPageBreaks.load('items');
    await context.sync();
    expect(horizontalPageBreaks.items).toEqual([]);
  });
  await expect(
    excel.run(async (context) => {
      context.workbook.worksheets.getItem('Convention').horizontalPageBreaks.add('A1');
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('a sheet is calculated on demand', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi 2023');
    sheet.getRange('D3').formulas = [['=C3*2']];
    sheet.calculate(true);
    await context.sync();
    expect(excel.grid.readValues(excel.grid.sheets()[1]?.id ?? '', { top: 2, left: 3, rows: 1, columns: 1 })).toEqual([
      [24],
    ]);
  });
});

type Sheets = Excel.WorksheetCollection;

describe('refusals', () => {
  test.each`
    what                           | act                                                                          | code
    ${'a name already taken'}      | ${(sheets: Sheets) => sheets.add('convention')}                              | ${'ItemAlreadyExists'}
    ${'a name with a slash'}       | ${(sheets: Sheets) => sheets.add('a/b')}                                     | ${'InvalidArgument'}
    ${'a name too long'}           | ${(sheets: Sheets) => sheets.add('x'.repeat(32))}                            | ${'InvalidArgument'}
    ${'a missing sheet'}           | ${(sheets: Sheets) => sheets.getItem('Bilan').load('name')}                  | ${'ItemNotFound'}
    ${'deleting a veryHidden one'} | ${(sheets: Sheets) => sheets.getItem('Archives').delete()}                   | ${'InvalidOperation'}
    ${'an invalid address'}        | ${(sheets: Sheets) => sheets.getItem('Archives').getRange('A0')}             | ${'InvalidArgument'}
    ${'a cell outside the sheet'}  | ${(sheets: Sheets) => sheets.getItem('Archives').getCell(-1, 0)}             | ${'InvalidArgument'}
    ${'impossible panes'}          | ${(sheets: Sheets) => sheets.getItem('Archives').freezePanes.freezeRows(-1)} | ${'InvalidArgument'}
  `('$what is $code', async ({ act, code }: { act: (sheets: Sheets) => void; code: string }) => {
    const refused = excel.run(async (context) => {
      act(context.workbook.worksheets);
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code });
  });

  test('the last visible sheet can neither be hidden nor deleted', async () => {
    for (const act of [
      (sheet: Excel.Worksheet) => sheet.delete(),
      (sheet: Excel.Worksheet) => (sheet.visibility = 'Hidden'),
    ]) {
      const refused = excel.run(async (context) => {
        context.workbook.worksheets.getItem('Convention').visibility = 'Hidden';
        act(context.workbook.worksheets.getItem('Suivi 2023'));
        await context.sync();
      });
      await expect(refused).rejects.toMatchObject({ code: 'InvalidOperation' });
      excel.grid.changeSheet(excel.grid.sheets()[0]?.id ?? '', { visibility: 'visible' });
    }
  });

  test('a protected structure keeps its sheets', async () => {
    excel.grid.structureProtected = true;
    const refused = excel.run(async (context) => {
      context.workbook.worksheets.add('Bilan');
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});
