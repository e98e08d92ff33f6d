/** « Étendre le tableau »: an Excel Table takes in the rows typed just below it (LEC-02). No cell is written. */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, type Area } from '../../workbook/cells';
import { firstFilled } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { extendedTable } from '../../workbook/reading/extended-table';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';
import { contentsOf } from './register-rows';

/** The rows below a table. */
export interface RowsBelow {
  readonly sheet: string;
  readonly area: Area;
}

/** The plan that extends the table above these rows, which must not have changed. Refuses what is not certain. */
export function planExtendTable(workbook: WorkbookSnapshot, { sheet, area }: RowsBelow): Result<WritePlan, Failure> {
  const above = workbook.tables.find(
    (table) =>
      table.sheet === sheet &&
      table.area.top + table.area.rows === area.top &&
      table.area.left <= area.left &&
      area.left < table.area.left + table.area.columns,
  );
  const found = findSheet(workbook, sheet);
  if (!above || !found) return failure({ code: 'changedMeanwhile', sheet, cell: cellAddress(area.top, area.left) });
  if (found.isProtected) return failure({ code: 'sheetProtected', sheet });
  const { left, columns } = above.area;
  const filled = firstFilled(found, { ...area, left, columns });
  if (filled) return failure(filled);
  const extended = extendedTable(workbook, above.name, area);
  if (!extended) return failure({ code: 'tableNotPlain', table: above.name, sheet });
  return success({
    purpose: 'extension',
    expected: [contentsOf(found, { ...area, left, columns })],
    steps: [{ kind: 'resizeTable', sheet, name: above.name, area: extended.area, from: above.area }],
  });
}
