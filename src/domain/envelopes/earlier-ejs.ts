/**
 * The EJ that a ledger shows to be of an earlier year, kept as its rows are edited, with the retraits on each EJ, whose
 * effect turns when their EJ becomes an earlier one or stops being one. Both are few in a ledger.
 */
import type { Convention } from './convention';
import { commitsEarlier, creditDaysOf, type CreditDays } from './commitment-year';
import type { LedgerRow } from './ledger';

/** A set of EJ numbers that follows the rows. */
export class EarlierEjs {
  /** The earlier EJ, as they stand: the same set all along. */
  readonly ejs: ReadonlySet<string>;
  private readonly earlier = new Set<string>();
  private readonly days: CreditDays;
  private readonly commitments = new Map<string, number>();
  private readonly retraits = new Map<string, LedgerRow[]>();

  constructor(convention: Convention) {
    this.ejs = this.earlier;
    this.days = creditDaysOf(convention);
  }

  /** The retraits whose effect turns with a row that comes (1) or goes (-1): none, almost always. */
  turnedBy(row: LedgerRow, sign: 1 | -1): readonly LedgerRow[] {
    if (row.ej.kind !== 'ej' || !commitsEarlier(row, this.days)) return [];
    const others = (this.commitments.get(row.ej.number) ?? 0) - (sign < 0 ? 1 : 0);
    return others === 0 ? [...(this.retraits.get(row.ej.number) ?? [])] : [];
  }

  /** Follows a row that comes (1) or goes (-1). */
  follow(row: LedgerRow, sign: 1 | -1): void {
    if (row.ej.kind !== 'ej' || row.ae.kind !== 'amount') return;
    if (row.ae.cents < 0) this.followRetrait(row.ej.number, row, sign);
    else if (commitsEarlier(row, this.days)) this.followCommitment(row.ej.number, sign);
  }

  private followCommitment(ej: string, sign: 1 | -1): void {
    const count = (this.commitments.get(ej) ?? 0) + sign;
    this.commitments.set(ej, count);
    if (count > 0) this.earlier.add(ej);
    else this.earlier.delete(ej);
  }

  private followRetrait(ej: string, row: LedgerRow, sign: 1 | -1): void {
    const others = (this.retraits.get(ej) ?? []).filter(({ key }) => key !== row.key);
    this.retraits.set(ej, sign > 0 ? [...others, row] : others);
  }
}
