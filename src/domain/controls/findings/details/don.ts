/** Details of the DON findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { HiddenEntries, Movement } from '../../../envelopes/convention';
import type { HiddenRows, LedgerField, RowKey, RowOfCredits, UnseenAmounts } from '../../../envelopes/ledger';
import type { StatedFigure } from '../../../envelopes/reading-facts';
import type { Nature } from '../../../money/nature';
import type { UnreadCellDetails } from './unread-cell';

/** The content of a cell of amounts that holds none; `amount`: nothing known; `digits`: those that its format adds;
 * `side`: a credit without a minus; `shared`: one merged over rows of several envelopes. */
export type InPlaceOfAmount =
  | 'amount'
  | `${'date' | 'time' | 'percentage' | 'currency' | 'quantity' | 'unit' | 'digits' | 'side' | 'shared'}ForAmount`;

/** Details of each DON rule. */
export interface DonDetails {
  /**
   * `raw` is empty for a commitment without any date: a warning, since it counts all the same. `month`: a date without
   * its day. `missing`: no amount for the EJ or the DP of that number, empty without one, a warning; `status`: the one
   * that gives the act as done, where no date does. `withdrawn`: the date is that of a retrait, in cents, and what it
   * frees of them all the same.
   */
  'DON-01': {
    readonly field: LedgerField;
    readonly raw: string;
    readonly what: InPlaceOfAmount | 'date' | 'month' | 'year' | 'missing';
    readonly withdrawn?: { readonly cents: number; readonly freed: number };
    readonly status?: string;
  };
  'DON-02': { readonly field: LedgerField; readonly raw: string; readonly what: 'amount' | 'date' | 'monthFirst' };
  /**
   * `repeats`: the AE of an EJ that another payment of it carries already, or that sums its items, from `firstRow` on;
   * `isDoubt`: on another day, or on none; `row`: with the same payment; `rest`: it is what was left of the EJ of
   * `firstRow`; `paid`: it is the CP of its own row, which the other AE of the EJ cover. Absent: the row is the same.
   * `payment`: a DP that `firstRow` pays on another day. `movement`: a row of the movements that repeats another, whose
   * position from 0 is `first`. `differs`: the rows are the same but for a column that no field has, which gives `first`
   * on `firstRow`. `paid`: the CP, in cents, which `firstRow` pays on the same day, beside the AE of the EJ.
   */
  'DON-03':
    | {
        readonly firstRow: RowKey;
        readonly repeats?: {
          readonly ae: number;
          readonly by: 'payment' | 'row' | 'items' | 'lots' | 'rest' | 'paid';
          readonly isDoubt?: true;
        };
        readonly payment?: RepeatedPayment;
        readonly paid?: number;
        readonly differs?: { readonly heading: string; readonly text: string; readonly first: string };
        readonly movement?: never;
      }
    | { readonly movement: RepeatedMovement };
  /** `operation`: words that commit, on a row with an EJ; `isOfPayment`: the row pays the same amount. */
  'DON-04': {
    readonly field: 'ae' | 'cp';
    readonly cents: number;
    readonly operation?: string;
    readonly isOfPayment?: true;
  };
  /**
   * `shown` is null for a total that nothing can read: `raw` is what its cell holds. `sum` is null when the rows that it
   * sums are not in the ledger. `stated`: a figure typed outside the ledger, and `sum` the one of the ledger. `isCarried`:
   * « Report 2022 » on a day of its own, which sums no rows; `given`: « LFI 2023 »; `paid`: its CP, on the day of a
   * payment; `left`: a dated « Écart »; `beside`: its CP beside the AE shown. `mayBePayment`: the row has a day of payment
   * and no word.
   */
  'DON-05':
    | {
        readonly field: 'ae' | 'cp';
        readonly shown: number;
        readonly sum: number | null;
        readonly isCarried?: true | RowOfCredits;
        readonly beside?: number;
        readonly mayBePayment?: true;
        readonly stated?: Pick<StatedFigure, 'figure' | 'envelope' | 'words'> & { readonly asOf: CivilDate };
      }
    | {
        readonly field: 'ae' | 'cp';
        readonly shown: null;
        readonly raw: string;
        readonly sum: number | null;
        readonly isCarried?: RowOfCredits;
        readonly stated?: never;
      };
  'DON-06': { readonly field: LedgerField; readonly raw: string };
  /**
   * `groups`: how many runs of hidden rows are reported together; `ae` and `cp` are the sums of the hidden rows, or of the
   * amounts of a column, where `count` is how many there are. `of`: rows of the convention, which have no sums.
   */
  'DON-07': {
    readonly what: HiddenRows['what'] | UnseenAmounts['what'];
    readonly count: number;
    readonly groups: number;
    readonly ae: number;
    readonly cp: number;
    readonly example?: NonNullable<UnseenAmounts['example']>;
    readonly of?: Pick<HiddenEntries, 'table' | 'names'>;
  };
  'DON-08': ColumnMissing | UncheckedCode;
  /** `cents`: the amount as it is counted, rounded half away from zero. */
  'DON-09': { readonly field: 'ae' | 'cp'; readonly raw: string; readonly cents: number };
  /** `cents`: the amount without its sign. `words`: those that lower; `isLowered`: false when it counts as typed. */
  'DON-10': {
    readonly field: 'ae' | 'cp';
    readonly words: string;
    readonly cents: number;
    readonly isLowered: boolean;
    /** The row is of no envelope: it lowers no figure. */
    readonly isUncharged?: true;
    /** Typed with a minus, as all the payments of the ledger, and counted as a payment. */
    readonly raises?: true;
  };
}

