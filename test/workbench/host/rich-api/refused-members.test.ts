/** Members of Microsoft's snippets that the add-in does not use: the host refuses each by its name, as `implemented.md` lists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOnSales, ventes } from '../../../support/excel/snippets';

/** Members of the snippets in these areas that the add-in does not use, each in a call. */
const REFUSED: Readonly<Record<string, (book: Excel.Workbook) => void>> = {
  'Chart.dataLabels': (book) =>
    void book.worksheets
      .getItem('Ventes')
      .charts.add('Line', ventes(book).getRange('A1:C4'))
      .dataLabels.load('position'),
  'ChartLegend.format': (book) =>
    void ventes(book).charts.add('Line', ventes(book).getRange('A1:C4')).legend.format.fill.setSolidColor('white'),
  'CommentCollection.add': (book) => void book.comments.add('Ventes!A1', 'à voir'),
  'ConditionalFormat.cellValue': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').cellValue.format.font.color = 'red'),
  'ConditionalFormat.colorScale': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').colorScale.criteria = {} as never),
  'ConditionalFormat.dataBar': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').dataBar.barDirection = 'LeftToRight'),
  'ConditionalFormat.getRange': (book) =>
    void ventes(book).getRange('A1').conditionalFormats.add('Custom').getRange().load('address'),
  'ConditionalFormat.iconSet': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').iconSet.style = 'ThreeTriangles'),
  'ConditionalFormat.preset': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').preset.format.font.color = 'white'),
  'ConditionalFormat.textComparison': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').textComparison.format.font.color = 'red'),
  'ConditionalFormat.topBottom': (book) =>
    void (ventes(book).getRange('A1').conditionalFormats.add('Custom').topBottom.format.fill.color = 'green'),
  'Functions.vLookup': (book) =>
    void book.functions.vlookup('Nord', ventes(book).getRange('A1:C4'), 2, false).load('value'),
  'NamedItem.type': (book) => void book.names.add('Total', '=SUM(T_Ventes[T1])').load('type'),
  'PageLayout.blackAndWhite': (book) => void (ventes(book).pageLayout.blackAndWhite = true),
  'PageLayout.centerHorizontally': (book) => void (ventes(book).pageLayout.centerHorizontally = true),
  'Range.autoFill': (book) => ventes(book).getRange('A1').autoFill('A1:A5'),
  'Range.copyFrom': (book) => ventes(book).getRange('F1').copyFrom('A1:C4'),
  'Range.find': (book) => void ventes(book).getRange('A1:C4').find('Sud', {}).load('address'),
  'Range.getDirectPrecedents': (book) => void ventes(book).getRange('A1').getDirectPrecedents().load('addresses'),
  'Range.getRangeEdge': (book) => void ventes(book).getRange('A1').getRangeEdge('Down').load('address'),
  'Range.getSpecialCells': (book) => void ventes(book).getRange('A1:C4').getSpecialCells('Constants').load('address'),
  'Range.getSpillingToRange': (book) => void ventes(book).getRange('A1').getSpillingToRange().load('address'),
  'Range.group': (book) => ventes(book).getRange('1:2').group('ByRows'),
  'Range.hyperlink': (book) => void (ventes(book).getRange('A1').hyperlink = { address: 'https://localhost' }),
  'Range.removeDuplicates': (book) => void ventes(book).getRange('A1:C4').removeDuplicates([0], true).load('removed'),
  'Range.style': (book) => void (ventes(book).getRange('A1').style = 'Heading 1'),
  'Range.valuesAsJson': (book) => void ventes(book).getRange('A1').load('valuesAsJson'),
  'RangeFormat.textOrientation': (book) => void (ventes(book).getRange('A1').format.textOrientation = 90),
  'ShapeCollection.addGeometricShape': (book) => void ventes(book).shapes.addGeometricShape('Rectangle').load('name'),
  'Table.autoFilter': (book) => void book.tables.getItem('T_Ventes').autoFilter.load('enabled'),
  'Table.showBandedRows': (book) => void (book.tables.getItem('T_Ventes').showBandedRows = false),
  'Table.sort': (book) => void book.tables.getItem('T_Ventes').sort.apply([{ key: 1, ascending: true }]),
  'TableColumn.filter': (book) => void book.tables.getItem('T_Ventes').columns.getItem('T1').filter.clear(),
  'TableColumnCollection.add': (book) =>
    void book.tables.getItem('T_Ventes').columns.add(undefined, [['T3'], [1], [2], [3]]),
  'Workbook.customXmlParts': (book) => void book.customXmlParts.add('<a/>'),
  'Workbook.insertWorksheetsFromBase64': (book) => void book.insertWorksheetsFromBase64(''),
  'Workbook.pivotTables': (book) => void book.pivotTables.refreshAll(),
  'Workbook.save': (book) => book.save(),
  'Worksheet.autoFilter': (book) => void ventes(book).autoFilter.apply(ventes(book).getRange('A1:C4')),
  'Worksheet.copy': (book) => void ventes(book).copy('End').load('name'),
  'Worksheet.findAll': (book) => void ventes(book).findAll('Sud', {}).load('address'),
};

test.each(Object.entries(REFUSED))('%s is refused by its name', async (member, act) => {
  const excel = startOnSales();
  await excel.run(async (context) => {
    act(context.workbook);
    await expect(context.sync()).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining(member),
    });
  });
  excel.dispose();
});

test('the list of what is refused is that of `implemented.md`', () => {
  const text = readFileSync(join(__dirname, '../../../../workbench/host/implemented.md'), 'utf8');
  const listed = text.split('\n## ')[1]?.match(/`[A-Z]\w+\.\w+`/g) ?? [];
  expect(listed).toEqual(Object.keys(REFUSED).map((member) => `\`${member}\``));
});
