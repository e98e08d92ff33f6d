/** Events through handlers registered with the real client: their contents, their source, and when there are none. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;
let sheetId: string;
let heard: unknown[];

beforeEach(() => {
  excel = startHost(
    workbookOf(
      [
        {
          name: 'Suivi',
          blocks: {
            A1: [
              ['Axe 2', 'Montant'],
              ['PDE', 12],
            ],
            D1: [['=B2*2']],
          },
        },
        { name: 'Autre' },
      ],
      [{ name: 'T_Suivi', sheet: 'Suivi', area: 'A1:B2' }],
    ),
  );
  sheetId = excel.grid.sheets()[0]?.id ?? '';
  heard = [];
});

afterEach(() => excel.dispose());

type Register = (book: Excel.Workbook, hear: (event: object) => Promise<void>) => void;

async function listen(register: Register): Promise<void> {
  await excel.run(async (context) => {
    register(context.workbook, async (event) => void heard.push(event));
    await context.sync();
  });
}

/** Acts as an author, and waits until all events are sent. */
async function after(origin: 'user' | 'coauthor', act: () => void): Promise<unknown[]> {
  excel.grid.actingAs(origin, act);
  await excel.host.settled();
  return heard;
}

const type = (row: number, column: number, value: number | string) => () =>
  excel.grid.writeCells(sheetId, row, column, [[{ value }]]);

test('a typed value: its sheet, its cell, its value before and after', async () => {
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  expect(await after('user', type(1, 1, 13))).toEqual([
    expect.objectContaining({
      type: 'WorksheetChanged',
      worksheetId: sheetId,
      address: 'B2',
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: undefined,
      details: { valueBefore: 12, valueAfter: 13, valueTypeBefore: 'Double', valueTypeAfter: 'Double' },
    }),
  ]);
});

test('several cells at once have no details', async () => {
  await listen((book, hear) => book.worksheets.getItem('Suivi').onChanged.add(hear));
  await after('user', () => excel.grid.writeCells(sheetId, 5, 0, [[{ value: 1 }, { value: 2 }]]));
  expect(heard).toEqual([expect.objectContaining({ address: 'A6:B6', details: undefined })]);
});

test('a typed formula gives its result', async () => {
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  await after('user', () => excel.grid.writeCells(sheetId, 9, 0, [[{ formula: '=B2+1' }]]));
  expect(heard).toEqual([
    expect.objectContaining({
      address: 'A10',
      details: expect.objectContaining({ valueBefore: '', valueAfter: 13 }) as object,
    }),
  ]);
});

test('results of formulas are no edits; they are reported as a calculation', async () => {
  await listen((book, hear) => {
    book.worksheets.onChanged.add(hear);
    book.worksheets.getItem('Suivi').onCalculated.add(hear);
  });
  await after('user', type(1, 1, 13));
  expect(heard).toHaveLength(2);
  expect(heard).toContainEqual(expect.objectContaining({ type: 'WorksheetCalculated', worksheetId: sheetId }));
});

test('a co-author’s edit is remote', async () => {
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  expect(await after('coauthor', type(1, 1, 13))).toEqual([expect.objectContaining({ source: 'Remote' })]);
});

test('our own writing is marked as ours', async () => {
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('B2').values = [[14]];
    await context.sync();
  });
  await excel.host.settled();
  expect(heard).toEqual([expect.objectContaining({ source: 'Local', triggerSource: 'ThisLocalAddin' })]);
});

test('with events off, nothing is sent; on again, later changes are', async () => {
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  await excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Suivi').getRange('B2');
    context.runtime.enableEvents = false;
    cell.values = [[14]];
    context.runtime.enableEvents = true;
    cell.values = [[15]];
    context.runtime.load('enableEvents');
    await context.sync();
    expect(context.runtime.enableEvents).toBe(true);
  });
  await excel.host.settled();
  expect(heard).toEqual([
    expect.objectContaining({ details: expect.objectContaining({ valueBefore: 14, valueAfter: 15 }) as object }),
  ]);
});