/**
 * A DP that is paid on two days; `isOtherEj`: for two EJ, else for the same one and the same amount. `invoice`: it is
 * the invoice that is paid twice, by two DP, and `dp` is that of the second.
 */
export interface RepeatedPayment {
  readonly dp: string;
  readonly invoice?: string;
  readonly cents: number;
  readonly isOtherEj: boolean;
  /** The DP is paid twice on one day, for one EJ, under two labels. */
  readonly isOnTheDay?: true;
}

/** A movement that is entered twice, in cents. */
export interface RepeatedMovement {
  readonly type: Movement['type'];
  readonly date: CivilDate;
  readonly nature: Nature;
  readonly cents: number;
  readonly first: number;
}

/**
 * `prevented`: codes of the controls that cannot be made, or not on that column; empty when the figures alone suffer.
 * `elsewhere`: other tables of the ledger have the column; absent when none has.
 */
export interface ColumnMissing {
  readonly field: LedgerField;
  readonly prevented: readonly string[];
  readonly elsewhere?: true;
  /** Payments are in columns of months, quarters or years, and count on the last day of each. */
  readonly paidBy?: 'month' | 'quarter' | 'year';
  /** The amounts in the columns of the years that end after the as-of date, from the first one, in cents. */
  readonly open?: { readonly year: number; readonly asOf: CivilDate; readonly ae: number; readonly cp: number };
  /** The rows of the table that no envelope is found for, in no figure; cents. Absent: none. */
  readonly uncharged?: { readonly rows: number; readonly ae: number; readonly cp: number };
  /** The columns are there, and the convention gives no code to compare theirs with. Absent: it gives some. */
  readonly uncoded?: readonly LedgerField[];
  readonly unread?: never;
}

/** A code of ENV_Imputations that nothing is compared with, wholly or in part, since a cell of its row is unreadable. */
export interface UncheckedCode extends UnreadCellDetails {
  readonly code: string;
  readonly prevented: readonly string[];
  readonly field?: never;
  readonly elsewhere?: never;
  readonly open?: never;
  readonly uncharged?: never;
  readonly uncoded?: never;
}
