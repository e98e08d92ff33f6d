/** Variants of the package that programs write: each file below has the same contents. */
import { opened, readMade, valuesByAddress } from '../../../support/readers/xlsx-read';
import { makeXlsx, partsOf, tableXmlOf, zipOf, type MadeWorkbook } from '../../../support/readers/xlsx-package';

const WORKBOOK: MadeWorkbook = {
  sheets: [
    {
      name: 'Suivi &amp; co',
      rows:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2">' +
        '<c r="A2" t="inlineStr"><is><t>PDE</t></is></c><c r="B2"><v>12.5</v></c></row>' +
        '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><f>SUM(Suivi[AE])</f><v>12.5</v></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>',
      tables: [tableXmlOf(1, 'Suivi', 'A1:B3', ['Bénéficiaire', 'AE'], ' totalsRowCount="1"')],
    },
  ],
  strings: ['<t>Bénéficiaire</t>', '<t>AE</t>', '<r><t>Total</t></r>'],
};

function expectTheSame(bytes: Uint8Array): void {
  const { sheets, tables } = opened(bytes).read();
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Suivi & co']);
  expect(valuesByAddress(sheets[0]!)).toEqual({
    A1: 'Bénéficiaire',
    B1: 'AE',
    A2: 'PDE',
    B2: 12.5,
    A3: 'Total',
    B3: 12.5,
  });
  expect([...sheets[0]!.formulas.values()]).toEqual(['=SUM(Suivi[AE])']);
  expect(tables).toEqual([
    {
      name: 'Suivi',
      sheet: 'Suivi & co',
      area: { top: 0, left: 0, rows: 2, columns: 2 },
      columns: ['Bénéficiaire', 'AE'],
      hasTotalsRow: true,
    },
  ]);
}

/** The same parts, each text changed. */
function changed(
  change: (xml: string, path: string) => string | Uint8Array,
  made: MadeWorkbook = WORKBOOK,
): Uint8Array {
  return zipOf(Object.fromEntries(Object.entries(partsOf(made)).map(([path, xml]) => [path, change(xml, path)])));
}

describe('packages', () => {
  test('as Excel writes it', () => expectTheSame(makeXlsx(WORKBOOK)));
  test('every element with a prefix', () => expectTheSame(makeXlsx({ ...WORKBOOK, prefix: 'x:' })));
  test('the strict namespaces', () => expectTheSame(makeXlsx({ ...WORKBOOK, strict: true })));
  test('absolute targets', () => expectTheSame(makeXlsx({ ...WORKBOOK, absoluteTargets: true })));
  test.each([
    ['percent-encoded in the archive too, as the convention of packages asks', 'Feuille%20%C3%A9t%C3%A9'],
    ['as they are in the archive', 'Feuille été'],
    ['with a percent sign of their own', 'Feuille 100%25'],
  ])('names of parts with spaces and accents, %s', (_, name) => {
    const target = encodeURI(decodeURIComponent(name));
    const parts = Object.entries(partsOf(WORKBOOK)).map(([path, xml]) => [
      path.replace('sheet1', name),
      xml.replaceAll('worksheets/sheet1.xml', `worksheets/${target}.xml`),
    ]);
    expectTheSame(zipOf(Object.fromEntries(parts) as Record<string, string>));
  });
  test('no styles', () => expectTheSame(makeXlsx({ ...WORKBOOK, styles: null })));
  test('unusual targets', () => {
    const odd = (xml: string): string =>
      xml
        .replaceAll('Target="worksheets/', 'Target="./../xl/./worksheets/')
        .replaceAll('sharedStrings.xml"', 'shared%53trings.xml"');
    expectTheSame(changed((xml, path) => (path.endsWith('workbook.xml.rels') ? odd(xml) : xml)));
  });
  test('names in another case, with backslashes', () => {
    const parts = Object.entries(partsOf(WORKBOOK)).map(([path, xml]) => [
      path.startsWith('xl/w') ? path.replaceAll('/', '\\').toUpperCase() : path,
      xml,
    ]);
    expectTheSame(zipOf(Object.fromEntries(parts) as Record<string, string>));
  });
  test('UTF-8 with a byte order mark', () => expectTheSame(changed((xml) => `\ufeff${xml}`)));
  test('UTF-16', () => {
    expectTheSame(changed((xml) => new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'))));
  });
  test('windows-1252', () => {
    expectTheSame(
      changed((xml, path) =>
        path.includes('sharedStrings')
          ? new Uint8Array(Buffer.from(xml.replace('UTF-8', 'windows-1252'), 'latin1'))
          : xml,
      ),
    );
  });
  test('comments, instructions and line breaks everywhere', () => {
    expectTheSame(changed((xml) => xml.replace(/<(row|sheet|c) /g, '\n<!-- <c r="A9"><v>9</v></c> --><?pi x?>\n<$1 ')));
  });
  test('a sheet named twice in the relationships’ order', () => {
    expectTheSame(
      changed((xml, path) =>
        path === 'xl/_rels/workbook.xml.rels'
          ? xml.replace(/(<Relationship [^>]*\/>)(<Relationship [^>]*\/>)/, '$2$1')
          : xml,
      ),
    );
  });

  test('a sheet without rows and a chart sheet are empty', () => {
    const parts = partsOf({ sheets: [{ name: 'Vide', rows: null }, { name: 'Graphique' }] });
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      'relationships/worksheet" Target="worksheets/sheet2',
      'relationships/chartsheet" Target="worksheets/sheet2',
    );
    expect(
      opened(zipOf(parts))
        .read()
        .sheets.map((sheet) => [sheet.name, sheet.used]),
    ).toEqual([
      ['Vide', null],
      ['Graphique', null],
    ]);
  });

  test('a table without headings is not among the tables that are read, yet its place and its name are taken', () => {
    const tables = [tableXmlOf(1, 'SansTitre', 'A1:A3', ['x'], ' headerRowCount="0" totalsRowCount="1"')];
    const file = opened(makeXlsx({ sheets: [{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c></row>', tables }] }));
    expect(file.read().tables).toEqual([]);
    expect(file.read().sheets[0]?.bareTables).toEqual([{ top: 0, left: 0, rows: 3, columns: 1 }]);
    const area = { top: 4, left: 0, rows: 1, columns: 1 };
    const result = file.apply({
      purpose: 'documents',
      expected: [],
      steps: [{ kind: 'setName', name: 'SansTitre', sheet: 'S', area }],
    });
    expect(result).toEqual({ ok: false, failure: { code: 'nameTaken', name: 'SansTitre' } });
  });

  test('whether stored results are reliable', () => {
    const rows = '<row r="4"><c r="B4"><f>1+1</f></c><c r="C4"><f>2</f></c></row>';
    const file = opened(
      makeXlsx({
        sheets: [{ name: 'Un' }, { name: 'Deux', rows }],
        afterSheets: '<calcPr calcId="1" fullCalcOnLoad="1"/>',
      }),
    );
    expect(file.calculation).toEqual({ uncalculated: 2, first: { sheet: 'Deux', row: 3, column: 1 }, isPending: true });
  });

  test('an entity that only a DTD would define is not expanded', () => {
    const read = (): unknown =>
      readMade({ sheets: [{ name: 'A', rows: '<row r="1"><c r="A1" t="str"><v>&bomb;</v></c></row>' }] }).sheets[0]!
        .values;
    expect(read()).toEqual([['&bomb;']]);
  });
});
