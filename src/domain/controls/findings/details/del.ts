/** Details of the DEL findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { Nature } from '../../../money/nature';
import type { CeilingOfPart } from './pla';
import type { UnreadCellDetails } from './unread-cell';

/** Without a day of receipt, `receivedOn` and `due` are null. */
interface OverdueRequest {
  readonly subject: string;
  readonly receivedOn: CivilDate | null;
  readonly due: CivilDate | null;
}

/** One of the two days is wrong. */
interface AnsweredTooEarly {
  readonly subject: string;
  readonly receivedOn: CivilDate;
  readonly answeredOn: CivilDate;
}

/** The text of a day that cannot be read. */
interface UnreadDay {
  readonly subject: string;
  readonly which: 'receivedOn' | 'answeredOn';
  readonly unread: string;
}

/** Received on a day to come, long after the end of the convention, or answered and received long before the signature. */
interface FarRequest extends Pick<DutyDoubt, 'doubt' | 'limit'> {
  readonly subject: string;
  readonly receivedOn: CivilDate;
}

/** `due` is null when no day is fixed; `ended` is then the end of the year or of the convention that it reports on. */
export interface DueReport {
  readonly label: string;
  readonly type: 'yearlyReport' | 'finalReport' | 'recurring';
  readonly due: CivilDate | null;
  readonly ended: CivilDate;
  readonly isLate: boolean;
  readonly article: string;
  /** Of a recurring report: the next periods that are late too. */
  readonly lateToo?: number;
}

/** `due` is null for what is due « dans les meilleurs délais ». */
export interface OtherDuty {
  readonly label: string;
  readonly due: CivilDate | null;
  readonly isLate: boolean;
  readonly isOfDelegant: boolean;
  readonly article: string;
}

/** A day more than a year before the signature, or after the end, which is `limit`. */
export interface DutyDoubt {
  readonly label: string;
  readonly column: 'Échéance' | 'Fait le';
  readonly day: CivilDate;
  readonly doubt: 'beforeSignature' | 'longAfterEnd';
  readonly limit: CivilDate;
}

/** A cell of a duty that cannot be read. */
export interface UnreadDutyCell extends UnreadCellDetails {
  readonly label: string;
}

/** Details of each DEL rule. */
export interface DelDetails {
  /** A doubt when the delay cannot be counted, or when a day contradicts the other one or the convention. */
  'DEL-01': OverdueRequest | AnsweredTooEarly | FarRequest | UnreadDay;
  /** `left`: jours ouvrés from the day of the controls to the last of the delay. */
  'DEL-02': {
    readonly subject: string;
    readonly receivedOn: CivilDate;
    readonly due: CivilDate;
    readonly left: number;
  };
  /**
   * `missing` is what is above the ceiling; `since` is the day on which it was crossed, null when only what is reserved
   * does not fit.
   */
  /** The envelope is `'*'` for the whole convention, and for a programme or a titre of it. */
  'DEL-03': {
    readonly envelope: string;
    readonly of?: CeilingOfPart;
    readonly nature: Nature;
    readonly missing: number;
    readonly isExceeded: boolean;
    readonly since: CivilDate | null;
    /** The credit year, when it is not that of the controls. */
    readonly formerYear?: number;
  };
  /** The amount left of each nature that is over, or soon will be; null for a nature without anything to notify. */
  'DEL-04': {
    readonly envelope: string;
    readonly ae: number | null;
    readonly cp: number | null;
    readonly until: CivilDate;
    readonly isOver: boolean;
    readonly formerYear?: number;
    /** A carry-over to the next year is deducted. */
    readonly isLessCarried?: true;
    /** The rest under a ceiling of the whole convention, where it is less than its envelopes add up to. */
    readonly whole?: { readonly ae: number | null; readonly cp: number | null };
  };
  'DEL-05': DueReport | DutyDoubt | UnreadDutyCell;
  'DEL-06': OtherDuty | DutyDoubt | UnreadDutyCell;
}
