/**
 * Notes of people on a row of the document that the page does not have any more, such as that of an EJ that is paid:
 * they would go away with it. The rows of its block that the page has show where the document writes.
 */
import { contentAt } from '../../workbook/contents';
import type { PlannedCell } from '../../workbook/plan';
import { isBlankKey, type RowLayout } from './row-layout';

/** The first such note, by row and column of the document; null when there is none. */
export function noteOnGoneRow(layout: RowLayout): { readonly row: number; readonly column: number } | null {
  const { page, sheet, area, before, places, firstMoved } = layout;
  for (let row = firstMoved; row < before.length - 1; row++) {
    const key = before[row] ?? '';
    if (isBlankKey(key) || places.has(key)) continue;
    const columns = columnsOfBlock(layout, row);
    if (columns === null) continue;
    for (let column = 1; column < area.columns; column++) {
      if (column === page.commentColumn || columns.has(column)) continue;
      if (contentAt(sheet, area.top + row, area.left + column) !== null) return { row, column };
    }
  }
  return null;
}

/** The columns that the page writes in the block of a row of the document; null when it has no row of that block. */
function columnsOfBlock({ page, before, places }: RowLayout, row: number): ReadonlySet<number> | null {
  const isOfBlock = (at: number): boolean => !isBlankKey(before[at] ?? '\n');
  const [first, last] = ends(row, isOfBlock);
  const place = before.slice(first, last + 1).flatMap((key) => places.get(key) ?? [])[0];
  if (place === undefined) return null;
  const isWritten = (at: number): boolean => (page.rows[at]?.[0]?.value ?? null) !== null;
  const [top, bottom] = ends(place, isWritten);
  const holds = (cell: PlannedCell | null): boolean => cell !== null && (cell.value !== null || 'formula' in cell);
  const rows = page.rows.slice(top, bottom + 1);
  return new Set(rows.flatMap((cells) => cells.flatMap((cell, column) => (holds(cell) ? [column] : []))));
}

/** The first and the last of the adjacent rows, around one, that a test keeps. */
function ends(row: number, keeps: (at: number) => boolean): readonly [number, number] {
  let [first, last] = [row, row];
  while (keeps(first - 1)) first--;
  while (keeps(last + 1)) last++;
  return [first, last];
}
