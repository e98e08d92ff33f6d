/**
 * The figures of one envelope (or poste, or the whole convention) for one nature, as defined by the product's contract
 * §2.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import type { RowKey } from './ledger';

/** Amounts of one nature at a date. */
export interface Figures<N extends Nature = Nature> {
  readonly allocated: Euros<N>;
  readonly consumed: Euros<N>;
  readonly reserved: Euros<N>;
  /** allocated − consumed; negative when the ceiling is exceeded. */
  readonly remaining: Euros<N>;
  /** remaining − reserved. */
  readonly available: Euros<N>;
  /**
   * consumed / allocated as a decimal string (`"0.85394"`, cut after six decimals); null (« s.o. ») when none is
   * allocated.
   */
  readonly rate: string | null;
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

/** Why a row could not be counted. */
export type UncheckedReason = 'envelopeAbsent' | 'envelopeUnknown' | 'amountUnreadable';

/** Balances over a ledger at a date. `LedgerIndex` implements it. */
export interface Balances {
  readonly asOf: CivilDate;
  /** Figures of a key; throws on an unknown envelope or line (resolve names first). */
  figures(key: FigureKey, nature: 'AE'): Figures<'AE'>;
  figures(key: FigureKey, nature: 'CP'): Figures<'CP'>;
  figures(key: FigureKey, nature: Nature): Figures;
  /** Restes à payer: opening RAP + AE consumed − decommitments on earlier EJ − CP consumed. */
  outstanding(envelope: string): Euros;
  /** CP paid on earlier EJ (those of the RAP list), part of `consumed` CP, outside every poste. */
  rapPaid(envelope: string): Euros<'CP'>;
  readonly unchecked: readonly UncheckedRow[];
}
