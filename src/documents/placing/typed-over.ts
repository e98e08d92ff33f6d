/**
 * Contents that people typed over those of a document, which its next generation writes again: the writer is given each
 * before, with its content.
 */
import { cellAddress, isCellError, type CellValue } from '../../workbook/cells';
import { contentAt, sameContent } from '../../workbook/contents';
import { sameFormula } from '../../workbook/formula-text';
import type { PlannedCell } from '../../workbook/plan';
import { hasFormula, valueAt } from '../../workbook/snapshot';
import type { TypedOver } from '../../workbook/writer-advice';
import { placeOf, type RowLayout } from './row-layout';

/** Cells that are named; the others are counted. */
const MOST_NAMED = 5;

/**
 * The cells of the document that hold something typed and that the page has not; null when there is none. Without its
 * marks, they are all those that differ: nothing shows who wrote them.
 */
export function typedOver(layout: RowLayout): TypedOver | null {
  const { page, sheet, area, marks } = layout;
  const columns = Array.from({ length: area.columns }, (_, column) => column);
  const found = layout.before.flatMap((_, row) => {
    const isCandidate = (column: number): boolean =>
      marks ? marks.holding(sheet, area, row, column) === 'typedOver' : column !== page.commentColumn;
    return columns.flatMap((column) => (isCandidate(column) && isLost(layout, row, column) ? [{ row, column }] : []));
  });
  const cells = found.slice(0, MOST_NAMED).map(({ row, column }) => ({
    cell: cellAddress(area.top + row, area.left + column),
    content: contentAt(sheet, area.top + row, area.left + column) as string | number,
  }));
  return found.length === 0 ? null : { cells, others: found.length - cells.length };
}

/** True for a content that the page has neither there nor where the row goes. */
function isLost(layout: RowLayout, row: number, column: number): boolean {
  const { page, sheet, area } = layout;
  const [sheetRow, sheetColumn] = [area.top + row, area.left + column];
  const present = contentAt(sheet, sheetRow, sheetColumn);
  if (present === null || present === '' || isCellError(present)) return false;
  const place = placeOf(layout, row);
  if (place === undefined) return true;
  const planned = page.rows[place]?.[column] ?? null;
  if (!planned || planned.style === 'inputText') return false; // kept there, or refused
  return !isSame(planned, present, hasFormula(sheet, sheetRow, sheetColumn), valueAt(sheet, sheetRow, sheetColumn));
}

/** True when the page shows the same: its own amount typed over a formula is not lost. */
function isSame(planned: PlannedCell, present: CellValue, isFormula: boolean, value: CellValue): boolean {
  if (!isFormula) return sameContent(planned.value, value);
  return planned.formula !== undefined && typeof present === 'string' && sameFormula(planned.formula, present);
}
