/** Writings that must be refused: each is named, and leaves the file unchanged. */
import type { Failure } from '../../../../src/workbook/failure';
import type { CellValue } from '../../../../src/workbook/cells';
import type { ExpectedCells, WriteStep } from '../../../../src/workbook/plan';
import {
  makeXlsx,
  partsOf,
  PLAIN_STYLES,
  tableXmlOf,
  zipOf,
  type MadeWorkbook,
} from '../../../support/readers/xlsx-package';
import { planOf, setCell, writeRefusal } from '../../../support/readers/xlsx-read';

const WORKBOOK: MadeWorkbook = {
  sheets: [
    {
      name: 'Suivi',
      rows:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Poste</t></is></c><c r="B1" t="inlineStr"><is><t>AE</t></is></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2"><f>1+1</f><v>2</v></c></row>' +
        '<row r="4"><c r="D4"><f t="array" ref="D4:E4">{1,2}</f><v>1</v></c><c r="E4"><v>2</v></c></row>',
      after: '<mergeCells count="1"><mergeCell ref="A6:B7"/></mergeCells>',
      tables: [tableXmlOf(1, 'Suivi', 'A1:B2', ['Poste', 'AE'])],
    },
    { name: 'Figée', after: '<sheetProtection sheet="1" objects="1"/>' },
  ],
  afterSheets: '<definedNames><definedName name="ENV_Pris">Suivi!$A$1</definedName></definedNames>',
};
const PIVOT =
  '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><location ref="A3:C20"/></pivotTableDefinition>';
const BYTES = makeXlsx(WORKBOOK);

