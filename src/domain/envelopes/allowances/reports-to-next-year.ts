/**
 * Credits carried over from a credit year to the next one. « Vers » in the next year and « De » in this one are the two
 * sides of one report, and the figures of this year have the second one already, also as a negative « Vers »; a « De »
 * in the next year takes to the year after it.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { Nature } from '../../money/nature';
import { changeOf, effectiveFrom } from '../ceilings';
import type { Convention, Envelope } from '../convention';
import { creditYearAt, creditYearsOf } from '../credit-years';
import { effectOf } from './movement-effect';

/** Cents that an envelope carries over to the next year, and those that its own year still has among what it leaves. */
export interface CarriedOver {
  readonly cents: number;
  readonly left: number;
}

/** Nothing carried over. */
export const NOTHING_CARRIED: CarriedOver = { cents: 0, left: 0 };

/**
 * The credits of an envelope in the year of the convention that the next year takes over, by the reports that count;
 * only those in effect at `asOf` where it is given.
 */
export function carriedOver(
  convention: Convention,
  envelope: Envelope,
  nature: Nature,
  asOf: CivilDate | null = null,
): CarriedOver {
  const next = creditYearsOf(convention).find((year) => year > convention.creditYear);
  let [given, taken] = [0, 0];
  for (const movement of convention.movements) {
    const from = effectiveFrom(convention, movement);
    if (movement.type !== 'carryOver' || movement.nature !== nature || from === null) continue;
    if (asOf !== null && from > asOf) continue;
    const year = creditYearAt(convention, from);
    const change = changeOf(convention, movement, envelope);
    const isGiving = effectOf(movement).from !== null || (year === convention.creditYear && change < 0);
    if (!isGiving) given += year === next ? change : 0;
    else taken -= year === convention.creditYear ? change : 0;
  }
  return { cents: Math.max(0, given), left: Math.max(0, given - taken) };
}
