/** Batches: order, failure half way, missing members, sizes, and what a load may ask for. */
import { IMPLEMENTED } from '../../../../workbench/host/rich-api/model';
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;

beforeEach(() => {
  excel = startHost(
    workbookOf(
      [{ name: 'Suivi', blocks: { A1: [['a', 1]] } }, { name: 'Autre' }],
      [{ name: 'T_Suivi', sheet: 'Suivi', area: 'A1:B2' }],
    ),
  );
});

afterEach(() => excel.dispose());

const firstRow = (): unknown =>
  excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', { top: 0, left: 0, rows: 1, columns: 3 })[0];

test('a failed batch keeps its earlier actions, and names the place', async () => {
  const refused = excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange('C1').values = [['fait']];
    context.workbook.worksheets.getItem('Absente').getRange('A1').values = [[1]];
    sheet.getRange('B1').values = [['pas fait']];
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({
    code: 'ItemNotFound',
    httpStatusCode: 404,
    debugInfo: {
      errorLocation: 'WorksheetCollection.getItem',
      statement: expect.stringContaining('getItem') as string,
    },
  });
  expect(firstRow()).toEqual(['a', 1, 'fait']);
});

test('results before a failure are delivered', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1:B1');
    range.load('values');
    context.workbook.worksheets.getItem('Absente').load('name');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    expect(range.values).toEqual([['a', 1]]);
  });
});

test('a read in the middle sees what was written before it, not after', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    const [before, after] = [sheet.getRange('B1'), sheet.getRange('B1')];
    before.load('values');
    sheet.getRange('B1').values = [[2]];
    after.load('values');
    await context.sync();
    expect([before.values, after.values]).toEqual([[[1]], [[2]]]);
  });
});

type Use = (context: Excel.RequestContext) => void;

test.each`
  member                                      | use
  ${'Worksheet.autoFilter'}                   | ${(context: Excel.RequestContext) => context.workbook.worksheets.getItem('Suivi').autoFilter.load('enabled')}
  ${'Workbook.pivotTables'}                   | ${(context: Excel.RequestContext) => context.workbook.pivotTables.load('items/id')}
  ${'Worksheet.standardWidth'}                | ${(context: Excel.RequestContext) => context.workbook.worksheets.getItem('Suivi').load('standardWidth')}
  ${'Worksheet.standardWidth (set)'}          | ${(context: Excel.RequestContext) => (context.workbook.worksheets.getItem('Suivi').standardWidth = 9)}
  ${'Range.hyperlink'}                        | ${(context: Excel.RequestContext) => context.workbook.worksheets.getItem('Suivi').getRange('A1').load('hyperlink')}
  ${'Range.getSpecialCells'}                  | ${(context: Excel.RequestContext) => context.workbook.worksheets.getItem('Suivi').getRange('A1').getSpecialCells('Constants')}
  ${'Range.copyFrom'}                         | ${(context: Excel.RequestContext) => context.workbook.worksheets.getItem('Suivi').getRange('A1').copyFrom('B1')}
  ${'Table.clearFilters'}                     | ${(context: Excel.RequestContext) => context.workbook.tables.getItem('T_Suivi').clearFilters()}
  ${'Functions.sum'}                          | ${(context: Excel.RequestContext) => context.workbook.functions.sum(1, 2).load('value')}
  ${'Worksheet._RegisterFormulaChangedEvent'} | ${(context: Excel.RequestContext) => context.workbook.worksheets.getItem('Suivi').onFormulaChanged.add(async () => undefined)}
`('$member is refused by its name', async ({ member, use }: { member: string; use: Use }) => {
  const refused = excel.run(async (context) => {
    use(context);
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: 'NotImplemented', message: `NotImplemented: ${member}` });
});

test('load takes text, lists, objects, paths and pages', async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const shapes: (() => void)[] = [
      () => worksheets.load('items/name, items/tables/count'),
      () => worksheets.load(['items/name', 'items/tables/count']),
      () => worksheets.load({ name: true, tables: { count: true } } as Excel.Interfaces.WorksheetCollectionLoadOptions),
      () => worksheets.load({ select: 'name', expand: 'tables' }),
    ];
    for (const load of shapes) {
      load();
      await context.sync();
      expect(worksheets.items.map(({ name }) => name)).toEqual(['Suivi', 'Autre']);
      expect(worksheets.items.map(({ tables }) => tables.count)).toEqual([1, 0]);
    }
    worksheets.load({ select: 'name', top: 1, skip: 1 });
    await context.sync();
    expect(worksheets.items.map(({ name }) => name)).toEqual(['Autre']);
  });
});

test('a load without names gives every scalar that is implemented', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.load();
    await context.sync();
    expect([sheet.name, sheet.position, sheet.visibility]).toEqual(['Suivi', 0, 'Visible']);
  });
});

test('reading before sync, or what was not loaded, is refused by the client itself', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1');
    expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    range.load('address');
    await context.sync();
    expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  });
});

test('properties are set and updated in one go', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1:B1');
    range.set({ values: [['x', 2]], format: { font: { bold: true } } });
    await context.sync();
    expect(firstRow()).toEqual(['x', 2, null]);
  });
});

test('a request or an answer above the limit is refused; what the request wrote stays', async () => {
  const small = startHost(workbookOf([{ name: 'Suivi' }]), { payloadLimit: 20_000 });
  const text = 'x'.repeat(15_000);
  await small.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1');
    range.values = [[text]];
    await context.sync();
    range.values = [[text + text]];
    await expect(context.sync()).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    range.getOffsetRange(0, 1).values = [[text]];
    await context.sync();
    const both = range.getResizedRange(0, 1);
    both.load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });
  small.dispose();
});

test('the cost of each batch is known', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.load('items/name');
    await context.sync();
    context.workbook.worksheets.getItem('Suivi').getRange('A1').values = [[2]];
    await context.sync();
  });
  await excel.host.settled();
  expect(excel.host.requests).toHaveLength(2);
  expect(excel.host.requests[0]?.responseBytes).toBeGreaterThan(20);
});

test('batches are carried out one after another', async () => {
  const order: number[] = [];
  excel.host.faults.next({ kind: 'slow', milliseconds: 20 });
  await Promise.all(
    [1, 2].map((number) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem('Suivi').getRange('A1').values = [[number]];
        await context.sync();
        order.push(number);
      }),
    ),
  );
  expect(order).toEqual([1, 2]);
  expect(firstRow()).toEqual([2, 1, null]);
});

test('the list of implemented members includes the classes that the add-in uses', () => {
  const names = IMPLEMENTED.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Workbook',
      'Worksheet',
      'Range',
      'Table',
      'NamedItem',
      'ConditionalFormat',
      'PageLayout',
      'CustomFunctions',
    ]),
  );
  expect(new Set(names).size).toBe(names.length);
});
