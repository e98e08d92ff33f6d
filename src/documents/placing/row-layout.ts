/** A new page over the document that is in the workbook: which row of one is which row of the other. */
import type { Area, CellValue } from '../../workbook/cells';
import { valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import type { DocumentPage } from '../page/document-page';

export interface RowLayout {
  readonly page: DocumentPage;
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** The key of each row of the document, and of each row of the page. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The row of the page with a key. */
  readonly places: ReadonlyMap<string, number>;
  /** Rows from this one on have another place than before. */
  readonly firstMoved: number;
}

/** Matches the rows of a page with those of the document in an area. */
export function layoutOf(page: DocumentPage, sheet: SheetSnapshot, area: Area): RowLayout {
  const firstColumn = Array.from({ length: area.rows }, (_, row) => valueAt(sheet, area.top + row, area.left));
  const before = rowKeys(firstColumn, page);
  const after = rowKeys(
    page.rows.map((cells) => cells[0]?.value ?? null),
    page,
  );
  const places = new Map(after.map((key, row) => [key, row]));
  return { page, sheet, area, before, after, places, firstMoved: firstMovedRow(before, after) };
}

/** The key of a row: its section, its first text, and its rank among equals. Sections are those of the page. */
function rowKeys(firstCells: readonly CellValue[], page: DocumentPage): readonly string[] {
  const sections = new Set([...page.sectionRows].map((row) => page.rows[row]?.[0]?.value ?? null));
  const ranks = new Map<string, number>();
  let section = '';
  return firstCells.map((cell) => {
    const written = typeof cell === 'object' ? '' : String(cell);
    const text = page.renamed.get(written) ?? written;
    if (cell !== null && sections.has(text)) section = text;
    const name = `${section}\n${text}`;
    const rank = (ranks.get(name) ?? 0) + 1;
    ranks.set(name, rank);
    return `${name}\n${rank}`;
  });
}

/** The first row with another key, unless the next rows match: a row was then only renamed. */
function firstMovedRow(before: readonly string[], after: readonly string[]): number {
  const length = Math.max(before.length, after.length);
  for (let row = 0; row < length; row++) {
    if (before[row] === after[row]) continue;
    const isRenamed = row < Math.min(before.length, after.length) && before[row + 1] === after[row + 1];
    if (!isRenamed) return row;
  }
  return length;
}
