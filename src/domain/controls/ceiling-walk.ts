/**
 * Walks consumption in the order of time under a ceiling that may change on the way, and names the row that crosses it, then each row
 * that adds to the excess. Exactly the ceiling is not above it. A retrait that brings the total back down arms the ceiling again.
 */
import type { CivilDate } from '../calendar/civil-date';
import { allocatedCents, effectiveFrom } from '../envelopes/ceilings';
import type { CeilingMode, Convention } from '../envelopes/convention';
import type { Nature } from '../money/nature';
import type { Severity } from './finding';
import type { Step } from './timeline';

/** A row above a ceiling, once it is counted; amounts in cents. */
export interface Overrun<G> {
  readonly group: G;
  readonly step: Step;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  /** True on the row that crosses, false on a later one that adds to the excess. */
  readonly crosses: boolean;
}

/** The ceiling of a group at a date (null: undated); null when it has none. */
export type CeilingAt = (date: CivilDate | null) => number | null;

interface Tally {
  readonly ceilingAt: CeilingAt;
  total: number;
  isOver: boolean;
}

/** The rows above a ceiling, group by group; `groupOf` says null for a step that no ceiling of this kind concerns. */
export function overrunsOf<G>(
  steps: readonly Step[],
  groupOf: (step: Step) => G | null,
  ceilingOf: (group: G) => CeilingAt,
): readonly Overrun<G>[] {
  const tallies = new Map<G, Tally>();
  const overruns: Overrun<G>[] = [];
  for (const step of steps) {
    const group = groupOf(step);
    if (group === null) continue;
    let tally = tallies.get(group);
    if (!tally) tallies.set(group, (tally = { ceilingAt: ceilingOf(group), total: 0, isOver: false }));
    tally.total += step.cents;
    const ceiling = tally.ceilingAt(step.date);
    if (ceiling === null) continue;
    const { total } = tally;
    const isOver = total > ceiling;
    if (isOver && step.cents > 0) overruns.push({ group, step, ceiling, total, over: total - ceiling, crosses: !tally.isOver });
    if (!isOver || step.cents > 0) tally.isOver = isOver;
  }
  return overruns;
}

/** The cents allocated to an envelope (or `'*'`) over time; an undated row meets the ceiling of the day of the controls. */
export function allocationOverTime(convention: Convention, envelope: string, nature: Nature, asOf: CivilDate): (date: CivilDate | null) => number {
  const moves = convention.movements.filter((movement) => movement.nature === nature);
  const changes = [...new Set(moves.flatMap((movement) => effectiveFrom(convention, movement) ?? []))].sort((first, second) => first - second);
  const remembered = new Map<number, number>(); // by how many changes came before: between two of them nothing moves
  return (date) => {
    const day = date ?? asOf;
    let passed = 0;
    while (passed < changes.length && (changes[passed] ?? day) <= day) passed++;
    let cents = remembered.get(passed);
    if (cents === undefined) remembered.set(passed, (cents = allocatedCents(convention, envelope, nature, day)));
    return cents;
  };
}

/** How grave it is to exceed a ceiling of that mode. */
export function severityOf(mode: CeilingMode): Severity {
  return mode === 'blocking' ? 'error' : mode === 'warning' ? 'warning' : 'info';
}