test('a table receives only changes of its own cells', async () => {
  await listen((book, hear) => {
    book.tables.getItem('T_Suivi').onChanged.add(hear);
    book.tables.onChanged.add(hear);
  });
  await after('user', type(9, 9, 1));
  expect(heard).toEqual([]);
  await after('user', type(1, 1, 13));
  expect(heard).toEqual([
    expect.objectContaining({ type: 'TableChanged', address: 'B2' }),
    expect.objectContaining({ tableId: excel.grid.tables()[0]?.id }),
  ]);
});

test.each`
  change              | act                                              | address
  ${'RowInserted'}    | ${() => excel.grid.insertRows(sheetId, 1, 2)}    | ${'2:3'}
  ${'RowDeleted'}     | ${() => excel.grid.deleteRows(sheetId, 1, 1)}    | ${'2:2'}
  ${'ColumnInserted'} | ${() => excel.grid.insertColumns(sheetId, 1, 1)} | ${'B:B'}
  ${'ColumnDeleted'}  | ${() => excel.grid.deleteColumns(sheetId, 4, 1)} | ${'E:E'}
`('$change reports $address, and not the formulas that moved', async ({ change, act, address }) => {
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  await after('user', act);
  expect(heard).toEqual([expect.objectContaining({ changeType: change, address })]);
});

test('a look is reported as a format, not as a change', async () => {
  await listen((book, hear) => {
    book.worksheets.onChanged.add(hear);
    book.worksheets.onFormatChanged.add(hear);
  });
  await after('user', () => excel.grid.formatArea(sheetId, area('A1:B1'), { style: { bold: true } }));
  expect(heard).toEqual([expect.objectContaining({ type: 'WorksheetFormatChanged', address: 'A1:B1' })]);
});

test('the selection and the active sheet', async () => {
  await listen((book, hear) => {
    book.worksheets.onSelectionChanged.add(hear);
    book.worksheets.onActivated.add(hear);
    book.worksheets.onDeactivated.add(hear);
  });
  const otherId = excel.grid.sheets()[1]?.id ?? '';
  await after('user', () => excel.grid.select(otherId, area('C3:D4')));
  expect(heard).toEqual([
    { type: 'WorksheetDeactivated', worksheetId: sheetId },
    { type: 'WorksheetActivated', worksheetId: otherId },
    { type: 'WorksheetSelectionChanged', worksheetId: otherId, address: 'C3:D4' },
  ]);
});

test('a selection inside a table', async () => {
  await listen((book, hear) => book.tables.getItem('T_Suivi').onSelectionChanged.add(hear));
  await after('user', () => excel.grid.select(sheetId, area('A2')));
  expect(heard).toEqual([expect.objectContaining({ address: 'A2', isInsideTable: true })]);
});

test('sheets added, renamed, moved, hidden, protected, deleted', async () => {
  await listen((book, hear) => {
    const { worksheets } = book;
    [
      worksheets.onAdded,
      worksheets.onNameChanged,
      worksheets.onMoved,
      worksheets.onVisibilityChanged,
      worksheets.onProtectionChanged,
      worksheets.onDeleted,
    ].forEach((event) => (event as OfficeExtension.EventHandlers<object>).add(hear));
  });
  await after('user', () => {
    const { id } = excel.grid.addSheet('Bilan');
    excel.grid.changeSheet(id, { name: 'Bilan annuel' });
    excel.grid.changeSheet(id, { position: 0 });
    excel.grid.changeSheet(id, { visibility: 'hidden' });
    excel.grid.changeSheet(id, { isProtected: true });
    excel.grid.deleteSheet(id);
  });
  const source = 'Local';
  expect(heard).toEqual([
    expect.objectContaining({ type: 'WorksheetAdded', source }),
    expect.objectContaining({ type: 'WorksheetNameChanged', nameBefore: 'Bilan', nameAfter: 'Bilan annuel', source }),
    expect.objectContaining({ type: 'WorksheetMoved', positionBefore: 2, positionAfter: 0, source }),
    expect.objectContaining({
      type: 'WorksheetVisibilityChanged',
      visibilityBefore: 'Visible',
      visibilityAfter: 'Hidden',
      source,
    }),
    expect.objectContaining({ type: 'WorksheetProtectionChanged', isProtected: true, source }),
    expect.objectContaining({ type: 'WorksheetDeleted', source }),
  ]);
});

