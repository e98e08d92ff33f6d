/**
 * Edits under the cells of a request whose answer was lost: what the request read there is not known. Excel announces
 * each edit by an event, with its value when it is of one cell.
 */
import type { Area, CellValue } from '../../../../workbook/cells';
import { sameContent } from '../../../../workbook/contents';
import { intersection } from '../../excel-ranges';
import type { HeardEdit } from '../../read/change-log';
import type { WritePlan } from '../../../../workbook/plan';
import { formulaKey } from '../../../../workbook/snapshot';
import { isBlock, type Part } from '../parts';
import { stepsIn } from './by-cell';
import { isEntry, type CoveredEdit } from './covered-edits';
import type { Contents, Writing } from '../write-part';

/**
 * Adds to the writing the edits that the request may have covered. `heard`: those announced since its check began;
 * `present`: the contents of its cells, read since.
 */
export function noteAnnouncedEdits(writing: Writing, part: Part, heard: readonly HeardEdit[], present: Contents): void {
  if (heard.length === 0) return;
  for (const { step, area, rows } of part.operations.filter(isBlock)) {
    const sheetId = writing.ids.get(step.sheet.toLowerCase());
    const before = writing.before.cells.get(step);
    const edits = lastInArea(
      heard.filter((edit) => edit.sheetId === sheetId),
      area,
    );
    if (edits.size === 0) continue;
    rows.forEach((cells, r) =>
      cells.forEach((cell, c) => {
        const place = { sheet: step.sheet, row: area.top + r, column: area.left + c };
        const edit = cell && edits.get(formulaKey(place.row, place.column));
        if (!edit) return;
        const at = place.row - step.top;
        const known = [before?.contents[at]?.[c] ?? null, present.get(step)?.[at]?.[c] ?? null];
        const { content } = edit;
        const numberFormat = before?.numberFormats[at]?.[c] ?? 'General';
        if (content === undefined) writing.unread.push(place);
        else if (!isAmong(content, known)) writing.covered.push({ ...place, content, numberFormat });
        if (content !== undefined && edit.isRich && !isAmong(content, known)) writing.rich.push(place);
      }),
    );
  }
}

/**
 * The cells that somebody typed in since the check, each with the last content; none once rows have moved, since the
 * events give places. A cell that still holds it is theirs, even where the plan wrote the same.
 */
export function typedSince({ heard, ids, moved }: Writing): readonly CoveredEdit[] {
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const typed = new Map<string, CoveredEdit | null>();
  for (const { sheetId, area, content, isRich } of moved.length > 0 ? [] : heard()) {
    const sheet = names.get(sheetId);
    if (sheet === undefined) continue;
    const isOne = area.rows === 1 && area.columns === 1 && content !== undefined;
    const place = { sheet, row: area.top, column: area.left };
    const edit = isOne ? { ...place, content, numberFormat: 'General', ...(isRich && { isRich }) } : null;
    if (edit) typed.set(`${sheetId} ${area.top} ${area.left}`, edit);
    else for (const [key, one] of typed) if (one && isUnder(one, sheet, area)) typed.set(key, null);
  }
  return [...typed.values()].filter((edit) => edit !== null);
}

/**
 * The entries announced in cells of a plan, or of a rollback that was begun, whose answer is lost: it may have written
 * over them, and nothing can be read any more.
 */
export function typedUnder({ steps }: WritePlan, writing: Writing): readonly CoveredEdit[] {
  const typed = typedSince(writing);
  const stepsOver = stepsIn(typed, steps);
  return typed.flatMap((edit) => {
    const [step] = stepsOver(edit);
    return step && isEntry(edit) ? [{ ...edit, sheet: step.sheet }] : [];
  });
}

function isUnder({ sheet, row, column }: CoveredEdit, name: string, area: Area): boolean {
  return sheet === name && intersection(area, { top: row, left: column, rows: 1, columns: 1 }) !== null;
}

/** The last edit of each cell of an area that was edited, by its key. */
function lastInArea(heard: readonly HeardEdit[], area: Area): ReadonlyMap<number, HeardEdit> {
  const last = new Map<number, HeardEdit>();
  for (const edit of heard) {
    const shared = intersection(edit.area, area);
    if (!shared) continue;
    for (let row = shared.top; row < shared.top + shared.rows; row++)
      for (let column = shared.left; column < shared.left + shared.columns; column++)
        last.set(formulaKey(row, column), edit);
  }
  return last;
}

/** True for an edit made before the check, or that is there: nothing covered it. */
function isAmong(content: CellValue, known: readonly CellValue[]): boolean {
  return known.some((one) => sameContent(one, content));
}
