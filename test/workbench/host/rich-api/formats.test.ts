/** Looks of cells through the real client: formats, borders, sizes, and the properties of many cells at once. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;
let sheetId: string;

beforeEach(() => {
  excel = startHost(
    workbookOf([
      {
        name: 'Suivi',
        blocks: {
          A1: [
            ['Une en-tête assez longue', 2],
            [3, 4],
          ],
        },
      },
    ]),
  );
  sheetId = excel.grid.sheets()[0]?.id ?? '';
});

afterEach(() => excel.dispose());

test('a new cell has Excel’s defaults', async () => {
  await excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem('Suivi').getRange('A1');
    format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel,columnWidth,rowHeight');
    format.font.load('name,size,bold,italic,underline,strikethrough,color');
    format.fill.load('color,pattern');
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: 'General',
      verticalAlignment: 'Bottom',
      wrapText: false,
      indentLevel: 0,
      columnWidth: 48,
      rowHeight: 15,
    });
    expect(format.font.toJSON()).toEqual({
      name: 'Calibri',
      size: 11,
      bold: false,
      italic: false,
      strikethrough: false,
      underline: 'None',
      color: '#000000',
    });
    expect(format.fill.toJSON()).toMatchObject({ color: '#FFFFFF', pattern: 'None' });
  });
});

test('what is set is read back, and shown by the grid', async () => {
  await excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem('Suivi').getRange('A1:B2');
    Object.assign(format, { horizontalAlignment: 'Center', verticalAlignment: 'Top', wrapText: true, indentLevel: 2 });
    Object.assign(format.font, {
      name: 'Marianne',
      size: 14,
      bold: true,
      italic: true,
      underline: 'Single',
      color: '#000091',
    });
    format.fill.color = 'E3E3FD';
    format.load(
      'horizontalAlignment,verticalAlignment,wrapText,indentLevel,font/bold,font/color,fill/color,fill/pattern',
    );
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      wrapText: true,
      indentLevel: 2,
    });
    expect([format.font.bold, format.font.color, format.fill.color, format.fill.pattern]).toEqual([
      true,
      '#000091',
      '#E3E3FD',
      'Solid',
    ]);
  });
  expect(excel.grid.readStyle(sheetId, 1, 1)).toEqual({
    ...{ font: 'Marianne', size: 14, bold: true, italic: true, underline: true, color: '000091', fill: 'E3E3FD' },
    ...{ horizontal: 'center', vertical: 'top', wrap: true, indent: 2 },
  });
});

test('what differs between cells reads as null', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('B:B').format.columnWidth = 96;
    const range = sheet.getRange('A1:B1');
    range.load('format/font/bold,format/columnWidth,format/rowHeight');
    await context.sync();
    expect([range.format.font.bold, range.format.columnWidth, range.format.rowHeight]).toEqual([null, null, 15]);
  });
});

test('a fill is cleared, the rest is kept', async () => {
  await excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem('Suivi').getRange('A1');
    format.fill.color = '#FF0000';
    format.font.bold = true;
    format.fill.clear();
    await context.sync();
    expect(excel.grid.readStyle(sheetId, 0, 0)).toEqual({ bold: true });
  });
});

test('widths and heights in points, and fitted to the texts', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.getRange('B:B').format.columnWidth = 75;
    sheet.getRange('2:2').format.rowHeight = 30;
    sheet.getRange('A:A').format.autofitColumns();
    sheet.getRange('1:1').format.autofitRows();
    await context.sync();
  });
  expect([excel.grid.columnWidth(sheetId, 1), excel.grid.rowHeight(sheetId, 1)]).toEqual([100, 40]);
  expect(excel.grid.columnWidth(sheetId, 0)).toBe('Une en-tête assez longue'.length * 7 + 5);
});

test('a width or a height of 0 hides, which reads as 0, and any other shows again', async () => {
  const sizes = (points: number): Promise<readonly unknown[]> =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Suivi');
      const [column, row] = [sheet.getRange('B:B'), sheet.getRange('2:2')];
      column.format.columnWidth = points;
      row.format.rowHeight = points;
      column.load('columnHidden,format/columnWidth');
      row.load('rowHidden,format/rowHeight');
      await context.sync();
      return [column.columnHidden, column.format.columnWidth, row.rowHidden, row.format.rowHeight];
    });
  expect(await sizes(0)).toEqual([true, 0, true, 0]);
  expect(await sizes(30)).toEqual([false, 30, false, 30]);
});

test('borders by side', async () => {
  await excel.run(async (context) => {
    const { borders } = context.workbook.worksheets.getItem('Suivi').getRange('A1:B2').format;
    borders.getItem('EdgeTop').style = 'Continuous';
    borders.getItem('EdgeBottom').set({ style: 'Double', color: '#FF0000' });
    borders.getItem('InsideVertical').set({ style: 'Dash', weight: 'Thin' });
    const items = borders.load('items/sideIndex,items/style,items/weight,items/color,count');
    await context.sync();
    const bySide = new Map(
      items.items.map((border) => [border.sideIndex, [border.style, border.weight, border.color]]),
    );
    expect(bySide.get('EdgeTop')).toEqual(['Continuous', 'Thin', '#000000']);
    expect(bySide.get('EdgeBottom')).toEqual(['Double', 'Thick', '#FF0000']);
    expect(bySide.get('EdgeLeft')).toEqual(['None', 'Thin', '#000000']);
    expect(bySide.get('InsideVertical')).toEqual(['Dash', 'Thin', '#000000']);
    expect(items.count).toBe(6);
  });
  expect(excel.grid.readStyle(sheetId, 0, 0)).toMatchObject({
    top: { line: 'thin', color: '000000' },
    right: { line: 'dashed', color: '000000' },
  });
  expect(excel.grid.readStyle(sheetId, 1, 1)).toEqual({ bottom: { line: 'double', color: 'FF0000' } });
});

test('properties of many cells in one call, read as they were written', async () => {
  const bold = {
    format: {
      font: { bold: true, color: '#B34000', name: 'Arial', size: 9, italic: false },
      wrapText: true,
      horizontalAlignment: 'Right' as const,
    },
  };
  const framed = {
    format: {
      fill: { color: '#FFE9E6' },
      borders: { top: { style: 'Continuous' as const, weight: 'Medium' as const, color: '#929292' } },
    },
  };
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1:B2');
    range.setCellProperties([
      [bold, {}],
      [{}, framed],
    ]);
    const properties = range.getCellProperties({
      address: true,
      format: {
        font: { bold: true, name: true },
        fill: { color: true, pattern: true },
        borders: { style: true, weight: true },
        horizontalAlignment: true,
        verticalAlignment: true,
        wrapText: true,
      },
    });
    await context.sync();
    expect(properties.value[0]?.[0]).toMatchObject({
      address: 'Suivi!A1',
      format: { font: { bold: true, name: 'Arial' }, wrapText: true, horizontalAlignment: 'Right' },
    });
    expect(properties.value[0]?.[1]).toMatchObject({
      format: { font: { bold: false, name: 'Calibri' }, fill: { pattern: 'None' } },
    });
    expect(properties.value[1]?.[1]).toMatchObject({
      format: {
        fill: { color: '#FFE9E6', pattern: 'Solid' },
        borders: { top: { style: 'Continuous', weight: 'Medium' }, left: { style: 'None', weight: 'Thin' } },
      },
    });
  });
});

test('a border set to None is no border', async () => {
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Suivi').getRange('A1');
    range.format.borders.getItem('EdgeTop').style = 'Continuous';
    range.setCellProperties([[{ format: { borders: { top: { style: 'None' } } } }]]);
    await context.sync();
    expect(excel.grid.readStyle(sheetId, 0, 0)).toEqual({});
  });
});

const SUBSCRIPT = [[{ format: { font: { subscript: true } } }]];

test.each`
  what                      | act                                                                           | message
  ${'an unknown property'}  | ${(range: Excel.Range) => range.setCellProperties(SUBSCRIPT)}                 | ${'NotImplemented: CellPropertiesFont.subscript'}
  ${'a style'}              | ${(range: Excel.Range) => range.setCellProperties([[{ style: 'Heading1' }]])} | ${'NotImplemented: SettableCellProperties.style'}
  ${'a property asked for'} | ${(range: Excel.Range) => range.getCellProperties({ hyperlink: true })}       | ${'NotImplemented: CellProperties.hyperlink'}
  ${'a member of a format'} | ${(range: Excel.Range) => (range.format.shrinkToFit = true)}                  | ${'NotImplemented: RangeFormat.shrinkToFit (set)'}
`('$what is refused by name', async ({ act, message }: { act: (range: Excel.Range) => void; message: string }) => {
  const refused = excel.run(async (context) => {
    act(context.workbook.worksheets.getItem('Suivi').getRange('A1'));
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: 'NotImplemented', message });
});

test('a conditional format paints by a formula', async () => {
  await excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem('Suivi').getRange('A1:B2');
    const added = conditionalFormats.add('Custom');
    added.custom.rule.formula = '=A1>2';
    added.custom.format.fill.color = '#FFE9E6';
    Object.assign(added.custom.format.font, { color: '#B34000', bold: true, italic: true });
    added.load('id,type,stopIfTrue');
    added.custom.rule.load('formula');
    added.custom.format.font.load('color,bold,italic');
    added.custom.format.fill.load('color');
    const count = conditionalFormats.getCount();
    await context.sync();
    expect([added.type, added.stopIfTrue, added.custom.rule.formula, count.value]).toEqual([
      'Custom',
      false,
      '=A1>2',
      1,
    ]);
    expect([added.custom.format.fill.color, added.custom.format.font.toJSON()]).toEqual([
      '#FFE9E6',
      { color: '#B34000', bold: true, italic: true },
    ]);
    expect(excel.grid.highlights(sheetId)).toEqual([
      {
        id: added.id,
        sheetId,
        areas: [area('A1:B2')],
        formula: '=A1>2',
        style: { fill: 'FFE9E6', color: 'B34000', bold: true, italic: true },
      },
    ]);
    const [again, first] = [conditionalFormats.getItem(added.id), conditionalFormats.getItemAt(0)];
    first.load('id');
    again.customOrNullObject.rule.load('formula');
    await context.sync();
    expect([first.id, again.customOrNullObject.rule.formula]).toEqual([added.id, '=A1>2']);
    again.delete();
    conditionalFormats.add('Custom');
    conditionalFormats.clearAll();
    await context.sync();
    expect(excel.grid.highlights(sheetId)).toEqual([]);
  });
});

test('other types of conditional formats are refused by name', async () => {
  const refused = excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').getRange('A1').conditionalFormats.add('DataBar');
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({
    code: 'NotImplemented',
    message: 'NotImplemented: ConditionalFormatCollection.add(DataBar)',
  });
});
