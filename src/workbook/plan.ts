/**
 * What a use case wants done to a workbook, as data: it can be shown, tested, refused, undone, and applied by either adapter. Steps
 * are carried out in order, in one batch, or not at all.
 */
import type { Area, CellValue } from './cells';

/** Looks by meaning; `STYLES` gives each its format, and each adapter draws it. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'label'
  | 'text'
  | 'code'
  | 'amount'
  | 'rate'
  | 'date'
  | 'totalLabel'
  | 'totalAmount'
  | 'totalRate'
  | 'note'
  | 'controlLabel'
  | 'controlAmount'
  | 'controlText'
  | 'inputText';

/** One cell to write. With a formula, `value` is the result that we computed: files keep it as the cached value. */
export interface PlannedCell {
  readonly value: CellValue;
  /** Invariant English form with a leading `=`; absent for a plain value. Text in `value` is always written as text, never as a formula. */
  readonly formula?: string;
  /** Absent: the cell keeps its format. */
  readonly style?: StyleName;
}

export type WriteStep =
  | { readonly kind: 'addSheet'; readonly sheet: string }
  /** A null cell is left untouched. */
  | {
      readonly kind: 'setCells';
      readonly sheet: string;
      readonly top: number;
      readonly left: number;
      readonly cells: readonly (readonly (PlannedCell | null)[])[];
    }
  /** Makes an Excel Table of cells written before; the first row of the area is the headings. */
  | { readonly kind: 'addTable'; readonly sheet: string; readonly name: string; readonly area: Area }
  | { readonly kind: 'setName'; readonly name: string; readonly sheet: string; readonly area: Area }
  /** Widths in characters, from the column `left`. */
  | { readonly kind: 'setColumnWidths'; readonly sheet: string; readonly left: number; readonly widths: readonly number[] }
  | { readonly kind: 'freezeRows'; readonly sheet: string; readonly rows: number }
  /** A4, fit to one page wide. */
  | { readonly kind: 'setPage'; readonly sheet: string; readonly landscape: boolean }
  /** Paints the area when the formula (relative to its top left cell) is true. */
  | { readonly kind: 'highlightWhen'; readonly sheet: string; readonly area: Area; readonly formula: string }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | { readonly kind: 'deleteTable'; readonly name: string }
  | { readonly kind: 'deleteName'; readonly name: string };

/** What a cell must still hold when the plan is applied; otherwise nothing is written and the cell is named. */
export interface ExpectedCells {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  /** Formula (leading `=`) or value of each cell. */
  readonly contents: readonly (readonly CellValue[])[];
}

export interface WritePlan {
  /** What the user asked for, for the journal and the undo button. */
  readonly purpose: 'documents' | 'initialise' | 'repair' | 'mapping' | 'undo';
  readonly expected: readonly ExpectedCells[];
  readonly steps: readonly WriteStep[];
}

/** True when the workbook is already as the plan wants it. */
export function isEmptyPlan(plan: WritePlan): boolean {
  return plan.steps.length === 0;
}
