/**
 * Details of the CHO findings, of the reconciliation with Chorus. Amounts are in cents; numbers are empty where there
 * are none.
 */
import type { CivilDate } from '../../../calendar/civil-date';
import type { ImputationField } from '../../../imputation/imputation';
import type { Nature } from '../../../money/nature';

/** The operation that a finding speaks of. */
export interface Operation {
  readonly nature: Nature;
  readonly ej: string;
  readonly dp: string;
}

/**
 * The text of a cell of the ledger that holds no amount that is read, empty for a blank one, on a row with the DP or
 * the EJ of the operation.
 */
export interface UnreadCellOfRow {
  readonly raw: string;
  readonly by: 'dp' | 'ej';
}

/** A line of an extract with the EJ of the operation. `isOfDp`: with its DP. */
export interface LineOfExtract {
  readonly source: string;
  readonly line: number;
  readonly isOfDp?: true;
}

/**
 * The amounts of the ledger (or of Chorus) that are exactly the gap between the two sides, and are not compared; `date`
 * is the first of their days. `carriedOver`: the restes à payer that the earlier years of the ledger leave;
 * `otherExtract`: the same line in another extract, which counts once.
 * `isOfAnyYear`: the amounts of the extract may be of earlier years too.
 */
export interface GapExplained {
  readonly kind: 'otherYear' | 'afterAsOf' | 'carriedOver' | 'otherExtract' | 'unpaid' | 'project' | 'cancelled';
  readonly side: 'ledger' | 'chorus';
  readonly date: CivilDate | null;
  readonly isOfAnyYear?: true;
}

/** Net amounts by code. */
type Shares = readonly { readonly code: string; readonly cents: number }[];

/** Details of each CHO rule. */
export interface ChoDetails {
  /**
   * `otherYear`: its date in Chorus, of another credit year, or `otherExercise` without a day; `afterAsOf`: its date in
   * Chorus, after the day of the reconciliation; `repeated`: the line of another extract that has it again, without a
   * number; `lastDate`: the extract ends before the row, so that only a doubt is possible; `unreadLine`: the line of an
   * extract that gives its EJ or its DP, and was not read; `effectlessLine`: the line that gives it as cancelled, or as
   * not validated.
   */
  'CHO-01': Operation & {
    readonly cents: number;
    readonly otherYear: CivilDate | null;
    readonly otherExercise?: number;
    readonly afterAsOf?: CivilDate;
    readonly repeated?: LineOfExtract;
    readonly lastDate: CivilDate | null;
    readonly unreadLine: LineOfExtract | null;
    readonly effectlessLine: (LineOfExtract & { readonly reason: 'cancelled' | 'notValidated' }) | null;
  };
  /**
   * `entered`: the ledger has the operation, as something else than consumed in the year by the day, on `enteredOn`;
   * `isOfAnyYear`: the amounts of the extract may be of earlier years too; `unread`: a row with its
   * number and no amount that is read, in `cell`; `outside`: the workbook has its number on a row that is set aside for
   * a reason, or that is not read (without one).
   */
  'CHO-02': Operation & {
    readonly cents: number;
    readonly source: string;
    readonly lines: readonly number[];
    readonly date: CivilDate | null;
    readonly entered: GapExplained['kind'] | 'unread' | 'outside' | null;
    readonly enteredOn?: CivilDate;
    readonly isOfAnyYear?: true;
    readonly cell?: UnreadCellOfRow;
    readonly outside?: { readonly reason: string; readonly by: 'dp' | 'ej' };
  };
  /**
   * `listed`: the carry-over of an EJ beside its opening amount in ENV_RAP, or, with `isRolled`, beside the one that the
   * earlier years of the ledger leave. `cell`: another row of the EJ or of the DP has no amount that is read, so that
   * nothing is compared; `unreadLine`: a line of an extract that is not read has it. `gap`: one side has exactly what
   * is missing, and it is not compared. Absent without one.
   */
  'CHO-03': Operation & {
    readonly ledger: number;
    readonly chorus: number;
    readonly listed: boolean;
    readonly isRolled?: true;
    readonly cell?: UnreadCellOfRow;
    readonly unreadLine?: LineOfExtract;
    readonly gap?: GapExplained;
    /** Chorus has more AE, in which the share of earlier years may be. */
    readonly isOfAnyYear?: true;
    /** Chorus charges all of it to other credits than the convention's. */
    readonly isForeign?: true;
  };
  /** `ejNumber`: a payment found by its DP number, on another EJ in Chorus. */
  'CHO-04': Operation & {
    readonly field: ImputationField | 'ejNumber' | 'dpNumber';
    readonly ledger: Shares;
    readonly chorus: Shares;
    /** The other fields that differ. */
    readonly others: readonly (ImputationField | 'ejNumber' | 'dpNumber')[];
    /** Chorus has texts that are no known code, in each of those fields; absent elsewhere, as in former findings. */
    readonly isUnknown?: true;
    /** The codes of the convention, where Chorus has others and no code of the ledger contradicts it. */
    readonly allowed?: readonly string[];
  };
  'CHO-05': Operation & {
    readonly cents: number;
    readonly source: string;
    readonly line: number;
    readonly firstLine: number;
  };
}
