/** The columns whose cells are read as dates and as amounts, in the order of a row's life. */
import type { TotalRow } from '../../../envelopes/ledger';
import type { DateField } from '../../findings/details/date-field';

/** Columns of dates. */
export const DATE_FIELDS: readonly DateField[] = [
  'commitmentDate',
  'serviceDate',
  'receiptDate',
  'paymentDate',
  'contractEnd',
];

/** Columns of amounts. */
export const AMOUNT_FIELDS: readonly ('ae' | 'cp')[] = ['ae', 'cp'];

/** Columns of dates and of amounts. */
export const FIGURE_FIELDS: readonly (DateField | 'ae' | 'cp')[] = [...DATE_FIELDS, ...AMOUNT_FIELDS];

/** True for credits typed among the operations, which sum no rows. */
export function areCredits({ mayBeCredits }: TotalRow): boolean {
  return mayBeCredits === 'paid' || mayBeCredits === 'given';
}
