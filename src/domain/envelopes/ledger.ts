/**
 * The ledger as the rules see it: one entry per row of the team's table, each cell already read, none judged. The
 * workbook room makes it and keeps the place of each row, which the domain never learns.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { Imputation, ImputationField } from '../imputation/imputation';
import type { AmountDoubt, DatesLeft, MarkedRow, OtherText, ReadingFacts, UnseenSums } from './reading-facts';

declare const rowBrand: unique symbol;

/** Identifies a row of the ledger; ascending in reading order (first sheet to last, top to bottom). */
export type RowKey = number & { readonly [rowBrand]: true };

/** The columns that a ledger may have. */
export type LedgerField =
  | ImputationField
  | 'operation'
  | 'status'
  | 'budgetLine'
  | 'ejNumber'
  | 'ejLine'
  | 'dpNumber'
  | 'dpLine'
  | 'supplier'
  | 'label'
  | 'commitmentDate'
  | 'serviceDate'
  | 'receiptDate'
  | 'paymentDate'
  | 'contractEnd'
  | 'ae'
  | 'cp';

/** The reading of an amount cell. */
export type AmountReading =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'amount';
      readonly cents: number;
      /** Kept as text in the cell: a native formula would not see it (DON-02). */
      readonly asText: boolean;
      /** Had more than two decimals; `cents` is rounded half away from zero (DON-09). */
      readonly rounded: boolean;
      readonly raw: string;
      /** Typed with a plus although the operation lowers (DON-10). Absent: the sign is that of the cell. */
      readonly against?: SignAgainst;
    }
  /** `nature`: words that put it in no figure, as `doubt` has it (LEC-05); `isAltered`: `raw` has digits that it has not. */
  | ({ readonly kind: 'unreadable'; readonly raw: string; readonly nature?: string } & Doubt)
  | { readonly kind: 'cellError'; readonly raw: string };
type Doubt = { readonly isAltered?: true; readonly doubt?: AmountDoubt };
/**
 * Words that lower an amount typed with a plus, or `raises`: the heading of payments that the team types with a minus.
 * `sure` and `likely`: `cents` has the other sign; `possible`: the words may be about something else, and `cents` is as
 * typed.
 */
export interface SignAgainst {
  readonly words: string;
  readonly certainty: 'sure' | 'likely' | 'possible';
  readonly raises?: true;
}

/** The reading of a date cell; `monthFirst`: a text that gives the month first, as its column proves. */
export type DateReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'date'; readonly date: CivilDate; readonly asText: boolean | 'monthFirst'; readonly raw: string }
  | { readonly kind: 'unreadable'; readonly raw: string }
  | { readonly kind: 'cellError'; readonly raw: string };

/** The reading of an EJ number cell; well formed is `^(1\d|2[0-2])\d{8}$`, `line` when its cell adds one: `…/10`. */
export type EjReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'ej'; readonly number: string; readonly line?: string; readonly raw: string }
  | { readonly kind: 'malformed'; readonly raw: string }
  | { readonly kind: 'cellError'; readonly raw: string };

/** `project`: a commitment not signed yet, which reserves AE. `cancelled`: struck by the team, it counts for nothing. */
export type RowStatus = 'firm' | 'project' | 'cancelled';

/** A row of the ledger. Equal readings are shared between rows. */
export interface LedgerRow extends MarkedRow {
  readonly key: RowKey;
  readonly imputation: Imputation;
  /** Poste de dépense as typed, trimmed; empty when absent. */
  readonly budgetLine: string;
  readonly status: RowStatus;
  /** Words of a status that nothing understands: the row is firm, out of prudence (LEC-05). Absent: none. */
  readonly unknownStatus?: string;
  /** The status as typed, which the comparison of two states shows. Absent: blank. */
  readonly statusText?: string;
  /** Kind of operation as typed (« EJ », « DP », « Retrait »), trimmed; empty when absent. */
  readonly operation: string;
  readonly ej: EjReading;
  readonly ejLine: string;
  readonly dpNumber: string;
  readonly dpLine: string;
  readonly supplier: string;
  readonly label: string;
  readonly commitmentDate: DateReading;
  readonly serviceDate: DateReading;
  readonly receiptDate: DateReading;
  readonly paymentDate: DateReading;
  /** End of the contract that the order depends on (PER-07). */
  readonly contractEnd: DateReading;
  /** AE committed by the row; negative for a retrait. Its CP. */
  readonly ae: AmountReading;
  readonly cp: AmountReading;
  /** Codes and poste that a payment without such columns takes from its EJ: judged there. Absent: none. */
  readonly inherited?: ReadonlySet<LedgerField>;
  /** The first part of the row of the sheet that has it as « Paiement 2 », « Avenant 1 ». Absent: it is that part. */
  readonly partOf?: RowKey;
  /** It is in advance, or lowers an EJ in advance (false: one that is not, now); the heading that suspends its delay. */
  readonly isInAdvance?: boolean;
  readonly suspension?: string;
  /** The number of the invoice that it pays, as typed. */
  readonly invoice?: string;
  readonly isOfEarlierYear?: true;
  /** Of a commitment without a day, in a convention of several years: the year that its column, title or sheet gives. */
  readonly creditYear?: number;
  /** Cells in error of the columns kept as texts, which no reading records (DON-06). Absent: none. */
  readonly errors?: readonly TextError[];
}

