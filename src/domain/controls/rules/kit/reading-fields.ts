/** The columns whose cells are read as dates and as amounts, in the order of a row's life. */
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
