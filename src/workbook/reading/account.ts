/**
 * The account of reading: the role of each place of the workbook, with its rows and its sums. Every cell that holds an
 * amount (`amount-columns.ts`) belongs to exactly one entry, so that the sums of the entries are those of the workbook.
 */
import type { LeftReason } from '../ledger/choice/left-tables';

/**
 * `ledger`: counted as operations; `convention`, `document`: tables and ranges of ours; `derived`: computed from others
 * (formulas, totals, pivots), taken by the formulas of the ledger, or without a row of credits (summary, price list);
 * `setAside`: left out by the user, or by the contents of a row; `unread`: in no figure, and a finding (LEC).
 */
export type ReadingRole = 'ledger' | 'convention' | 'document' | 'derived' | 'setAside' | 'unread';

/** Why a place has its role: the key of a phrase in `messages/reading-words.ts`. */
export type ReadingReason =
  /** Counted: an Excel Table, a plain range, rows below a Table. */
  | 'table'
  | 'range'
  | 'belowTable'
  | 'conventionTable'
  /** Another convention was named in place of that of the workbook: the table is in no figure. */
  | 'conventionReplaced'
  /** A key that the team added to the table of the convention: nothing reads it. */
  | 'ownKey'
  | 'document'
  /** Derived: rows of totals, formulas over other cells, a pivot table, amounts that no figure uses, other tables. */
  | 'totals'
  | 'formulas'
  | 'pivot'
  | 'otherAmounts'
  | 'noCredits'
  /** The formulas of the ledger take all its amounts. */
  | 'taken'
  /** Left out by the contents of the row. */
  | 'cancelled'
  | 'otherYear'
  | 'otherConvention'
  | 'byUser'
  /**
   * Unread. `mayBeSpent`: words and typed amounts, without a number, a date or an envelope; `besideRows`: on the rows of
   * the ledger, on the right of its table, under no heading of amounts; `belowRegister`: rows below a table of the
   * convention that did not grow; `amongAside`: in a place that was set aside, but not among the rows that the user saw
   * then; `natureUnknown`: rows that are neither AE nor CP (LEC-05).
   */
  | 'notRecognised'
  | 'mayBeSpent'
  | 'besideRows'
  | 'besideTable'
  | 'belowRegister'
  | 'amongAside'
  /** Tables of operations that are no part of the ledger: see `LeftReason`. */
  | LeftReason
  /** A copy of a table of the convention, in `detail`, which alone is read: the same, or another one. */
  | 'registerCopy'
  | 'registerDiffers'
  | 'columnNotUsed'
  | 'natureUnknown';

/** Sums in cents; `other`: amounts that are neither AE nor CP, or not known to be. */
export interface ReadingSums {
  readonly ae: number;
  readonly cp: number;
  readonly other: number;
}

/** One place of the workbook. */
export interface ReadingEntry {
  readonly sheet: string;
  /** `B12:F30`; the name of the Excel Table is in `table`. */
  readonly area: string;
  readonly table: string | null;
  readonly isHidden: boolean;
  readonly role: ReadingRole;
  readonly reason: ReadingReason;
  /** The subject of the reason: a heading, the words of the user; empty without one. */
  readonly detail: string;
  /** Rows that hold at least one amount, or in an unread place one that cannot be read; all those below a register. */
  readonly rows: number;
  readonly sums: ReadingSums;
  /** Amounts that cannot be read: in no sum. Those of the ledger have a finding each (DON-01). */
  readonly unreadable: number;
  /** A column of amounts in another currency, or in a unit that is not read. */
  readonly isInOtherUnit?: true;
  /** A column of amounts that was added to a register of the convention, or rows below it. */
  readonly isOfRegister?: true;
  /** A column of amounts on the rows of the ledger, outside its table. */
  readonly isApart?: true;
  /** The user decided that the place is of the ledger (ENV_Lecture), and no row of it can be read as an operation. */
  readonly isAsked?: true;
  /** The cents that formulas of the ledger take from the place, which are not its sum; absent without such a formula. */
  readonly taken?: number;
}
