/** The value of a cell, in all the forms that programs write. */
import { readMade, readRows, valueOf, formulaOf, valuesByAddress } from '../../../support/readers/xlsx-read';

describe('values', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['a whole number', '<c r="A1"><v>42</v></c>', 42],
    ['cents, exactly', '<c r="A1"><v>426968.05</v></c>', 426968.05],
    ['a negative number', '<c r="A1" t="n"><v>-0.01</v></c>', -0.01],
    ['minus zero', '<c r="A1"><v>-0</v></c>', 0],
    ['a sum in binary, as Excel keeps it', '<c r="A1"><v>0.30000000000000004</v></c>', 0.1 + 0.2],
    ['seventeen digits', '<c r="A1"><v>12345678901234567</v></c>', Number('12345678901234567')],
    ['an exponent', '<c r="A1"><v>1.03E+10</v></c>', 1.03e10],
    ['a small exponent', '<c r="A1"><v>5e-324</v></c>', 5e-324],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['a formula’s text', '<c r="A1" t="str"><v>oui &amp; non</v></c>', 'oui & non'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>PDE</t></is></c>', 'PDE'],
    [
      'an inline text in runs',
      '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">Signaux </t></r><r><rPr><b/></rPr>' +
        '<t>Faibles</t></r></is></c>',
      'Signaux Faibles',
    ],
    ['a CDATA text', '<c r="A1" t="str"><v><![CDATA[a < b & c]]></v></c>', 'a < b & c'],
    ['an inline CDATA text', '<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', '<b>'],
    ['a number with a comment in it', '<c r="A1"><v>1<!-- x -->2</v></c>', 12],
    ['an ISO date', '<c r="A1" t="d"><v>2023-03-31</v></c>', 45016],
    ['an ISO date with its time', '<c r="A1" t="d"><v>2023-03-31T12:00:00Z</v></c>', 45016.5],
    ['attributes between apostrophes', "<c r='A1' t='str' s='0'><v>x</v></c>", 'x'],
    ['spaces and line breaks between attributes', '<c\n r = "A1"\n\tt = "str" ><v>x</v></c>', 'x'],
    ['an attribute of another namespace', '<c r="A1" xml:lang="fr" t="str"><v>x</v></c>', 'x'],
    ['a control character', '<c r="A1" t="str"><v>a_x0001_b</v></c>', 'a\u0001b'],
    ['a text that looks like an escape', '<c r="A1" t="str"><v>_x005F_x0041_</v></c>', '_x0041_'],
    ['an extension after the value', '<c r="A1"><v>7</v><extLst><ext uri="u"><v>8</v></ext></extLst></c>', 7],
    ['something that is not a number', '<c r="A1"><v>1.#QNAN</v></c>', '1.#QNAN'],
    ['a number of another base', '<c r="A1"><v>0x10</v></c>', '0x10'],
  ];
  test.each(cases)('%s', (_, cell, expected) => {
    expect(valueOf(readRows(`<row r="1">${cell}</row>`), 'A1')).toEqual(expected);
  });

  test('an empty cell, an empty text and an empty element have no value', () => {
    const rows =
      '<row r="1"><c r="A1" s="1"/><c r="B1" t="inlineStr"><is><t/></is></c><c r="C1"><v></v></c>' +
      '<c r="D1" t="s"><v>0</v></c></row>';
    expect(readRows(rows, ['<t></t>']).used).toBeNull();
  });
});

