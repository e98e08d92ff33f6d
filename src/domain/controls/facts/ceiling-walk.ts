/**
 * Walks consumption in the order of time under a ceiling that may change on the way, and names the row that crosses it,
 * then each row that adds to the excess. Exactly the ceiling is not above it. A retrait that brings the total back down
 * arms the ceiling again.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { allocatedCents, effectiveFrom } from '../../envelopes/ceilings';
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
export interface Ceiling {
  at(day: number): number;
}

/** The running total of what one ceiling bounds. */
export class Tally<G> {
  total = 0;
  private isOver = false;

  constructor(
    readonly group: G,
    readonly ceiling: Ceiling,
  ) {}

  /**
   * Counts many steps of one day at once, when none of them is above the ceiling; false, and counts none, when one is.
   */
  staysUnder({ day, sum, highest }: { readonly day: number; readonly sum: number; readonly highest: number }): boolean {
    if (this.total + highest > this.ceiling.at(day)) return false;
    this.total += sum;
    this.isOver = false;
    return true;
  }

  /**
   * Counts many steps of one day at once, when all of them are above a ceiling crossed before; false, and counts none,
   * when one is not.
   */
  staysOver({ day, sum, lowest }: { readonly day: number; readonly sum: number; readonly lowest: number }): boolean {
    if (!this.isOver || this.total + lowest <= this.ceiling.at(day)) return false;
    this.total += sum;
    return true;
  }

  /**
   * Counts a step; says the ceiling that it exceeds, or null. `crosses` is then true when the total was not above it
   * before.
   */
  count(cents: number, day: number): { readonly ceiling: number; readonly crosses: boolean } | null {
    this.total += cents;
    const ceiling = this.ceiling.at(day);
    if (this.total <= ceiling) {
      this.isOver = false;
      return null;
    }
    if (cents <= 0) return null; // still above, or above because the ceiling came down: this row adds nothing
    const crosses = !this.isOver;
    this.isOver = true;
    return { ceiling, crosses };
  }
}

/**
 * The rows above the ceilings of their accounts; `groupOf` says null for an account that no ceiling of this kind
 * bounds.
 */
export function overrunsOf<G>(
  timeline: Timeline,
  rows: readonly LedgerRow[],
  groupOf: (account: Account) => G | null,
  ceilingOf: (group: G) => Ceiling,
): readonly Overrun<G>[] {
  const tallies = talliesOf(timeline, groupOf, (group) => new Tally(group, ceilingOf(group)));
  return walk(timeline, rows, (at) => tallies[timeline.accountOf[at] ?? -1] ?? null);
}

/** One tally for each group, found by the index of the account. */
export function talliesOf<G, T>(
  timeline: Timeline,
  groupOf: (account: Account) => G | null,
  create: (group: G) => T,
): readonly (T | null)[] {
  const byGroup = new Map<G, T>();
  return timeline.accounts.map((account) => {
    const group = groupOf(account);
    if (group === null) return null;
    const tally = byGroup.get(group) ?? create(group);
    byGroup.set(group, tally);
    return tally;
  });
}

/** The rows above a ceiling, where `tallyAt` says which total a step of the timeline adds to. */
export function walk<G>(
  timeline: Timeline,
  rows: readonly LedgerRow[],
  tallyAt: (at: number) => Tally<G> | null,
): readonly Overrun<G>[] {
  const overruns: Overrun<G>[] = [];
  const { cents, days } = timeline;
  for (let at = 0; at < cents.length; at++) {
    const tally = tallyAt(at);
    const day = days[at] ?? UNDATED;
    const excess = tally?.count(cents[at] ?? 0, day);
    const row = excess && rows[timeline.rows[at] ?? -1];
    if (!tally || !excess || !row) continue;
    const { group, total } = tally;
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
export function fixedCeiling(cents: number): Ceiling {
  return { at: () => cents };
}

/**
 * What is allocated to an envelope (or `'*'`) over time; an undated row meets the ceiling of the day of the controls.
 */
export class MovingCeiling implements Ceiling {
  private readonly changes: readonly number[];
  /** The days on which the last answer holds: between two movements nothing changes. */
  private from = Number.POSITIVE_INFINITY;
  private before = Number.NEGATIVE_INFINITY;
  private cents = 0;

  constructor(
    private readonly convention: Convention,
    private readonly envelope: string,
    private readonly nature: Nature,
    private readonly asOf: CivilDate,
  ) {
    const moves = convention.movements.filter((movement) => movement.nature === nature);
    this.changes = moves
      .flatMap((movement) => effectiveFrom(convention, movement) ?? [])
      .sort((first, second) => first - second);
  }

  at(day: number): number {
    const date = dateOf(day) ?? this.asOf;
    if (date >= this.from && date < this.before) return this.cents;
    this.from = Math.max(Number.NEGATIVE_INFINITY, ...this.changes.filter((change) => change <= date));
    this.before = this.changes.find((change) => change > date) ?? Number.POSITIVE_INFINITY;
    this.cents = allocatedCents(this.convention, this.envelope, this.nature, date);
    return this.cents;
  }
}

/** How grave it is to exceed a ceiling of that mode. */
export function severityOf(mode: CeilingMode): Severity {
  return mode === 'blocking' ? 'error' : mode === 'warning' ? 'warning' : 'info';
}
