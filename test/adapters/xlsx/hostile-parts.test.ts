/** Parts made to be read badly, or written badly: read right, written right, or refused. */
import { makeXlsx, partsOf, PLAIN_STYLES, zipOf, type MadeWorkbook } from '../../support/readers/xlsx-package';
import {
  opened,
  planOf,
  readMade,
  refusalOf,
  setCell,
  valuesByAddress,
  written,
  writeRefusal,
} from '../../support/readers/xlsx-read';
import { chartOn, MONTHS, plannedChart } from '../../support/excel/charts';
import { partText, partNames } from '../../support/readers/zip-parts';
import type { PlannedChart, WriteStep } from '../../../src/workbook/plan';

const TEXT_CELL = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const workbookOf = (rows: string, strings: readonly string[] = []): MadeWorkbook => ({
  sheets: [{ name: 'Suivi', rows }],
  strings,
});
const inline = (inner: string): string => `<row r="1"><c r="A1" t="inlineStr"><is>${inner}</is></c></row>`;
const firstCell = (made: MadeWorkbook): unknown => valuesByAddress(readMade(made).sheets[0]!)['A1'] ?? null;

describe('a text made to make a reader go back on itself is read in one pass', () => {
  const MANY = 300_000;
  test.each<readonly [string, MadeWorkbook, unknown]>([
    ['comments that never close', workbookOf(TEXT_CELL, [`<t>a</t>${'<!--'.repeat(MANY)}`]), 'a'],
    ['CDATA that never closes', workbookOf(TEXT_CELL, [`<t>a</t>${'<![CDATA['.repeat(MANY)}`]), 'a'],
    ['phonetic guides that never close', workbookOf(inline(`<t>a</t>${'<rPh sb="0">'.repeat(MANY)}`)), 'a'],
    ['texts that never close', workbookOf(inline(`<r>${'<t x="1" '.repeat(MANY)}</r>`)), null],
    [
      'spaces within the limits of Excel',
      workbookOf(
        TEXT_CELL,
        Array.from({ length: 200 }, () => `<t>${' '.repeat(32_000)}a${' '.repeat(700)}</t>`),
      ),
      'a',
    ],
    ['comments in a value', workbookOf(`<row r="1"><c r="A1"><v><b/>${'<!--'.repeat(MANY)}--></v></c></row>`), null],
  ])('%s', (_, made, expected) => {
    expect(firstCell(made)).toEqual(expected);
  });
});

describe('text of parts, as XML reads it', () => {
  const guide = '<rPh sb="0" eb="1"><t>guide</t></rPh>';
  test.each<readonly [string, string, string]>([
    ['a line end of Windows is one line feed', '<t>un\r\ndeux\rtrois</t>', 'un\ndeux\ntrois'],
    ['a carriage return by its code is kept', '<t>un&#13;&#10;deux_x000D_</t>', 'un\r\ndeux\r'],
    ['a phonetic guide is no text', `<t>nom</t>${guide}<r><t> suite</t></r>`, 'nomsuite'],
    [
      'spaces are kept on demand',
      '<r><t xml:space = "preserve"> a </t></r><r><t xml:space=\'preserve\'>b </t></r>',
      ' a b ',
    ],
    ['comments are no text', '<t>a<!-- <t>no</t> -->b</t>', 'ab'],
    ['CDATA is text, comments in it too', '<t>a<![CDATA[<!-- & -->]]>b</t>', 'a<!-- & -->b'],
    ['an empty run', '<r><t/></r><r><t>x</t></r>', 'x'],
  ])('%s', (_, inner, expected) => {
    expect(firstCell(workbookOf(TEXT_CELL, [inner]))).toBe(expected);
    expect(firstCell(workbookOf(inline(inner)))).toBe(expected);
  });

  test('line ends in a value and in a formula', () => {
    const rows = '<row r="1"><c r="A1" t="str"><f>"un\r\ndeux"&amp;B1</f><v>un\r\ndeux</v></c></row>';
    const [sheet] = readMade(workbookOf(rows)).sheets;
    expect(valuesByAddress(sheet!)).toEqual({ A1: 'un\ndeux' });
    expect([...sheet!.formulas.values()]).toEqual(['="un\ndeux"&B1']);
  });
});

describe('rows and cells out of order or repeated are read, and nothing is written into their sheet', () => {
  const cell = (address: string, value: number): string => `<c r="${address}"><v>${value}</v></c>`;
  const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
  test.each<readonly [string, string, Readonly<Record<string, number>>]>([
    ['rows out of order', row(2, cell('A2', 2)) + row(1, cell('A1', 1)), { A1: 1, A2: 2 }],
    ['a row twice', row(1, cell('A1', 1)) + row(1, cell('B1', 2)), { A1: 1, B1: 2 }],
    ['an empty row, then the same with cells', row(1) + row(1, cell('A1', 1)), { A1: 1 }],
    ['cells out of order', row(1, cell('B1', 2), cell('A1', 1)), { A1: 1, B1: 2 }],
    ['a cell twice: the last one counts', row(1, cell('A1', 1), cell('A1', 2)), { A1: 2 }],
    ['an empty cell, then the same', row(1, '<c r="A1" s="1"/>', cell('A1', 2)), { A1: 2 }],
  ])('%s', (_, rows, expected) => {
    const bytes = makeXlsx({
      sheets: [
        { name: 'Suivi', rows },
        { name: 'Autre', rows: '' },
      ],
    });
    expect(valuesByAddress(opened(bytes).read().sheets[0]!)).toEqual(expected);
    expect(writeRefusal(bytes, planOf(setCell('Suivi', 'C9', 1)))).toEqual({
      code: 'damagedFile',
      part: 'xl/worksheets/sheet1.xml',
    });
    expect(writeRefusal(bytes, planOf(setCell('Autre', 'C9', 1)))).toBeNull();
  });
});

