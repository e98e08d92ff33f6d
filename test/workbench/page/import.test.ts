/** A workbook file becomes a grid with the same contents and look. */
import { REGISTER_SHEETS } from '../../../src/workbook/registers/register-sheets';
import { buildSample } from '../../../scripts/build-sample';
import type { GridSheetContents } from '../../../workbench/host/grid';
import { importWorkbook } from '../../../workbench/page/import';
import { parseArea } from '../../../src/workbook/cells';
import { makeXlsx } from '../../support/readers/xlsx-package';

const imported = importWorkbook(buildSample(), 'Suivi 2023.xlsx', (text) => text.length * 7);
if (!imported.ok) throw new Error(imported.failure.code);
const workbook = imported.value.contents;

function sheetNamed(name: string): GridSheetContents {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function cellAt(sheet: string, address: string) {
  const area = parseArea(address);
  return sheetNamed(sheet).cells.find(({ row, column }) => row === area?.top && column === area.left);
}

test('its name, its sheets in order, the active one', () => {
  expect(workbook.name).toBe('Suivi 2023.xlsx');
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    'Suivi 2023',
    'Synthèse',
    ...REGISTER_SHEETS.map(({ sheet }) => sheet),
  ]);
  expect(workbook.activeSheet).toBe('Suivi 2023');
});

test.each`
  sheet           | address   | content
  ${'Suivi 2023'} | ${'G5'}   | ${{ value: 'Enveloppe (axe min. 2)', style: { bold: true, fill: '000091', color: 'FFFFFF', wrap: true } }}
  ${'Suivi 2023'} | ${'P8'}   | ${{ value: 78_000, numberFormat: '#,##0.00\\ "€";"−"#,##0.00\\ "€"' }}
  ${'Suivi 2023'} | ${'M8'}   | ${{ value: 44_935 /* 09/01/2023 */, numberFormat: 'dd/mm/yyyy' }}
  ${'Suivi 2023'} | ${'K8'}   | ${{ value: '010300000104', numberFormat: '@' }}
  ${'Synthèse'}   | ${'E10'}  | ${{ value: 8434, formula: '=ENVELOPE.REMAINING("PDE","CP")' }}
  ${'Suivi 2023'} | ${'L133'} | ${{ value: null, formula: '=VLOOKUP("1405620205",$A$1:$B$3,2,FALSE)' /* computed anew */ }}
`('$sheet!$address', ({ sheet, address, content }: { sheet: string; address: string; content: object }) => {
  expect(cellAt(sheet, address)).toMatchObject(content);
});

test('the team’s table with its headings, the frozen panes, the widths', () => {
  expect(workbook.tables).toContainEqual(
    expect.objectContaining({ name: 'T_Suivi', sheet: 'Suivi 2023', area: parseArea('A5:S166') }),
  );
  const { freeze, columnWidths } = sheetNamed('Suivi 2023');
  expect(freeze).toEqual({ rows: 5, columns: 0 });
  expect(columnWidths.get(4)).toBeGreaterThan(250);
});

test('a row whose text wraps is taller than one whose text does not', () => {
  const { rowHeights } = sheetNamed('Suivi 2023');
  expect(rowHeights.get(4)).toBeGreaterThan(30); // the headings
  expect(rowHeights.get(5)).toBeUndefined();
});

test('a file that is not a workbook is refused with its reason', () => {
  const refused = importWorkbook(new TextEncoder().encode('%PDF-1.7'), 'contrat.xlsx', () => 0);
  expect(refused).toEqual({ ok: false, failure: { code: 'notAWorkbook', looksLike: 'pdf' } });
});

test('rows far after the contents, which only have a look, are left to the file; formulas over them are counted', () => {
  const rows =
    '<row r="1"><c r="A1"><f>SUM(B1:B1048576)</f><v>3</v></c><c r="B1"><v>3</v></c></row>' +
    '<row r="2" ht="40" customHeight="1"><c r="B2" s="0"/></row>' +
    '<row r="1048575" hidden="1"/><row r="1048576" ht="12.8" customHeight="1"/>';
  const read = importWorkbook(makeXlsx({ sheets: [{ name: 'Un', rows }] }), 'Un.xlsx', () => 0);
  if (!read.ok) throw new Error(read.failure.code);
  const sheet = read.value.contents.sheets[0];
  expect([...(sheet?.rowHeights.keys() ?? [])]).toEqual([1]);
  expect(sheet?.hiddenRows).toEqual([]);
  expect(sheet?.cells[0]).toMatchObject({ value: 3, formula: '=SUM(B1:B1048576)' });
  expect(read.value.largeFormulas).toBe(1);
});
