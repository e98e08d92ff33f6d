/** What the PER findings say. Amounts are in cents. */
import type { CivilDate } from '../../calendar/civil-date';
import type { DateField } from '../date-field';

/** Details of each PER rule. */
export interface PerDetails {
  'PER-01': { readonly field: DateField; readonly date: CivilDate; readonly signedOn: CivilDate };
  'PER-02': { readonly field: DateField; readonly date: CivilDate; readonly endsOn: CivilDate };
  'PER-03': { readonly field: DateField; readonly date: CivilDate; readonly creditYear: number };
}
