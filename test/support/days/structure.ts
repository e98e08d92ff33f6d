/** The parts of a workbook that are no contents of cells, as text that two moments are compared by. */
import type { Grid, GridStyle } from '../../../workbench/host/grid';
import { isUndoSheetName } from '../../../src/workbook/registers/record-sheet';
import { JOURNAL } from '../../../src/workbook/workbook-names';
import { PLAIN_LOOK } from '../excel/excel';
import type { Edit } from './writing-under-way';

/** Sheets, tables, names, rules and the looks of these cells; our journal and undo record, which stay, are left out. */
export function structureOf(grid: Grid, looksOf: readonly { sheetId: string; row: number; column: number }[]): string {
  const isLeftOut = (id: string): boolean => {
    const name = grid.sheet(id)?.name ?? '';
    return isUndoSheetName(name) || name.startsWith(JOURNAL.sheet);
  };
  const parts = [
    ...grid
      .sheets()
      .flatMap(({ id, name, visibility, freeze }) =>
        isLeftOut(id)
          ? []
          : [`sheet ${JSON.stringify([name, visibility, freeze, grid.highlights(id).length, grid.merges(id)])}`],
      ),
    ...grid
      .tables()
      .flatMap(({ name, sheetId, area }) => (isLeftOut(sheetId) ? [] : [`table ${JSON.stringify([name, area])}`])),
    ...grid.names().map(({ name, refersTo }) => `name ${JSON.stringify([name, asOneCell(refersTo)])}`),
  ];
  const looks = looksOf.flatMap(({ sheetId, row, column }) => {
    if (!grid.sheet(sheetId) || isLeftOut(sheetId)) return [];
    const [[format = ''] = []] = grid.readNumberFormats(sheetId, { top: row, left: column, rows: 1, columns: 1 });
    return [`look ${sheetId} ${row} ${column} ${format} ${lookText(grid.readStyle(sheetId, row, column))}`];
  });
  return [...parts.sort(), ...looks].join('\n');
}

/** `$I$2:$I$2`, which a deleted row leaves, is `$I$2`. */
function asOneCell(refersTo: string): string {
  return refersTo.replace(/!(\$[A-Z]+\$\d+):\1$/, '!$1');
}

/**
 * True for an emptied cell that has an earlier entry of people again, or the heading that its table had; and for a
 * number in a heading, of which Excel makes a text.
 */
export function isKeptAsInExcel(grid: Grid, { change, earlier, original }: Edit, content: string): boolean {
  const isHeading = grid.tables().some(({ sheetId, area: { top, left, columns } }) => {
    const isIn = change.column >= left && change.column < left + columns;
    return sheetId === change.sheetId && top === change.row && isIn;
  });
  if (change.after.content !== '') return isHeading && content === JSON.stringify(change.after.content);
  return earlier.includes(content) || (isHeading && content === original);
}

/** The lines of one text that the other has not. */
export function missingLines(before: string, after: string): string[] {
  const present = new Set(after.split('\n'));
  return before.split('\n').filter((line) => !present.has(line));
}

/** The looks that are not those of every cell. */
function lookText(style: GridStyle): string {
  const own = Object.entries(style).filter(
    ([part, look]) => look !== undefined && look !== PLAIN_LOOK[part as keyof GridStyle],
  );
  return JSON.stringify(own.sort());
}