describe('shared strings', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['a plain text', '<t>Prestation</t>', 'Prestation'],
    [
      'runs, joined',
      '<r><t>Place des </t></r><r><t xml:space="preserve"> Entreprises</t></r>',
      'Place des Entreprises',
    ],
    ['phonetics, left out', '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>', '東京'],
    ['spaces that ask to be kept', '<t xml:space="preserve">  PDE  </t>', '  PDE  '],
    ['spaces that do not', '<t>  PDE\n</t>', 'PDE'],
    ['a line break', '<t>ligne 1\nligne 2</t>', 'ligne 1\nligne 2'],
    ['a carriage return', '<t>a_x000D_\nb</t>', 'a\r\nb'],
    ['entities', '<t>&lt;&#233;&#x1F600;&gt;&apos;&quot;</t>', '<é😀>\'"'],
    ['an unknown entity, as it is', '<t>&euro;</t>', '&euro;'],
    ['CDATA with a tag in it', '<t><![CDATA[</si><si>]]></t>', '</si><si>'],
    ['nothing at all', '', null],
  ];
  test.each(cases)('%s', (_, item, expected) => {
    expect(valueOf(readRows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', [item]), 'A1')).toBe(expected);
  });

  // Decoded in pieces of 64 kB: each of these would be cut somewhere in its middle.
  const many = (item: (index: number) => string): string[] => Array.from({ length: 9_000 }, (_, index) => item(index));
  const long = 'é’😀'.repeat(30_000);
  test.each<readonly [string, readonly string[], (index: number) => string]>([
    ['letters of two, three and four bytes', many((index) => `<t>n° ${index} d’été 😀</t>`), (i) => `n° ${i} d’été 😀`],
    [
      'entities in some of the pieces',
      many((i) => `<t>${i < 8_000 ? i : `&#233;${i}`}</t>`),
      (i) => (i < 8_000 ? `${i}` : `é${i}`),
    ],
    ['a comment that ends an item', many((index) => `<t>${index}</t><!--</si>-->`), String],
    ['a text longer than a piece', [`<t>${long}</t>`, '<t>1</t>', `<t>${long}</t>`], (i) => (i === 1 ? '1' : long)],
  ])('%s, over many kilobytes', (_, strings, expected) => {
    const row = (string: number): string => `<row r="${string + 1}"><c t="s"><v>${string}</v></c></row>`;
    const { values } = readRows(strings.map((_item, index) => row(index)).join(''), strings);
    expect(values.map(([text]) => text)).toEqual(strings.map((_item, index) => expected(index)));
  });
});

describe('places', () => {
  test('cells and rows without address follow the one before', () => {
    const sheet = readRows(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row>' +
        '<c><v>5</v></c></row>',
    );
    expect(valuesByAddress(sheet)).toEqual({ A1: 1, B1: 2, C5: 3, D5: 4, A6: 5 });
  });

  test('rows and cells out of order are put in order', () => {
    const sheet = readRows(
      '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>' +
        '<row r="3"><c r="D3"><v>4</v></c></row>',
    );
    expect(sheet.values).toEqual([
      [1, null, null, null],
      [null, null, null, null],
      [2, 3, null, 4],
    ]);
  });

  test('the used area is that of the values, not of the formats', () => {
    const styled = Array.from(
      { length: 500 },
      (_, index) => `<row r="${index + 10}" s="2" customFormat="1"><c r="A${index + 10}" s="2"/></row>`,
    );
    const sheet = readRows(`<row r="3"><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c></row>${styled.join('')}`);
    expect(sheet.used).toEqual({ top: 2, left: 1, rows: 1, columns: 2 });
  });

  test('two values at both ends of a sheet do not fill the memory', () => {
    const sheet = readRows(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    );
    expect(sheet.used).toEqual({ top: 0, left: 0, rows: 1_048_576, columns: 16_384 });
    expect([valueOf(sheet, 'A1'), valueOf(sheet, 'B7'), valueOf(sheet, 'XFD1048576')]).toEqual([1, null, 2]);
  });

  test('hidden rows are reported when they hold something', () => {
    const sheet = readRows(
      '<row r="1" hidden="1"/><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row hidden="0" r="3">' +
        '<c r="A3"><v>1</v></c></row>',
    );
    expect([...sheet.hiddenRows]).toEqual([1]);
  });

  test('a row without height is hidden, whatever its other attributes', () => {
    const heights = ['ht="0" customHeight="1"', 'ht="0.0"', 'hidden="1" ht="15"', 'ht="0.75"', 'height="0"'];
    const rows = heights.map((height, at) => `<row r="${at + 1}" ${height}><c r="A${at + 1}"><v>1</v></c></row>`);
    expect([...readRows(rows.join('')).hiddenRows]).toEqual([0, 1, 2]);
  });

  test('where rows are hidden by default, those that the sheet writes are seen: Excel hides the others, without cells', () => {
    const before = '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>';
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>';
    const [sheet] = readMade({ sheets: [{ name: 'Feuil1', rows, before }] }).sheets;
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([1]);
  });

  test('columns without a width of their own are hidden where the default width is 0', () => {
    const cols = '<cols><col min="1" max="3" width="9"/><col min="5" max="5" style="1"/></cols>';
    const before = `<sheetFormatPr defaultColWidth="0" defaultRowHeight="15"/>${cols}`;
    const rows = '<row r="1"><c r="B1"><v>1</v></c><c r="F1"><v>2</v></c></row>';
    const [sheet] = readMade({ sheets: [{ name: 'Feuil1', rows, before }] }).sheets;
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([3, 4, 5]);
  });

  test.each`
    what                             | col                                                                 | hidden
    ${'hidden by hand'}              | ${'<col min="3" max="4" width="9" hidden="1"/>'}                    | ${[2, 3]}
    ${'hidden with a closed group'}  | ${'<col min="2" max="2" outlineLevel="1" hidden="true"/>'}          | ${[1]}
    ${'without width'}               | ${'<col min="2" max="2" width="0" customWidth="1"/>'}               | ${[1]}
    ${'narrower than any pixel'}     | ${'<col min="2" max="2" width="0.03" customWidth="1"/>'}            | ${[1]}
    ${'hidden to the last column'}   | ${'<col min="4" max="16384" hidden="1"/>'}                          | ${[3, 4]}
    ${'hidden beside the values'}    | ${'<col min="1" max="1" hidden="1"/>'}                              | ${undefined}
    ${'narrow, or in an open group'} | ${'<col min="2" max="3" width="0.5" hidden="0" outlineLevel="1"/>'} | ${undefined}
  `('columns $what', ({ col, hidden }: { col: string; hidden: number[] | undefined }) => {
    const rows = '<row r="1"><c r="B1"><v>1</v></c><c r="E1"><v>2</v></c></row>';
    const [sheet] = readMade({ sheets: [{ name: 'Feuil1', rows, before: `<cols>${col}</cols>` }] }).sheets;
    expect(sheet?.hiddenColumns && [...sheet.hiddenColumns]).toEqual(hidden);
  });
});

describe('formulas', () => {
  test('a shared formula is rendered at each cell', () => {
    const sheet = readRows(
      '<row r="2"><c r="C2"><f t="shared" ref="C2:C4" si="0">A2+$B$1*SUM(A:A)-LOG10(B2)&amp;"A2"</f><v>1</v></c></row>' +
        '<row r="3"><c r="C3"><f t="shared" si="0"/><v>1</v></c></row><row r="4"><c r="C4"><f si="0" t="shared"></f><v>1</v></c></row>',
    );
    expect(['C2', 'C3', 'C4'].map((address) => formulaOf(sheet, address))).toEqual([
      '=A2+$B$1*SUM(A:A)-LOG10(B2)&"A2"',
      '=A3+$B$1*SUM(A:A)-LOG10(B3)&"A2"',
      '=A4+$B$1*SUM(A:A)-LOG10(B4)&"A2"',
    ]);
  });

  test('an array formula is in its first cell', () => {
    const sheet = readRows(
      '<row r="1"><c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c></row>',
    );
    expect([formulaOf(sheet, 'A1'), formulaOf(sheet, 'B1'), valueOf(sheet, 'B1')]).toEqual(['={1,2}', undefined, 2]);
  });

  test('file-only function names are read as people write them', () => {
    const stored =
      '_xldudf_ENVELOPE_REMAINING("PDE","CP")+_xlfn.XLOOKUP(1,A:A,B:B)+SUM(Suivi[[#This Row],[Montant AE]],Suivi[[#This Row],[AE]])';
    const sheet = readRows(`<row r="1"><c r="A1"><f>${stored.replaceAll('"', '&quot;')}</f><v>1</v></c></row>`);
    expect(formulaOf(sheet, 'A1')).toBe(
      '=ENVELOPE.REMAINING("PDE","CP")+XLOOKUP(1,A:A,B:B)+SUM(Suivi[@[Montant AE]],Suivi[@AE])',
    );
  });

  test('a formula without a stored result is an error, and is counted', () => {
    const sheet = readRows('<row r="1"><c r="A1"><f>1+1</f><v></v></c><c r="B1" t="str"><f>""</f><v></v></c></row>');
    expect([valueOf(sheet, 'A1'), valueOf(sheet, 'B1')]).toEqual([{ error: '#CALC!' }, '']);
  });
});

describe('the workbook', () => {
  test('the 1904 date system', () => {
    expect(readMade({ sheets: [{ name: 'A' }], beforeSheets: '<workbookPr date1904="1"/>' }).uses1904Dates).toBe(true);
  });

  test('names, with the sheet that they are local to', () => {
    const afterSheets =
      '<definedNames><definedName name="Taux">0.2</definedName>' +
      '<definedName name="Zone" localSheetId="1">Deux!$A$1:$B$2</definedName></definedNames>';
    expect(readMade({ sheets: [{ name: 'Un' }, { name: 'Deux' }], afterSheets }).names).toEqual([
      { name: 'Taux', scope: null, refersTo: '=0.2' },
      { name: 'Zone', scope: 'Deux', refersTo: '=Deux!$A$1:$B$2' },
    ]);
  });

  test('protection and visibility', () => {
    const workbook = readMade({
      sheets: [
        { name: 'Un', after: '<sheetProtection sheet="1"/>' },
        { name: 'Deux', attributes: ' state="veryHidden"' },
      ],
      beforeSheets: '<workbookProtection lockStructure="1"/>',
    });
    expect(workbook.structureProtected).toBe(true);
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.isProtected, sheet.visibility])).toEqual([
      ['Un', true, 'visible'],
      ['Deux', false, 'veryHidden'],
    ]);
  });
});
