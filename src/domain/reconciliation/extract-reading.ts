/**
 * The rows and cells of an extract that are no line of it, or that are read with a reserve: repairs, lines that count
 * for nothing, data that it lacks, and words that announce that it is not whole.
 */

/**
 * A repair made to read the extract, with its count. `numberDamaged` and `dateUnreadable` are reported and not repaired:
 * the line is read, and that cell has lost digits (`4,991E+13`) or is no date. `separator` is a first line `sep=;`,
 * which is obeyed; `filledDown`: the number and the codes of a group, written on its first line alone.
 */
export interface ExtractRepair {
  readonly kind:
    | 'strayQuotes'
    | 'raggedRow'
    | 'encoding'
    | 'leadingZero'
    | 'separator'
    | 'entity'
    | 'prefixRemoved'
    | 'nulByte'
    | 'decimalPart'
    | 'centsRounded'
    | 'numberDamaged'
    | 'dateUnreadable'
    | 'filledDown';
  /** First line concerned, from 1. */
  readonly line: number;
  readonly count: number;
}

/** Why a line of an extract consumes nothing: Chorus cancelled it, or did not validate it yet. */
export type EffectlessReason = 'cancelled' | 'notValidated';

/**
 * A line of the extract that counts for nothing, and why. `headings`: the headings again, as on each page of an export;
 * `note`: words without amount nor number of EJ or DP; `otherCurrency`: its amount is not in euros; `reservation`: types
 * de valeur 50 and 80 to 82, which block credits and consume nothing; `tooManyCells`: more cells than headings, so that
 * no cell can be attributed to a column; `otherHeadings`: another table, with its own headings; `aboveHeadings`: a number
 * of EJ or of DP beside an amount, above the headings; `cutShort`: the file ends inside the line; `cancelled`,
 * `notValidated`: the extract gives it as such.
 */
export interface IgnoredLine {
  readonly line: number;
  readonly reason:
    | 'empty'
    | 'total'
    | 'preamble'
    | 'headings'
    | 'note'
    | 'amountUnreadable'
    | 'otherCurrency'
    | 'movementUnknown'
    | 'zero'
    | 'reservation'
    | 'tooManyCells'
    | 'otherHeadings'
    | 'aboveHeadings'
    | 'cutShort'
    | EffectlessReason;
  /** The cells that were read, to show; never a bank column. */
  readonly raw: string;
  /** Ten digits; absent when it has none, or when no cell can be attributed to a column. */
  readonly ej?: string;
  /** Ten digits, as `ej`. */
  readonly dp?: string;
  /** The numbers that may be of its EJ or of its DP, where no cell can be attributed to a column: ten digits each. */
  readonly numbers?: readonly string[];
  /** The amount of a row that is not read, where it is known in spite of that. */
  readonly cents?: number | null;
}

/**
 * Data that an extract lacks, because a column is missing or the shape never has it. `envelope` is the axe ministériel
 * 2; `dp` is lacking only where there are payments; `carryOver`: the amounts committed include the bascule of earlier
 * years without distinguishing it.
 */
export type ExtractLack = 'ej' | 'ejLine' | 'dp' | 'date' | 'imputation' | 'envelope' | 'carryOver';

/** Words of an extract that announce that it is not whole (« limite de 500 lignes atteinte »), and their line. */
export interface AnnouncedPart {
  readonly line: number;
  readonly words: string;
  /** The pages that the extract holds, of how many; absent when its words give none. */
  readonly pages?: { readonly held: readonly number[]; readonly of: number };
}

/** A column of amounts without a heading: the nearest heading, and how many amounts it holds. */
export interface UnheadedColumn {
  readonly beside: string;
  readonly count: number;
}

/** A column of amounts that no line counts: its heading, how many amounts it holds, and their sum. */
export interface UncountedColumn {
  readonly heading: string;
  readonly count: number;
  readonly cents: number;
}

/**
 * Words of a status that are not known (« Bloquée »), or a remark: the heading (empty at the right of the table), the
 * first line, and how many lines have them. `isStruck`: the text of a cell that is crossed out, without a heading.
 */
export interface UnknownStatus {
  readonly heading: string;
  readonly words: string;
  readonly isStruck?: true;
  readonly line: number;
  readonly count: number;
}

/**
 * Years or dates that are not read, the first of them and its line. `exercise`: texts of the column of the exercice;
 * `above`: the exercice above the headings, of lines without a date; `column`: one whose heading is not known, beside
 * such lines. `years`: those that such a column names; empty for the others.
 */
export interface UnreadYears {
  readonly kind: 'exercise' | 'above' | 'column';
  /** Empty above the headings. */
  readonly heading: string;
  readonly words: string;
  readonly line: number;
  readonly count: number;
  readonly years: readonly number[];
}
