/** Sheets, tables, names, looks and set-ups written into a workbook: the rest of the package keeps its bytes. */
import type { WriteStep } from '../../../../src/workbook/plan';
import { blankXlsx } from '../../../../src/adapters/xlsx/write/blank';
import { lookAt, readLook } from '../../../../src/adapters/xlsx/read/read-look';
import { readExtras } from '../../../../src/adapters/xlsx/read/read-extras';
import { makeXlsx, partsOf, tableXmlOf, zipOf, type MadeWorkbook } from '../../../support/readers/xlsx-package';
import { formulaOf, opened, sheetNamed, valueOf, written } from '../../../support/readers/xlsx-read';
import { partNames, partText, rawEntries } from '../../../support/readers/zip-parts';

const SHEET = 'Bilan & suivi';

/** A document as the product writes one. */
const DOCUMENT: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: SHEET },
  {
    kind: 'setCells',
    sheet: SHEET,
    top: 0,
    left: 0,
    cells: [
      [
        { value: 'Poste', style: 'heading' },
        { value: 'AE', style: 'heading' },
      ],
      [
        { value: 'Marché', style: 'label' },
        { value: 1234.5, style: 'amount' },
      ],
      [
        { value: 'Total', style: 'totalLabel' },
        { value: 1234.5, formula: '=SUM(ENV_Essai[AE])', style: 'totalAmount' },
      ],
    ],
  },
  { kind: 'addTable', sheet: SHEET, name: 'ENV_Essai', area: { top: 0, left: 0, rows: 2, columns: 2 } },
  { kind: 'setName', name: 'ENV_Doc_Essai', sheet: SHEET, area: { top: 0, left: 0, rows: 3, columns: 2 } },
  { kind: 'setColumnWidths', sheet: SHEET, left: 0, widths: [30, 14] },
  { kind: 'freezeRows', sheet: SHEET, rows: 1 },
  { kind: 'setPage', sheet: SHEET, landscape: true },
  { kind: 'highlightWhen', sheet: SHEET, area: { top: 1, left: 1, rows: 1, columns: 1 }, formula: '=B2<0' },
];

