/**
 * Credits will not be, or were not, entirely consumed, and the register has no notice to the délégant, who must know «
 * dans les meilleurs délais » (2023 convention, art. 3): unspent, they are lost to both (LOLF art. 15). AE can be
 * consumed until the last day of commitments before closing, CP until the last day of payments, and both until the
 * convention ends or is terminated, and until the end of the year. An information from sixty days before the first of
 * these days (a délégant re-employs credits given back before mid-November); a warning after them, when nothing can
 * change any more. Under a blocking ceiling of the whole convention that leaves nothing, no envelope has anything to
 * give back; one that leaves less than its envelopes add up to is given beside them, as in the letter. Under a
 * convention of several credit years, a notice answers for one of them; a former one is judged too, while no later
 * notice may have taken the place of its own. A convention that lists its duties without this one
 * switches it off.
 */
import { addDays, addMonths, civilDate, type CivilDate } from '../../calendar/civil-date';
import { carriedOver, NOTHING_CARRIED, type CarriedOver } from '../../envelopes/allowances/reports-to-next-year';
import { isWholeUsedUp, naturesOfWhole } from '../../envelopes/allowances/whole-ceiling';
import type { Convention, Envelope } from '../../envelopes/convention';
import { creditYearAt } from '../../envelopes/credit-years';
import { lastDayOf } from '../../envelopes/termination';
import type { Duty } from '../../envelopes/terms';
import { WHOLE_CONVENTION } from '../../envelopes/ceilings';
import type { Euros } from '../../money/euros';
import type { Nature } from '../../money/nature';
import { findingAt, type LedgerControl, type Report } from '../control-contract';
import { dutyCell, dutyOf, envelopeCell } from './kit/convention-place';
import type { BalancedFacts } from '../facts/ceiling-facts';

/** Calendar days before the last day of a nature. */
const SOON = 60;
/** Months after the end of a credit year in which a notice is still about that year. */
const MONTHS_AFTER_YEAR = 1;

/** DEL-04. */
export const unspentToNotify: LedgerControl<'DEL-04'> = {
  rule: 'DEL-04',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { convention, asOf } = inspection;
    const duty = dutyOf(convention, 'unspent');
    if (duty === null || toldYear(convention, duty?.doneOn ?? null, asOf) === convention.creditYear) return;
    reportUnspent(inspection, duty, asOf, report);
  },
};

/**
 * The credits left of a former year, of which no notice of that year or of a later one is known, less those carried
 * over to the next year: the délégant knows them.
 * The ledger may not keep that year: it is judged in the natures that it consumed then.
 */
export function reportFormerUnspent(facts: BalancedFacts, asOf: CivilDate, report: Report<'DEL-04'>): void {
  const { convention } = facts;
  const duty = dutyOf(convention, 'unspent');
  if (duty === null || (toldYear(convention, duty?.doneOn ?? null, asOf) ?? 0) >= convention.creditYear) return;
  const isKept = (nature: Nature): boolean => {
    const { consumed } = facts.balances.figures({ envelope: WHOLE_CONVENTION, line: null }, nature);
    return consumed !== null && !consumed.isZero;
  };
  reportUnspent(facts, duty, asOf, report, {
    isJudged: isKept,
    carriedOver: (envelope, nature) => carriedOver(convention, envelope, nature),
  });
}

/** The natures that are judged, and what is known of the délégant. */
interface Scope {
  readonly isJudged: (nature: Nature) => boolean;
  readonly carriedOver: (envelope: Envelope, nature: Nature) => CarriedOver;
}

