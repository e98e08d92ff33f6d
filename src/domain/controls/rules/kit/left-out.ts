/**
 * The amount of a row that is left out because that of the other nature cannot be read: the row is unchecked, and in no
 * figure.
 */
import type { LedgerField, LedgerRow } from '../../../envelopes/ledger';
import type { OtherAmountLeftOut } from '../../findings/details/don';

/** The other amount of a row, beside the cell of one; null where it is blank, 0, or not read either. */
export function leftOutWith({ ae, cp }: LedgerRow, field: LedgerField): OtherAmountLeftOut | null {
  const [nature, other] = field === 'ae' ? (['CP', cp] as const) : (['AE', ae] as const);
  if ((field !== 'ae' && field !== 'cp') || other.kind !== 'amount' || other.cents === 0) return null;
  return { nature, cents: other.cents };
}