/** A workbook with parts that libraries lose: a chart, a macro, a binary printer set-up, custom XML. */
const RICH: MadeWorkbook = {
  sheets: [
    {
      name: 'Un',
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after: '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
    },
    {
      name: 'Deux',
      tables: [tableXmlOf(7, 'Vieux', 'A1:A2', ['x'])],
      rows: '<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    },
  ],
  afterSheets:
    '<definedNames><definedName name="Local" localSheetId="1" hidden="1">Deux!$A$1</definedName>' +
    '</definedNames><calcPr calcId="1"/><extLst><ext uri="x"/></extLst>',
  extraParts: {
    'xl/vbaProject.bin': 'macro\u0000macro',
    'xl/charts/chart1.xml': '<c:chart xmlns:c="c"/>',
    'customXml/item1.xml': '<a/>',
    'docProps/app.xml': '<Properties/>',
  },
  extraRelations: [['vbaProject', 'vbaProject.bin']],
};

describe('a document in a workbook of the team', () => {
  const before = makeXlsx(RICH);
  const after = written(before, ...DOCUMENT);

  test('changes four parts, adds three, and copies all others byte for byte', () => {
    const [old, now] = [rawEntries(before), rawEntries(after)];
    const changed = [...old].filter(([name, raw]) => now.get(name) !== raw).map(([name]) => name);
    const added = [...now.keys()].filter((name) => !old.has(name));
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
    ]);
    expect(added.sort()).toEqual([
      'xl/tables/table2.xml',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/worksheets/sheet3.xml',
    ]);
  });

  test('reads back as it was planned', () => {
    const workbook = opened(after).read();
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Un', 'Deux', SHEET]);
    const sheet = sheetNamed(workbook, SHEET);
    expect(sheet.values).toEqual([
      ['Poste', 'AE'],
      ['Marché', 1234.5],
      ['Total', 1234.5],
    ]);
    expect(formulaOf(sheet, 'B3')).toBe('=SUM(ENV_Essai[AE])');
    expect(workbook.tables.at(-1)).toEqual({
      name: 'ENV_Essai',
      sheet: SHEET,
      area: { top: 0, left: 0, rows: 2, columns: 2 },
      columns: ['Poste', 'AE'],
      hasTotalsRow: false,
    });
    expect(workbook.names).toEqual([
      { name: 'Local', scope: 'Deux', refersTo: '=Deux!$A$1' },
      { name: 'ENV_Doc_Essai', scope: null, refersTo: `='${SHEET}'!$A$1:$B$3` },
    ]);
    expect(opened(after).calculation).toEqual({ uncalculated: 0, first: null, isPending: true });
  });

  test('uses free ids', () => {
    expect(partText(after, 'xl/tables/table2.xml')).toContain(' id="8" ');
    expect(partText(after, 'xl/workbook.xml')).toContain(`<sheet name="Bilan &amp; suivi" sheetId="3" r:id="rId5"/>`);
  });

  test('has the look of its styles', () => {
    const look = readLook(after);
    if (!look.ok) throw new Error(look.failure.code);
    const sheet = look.value.sheets[2]!;
    const line = { line: 'thin', color: 'BFBFBF' };
    expect(lookAt(look.value, sheet, 0, 0)).toEqual({
      numberFormat: 'General',
      style: {
        bold: true,
        color: 'FFFFFF',
        fill: '000091',
        horizontal: 'center',
        vertical: 'center',
        wrap: true,
        top: line,
        bottom: line,
        left: line,
        right: line,
      },
    });
    expect(lookAt(look.value, sheet, 1, 1).numberFormat).toBe('#,##0.00\\ "€";"−"#,##0.00\\ "€"');
    expect([sheet.freeze, sheet.columnWidths.get(0)]).toEqual([{ rows: 1, columns: 0 }, 215]);
    const extras = readExtras(after);
    expect(extras.ok && extras.value.prints.get(sheet.name)?.orientation).toBe('landscape');
    expect(sheet.highlights).toEqual([
      {
        areas: [{ top: 1, left: 1, rows: 1, columns: 1 }],
        formula: '=B2<0',
        style: { color: 'B34000', fill: 'FFE9E6' },
      },
    ]);
  });

  test('written twice adds no style and no rule', () => {
    const again: WriteStep[] = [
      { kind: 'deleteTable', name: 'ENV_Essai' },
      ...DOCUMENT.filter((step) => step.kind !== 'addSheet'),
    ];
    const twice = written(after, ...again);
    expect(partText(twice, 'xl/styles.xml')).toBe(partText(after, 'xl/styles.xml'));
    expect(partText(twice, 'xl/workbook.xml')).toBe(partText(after, 'xl/workbook.xml'));
    const rows = (bytes: Uint8Array): unknown => sheetNamed(opened(bytes).read(), SHEET).values;
    expect(rows(twice)).toEqual(rows(after));
    expect(partText(twice, 'xl/worksheets/sheet3.xml')?.match(/<conditionalFormatting/g)).toHaveLength(1);
    expect(partNames(twice)).toEqual(partNames(after));
  });
});

