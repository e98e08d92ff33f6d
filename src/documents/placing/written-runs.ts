/** The cells that a document writes where it is, as runs of its rows: none may be one that a formula of people fills. */
import type { Area, CellValue } from '../../workbook/cells';
import { contentAt, firstFilled } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { PlannedCell } from '../../workbook/plan';
import type { SheetSnapshot } from '../../workbook/snapshot';

interface Run {
  readonly place: { readonly top: number; readonly left: number };
  readonly cells: readonly PlannedCell[];
  readonly present: readonly CellValue[];
}

/** Runs of adjacent cells to write, with their present contents. */
export function runsOf(
  cells: readonly (readonly (PlannedCell | null)[])[],
  sheet: SheetSnapshot,
  target: Area,
): readonly Run[] {
  return cells.flatMap((line, row) => {
    const runs: { place: { top: number; left: number }; cells: PlannedCell[]; present: CellValue[] }[] = [];
    line.forEach((cell, column) => {
      if (!cell) return;
      const place = { top: target.top + row, left: target.left + column };
      let run = runs.at(-1);
      if (!run || run.place.left + run.cells.length !== place.left)
        runs.push((run = { place, cells: [], present: [] }));
      run.cells.push(cell);
      run.present.push(contentAt(sheet, place.top, place.left));
    });
    return runs;
  });
}

/** The refusal for the first of these cells that the formula of another one fills; null without any. */
export function filledUnder(runs: readonly Run[], sheet: SheetSnapshot): Failure | null {
  for (const { place, cells } of runs) {
    const filled = firstFilled(sheet, { ...place, rows: 1, columns: cells.length });
    if (filled) return filled;
  }
  return null;
}
