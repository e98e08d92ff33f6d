/** The ceiling of a poste over time, and whether it is judged. */
import type { CivilDate } from '../../../calendar/civil-date';
import { isGivenByNature, lineAllocatedCents } from '../../../envelopes/allowances/line-amounts';
import { lineCents } from '../../../envelopes/ceilings';
import type { BudgetLine, Convention } from '../../../envelopes/convention';
import type { Nature } from '../../../money/nature';
import { MovingCeiling } from '../../facts/ceiling-walk';

/** True when the convention gives the poste an amount of that nature, or when the team follows its CP. */
export function isJudged({ followsLineCp }: Convention, line: BudgetLine, nature: Nature): boolean {
  return lineCents(line, nature) !== null && (isGivenByNature(line, nature) || followsLineCp);
}

/** The amount of a poste over time. */
export function lineCeiling(convention: Convention, line: BudgetLine, nature: Nature, asOf: CivilDate): MovingCeiling {
  return new MovingCeiling(
    convention,
    line.envelope,
    nature,
    asOf,
    (date) => lineAllocatedCents(convention, line, nature, date) ?? 0,
  );
}