describe('all variants of packages accept the same document', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['a prefix', makeXlsx({ ...RICH, prefix: 'x:' })],
    ['the strict namespaces', makeXlsx({ ...RICH, strict: true })],
    ['absolute targets', makeXlsx({ ...RICH, absoluteTargets: true })],
    ['no styles', makeXlsx({ ...RICH, styles: null })],
    [
      'empty style lists',
      makeXlsx({
        ...RICH,
        styles: '<fonts count="0"/><fills count="0"/><borders count="0"/><cellXfs count="0"/><dxfs count="0"/>',
      }),
    ],
    ['no style list at all', makeXlsx({ ...RICH, styles: '<extLst/>' })],
    ['no name and no calculation', makeXlsx({ ...RICH, afterSheets: '' })],
    [
      'UTF-16',
      zipOf(
        Object.fromEntries(
          Object.entries(partsOf(RICH)).map(([path, xml]) => [
            path,
            path.endsWith('.bin')
              ? xml
              : new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')),
          ]),
        ),
      ),
    ],
    ['an empty workbook', blankXlsx()],
  ];
  test.each(cases)('%s', (_, bytes) => {
    const after = written(bytes, ...DOCUMENT);
    const workbook = opened(after).read();
    expect(sheetNamed(workbook, SHEET).values).toEqual([
      ['Poste', 'AE'],
      ['Marché', 1234.5],
      ['Total', 1234.5],
    ]);
    expect(workbook.names.at(-1)?.name).toBe('ENV_Doc_Essai');
    const look = readLook(after);
    if (!look.ok) throw new Error(look.failure.code);
    const sheet = look.value.sheets.at(-1)!;
    expect([lookAt(look.value, sheet, 0, 0).style.fill, lookAt(look.value, sheet, 1, 1).numberFormat]).toEqual([
      '000091',
      '#,##0.00\\ "€";"−"#,##0.00\\ "€"',
    ]);
    expect(sheet.highlights[0]?.style).toEqual({ color: 'B34000', fill: 'FFE9E6' });
  });

  test('the first sheet added to an empty workbook replaces its placeholder', () => {
    const after = written(blankXlsx(), ...DOCUMENT);
    expect(
      opened(after)
        .read()
        .sheets.map((sheet) => sheet.name),
    ).toEqual([SHEET]);
    expect(partText(after, 'xl/worksheets/sheet1.xml')).not.toContain('codeName');
    expect(opened(written(after, { kind: 'addSheet', sheet: 'Autre' })).read().sheets).toHaveLength(2);
  });

  test('children are in the order of the schema, with any existing ones', () => {
    const ORDER = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'cols',
      'sheetData',
      'sheetProtection',
      'conditionalFormatting',
      'conditionalFormatting',
      'hyperlinks',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'drawing',
      'legacyDrawing',
      'tableParts',
      'extLst',
    ];
    const after =
      '<sheetProtection/><conditionalFormatting sqref="A1"/><hyperlinks/><drawing r:id="rId9"/>' +
      '<legacyDrawing r:id="rId8"/><extLst/>';
    const bytes = makeXlsx({
      sheets: [{ name: 'S', before: '<sheetViews><sheetView workbookViewId="0"/></sheetViews>', after }],
    });
    const steps = DOCUMENT.filter((step) => step.kind !== 'addSheet').map((step) =>
      'sheet' in step ? { ...step, sheet: 'S' } : step,
    );
    const xml = partText(written(bytes, ...steps), 'xl/worksheets/sheet1.xml')!;
    const children = [...xml.matchAll(new RegExp(`<(${[...new Set(ORDER)].join('|')})\\b`, 'g'))];
    expect(children.map((match) => match[1])).toEqual(ORDER);
  });
});

describe('set-ups of an existing sheet', () => {
  test('a width splits a run of columns and keeps its style', () => {
    const before = '<cols><col min="1" max="5" width="9" style="2" hidden="1"/></cols>';
    const bytes = written(makeXlsx({ sheets: [{ name: 'S', before }] }), {
      kind: 'setColumnWidths',
      sheet: 'S',
      left: 2,
      widths: [20],
    });
    expect(/<cols>.*<\/cols>/.exec(partText(bytes, 'xl/worksheets/sheet1.xml')!)?.[0]).toBe(
      '<cols><col min="1" max="2" width="9" style="2" hidden="1"/>' +
        '<col min="3" max="3" width="20.7109375" style="2" hidden="1" customWidth="1"/>' +
        '<col min="4" max="5" width="9" style="2" hidden="1"/></cols>',
    );
  });

  test('a frozen row replaces another freeze, and zero removes it', () => {
    const before =
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
      '<pane xSplit="2" topLeftCell="C1" state="frozen"/><selection pane="topRight"/></sheetView>' +
      '</sheetViews>';
    const made = makeXlsx({ sheets: [{ name: 'S', before }] });
    const views = (rows: number): string | undefined =>
      /<sheetViews>.*<\/sheetViews>/.exec(
        partText(written(made, { kind: 'freezeRows', sheet: 'S', rows }), 'xl/worksheets/sheet1.xml')!,
      )?.[0];
    expect(views(3)).toBe(
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
        '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>' +
        '<selection pane="bottomLeft"/></sheetView></sheetViews>',
    );
    expect(views(0)).toBe('<sheetViews><sheetView tabSelected="1" workbookViewId="0"></sheetView></sheetViews>');
  });

  test('the page keeps the team’s margins and footer', () => {
    const after =
      '<pageMargins left="9" right="9" top="9" bottom="9" header="9" footer="9"/>' +
      '<pageSetup paperSize="8" scale="50" r:id="rId1"/><headerFooter><oddFooter>x</oddFooter>' +
      '</headerFooter>';
    const bytes = written(makeXlsx({ sheets: [{ name: 'S', after }] }), {
      kind: 'setPage',
      sheet: 'S',
      landscape: false,
    });
    expect(/<pageMargins.*<\/headerFooter>/.exec(partText(bytes, 'xl/worksheets/sheet1.xml')!)?.[0]).toBe(
      '<pageMargins left="9" right="9" top="9" bottom="9" header="9" footer="9"/>' +
        '<pageSetup orientation="portrait" fitToWidth="1" fitToHeight="0" paperSize="9" r:id="rId1"/>' +
        '<headerFooter><oddFooter>x</oddFooter></headerFooter>',
    );
  });
});

