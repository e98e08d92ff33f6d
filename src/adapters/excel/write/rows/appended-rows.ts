/** Rolls back the rows that a failed writing had added under tables, such as its row of the journal. */
import type { Area, CellValue } from '../../../../workbook/cells';
import { contentOfPlanned, sameContent } from '../../../../workbook/contents';
import { allSteps, type WriteStep } from '../../../../workbook/plan';
import { areaOfRange, contentsOf, loadContents, rangeOf, sheetOfAddress } from '../../excel-ranges';
import type { Before, ResizeTable } from '../before';
import { typedSince } from '../edits/announced-edits';
import type { CoveredEdit } from '../edits/covered-edits';
import { onPresentSheets } from '../edits/give-back';
import { holdsRow } from '../look-up';
import type { Writing } from '../write-part';
import { rangeKept } from './resized-tables';

type AppendRow = Extract<WriteStep, { kind: 'appendRow' }>;

/** An edit in a row, and its place among the cells of the row. */
interface TypedCell {
  readonly edit: CoveredEdit;
  readonly at: number;
}

/**
 * Queues the removal of the rows that the plan had appended, known by their contents: a co-author may have added one
 * meanwhile. The last row leaves its table, and what is under the table stays in its place. Returns the areas of those
 * tables: Excel extends them again when an edit is given back under them. A row in which somebody has typed since stays
 * with that alone. `now`: the state read for the rollback, in which the table may be gone.
 */
export async function removeAppendedRows(
  context: Excel.RequestContext,
  writing: Writing,
  now: Before,
): Promise<readonly ResizeTable[]> {
  const { plan, before, named } = writing;
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
    const typed = onPresentSheets(typedSince(writing), writing.ids, now);
    const found = contentsOf(below).map((contents, at) => ownRow(step, contents, typedIn(typed, sheet, rows, at)));
    const index = found.findIndex((row) => row !== null);
    const theirs = found[index];
    if (!theirs) continue;
    if (theirs.length > 0) {
      const own = step.cells.flatMap((_, c) => (theirs.some(({ column }) => column === rows.left + c) ? [] : [c]));
      for (const c of own) rangeAt({ top: rows.top + index, left: rows.left + c, rows: 1, columns: 1 }).clear();
      named.push(...theirs);
      continue;
    }
    if (index < added - 1) {
      table.rows.getItemAt(grown.rows - 1 + index).delete();
      continue;
    }
    if (added > 0) {
      const rest = { ...area, rows: area.rows - 1 };
      const resize: ResizeTable = { kind: 'resizeTable', sheet, name: step.table, area: rest, from: area };
      table.resize(rangeKept(table.getRange(), context.workbook.worksheets.getItem(sheet), resize));
      shrunk.push(resize);
    }
    rangeAt({ ...rows, top: rows.top + index, rows: 1 }).clear();
  }
  return shrunk;
}

/** The edits in a row of an area. */
function typedIn(typed: readonly CoveredEdit[], name: string, { top, left, columns }: Area, at: number): TypedCell[] {
  const isIn = ({ sheet, row, column }: CoveredEdit): boolean =>
    sheet.toLowerCase() === name.toLowerCase() && row === top + at && column >= left && column < left + columns;
  return typed.filter(isIn).map((edit) => ({ edit, at: edit.column - left }));
}

/** The entries of people, since, in a row that the step wrote; null for any other row. */
function ownRow(step: AppendRow, contents: readonly CellValue[], typed: readonly TypedCell[]): CoveredEdit[] | null {
  const theirs = typed.filter(({ edit, at }) => sameContent(edit.content, contents[at] ?? null));
  if (theirs.length * 2 > step.cells.length) return holdsRow(step, contents) ? [] : null;
  const written = contents.map((content, c) => {
    const planned = theirs.some(({ at }) => at === c) ? step.cells[c] : undefined;
    return planned ? contentOfPlanned(planned) : content;
  });
  return holdsRow(step, written) ? theirs.map(({ edit }) => edit) : null;
}
