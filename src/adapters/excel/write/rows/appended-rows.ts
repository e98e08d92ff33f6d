/** Rolls back the rows that a failed writing had added under tables, such as its row of the journal. */
import type { Area } from '../../../../workbook/cells';
import { allSteps, type WriteStep } from '../../../../workbook/plan';
import { areaOfRange, contentsOf, loadContents, rangeOf, sheetOfAddress } from '../../excel-ranges';
import type { Before } from '../before';
import { holdsRow } from '../look-up';
import type { Writing } from '../write-part';

type ResizeTable = Extract<WriteStep, { kind: 'resizeTable' }>;

/**
 * Queues the removal of the rows that the plan had appended, known by their contents: a co-author may have added one
 * meanwhile. The last row leaves its table, and what is under the table stays in its place. Returns the areas of those
 * tables: Excel extends them again when an edit is given back under them. `now`: the state read for the rollback, in
 * which the table may be gone.
 */
export async function removeAppendedRows(
  context: Excel.RequestContext,
  { plan, before }: Writing,
  now: Before,
): Promise<readonly ResizeTable[]> {
  const shrunk: ResizeTable[] = [];
  for (const step of allSteps(plan)) {
    const grown = step.kind === 'appendRow' ? before.growingTables.get(step)?.area : undefined;
    if (step.kind !== 'appendRow' || !grown || !now.tables.has(step.table.toLowerCase())) continue;
    const table = context.workbook.tables.getItem(step.table);
    const present = table.getRange();
    present.load('address,rowIndex,columnIndex,rowCount,columnCount');
    await context.sync(); // eslint-disable-line office-addins/no-context-sync-in-loop -- a plan appends one row
    const [area, sheet] = [areaOfRange(present), sheetOfAddress(present.address)];
    const added = area.rows - grown.rows;
    const rows = { ...area, top: area.top + Math.min(area.rows, grown.rows), rows: Math.max(1, added) };
    const rangeAt = (area: Area): Excel.Range => rangeOf(context.workbook.worksheets.getItem(sheet), area);
    const below = rangeAt(rows);
    loadContents(below);
    await context.sync(); // eslint-disable-line office-addins/no-context-sync-in-loop -- a plan appends one row
    const index = contentsOf(below).findIndex((contents) => holdsRow(step, contents));
    if (index < 0) continue;
    if (index < added - 1) {
      table.rows.getItemAt(grown.rows - 1 + index).delete();
      continue;
    }
    if (added > 0) {
      const rest = { ...area, rows: area.rows - 1 };
      table.resize(rangeAt(rest));
      shrunk.push({ kind: 'resizeTable', sheet, name: step.table, area: rest });
    }
    rangeAt({ ...rows, top: rows.top + index, rows: 1 }).clear();
  }
  return shrunk;
}
