/**
 * A movement takes from an envelope more than is left in it on its day: a transfer above the available amount, a gel
 * or an avenant below the amount already consumed (convention, art. 1.2 and 3). Movements are taken in the order of
 * time, those of a day from what gives the most to what takes the most, in whatever order they are typed; one that
 * does not count yet without an authorisation is reported by FON-01 and FON-02. A transfer that leaves too little
 * for what is reserved today, in an envelope where it no longer fits, is a doubt: since when is not known. A
 * movement that takes from a poste more than is left there is found as PLA-04 is, unless its envelope already is. An
 * envelope to which the convention gives none has none to give; one that only the whole convention bounds is not
 * judged. As grave as exceeding the ceiling.
 */
import type { CivilDate } from '../../calendar/civil-date';
import {
  isBoundByNothing,
  ceilingOf,
  changeOf,
  effectiveFrom,
  isOfCreditYear,
  lineCents,
} from '../../envelopes/ceilings';
import type { BudgetLine, Ceiling, Convention, Envelope, Movement } from '../../envelopes/convention';
import { everyLineOf } from '../../envelopes/envelope';
import { Euros } from '../../money/euros';
import { NATURES, type Nature } from '../../money/nature';
import { isBetweenLines } from '../../envelopes/allowances/free-transfers';
import { changeOfLine } from '../../envelopes/allowances/line-amounts';
import { toleratedCents } from '../../envelopes/allowances/tolerance';
import { areCalculated } from '../../envelopes/figures';
import type { FindingOf } from '../findings/finding';
import { severityOf } from '../facts/ceiling-walk';
import { findingAt, type Report } from '../control-contract';
import type { CeilingFacts } from '../facts/ceiling-facts';
import type { CeilingControl } from './kit/ceiling-control';
import { isJudged } from './kit/line-ceiling';
import { movementCell } from './kit/movement-cells';
import type { Account, Timeline } from '../facts/timeline';

/** FON-03. */
export const movementAboveAvailable: CeilingControl<'FON-03'> = {
  rule: 'FON-03',
  scope: 'ledger',
  needs: [],
  check(facts, report) {
    const { convention, missing } = facts;
    for (const nature of NATURES) {
      if (missing[nature] !== null) continue;
      const movements = inOrder(convention, nature);
      for (const envelope of convention.envelopes) {
        const above = checkEnvelope(facts, envelope, nature, movements, report);
        for (const line of everyLineOf(envelope))
          checkLine(facts, line, nature, movements, (finding, movement) => {
            if (!above.has(movement)) report(finding);
          });
      }
    }
  },
};

/** The movements that take more than is left in an envelope, which are reported. */
function checkEnvelope(
  facts: CeilingFacts,
  envelope: Envelope,
  nature: Nature,
  movements: readonly Dated[],
  report: Report<'FON-03'>,
): ReadonlySet<Movement> {
  const { convention } = facts;
  const above = new Set<Movement>();
  const ceiling = ceilingOfGiver(convention, envelope, nature);
  const own = inOrderOfDay(movements, ({ movement }) => changeOf(convention, movement, envelope));
  if (ceiling === null || !own.some(({ change }) => change < 0)) return above;
  const reserved = ceiling.mode === 'blocking' ? reservedAbove(facts, envelope, nature) : 0;
  const consumed = new Consumption(facts.timelineOf(nature), (one) => one.envelope === envelope);
  let allocated = ceiling.amount.cents;
  for (const { movement, date, change } of own) {
    const available = allocated - consumed.by(date);
    allocated += change;
    if (change >= 0) continue;
    const details = { type: movement.type, envelope: envelope.code, nature, cents: -change, available, date };
    const place = movementCell(movement, 'amount');
    if (-change > available) {
      above.add(movement);
      report(findingAt('FON-03', severityOf(ceiling.mode), place, details));
    } else if (movement.type === 'transfer' && reserved > 0 && -change > available - reserved)
      report(findingAt('FON-03', 'warning', place, { ...details, available: available - reserved, reserved }));
  }
  return above;
}