/** The columns kept as texts that decide where a row counts or identify its piece. */
export type TellingText = 'budgetLine' | 'status' | 'operation' | 'ejLine' | 'dpNumber' | 'dpLine';

/** An Excel error in one of them. */
export interface TextError {
  readonly field: TellingText;
  readonly raw: string;
}

/** A row of credits, `paid` or `given` by the act of its day, or a dated row of what is `left`: « Écart », « Consommé ». */
export type RowOfCredits = 'paid' | 'given' | 'left';
/** The rank of « Cumul », « Report »: totals since the beginning. */
export const RUNNING_TOTAL = 3;
/** A row that sums others (« Total »): never counted, compared with the rows that it may cover (DON-05). */
export interface TotalRow {
  readonly key: RowKey;
  /** Empty where only its formulas show a total. `names`: other texts, which may be of an envelope, a poste, a supplier. */
  readonly label: string;
  readonly names: readonly string[];
  /** 0: a group; 1: a part; 2: the table; `RUNNING_TOTAL`. */
  readonly rank: number;
  readonly ae: AmountReading;
  readonly cp: AmountReading;
  /** `ae` may be of AE, of CP, or of both. `mayBeCredits`: a dated « Report 2022 » that sums no rows; credits. */
  readonly isEither?: true;
  readonly mayBePayment?: true; // without a word, on a day of payment of its own
  readonly mayBeCredits?: true | RowOfCredits;
  readonly firstCovered: RowKey; // the one after the last total of its rank or of a higher one
}

/** Rows that nobody sees and that count all the same: hidden or filtered out, or on a hidden sheet (DON-07). */
export interface HiddenRows {
  readonly first: RowKey;
  readonly count: number;
  readonly what: 'rows' | 'sheet';
}

/** Amounts of one column of a sheet that nobody sees as they count, at the first of them (DON-07). */
export interface UnseenAmounts extends UnseenSums {
  readonly first: RowKey;
  readonly field: 'ae' | 'cp';
}

/** A row that counts although its amount, or else its EJ or its label of this heading, is crossed out (LEC-05). */
export interface StruckRow {
  readonly row: LedgerRow;
  readonly field: 'ae' | 'cp' | 'ejNumber' | 'label';
  readonly heading?: string;
}

/** The headings of one table of the ledger, which may be kept in several. */
export interface BlockHeadings {
  /** The place of findings on a whole column (DON-08): before the rows of the table, after those of another. */
  readonly row: RowKey;
  readonly fields: ReadonlySet<LedgerField>;
  readonly datesLeft?: DatesLeft;
  readonly hasOneDate?: true; // one column dates both its commitments and its payments
  /** Its payments are in columns of months, quarters or years: their day is not known. */
  readonly paysBy?: 'month' | 'quarter' | 'year';
}

/** The whole ledger. */
export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly totals: readonly TotalRow[];
  /** Rows of another year or convention, and cancelled ones: totals of the team may sum them too. Absent: none. */
  readonly leftOut?: readonly LedgerRow[];
  /** The columns that the team's tables have, all together; a control on another column is « non contrôlable ». */
  readonly fields: ReadonlySet<LedgerField>;
  readonly headings: readonly BlockHeadings[];
  readonly hidden: readonly HiddenRows[];
  readonly unseen?: readonly UnseenAmounts[];
  /** In reading order; texts beside rows, when one is asked for; what was left out or inferred. Absent: none. */
  readonly struck?: readonly StruckRow[];
  readonly otherTexts?: { get(key: RowKey): readonly OtherText[] | undefined };
  readonly reading?: ReadingFacts;
}
