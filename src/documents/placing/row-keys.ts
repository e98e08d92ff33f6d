/**
 * What a row of a document is known by from one generation to the next: its section, its first text, and its rank among
 * equals.
 */
import type { CellValue } from '../../workbook/cells';
import type { DocumentPage } from '../page/document-page';

/** The key of each row, from the texts of the first column; sections are those of the page. */
export function rowKeys(firstCells: readonly CellValue[], page: DocumentPage): readonly string[] {
  const sections = new Set([...page.sectionRows].map((row) => page.rows[row]?.[0]?.value ?? null));
  const ranks = new Map<string, number>();
  let section = '';
  return firstCells.map((cell) => {
    const text = typeof cell === 'object' ? '' : String(cell);
    if (cell !== null && sections.has(cell)) section = text;
    const name = `${section}\n${text}`;
    const rank = (ranks.get(name) ?? 0) + 1;
    ranks.set(name, rank);
    return `${name}\n${rank}`;
  });
}
