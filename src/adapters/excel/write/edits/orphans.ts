/**
 * Finds what somebody typed in a sheet between the check that it holds only our cells and the request that deletes it.
 * The request before that one reads the sheet: with an entry, nothing is deleted. Excel has no deletion that depends on
 * a content; but the request that deletes reads the sheet first too, and gives the entries back (`keep-orphans.ts`).
 */
import type { Area, CellValue } from '../../../../workbook/cells';
import { sameContent } from '../../../../workbook/contents';
import { withoutReferences } from '../../../../workbook/formula-text';
import type { WritePlan } from '../../../../workbook/plan';
import { contentsOf, contentsOrDataTypes, isRich, loadContents } from '../../excel-ranges';
import type { Before } from '../before';
import { leavesSheet } from '../moved-tables';
import { ANSWER_BYTES, deletionsOf, type Part } from '../parts';
import type { SheetFinder } from '../sheet-finder';
import type { CoveredEdit } from './covered-edits';

/** Bytes of the sheets that are read again in an answer, beside the cells that the request writes: 25,000 cells. */
const MOST_BYTES = 1_500_000;

interface Deleted {
  /** Lower-case, as the plan names it. */
  readonly key: string;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

interface Cells {
  readonly area: Area;
  readonly contents: readonly (readonly CellValue[])[];
}

/** Queues the reading of the sheets that the part deletes, before its steps; the result is for after the request. */
export function loadOrphans(
  sheets: SheetFinder,
  plan: WritePlan,
  before: Before,
  part: Part,
): () => readonly CoveredEdit[] {
  return loadEntries(sheets, before, part, (sheet) => checkedCells(sheet, plan, before));
}

/** The same for the part after the one that is queued; what is in a table that leaves the sheet moves with it. */
export function loadTypedAhead(
  sheets: SheetFinder,
  plan: WritePlan,
  before: Before,
  part: Part,
): () => readonly CoveredEdit[] {
  const knownOf = (sheet: string): Cells => before.sheetsToDelete.get(sheet) ?? NO_CELLS;
  return loadEntries(sheets, before, part, knownOf, ({ key }, row, column) =>
    leavesSheet(plan, before, key, row, column),
  );
}

function loadEntries(
  sheets: SheetFinder,
  before: Before,
  part: Part,
  knownOf: (sheet: string) => Cells,
  isLeftOut: (deleted: Deleted, row: number, column: number) => boolean = () => false,
): () => readonly CoveredEdit[] {
  const deleted = sheetsToRead(before, part).map((name): Deleted => {
    const sheet = sheets.get(name);
    sheet.load('name');
    const used = sheet.getUsedRangeOrNullObject(true);
    loadContents(used, 'numberFormat', 'rowIndex', 'columnIndex', 'rowCount', 'columnCount');
    return { key: name.toLowerCase(), sheet, used };
  });
  return () =>
    deleted.flatMap((one) =>
      entriesOf(one, knownOf(one.key)).filter(({ row, column }) => !isLeftOut(one, row, column)),
    );
}

/** The sheets whose contents fit in the answer: an entry in a larger one is not found. */
function sheetsToRead(before: Before, part: Part): readonly string[] {
  let room = MOST_BYTES;
  return deletionsOf(part).flatMap(({ sheet }) => {
    const bytes = bytesOf(before.sheetsToDelete.get(sheet.toLowerCase())?.contents ?? []);
    if (bytes > room) return [];
    room -= bytes;
    return [sheet];
  });
}

function bytesOf(contents: readonly (readonly CellValue[])[]): number {
  let bytes = 0;
  for (const row of contents)
    for (const content of row) bytes += ANSWER_BYTES + (typeof content === 'string' ? 2 * content.length : 0);
  return bytes;
}

function entriesOf({ sheet, used }: Deleted, known: Cells): readonly CoveredEdit[] {
  if (used.isNullObject) return [];
  const found: Cells = {
    area: { top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, columns: used.columnCount },
    contents: contentsOrDataTypes(used),
  };
  const plain = contentsOf(used);
  return entriesIn(found, known).map(({ row, column, content }) => {
    const [r, c] = [row - found.area.top, column - found.area.left];
    return {
      ...{ sheet: sheet.name, row, column, content: plain[r]?.[c] ?? content },
      numberFormat: String(used.numberFormat[r]?.[c] ?? 'General'),
      ...(isRich(used, r, c) && { isRich: true as const }),
    };
  });
}

/** The cells of the sheet when it was checked, without those of the tables that the plan took off it since. */
function checkedCells(sheet: string, plan: WritePlan, before: Before): Cells {
  const { area, contents } = before.sheetsToDelete.get(sheet) ?? NO_CELLS;
  const isGone = (r: number, c: number): boolean => leavesSheet(plan, before, sheet, area.top + r, area.left + c);
  return { area, contents: contents.map((cells, r) => cells.map((content, c) => (isGone(r, c) ? null : content))) };
}

const NO_CELLS: Cells = { area: { top: 0, left: 0, rows: 0, columns: 0 }, contents: [] };

type Entry = Pick<CoveredEdit, 'row' | 'column' | 'content'>;

/** The cells that hold something else than when they were checked, without our own that moved with their rows. */
function entriesIn(found: Cells, known: Cells): readonly Entry[] {
  const changed = differences(found, known);
  const gone = new Map<string, number>();
  for (const { content } of differences(known, found)) gone.set(keyOf(content), (gone.get(keyOf(content)) ?? 0) + 1);
  const typed = changed.filter(({ content }) => {
    const left = gone.get(keyOf(content)) ?? 0;
    gone.set(keyOf(content), left - 1);
    return left <= 0;
  });
  const moved = changed.length - typed.length;
  return moved >= FEWEST_MOVED && moved >= typed.length ? typed : changed;
}

/** A move of rows displaces several cells, or changes several formulas; one cell alone was typed. */
const FEWEST_MOVED = 2;

/** The filled cells that hold something else in the other reading. */
function differences({ area, contents }: Cells, other: Cells): readonly Entry[] {
  return contents.flatMap((cells, r) =>
    cells.flatMap((content, c): Entry[] => {
      const [row, column] = [area.top + r, area.left + c];
      const there = other.contents[row - other.area.top]?.[column - other.area.left] ?? null;
      return sameContent(content, null) || sameContent(content, there) ? [] : [{ row, column, content }];
    }),
  );
}

/** Equal for a content and the same one elsewhere: Excel rewrites the references of formulas when rows move. */
function keyOf(content: CellValue): string {
  const isFormula = typeof content === 'string' && content.startsWith('=');
  return JSON.stringify(isFormula ? withoutReferences(content) : content);
}
