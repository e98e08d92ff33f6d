/**
 * The law of a copy: open, edit at random from the committed seed, save, open again: the grid holds the same workbook.
 * Parts that no edit concerns keep their compressed bytes.
 */
import fc from 'fast-check';
import { buildSample } from '../../../../scripts/build-sample';
import type { Grid, GridCell, GridSheetContents, GridWorkbook } from '../../../../workbench/host/grid';
import { ownStyle } from '../../../../workbench/page/saving/cell-differences';
import '../../../support/drawn-seed';
import { rawEntries } from '../../../support/readers/zip-parts';
import { contentsOfFile, openGrid } from './opened-grid';

const FILE = buildSample();
const WORDS = ['', '=1+1', '-x', '010300000104', '  deux  ', 'é & <b> "q"', 'ligne\nligne', '_x0041_', 'vrai', '#N/A'];

type Edit = (grid: Grid, sheetId: string) => void;

const row = fc.integer({ min: 170, max: 190 });
const column = fc.integer({ min: 0, max: 30 });
const value = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.integer({ min: -9999, max: 9999 }),
  fc.constantFrom(0.1, 1e-7, 123456789.12, true, false, null, { error: '#N/A' }),
);
const color = fc.constantFrom('FF0000', '00FF00', '0000FF', null);
const style = fc.record(
  {
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    strike: fc.boolean(),
    wrap: fc.boolean(),
    size: fc.constantFrom(9, 11, 16),
    font: fc.constantFrom('Arial', 'Calibri'),
    color,
    fill: color,
    horizontal: fc.constantFrom('left' as const, 'right' as const, null),
    vertical: fc.constantFrom('top' as const, 'center' as const, null),
    top: fc.constantFrom({ line: 'thin' as const, color: '123456' }, null),
    right: fc.constantFrom({ line: 'double' as const, color: '000000' }, null),
  },
  { requiredKeys: [] },
);
const numberFormat = fc.constantFrom('General', '@', '0.00%', 'dd/mm/yyyy', '#,##0.00\\ "€"', '0.0"x"');
const formula = fc.constantFrom('=SUM(P8:P20)', '="a"&"b"', '=1/0', "='Enveloppes et postes'!A1", '=SUM(T_Suivi[AE])');

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(row, column, value).map(
    ([top, left, one]): Edit =>
      (grid, id) =>
        grid.writeCells(id, top, left, [[{ value: one }]]),
  ),
  fc.tuple(row, column, formula).map(
    ([top, left, one]): Edit =>
      (grid, id) =>
        grid.writeCells(id, top, left, [[{ formula: one }]]),
  ),
  fc.tuple(fc.integer({ min: 5, max: 190 }), column, style, numberFormat).map(
    ([top, left, one, format]): Edit =>
      (grid, id) =>
        grid.formatArea(id, { top, left, rows: 2, columns: 2 }, { style: one, numberFormat: format }),
  ),
  fc.tuple(row, column).map(
    ([top, left]): Edit =>
      (grid, id) =>
        grid.clearArea(id, { top, left, rows: 3, columns: 3 }, 'all'),
  ),
  fc.tuple(column, fc.integer({ min: 20, max: 400 })).map(
    ([left, pixels]): Edit =>
      (grid, id) =>
        grid.setColumnWidth(id, left, 1, pixels),
  ),
  fc.tuple(row, fc.boolean()).map(
    ([top, hidden]): Edit =>
      (grid, id) =>
        grid.setRowsHidden(id, top, 1, hidden),
  ),
  fc.tuple(column, fc.boolean()).map(
    ([left, hidden]): Edit =>
      (grid, id) =>
        grid.setColumnsHidden(id, left, 1, hidden),
  ),
  fc.integer({ min: 0, max: 4 }).map(
    (rows): Edit =>
      (grid, id) =>
        grid.changeSheet(id, { freeze: { rows, columns: 1 } }),
  ),
  fc.constantFrom('FF0000', null).map(
    (tabColor): Edit =>
      (grid, id) =>
        grid.changeSheet(id, { tabColor, showGridlines: tabColor === null }),
  ),
  fc.tuple(row, column).map(
    ([top, left]): Edit =>
      (grid, id) =>
        void grid.addHighlight({
          sheetId: id,
          areas: [{ top, left, rows: 2, columns: 2 }],
          formula: `=A${top}>1`,
          style: { fill: 'FFE9E6', bold: true },
        }),
  ),
  fc.tuple(row, column).map(
    ([top, left]): Edit =>
      (grid, id) =>
        grid.addChoice(id, { area: { top, left, rows: 2, columns: 1 }, source: '"AE,CP"' }),
  ),
  fc.constantFrom('=1', "='Suivi 2023'!$A$1").map(
    (refersTo): Edit =>
      (grid) =>
        grid.setName({ name: 'Essai', scope: null, refersTo, visible: true, comment: '' }),
  ),
  fc.constantFrom('landscape' as const, 'portrait' as const).map(
    (orientation): Edit =>
      (grid, id) =>
        grid.changeSheet(id, {
          page: {
            ...grid.sheet(id)!.page,
            orientation,
            scale: null,
            pagesWide: 1,
            breaks: [12],
            footer: ['', '&P', ''],
          },
        }),
  ),
  fc.constantFrom('Neuve', 'Autre').map((name): Edit => (grid) => {
    if (grid.sheets().some((sheet) => sheet.name === name)) return;
    const { id } = grid.addSheet(name, 1);
    grid.writeCells(id, 1, 1, [
      [{ value: 'Poste', style: { bold: true } }, { value: 'AE' }],
      [{ value: 'a' }, { value: 2 }],
    ]);
    grid.addTable({
      name: `T_${name}`,
      sheetId: id,
      area: { top: 1, left: 1, rows: 2, columns: 2 },
      hasTotalsRow: false,
      style: 'TableStyleMedium2',
    });
  }),
  fc.constantFrom('Réglages 2', "L'an 1").map((name): Edit => (grid) => {
    const sheet = grid.sheets().find((one) => one.name.startsWith('Réglages') || one.name.startsWith("L'an"));
    if (sheet) grid.changeSheet(sheet.id, { name });
  }),
);

