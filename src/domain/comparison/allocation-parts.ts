/** The parts of a ceiling at a date: the printed amount and the movements in effect, by type. In cents. */
import type { CivilDate } from '../calendar/civil-date';
import { allocatedCents } from '../envelopes/ceilings';
import type { Convention, MovementType } from '../envelopes/convention';

/** In the order in which a bridge lists them. */
export const ALLOCATION_CAUSES = [
  'initial',
  'amendment',
  'transfer',
  'carryOver',
  'restoration',
  'freeze',
] as const satisfies readonly ('initial' | MovementType)[];
/** A part of a ceiling. */
export type AllocationCause = (typeof ALLOCATION_CAUSES)[number];

/** The parts of the amount allocated to an envelope (or `'*'`) at a date; they add up to it. */
export function allocationParts(
  convention: Convention,
  envelope: string,
  nature: 'AE' | 'CP',
  asOf: CivilDate,
): Readonly<Record<AllocationCause, number>> {
  const allocatedWith = (isKept: (type: MovementType) => boolean): number =>
    allocatedCents(
      { ...convention, movements: convention.movements.filter(({ type }) => isKept(type)) },
      envelope,
      nature,
      asOf,
    );
  const initial = allocatedWith(() => false);
  const moved = (only: MovementType): number => allocatedWith((type) => type === only) - initial;
  return {
    initial,
    amendment: moved('amendment'),
    transfer: moved('transfer'),
    carryOver: moved('carryOver'),
    restoration: moved('restoration'),
    freeze: moved('freeze'),
  };
}
