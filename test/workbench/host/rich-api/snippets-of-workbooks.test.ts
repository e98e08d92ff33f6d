/** Names, settings, charts, conditional formats, events. */
import { startOnSales, testSnippets, ventes, type Snippet } from '../../../support/excel/snippets';

const NAMES: readonly Snippet[] = [
  [
    'a name of a formula, used by a cell, then deleted',
    async (book, context) => {
      const sheet = ventes(book);
      sheet.names.add('Total', '=SUM(T_Ventes[T1])');
      sheet.getRange('F1').formulas = [['=Total']];
      await context.sync();
      const [cell, name] = [sheet.getRange('F1'), sheet.names.getItemOrNullObject('Total')];
      cell.load('values');
      name.load('scope');
      await context.sync();
      const found = [cell.values, name.scope];
      name.delete();
      const gone = sheet.names.getItemOrNullObject('Total');
      await context.sync();
      return [...found, gone.isNullObject];
    },
    [[[2100]], 'Worksheet', true],
  ],
  [
    'a name of a range, and its range',
    async (book, context) => {
      book.names.add('Entete', ventes(book).getRange('A1:C1'));
      const name = book.names.getItem('Entete');
      const range = name.getRange();
      name.load('type,formula,scope');
      range.load('address');
      await context.sync();
      return [name.type, name.formula, name.scope, range.address];
    },
    ['Range', '=Ventes!$A$1:$C$1', 'Workbook', 'Ventes!A1:C1'],
  ],
];

const BOOK: readonly Snippet[] = [
  [
    'a setting added, read, deleted',
    async (book, context) => {
      book.settings.add('modele', 'v2');
      const setting = book.settings.getItem('modele');
      setting.load('value');
      await context.sync();
      const { value } = setting as { value: unknown };
      setting.delete();
      const gone = book.settings.getItemOrNullObject('modele');
      await context.sync();
      return [value, gone.isNullObject];
    },
    ['v2', true],
  ],
  [
    'a property of the document',
    async (book, context) => {
      const { custom } = book.properties;
      custom.add('Client', 'DGE');
      const property = custom.getItem('Client');
      property.load('value');
      await context.sync();
      return property.value as unknown;
    },
    'DGE',
  ],
  [
    'the separators of the user',
    async (book, context) => {
      const { application } = book;
      application.load('decimalSeparator,thousandsSeparator');
      application.cultureInfo.load('name');
      await context.sync();
      return [application.decimalSeparator, application.thousandsSeparator, application.cultureInfo.name];
    },
    ['.', ',', 'en-US'],
  ],
  [
    'the active cell, and the selected range',
    async (book, context) => {
      ventes(book).activate();
      ventes(book).getRange('B2:C3').select();
      const [active, selected] = [book.getActiveCell(), book.getSelectedRange()];
      active.load('address');
      selected.load('address');
      await context.sync();
      return [active.address, selected.address];
    },
    ['Ventes!B2', 'Ventes!B2:C3'],
  ],
  [
    'a chart with a title, a legend and a place',
    async (book, context) => {
      const chart = ventes(book).charts.add('ColumnClustered', ventes(book).getRange('A1:C4'), 'Columns');
      chart.title.text = 'Ventes';
      chart.legend.position = 'Right';
      chart.setPosition('E2', 'J12');
      chart.load('name');
      chart.title.load('text');
      const count = ventes(book).charts.getCount();
      await context.sync();
      return [chart.title.text, count.value];
    },
    ['Ventes', 1],
  ],
  [
    'a conditional format by a formula, listed, cleared',
    async (book, context) => {
      const { conditionalFormats } = ventes(book).getRange('B2:C4');
      const format = conditionalFormats.add('Custom');
      format.custom.rule.formula = '=B2<450';
      format.custom.format.font.color = 'green';
      conditionalFormats.load('items/type');
      await context.sync();
      const types = conditionalFormats.items.map(({ type }) => type);
      conditionalFormats.clearAll();
      const count = conditionalFormats.getCount();
      await context.sync();
      return [types, count.value];
    },
    [['Custom'], 0],
  ],
];

describe('names', () => testSnippets(NAMES));
describe('the workbook, charts and conditional formats', () => testSnippets(BOOK));

test('events: what is heard of an edit by the add-in, of a selection, and of nothing when events are off', async () => {
  const excel = startOnSales();
  const heard: unknown[] = [];
  await excel.run(async (context) => {
    const sheet = ventes(context.workbook);
    sheet.onChanged.add(async ({ address, triggerSource }) => void heard.push([address, triggerSource]));
    sheet.onSelectionChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
    sheet.getRange('B2').values = [[800]];
    sheet.getRange('B3:C3').select();
    await context.sync();
    context.runtime.enableEvents = false;
    sheet.getRange('B2').values = [[900]];
    await context.sync();
  });
  await excel.host.settled();
  expect(heard).toEqual([['B2', 'ThisLocalAddin'], 'B3:C3']);
  excel.dispose();
});
