/** Charts through the real client: what the add-in sets is kept, for each sheet; nothing is drawn. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;
let changes = 0;

beforeEach(() => {
  changes = 0;
  const workbook = workbookOf([
    {
      name: 'Suivi',
      blocks: {
        A1: [
          ['Janv.', 'Févr.'],
          [1, 2],
          [3, 4],
        ],
      },
    },
    { name: 'Autre' },
  ]);
  excel = startHost(workbook, { onCharts: () => changes++ });
});

afterEach(() => excel.dispose());

const inSheet = <T>(use: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  excel.run((context) => use(context.workbook.worksheets.getItem('Suivi'), context));

test('a chart of one row has one series; more are added; each names its cells', async () => {
  await inSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A2:B2'), 'Rows');
    chart.name = 'ENV_Graphique_essai';
    chart.setPosition('A5', 'D12');
    const added = chart.series.add('Ouvert');
    added.setValues(sheet.getRange('A3:B3'));
    added.setXAxisValues(sheet.getRange('A1:B1'));
    const count = chart.series.getCount();
    chart.series.load('items/name');
    await context.sync();
    expect([count.value, chart.series.items.map(({ name }) => name)]).toEqual([2, [null, 'Ouvert']]);
  });
  expect(changes).toBe(6); // added, named, placed; the other series added, its values, its categories
  const [chart] = excel.host.model.charts;
  expect(chart?.place).toEqual(area('A5:D12'));
  expect(chart?.series.map(({ values, categories }) => [values?.area, categories?.area])).toEqual([
    [area('A2:B2'), undefined],
    [area('A3:B3'), area('A1:B1')],
  ]);
});

test('looks are read back at their places', async () => {
  await inSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A2:B2'), 'Rows');
    Object.assign(chart.title, { text: 'AE 2023', visible: true });
    Object.assign(chart.title.format.font, { bold: true, color: '#3A3A3A', size: 12 });
    Object.assign(chart.legend, { position: 'Bottom', visible: true });
    chart.axes.valueAxis.numberFormat = '#,##0';
    chart.axes.valueAxis.majorGridlines.format.line.color = '#DDDDDD';
    chart.axes.categoryAxis.tickLabelPosition = 'Low';
    Object.assign(chart.axes.valueAxis.title, { text: 'Euros', visible: true });
    chart.axes.valueAxis.title.format.font.size = 9;
    const series = chart.series.getItemAt(0);
    Object.assign(series, { chartType: 'LineMarkers', gapWidth: 60, markerStyle: 'Circle', markerSize: 6 });
    Object.assign(series, { markerBackgroundColor: '#FFFFFF', markerForegroundColor: '#B34000' });
    Object.assign(series.format.line, { color: '#B34000', lineStyle: 'Dash', weight: 2.25 });
    series.format.fill.setSolidColor('#E3E3FD');
    chart.title.load('text');
    series.load('chartType,gapWidth');
    await context.sync();
    expect([chart.title.text, series.chartType, series.gapWidth]).toEqual(['AE 2023', 'LineMarkers', 60]);
  });
  const [chart] = excel.host.model.charts;
  expect(chart?.looks.get('Axes.ValueAxis.MajorGridlines.Format.Line.Color')).toBe('#DDDDDD');
  expect(chart?.series[0]?.looks.get('Format.Fill.Color')).toBe('#E3E3FD');
});

test('covers its cells in points, until it is moved; ranges give their position', async () => {
  excel.grid.setRowsHidden(excel.grid.sheets()[0]?.id ?? '', 2, 1, true);
  await inSheet(async (sheet, context) => {
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A2:B2'), 'Rows');
    chart.setPosition('B3', 'C6');
    const under = sheet.getRange('B3:C6');
    chart.load('left,top,width,height');
    under.load('left,top,width,height');
    await context.sync();
    const box = ({ left, top, width, height }: Excel.Chart | Excel.Range) => ({ left, top, width, height });
    expect(box(chart)).toEqual(box(under));
    const row = under.top / 2;
    expect(under.height).toBe(3 * row);
    chart.top = 5;
    chart.load('left,top,width,height');
    await context.sync();
    expect(box(chart)).toEqual({ ...box(under), top: 5 });
  });
  expect(excel.host.model.charts[0]?.place).toBeNull();
});

test('found by name on their own sheet, and deleted', async () => {
  await inSheet(async (sheet, context) => {
    const chart = sheet.charts.add('Line', sheet.getRange('A1:B3'));
    chart.name = 'Le mien';
    const other = context.workbook.worksheets.getItem('Autre').charts.getItemOrNullObject('Le mien');
    const found = sheet.charts.getItem('le MIEN');
    found.load('id,name');
    other.load('name');
    await context.sync();
    expect([found.name, other.isNullObject]).toEqual(['Le mien', true]);
    found.delete();
    const count = sheet.charts.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test('refused on a protected sheet, and for an argument that is not a range', async () => {
  excel.grid.changeSheet(excel.grid.sheets()[0]?.id ?? '', { isProtected: true });
  const adding = inSheet(async (sheet, context) => {
    sheet.charts.add('Line', sheet.getRange('A1:B3'));
    await context.sync();
  });
  await expect(adding).rejects.toMatchObject({ code: 'AccessDenied' });
  const nowhere = excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem('Autre');
    charts.add('Line', context.workbook.worksheets.getItem('Autre').getRange('A1')).setPosition('nulle part');
    await context.sync();
  });
  await expect(nowhere).rejects.toMatchObject({ code: 'InvalidArgument' });
});

describe('rows and columns that come or go move a chart with its cells', () => {
  let sheetId: string;

  beforeEach(async () => {
    sheetId = excel.grid.sheets()[0]?.id ?? '';
    await inSheet(async (sheet, context) => {
      sheet.charts.add('Line', sheet.getRange('A2:B3'), 'Columns').setPosition('B5', 'D9');
      await context.sync();
    });
  });

  const places = (): readonly unknown[] => {
    const [chart] = excel.host.model.charts;
    return [chart?.place, chart?.series[0]?.values?.area ?? null];
  };

  test.each`
    change                               | shift                                                                  | place       | values
    ${'two rows inserted above'}         | ${() => excel.grid.insertRows(sheetId, 3, 2)}                          | ${'B7:D11'} | ${'A2:A3'}
    ${'a row inserted at its first row'} | ${() => excel.grid.insertRows(sheetId, 4, 1)}                          | ${'B6:D10'} | ${'A2:A3'}
    ${'a row inserted inside it'}        | ${() => excel.grid.insertRows(sheetId, 6, 1)}                          | ${'B5:D10'} | ${'A2:A3'}
    ${'a row inserted below'}            | ${() => excel.grid.insertRows(sheetId, 9, 1)}                          | ${'B5:D9'}  | ${'A2:A3'}
    ${'a row inserted in what it draws'} | ${() => excel.grid.insertRows(sheetId, 2, 1)}                          | ${'B6:D10'} | ${'A2:A4'}
    ${'a row of what it draws deleted'}  | ${() => excel.grid.deleteRows(sheetId, 1, 1)}                          | ${'B4:D8'}  | ${'A2:A2'}
    ${'all that it draws deleted'}       | ${() => excel.grid.deleteRows(sheetId, 1, 2)}                          | ${'B3:D7'}  | ${null}
    ${'its first rows deleted'}          | ${() => excel.grid.deleteRows(sheetId, 3, 3)}                          | ${'B4:D6'}  | ${'A2:A3'}
    ${'a column inserted before'}        | ${() => excel.grid.insertColumns(sheetId, 0, 1)}                       | ${'C5:E9'}  | ${'B2:B3'}
    ${'a column deleted inside it'}      | ${() => excel.grid.deleteColumns(sheetId, 2, 1)}                       | ${'B5:C9'}  | ${'A2:A3'}
    ${'a row inserted in another sheet'} | ${() => excel.grid.insertRows(excel.grid.sheets()[1]?.id ?? '', 0, 1)} | ${'B5:D9'}  | ${'A2:A3'}
  `('$change', ({ shift, place, values }: { shift: () => void; place: string; values: string | null }) => {
    const before = changes;
    shift();
    expect(places()).toEqual([area(place), values && area(values)]);
    expect(changes).toBeGreaterThan(before);
  });

  test('a deletion that is undone restores the place and the cells; a chart changed meanwhile keeps its change', () => {
    const before = places();
    excel.grid.deleteRows(sheetId, 1, 2);
    excel.grid.insertRows(sheetId, 1, 2);
    expect(places()).toEqual(before);
    excel.grid.deleteRows(sheetId, 1, 2);
    const [chart] = excel.host.model.charts;
    if (chart) chart.place = area('F1:G2');
    excel.grid.insertRows(sheetId, 1, 2);
    expect(places()[0]).toEqual(area('F1:G2'));
  });
});
