/**
 * The commitments made in advance on the credits of the year, added up in the order of time against the share that the
 * team follows (of an envelope, of the convention, or of the envelope in the year of the commitment).
 */
import { civilDate, yearOf, type CivilDate } from '../../calendar/civil-date';
import type { AdvanceBase } from '../../envelopes/allowances/allowances';
import { allocatedCents, ceilingOf, WHOLE_CONVENTION } from '../../envelopes/ceilings';
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import {
  advancesByEj,
  creditDaysOf,
  isBeforeNovember,
  isOfCredits,
  saysAnticipated,
  type CreditDays,
} from '../../envelopes/commitment-year';
import { conventionAt, coversYear } from '../../envelopes/credit-years';
import type { LedgerRow, RowKey } from '../../envelopes/ledger';
import { centsWithin } from '../../money/rate';
import { dayOrNever } from './row-dates';

/** A commitment in advance above the share, once it is counted; cents. */
export interface AboveShare {
  /** A code, or `'*'` for the whole convention. */
  readonly envelope: string;
  readonly share: number;
  readonly base: AdvanceBase;
  readonly total: number;
  readonly limit: number;
}

/** A commitment that is named an advance, and that the credits of its own year bear all the same. */
export interface OnOwnYear {
  readonly creditYear: number;
  /** Before 1 November; or the convention gives no credits for the next year. */
  readonly why: 'beforeNovember' | 'noNextCredits';
}

/** The rows of a ledger that are committed in advance. */
export class Advances {
  private readonly days: CreditDays;
  private above: ReadonlyMap<RowKey, AboveShare> | null = null;
  private firstDays: ReadonlyMap<string, CivilDate> | null = null; // of the EJ in advance

  constructor(readonly charged: ChargedLedger) {
    this.days = creditDaysOf(charged.convention);
  }

  /** True for a signed or a projected commitment of an earlier year that is charged, in advance, to the credits. */
  isInAdvance(row: LedgerRow): boolean {
    const { commitmentDate } = row;
    return (
      commitmentDate.kind === 'date' &&
      commitmentDate.date < this.days.from &&
      isOfCredits(row, commitmentDate.date, this.days)
    );
  }

  /**
   * The credits of its own year, where they bear a commitment that is named an advance; null for any other row,
   * and where its EJ was in advance in the year before.
   */
  onOwnYear(row: LedgerRow): OnOwnYear | null {
    const { commitmentDate, ae, ej } = row;
    if (commitmentDate.kind !== 'date' || ae.kind !== 'amount' || ae.cents <= 0 || !saysAnticipated(row)) return null;
    const { convention } = this.charged;
    const { date } = commitmentDate;
    const creditYear = yearOf(date);
    if (!coversYear(convention, creditYear)) return null;
    this.firstDays ??= advancesByEj(this.charged.ledger.rows).first;
    const first = ej.kind === 'ej' ? this.firstDays.get(ej.number) : undefined;
    if (first !== undefined && yearOf(first) < creditYear) return null;
    if (isBeforeNovember(date)) return { creditYear, why: 'beforeNovember' };
    return coversYear(convention, creditYear + 1) ? null : { creditYear, why: 'noNextCredits' };
  }

  /** The rows that exceed the share, or add to the excess; none without an AE ceiling. */
  aboveShare(): ReadonlyMap<RowKey, AboveShare> {
    return (this.above ??= this.addUp());
  }

  /** The commitments in advance that are not judged: the convention gives no credits for the year of the share. */
  withoutCredits(): { readonly year: number; readonly rows: readonly LedgerRow[] } {
    const { convention, assign } = this.charged;
    const { share, base } = convention.advances;
    const year = convention.creditYear - 1;
    if (share === null || base !== 'currentYear' || coversYear(convention, year)) return { year, rows: [] };
    const isBounded = (row: LedgerRow): boolean => {
      const assignment = assign(row);
      return assignment.kind === 'assigned' && ceilingOf(convention, assignment.envelope, 'AE') !== null;
    };
    return { year, rows: this.rowsInAdvance().filter(isBounded) };
  }

  private rowsInAdvance(): LedgerRow[] {
    return this.charged.ledger.rows.filter(
      (row) => row.status === 'firm' && row.ae.kind === 'amount' && this.isInAdvance(row),
    );
  }

  private addUp(): ReadonlyMap<RowKey, AboveShare> {
    const { convention, assign } = this.charged;
    const { share, base } = convention.advances;
    if (share === null) return new Map();
    const rows = this.rowsInAdvance();
    const totals = new Map<string, number>();
    const found = new Map<RowKey, AboveShare>();
    for (const row of rows.sort(inOrderOfTime)) {
      const assignment = assign(row);
      if (assignment.kind !== 'assigned' || row.ae.kind !== 'amount') continue;
      if (ceilingOf(convention, assignment.envelope, 'AE') === null) continue;
      const envelope = base === 'convention' ? WHOLE_CONVENTION : assignment.envelope.code;
      const total = (totals.get(envelope) ?? 0) + row.ae.cents;
      totals.set(envelope, total);
      const credits = this.creditsOf(envelope, base);
      if (credits === null) continue;
      const limit = centsWithin(credits, share);
      if (total > limit && row.ae.cents > 0) found.set(row.key, { envelope, share, base, total, limit });
    }
    return found;
  }

  /** The AE that the share is taken of; null for the year of the commitment when the convention gives it no credits. */
  private creditsOf(envelope: string, base: AdvanceBase): number | null {
    const { convention, asOf } = this.charged;
    const { from } = this.days;
    if (base !== 'currentYear') return allocatedCents(convention, envelope, 'AE', asOf < from ? from : asOf);
    const year = convention.creditYear - 1;
    const lastDay = civilDate(year, 12, 31);
    if (lastDay === null || !coversYear(convention, year)) return null;
    return allocatedCents(conventionAt(convention, lastDay), envelope, 'AE', lastDay);
  }
}

/** Rows of one day stay in reading order. */
function inOrderOfTime(one: LedgerRow, other: LedgerRow): number {
  return dayOrNever(one.commitmentDate) - dayOrNever(other.commitmentDate);
}
