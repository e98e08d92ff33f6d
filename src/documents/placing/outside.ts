/**
 * Notes of people around a document on its sheet, which a copy of the document does not have: no table, and no other
 * range of ours.
 */
import { cellAddress, isCellError, type Area } from '../../workbook/cells';
import { areasNamedIn } from '../../workbook/formula-text';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import { OUR_PREFIX } from '../../workbook/workbook-names';
import type { TypedOver } from '../../workbook/writer-advice';

/** Cells that are named; the others are counted. */
const MOST_NAMED = 5;

/** A content and its cell. */
export interface OutsideCell {
  readonly row: number;
  readonly column: number;
  readonly content: TypedOver['cells'][number]['content'];
}

/** The cells outside the area of a document, row by row; null when there is none. */
export function aroundDocument(workbook: WorkbookSnapshot, sheet: SheetSnapshot, area: Area): TypedOver | null {
  const cells = cellsAround(workbook, sheet, area);
  if (cells.length === 0) return null;
  const named = cells.slice(0, MOST_NAMED);
  return {
    cells: named.map(({ row, column, content }) => ({ cell: cellAddress(row, column), content })),
    others: cells.length - named.length,
  };
}

/** The same, all of them. */
export function cellsAround(workbook: WorkbookSnapshot, sheet: SheetSnapshot, area: Area): readonly OutsideCell[] {
  const { used } = sheet;
  if (!used) return [];
  const known = [area, ...knownAreas(workbook, sheet)];
  const cells: OutsideCell[] = [];
  for (let row = used.top; row < used.top + used.rows; row++) {
    const ofRow = known.filter(({ top, rows }) => row >= top && row < top + rows);
    for (let column = used.left; column < used.left + used.columns; column++) {
      if (ofRow.some(({ left, columns }) => column >= left && column < left + columns)) continue;
      const content = valueAt(sheet, row, column);
      if (content !== null && content !== '' && !isCellError(content)) cells.push({ row, column, content });
    }
  }
  return cells;
}

/** The areas of the tables of a sheet and of our other ranges. */
function knownAreas({ tables, names }: WorkbookSnapshot, { name, bareTables = [] }: SheetSnapshot): readonly Area[] {
  const isHere = (sheet: string): boolean => sheet.toLowerCase() === name.toLowerCase();
  const ours = names.filter((one) => one.name.startsWith(OUR_PREFIX));
  return [
    ...bareTables,
    ...tables
      .filter(({ sheet }) => isHere(sheet))
      .map(({ area, hasTotalsRow }) => (hasTotalsRow ? { ...area, rows: area.rows + 1 } : area)),
    ...ours.flatMap(({ refersTo }) => areasNamedIn(refersTo).flatMap((one) => (isHere(one.sheet) ? [one.area] : []))),
  ];
}
