/** Facts about the orders of a ledger, before any control: which still commit something, and on which envelope. */
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { comparable } from '../../../../../domain/text';

/** The EJ that commit more than was withdrawn or paid. */
export function openEjs(rows: readonly LedgerRow[]): ReadonlySet<string> {
  const left = new Map<string, number>();
  for (const { ej, ae, cp, status } of rows) {
    if (ej.kind !== 'ej' || status === 'cancelled') continue;
    const cents = (ae.kind === 'amount' ? ae.cents : 0) - (cp.kind === 'amount' ? cp.cents : 0);
    left.set(ej.number, (left.get(ej.number) ?? 0) + cents);
  }
  return new Set([...left].flatMap(([ej, cents]) => (cents > 0 ? [ej] : [])));
}

/** True for a row of such an EJ, or without a number. */
export function isOpen({ ej }: LedgerRow, open: ReadonlySet<string>): boolean {
  return ej.kind !== 'ej' || open.has(ej.number);
}

/** The envelope as the row names it, for a comparison with another row. */
export function envelopeNamed({ imputation: { ministerialAxis2 } }: LedgerRow): string {
  return 'raw' in ministerialAxis2 ? comparable(ministerialAxis2.raw).trim() : '';
}
