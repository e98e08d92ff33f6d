/** Details of the IMP findings. Amounts are in cents. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { ImputationField } from '../../../imputation/imputation';

/** Details of each IMP rule. */
export interface ImpDetails {
  'IMP-01': { readonly field: ImputationField; readonly expected: readonly string[] };
  'IMP-02': { readonly field: ImputationField; readonly raw: string; readonly expected: readonly string[] };
  /** `owners`: the other envelopes to which the convention gives that code. Absent: none. */
  'IMP-03': {
    readonly field: ImputationField;
    readonly raw: string;
    readonly expected: readonly string[];
    readonly owners?: readonly string[];
  };
  'IMP-04': { readonly field: ImputationField; readonly raw: string; readonly expected: string };
  'IMP-05': {
    readonly field: ImputationField;
    readonly raw: string;
    readonly programme: string;
    readonly expectedProgramme: string;
  };
  /** `field`: that which names the envelopes, where it is not axe 2. */
  /** `alias`: the one alias that lists this name among others. */
  'IMP-06': {
    readonly field?: ImputationField;
    readonly raw: string;
    readonly expected: readonly string[];
    readonly nearest: string | null;
    readonly alias?: string;
  };
  'IMP-07': { readonly raw: string; readonly expected: string; readonly how: 'alias' | 'near' };
  'IMP-08': { readonly field: ImputationField; readonly raw: string; readonly expected: readonly string[] };
  'IMP-09': {
    readonly field: ImputationField;
    readonly raw: string;
    readonly date: CivilDate;
    readonly from: CivilDate | null;
    readonly until: CivilDate | null;
    readonly expected: readonly string[];
  };
}
