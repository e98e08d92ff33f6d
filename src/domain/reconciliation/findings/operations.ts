/** The operation that a finding of the reconciliation names, and its place in the ledger. */
import { cellOf } from '../../controls/control-contract';
import type { Place } from '../../controls/findings/finding';
import type { LedgerField } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import { type Amount, firstOf, type LedgerAmount } from '../amounts';

/** The numbers of a group: those of its first amount by content. An EJ is committed, whatever DP its row names. */
export function operationOf(nature: Nature, amounts: readonly Amount[]): { nature: Nature; ej: string; dp: string } {
  const amount = firstOf(amounts);
  const ej = amount?.ej ?? '';
  return { nature, ej, dp: nature === 'AE' && ej !== '' ? '' : (amount?.dp ?? '') };
}

/** A cell of the row of an amount. */
export function ledgerPlace(amount: LedgerAmount | undefined, field: LedgerField): Place {
  return cellOf({ key: amount?.row.key ?? (0 as LedgerAmount['row']['key']) }, field);
}

/** The field of its amount. */
export function amountField(nature: Nature): LedgerField {
  return nature === 'AE' ? 'ae' : 'cp';
}

/** The field that dates it. */
export function dateField(nature: Nature): LedgerField {
  return nature === 'AE' ? 'commitmentDate' : 'paymentDate';
}
