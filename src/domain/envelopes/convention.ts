/**
 * A convention de délégation de gestion as the rules see it: parties, dates, ceilings by envelope and by poste, exact
 * codes, dated movements. Nothing here is particular to one convention (décret 2004-1085).
 */
import type { CivilDate } from '../calendar/civil-date';
import type { ImputationField } from '../imputation/imputation';
import type { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import type { FurtherTerms } from './terms';

/** What happens above a ceiling: an error, a warning, or an information. */
export type CeilingMode = 'blocking' | 'warning' | 'information';

/** Shares of a ceiling (0.7 = 70 %) at which the team wants to be told; ascending. */
export interface Thresholds {
  readonly information: number;
  readonly warning: number;
}

/** A ceiling of one nature; null in its place means that the convention sets none. */
export interface Ceiling<N extends Nature> {
  readonly amount: Euros<N>;
  readonly mode: CeilingMode;
}

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
  readonly lines: readonly BudgetLine[];
}

/** The words of an annex as the convention prints them; empty ones take the usual form. */
export interface AnnexWords {
  /** « Annexe n°2 : Répartition budgétaire DGEFP pour « Signaux Faibles » (2023) ». */
  readonly title: string;
  /** The heading of the delegated amounts: « Montant DGEFP 2023 ». */
  readonly amountHeading: string;
}

/** A code that the convention allows in a field; several rules of one field are alternatives. */
export interface ImputationRule {
  readonly field: ImputationField;
  /** What the convention calls it (« Activité(s) », art. 3); empty: the usual name of the field. */
  readonly label: string;
  /** The code; `*` stands for any characters and `?` for one (« 0103-01-* »). */
  readonly value: string;
  /** Other spellings of the same code found in the convention itself (activity `10300000104`, art. 3). */
  readonly aliases: readonly string[];
  /** Only for this envelope; null for all. */
  readonly envelope: string | null;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
}

/** Avenant, virement, report, gel, rétablissement. */
export type MovementType = 'amendment' | 'transfer' | 'carryOver' | 'freeze' | 'restoration';

/** A dated change of ceilings (avenant, virement, report, gel, rétablissement). */
export interface Movement {
  /** Position in the table of movements, from 0. */
  readonly index: number;
  readonly date: CivilDate | null;
  readonly type: MovementType;
  /** Envelope that gives (transfer, freeze); null when none. */
  readonly from: string | null;
  /** Envelope that receives (amendment, transfer, carry-over, restoration); null when none. */
  readonly to: string | null;
  readonly nature: Nature;
  readonly amount: Euros;
  readonly reference: string;
  readonly authorisedBy: string;
  readonly authorisedOn: CivilDate | null;
}

/** An earlier EJ whose payments draw on the opening RAP. */
export interface RapEntry {
  readonly ej: string;
  readonly amount: Euros<'CP'>;
}

/** Which events the end of the convention bounds (art. 5 of the 2023 convention: all three). */
export type BoundedEvent = 'commitment' | 'serviceCertified' | 'payment';

/** A party; the one who signs need not be the representative. */
export interface Party {
  readonly name: string;
  readonly representative: string;
  readonly signatory: string;
}

/** Which public holidays count (C. trav. L3133-1, L3134-13). */
export type HolidayZone = 'national' | 'alsace-moselle';

/** The whole convention, as read from the workbook's tables or from a data file. */
export interface Convention extends FurtherTerms {
  /** Identifier of the data file, e.g. `dgefp-dge-2023`; empty when the workbook names none. */
  readonly id: string;
  /** NOR or other reference, e.g. `ECOI2236199X`. */
  readonly reference: string;
  readonly title: string;
  readonly delegants: readonly Party[];
  readonly delegates: readonly Party[];
  readonly signedOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly creditYear: number;
  readonly noticeMonths: number;
  /** Days to answer a request of the délégant (art. 2.2: five jours ouvrés). */
  readonly replyWorkingDays: number;
  readonly holidayZone: HolidayZone;
  readonly endAppliesTo: readonly BoundedEvent[];
  /** The whole convention's own ceilings (art. 1.2), as printed. */
  readonly ceilings: Ceilings;
  readonly envelopes: readonly Envelope[];
  readonly imputation: readonly ImputationRule[];
  readonly movements: readonly Movement[];
  readonly rap: readonly RapEntry[];
}
