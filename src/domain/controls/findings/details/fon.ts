/** Details of the FON findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { MovementContradiction } from '../../../envelopes/allowances/movement-effect';
import type { AuthorityPart, Movement, RegisterMark } from '../../../envelopes/convention';
import type { Nature } from '../../../money/nature';

/**
 * The parts of an authorised transfer (convention, art. 1.2): who, when, under which reference, from where to where,
 * how much.
 */
export type AuthorisationPart = 'authorisedBy' | 'authorisedOn' | 'reference' | 'date' | 'from' | 'to' | 'amount';

/** Details of each FON rule. */
export interface FonDetails {
  /**
   * Envelopes as the table names them; null when it names none. `left`: cents that a rule of fungibility (`article`) still
   * allows without prior consent; absent when none is about this transfer.
   */
  'FON-01': TransferDetails & { readonly left?: number; readonly article?: string };
  /**
   * `missing` is empty when the authorisation is whole and came after the transfer, which counts from `authorisedOn`, or
   * in no year when that is of a credit year after `lateFor`, the transfer's own.
   * `type`: a movement that needs no authorisation and lacks what would make it count; absent for a transfer.
   */
  'FON-02': TransferDetails & {
    readonly missing: readonly AuthorisationPart[];
    readonly date: CivilDate | null;
    readonly authorisedOn: CivilDate | null;
    readonly lateFor?: number;
    readonly type?: Exclude<Movement['type'], 'transfer'>;
    /** It counts, on a day that the convention does not cover. */
    readonly outside?: OutsidePeriod;
    /** It counts by its operation, against its sign or the column of its envelope; or for neither of its envelopes. */
    readonly against?: MovementContradiction;
    /** Against `freeze`: the cents of earlier gels that it lifts, for which it counts. */
    readonly lifted?: number;
    /** In effect at the day of the controls, given here, and authorised on a later one only. It counts. */
    readonly awaitedAt?: CivilDate;
    /** Its own words or a mark of the team take it out; `isHeldBack`: it does not count. */
    readonly mark?: RegisterMark & { readonly isHeldBack: boolean };
    /** The word for its type, which nothing understands: it is not counted. */
    readonly unknownWord?: string;
  };
  /**
   * `available`: left in the envelope on that day, before the movement; may be negative. `reserved`: the amount of today
   * that it leaves out; absent where the consumption alone leaves too little. `line`: the poste that it takes from, where
   * the envelope itself has enough.
   */
  'FON-03': {
    readonly type: Movement['type'];
    readonly envelope: string;
    readonly nature: Nature;
    readonly cents: number;
    readonly available: number;
    readonly reserved?: number;
    readonly line?: string;
    readonly date: CivilDate;
    /** As in `CeilingDetails`. */
    readonly formerYear?: number;
  };
  'FON-04': { readonly envelope: string; readonly line: string; readonly lineEnvelope: string };
}

/** A transfer between envelopes. */
export interface TransferDetails {
  readonly from: string | null;
  readonly to: string | null;
  readonly nature: Nature;
  readonly cents: number;
  /** The words in place of its author or of its reference that name none: « Refusé », « En attente », « Néant ». */
  readonly words?: Readonly<Partial<Record<AuthorityPart, string>>>;
}

/** The bound that the day of a movement breaks. */
export type OutsidePeriod =
  | { readonly bound: 'signature' | 'end'; readonly day: CivilDate }
  | { readonly bound: 'creditYear'; readonly year: number };
