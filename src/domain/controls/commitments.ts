/**
 * What stands behind each EJ number: the AE that the ledger commits on it, the payments asked on it, and the restes à payer listed for it
 * when it is an earlier EJ. Read over the whole ledger first, since a payment may stand above its commitment. Dates and envelopes do not
 * matter here: they have controls of their own, and a fault there must not make every payment wrong too.
 */
import type { Convention } from '../envelopes/convention';
import type { Ledger, LedgerRow } from '../envelopes/ledger';

interface EjFacts {
  /** AE of the signed rows. */
  committed: number;
  /** Some signed row commits a positive amount, or one that cannot be read; a lone retrait commits nothing. */
  isCommitted: boolean;
  isReadable: boolean;
  /** Restes à payer listed for it; null when it is not an earlier EJ. */
  listed: number | null;
  /** Positive CP of every row, paid or not: at least what is paid. */
  asked: number;
}

/** The EJ of one ledger and of its convention. */
export class Commitments {
  private readonly facts = new Map<string, EjFacts>();
  private lastEj = '';
  private lastFacts: EjFacts | undefined;

  constructor(ledger: Ledger, convention: Convention) {
    for (const { ej, amount } of convention.rap) {
      const facts = this.openFacts(ej);
      facts.listed = (facts.listed ?? 0) + amount.cents;
    }
    for (const row of ledger.rows) if (row.ej.kind === 'ej' && row.status !== 'cancelled') addTo(this.openFacts(row.ej.number), row);
  }

  /** True when a signed row of the ledger commits that EJ. */
  isCommitted(ej: string): boolean {
    return this.find(ej)?.isCommitted ?? false;
  }

  /** True when the EJ is one of the convention's restes à payer, committed before it. */
  isEarlier(ej: string): boolean {
    return (this.find(ej)?.listed ?? null) !== null;
  }

  /** True when the row bears on such an earlier EJ. */
  isOnEarlier(row: LedgerRow): boolean {
    return row.ej.kind === 'ej' && this.isEarlier(row.ej.number);
  }

  /** The EJ on which more is asked than may be paid, with that amount: their AE, plus their listed restes à payer. Few, or none. */
  asksTooMuch(): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const [ej, facts] of this.facts) {
      const payable = payableOf(facts);
      if (payable !== null && facts.asked > payable) found.set(ej, payable);
    }
    return found;
  }

  /** Rows of one EJ often follow each other, and several controls ask of the same row. */
  private find(ej: string): EjFacts | undefined {
    if (ej !== this.lastEj) {
      this.lastFacts = this.facts.get(ej);
      this.lastEj = ej;
    }
    return this.lastFacts;
  }

  private openFacts(ej: string): EjFacts {
    let facts = this.find(ej);
    if (!facts) {
      facts = { committed: 0, isCommitted: false, isReadable: true, listed: null, asked: 0 };
      this.facts.set(ej, facts);
      this.lastFacts = facts;
    }
    return facts;
  }
}

function addTo(facts: EjFacts, row: LedgerRow): void {
  if (row.cp.kind === 'amount' && row.cp.cents > 0) facts.asked += row.cp.cents;
  if (row.status !== 'firm' || row.ae.kind === 'absent') return;
  if (row.ae.kind === 'amount') {
    facts.committed += row.ae.cents;
    facts.isCommitted ||= row.ae.cents > 0;
  } else {
    facts.isCommitted = true;
    facts.isReadable = false;
  }
}

/** Null when nobody committed the EJ, or not readably. */
function payableOf({ committed, isCommitted, isReadable, listed }: EjFacts): number | null {
  if (!isReadable) return null;
  if (listed !== null) return listed + committed;
  return isCommitted ? committed : null;
}
