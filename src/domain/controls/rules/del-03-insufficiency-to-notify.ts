/**
 * The credits do not suffice, and the register has no notice to the délégant, who must know « sans délai » (2023
 * convention, art. 3). Either a blocking ceiling is exceeded, and a notice sent before that day was about something
 * else; or the reserved amounts no longer fit, which has no day of its own, so that any notice of the credit year
 * answers. PLA-01 to PLA-03 name the rows; this one names the duty. An error where the team keeps the duty in its
 * register, a warning otherwise, since the notice may have been sent without being recorded. The whole convention is
 * reported only when none of its envelopes is, a programme or a titre only when neither is. A former credit year is
 * judged too, on what it consumed. A convention that lists its duties without this one switches it off.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { ceilingOf, WHOLE_CONVENTION } from '../../envelopes/ceilings';
import { partCeilingsOf, partValue } from '../../envelopes/allowances/part-ceilings';
import { isBlocked } from '../../envelopes/allowances/tolerance';
import type { Ceiling, Convention, Tolerance } from '../../envelopes/convention';
import { creditYearAt } from '../../envelopes/credit-years';
import { areCalculated, type Figures } from '../../envelopes/figures';
import type { Duty } from '../../envelopes/terms';
import { NATURES, type Nature } from '../../money/nature';
import { MovingCeiling, overrunsOf, type Overrun } from '../facts/ceiling-walk';
import { findingAt, type LedgerControl, type Report } from '../control-contract';
import { ceilingCell, dutyCell, dutyOf, envelopeCell } from './kit/convention-place';
import { partOverruns } from './kit/part-overruns';
import type { CeilingOfPart } from '../findings/details/pla';
import type { FindingOf } from '../findings/finding';
import type { BalancedFacts } from '../facts/ceiling-facts';

type Details = FindingOf<'DEL-03'>['details'];

/** DEL-03. */
export const insufficiencyToNotify: LedgerControl<'DEL-03'> = {
  rule: 'DEL-03',
  scope: 'ledger',
  needs: [],
  check: (inspection, report) => reportLacks(inspection, { isOver: false, toldBy: inspection.asOf }, report),
};

/** `isOver`: the year has ended, and what is reserved is no longer of its credits. `toldBy`: the day of the controls. */
interface Moment {
  readonly isOver: boolean;
  readonly toldBy: CivilDate;
}

/** The lacks of the credit year of the facts. */
export function reportLacks(facts: BalancedFacts, moment: Moment, report: Report<'DEL-03'>): void {
  const { convention } = facts;
  const duty = dutyOf(convention, 'insufficiency');
  if (duty === null) return;
  for (const nature of NATURES) {
    const all = creditsIn(facts, nature);
    const found = (['envelope', 'whole', 'part'] as const)
      .map((level) => all.filter((credits) => credits.level === level && lacks(credits, moment)))
      .find(({ length }) => length > 0);
    for (const credits of found ?? []) reportLack(facts, credits, nature, duty, moment, report);
  }
}

/** Credits that a ceiling bounds in a nature: of an envelope, of the whole convention, of a programme or a titre. */
interface BoundedCredits {
  readonly level: 'envelope' | 'whole' | 'part';
  readonly code: string;
  readonly of?: CeilingOfPart;
  readonly ceiling: Ceiling<Nature> | null;
  readonly figures: Figures;
  readonly tolerance?: Tolerance | undefined;
  readonly overruns: () => readonly Overrun<string>[];
}

function creditsIn(facts: BalancedFacts, nature: Nature): readonly BoundedCredits[] {
  const { convention, balances } = facts;
  const ofCode = (code: string) => ({
    code,
    figures: balances.figures({ envelope: code, line: null }, nature),
    overruns: () => overrunsIn(facts, code, nature),
  });
  return [
    ...convention.envelopes.map((one): BoundedCredits => ({
      ...ofCode(one.code),
      level: 'envelope',
      ceiling: ceilingOf(convention, one, nature),
      tolerance: one.tolerance,
    })),
    { ...ofCode(WHOLE_CONVENTION), level: 'whole', ceiling: convention.ceilings[nature] },
    ...partCeilingsOf(convention).map((part): BoundedCredits => ({
      level: 'part',
      code: WHOLE_CONVENTION,
      of: { part: part.part, value: partValue(part), article: part.article },
      ceiling: part.ceilings[nature],
      figures: balances.parts.figures(part, nature),
      overruns: () => partOverruns(part, nature, facts),
    })),
  ];
}

/** More is missing than the convention tolerates. */
function lacks({ ceiling, figures, tolerance }: BoundedCredits, { isOver }: Moment): boolean {
  if (ceiling === null || !areCalculated(figures)) return false;
  const left = isOver ? figures.remaining : figures.available;
  return isBlocked(ceiling, tolerance, figures.allocated.cents, left.cents);
}

function reportLack(
  { convention }: BalancedFacts,
  { code, of, figures, overruns }: BoundedCredits,
  nature: Nature,
  duty: Duty | undefined,
  { toldBy }: Moment,
  report: Report<'DEL-03'>,
): void {
  if (!areCalculated(figures)) return;
  const { available, remaining } = figures;
  const isExceeded = remaining.isNegative;
  const since = isExceeded ? crossedOn(overruns()) : null;
  const doneOn = duty?.doneOn ?? null;
  if (doneOn !== null && doneOn <= toldBy && isAnswer(convention, doneOn, since)) return;
  const details: Details = {
    envelope: code,
    nature,
    missing: -(isExceeded ? remaining : available).cents,
    isExceeded,
    since,
    ...(of && { of }),
  };
  const place = duty ? dutyCell(duty) : placeOf(convention, code, nature);
  report(findingAt('DEL-03', isExceeded && duty ? 'error' : 'warning', place, details));
}

/** A notice of a day is about a lack that has lasted since another, or, without that day, about one of its year. */
function isAnswer(convention: Convention, doneOn: CivilDate, since: CivilDate | null): boolean {
  return since === null ? creditYearAt(convention, doneOn) === convention.creditYear : doneOn >= since;
}

function placeOf(convention: Convention, code: string, nature: Nature) {
  const envelope = convention.envelopes.find((known) => known.code === code);
  return envelope ? envelopeCell(convention, envelope, nature) : ceilingCell(convention, nature);
}

/** The day on which the ceiling was last crossed; null when the row that crosses it has no date. */
function crossedOn(overruns: readonly Overrun<string>[]): CivilDate | null {
  return overruns.filter(({ crosses }) => crosses).at(-1)?.date ?? null;
}

/** The rows above the ceiling of an envelope, or of the whole convention. */
function overrunsIn(facts: BalancedFacts, code: string, nature: Nature): readonly Overrun<string>[] {
  const { convention, asOf, ledger } = facts;
  return overrunsOf(
    facts.timelineOf(nature),
    ledger.rows,
    ({ envelope }) => (code === WHOLE_CONVENTION || envelope.code === code ? code : null),
    (group) => new MovingCeiling(convention, group, nature, asOf),
  );
}
