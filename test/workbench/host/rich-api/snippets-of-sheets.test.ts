/** Worksheets, their printed pages, and tables. */
import { startOnSales, testSnippets, ventes, vide, type Snippet } from '../../../support/excel/snippets';

const SHEETS: readonly Snippet[] = [
  [
    'the one that is there is deleted, then made anew',
    async (book, context) => {
      book.worksheets.getItemOrNullObject('Vide').delete();
      book.worksheets.getItemOrNullObject('Absente').delete();
      const sheet = book.worksheets.add('Vide');
      sheet.load('name,position');
      await context.sync();
      return [sheet.name, sheet.position];
    },
    ['Vide', 1],
  ],
  [
    'one without a name',
    async (book, context) => {
      const sheet = book.worksheets.add();
      sheet.load('position');
      await context.sync();
      return sheet.position;
    },
    2,
  ],
  [
    'moved to the front, renamed, coloured, without gridlines',
    async (book, context) => {
      const sheet = vide(book);
      sheet.position = 0;
      sheet.name = 'Devant';
      sheet.tabColor = '#FF0000';
      sheet.showGridlines = false;
      sheet.load('position,name,tabColor,showGridlines');
      await context.sync();
      return [sheet.position, sheet.name, sheet.tabColor, sheet.showGridlines];
    },
    [0, 'Devant', '#FF0000', false],
  ],
  [
    'very hidden, then visible',
    async (book, context) => {
      const sheet = vide(book);
      sheet.visibility = 'VeryHidden';
      sheet.load('visibility');
      await context.sync();
      return sheet.visibility;
    },
    'VeryHidden',
  ],
  [
    'by its place beside another',
    async (book, context) => {
      const next = ventes(book).getNextOrNullObject();
      const none = vide(book).getNextOrNullObject();
      next.load('name');
      await context.sync();
      return [next.name, none.isNullObject];
    },
    ['Vide', true],
  ],
  [
    'rows and columns frozen at a range',
    async (book, context) => {
      const { freezePanes } = ventes(book);
      freezePanes.freezeAt(ventes(book).getRange('A1:A1'));
      const frozen = freezePanes.getLocationOrNullObject();
      frozen.load('address');
      await context.sync();
      return frozen.address;
    },
    'Ventes!A1',
  ],
  [
    'protected, then open',
    async (book, context) => {
      const { protection } = ventes(book);
      protection.protect();
      protection.load('protected');
      await context.sync();
      const [wasProtected] = [protection.protected];
      protection.unprotect();
      protection.load('protected');
      await context.sync();
      return [wasProtected, protection.protected];
    },
    [true, false],
  ],
  [
    'printed across the page: breaks, repeated rows, area, scale',
    async (book, context) => {
      const sheet = ventes(book);
      const { pageLayout, horizontalPageBreaks } = sheet;
      horizontalPageBreaks.add('A3:C3');
      pageLayout.setPrintTitleRows('$1:$1');
      pageLayout.setPrintArea('A1:B4');
      pageLayout.orientation = 'Landscape';
      pageLayout.zoom = { scale: 200 };
      pageLayout.load('orientation,zoom');
      const [titles, printed] = [pageLayout.getPrintTitleRowsOrNullObject(), pageLayout.getPrintAreaOrNullObject()];
      titles.load('address');
      printed.load('address');
      await context.sync();
      return [pageLayout.orientation, pageLayout.zoom.scale, titles.address, printed.address];
    },
    ['Landscape', 200, 'Ventes!1:1', 'Ventes!A1:B4'],
  ],
];

const TABLES: readonly Snippet[] = [
  [
    'made over its headings alone, then filled',
    async (book, context) => {
      const table = vide(book).tables.add('A1:B1', true);
      table.name = 'T_Frais';
      table.getHeaderRowRange().values = [['Date', 'Montant']];
      table.rows.add(undefined, [
        ['lundi', 12],
        ['mardi', 30],
      ]);
      const body = table.getDataBodyRange();
      body.load('address,values');
      await context.sync();
      return [body.address, body.values];
    },
    [
      'Vide!A2:B3',
      [
        ['lundi', 12],
        ['mardi', 30],
      ],
    ],
  ],
  [
    'a row, a column, a total by a structured reference',
    async (book, context) => {
      const table = book.tables.getItem('T_Ventes');
      const [row, column] = [table.rows.getItemAt(0), table.columns.getItem('T2').getDataBodyRange()];
      row.load('values');
      column.load('address');
      vide(book).getRange('A1').formulas = [['=SUM(T_Ventes[T2])']];
      await context.sync();
      const total = vide(book).getRange('A1');
      total.load('values');
      await context.sync();
      return [row.values, column.address, total.values];
    },
    [[['Nord', 500, 700]], 'Ventes!C2:C4', [[1899]]],
  ],
  [
    'a row replaced, its formula computed',
    async (book, context) => {
      const row = book.tables.getItem('T_Ventes').rows.getItemAt(0);
      row.values = [['Nord', 1, '=B2+1']];
      await context.sync();
      row.load('values');
      await context.sync();
      return row.values;
    },
    [['Nord', 1, 2]],
  ],
  [
    'made longer, then a range again',
    async (book, context) => {
      const table = book.tables.getItem('T_Ventes');
      table.resize('A1:C6');
      const whole = table.getRange();
      whole.load('address');
      await context.sync();
      const { address } = whole;
      table.convertToRange();
      const gone = book.tables.getItemOrNullObject('T_Ventes');
      await context.sync();
      return [address, gone.isNullObject];
    },
    ['Ventes!A1:C6', true],
  ],
  [
    'one format, in brackets, for all its rows',
    async (book, context) => {
      const body = book.tables.getItem('T_Ventes').columns.getItem('T1').getDataBodyRange();
      body.numberFormat = [['#,##0.00']];
      body.load('text');
      await context.sync();
      return body.text;
    },
    [['500.00'], ['400.00'], ['1,200.00']],
  ],
];

describe('worksheets', () => testSnippets(SHEETS));
describe('tables', () => testSnippets(TABLES));

test('the last visible sheet cannot be deleted', async () => {
  const excel = startOnSales();
  await excel.run(async (context) => {
    vide(context.workbook).delete();
    await context.sync();
    ventes(context.workbook).delete();
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
  });
  excel.dispose();
});
