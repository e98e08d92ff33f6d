/**
 * A Chorus extract as the reconciliation sees it: movements on EJ and payments, each cell already read. The `chorus`
 * room makes it from any of the known shapes; nothing here knows of files or headings.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { Imputation } from '../imputation/imputation';
import type { Nature } from '../money/nature';
import type {
  AnnouncedPart,
  ExtractLack,
  ExtractRepair,
  IgnoredLine,
  UnheadedColumn,
  UnknownStatus,
  UncountedColumn,
  UnreadYears,
} from './extract-reading';

/**
 * The effect of a line of Chorus. `commitment`, `modification`, `decommitment` and `adjustment` move AE of the year;
 * `carryOver` brings an EJ not settled from an earlier year (bascule, type 350) and consumes nothing; `reimputation`
 * moves an amount between two imputations (types 600 and 650, net zero); `reduction` mirrors a payment on the EJ (type
 * 200) and is never a commitment; `payment` consumes CP; `certified` and `invoiced` are stages before payment, which
 * reserve CP.
 */
export type ChorusMovement =
  | 'commitment'
  | 'modification'
  | 'decommitment'
  | 'adjustment'
  | 'carryOver'
  | 'reimputation'
  | 'reduction'
  | 'certified'
  | 'invoiced'
  | 'payment';

/** A line of an extract. Absent values are empty strings or null; codes are kept as read. */
export interface ChorusLine {
  /** Number of the line in its file or sheet, from 1, to show. */
  readonly line: number;
  readonly movement: ChorusMovement;
  readonly nature: Nature;
  /**
   * Ten digits; empty for a payment without EJ (`#`); as read when it is not an EJ number (`repairs` reports lost
   * digits).
   */
  readonly ej: string;
  readonly ejLine: string;
  /** Ten digits, padded; empty when the shape has none. */
  readonly dp: string;
  readonly dpLine: string;
  readonly company: string;
  readonly exercise: number | null;
  readonly imputation: Imputation;
  readonly date: CivilDate | null;
  readonly cents: number;
  readonly supplier: string;
}

/**
 * The known shapes and the natures that each gives even when it has no line. Where two extracts give the same EJ, the
 * shape listed first is preferred: the national extract to a regional one.
 */
export const SHAPES = {
  nationalAe: ['AE'],
  nationalCp: ['CP'],
  infBud53Ae: ['AE'],
  infBud53Cp: ['CP'],
  infBud53Measures: ['AE', 'CP'],
  jp51: ['AE'],
  jp57: ['CP'],
  journal: [],
  subvention: ['CP'],
  unnamed: [],
} as const satisfies Readonly<Record<string, readonly Nature[]>>;

/** One of them. */
export type ChorusShape = keyof typeof SHAPES;

/** Why a file, a sheet or a pasted text cannot be compared. */
export type ExtractRefusal =
  /** It is not an extract; a `table` has cells, but no headings of Chorus, and `fewHeadings` too few of them. */
  | {
      readonly code: 'notAnExtract';
      readonly source: string;
      readonly looksLike: 'pdf' | 'xls' | 'zip' | 'html' | 'empty' | 'binary' | 'table' | 'fewHeadings';
    }
  /**
   * The headings are those of Chorus, but a column without which nothing can be compared is missing: the amount, its
   * type, or the key of the line.
   */
  | {
      readonly code: 'extractIncomplete';
      readonly source: string;
      readonly missing: 'amount' | 'euros' | 'amountType' | 'key';
      /** The words that give another unit than euros, and their line; null for the name of the sheet or of the file. */
      readonly unit?: { readonly line: number | null; readonly text: string };
    }
  /** The extract can be read in several ways, and nothing in it shows which is right. */
  | { readonly code: 'extractAmbiguous'; readonly source: string; readonly candidates: readonly string[] }
  /** A hidden sheet beside visible extracts, of which it may be a copy. */
  | { readonly code: 'extractHidden'; readonly source: string }
  /** A sheet with operations beside extracts of the same workbook, which lack some of them, or give other amounts. */
  | { readonly code: 'extractRepeated'; readonly source: string };

/** The total of a measure that an extract shows, and whether its lines add up to it. */
export interface ShownTotal {
  /** The words of the measure (« Montant engagé »); empty where the extract has only one, or for all at once. */
  readonly measure: string;
  readonly cents: number;
  readonly agrees: boolean;
}

/** A whole extract. */
export interface ChorusExtract {
  /** File name or sheet name, to show. */
  readonly source: string;
  readonly shape: ChorusShape;
  readonly lines: readonly ChorusLine[];
  readonly ignored: readonly IgnoredLine[];
  readonly repairs: readonly ExtractRepair[];
  /** Data that it lacks: comparisons on them are not possible. */
  readonly lacks: readonly ExtractLack[];
  /** The sums that the extract's own total rows show; empty when it has none. */
  readonly shownTotals: readonly ShownTotal[];
  /** Columns with amounts that have no heading, and are not read; absent without any. */
  readonly unheaded?: readonly UnheadedColumn[];
  /** Columns of amounts with a heading that is not known; absent without any. */
  readonly unused?: readonly UncountedColumn[];
  /** Words that may take the effect of a line away; its amount counts. Absent without any. */
  readonly statuses?: readonly UnknownStatus[];
  /** Years and dates that are not read, beside lines that count without any. Absent without any. */
  readonly years?: readonly UnreadYears[];
  /** The day of its data: that of its last change that it gives beside the dates of its lines; absent without one. */
  readonly updated?: CivilDate;
  /** Its column of dates is that of the creation of the EJ: one created in the year brings nothing forward. */
  readonly datesCreation?: true;
  /** Absent for an extract without such words. */
  readonly part?: AnnouncedPart;
  /** Of a sheet that looks like an extract, beside others that are read, and cannot be: it has no line. */
  readonly refusal?: ExtractRefusal;
}

/** A sheet that looks like an extract and is not read. */
export function refusedExtract(refusal: ExtractRefusal): ChorusExtract {
  const nothing = { lines: [], ignored: [], repairs: [], lacks: [] };
  return { source: refusal.source, shape: 'unnamed', ...nothing, shownTotals: [], refusal };
}
