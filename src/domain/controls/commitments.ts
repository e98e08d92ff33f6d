/**
 * What stands behind each EJ number: the AE that the ledger commits on it, and the restes à payer listed for it when it is an earlier
 * EJ. Read over the whole ledger first, since a payment may stand above its commitment. Dates and envelopes do not matter here: they
 * have controls of their own, and a fault there must not make every payment wrong too.
 */
import type { Convention } from '../envelopes/convention';
import type { Ledger, LedgerRow } from '../envelopes/ledger';

interface Committed {
  cents: number;
  /** Some row commits a positive amount, or one that cannot be read; a lone retrait commits nothing. */
  isCommitted: boolean;
  isReadable: boolean;
}

/** The EJ of one ledger and of its convention. */
export class Commitments {
  private readonly committed = new Map<string, Committed>();
  private readonly listed = new Map<string, number>();

  constructor(ledger: Ledger, convention: Convention) {
    for (const row of ledger.rows) this.add(row);
    for (const { ej, amount } of convention.rap) this.listed.set(ej, (this.listed.get(ej) ?? 0) + amount.cents);
  }

  /** True when a signed row of the ledger commits that EJ. */
  isCommitted(ej: string): boolean {
    return this.committed.get(ej)?.isCommitted ?? false;
  }

  /** True when the EJ is one of the convention's restes à payer, committed before it. */
  isEarlier(ej: string): boolean {
    return this.listed.has(ej);
  }

  /** True when the row bears on such an earlier EJ. */
  isOnEarlier(row: LedgerRow): boolean {
    return row.ej.kind === 'ej' && this.isEarlier(row.ej.number);
  }

  /** Cents that may be paid on an EJ: its AE, plus its listed restes à payer; null when unknown or not readable. */
  payableCents(ej: string): number | null {
    const committed = this.committed.get(ej);
    const listed = this.listed.get(ej);
    if (committed && !committed.isReadable) return null;
    if (listed !== undefined) return listed + (committed?.cents ?? 0);
    return committed?.isCommitted ? committed.cents : null;
  }

  private add(row: LedgerRow): void {
    if (row.status !== 'firm' || row.ej.kind !== 'ej' || row.ae.kind === 'absent') return;
    let entry = this.committed.get(row.ej.number);
    if (!entry) this.committed.set(row.ej.number, (entry = { cents: 0, isCommitted: false, isReadable: true }));
    if (row.ae.kind === 'amount') {
      entry.cents += row.ae.cents;
      entry.isCommitted ||= row.ae.cents > 0;
    } else {
      entry.isCommitted = true;
      entry.isReadable = false;
    }
  }
}