test('two parts whose names differ only in case: readers would disagree on which to use', () => {
  const parts = partsOf(workbookOf(TEXT_CELL, ['<t>a</t>']));
  const bytes = zipOf({ ...parts, 'xl/WORKSHEETS/sheet1.xml': parts['xl/worksheets/sheet1.xml']! });
  expect(refusalOf(bytes)).toEqual({ code: 'damagedFile', part: 'xl/WORKSHEETS/sheet1.xml' });
});

const labelled = (chart: PlannedChart, label: string): PlannedChart => ({
  ...chart,
  title: label,
  description: label,
  series: chart.series.map((one) => ({ ...one, name: label })),
});

const CHARTED = 'Graphiques';
const EVERYTHING: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: CHARTED },
  { kind: 'setCells', sheet: CHARTED, top: 0, left: 0, cells: MONTHS.map((row) => row.map((value) => ({ value }))) },
  {
    kind: 'setCells',
    sheet: 'Suivi',
    top: 4,
    left: 0,
    cells: [
      [
        { value: 12, style: 'amount' },
        { value: 'x', style: 'title' },
      ],
    ],
  },
  chartOn(CHARTED, 'ENV_Graphique_un'),
  chartOn('Suivi', 'ENV_Graphique_deux', CHARTED),
];

describe('a copy of a file that another program wrote in its own way is sound', () => {
  const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
  const STALE = [
    '<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/xml"/>',
    '<Override PartName="/XL/charts/chart1.xml" ContentType="image/png"/>',
  ];
  const plain = partsOf({ sheets: [{ name: 'Suivi', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
  const drawn = partsOf({
    sheets: [{ name: 'Suivi', rows: '<row r="1"/>', after: '<drawing r:id="rId1"/>' }],
    extraParts: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATION}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="${XDR}"/>`,
    },
  });
  const withPart = (path: string, change: (xml: string) => string): Record<string, string> => ({
    ...plain,
    [path]: change(plain[path] ?? ''),
  });
  test.each<readonly [string, Record<string, string>]>([
    [
      'declarations of parts that are not there',
      withPart('[Content_Types].xml', (xml) => xml.replace('</Types>', `${STALE.join('')}</Types>`)),
    ],
    [
      'a self-closed style sheet',
      withPart('xl/styles.xml', (xml) => xml.replace(`>${PLAIN_STYLES}</styleSheet>`, '/>')),
    ],
    [
      'style lists that are self-closed',
      withPart('xl/styles.xml', (xml) => xml.replace(PLAIN_STYLES, '<fonts count="0"/><fills/><borders/><cellXfs/>')),
    ],
    [
      'self-closed relationships of a sheet',
      { ...plain, 'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE}"/>` },
    ],
    ['an empty drawing', drawn],
  ])('%s', (_, parts) => {
    const bytes = written(zipOf(parts), ...EVERYTHING);
    const { sheets } = opened(bytes).read();
    expect(sheets.map(({ name, charts }) => [name, charts])).toEqual([
      ['Suivi', ['ENV_Graphique_deux']],
      [CHARTED, ['ENV_Graphique_un']],
    ]);
    expect(partNames(bytes).filter((name) => name === 'xl/worksheets/sheet2.xml')).toHaveLength(1);
    const types = partText(bytes, '[Content_Types].xml') ?? '';
    expect(types.match(/PartName="\/xl\/worksheets\/sheet2\.xml"/gi)).toHaveLength(1);
  });

  test('a label with a control character, in a cell, a heading, a chart and a name', () => {
    const label = 'Poste\u000bde\u0000 dépense\nsuite';
    const bytes = written(
      makeXlsx({ sheets: [{ name: 'Suivi', rows: '' }] }),
      {
        kind: 'setCells',
        sheet: 'Suivi',
        top: 0,
        left: 0,
        cells: [
          [{ value: label }, { value: 'AE' }],
          [{ value: label }, { value: 1 }],
        ],
      },
      { kind: 'addTable', sheet: 'Suivi', name: 'ENV_Essai', area: { top: 0, left: 0, rows: 2, columns: 2 } },
      { kind: 'addChart', sheet: 'Suivi', chart: labelled(plannedChart('ENV_Graphique_un', 'Suivi'), label) },
    );
    const workbook = opened(bytes).read();
    expect(valuesByAddress(workbook.sheets[0]!)).toEqual({ A1: label, B1: 'AE', A2: label, B2: 1 });
    expect(workbook.tables[0]!.columns).toEqual([label, 'AE']);
  });
});
