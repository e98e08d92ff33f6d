/**
 * Cells in the areas that formulas fill (`=FILTER(…)`), among many. `hasSpill` of a range answers for all its cells at
 * once, null when only some are in one: such a range is asked again in smaller ones.
 */
import { rangeOf } from './excel-ranges';

/** A cell of a sheet. */
export interface CellOfSheet {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Ranges of a first request: some 80 KB. */
const FEW_RANGES = 200;
/** Ranges of any request. */
const MOST_RANGES = 1_000;

type Run<T> = readonly [T, ...T[]];

/**
 * Those of the cells that are in such an area. With `enough`, others may be left among them as long as they are not
 * more than that.
 */
export async function cellsInSpills<T extends CellOfSheet>(
  context: Excel.RequestContext,
  cells: readonly T[],
  enough = 0,
  longest = Math.ceil(cells.length / FEW_RANGES),
): Promise<readonly T[]> {
  if (cells.length <= enough) return cells;
  const [inside, partly]: [T[], T[]] = [[], []];
  const runs = runsOf(cells, longest);
  for (let at = 0; at < runs.length; at += MOST_RANGES) {
    for (const { run, hasSpill } of await ask(context, runs.slice(at, at + MOST_RANGES)))
      if (hasSpill !== false) (hasSpill === true || longest === 1 ? inside : partly).push(...run);
  }
  if (partly.length === 0) return inside;
  const shorter = Math.min(Math.ceil(partly.length / FEW_RANGES), Math.floor(longest / 2));
  return [...inside, ...(await cellsInSpills(context, partly, Math.max(0, enough - inside.length), shorter))];
}

async function ask<T extends CellOfSheet>(
  context: Excel.RequestContext,
  runs: readonly Run<T>[],
): Promise<readonly { readonly run: Run<T>; readonly hasSpill: boolean | null }[]> {
  const sheets = new Map<string, Excel.Worksheet>();
  const asked = runs.map((run) => {
    const [{ sheetId, row: top, column: left }] = run;
    const sheet = sheets.get(sheetId) ?? context.workbook.worksheets.getItem(sheetId);
    sheets.set(sheetId, sheet);
    const range = rangeOf(sheet, { top, left, rows: (run.at(-1)?.row ?? top) - top + 1, columns: 1 });
    range.load('hasSpill');
    return { run, range };
  });
  await context.sync();
  return asked.map(({ run, range }) => ({ run, hasSpill: range.hasSpill }));
}

/** The cells of each column from the top, as runs of at most so many. */
function runsOf<T extends CellOfSheet>(cells: readonly T[], longest: number): readonly Run<T>[] {
  const sorted = [...cells].sort(
    (one, other) => one.sheetId.localeCompare(other.sheetId) || one.column - other.column || one.row - other.row,
  );
  const runs: [T, ...T[]][] = [];
  for (const cell of sorted) {
    const run = runs.at(-1);
    const isOfColumn = run?.[0].sheetId === cell.sheetId && run[0].column === cell.column;
    if (run && isOfColumn && run.length < longest) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
