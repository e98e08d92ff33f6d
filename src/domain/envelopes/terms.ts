/**
 * The further terms of conventions, besides credits and codes: duties with their delays, closing dates, requests of the
 * délégant, termination, and other credit years. Every one may be left out (`UNSAID`).
 */
import type { CivilDate } from '../calendar/civil-date';
import { NO_CORRESPONDENCE, type Correspondence } from './correspondence';
import { NO_ALLOWANCES, type Allowances } from './allowances/allowances';
import type { Ceilings, Envelope, RapEntry } from './envelope';
import type { UnreadCell } from '../unread-cells';

/** Which events the end of the convention bounds (art. 5 of the 2023 convention: all three). */
export type BoundedEvent = 'commitment' | 'serviceCertified' | 'payment';

/** How a delay is counted (CPC art. 641 and 642): ouvrés, ouvrables, francs, calendaires, or whole months. */
export type DelayUnit = 'working' | 'workable' | 'clear' | 'calendar' | 'months';

/** A delay from the day of an event, which does not count. */
export interface Delay {
  readonly count: number;
  readonly unit: DelayUnit;
}

/**
 * The kind of a duty. `yearlyReport`: bilan annuel (art. 2.2 of the 2023 convention); `finalReport`: compte rendu au
 * terme (art. 3); `insufficiency` and `unspent`: notices to the délégant (art. 3); `approvalBeforeCommitment` and
 * `approvalOfService`: avis of the délégant. `copyToComptrollers`: copy to both CBCM (art. 3); `authorisations`:
 * habilitations in Chorus, `creditsAvailable`: mise à disposition, both of the délégant (art. 2.1).
 */
export type DutyType =
  | 'yearlyReport'
  | 'finalReport'
  | 'insufficiency'
  | 'unspent'
  | 'approvalBeforeCommitment'
  | 'approvalOfService'
  | 'publication'
  | 'copyToComptrollers'
  | 'authorisations'
  | 'creditsAvailable'
  | 'other';

/** Avis simple or avis conforme. */
export type ApprovalKind = 'simple' | 'binding';

/** How often a duty comes back: each month, quarter, half-year or year, reported on after its end. */
export type Recurrence = 'month' | 'quarter' | 'halfYear' | 'year';

/** An obligation of a party, with its delay or its day. */
export interface Duty {
  /** Position in the table of duties, from 0. */
  readonly index: number;
  readonly type: DutyType;
  readonly label: string;
  /** Null when the convention sets none, or « sans délai ». */
  readonly delay: Delay | null;
  /** Day by which it is due; null when not fixed. */
  readonly dueOn: CivilDate | null;
  /** Day on which the team did it. */
  readonly doneOn: CivilDate | null;
  readonly addressee: string;
  readonly approval: ApprovalKind | null;
  /** Article that sets it, as the convention numbers it (« art. 2.2 »); empty when unknown. */
  readonly article: string;
  /** Absent: once. `doneOn` is then the day of the last one. */
  readonly every?: Recurrence;
  /** The délégant has to do it; absent: the délégataire. */
  readonly isOfDelegant?: true;
  /** Its cells that cannot be read, their usual value above: it is not controlled. Absent: none. */
  readonly unread?: readonly UnreadCell[];
}

/** A request of the délégant, to be answered within the reply delay (art. 2.2: five jours ouvrés). */
export interface InformationRequest {
  /** Position in the table of requests, from 0. */
  readonly index: number;
  readonly receivedOn: CivilDate | null;
  readonly subject: string;
  readonly answeredOn: CivilDate | null;
  /** The texts of its days that cannot be read, null above: whether it is late is not known. Absent: none. */
  readonly unread?: Readonly<Partial<Record<'receivedOn' | 'answeredOn', string>>>;
}

/** A notice of termination (décret 2004-1085, art. 5); the months of notice run from its receipt. */
export interface Termination {
  readonly sentOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
}

/** The last day of each kind of operation in Chorus before year-end closing, when the ministry sets one. */
export type ClosingDates = Readonly<Record<BoundedEvent, CivilDate | null>>;

/** The credits of one more year of a convention that covers several. */
export interface YearTerms {
  readonly year: number;
  readonly ceilings: Ceilings;
  /** The index of a poste is unique among all the years of the convention. */
  readonly envelopes: readonly Envelope[];
  /** The EJ that are earlier ones in that year, behind its opening RAP. */
  readonly rap: readonly RapEntry[];
}

/** An indicator that the yearly qualitative report must give (art. 2.2): a row to complete. */
export interface ExpectedIndicator {
  readonly theme: string;
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
}

/** A milestone to follow: a row to complete. */
export interface ExpectedMilestone {
  /** Code of the envelope. */
  readonly envelope: string;
  readonly milestone: string;
  readonly plannedOn: CivilDate | null;
}

/** Terms that a convention may leave unsaid. */
export interface FurtherTerms extends Allowances {
  /** How `replyWorkingDays` is counted. */
  readonly replyUnit: DelayUnit;
  readonly duties: readonly Duty[];
  readonly requests: readonly InformationRequest[];
  readonly closing: ClosingDates;
  readonly termination: Termination | null;
  /** Calendar days to pay from the later of receipt and service fait (CCP art. R2192-10). */
  readonly paymentDays: number;
  /** Legal basis on which decommitments of earlier EJ free AE (GBCP art. 160); empty when they do not. */
  readonly recyclingBasis: string;
  /** Credit years other than `creditYear`, ascending; the convention's own members are those of `creditYear`. */
  readonly otherYears: readonly YearTerms[];
  /** Articles by clause (`envelopes` → « art. 1.2 »), as the convention numbers them. */
  readonly articles: Readonly<Partial<Record<Clause, string>>>;
  /**
   * The rows of the qualitative report that the team fills in: written once in the tables of a new workbook, which are
   * the truth from then on.
   */
  readonly indicators: readonly ExpectedIndicator[];
  readonly milestones: readonly ExpectedMilestone[];
  /** Ministries, form of address, CBCM: what documents and letters state besides the parties. */
  readonly correspondence: Correspondence;
}

/** The clauses that findings and documents refer to. */
export type Clause =
  | 'envelopes'
  | 'credits'
  | 'chorusReference'
  | 'ceiling'
  | 'period'
  | 'followUp'
  | 'annex'
  | 'amendment'
  | 'insufficiency'
  | 'unspent'
  | 'yearlyReport'
  | 'termination'
  | 'publication';

/** Every clause, in the order of the articles of the 2023 convention. */
export const CLAUSES: readonly Clause[] = [
  'envelopes',
  'credits',
  'followUp',
  'yearlyReport',
  'chorusReference',
  'ceiling',
  'insufficiency',
  'unspent',
  'amendment',
  'period',
  'termination',
  'publication',
  'annex',
];

/** The terms of a convention that states nothing more. */
export const UNSAID: FurtherTerms = {
  ...NO_ALLOWANCES,
  replyUnit: 'working',
  duties: [],
  requests: [],
  closing: { commitment: null, serviceCertified: null, payment: null },
  termination: null,
  paymentDays: 30,
  recyclingBasis: '',
  otherYears: [],
  articles: {},
  indicators: [],
  milestones: [],
  correspondence: NO_CORRESPONDENCE,
};