/** The facts on which both grids agree: defaults that one of them states are left out. */
function comparable({ sheets, tables, names }: GridWorkbook): unknown {
  const byText = <T>(items: readonly T[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();
  return {
    sheets: sheets.map((sheet) => ({
      ...sheetFacts(sheet),
      highlights: byText(sheet.highlights.map((one) => ({ ...one, style: sortedMembers(ownStyle(one.style)) }))),
      choices: byText(sheet.choices),
      merges: byText(sheet.merges),
    })),
    tables: byText(tables),
    names: byText(names),
  };
}

function sheetFacts({ id: _, rowHeights: _heights, cells, columnWidths, ...sheet }: GridSheetContents) {
  return {
    ...sheet,
    columnWidths: [...columnWidths].sort(([a], [b]) => a - b),
    cells: Object.fromEntries(
      cells.flatMap((cell) => {
        const seen = cellFacts(cell);
        return Object.keys(seen).length === 0 ? [] : [[`${cell.row} ${cell.column}`, seen]];
      }),
    ),
  };
}

function cellFacts({ value: content, formula: written, numberFormat: format, style: look }: GridCell): object {
  const own = ownStyle(look);
  return {
    ...(content !== null && content !== '' && { value: content }),
    ...(written !== undefined && { formula: written }),
    ...(format !== undefined && { numberFormat: format }),
    ...(Object.keys(own).length > 0 && { style: sortedMembers(own) }),
  };
}

const sortedMembers = (item: object): object =>
  Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));

test('open, edit, save, open again: the same workbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(7), edit), { minLength: 20, maxLength: 40 }), async (edits) => {
      const opened = openGrid(FILE);
      const ids = opened.grid.sheets().map(({ id }) => id);
      for (const [sheet, change] of edits) change(opened.grid, ids[sheet % ids.length]!);
      const { bytes, omissions } = await opened.copy();
      const now = opened.grid.contents();
      opened.close();
      expect(omissions).toEqual([]);
      expect(comparable(await contentsOfFile(bytes))).toEqual(comparable(now));
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);

test('one edit changes one part; none changes nothing', async () => {
  const opened = openGrid(FILE);
  expect((await opened.copy()).bytes).toBe(FILE);
  const [first] = opened.grid.sheets();
  opened.grid.writeCells(first!.id, 7, 15, [[{ value: 12_345.67 }]]);
  const { bytes } = await opened.copy();
  opened.close();
  const [before, after] = [rawEntries(FILE), rawEntries(bytes)];
  expect([...after].filter(([path, raw]) => raw !== before.get(path)).map(([path]) => path)).toEqual([
    'xl/worksheets/sheet1.xml',
  ]);
});
