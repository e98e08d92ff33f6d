/** The parts of the workbook that the reading left out, or that it inferred: places of sheets, not rows of the ledger. */
import type { LabelPeriod } from '../calendar/label-period';
/**
 * Why an area with operations is not read. `mayBeSpent`: words and typed amounts without a number, a date or an
 * envelope; `besideRows`: amounts beside the rows of the ledger, under no heading of amounts; `copy`: half of its
 * operations at least are in the ledger; `aside`: by the name of its sheet; `doubtful`: neither committed nor paid,
 * perhaps; `natureOpen`: on EJ committed elsewhere, AE or CP; `contracts`: whose orders are in the ledger; `unpaid`:
 * invoices or orders, some without payment in the ledger; `summary`: of rows that are elsewhere; `registerCopy`,
 * `registerDiffers`: a copy of a table of the convention, the same or not; the second may have no amount.
 */
export const UNREAD_REASONS = [
  ...(['mayBeSpent', 'besideRows', 'copy', 'aside', 'doubtful'] as const),
  ...(['natureOpen', 'contracts', 'unpaid', 'summary', 'registerCopy', 'registerDiffers'] as const),
] as const;

/** One of them. */
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** Amounts that no figure counts, or that are counted outside every table. Sums in cents. */
export interface UnreadAmounts {
  /**
   * `area`: a sheet, a table or a block (LEC-01); `beside`: rows next to a table of the ledger, or below a register of
   * the convention (LEC-02); `column`: of the ledger, or added to a register of the convention (LEC-03).
   */
  readonly what: 'area' | 'beside' | 'column';
  readonly sheet: string;
  /** `B12:F30`. */
  readonly area: string;
  /** Of a column; the name of the register that rows are below; empty for the others. */
  readonly heading: string;
  readonly rows: number;
  readonly ae: number;
  readonly cp: number;
  /** Amounts that are neither, or not known to be. */
  readonly other: number;
  /** Amounts that cannot be read, in no sum; absent when there is none. */
  readonly unreadable?: number;
  /** The heading is of another currency, or of a unit that is not read: « Montant ($) ». */
  readonly isInOtherUnit?: true;
  /** The column was added to a register of the convention, where it can be mapped to no field; or rows are below it. */
  readonly isOfRegister?: true;
  /** The column is outside the table whose rows it is on: it can be mapped to no field. */
  readonly isApart?: true;
  /** The user decided that the place is of the ledger, and no row of it can be read as an operation. */
  readonly isAsked?: true;
  /** Of an area. Absent: operations that the ledger does not take in. */
  readonly why?: UnreadReason;
  /** The cents that formulas of the ledger take from it, which are not its sum; absent without such a formula. */
  readonly taken?: number;
  readonly isHidden: boolean;
  /** True for rows below a Table, which are counted although the Table does not hold them. */
  readonly isCounted: boolean;
  /** The Table can take the rows in as they are. Absent: something is between or in the way. */
  readonly isExtendable?: true;
  /** The rows are in a place that was set aside, but the user did not see them then: inserted, moved or changed since. */
  readonly isAmongAside?: true;
}

/** An envelope that rows do not write: it comes from something around them (LEC-07). */
export interface InferredEnvelope {
  /** The code of the envelope. */
  readonly envelope: string;
  /**
   * `heading`: of the amounts, beside those of other envelopes; `above`: the cell above, of the same group or merged
   * cell; `only`: the convention has no other.
   */
  readonly from: 'title' | 'heading' | 'sheet' | 'above' | 'only';
  /** The title, the heading, or the name of the sheet; the envelope itself where it is the only one. */
  readonly text: string;
  readonly sheet: string;
  /** The rows concerned: `B12:F30`. */
  readonly area: string;
  readonly rows: number;
}

/** A figure that somebody typed outside the ledger, in a summary: « PDE | AE engagées | 9 000 » (DON-05). */
export interface StatedFigure {
  readonly sheet: string;
  /** Its cell: `C4`. */
  readonly area: string;
  /** The code of its envelope; null for the whole convention, or where nothing names one. */
  readonly envelope: string | null;
  readonly figure: 'aeConsumed' | 'cpConsumed' | 'aeRemaining' | 'cpRemaining' | 'outstanding';
  /** « AE » alone beside an envelope, which may also be its credits. */
  readonly mayBeGiven?: true;
  readonly cents: number;
  /** A figure in whole euros, or thousands of euros, is rounded: half of that unit, in cents. */
  readonly margin: number;
  /** Its labels: « PDE / AE engagées ». */
  readonly words: string;
  /** Those that its labels and titles name. */
  readonly periods: readonly LabelPeriod[];
}

/** The unread columns of dates that may be one which a table lacks, by their headings. */
export type DatesLeft = Readonly<Partial<Record<'commitmentDate' | 'paymentDate', readonly string[]>>>;

/** A row that the user set aside, or that nothing reads, with the number of an EJ or of a DP. */
export interface RowOutside {
  readonly sheet: string;
  /** `A3:T3`. */
  readonly area: string;
  /** Of the user; empty for a row that is not read. */
  readonly reason: string;
  /** It has no other number. */
  readonly isAlone: boolean;
}

