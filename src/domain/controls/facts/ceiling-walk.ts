/**
 * Walks consumption in the order of time under a ceiling that may change on the way, and names the row that crosses it,
 * then each row that adds to the excess. Exactly the ceiling is not above it. A day is judged by its end: a payment and
 * its reversal on one day exceed nothing. A decommitment that brings the total back down on a later day arms the
 * ceiling again.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { allocatedCents, effectiveFrom } from '../../envelopes/ceilings';
import { creditDaysOf } from '../../envelopes/commitment-year';
import type { CeilingMode, Convention } from '../../envelopes/convention';
import type { LedgerRow } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import type { Severity } from '../findings/finding';
import { dateOf, UNDATED, type Account, type Timeline } from './timeline';

/** A row above a ceiling, once it is counted; amounts in cents. */
export interface Overrun<G> {
  readonly group: G;
  readonly row: LedgerRow;
  readonly date: CivilDate | null;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  /** True on the row that crosses, false on a later one that adds to the excess. */
  readonly crosses: boolean;
}

/** A ceiling over time: the cents on a day of a timeline. */
export interface DatedCeiling {
  at(day: number): number;
}

/** The running total under one ceiling. */
export class RunningTotal<G> {
  total = 0;
  private isOver = false;
  private day = Number.NaN;
  /** At the end of the day before, and the ceiling of that day. */
  private before = 0;
  private bound = Number.POSITIVE_INFINITY;

  constructor(
    readonly group: G,
    readonly ceiling: DatedCeiling,
  ) {}

  /**
   * Counts a step, those of a day from the smallest amount to the largest; the ceiling that it exceeds and that its day
   * exceeds more than the day before, or null. `crosses` is true when the total was not above it before.
   */
  count(cents: number, day: number): { readonly ceiling: number; readonly crosses: boolean } | null {
    if (day !== this.day) this.open(day);
    this.total += cents;
    if (cents <= 0 || this.total <= this.bound || this.total <= this.before) return null;
    const crosses = !this.isOver;
    this.isOver = true;
    return { ceiling: this.bound, crosses };
  }

  private open(day: number): void {
    if (this.total <= this.bound) this.isOver = false;
    this.day = day;
    this.before = this.total;
    this.bound = this.ceiling.at(day);
  }
}

/** The order of steps in which a total is counted: by day, those of a day by amount, then as they are read. */
export function inOrderOfTime(
  one: { readonly day: number; readonly cents: number; readonly row: LedgerRow },
  other: { readonly day: number; readonly cents: number; readonly row: LedgerRow },
): number {
  return one.day - other.day || one.cents - other.cents || one.row.key - other.row.key;
}

/**
 * The rows above the ceilings of their accounts. `groupOf` returns null for an account that this kind of ceiling does
 * not bound, `ceilingOf` for a group without a ceiling.
 */
export function overrunsOf<G>(
  timeline: Timeline,
  rows: readonly LedgerRow[],
  groupOf: (account: Account) => G | null,
  ceilingOf: (group: G) => DatedCeiling | null,
): readonly Overrun<G>[] {
  const totals = totalsOf(timeline, groupOf, (group) => {
    const ceiling = ceilingOf(group);
    return ceiling && new RunningTotal(group, ceiling);
  });
  return walk(timeline, rows, (at) => totals[timeline.accountOf[at] ?? -1] ?? null);
}

/** One total for each group, by the index of the account; null for accounts and groups without one. */
export function totalsOf<G, T>(
  timeline: Timeline,
  groupOf: (account: Account) => G | null,
  create: (group: G) => T | null,
): readonly (T | null)[] {
  const byGroup = new Map<G, T>();
  return timeline.accounts.map((account) => {
    const group = groupOf(account);
    if (group === null) return null;
    const total = byGroup.get(group) ?? create(group);
    if (total !== null) byGroup.set(group, total);
    return total;
  });
}

/** The rows above a ceiling, where `totalAt` is the total that a step of the timeline adds to. */
export function walk<G>(
  timeline: Timeline,
  rows: readonly LedgerRow[],
  totalAt: (at: number) => RunningTotal<G> | null,
): readonly Overrun<G>[] {
  const overruns: Overrun<G>[] = [];
  const { cents, days } = timeline;
  for (let at = 0; at < cents.length; at++) {
    const running = totalAt(at);
    const day = days[at] ?? UNDATED;
    const excess = running?.count(cents[at] ?? 0, day);
    const row = excess && rows[timeline.rows[at] ?? -1];
    if (!running || !excess || !row) continue;
    const { group, total } = running;
    overruns.push({
      group,
      row,
      date: dateOf(day),
      ceiling: excess.ceiling,
      total,
      over: total - excess.ceiling,
      crosses: excess.crosses,
    });
  }
  return overruns;
}

/** A ceiling that nothing moves. */
export function fixedCeiling(cents: number): DatedCeiling {
  return { at: () => cents };
}

/**
 * An allocation over time, of an envelope (or `'*'`) unless `centsAt` gives another; an undated row meets the ceiling of
 * the day of the controls, and a commitment in advance that of the first day of the credit year.
 */
export class MovingCeiling implements DatedCeiling {
  private readonly changes: readonly number[];
  private readonly opening: CivilDate;
  /** The days on which the last answer holds: between two movements nothing changes. */
  private from = Number.POSITIVE_INFINITY;
  private before = Number.NEGATIVE_INFINITY;
  private cents = 0;

  constructor(
    convention: Convention,
    envelope: string,
    nature: Nature,
    private readonly asOf: CivilDate,
    private readonly centsAt = (date: CivilDate): number => allocatedCents(convention, envelope, nature, date),
  ) {
    this.opening = creditDaysOf(convention).from;
    const moves = convention.movements.filter((movement) => movement.nature === nature);
    this.changes = moves
      .flatMap((movement) => effectiveFrom(convention, movement) ?? [])
      .sort((first, second) => first - second);
  }

  at(day: number): number {
    const own = dateOf(day) ?? this.asOf;
    const date = own < this.opening ? this.opening : own;
    if (date >= this.from && date < this.before) return this.cents;
    this.from = Math.max(Number.NEGATIVE_INFINITY, ...this.changes.filter((change) => change <= date));
    this.before = this.changes.find((change) => change > date) ?? Number.POSITIVE_INFINITY;
    this.cents = this.centsAt(date);
    return this.cents;
  }
}

/** How grave it is to exceed a ceiling of that mode. */
export function severityOf(mode: CeilingMode): Severity {
  return mode === 'blocking' ? 'error' : mode === 'warning' ? 'warning' : 'info';
}
