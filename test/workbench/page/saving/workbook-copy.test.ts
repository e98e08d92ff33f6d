/** Each kind of edit reaches the copy; the message names what cannot, with its sheet. */
import type { Grid } from '../../../../workbench/host/grid';
import { openXlsx } from '../../../../src/adapters/xlsx/open';
import type { WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { copyName } from '../../../../workbench/page/saving/workbook-copy';
import { makeXlsx, tableXmlOf, type MadeSheet } from '../../../support/readers/xlsx-package';
import { partText, rawEntries } from '../../../support/readers/zip-parts';
import { contentsOfFile, openGrid, sheetId, type OpenedGrid } from './opened-grid';

const TEAM: MadeSheet = {
  name: 'Suivi',
  rows:
    '<row r="1"><c r="A1" t="str"><v>Poste</v></c><c r="B1" t="str"><v>AE</v></c></row>' +
    '<row r="2"><c r="A2" t="str"><v>Marché</v></c><c r="B2"><v>10</v></c></row>' +
    '<row r="3"><c r="A3" t="str"><v>Frais</v></c><c r="B3"><v>5</v></c></row>' +
    '<row r="6"><c r="A6"><f>SUM(B2:B3)</f><v>15</v></c><c r="B6"><f t="shared" ref="B6:B7" si="0">A6*2</f><v>30</v></c></row>' +
    '<row r="7"><c r="A7"><v>1</v></c><c r="B7"><f t="shared" si="0"/><v>2</v></c></row>',
  tables: [tableXmlOf(1, 'T_Suivi', 'A1:B3', ['Poste', 'AE'])],
};
const OTHER: MadeSheet = {
  name: 'Notes',
  rows: '<row r="1"><c r="A1"><f>Suivi!B2+1</f><v>11</v></c></row>',
  after: '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"/></conditionalFormatting>',
};
const FILE = makeXlsx({
  sheets: [TEAM, OTHER],
  afterSheets: '<definedNames><definedName name="Total" hidden="1">Suivi!$A$6</definedName></definedNames>',
});

/** The copy after an edit, read again. */
async function edited(
  edit: (grid: Grid, opened: OpenedGrid) => void,
): Promise<{ bytes: Uint8Array; read: WorkbookSnapshot }> {
  const opened = openGrid(FILE);
  await opened.grid.calculated();
  edit(opened.grid, opened);
  const { bytes, omissions } = await opened.copy();
  opened.close();
  expect(omissions).toEqual([]);
  const file = openXlsx(bytes);
  if (!file.ok) throw new Error(file.failure.code);
  return { bytes, read: file.value.read() };
}

/** Univer starts the first calculation by itself, some time after the opening. */
const firstCalculation = (grid: Grid): Promise<void> =>
  new Promise((resolve) => {
    const stop = grid.subscribe(({ kind }) => {
      if (kind !== 'calculated') return;
      stop();
      resolve();
    });
  });

const sheetPart = (bytes: Uint8Array, number = 1): string => partText(bytes, `xl/worksheets/sheet${number}.xml`) ?? '';

test('the copy has the name of the file, and its ending', () => {
  expect(copyName('Suivi 2023.xlsx', 'copie')).toBe('Suivi 2023 - copie.xlsx');
  expect(copyName('Suivi.v2.XLSM', 'copy')).toBe('Suivi.v2 - copy.XLSM');
});

test('an edited cell brings the results of the formulas that depend on it, here and elsewhere', async () => {
  const { bytes } = await edited((grid) => grid.writeCells(sheetId(grid, 'Suivi'), 1, 1, [[{ value: 20 }]]));
  expect(sheetPart(bytes)).toContain('<c r="A6"><f>SUM(B2:B3)</f><v>25</v></c>');
  expect(sheetPart(bytes)).toContain('<c r="B6"><f t="shared" ref="B6:B7" si="0">A6*2</f><v>50</v></c>');
  expect(sheetPart(bytes)).toContain('<c r="B7"><f t="shared" si="0"/><v>2</v></c>');
  expect(sheetPart(bytes, 2)).toContain('<f>Suivi!B2+1</f><v>21</v>');
});

test('text that begins with = stays text; an error is an error; an emptied cell is empty', async () => {
  const { bytes, read } = await edited((grid) => {
    const id = sheetId(grid, 'Suivi');
    grid.writeCells(id, 9, 0, [[{ value: '=1+1' }, { formula: '=1/0' }]]);
    grid.writeCells(id, 6, 0, [[{ value: null }]]);
  });
  expect(sheetPart(bytes)).toContain('<is><t>=1+1</t></is>');
  expect(sheetPart(bytes)).toContain('<c r="B10" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
  expect(read.sheets[0]?.values[6]?.[0] ?? null).toBeNull();
});

test('a look changes the style of a cell, not its content nor the other styles', async () => {
  const { bytes } = await edited((grid) => {
    const area = { top: 1, left: 1, rows: 1, columns: 1 };
    grid.formatArea(sheetId(grid, 'Suivi'), area, { style: { bold: true, fill: 'FFFF00' }, numberFormat: '0.0' });
  });
  expect(sheetPart(bytes)).toMatch(/<c r="B2" s="\d+"><v>10<\/v><\/c>/);
  const again = await contentsOfFile(bytes);
  const cell = again.sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 1);
  expect(cell).toMatchObject({ value: 10, numberFormat: '0.0', style: { bold: true, fill: 'FFFF00' } });
});

test('a row typed under a table extends it; a heading renames its column; its part keeps the rest', async () => {
  const { bytes, read } = await edited((grid) => {
    const id = sheetId(grid, 'Suivi');
    grid.writeCells(id, 3, 0, [[{ value: 'Divers' }, { value: 1 }]]);
    grid.writeCells(id, 0, 1, [[{ value: 'AE 2023' }]]);
  });
  expect(read.tables).toMatchObject([{ name: 'T_Suivi', area: { rows: 4 }, columns: ['Poste', 'AE 2023'] }]);
  expect(partText(bytes, 'xl/tables/table1.xml')).toContain('ref="A1:B4"');
});

test('a table is removed and another is added; two columns cannot have one heading', async () => {
  const { read } = await edited((grid) => {
    const id = sheetId(grid, 'Suivi');
    grid.deleteTable(grid.tables()[0]!.id);
    grid.writeCells(id, 0, 4, [
      [{ value: 'X' }, { value: 'Y' }],
      [{ value: 1 }, { value: 2 }],
    ]);
    const area = { top: 0, left: 4, rows: 2, columns: 2 };
    grid.addTable({ name: 'T_Neuf', sheetId: id, area, hasTotalsRow: false, style: 'TableStyleMedium4' });
  });
  expect(read.tables.map(({ name, columns }) => [name, columns])).toEqual([['T_Neuf', ['X', 'Y']]]);
  const opened = openGrid(FILE);
  opened.grid.writeCells(sheetId(opened.grid, 'Suivi'), 0, 1, [[{ value: 'poste' }]]);
  expect(await opened.refusal()).toEqual({ why: 'sameHeadings', sheet: 'Suivi', table: 'T_Suivi' });
  opened.close();
});

test('a renamed sheet keeps every reference to it, and its part its bytes', async () => {
  const { bytes, read } = await edited((grid) => grid.changeSheet(sheetId(grid, 'Suivi'), { name: 'Suivi de l’an' }));
  expect(read.sheets.map(({ name }) => name)).toEqual(['Suivi de l’an', 'Notes']);
  expect(sheetPart(bytes, 2)).toContain("<f>'Suivi de l’an'!B2+1</f><v>11</v>");
  expect(read.names).toMatchObject([{ name: 'Total', refersTo: "='Suivi de l’an'!$A$6" }]);
  expect(partText(bytes, 'xl/workbook.xml')).toContain('hidden="1"');
  const path = 'xl/worksheets/sheet1.xml';
  expect(rawEntries(bytes).get(path)).toBe(rawEntries(FILE).get(path));
});

test('sheets are added in their place, deleted and hidden', async () => {
  const { bytes, read } = await edited((grid) => {
    grid.addSheet('Neuve', 0);
    grid.changeSheet(sheetId(grid, 'Notes'), { visibility: 'veryHidden' });
  });
  expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Neuve', 'visible'],
    ['Suivi', 'visible'],
    ['Notes', 'veryHidden'],
  ]);
  expect(partText(bytes, 'xl/workbook.xml')).toContain('<definedName name="Total" hidden="1">Suivi!$A$6</definedName>');
  const { read: rest } = await edited((grid) => grid.deleteSheet(sheetId(grid, 'Notes')));
  expect(rest.sheets.map(({ name }) => name)).toEqual(['Suivi']);
});

