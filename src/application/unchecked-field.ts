/** The field of an unchecked row that keeps it from being counted: where to go, and what the reason names. */
import { firstRowFrom } from '../domain/controls/facts/rows-by-key';
import { envelopeFieldOf, namingFieldIn } from '../domain/envelopes/envelope-field';
import type { UncheckedReason } from '../domain/envelopes/figures';
import type { LedgerField, RowKey } from '../domain/envelopes/ledger';
import { blockOfRow } from '../workbook/ledger/ledger-source';
import type { Dossier } from './dossier';

/** The parts of a dossier from which it is found. */
export type UncheckedFrom = Pick<Dossier, 'blocks' | 'ledger' | 'convention'>;

/**
 * The amount that cannot be read; else the code that decides the envelope where the row has one, and the column that
 * names envelopes in its table where it has none.
 */
export function fieldOfUnchecked(
  { blocks, ledger, convention }: UncheckedFrom,
  { row: key, reason }: { readonly row: RowKey; readonly reason: UncheckedReason },
): LedgerField {
  const found = ledger.rows[firstRowFrom(ledger, key)];
  const row = found?.key === key ? found : null;
  if (reason === 'amountUnreadable')
    return row && (row.ae.kind === 'unreadable' || row.ae.kind === 'cellError') ? 'ae' : 'cp';
  const deciding = envelopeFieldOf(convention);
  if (row && row.imputation[deciding].kind !== 'absent') return deciding;
  return namingFieldIn(convention, blocks[blockOfRow(key)]?.columns ?? new Map<LedgerField, unknown>());
}
