/** Credits as a convention gives them: ceilings by nature, for an envelope and for each of its postes. */
import type { Euros } from '../money/euros';
import type { Nature } from '../money/nature';

/** The effect of exceeding a ceiling: an error, a warning, or an information. */
export type CeilingMode = 'blocking' | 'warning' | 'information';

/** Shares of a ceiling (0.7 = 70 %) at which the team wants a warning; ascending. */
export interface Thresholds {
  readonly information: number;
  readonly warning: number;
}

/** A ceiling of one nature; null in its place means that the convention sets none. */
export interface Ceiling<N extends Nature> {
  readonly amount: Euros<N>;
  readonly mode: CeilingMode;
}

/** The excess over a ceiling that the convention tolerates: a share of it, or an amount in cents. */
export type Tolerance = { readonly share: number } | { readonly cents: number };

/** Ceilings of both natures. */
export interface Ceilings {
  readonly AE: Ceiling<'AE'> | null;
  readonly CP: Ceiling<'CP'> | null;
}

/** Poste de dépense: a line of an annex, inside one envelope. */
export interface BudgetLine {
  /** Position in the convention, from 0: the identifier of the line inside this object. */
  readonly index: number;
  readonly envelope: string;
  /** The words of the annex, whole. */
  readonly label: string;
  /** Short names that a team uses for it. */
  readonly aliases: readonly string[];
  /**
   * « Montant DGEFP »: the AE delegated on this line, and its CP ceiling too (the opening RAP has no line: art. 1.2).
   */
  readonly delegated: Euros<'AE'>;
  /** « Montant TOTAL » with the co-funding, for information; never summed with the envelope. */
  readonly total: Euros | null;
  readonly mode: CeilingMode;
  /**
   * Ceilings of its own where the convention gives them by nature (AE only, CP only); null: `delegated` bounds both.
   */
  readonly ceilings: Ceilings | null;
  /** Null: no alert on this line. */
  readonly thresholds: Thresholds | null;
  /** Absent: no excess is tolerated. */
  readonly tolerance?: Tolerance;
  /** Titre of its expenses (« 2 », « 3 »); absent: that of its envelope. */
  readonly titre?: string;
}

/** Enveloppe: credits given to one beneficiary; not fungible without authorisation (art. 1.2). */
export interface Envelope {
  readonly code: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly ceilings: Ceilings;
  /** Opening restes à payer: the part of the CP ceiling given for earlier EJ (« dont RAP »). */
  readonly openingRap: Euros<'CP'>;
  readonly thresholds: Thresholds;
  /** Announced share of the délégant in « Montant TOTAL » (0.5 = 50 %), for ANX-03; null when none is announced. */
  readonly share: number | null;
  /** How the convention words its annex. */
  readonly annex: AnnexWords;
  /** Absent: no excess is tolerated. */
  readonly tolerance?: Tolerance;
  /** Titre of its expenses; absent: not known. */
  readonly titre?: string;
  readonly lines: readonly BudgetLine[];
  /**
   * The postes that only other credit years give it, without an amount of this one: a payment on an EJ of theirs is
   * theirs. In no annex. Absent: none.
   */
  readonly otherLines?: readonly BudgetLine[];
}

/** The postes that a row of the ledger may name: those of the credit year, then those of the others. */
export function everyLineOf({ lines, otherLines = [] }: Envelope): readonly BudgetLine[] {
  return otherLines.length === 0 ? lines : [...lines, ...otherLines];
}

/** The words of an annex as the convention prints them; empty ones take the usual form. */
export interface AnnexWords {
  /** « Annexe n°2 : Répartition budgétaire DGEFP pour « Signaux Faibles » (2023) ». */
  readonly title: string;
  /** The heading of the delegated amounts: « Montant DGEFP 2023 ». */
  readonly amountHeading: string;
}

/** An earlier EJ whose payments draw on the opening RAP. */
export interface RapEntry {
  readonly ej: string;
  readonly amount: Euros<'CP'>;
}
