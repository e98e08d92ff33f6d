/** The parts of a ceiling at a date: the printed amount and the movements in effect, by type. In cents. */
import type { CivilDate } from '../calendar/civil-date';
import { allocatedCents } from '../envelopes/ceilings';
import { lineAllocatedCents } from '../envelopes/allowances/line-amounts';
import type { BudgetLine, Convention, MovementType } from '../envelopes/convention';

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

/** The parts of an amount allocated; they add up to it. */
export type AllocationParts = Readonly<Record<AllocationCause, number>>;

/** Those of an envelope (or `'*'`) at a date. */
export function allocationParts(
  convention: Convention,
  envelope: string,
  nature: 'AE' | 'CP',
  asOf: CivilDate,
): AllocationParts {
  return partsOf(convention, (kept) => allocatedCents(kept, envelope, nature, asOf));
}

/** Those of a poste at a date; nothing where the convention gives it no amount of that nature. */
export function lineAllocationParts(
  convention: Convention,
  line: BudgetLine,
  nature: 'AE' | 'CP',
  asOf: CivilDate,
): AllocationParts {
  return partsOf(convention, (kept) => lineAllocatedCents(kept, line, nature, asOf) ?? 0);
}

/** `allocated` gives the amount of a convention, here with some of its movements. */
function partsOf(convention: Convention, allocated: (kept: Convention) => number): AllocationParts {
  const allocatedWith = (isKept: (type: MovementType) => boolean): number =>
    allocated({ ...convention, movements: convention.movements.filter(({ type }) => isKept(type)) });
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
