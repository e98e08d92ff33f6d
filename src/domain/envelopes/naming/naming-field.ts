/**
 * The column by which a table names the envelopes of its rows: of those that may, the one that does so on the most
 * rows, since a team may have a column of codes that it fills in now and then beside « Enveloppe ».
 */
import type { ImputationField } from '../../imputation/imputation';
import type { Assigner } from '../assignment';
import type { Convention } from '../convention';
import { envelopeFieldsOf } from '../envelope-field';
import type { LedgerField, LedgerRow } from '../ledger';
import { createNamer } from './envelope-namer';

/**
 * The field of that column, the field that decides when the table has none; the first in the order of precedence among
 * those that name as many rows. A code that a row takes from elsewhere is in no cell of the column.
 */
export function namingFieldOf(
  convention: Convention,
  assign: Assigner,
  rows: readonly LedgerRow[],
  columns: Pick<ReadonlyMap<LedgerField, unknown>, 'has'>,
): ImputationField {
  const all = envelopeFieldsOf(convention);
  const fields = all.filter((field) => columns.has(field));
  const [first = all[0] ?? 'ministerialAxis2', ...others] = fields;
  if (others.length === 0) return first;
  const { nameBy } = createNamer(convention);
  const counts = new Map(fields.map((field) => [field, 0]));
  for (const row of rows) {
    const charged = assign(row);
    if (charged.kind !== 'assigned') continue;
    for (const field of fields) {
      if (row.inherited?.has(field)) continue;
      const named = nameBy(field, row.imputation[field]);
      if (typeof named === 'object' && named.envelope === charged.envelope)
        counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  const most = Math.max(...counts.values());
  return fields.find((field) => counts.get(field) === most) ?? first;
}