describe('steps', () => {
  const cases: readonly (readonly [string, readonly WriteStep[], Failure])[] = [
    ['a sheet that is not there', [setCell('Absente', 'A1', 1)], { code: 'sheetMissing', sheet: 'Absente' }],
    ['a protected sheet', [setCell('figée', 'A1', 1)], { code: 'sheetProtected', sheet: 'Figée' }],
    [
      'the set-up of a protected sheet',
      [{ kind: 'freezeRows', sheet: 'Figée', rows: 1 }],
      { code: 'sheetProtected', sheet: 'Figée' },
    ],
    ['a sheet’s name that is taken', [{ kind: 'addSheet', sheet: 'SUIVI' }], { code: 'nameTaken', name: 'SUIVI' }],
    [
      'the same new sheet twice',
      [
        { kind: 'addSheet', sheet: 'N' },
        { kind: 'addSheet', sheet: 'n' },
      ],
      { code: 'nameTaken', name: 'n' },
    ],
    ['the inside of a merge', [setCell('Suivi', 'B7', 1)], { code: 'mergedCells', sheet: 'Suivi', cell: 'B7' }],
    [
      'a cell that an array formula fills',
      [setCell('Suivi', 'E4', 1)],
      { code: 'occupied', sheet: 'Suivi', cell: 'E4', isOfFormula: true },
    ],
    [
      'the first cell of an array formula',
      [setCell('Suivi', 'D4', 1)],
      { code: 'occupied', sheet: 'Suivi', cell: 'D4' },
    ],
    ['a heading of a table', [setCell('Suivi', 'B1', 'CP')], { code: 'occupied', sheet: 'Suivi', cell: 'B1' }],
    [
      'a table’s name that a table has',
      [...headings('H'), addTable('SUIVI', 'H')],
      { code: 'nameTaken', name: 'SUIVI' },
    ],
    [
      'a table’s name that a name has',
      [...headings('H'), addTable('env_pris', 'H')],
      { code: 'nameTaken', name: 'env_pris' },
    ],
    ['a table over another', [addTable('Autre', 'A')], { code: 'occupied', sheet: 'Suivi', cell: 'A1' }],
    [
      'a name that a table has',
      [{ kind: 'setName', name: 'Suivi', sheet: 'Suivi', area: { top: 0, left: 0, rows: 1, columns: 1 } }],
      { code: 'nameTaken', name: 'Suivi' },
    ],
  ];
  test.each(cases)('%s', (_, steps, failure) => expect(writeRefusal(BYTES, planOf(...steps))).toEqual(failure));

  function headings(column: string): WriteStep[] {
    return [setCell('Suivi', `${column}1`, 'Un'), setCell('Suivi', `${column === 'H' ? 'I' : 'B'}1`, 'Deux')];
  }

  function addTable(name: string, column: 'A' | 'H'): WriteStep {
    return {
      kind: 'addTable',
      sheet: 'Suivi',
      name,
      area: { top: 0, left: column === 'A' ? 0 : 7, rows: 2, columns: 2 },
    };
  }

  test('another number of rows for a table with a totals row, which would have to move', () => {
    const area = { top: 0, left: 0, rows: 4, columns: 2 };
    const total = tableXmlOf(1, 'Totaux', 'A1:B3', ['Un', 'Deux'], ' totalsRowCount="1"');
    const bytes = makeXlsx({ sheets: [{ name: 'Suivi', tables: [total] }] });
    const resize = planOf({ kind: 'resizeTable', sheet: 'Suivi', name: 'Totaux', area, from: { ...area, rows: 3 } });
    expect(writeRefusal(bytes, resize)).toEqual({ code: 'tableNotPlain', table: 'Totaux', sheet: 'Suivi' });
  });

  test('another area of a table than the one that was planned on', () => {
    const area = { top: 0, left: 0, rows: 4, columns: 2 };
    const wider = tableXmlOf(1, 'Suivi', 'A1:C3', ['Un', 'Deux', 'Trois'], '');
    const bytes = makeXlsx({ sheets: [{ name: 'Suivi', tables: [wider] }] });
    const resize = planOf({ kind: 'resizeTable', sheet: 'Suivi', name: 'Suivi', area, from: { ...area, rows: 3 } });
    expect(writeRefusal(bytes, resize)).toEqual({ code: 'changedMeanwhile', sheet: 'Suivi', cell: 'A1' });
  });

  test('a table over the filter of its sheet', () => {
    const bytes = makeXlsx({ sheets: [{ name: 'Suivi', after: '<autoFilter ref="H1:I20"/>' }] });
    expect(writeRefusal(bytes, planOf(...headings('H'), addTable('T', 'H')))).toEqual({
      code: 'occupied',
      sheet: 'Suivi',
      cell: 'H1',
    });
  });

  test('a pivot table, even empty; the cells next to it can be written', () => {
    const parts = partsOf({ sheets: [{ name: 'Annexe 1' }], extraParts: { 'xl/pivotTables/pivotTable1.xml': PIVOT } });
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable';
    const target = `<Relationship Id="rId1" Type="${type}" Target="../pivotTables/pivotTable1.xml"/>`;
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${target}</Relationships>`;
    const bytes = zipOf({ ...parts, 'xl/worksheets/_rels/sheet1.xml.rels': relations });
    expect(writeRefusal(bytes, planOf(setCell('Annexe 1', 'B4', 1)))).toEqual({
      code: 'occupied',
      sheet: 'Annexe 1',
      cell: 'B4',
    });
    expect(writeRefusal(bytes, planOf(setCell('Annexe 1', 'D4', 1)))).toBeNull();
  });

  test('a chart sheet', () => {
    const parts = partsOf({ sheets: [{ name: 'Suivi' }, { name: 'Annexe 1' }] });
    const relations = parts['xl/_rels/workbook.xml.rels'] ?? '';
    const chart = relations.replace(
      'relationships/worksheet" Target="worksheets/sheet2',
      'relationships/chartsheet" Target="worksheets/sheet2',
    );
    const bytes = zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': chart });
    expect(writeRefusal(bytes, planOf(setCell('Annexe 1', 'A1', 1)))).toEqual({ code: 'nameTaken', name: 'Annexe 1' });
  });

  test('the top left cell of a merge and an unchanged heading can be written', () => {
    expect(writeRefusal(BYTES, planOf(setCell('Suivi', 'A6', 1), setCell('Suivi', 'B1', 'AE')))).toBeNull();
  });

  test('a name is free once its holder is deleted', () => {
    const steps: WriteStep[] = [
      { kind: 'deleteTable', name: 'suivi' },
      { kind: 'deleteName', name: 'ENV_PRIS' },
    ];
    expect(
      writeRefusal(BYTES, planOf(...steps, addTable('Suivi', 'A'), ...headings('H'), addTable('ENV_Pris', 'H'))),
    ).toBeNull();
  });
});

describe('what the plan expects', () => {
  const at = (top: number, left: number, ...contents: CellValue[]): ExpectedCells => ({
    sheet: 'Suivi',
    top,
    left,
    contents: [contents],
  });
  const cases: readonly (readonly [string, ExpectedCells, Failure | null])[] = [
    ['the very contents', at(1, 0, 'x', '=1+1'), null],
    ['an empty cell', at(9, 9, null, ''), null],
    ['another value', at(1, 0, 'y'), { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'A2' }],
    ['a value where a formula came', at(1, 0, 'x', 2), { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'B2' }],
    ['a value that went', at(8, 2, 5), { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'C9' }],
    ['nothing where something is', at(1, 0, null), { code: 'occupied', sheet: 'Suivi', cell: 'A2' }],
    ['a sheet that went', { ...at(0, 0, null), sheet: 'Partie' }, { code: 'sheetMissing', sheet: 'Partie' }],
  ];
  test.each(cases)('%s', (_, expected, failure) => {
    expect(
      writeRefusal(BYTES, { purpose: 'documents', expected: [expected], steps: [{ kind: 'addSheet', sheet: 'N' }] }),
    ).toEqual(failure);
  });
});

describe('files that a writing would damage', () => {
  test('a locked structure keeps its sheets, and allows cells to be written', () => {
    const locked = makeXlsx({ ...WORKBOOK, beforeSheets: '<workbookProtection lockStructure="1"/>' });
    expect(writeRefusal(locked, planOf({ kind: 'addSheet', sheet: 'N' }))).toEqual({ code: 'structureProtected' });
    expect(writeRefusal(locked, planOf({ kind: 'deleteSheet', sheet: 'Suivi' }))).toEqual({
      code: 'structureProtected',
    });
    expect(writeRefusal(locked, planOf(setCell('Suivi', 'A3', 1)))).toBeNull();
  });

  test.each([
    ['in the folder of Excel', '_xmlsignatures/sig1.xml', ''],
    [
      'in the folder of another program',
      'package/services/digital-signature/origin.psdsor',
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" ' +
        'Target="/package/services/digital-signature/origin.psdsor"/>',
    ],
  ])('a file with signatures %s', (_, path, relationship) => {
    const parts = partsOf(WORKBOOK);
    const root = parts['_rels/.rels']!.replace('</Relationships>', `${relationship}</Relationships>`);
    const signed = zipOf({ ...parts, '_rels/.rels': root, [path]: '<x/>' });
    expect(writeRefusal(signed, planOf({ kind: 'addSheet', sheet: 'N' }))).toEqual({ code: 'signed' });
  });

  test('a workbook shared in the former way of Excel, with a history of its changes', () => {
    const shared = makeXlsx({
      ...WORKBOOK,
      extraParts: { 'xl/revisions/revisionHeaders.xml': '<headers/>' },
      extraRelations: [['revisionHeaders', 'revisions/revisionHeaders.xml']],
    });
    expect(writeRefusal(shared, planOf({ kind: 'addSheet', sheet: 'N' }))).toEqual({ code: 'sharedWorkbook' });
  });

  test('a workbook with all the formats of cells that Excel takes: another one is refused, its own ones are not', () => {
    const format = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
    const styles = PLAIN_STYLES.replace(
      /<cellXfs.*<\/cellXfs>/,
      `<cellXfs count="65490">${format.repeat(65_490)}</cellXfs>`,
    );
    const full = makeXlsx({ ...WORKBOOK, styles });
    const dated: WriteStep = {
      kind: 'setCells',
      sheet: 'Suivi',
      top: 8,
      left: 0,
      cells: [[{ value: 1, style: 'date' }]],
    };
    expect(writeRefusal(full, planOf(dated))).toEqual({ code: 'tooManyFormats', limit: 65_490 });
    expect(writeRefusal(full, planOf(setCell('Suivi', 'A9', 1)))).toBeNull();
  });
});
