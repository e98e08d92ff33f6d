/**
 * Lines that the document leaves open, « Le : », « Prénom NOM : », and that people complete in their own cell: the page
 * takes what they wrote, and its row is still known.
 */
import { hasFormula, valueAt } from '../../workbook/snapshot';
import type { DocumentPage } from '../page/document-page';
import type { PlacedDocument } from './placement';
import { isBlankKey, layoutOf, type RowLayout } from './row-layout';

/** The page with the open lines as people completed them. */
export function withCompletedLines(page: DocumentPage, placed: PlacedDocument): DocumentPage {
  const open = page.rows.flatMap((cells, place) => (isOpen(cells[0]) ? [place] : []));
  if (open.length === 0) return page;
  const layout = layoutOf(page, placed);
  const rowAt = new Map(layout.before.map((key, row) => [key, row]));
  const completed = new Map(
    open.flatMap((place): [number, string][] => {
      const text = completionOf(layout, rowAt, place);
      return text === null ? [] : [[place, text]];
    }),
  );
  if (completed.size === 0) return page;
  const rows = page.rows.map((cells, place) => {
    const [first, ...others] = cells;
    const value = completed.get(place);
    return value === undefined || !first ? cells : [{ ...first, value }, ...others];
  });
  return { ...page, rows };
}

/** True for a line that ends with a colon. */
function isOpen(cell: DocumentPage['rows'][number][number] | undefined): boolean {
  return cell?.style === 'paragraph' && typeof cell.value === 'string' && cell.value.endsWith(':');
}

/** The text of the document that begins with the words of an open line, as far under the last row that both have. */
function completionOf(layout: RowLayout, rowAt: ReadonlyMap<string, number>, place: number): string | null {
  const { page, sheet, area, after, places } = layout;
  if (rowAt.has(after[place] ?? '')) return null; // as the document wrote it
  let above = place - 1;
  const isKnown = (at: number): boolean => !isBlankKey(after[at] ?? '\n') && rowAt.has(after[at] ?? '');
  while (above >= 0 && !isKnown(above)) above--;
  const from = rowAt.get(after[above] ?? '');
  if (from === undefined) return null;
  const row = from + place - above;
  if (row >= area.rows || hasFormula(sheet, area.top + row, area.left)) return null;
  const written = valueAt(sheet, area.top + row, area.left);
  if (typeof written !== 'string' || places.has(layout.before[row] ?? '')) return null;
  return begins(written, String(page.rows[place]?.[0]?.value ?? '')) ? written : null;
}

/** True when a text has the words of an open line, and more: « Le 15 décembre 2023 », « Le : 15/12/2023 ». */
function begins(text: string, line: string): boolean {
  const plain = (one: string): string => one.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').trim().toLowerCase();
  const words = plain(line.slice(0, -1));
  const rest = plain(text).startsWith(words) ? plain(text).slice(words.length) : '';
  return rest.startsWith(' ') || rest.startsWith(':');
}
