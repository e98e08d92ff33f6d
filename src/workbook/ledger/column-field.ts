/**
 * The meaning of a column of the team's table: a field of the ledger, a value that is AE or CP by the nature of its
 * row, that nature, or a column that chooses the rows of the convention.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';

/** `amount`, `date`: of the commitment or of the payment, by the nature of the row; `nature`: AE or CP, in words. */
export type NaturedField = 'amount' | 'date' | 'nature';

/** Columns of a ledger shared by several years or conventions: they choose its rows. */
export type RowFilter = 'creditYear' | 'conventionName';

export type ColumnField = LedgerField | NaturedField | RowFilter;

const OTHERS: ReadonlySet<ColumnField> = new Set<NaturedField | RowFilter>([
  'amount',
  'date',
  'nature',
  'creditYear',
  'conventionName',
]);

/** True for a field that the rows of the ledger have. */
export function isLedgerField(field: ColumnField): field is LedgerField {
  return !OTHERS.has(field);
}