function reportUnspent(
  facts: BalancedFacts,
  duty: Duty | undefined,
  asOf: CivilDate,
  report: Report<'DEL-04'>,
  { isJudged, carriedOver }: Scope = { isJudged: () => true, carriedOver: () => NOTHING_CARRIED },
): void {
  const { convention } = facts;
  const last = { AE: lastDay(convention, 'AE'), CP: lastDay(convention, 'CP') };
  const leftIn = (envelope: Envelope, nature: Nature): number | null => {
    const { left } = carriedOver(envelope, nature);
    return isJudged(nature) ? leftOf(facts, envelope, nature, last[nature], left) : null;
  };
  const wholes = { AE: wholeBelow(facts, 'AE', leftIn, carriedOver), CP: wholeBelow(facts, 'CP', leftIn, carriedOver) };
  for (const envelope of convention.envelopes) {
    const carried = { AE: carriedOver(envelope, 'AE'), CP: carriedOver(envelope, 'CP') };
    const [ae, cp] = [leftIn(envelope, 'AE'), leftIn(envelope, 'CP')];
    const [nature] = [...(ae === null ? [] : (['AE'] as const)), ...(cp === null ? [] : (['CP'] as const))];
    if (nature === undefined) continue;
    const until = nature === 'AE' ? last.AE : last.CP;
    const isOver = asOf > until;
    const place = duty ? dutyCell(duty) : envelopeCell(convention, envelope, nature);
    const isLessCarried = (ae !== null && carried.AE.cents !== 0) || (cp !== null && carried.CP.cents !== 0);
    const ofWhole = { ae: ae === null ? null : wholes.AE, cp: cp === null ? null : wholes.CP };
    const isBounded = ofWhole.ae !== null || ofWhole.cp !== null;
    const details = {
      ...{ envelope: envelope.code, ae, cp, until, isOver },
      ...(isLessCarried && { isLessCarried }),
      ...(isBounded && { whole: ofWhole }),
    };
    report(findingAt('DEL-04', isOver ? 'warning' : 'info', place, details));
  }
}

/** The credit year of which the délégant knows what is left, by the last notice; null without one. */
function toldYear(convention: Convention, doneOn: CivilDate | null, asOf: CivilDate): number | null {
  if (doneOn === null || doneOn > asOf) return null;
  return creditYearAt(convention, addMonths(doneOn, -MONTHS_AFTER_YEAR));
}

/** The last day on which a nature can be consumed; the closing of another credit year closes nothing in this one. */
function lastDay(convention: Convention, nature: Nature): CivilDate {
  const { creditYear, closing } = convention;
  const end = lastDayOf(convention);
  const newYearsEve = civilDate(creditYear, 12, 31) ?? end;
  const closed = nature === 'AE' ? closing.commitment : closing.payment;
  const ownClosing = closed !== null && creditYearAt(convention, closed) === creditYear ? closed : null;
  return [newYearsEve, ownClosing].reduce<CivilDate>((first, day) => (day !== null && day < first ? day : first), end);
}

/**
 * Cents left under a ceiling of the whole convention; null where it has none of its own that leaves less than its
 * envelopes.
 */
function wholeBelow(
  { convention, balances }: BalancedFacts,
  nature: Nature,
  leftIn: (envelope: Envelope, nature: Nature) => number | null,
  carriedOver: Scope['carriedOver'],
): number | null {
  const { remaining } = balances.figures({ envelope: WHOLE_CONVENTION, line: null }, nature);
  if (remaining === null || naturesOfWhole(convention, [nature]).length === 0) return null;
  const sum = (of: (envelope: Envelope) => number): number =>
    convention.envelopes.reduce((before, envelope) => before + of(envelope), 0);
  const left = remaining.cents - sum((envelope) => carriedOver(envelope, nature).left);
  return left < sum((envelope) => leftIn(envelope, nature) ?? 0) ? left : null;
}

/** Cents left of a nature once its end is near; null when there are none, not calculable, or nothing bounds them. */
function leftOf(
  facts: BalancedFacts,
  { code }: Envelope,
  nature: Nature,
  last: CivilDate,
  carried: number,
): number | null {
  if (facts.asOf < addDays(last, -SOON)) return null;
  const remainingOf = (envelope: string): Euros | null =>
    facts.balances.figures({ envelope, line: null }, nature).remaining;
  if (isWholeUsedUp(facts.convention, nature, remainingOf(WHOLE_CONVENTION)?.cents ?? null)) return null;
  const remaining = remainingOf(code);
  return remaining !== null && remaining.cents > carried ? remaining.cents - carried : null;
}
