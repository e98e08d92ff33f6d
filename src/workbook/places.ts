/** Where a finding is mended, as a cell of the workbook: a cell of the ledger, or one of our own tables. */
import type { Place } from '../domain/controls/finding';
import { comparable } from '../domain/text';
import { placeOfCell, type CellPlace, type LedgerBlock } from './ledger-source';
import { findTable, type WorkbookSnapshot } from './snapshot';

/** The cell of a place; null when the table that it names is not in the workbook (a convention given apart). */
export function placeInWorkbook(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[], place: Place): CellPlace | null {
  if (place.kind === 'row') return placeOfCell(blocks, place.row, place.field);
  const table = findTable(workbook, place.table);
  if (!table) return null;
  const wanted = comparable(place.column);
  const position = table.columns.findIndex((heading) => comparable(heading) === wanted);
  return { sheet: table.sheet, row: table.area.top + 1 + place.row, column: table.area.left + Math.max(0, position) };
}
