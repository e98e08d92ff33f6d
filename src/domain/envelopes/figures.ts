/**
 * The figures of one envelope (or poste, or the whole convention) for one nature. A figure is never made out of
 * nothing: where the ledger lacks a column that makes it, it is null.
 */
import type { CivilDate } from '../calendar/civil-date';
import { Euros } from '../money/euros';
import type { KnownCents } from '../money/known-cents';
import type { Nature } from '../money/nature';
import { rateOf } from '../money/rate';
import type { PartCeiling } from './allowances/allowances';
import { everyLineOf, type BudgetLine, type Envelope } from './envelope';
import type { LedgerField, RowKey } from './ledger';
import type { MissingColumns } from './missing-columns';
import type { Unnamed } from './naming/envelope-namer';
import type { OutstandingByEj } from './outstanding/outstanding-by-ej';

/** Amounts of one nature at a date, calculated. */
export interface CalculatedFigures<N extends Nature = Nature> {
  readonly allocated: Euros<N>;
  readonly consumed: Euros<N>;
  readonly reserved: Euros<N>;
  /** allocated − consumed; negative when the ceiling is exceeded. */
  readonly remaining: Euros<N>;
  /** remaining − reserved. */
  readonly available: Euros<N>;
  /**
   * consumed / allocated as a decimal string (`"0.85394"`, cut after twelve decimals); null (« s.o. ») when none is
   * allocated.
   */
  readonly rate: string | null;
  readonly missing: null;
}

/**
 * Amounts of one nature in which nothing bounds the subject: no ceiling of the convention and no movement. The
 * consumption is known; what remains is not, and is never zero less the consumption.
 */
export interface UnboundedFigures<N extends Nature = Nature> {
  readonly allocated: null;
  readonly consumed: Euros<N>;
  readonly reserved: Euros<N>;
  readonly remaining: null;
  readonly available: null;
  readonly rate: null;
  readonly missing: null;
}

/**
 * Amounts of one nature that the ledger does not make: all of them are unknown, except the allocation, which comes from
 * the convention; null where it gives none.
 */
export interface UnknownFigures<N extends Nature = Nature> {
  readonly allocated: Euros<N> | null;
  readonly consumed: null;
  readonly reserved: null;
  readonly remaining: null;
  readonly available: null;
  readonly rate: null;
  /** The column that would make them. */
  readonly missing: LedgerField;
}

/** Amounts of one nature at a date: calculated, without a ceiling, or « non calculables ». */
export type Figures<N extends Nature = Nature> = CalculatedFigures<N> | UnboundedFigures<N> | UnknownFigures<N>;

/** True for figures whose terms are all known, the allocation too. */
export function areCalculated<N extends Nature>(figures: Figures<N>): figures is CalculatedFigures<N> {
  return figures.missing === null && figures.allocated !== null;
}

/**
 * The subject of a figure: `envelope` is a code or `'*'`; `line` is the index of a poste, null for the whole envelope.
 */
export interface FigureKey {
  readonly envelope: string;
  readonly line: number | null;
}

/** A row that could not be counted, and why. */
export interface UncheckedRow {
  readonly row: RowKey;
  readonly reason: UncheckedReason;
}

/**
 * An amount of an unchecked row that figures of the date would count; or one of a payment whose date cannot be read,
 * which is reserved and may be paid.
 */
export interface MissedAmount {
  readonly row: RowKey;
  readonly reason: UncheckedReason | 'paymentDateUnread';
  /** The envelope that the row is charged to; null when it names none. */
  readonly envelope: string | null;
  /** The index of its poste; null for none. */
  readonly line: number | null;
  /** Null for an amount that is AE or CP by words that nothing understands (LEC-05). */
  readonly nature: Nature | null;
  /** The term of each nature that it would add to; both null for one that only restes à payer would count. */
  readonly addsTo: Readonly<Record<Nature, 'consumed' | 'reserved' | null>>;
  /** Null for an amount that is not read. */
  readonly cents: KnownCents;
}

/** Why a row could not be counted. */
export type UncheckedReason = Unnamed | 'amountUnreadable';

/** The figures of the ceilings over a programme or a titre, which are those of no envelope. */
export interface PartFigures {
  figures(ceiling: PartCeiling, nature: Nature): Figures;
}

/** Balances over a ledger at a date. `LedgerIndex` implements it. */
export interface Balances {
  readonly asOf: CivilDate;
  /** Figures of a key; throws on an unknown envelope or line (resolve names first). */
  figures(key: FigureKey, nature: 'AE'): Figures<'AE'>;
  figures(key: FigureKey, nature: 'CP'): Figures<'CP'>;
  figures(key: FigureKey, nature: Nature): Figures;
  readonly parts: PartFigures;
  /** True for a poste to which a row adds something, or that has an amount; throws on an unknown one. */
  isUsed(line: number): boolean;
  /**
   * Restes à payer: committed − decommitted − paid on the EJ of the envelope, whatever the year; null without the
   * columns that make them (`missing.outstanding`).
   */
  outstanding(envelope: string): Euros | null;
  /** The same by EJ; meaningless where `outstanding` is null. */
  readonly byEj: OutstandingByEj;
  /** CP paid in the year on earlier EJ (those of the opening RAP), part of `consumed` CP, outside every poste; null as `consumed`. */
  rapPaid(envelope: string): Euros<'CP'> | null;
  /** The columns that figures lack. */
  readonly missing: MissingColumns;
  readonly unchecked: readonly UncheckedRow[];
  /** The amounts of these rows that the figures lack, in the order of the rows. */
  readonly missed: readonly MissedAmount[];
  /** The CP that are reserved, and perhaps paid: the date of their payment cannot be read. */
  readonly undated: readonly MissedAmount[];
  /** How many rows the figures count. */
  readonly counted: number;
}

/** The postes to show: those of the credit year, and those of other years that are used in it. */
export function shownLines(envelope: Envelope, balances: Pick<Balances, 'isUsed'>): readonly BudgetLine[] {
  return everyLineOf(envelope).filter((line, index) => index < envelope.lines.length || balances.isUsed(line.index));
}

/** The figures of sums in cents; `allocated`: null where nothing bounds the subject. */
export function figuresOf(
  allocated: number | null,
  consumed: number,
  reserved: number,
): CalculatedFigures | UnboundedFigures {
  const realised = { consumed: Euros.fromCents(consumed), reserved: Euros.fromCents(reserved), missing: null };
  if (allocated === null) return { ...realised, allocated: null, remaining: null, available: null, rate: null };
  return {
    ...realised,
    allocated: Euros.fromCents(allocated),
    remaining: Euros.fromCents(allocated - consumed),
    available: Euros.fromCents(allocated - consumed - reserved),
    rate: rateOf(consumed, allocated),
  };
}

/** The figures that a ledger without the column does not make. */
export function unknownFigures(allocated: number | null, missing: LedgerField): UnknownFigures {
  const none = { consumed: null, reserved: null, remaining: null, available: null, rate: null };
  return { allocated: allocated === null ? null : Euros.fromCents(allocated), ...none, missing };
}
