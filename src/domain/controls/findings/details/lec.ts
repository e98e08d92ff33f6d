/** Details of the LEC findings: what the reading of the workbook left out or inferred. Amounts are in cents. */
import type { CeilingPart } from '../../../envelopes/allowances/allowances';
import type { MarkedEntry } from '../../../envelopes/convention';
import type { InferredEnvelope, RowMark, UnreadAmounts } from '../../../envelopes/reading-facts';
import type { LedgerField } from '../../../envelopes/ledger';
import type { ImputationField } from '../../../imputation/imputation';
import type { Nature } from '../../../money/nature';

/** A figure that cannot be calculated, or all the figures of envelopes. */
export type MissingFigure = 'AE' | 'CP' | 'outstanding' | 'envelopes';

/** A figure, and the column that would make it. */
export interface MissingColumn {
  readonly figure: MissingFigure;
  readonly missing: LedgerField;
  /** The table has it, and none of its cells can be read. */
  readonly isUnread?: true;
  /** The headings of unread columns of dates that may be it. Absent: none. */
  readonly datesLeft?: readonly string[];
}

/** Consumption that counts under no ceiling by titre or programme, because its own is not known; cents. */
export interface UnknownPart {
  readonly figure: 'part';
  readonly part: CeilingPart;
  readonly rows: number;
  readonly ae: number;
  readonly cp: number;
}

/** Commitments in advance whose share is of the credits of a year that the convention does not give; cents. */
export interface UnknownAdvances {
  readonly figure: 'advances';
  readonly year: number;
  readonly rows: number;
  readonly ae: number;
}

/** The consumption that no ceiling is compared with; cents. */
export interface UnboundedSums {
  readonly consumed: number;
  readonly reserved: number;
}

/**
 * Consumption of an envelope that has no ceiling of that nature, where others or another credit year have one; of the
 * whole convention, `*`, where nothing has one.
 */
export interface UnboundedConsumption extends UnboundedSums {
  readonly figure: 'ceiling';
  readonly envelope: string;
  readonly nature: Nature;
  /** The credit year without the ceiling, under a convention of several. */
  readonly year?: number;
}

/** The rows of one envelope that name no poste; cents. */
export interface LinelessRows {
  readonly rows: number;
  readonly ae: number;
  readonly cp: number;
}

/** « Payé » without a date of payment, « Projet » or « Annulé » with one that has passed. */
export type StatusAgainstDate = 'paidUndated' | 'paidProject' | 'paidCancelled';

/** Details of each LEC rule. */
export interface LecDetails {
  'LEC-01': UnreadAmounts;
  'LEC-02': UnreadAmounts;
  'LEC-03': UnreadAmounts;
  'LEC-04': MissingColumn | UnknownPart | UnknownAdvances | UnboundedConsumption;
  /**
   * `countedAs`: how the rows with that word count all the same, out of prudence; `rows`: how many they are. `look`: a
   * crossed-out amount, without a word; `mark`: « X » under a heading such as « Hors convention », which it gives,
   * or a remark, about the amount of its row perhaps; `payment`: an expense that may be issued and not paid, as its
   * heading or its word names it, or one whose payment is on another row (`nothing`); `unpaid`: words that the day of
   * payment contradicts; `section`: a title of another
   * nature than the column; `aeSum`, `cpSum`: the AE or the CP of the EJ `raw`, which its other rows detail;
   * `aeAgain`: its AE, which another row of it has; `aeStage`: so, on a row of a later stage, « Service fait »;
   * `operation`: the kind of the operation, in words that are none; `replaced`: the row `raw` may count in its place;
   * `earlier`: an EJ announced as one of an earlier year, which counts as a new commitment;
   * `aeYear`, `cpYear`: an amount whose day is not of the year of its column, `aeInYear`: which counts; `cpPast`: one
   * without a day, in the column of a past year;
   * `cpGrows`: payments of a period that may be those of all the periods until then;
   * `paidUndated`, `paidProject`, `paidCancelled`: a status that the date of payment of its row contradicts, the last
   * with the CP that no figure counts, in `cents`. `beside`: the words are in no cell of the table, as `RowMark` gives
   * it. `of`: a row of the convention, which counts.
   */
  'LEC-05': {
    readonly field: 'status' | 'nature' | 'look' | 'mark';
    readonly raw: string;
    readonly heading?: string;
    readonly about?: NonNullable<RowMark['about']> | 'section' | StatusAgainstDate;
    readonly beside?: NonNullable<RowMark['beside']>;
    readonly countedAs: 'firm' | 'project' | 'nothing';
    readonly rows: number;
    readonly cents?: number;
    readonly of?: Pick<MarkedEntry, 'table' | 'name'>;
  };
  /**
   * `nearest`: the poste of the envelope that is spelt most like it; null when none is near. `candidates`: those that it
   * may be, when it is the beginning or the alias of several. `blank`: the rows of the envelope that name no poste.
   */
  'LEC-06': {
    readonly envelope: string;
    readonly raw: string;
    readonly nearest: string | null;
    readonly candidates?: readonly string[];
    readonly blank?: LinelessRows;
    /** The one alias of the convention that lists this name among others. */
    readonly alias?: string;
  };
  /** `field`: the one by which rows name their envelope in this convention. */
  'LEC-07': InferredEnvelope & { readonly field: ImputationField };
}

/** True for a copy of a table of the convention that differs, without an amount, be it one that cannot be read. */
export function isCopyWithoutAmounts({ why, ae, cp, other, unreadable = 0 }: Omit<UnreadAmounts, 'what'>): boolean {
  return why === 'registerDiffers' && ae === 0 && cp === 0 && other === 0 && unreadable === 0;
}
