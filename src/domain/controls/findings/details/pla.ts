/** Details of the PLA findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { CeilingPart } from '../../../envelopes/allowances/allowances';
import type { Nature } from '../../../money/nature';

/** Details of each PLA rule. */
export interface PlaDetails {
  /** `over`: the excess of the total over the ceiling once this row is counted; all amounts in cents. */
  'PLA-01': CeilingDetails & { readonly nature: 'AE' };
  'PLA-02': CeilingDetails & { readonly nature: 'CP' };
  /** The envelope is `'*'`, the whole convention. */
  'PLA-03': CeilingDetails & { readonly nature: Nature; readonly of?: CeilingOfPart };
  /** `isFollowUp`: the convention gives no CP by poste, and the team follows them. */
  'PLA-04': CeilingDetails & { readonly nature: Nature; readonly line: string; readonly isFollowUp?: true };
  'PLA-05': {
    readonly envelope: string;
    readonly rap: number;
    readonly paid: number;
    readonly over: number;
    readonly date: CivilDate | null;
    readonly ej: string;
    /** As in `CeilingDetails`. */
    readonly formerYear?: number;
  };
  'PLA-06': {
    readonly envelope: string;
    /** Label of the poste; null for the whole envelope. */
    readonly line: string | null;
    readonly nature: Nature;
    readonly threshold: number;
    readonly ceiling: number;
    readonly total: number;
    readonly date: CivilDate | null;
  };
}

/** A ceiling, and the amount consumed over it. */
export interface CeilingDetails {
  readonly envelope: string;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  readonly date: CivilDate | null;
  /** True on the row that crosses; false on a later row that adds to the excess. */
  readonly crosses: boolean;
  /** Within what the convention tolerates. */
  readonly isTolerated?: boolean;
  /** A credit year before that of the controls. Absent: theirs. */
  readonly formerYear?: number;
}

/** The programme or the titre that a ceiling bounds, with the article that states it. */
export interface CeilingOfPart {
  readonly part: CeilingPart;
  readonly value: string;
  readonly article: string;
}