test('inserted rows move what the grid holds; a sheet with the rest is refused by its name', async () => {
  const { bytes, read } = await edited((grid) => grid.insertRows(sheetId(grid, 'Suivi'), 2, 1));
  expect(read.tables).toMatchObject([{ area: { top: 0, rows: 4 } }]);
  expect(sheetPart(bytes)).toContain('<f>SUM(B2:B4)</f><v>15</v>');
  expect(read.names).toMatchObject([{ refersTo: '=Suivi!$A$7' }]);
  const opened = openGrid(FILE);
  opened.grid.insertRows(sheetId(opened.grid, 'Notes'), 0, 1);
  expect(await opened.refusal()).toEqual({ why: 'movedLines', sheet: 'Notes' });
  opened.grid.deleteRows(sheetId(opened.grid, 'Notes'), 0, 1);
  expect((await opened.copy()).bytes).toBe(FILE);
  opened.close();
});

test('a copy names what it cannot hold: protection, a chart that the product would not draw', async () => {
  const opened = openGrid(FILE);
  const id = sheetId(opened.grid, 'Notes');
  opened.grid.changeSheet(id, { isProtected: true });
  opened.charts.push({
    id: 'chart-1',
    sheetId: id,
    looks: new Map([['Name', 'Tarte']]),
    series: [],
    place: null,
    box: null,
  });
  expect(await opened.copy()).toEqual({
    kind: 'written',
    bytes: FILE,
    omissions: [
      { what: 'protection', sheet: 'Notes' },
      { what: 'chartAdded', sheet: 'Notes', name: 'Tarte' },
    ],
  });
  opened.close();
});

