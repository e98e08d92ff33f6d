/**
 * What stands behind each EJ number: the AE that the ledger commits on it, the payments asked on it, and the restes à payer listed for it
 * when it is an earlier EJ. Read over the whole ledger first, since a payment may stand above its commitment. Dates and envelopes do not
 * matter to amounts: they have controls of their own, and a fault there must not make every payment wrong too. Of them it only says which
 * EJ deserve a look (PER-05, EJ-05): wide marks, which rows only widen, so that they hold whatever row goes.
 */
import { commitsEarlier, creditDaysOf, type CreditDays } from '../envelopes/commitment-year';
import type { Convention } from '../envelopes/convention';
import type { Ledger, LedgerRow } from '../envelopes/ledger';
import { envelopeFieldOf } from '../envelopes/envelope-field';
import type { CodeReading, ImputationField } from '../imputation/imputation';
import { dayOrNever, NEVER, OddRows } from './odd-rows';

interface EjFacts {
  /** AE of the signed rows. */
  committed: number;
  /** Signed rows that commit a positive amount, or one that cannot be read; a lone retrait commits nothing. */
  commitments: number;
  unreadable: number;
  /** Restes à payer listed for it; null when it is not an earlier EJ. */
  listed: number | null;
  /** Positive CP of every row, paid or not: at least what is paid. */
  asked: number;
  /** Signed commitments dated before the credits (GBCP, art. 160). */
  earlier: number;
  rows: LedgerRow[];
  /** The last day of a signed commitment, and the first of a service or a payment, of every row that ever came. */
  lastCommitted: number;
  firstUsed: number;
  /** The first code met of those that name an envelope (axe 2, or another): equal readings are shared between rows. */
  namer: CodeReading | null;
}

const NOTHING: Omit<EjFacts, 'rows'> = {
  committed: 0,
  commitments: 0,
  unreadable: 0,
  listed: null,
  asked: 0,
  earlier: 0,
  lastCommitted: -NEVER,
  firstUsed: NEVER,
  namer: null,
};

/** The EJ of one ledger and of its convention. */
export class Commitments {
  /** The rows whose dates or AE deserve a look. */
  readonly odd = new OddRows();
  private readonly facts = new Map<string, EjFacts>();
  private lastEj = '';
  private lastFacts: EjFacts | undefined;
  private readonly days: CreditDays;
  private readonly usedEarly = new Set<string>();
  private readonly severalNamers = new Set<string>();
  private readonly envelopeField: ImputationField;

  constructor(ledger: Ledger, convention: Convention) {
    this.envelopeField = envelopeFieldOf(convention);
    this.days = creditDaysOf(convention);
    for (const { ej, amount } of convention.rap) {
      const facts = this.openFacts(ej);
      facts.listed = (facts.listed ?? 0) + amount.cents;
    }
    for (const row of ledger.rows) this.follow(row, 1);
  }

  /** Follows a row that comes (1) or goes (-1). */
  follow(row: LedgerRow, sign: 1 | -1): void {
    if (row.status === 'cancelled') return;
    this.odd.follow(row, sign);
    if (row.ej.kind !== 'ej') return;
    const facts = this.openFacts(row.ej.number);
    addTo(facts, row, sign);
    if (commitsEarlier(row, this.days)) facts.earlier += sign;
    if (sign < 0) facts.rows = facts.rows.filter(({ key }) => key !== row.key);
    else this.mark(row.ej.number, facts, row);
  }

  /** True when a signed row of the ledger commits that EJ. */
  isCommitted(ej: string): boolean {
    return (this.find(ej)?.commitments ?? 0) > 0;
  }

  /**
   * Everything that a control on one row may learn here of its EJ: when it changes, the rows of that EJ are judged again. What a row control
   * asks besides must be added.
   */
  knownOf(ej: string): string {
    return `${this.isCommitted(ej)} ${this.isEarlier(ej)}`;
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
      const payable = payableIfExceeded(facts);
      if (payable !== null) found.set(ej, payable);
    }
    return found;
  }

  /** What may be paid on an EJ on which more is asked; null when no more is. */
  exceededOf(ej: string): number | null {
    const facts = this.find(ej);
    return facts ? payableIfExceeded(facts) : null;
  }

  /** The EJ of which a service or a payment may be dated before the first commitment: all that are so, and perhaps others. */
  usedBeforeCommitted(): ReadonlySet<string> {
    return this.usedEarly;
  }

  /** The EJ whose rows do not all bear the same axe 2, or other code that names an envelope: all that are charged to two envelopes, and perhaps others. */
  onSeveralAxes(): ReadonlySet<string> {
    return this.severalNamers;
  }

  /** The rows of an EJ, cancelled ones aside, in reading order. */
  rowsOf(ej: string): readonly LedgerRow[] {
    return [...(this.find(ej)?.rows ?? [])].sort((one, other) => one.key - other.key);
  }

  /** True when the ledger dates a commitment of that EJ before the credits. */
  isDatedEarlier(ej: string): boolean {
    return (this.find(ej)?.earlier ?? 0) > 0;
  }

  private mark(ej: string, facts: EjFacts, row: LedgerRow): void {
    const { serviceDate, paymentDate, commitmentDate, status, ae, imputation } = row;
    facts.rows.push(row);
    const [served, paid] = [dayOrNever(serviceDate), dayOrNever(paymentDate)];
    const used = served < paid ? served : paid;
    if (used < facts.firstUsed) facts.firstUsed = used;
    if (status === 'firm' && ae.kind !== 'absent' && commitmentDate.kind === 'date' && commitmentDate.date > facts.lastCommitted) {
      facts.lastCommitted = commitmentDate.date;
    }
    if (facts.firstUsed < facts.lastCommitted) this.usedEarly.add(ej);
    const namer = imputation[this.envelopeField];
    facts.namer ??= namer;
    if (facts.namer !== namer) this.severalNamers.add(ej);
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
      facts = { ...NOTHING, rows: [] };
      this.facts.set(ej, facts);
      this.lastFacts = facts;
    }
    return facts;
  }
}

function addTo(facts: EjFacts, row: LedgerRow, sign: 1 | -1): void {
  if (row.cp.kind === 'amount' && row.cp.cents > 0) facts.asked += sign * row.cp.cents;
  if (row.status !== 'firm' || row.ae.kind === 'absent') return;
  if (row.ae.kind === 'amount') {
    facts.committed += sign * row.ae.cents;
    if (row.ae.cents > 0) facts.commitments += sign;
  } else {
    facts.commitments += sign;
    facts.unreadable += sign;
  }
}

function payableIfExceeded(facts: EjFacts): number | null {
  const payable = payableOf(facts);
  return payable !== null && facts.asked > payable ? payable : null;
}

/** Null when nobody committed the EJ, or not readably. */
function payableOf({ committed, commitments, unreadable, listed }: EjFacts): number | null {
  if (unreadable > 0) return null;
  if (listed !== null) return listed + committed;
  return commitments > 0 ? committed : null;
}