describe('the printed page', () => {
  const workbookXml = (bytes: Uint8Array): string => partText(bytes, 'xl/workbook.xml')!;
  const sheetXml = (bytes: Uint8Array, number: number): string => partText(bytes, `xl/worksheets/sheet${number}.xml`)!;
  const setUp = { kind: 'setPage', sheet: SHEET, landscape: true, titleRows: 2, breaks: [9, 30] } as const;

  test('a new sheet repeats its first rows and has its page breaks, in the order of the schema', () => {
    const bytes = written(makeXlsx({ sheets: [{ name: 'S' }] }), { kind: 'addSheet', sheet: SHEET }, setUp);
    expect(workbookXml(bytes)).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Bilan &amp; suivi'!$1:$2</definedName>`,
    );
    expect(sheetXml(bytes, 2)).toContain(
      '</headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="9" max="16383" man="1"/><brk id="30" max="16383" man="1"/></rowBreaks>',
    );
    expect(sheetXml(bytes, 1)).not.toContain('rowBreaks');
  });

  test('repeated rows of the sheet are kept; the team’s breaks are kept, and moved breaks follow their rows', () => {
    const after =
      '<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="20" max="16383" man="1"/></rowBreaks>';
    const afterSheets =
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">S!$5:$6</definedName></definedNames>';
    const moves = [
      { from: 4, to: 6 },
      { from: 7, to: 9 },
      { from: null, to: 12 },
    ];
    const bytes = written(
      makeXlsx({ sheets: [{ name: 'S', after }], afterSheets }),
      { kind: 'setPage', sheet: 'S', landscape: false, titleRows: 2 },
      { kind: 'movePageBreaks', sheet: 'S', moves },
    );
    expect(workbookXml(bytes).match(/Print_Titles/g)).toHaveLength(1);
    expect(workbookXml(bytes)).toContain('S!$5:$6');
    expect([...sheetXml(bytes, 1).matchAll(/<brk id="(\d+)"/g)].map(([, id]) => id)).toEqual(['6', '12', '20']);
  });

  test('the list is removed with the last break', () => {
    const after = '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>';
    const bytes = written(makeXlsx({ sheets: [{ name: 'S', after }] }), {
      kind: 'movePageBreaks',
      sheet: 'S',
      moves: [{ from: 4, to: null }],
    });
    expect(sheetXml(bytes, 1)).not.toContain('Breaks');
  });
});

test('a sheet whose part has an encoded name gets its table, related to it and declared under that name', () => {
  const parts = partsOf({ sheets: [{ name: 'Bilan &amp; suivi' }], declaredByName: true });
  const renamed = Object.entries(parts).map(([path, xml]) => [
    path.replace('sheet1', 'Feuille%201'),
    xml.replaceAll('worksheets/sheet1.xml', 'worksheets/Feuille%201.xml'),
  ]);
  const before = zipOf(Object.fromEntries(renamed) as Record<string, string>);
  const after = written(before, ...DOCUMENT.slice(1, 3));
  const relations = 'xl/worksheets/_rels/Feuille%201.xml.rels';
  expect(partNames(after)).toContain(relations);
  expect(partText(after, '[Content_Types].xml')).toContain(`PartName="/${relations}"`);
  expect(opened(after).read().tables).toMatchObject([{ name: 'ENV_Essai', sheet: SHEET }]);
});