test('a formula that spills is an array formula of the file, and spills again', async () => {
  const { bytes } = await edited((grid) =>
    grid.writeCells(sheetId(grid, 'Notes'), 3, 0, [[{ formula: '=TRANSPOSE(Suivi!B2:B3)' }]]),
  );
  expect(sheetPart(bytes, 2)).toContain('<f t="array" ref="A4:B4">TRANSPOSE(Suivi!B2:B3)</f><v>10</v>');
  expect(sheetPart(bytes, 2)).not.toContain('r="B4"');
});

test('the first results of the grid are no edit: values, formats, spills over stored values', async () => {
  const rows =
    '<row r="1"><c r="A1" s="1"><f>TODAY()</f><v>44000</v></c><c r="B1"><f>A1</f><v>44000</v></c></row>' +
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><f t="array" ref="A3:A4">TRANSPOSE(A2:B2)</f><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row>';
  const file = makeXlsx({ sheets: [{ name: 'Un', rows }] });
  const opened = openGrid(file);
  await firstCalculation(opened.grid);
  expect((await opened.copy()).bytes).toBe(file);
  opened.grid.writeCells(sheetId(opened.grid, 'Un'), 5, 0, [[{ value: 'x' }]]);
  const { bytes } = await opened.copy();
  opened.close();
  expect(sheetPart(bytes)).toContain(rows.slice(0, -'</row>'.length));
});
