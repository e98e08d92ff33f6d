/** Cells written into an existing sheet: everything else keeps its bytes, its order and its look. */
import fc from 'fast-check';
import { cellAddress, type CellValue } from '../../../../src/workbook/cells';
import { frameOf } from '../../../../src/adapters/xlsx/package/sheet-frame';
import { utf8Slice } from '../../../../src/adapters/xlsx/package/xml-bytes';
import { makeXlsx, type MadeWorkbook } from '../../../support/readers/xlsx-package';
import { formulaOf, opened, setCell, sheetNamed, valueOf, written } from '../../../support/readers/xlsx-read';
import { partNames, partText } from '../../../support/readers/zip-parts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const utf8 = new TextEncoder();
const SHEET = 'xl/worksheets/sheet1.xml';

function sheetData(bytes: Uint8Array): string {
  return /<(?:x:)?sheetData>(.*)<\/(?:x:)?sheetData>/s.exec(partText(bytes, SHEET) ?? '')?.[1] ?? '';
}

/** The rows of a sheet after one cell is written. */
function rowsAfter(
  rows: string,
  address: string,
  value: CellValue,
  more: Partial<MadeWorkbook> & { before?: string; formula?: string } = {},
): string {
  const made = makeXlsx({ ...more, sheets: [{ name: 'S', rows, before: more.before ?? '' }] });
  return sheetData(
    written(made, setCell('S', address, value, more.formula === undefined ? {} : { formula: more.formula })),
  );
}

test.each<[where: string, sheet: { before?: string; after?: string }]>([
  ['after the rows', { after: '<!-- </sheetData></worksheet> -->' }],
  ['before the rows', { before: '<!-- <sheetData/> -->' }],
  ['around them', { before: '<?x <sheetData></sheetData> ?>', after: '<!--<sheetData>--><!--</sheetData>-->' }],
  ['after them, and arrows in the footer', { after: '<headerFooter><oddFooter>A --> </oddFooter></headerFooter>' }],
])('a comment that looks like rows, %s, stays a comment', (_, around) => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const sheet = (content: string): string =>
    partText(makeXlsx({ sheets: [{ name: 'S', rows: content, ...around }] }), SHEET) ?? '';
  const bytes = written(makeXlsx({ sheets: [{ name: 'S', rows, ...around }] }), setCell('S', 'A2', 7));
  expect(partText(bytes, SHEET)?.replace('<dimension ref="A1:A2"/>', '')).toBe(
    sheet(`${rows}<row r="2"><c r="A2"><v>7</v></c></row>`),
  );
});

test('a sheet without rows gets them before its end, not before a comment that looks like it', () => {
  const end = '</worksheet><!-- </worksheet> -->';
  const frame = frameOf(utf8.encode(`<worksheet xmlns="${MAIN}"><pageMargins/>${end}`), SHEET);
  expect(utf8Slice(frame.bytes, frame.dataStart, frame.bytes.length)).toBe(end);
});

