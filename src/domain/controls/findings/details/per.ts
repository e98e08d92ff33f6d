/** Details of the PER findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { AdvanceBase } from '../../../envelopes/allowances/allowances';
import type { DateField } from './date-field';

/** Details of each PER rule. */
export interface PerDetails {
  'PER-01': { readonly field: DateField; readonly date: CivilDate; readonly signedOn: CivilDate } & OpeningRapDetails;
  'PER-02': { readonly field: DateField; readonly date: CivilDate; readonly endsOn: CivilDate };
  'PER-03': OtherYearDetails | OwnYearDetails | AboveShareDetails;
  'PER-04': { readonly field: DateField; readonly date: CivilDate; readonly closing: CivilDate };
  /** The first date is the one blamed. */
  'PER-05': {
    readonly field: DateField;
    readonly date: CivilDate;
    readonly other: DateField;
    readonly otherDate: CivilDate;
  };
  /** `days`: days after the delay, which runs from `from`. */
  'PER-06': {
    readonly date: CivilDate;
    readonly from: DateField;
    readonly fromDate: CivilDate;
    readonly paymentDays: number;
    readonly dueOn: CivilDate;
    readonly days: number;
    /** The heading of a suspension of the delay on the row, which is not deducted. */
    readonly suspension?: string;
  };
  'PER-07': { readonly field: DateField; readonly date: CivilDate; readonly contractEnd: CivilDate };
  /** `isReceived`: the date is that of the receipt, else of the sending. */
  'PER-08': {
    readonly date: CivilDate;
    readonly isReceived: boolean;
    readonly noticeMonths: number;
    readonly noticeEnds: CivilDate;
    readonly endsOn: CivilDate;
  };
  'PER-09': { readonly date: CivilDate; readonly effectiveOn: CivilDate };
}

/** The opening RAP of the envelope, in cents, which an EJ dated before the credits may draw on. Absent: none. */
export interface OpeningRapDetails {
  readonly rap?: number;
}

/** A date outside the credit year. */
export interface OtherYearDetails extends OpeningRapDetails {
  readonly field: DateField;
  readonly date: CivilDate;
  readonly creditYear: number;
  /** In advance: before 1 November, or with a service before the new year (LOLF, art. 9). */
  readonly why: 'otherYear' | 'tooEarly' | 'serviceTooEarly';
}

/** A commitment named an advance, which the credits of its own year bear: before 1 November, or without next credits. */
export interface OwnYearDetails {
  readonly field: 'commitmentDate';
  readonly date: CivilDate;
  readonly creditYear: number;
  readonly why: 'beforeNovember' | 'noNextCredits';
  readonly cents: number;
}

/** In advance, above the share of the AE that the team follows. */
export interface AboveShareDetails {
  readonly field: 'ae';
  readonly date: CivilDate;
  readonly creditYear: number;
  readonly why: 'aboveShare';
  readonly envelope: string;
  readonly share: number;
  readonly base: AdvanceBase;
  readonly total: number;
  readonly limit: number;
}
