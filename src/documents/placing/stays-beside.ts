/**
 * Contents of people that keep their address while the row beside them is another: those outside the document, which is
 * written without them, and comments on a row whose label changed. The writer is advised of both texts.
 */
import { cellAddress } from '../../workbook/cells';
import { contentAt } from '../../workbook/contents';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { StaysBeside } from '../../workbook/writer-advice';
import { cellsAround } from './outside';
import { isBlankKey, textOfKey, type RowLayout } from './row-layout';

/** Cells that are named; the others are counted. */
const MOST_NAMED = 5;
/** Of a row, in an advice. */
const LONGEST_LABEL = 60;

/** The first of them, row by row; null when there is none. */
export function staysBeside(workbook: WorkbookSnapshot, layout: RowLayout): StaysBeside | null {
  const { sheet, area } = layout;
  const changed = new Set(layout.before.flatMap((_, row) => (isAnother(layout, row) ? [row] : [])));
  if (changed.size === 0) return null;
  const outside = cellsAround(workbook, sheet, area).flatMap(({ row, column }) =>
    changed.has(row - area.top) ? [{ row: row - area.top, column: column - area.left }] : [],
  );
  const inside = [...changed].flatMap((row) => commentsThatStay(layout, row));
  const cells = [...outside, ...inside].sort((one, other) => one.row - other.row || one.column - other.column);
  if (cells.length === 0) return null;
  const named = cells.slice(0, MOST_NAMED).map(({ row, column }) => ({
    cell: cellAddress(area.top + row, area.left + column),
    former: labelOf(layout.before[row]),
    now: labelOf(layout.after[row]),
  }));
  return { cells: named, others: cells.length - named.length };
}

/** True where the page has another row than the document; a sentence with other figures is the same row. */
function isAnother({ page, before, after, places }: RowLayout, row: number): boolean {
  const [former = '', now = '\n'] = [before[row], after[row]];
  if (former === now || isBlankKey(former) || row >= before.length - 1) return false;
  if (places.has(former) || page.itemRows.has(row)) return true;
  return wordsOf(textOfKey(former)) !== wordsOf(textOfKey(now));
}

/** The comments and notes on a row that was only renamed: elsewhere they follow their row. */
function commentsThatStay({ page, sheet, area, before, places, firstMoved }: RowLayout, row: number) {
  if (row >= firstMoved || places.has(before[row] ?? '')) return [];
  const columns = Array.from({ length: area.columns - 1 }, (_, index) => index + 1);
  return columns.flatMap((column) => {
    const planned = page.rows[row]?.[column] ?? null;
    const isPeoples = planned === null || (column === page.commentColumn && planned.style === 'inputText');
    return isPeoples && contentAt(sheet, area.top + row, area.left + column) !== null ? [{ row, column }] : [];
  });
}

/** The first text of a row; null for a blank one, or one that was deleted, and under the end of the document. */
function labelOf(key: string | undefined): string | null {
  const text = key === undefined ? '' : textOfKey(key).trim();
  return text === '' ? null : text.slice(0, LONGEST_LABEL);
}

/** A text without its figures, which change with the ledger. */
function wordsOf(text: string): string {
  return text.replace(/[\d\s.,/%€−-]+/gu, ' ').trim();
}