/**
 * Reports the movements that take too much from a poste. Its consumption counts where PLA-04 judges it; elsewhere only
 * an amount that becomes negative is found.
 */
function checkLine(
  facts: CeilingFacts,
  line: BudgetLine,
  nature: Nature,
  movements: readonly Dated[],
  report: (finding: FindingOf<'FON-03'>, movement: Movement) => void,
): void {
  const { convention } = facts;
  const printed = lineCents(line, nature);
  const own = inOrderOfDay(movements, ({ movement }) => changeOfLine(convention, movement, line));
  if (printed === null || !own.some(({ change }) => change < 0)) return;
  const isConsumed = isJudged(convention, line, nature);
  const consumed = new Consumption(facts.timelineOf(nature), (one) => isConsumed && one.line === line);
  let allocated = printed;
  for (const { movement, date, change } of own) {
    const available = allocated - consumed.by(date);
    allocated += change;
    // A transfer between postes without a positive amount is FON-02.
    if (change >= 0 || (isBetweenLines(movement) && movement.amount.cents <= 0)) continue;
    if (-change - available <= toleratedCents(line.tolerance, Math.max(0, allocated))) continue;
    const severity = severityOf(line.ceilings?.[nature]?.mode ?? line.mode);
    const { envelope, label } = line;
    const details = { type: movement.type, envelope, line: label, nature, cents: -change, available, date };
    report(findingAt('FON-03', severity, movementCell(movement, 'amount'), details), movement);
  }
}

/** Cents reserved today in an envelope whose available amount is negative; 0 in any other, and in a former year. */
function reservedAbove({ balances }: CeilingFacts, { code }: Envelope, nature: Nature): number {
  const figures = balances?.figures({ envelope: code, line: null }, nature);
  return figures && areCalculated(figures) && figures.available.isNegative ? figures.reserved.cents : 0;
}

/** Zero where the convention gives other envelopes that nature and not this one; null where nothing bounds it. */
function ceilingOfGiver(convention: Convention, envelope: Envelope, nature: Nature): Ceiling<Nature> | null {
  const own = ceilingOf(convention, envelope, nature);
  if (own !== null || convention.envelopes.every(({ ceilings }) => ceilings[nature] === null)) return own;
  if (convention.ceilings[nature] !== null && isBoundByNothing(envelope)) return null;
  return { amount: Euros.zero(), mode: 'blocking' };
}

interface Dated {
  readonly movement: Movement;
  readonly date: CivilDate;
}

/** The movements of a nature that count in the credit year, by the day from which they do. */
function inOrder(convention: Convention, nature: Nature): readonly Dated[] {
  const dated = convention.movements.flatMap((movement) => {
    const isOwn = movement.nature === nature && isOfCreditYear(convention, movement);
    const date = isOwn ? effectiveFrom(convention, movement) : null;
    return date === null ? [] : [{ movement, date }];
  });
  return dated.sort((one, other) => one.date - other.date);
}

/** The movements with what each changes: by day, those of a day from what gives the most to what takes the most. */
function inOrderOfDay(movements: readonly Dated[], changeBy: (one: Dated) => number) {
  const own = movements.map((one) => ({ ...one, change: changeBy(one) }));
  return own.sort((one, other) => one.date - other.date || other.change - one.change);
}

/** The consumption of an envelope or a poste by a day, asked in the order of time: the timeline is read once. */
class Consumption {
  private at = 0;
  private cents = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly isOwn: (account: Account) => boolean,
  ) {}

  by(date: CivilDate): number {
    const { days, cents, accountOf, accounts } = this.timeline;
    for (; this.at < days.length && (days[this.at] ?? date) <= date; this.at++) {
      const account = accounts[accountOf[this.at] ?? -1];
      if (account && this.isOwn(account)) this.cents += cents[this.at] ?? 0;
    }
    return this.cents;
  }
}