test('tables added and deleted', async () => {
  await listen((book, hear) => {
    book.tables.onAdded.add(hear);
    book.tables.onDeleted.add(hear);
  });
  await after('user', () => {
    const { id } = excel.grid.addTable({
      name: 'T_Autre',
      sheetId,
      area: area('F1:G3'),
      hasTotalsRow: false,
      style: 'TableStyleMedium2',
    });
    excel.grid.deleteTable(id);
  });
  expect(heard).toEqual([
    expect.objectContaining({ type: 'TableAdded', worksheetId: sheetId }),
    expect.objectContaining({ type: 'TableDeleted', tableName: 'T_Autre' }),
  ]);
});

test('an event leads to its range', async () => {
  const read = async (event: Excel.WorksheetChangedEventArgs): Promise<string[]> =>
    excel.run(async (context) => {
      const ranges = [event.getRange(context), event.getRangeOrNullObject(context)];
      ranges.forEach((range) => range.load('address'));
      await context.sync();
      return ranges.map(({ address }) => address);
    });
  await listen((book, hear) => book.worksheets.onChanged.add(hear));
  await after('user', type(1, 1, 13));
  expect(await read(heard[0] as Excel.WorksheetChangedEventArgs)).toEqual(['Suivi!B2', 'Suivi!B2']);
});

test('a removed handler receives nothing more', async () => {
  await excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event));
    await context.sync();
    handler.remove();
    await context.sync();
  });
  await after('user', type(1, 1, 13));
  expect(heard).toEqual([]);
});

test('rows hidden or shown have their own event', async () => {
  await listen((book, hear) => {
    book.worksheets.onRowHiddenChanged.add(hear);
    book.worksheets.getItem('Autre').onRowHiddenChanged.add(hear);
  });
  await after('user', () => excel.grid.setRowsHidden(sheetId, 1, 2, true));
  await after('coauthor', () => excel.grid.setRowsHidden(sheetId, 2, 1, false));
  const type = 'WorksheetRowHiddenChanged';
  expect(heard).toEqual([
    { type, worksheetId: sheetId, address: '2:3', changeType: 'Hidden', source: 'Local' },
    { type, worksheetId: sheetId, address: '3:3', changeType: 'Unhidden', source: 'Remote' },
  ]);
});

test('a sort has its own event and no other', async () => {
  await listen((book, hear) => {
    book.worksheets.onChanged.add(hear);
    book.worksheets.onRowSorted.add(hear);
    book.worksheets.getItem('Suivi').onColumnSorted.add(hear);
  });
  excel.host.sort(sheetId, area('A2:B9'), type(1, 1, 15));
  excel.host.sort(sheetId, area('A2:B2'), type(1, 1, 16), 'columns');
  await excel.host.settled();
  expect(heard).toEqual([
    expect.objectContaining({ type: 'WorksheetRowSorted', address: 'A2:B9', worksheetId: sheetId }),
    expect.objectContaining({ type: 'WorksheetColumnSorted', address: 'A2:B2' }),
  ]);
});

test('a change that Excel does not announce; the return to the workbook, which it does', async () => {
  await listen((book, hear) => {
    book.worksheets.onChanged.add(hear);
    book.onActivated.add(hear);
  });
  excel.host.unannounced(type(1, 1, 15));
  await excel.host.settled();
  expect(heard).toEqual([]);
  excel.host.activate();
  await excel.host.settled();
  expect(heard).toEqual([{ type: 'WorkbookActivated' }]);
});
