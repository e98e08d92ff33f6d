/** The changes that a copy of a workbook does not hold, and the reasons not to write one. */
import type { Failure } from '../../../src/workbook/failure';

/** A change that the copy does not have; the rest of it is right. */
export type Omission =
  | {
      readonly what: 'chartAdded' | 'chartChanged' | 'chartDeleted';
      readonly sheet: string;
      readonly name: string;
    }
  /** Rules that only the grid holds: data bars, bounds of values. */
  | { readonly what: 'otherRules' | 'protection' | 'paper'; readonly sheet: string }
  | { readonly what: 'workbookProtection' };

/** Nothing is written: the copy would be wrong. */
export type CopyRefusal =
  /** Rows or columns moved, and the sheet holds things tied to its cells that the page cannot move. */
  | { readonly why: 'movedLines'; readonly sheet: string }
  /** Two columns of a table have one heading. */
  | { readonly why: 'sameHeadings'; readonly sheet: string; readonly table: string }
  /** The writer of files refuses. */
  | { readonly why: 'failure'; readonly failure: Failure };
