/** Tables and names through the real client. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(
    workbookOf(
      [
        {
          name: 'Suivi',
          blocks: {
            B2: [
              ['Axe 2', 'Montant'],
              ['PDE', 12],
              ['SF', 5],
            ],
            F2: [
              ['x', '', 'x'],
              [1, 2, 3],
            ],
          },
        },
        { name: 'Autre' },
      ],
      [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B2:C4' }],
      [
        { name: 'ENV_Bilan', refersTo: '=Suivi!$B$2:$C$4', comment: 'bilan' },
        { name: 'Taux', refersTo: '=0.5', visible: false },
      ],
    ),
  );
});

afterEach(() => excel.dispose());

test('tables of the workbook, with their properties', async () => {
  await excel.run(async (context) => {
    const { tables } = context.workbook;
    tables.load(
      'count,items/id,items/name,items/showHeaders,items/showTotals,items/style,items/legacyId,items/worksheet/name',
    );
    const count = tables.getCount();
    await context.sync();
    expect([tables.count, count.value]).toEqual([1, 1]);
    const [table] = tables.items;
    expect(table?.toJSON()).toMatchObject({
      name: 'T_Suivi',
      showHeaders: true,
      showTotals: false,
      style: 'TableStyleMedium2',
      legacyId: '1',
    });
    expect(table?.worksheet.name).toBe('Suivi');
  });
});

test('a table is found by name, by id, by position, on its sheet only', async () => {
  await excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    const byName = tables.getItem('t_suivi');
    byName.load('id');
    await context.sync();
    const found = [
      tables.getItem(byName.id),
      tables.getItemAt(0),
      worksheets.getItem('Suivi').tables.getItemOrNullObject('T_Suivi'),
    ];
    const absent = worksheets.getItem('Autre').tables.getItemOrNullObject('T_Suivi');
    found.forEach((table) => table.load('name'));
    await context.sync();
    expect(found.map(({ name }) => name)).toEqual(['T_Suivi', 'T_Suivi', 'T_Suivi']);
    expect(absent.isNullObject).toBe(true);
  });
});

test('the ranges of a table', async () => {
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem('T_Suivi');
    table.showTotals = true;
    const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.getTotalRowRange()];
    ranges.forEach((range) => range.load('address'));
    await context.sync();
    expect(ranges.map(({ address }) => address)).toEqual(['Suivi!B2:C5', 'Suivi!B2:C2', 'Suivi!B3:C4', 'Suivi!B5:C5']);
    table.showTotals = false;
    table.getTotalRowRange().load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
  });
});

test('columns: by name, by id, by position; their ranges and values', async () => {
  await excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem('T_Suivi');
    columns.load('count,items/id,items/name,items/index,items/values');
    const [byName, byId, byPosition, absent] = [
      columns.getItem('montant'),
      columns.getItem(2),
      columns.getItemAt(1),
      columns.getItemOrNullObject('Date'),
    ];
    [byName, byId, byPosition].forEach((column) => column.load('name'));
    const ranges = [byName.getRange(), byName.getHeaderRowRange(), byName.getDataBodyRange()];
    ranges.forEach((range) => range.load('address'));
    const count = columns.getCount();
    await context.sync();
    expect([columns.count, count.value]).toEqual([2, 2]);
    expect(columns.items.map(({ id, name, index, values }) => [id, name, index, values])).toEqual([
      [1, 'Axe 2', 0, [['Axe 2'], ['PDE'], ['SF']]],
      [2, 'Montant', 1, [['Montant'], [12], [5]]],
    ]);
    expect([byName, byId, byPosition].map(({ name }) => name)).toEqual(['Montant', 'Montant', 'Montant']);
    expect(ranges.map(({ address }) => address)).toEqual(['Suivi!C2:C4', 'Suivi!C2', 'Suivi!C3:C4']);
    expect(absent.isNullObject).toBe(true);
    byName.name = 'Montant TTC';
    byName.load('name');
    await context.sync();
    expect(byName.name).toBe('Montant TTC');
    byName.name = 'AXE 2';
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
  });
});

test('a column’s totals cell, when there are totals', async () => {
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem('T_Suivi');
    table.showTotals = true;
    const range = table.columns.getItem('Montant').getTotalRowRange();
    range.load('address');
    await context.sync();
    expect(range.address).toBe('Suivi!C5');
  });
});

test('rows: count, values, one added at the end, one deleted', async () => {
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem('T_Suivi');
    table.rows.add(-1, [['PDE', 7]]);
    table.rows.getItemAt(1).values = [['SF', 6]];
    table.rows.load('count,items/index,items/values');
    const count = table.rows.getCount();
    const range = table.rows.getItemAt(2).getRange();
    range.load('address');
    await context.sync();
    expect([table.rows.count, count.value, range.address]).toEqual([3, 3, 'Suivi!B5:C5']);
    expect(table.rows.items.map(({ index, values }) => [index, values])).toEqual([
      [0, [['PDE', 12]]],
      [1, [['SF', 6]]],
      [2, [['PDE', 7]]],
    ]);
    table.rows.getItemAt(0).delete();
    table.rows.load('count');
    await context.sync();
    expect(table.rows.count).toBe(2);
    table.rows.getItemAt(1).delete(); // the last row: the table ends above it
    table.rows.load('count');
    await context.sync();
    expect(table.rows.count).toBe(1);
  });
});

test('a table is made from cells: headings become unique texts', async () => {
  await excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem('Suivi').tables.add('F2:H3', true);
    table.name = 'ENV_Essai';
    table.style = 'TableStyleLight1';
    table.load('name,style');
    table.columns.load('items/name');
    await context.sync();
    expect([table.name, table.style, table.columns.items.map(({ name }) => name)]).toEqual([
      'ENV_Essai',
      'TableStyleLight1',
      ['x', 'Colonne2', 'x2'],
    ]);
  });
});

test('converted to a range, the cells stay; deleted, they are cleared', async () => {
  await excel.run(async (context) => {
    const cells = context.workbook.worksheets.getItem('Suivi').getRange('B2:C4');
    const range = context.workbook.tables.getItem('T_Suivi').convertToRange();
    range.load('address,values');
    await context.sync();
    expect([range.address, range.values, excel.grid.tables()]).toEqual([
      'Suivi!B2:C4',
      [
        ['Axe 2', 'Montant'],
        ['PDE', 12],
        ['SF', 5],
      ],
      [],
    ]);
    context.workbook.tables.add(cells, true).delete();
    cells.load('values');
    await context.sync();
    expect(cells.values.flat()).toEqual(['', '', '', '', '', '']);
  });
});

test('a table is resized', async () => {
  await excel.run(async (context) => {
    context.workbook.tables.getItem('T_Suivi').resize('B2:C6');
    await context.sync();
    expect(excel.grid.tables()[0]?.area).toEqual(area('B2:C6'));
  });
});

type Book = Excel.Workbook;

describe('refusals', () => {
  beforeEach(() => excel.grid.merge(excel.grid.sheets()[1]?.id ?? '', area('A1:B1')));

  test.each`
    what                          | act                                                                           | code
    ${'a table over another'}     | ${(book: Book) => book.worksheets.getItem('Suivi').tables.add('A1:B3', true)} | ${'InvalidOperation'}
    ${'a table on merged cells'}  | ${(book: Book) => book.worksheets.getItem('Autre').tables.add('A1:B3', true)} | ${'MergedRangeConflict'}
    ${'cells of a table merged'}  | ${(book: Book) => book.worksheets.getItem('Suivi').getRange('B2:C2').merge()} | ${'InvalidOperation'}
    ${'a table name taken'}       | ${(book: Book) => (book.tables.getItem('T_Suivi').name = 'ENV_Bilan')}        | ${'ItemAlreadyExists'}
    ${'a table name like a cell'} | ${(book: Book) => (book.tables.getItem('T_Suivi').name = 'AB12')}             | ${'InvalidArgument'}
    ${'headings moved'}           | ${(book: Book) => book.tables.getItem('T_Suivi').resize('B3:C6')}             | ${'InvalidArgument'}
    ${'a missing table'}          | ${(book: Book) => book.tables.getItem('T_Absent').delete()}                   | ${'ItemNotFound'}
    ${'a name already taken'}     | ${(book: Book) => book.names.add('env_bilan', '=Suivi!$A$1')}                 | ${'ItemAlreadyExists'}
    ${'a name taken by a table'}  | ${(book: Book) => book.names.add('T_Suivi', '=Suivi!$A$1')}                   | ${'ItemAlreadyExists'}
    ${'a name with a space'}      | ${(book: Book) => book.names.add('Le bilan', '=Suivi!$A$1')}                  | ${'InvalidArgument'}
    ${'a missing name'}           | ${(book: Book) => book.names.getItem('Absent').load('formula')}               | ${'ItemNotFound'}
    ${'the range of a constant'}  | ${(book: Book) => book.names.getItem('Taux').getRange().load('address')}      | ${'ItemNotFound'}
  `('$what: $code', async ({ act, code }: { act: (book: Book) => void; code: string }) => {
    const refused = excel.run(async (context) => {
      act(context.workbook);
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code });
  });

  test('a totals row needs a free row below', async () => {
    excel.grid.writeCells(excel.grid.sheets()[0]?.id ?? '', 4, 2, [[{ formula: '=1+1' }]]);
    excel.grid.changeTable(excel.grid.tables()[0]?.id ?? '', { area: area('B2:C4') });
    const refused = excel.run(async (context) => {
      context.workbook.tables.getItem('T_Suivi').showTotals = true;
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: 'InvalidOperation' });
  });
});

describe('names', () => {
  test('their properties and references', async () => {
    await excel.run(async (context) => {
      const { names } = context.workbook;
      names.load('items/name,items/type,items/value,items/formula,items/scope,items/visible,items/comment');
      const count = names.getCount();
      await context.sync();
      expect(count.value).toBe(2);
      expect(
        names.items.map(({ name, type, value, formula, scope, visible, comment }) => [
          name,
          type,
          value,
          formula,
          scope,
          visible,
          comment,
        ]),
      ).toEqual([
        ['ENV_Bilan', 'Range', 'Suivi!B2:C4', '=Suivi!$B$2:$C$4', 'Workbook', true, 'bilan'],
        ['Taux', 'Double', '0.5', '=0.5', 'Workbook', false, ''],
      ]);
    });
  });

  test('added from a range, of a sheet, changed, read as a range, deleted', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Suivi');
      const added = context.workbook.names.add('ENV_Annexe', sheet.getRange('B2'), 'annexe');
      const local = sheet.names.add('Local', '=Suivi!$C$3');
      added.formula = '=Suivi!$B$2:$B$4';
      added.visible = false;
      added.comment = 'annexe 1';
      local.load('scope,worksheet/name');
      const ranges = [added.getRange(), local.getRangeOrNullObject(), sheet.getRange('ENV_Annexe')];
      ranges.forEach((range) => range.load('address'));
      const none = [
        context.workbook.names.getItemOrNullObject('Local'),
        context.workbook.names.getItem('Taux').getRangeOrNullObject(),
        added.worksheetOrNullObject,
      ];
      await context.sync();
      expect([local.scope, local.worksheet.name]).toEqual(['Worksheet', 'Suivi']);
      expect(ranges.map(({ address }) => address)).toEqual(['Suivi!B2:B4', 'Suivi!C3', 'Suivi!B2:B4']);
      expect(none.map(({ isNullObject }) => isNullObject)).toEqual([true, true, true]);
      expect(excel.grid.names()).toContainEqual({
        name: 'ENV_Annexe',
        scope: null,
        refersTo: '=Suivi!$B$2:$B$4',
        visible: false,
        comment: 'annexe 1',
      });
      added.delete();
      local.delete();
      await context.sync();
      expect(excel.grid.names().map(({ name }) => name)).toEqual(['ENV_Bilan', 'Taux']);
    });
  });

  test('follow the cells that they name', async () => {
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').getRange('1:1').insert('Down');
      const name = context.workbook.names.getItem('ENV_Bilan');
      name.load('formula');
      await context.sync();
      expect(name.formula).toBe('=Suivi!$B$3:$C$5');
    });
  });
});