/** Those rows by number, of ten digits. */
export type NumbersOutside = { get(number: string): readonly RowOutside[] };

/** The parts of the workbook that the reading left out, and the envelopes that it inferred. */
export interface ReadingFacts {
  readonly unread: readonly UnreadAmounts[];
  readonly inferred: readonly InferredEnvelope[];
  /** Absent: none. */
  readonly stated?: readonly StatedFigure[];
  readonly outside?: NumbersOutside;
}

/**
 * How many amounts of a column count, and their sums in cents, while nobody sees them as they count. `column`: it is
 * hidden; `figures`: their cells show no amount; `signs`: nor their minus; `units`: they are shown in another unit;
 * `colors`: they are white on white; `rules`: a conditional format may hide them; `otherRules`: or show them otherwise;
 * `withoutTax`: their heading or a title gives them without tax, and the tax is paid from the same credits.
 */
export interface UnseenSums extends Readonly<Record<'count' | 'ae' | 'cp', number>> {
  readonly what: 'column' | 'figures' | 'signs' | 'units' | 'colors' | 'rules' | 'otherRules' | 'withoutTax';
  /** Of `units`: the text of the first cell, and the cents that it counts for. */
  readonly example?: { readonly shown: string; readonly cents: number };
}

/**
 * The doubt on a row, as the reading found it: the row counts, and is reported (LEC-05). `raw` is empty for a day,
 * `heading` for a title. `about`: its amount, the whole row, its payment, or the name of its sheet; `unpaid`: its day
 * of payment, which the words deny; `aeSum`, `cpSum`: its AE or its CP, which other rows of its EJ, `raw`, detail;
 * `aeAgain`: its AE, which one of them has; `aeStage`: also, this row being a later stage, « Service fait »;
 * `operation`: the kind of its operation, in words that are none; `earlier`: its EJ is announced as of an earlier year;
 * `movement`: its type of amount in Chorus is of no operation; `aeYear`, `cpYear`: its column is of another year than
 * its day (`aeInYear`: and counts), `cpPast`: of a past year, without a day; `cpGrows`: its CP may be of all until then;
 * `replaced`: the row of the EJ `raw`, or with these words, may be the one that counts; absent where the row may be
 * out. `beside`: the words are in no cell of the table but in a note on its row, on its `heading` or elsewhere on its
 * sheet, the message of a validation of its column (`prompt`), the header or footer of its pages, a text box.
 */
export interface RowMark {
  readonly heading: string;
  readonly raw: string;
  readonly about?:
    | ('amount' | 'row' | 'payment' | 'unpaid' | 'sheet' | 'operation' | 'aeSum' | 'cpSum' | 'earlier' | 'replaced')
    | ('movement' | 'aeYear' | 'aeInYear' | 'cpYear' | 'cpPast' | 'cpGrows' | 'aeAgain' | 'aeStage');
  readonly beside?: 'row' | 'heading' | 'prompt' | 'sheet' | 'page' | 'shape';
}

/**
 * The doubt by which an amount is not read: its unit, its side, a payment that is issued, the nature of its section;
 * `shared`, `covered`: one cell is merged over rows of several envelopes, on the first of them or on another.
 */
export type AmountDoubt = 'unit' | 'side' | 'issued' | 'section' | 'shared' | 'covered';

/**
 * A text of a row in a column that no field has. `piece`: it identifies what is paid, as « N° facture » and « Mois » do;
 * `words`, or a `remark`: it may be about anything.
 */
export interface OtherText {
  readonly heading: string;
  readonly text: string;
  readonly is: 'piece' | 'words' | 'remark';
}

/** The doubts on a row (LEC-05). */
export interface MarkedRow {
  /** « X » under « Hors convention », empty for a day; a title; the name of a `sheet`; a doubt on the rest. */
  readonly mark?: RowMark;
  /** Doubts of other kinds on the same row. Absent: none. */
  readonly otherMarks?: readonly RowMark[];
}

/** All the doubts on a row, each of another kind; the first one is that of the whole row, where there is one. */
export function marksOf(row: {
  readonly mark?: RowMark;
  readonly otherMarks?: readonly RowMark[];
}): readonly RowMark[] {
  return row.mark === undefined ? [] : [row.mark, ...(row.otherMarks ?? [])];
}

/** The row with one more doubt; the same row when it has one of that kind, or in the same words. */
export function withMark<R extends MarkedRow>(row: R, mark: RowMark): R {
  if (row.mark === undefined) return { ...row, mark };
  const isKnown = marksOf(row).some((one) => kindOf(one) === kindOf(mark) || areTheSame(one, mark));
  return isKnown ? row : { ...row, otherMarks: [...(row.otherMarks ?? []), mark] };
}

/** The whole row, or a part of it: its amount, its payment, its year. */
function kindOf({ about = 'row' }: RowMark): string {
  return about === 'sheet' || about === 'operation' || about === 'replaced' ? 'row' : about;
}

function areTheSame(one: RowMark, other: RowMark): boolean {
  return one.heading === other.heading && one.raw === other.raw;
}