describe('deletions', () => {
  const NAMES =
    '<definedNames><definedName name="Global">Deux!$A$1</definedName><definedName name="Sur1" localSheetId="0">Un!$A$1</definedName>' +
    '<definedName name="Sur2" localSheetId="1">Deux!$A$1</definedName>' +
    '<definedName name="Sur3" localSheetId="2">Trois!$A$1</definedName></definedNames>';
  const THREE: MadeWorkbook = {
    sheets: [
      {
        name: 'Un',
        rows:
          '<row r="1"><c r="A1"><f>Deux!A1+\'deux\'!A2+ADeux!B2</f><v>2</v></c><c r="B1"><f>"Deux!A1"</f>' +
          '<v>0</v></c></row>',
      },
      { name: 'Deux', rows: '<row r="1"><c r="A1"><v>1</v></c></row>', tables: [tableXmlOf(1, 'T2', 'A1:A2', ['x'])] },
      { name: 'Trois' },
    ],
    beforeSheets: '<bookViews><workbookView firstSheet="1" activeTab="2"/></bookViews>',
    afterSheets: NAMES,
  };

  test('a deleted sheet takes its table and its names with it, and the others are renumbered', () => {
    const after = written(makeXlsx(THREE), { kind: 'deleteSheet', sheet: 'Deux' });
    const workbook = opened(after).read();
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Un', 'Trois']);
    expect(workbook.tables).toEqual([]);
    expect(workbook.names).toEqual([
      { name: 'Global', scope: null, refersTo: '=#REF!$A$1' },
      { name: 'Sur1', scope: 'Un', refersTo: '=Un!$A$1' },
      { name: 'Sur3', scope: 'Trois', refersTo: '=Trois!$A$1' },
    ]);
    expect(partNames(after).filter((name) => /sheet2|table/.test(name))).toEqual([]);
    expect(partText(after, '[Content_Types].xml')).not.toMatch(/sheet2|table/);
    expect(partText(after, 'xl/workbook.xml')).toContain('<workbookView activeTab="1"/>');
  });

  test('formulas that used it become #REF!', () => {
    const sheet = sheetNamed(opened(written(makeXlsx(THREE), { kind: 'deleteSheet', sheet: 'Deux' })).read(), 'Un');
    expect([formulaOf(sheet, 'A1'), valueOf(sheet, 'A1'), formulaOf(sheet, 'B1')]).toEqual([
      '=#REF!A1+#REF!A2+ADeux!B2',
      { error: '#REF!' },
      '="Deux!A1"',
    ]);
  });

  test('a table is deleted, its cells stay', () => {
    const after = written(makeXlsx(THREE), { kind: 'deleteTable', name: 't2' });
    expect(opened(after).read().tables).toEqual([]);
    expect(valueOf(sheetNamed(opened(after).read(), 'Deux'), 'A1')).toBe(1);
    expect(partText(after, 'xl/worksheets/sheet2.xml')).not.toContain('tableParts');
    expect(partNames(after).filter((name) => name.includes('table') || name.includes('sheet2.xml.rels'))).toEqual([]);
  });

  test('a name is replaced or deleted; local ones are not touched', () => {
    const area = { top: 4, left: 0, rows: 1, columns: 1 };
    const names = (...steps: WriteStep[]): string[] =>
      opened(written(makeXlsx(THREE), ...steps))
        .read()
        .names.map((name) => `${name.name}${name.refersTo}`);
    expect(names({ kind: 'setName', name: 'GLOBAL', sheet: 'Un', area })[0]).toBe('Global=Un!$A$5');
    expect(names({ kind: 'deleteName', name: 'global' })).toEqual([
      'Sur1=Un!$A$1',
      'Sur2=Deux!$A$1',
      'Sur3=Trois!$A$1',
    ]);
  });

  test('adding and deleting in one plan leaves nothing', () => {
    const made = makeXlsx(THREE);
    const after = written(
      made,
      ...DOCUMENT,
      { kind: 'deleteName', name: 'ENV_Doc_Essai' },
      { kind: 'deleteSheet', sheet: SHEET },
    );
    expect(rawEntries(after)).toEqual(rawEntries(made));
  });
});
