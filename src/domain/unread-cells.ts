/**
 * Cells of the registers that cannot be read, while every figure can be calculated: each is a finding at its place
 * (DEL-05, DEL-06, DON-08), never a refusal of the workbook.
 */

import type { CodeFault } from './imputation/code-cells';

/** Why a cell is at fault: its code, a field that has no codes of that form, or a last day before the first. */
export type CellFault = CodeFault | 'otherField' | 'untilBeforeFrom';

/** A cell that cannot be read. */
export interface UnreadCell {
  /** A French heading of its register. */
  readonly column: string;
  /** Its text; empty where one is missing. */
  readonly raw: string;
  /** The texts that are understood there; empty where they are no list. */
  readonly expected: string;
  /** Absent: for another reason. */
  readonly fault?: CellFault;
}

/** A row of a register, and its cells that cannot be read. */
export interface UnreadRow {
  /** Position in its table, from 0. */
  readonly index: number;
  readonly cells: readonly UnreadCell[];
}