describe('the place of a new cell', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['an empty sheet', '', 'B2', '<row r="2"><c r="B2"><v>7</v></c></row>'],
    ['before the first row', '<row r="5"/>', 'A1', '<row r="1"><c r="A1"><v>7</v></c></row><row r="5"/>'],
    [
      'between two rows',
      '<row r="1"/><row r="5"/>',
      'A3',
      '<row r="1"/><row r="3"><c r="A3"><v>7</v></c></row><row r="5"/>',
    ],
    ['after the last row', '<row r="1"/>', 'A3', '<row r="1"/><row r="3"><c r="A3"><v>7</v></c></row>'],
    ['a row that was closed at once', '<row r="3" ht="20"/>', 'A3', '<row r="3" ht="20"><c r="A3"><v>7</v></c></row>'],
    [
      'before the first cell',
      '<row r="1"><c r="C1"><v>1</v></c></row>',
      'A1',
      '<row r="1"><c r="A1"><v>7</v></c><c r="C1"><v>1</v></c></row>',
    ],
    [
      'between two cells',
      '<row r="1"><c r="A1"/><c r="C1"/></row>',
      'B1',
      '<row r="1"><c r="A1"/><c r="B1"><v>7</v></c><c r="C1"/></row>',
    ],
    ['after the last cell', '<row r="1"><c r="A1"/></row>', 'B1', '<row r="1"><c r="A1"/><c r="B1"><v>7</v></c></row>'],
    [
      'in the place of another',
      '<row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1"/></row>',
      'A1',
      '<row r="1"><c r="A1" s="2"><v>7</v></c><c r="B1"/></row>',
    ],
    [
      'among cells without address',
      '<row><c><v>1</v></c><c><v>2</v></c></row>',
      'B1',
      '<row><c><v>1</v></c><c r="B1"><v>7</v></c></row>',
    ],
    [
      'beyond the spans of its row',
      '<row r="1" spans="2:3"><c r="B1"/></row>',
      'E1',
      '<row r="1" spans="2:5"><c r="B1"/><c r="E1"><v>7</v></c></row>',
    ],
    [
      'with the style of its row',
      '<row r="1" s="1" customFormat="1"/>',
      'A1',
      '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>7</v></c></row>',
    ],
    [
      'past an extension and a comment',
      '<!-- </row> --><row r="1"><c r="A1"><extLst><c r="Z9"/></extLst></c></row>',
      'B1',
      '<!-- </row> --><row r="1"><c r="A1"><extLst><c r="Z9"/></extLst></c><c r="B1"><v>7</v></c></row>',
    ],
  ];
  test.each(cases)('%s', (_, rows, address, expected) =>
    expect(rowsAfter(rows, address, 7, { strings: ['<t>x</t>'] })).toBe(expected),
  );

  test('with the style of its column', () => {
    expect(rowsAfter('', 'B1', 7, { before: '<cols><col min="2" max="4" width="9" style="2"/></cols>' })).toBe(
      '<row r="1"><c r="B1" s="2"><v>7</v></c></row>',
    );
  });

  test('in a part whose elements have a prefix', () => {
    expect(rowsAfter('<row r="1"><c r="A1"><v>1</v></c></row>', 'B1', 'x', { prefix: 'x:' })).toBe(
      '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c></x:row>',
    );
  });

  test('in a sheet whose row list is self-closed or missing', () => {
    for (const rows of ['', null]) {
      const bytes = makeXlsx({
        sheets: [
          { name: 'S', rows, after: '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>' },
        ],
      });
      expect(valueOf(sheetNamed(opened(written(bytes, setCell('S', 'A1', 7))).read(), 'S'), 'A1')).toBe(7);
    }
  });
});

