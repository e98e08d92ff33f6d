/**
 * The looks of the rows of a document that take another place. Excel keeps the fill of a cell that a style leaves
 * unfilled: the bands of the former rows would stay. The marks of people follow their row.
 */
import { STYLES } from '../../../../workbook/cell-styles';
import type { FollowedRows } from '../../../../workbook/followed-rows';
import type { CellLook, PlannedCell, WritePlan } from '../../../../workbook/plan';
import { formerRows, marksOf, type RowMarks } from '../../../../workbook/row-marks';
import { formulaKey } from '../../../../workbook/snapshot';
import type { Before, MovedLooks } from '../before';

/** The moved looks of each sheet, by its lower-case name. */
export function movedLooksOf({ steps }: WritePlan, before: Before): ReadonlyMap<string, MovedLooks> {
  return new Map(
    steps.flatMap((step) => {
      if (step.kind !== 'followRows') return [];
      const first = step.rows[0]?.from ?? step.end;
      const end = Math.max(step.end, first + step.rows.length);
      return [[step.sheet.toLowerCase(), { first, end, marks: marksIn(step, looksOf(step.sheet, before)) }] as const];
    }),
  );
}

function marksIn(step: FollowedRows, looks: ReadonlyMap<number, CellLook>): ReadonlyMap<number, RowMarks> {
  const marks = new Map<number, RowMarks>();
  for (const [row, from] of formerRows(step)) {
    for (let column = step.left; column < step.left + step.columns; column++) {
      const look = looks.get(formulaKey(from, column));
      const found = look ? marksOf(asRead(look)) : null;
      if (found) marks.set(formulaKey(row, column), found);
    }
  }
  return marks;
}

/** The looks under the cells that the plan writes on a sheet. */
function looksOf(sheet: string, before: Before): ReadonlyMap<number, CellLook> {
  const found = new Map<number, CellLook>();
  for (const [step, { looks }] of before.cells) {
    if (step.sheet !== sheet) continue;
    looks?.forEach((row, r) => row.forEach((look, c) => found.set(formulaKey(step.top + r, step.left + c), look)));
  }
  return found;
}

function asRead({ font, fill }: CellLook): RowMarks {
  const color = font.color.replace('#', '');
  return {
    ...(font.bold && { bold: true as const }),
    ...(font.italic && { italic: true as const }),
    ...(color !== '' && color !== '000000' && { color }),
    ...(fill !== null && { fill: fill.replace('#', '') }),
  };
}

/** The same by the cells of a sheet. */
export function movedLooksIn({ movedLooks }: Before, sheet: string) {
  const moved = movedLooks.get(sheet.toLowerCase());
  const marksAt = (row: number, column: number): RowMarks | undefined => moved?.marks.get(formulaKey(row, column));
  return {
    marksAt,
    /** True for a cell of such a row whose style is unfilled: its present fill is that of another row. */
    losesFill: ({ style, look }: PlannedCell, row: number, column: number): boolean => {
      if (!moved || row < moved.first || row >= moved.end || style === undefined || look) return false;
      return (marksAt(row, column) ?? STYLES[style]).fill === undefined;
    },
  };
}
