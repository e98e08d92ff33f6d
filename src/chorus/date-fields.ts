/** The dates that an extract may give, and those that date a line, by its movement, the best first. */
import type { ChorusMovement } from '../domain/reconciliation/extract';
import type { ExtractField } from './extract-columns';

/** All of them. */
export const DATE_FIELDS: readonly ExtractField[] = [
  'commitmentDate',
  'changeDate',
  'accountingDate',
  'paymentDate',
  'baseDate',
  'serviceDate',
];

const AE_DATES: readonly ExtractField[] = ['commitmentDate', 'accountingDate', 'changeDate'];
/** The first of them that holds a date is that of the line. */
export const DATE_FIELDS_OF: Readonly<Record<ChorusMovement, readonly ExtractField[]>> = {
  commitment: AE_DATES,
  modification: AE_DATES,
  decommitment: AE_DATES,
  adjustment: AE_DATES,
  carryOver: AE_DATES,
  reimputation: ['accountingDate'],
  reduction: ['accountingDate'],
  certified: ['serviceDate', 'accountingDate'],
  invoiced: ['accountingDate', 'baseDate', 'serviceDate'],
  payment: ['paymentDate', 'accountingDate', 'baseDate'],
};