describe('the form of a written cell', () => {
  const cases: readonly (readonly [string, CellValue, string])[] = [
    ['a text that looks like a formula', '=1+1', '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ['a text of markup', '<b> & "c"', '<c r="A1" t="inlineStr"><is><t>&lt;b&gt; &amp; &quot;c&quot;</t></is></c>'],
    ['spaces at the ends', ' x ', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>'],
    [
      'a control character',
      'a\u0001\r',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">a_x0001__x000D_</t></is></c>',
    ],
    ['half a character', '\ud83d', '<c r="A1" t="inlineStr"><is><t>_xD83D_</t></is></c>'],
    ['a number', -1234.5, '<c r="A1"><v>-1234.5</v></c>'],
    ['true', true, '<c r="A1" t="b"><v>1</v></c>'],
    ['an error', { error: '#N/A' }, '<c r="A1" t="e"><v>#N/A</v></c>'],
    ['nothing', null, '<c r="A1"/>'],
  ];
  test.each(cases)('%s', (_, value, cell) => expect(rowsAfter('', 'A1', value)).toBe(`<row r="1">${cell}</row>`));

  test('a formula with its result', () => {
    expect(rowsAfter('', 'A1', 'non', { formula: '=IF(ENVELOPE.RATE("PDE","AE")<1,"oui","non")' })).toBe(
      '<row r="1"><c r="A1" t="str">' +
        '<f>IF(_xldudf_ENVELOPE_RATE(&quot;PDE&quot;,&quot;AE&quot;)&lt;1,&quot;oui&quot;,&quot;non&quot;)</f>' +
        '<v>non</v></c></row>',
    );
  });

  test('a text too long for a cell is refused', () => {
    const result = opened(makeXlsx({ sheets: [{ name: 'S' }] })).apply({
      purpose: 'repair',
      expected: [],
      steps: [setCell('S', 'B3', 'x'.repeat(32_768))],
    });
    expect(result).toEqual({ ok: false, failure: { code: 'tooLarge', what: 'B3', limit: '32767' } });
  });

  test('any written value is read back', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(
          '_x0041_',
          '_x',
          '_x005F',
          '00',
          ' ',
          '\n',
          '\r',
          '\t',
          '<',
          ']]>',
          '&amp;',
          '=',
          'é',
          '\u0000',
          '\uffff',
          '\ud800',
          '€',
        ),
      }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom({ error: '#REF!' }, { error: '#DIV/0!' }),
    );
    const blank = makeXlsx({ sheets: [{ name: 'S', rows: '<row r="2"><c r="B2"><v>1</v></c></row>' }] });
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const cells = rows.map((row) => row.map((one) => ({ value: one })));
        const sheet = sheetNamed(
          opened(written(blank, { kind: 'setCells', sheet: 'S', top: 0, left: 0, cells })).read(),
          'S',
        );
        rows.forEach((row, r) =>
          row.forEach((one, c) =>
            expect(valueOf(sheet, cellAddress(r, c))).toEqual(one === '' ? null : one === 0 ? 0 : one),
          ),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('formulas around a written cell', () => {
  const SHARED =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="4">B1*2</f><v>2</v></c></row>' +
    '<row r="2"><c r="A2" s="1"><f t="shared" si="4"/><v>4</v></c><c r="C2"><f t="shared" si="5"/>' +
    '<v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="4"/><v>6</v></c></row>';

  test('the followers of a replaced shared formula keep theirs', () => {
    const sheet = sheetNamed(
      opened(written(makeXlsx({ sheets: [{ name: 'S', rows: SHARED }] }), setCell('S', 'A1', 9))).read(),
      'S',
    );
    expect(['A1', 'A2', 'A3'].map((address) => formulaOf(sheet, address))).toEqual([undefined, '=B2*2', '=B3*2']);
  });

  test('a replaced follower leaves the others alone', () => {
    const bytes = written(makeXlsx({ sheets: [{ name: 'S', rows: SHARED }] }), setCell('S', 'A2', 9));
    expect(sheetData(bytes)).toBe(
      SHARED.replace('<c r="A2" s="1"><f t="shared" si="4"/><v>4</v></c>', '<c r="A2" s="1"><v>9</v></c>'),
    );
  });

  test('the calculation chain is removed, and Excel is asked to recalculate', () => {
    const made = makeXlsx({
      sheets: [{ name: 'S', rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' }],
      extraParts: {
        'xl/calcChain.xml':
          '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/>' +
          '</calcChain>',
      },
      extraRelations: [['calcChain', 'calcChain.xml']],
      afterSheets: '<calcPr calcId="191029"/>',
    });
    const after = written(made, setCell('S', 'A1', 3));
    expect(partNames(after)).not.toContain('xl/calcChain.xml');
    expect(partText(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(partText(after, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
    const onlyAdded = written(made, { kind: 'addSheet', sheet: 'N' }, setCell('N', 'A1', 3));
    expect(partNames(onlyAdded)).toContain('xl/calcChain.xml');
  });
});
