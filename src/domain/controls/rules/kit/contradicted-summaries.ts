/**
 * Figures typed in a summary, compared with those of the ledger (DON-05). A summary may be older than the ledger, or
 * count more or less than the product does: a difference is a doubt, and every way to count that agrees ends it.
 */
import { partsOf, type CivilDate } from '../../../calendar/civil-date';
import type { LabelPeriod } from '../../../calendar/label-period';
import { WHOLE_CONVENTION } from '../../../envelopes/ceilings';
import { areCalculated, type Balances } from '../../../envelopes/figures';
import type { StatedFigure } from '../../../envelopes/reading-facts';
import { findingAt, type Report } from '../../control-contract';
import type { Inspection } from '../../facts/inspection';

/** The figure of the ledger, then what other ways to count give; in cents. */
type Ways = readonly number[];

interface Wrong {
  readonly stated: StatedFigure;
  readonly sum: number;
}

const FIRST_DAY = 101;
const LAST_DAY = 1231;

/** Reports the figures that no way to count gives, each cause once. */
export function reportStatedFigures(inspection: Inspection, report: Report<'DON-05'>): void {
  const stated = inspection.ledger.reading?.stated ?? [];
  if (stated.length === 0) return;
  const { asOf } = inspection;
  const sums = new StatedSums(inspection);
  const credits = stated.filter((one) => one.mayBeGiven && sums.givenOf(one).some((cents) => isStated(one, cents)));
  const areCredits = (one: StatedFigure): boolean =>
    one.mayBeGiven === true && credits.some(({ sheet, figure }) => sheet === one.sheet && figure === one.figure);
  const wrong = stated.flatMap((one): readonly Wrong[] => {
    if (!one.periods.every((period) => endsOn(period, asOf))) return [];
    const [sum, ...others] = sums.waysOf(one);
    if (sum === undefined || areCredits(one) || [sum, ...others].some((cents) => isStated(one, cents))) return [];
    return [{ stated: one, sum }];
  });
  for (const one of wrong) {
    if (followsFromAnother(one, wrong)) continue;
    const { sheet, area, figure, envelope, words, cents } = one.stated;
    const field = figure === 'aeConsumed' || figure === 'aeRemaining' ? 'ae' : 'cp';
    const details = { field, shown: cents, sum: one.sum, stated: { figure, envelope, words, asOf } } as const;
    report(findingAt('DON-05', 'warning', { kind: 'area', sheet, area }, details));
  }
}

function isStated({ cents, margin }: StatedFigure, sum: number): boolean {
  return Math.abs(sum - cents) <= margin;
}

/** True for the figures of the year until that day. */
function endsOn({ year, from, to }: LabelPeriod, asOf: CivilDate): boolean {
  const { year: own, month, day } = partsOf(asOf);
  return from === FIRST_DAY && (year === null || year === own) && (to === LAST_DAY || to === month * 100 + day);
}

/** A balance differs with its consumption, and a total with its envelopes: the consumption of the envelope is named. */
function followsFromAnother({ stated, sum }: Wrong, wrong: readonly Wrong[]): boolean {
  const beside = wrong.filter((one) => one.stated.sheet === stated.sheet && one.stated !== stated);
  const { figure, envelope, cents } = stated;
  const isConsumed = figure === 'aeConsumed' || figure === 'cpConsumed';
  if (!isConsumed && beside.some(({ stated: one }) => one.envelope === envelope && mayMove(one.figure, figure)))
    return true;
  if (envelope !== null) return false;
  const parts = beside.filter(({ stated: one }) => one.envelope !== null && one.figure === figure);
  return parts.length > 0 && parts.reduce((gap, one) => gap + one.stated.cents - one.sum, 0) === cents - sum;
}

function mayMove(consumed: StatedFigure['figure'], balance: StatedFigure['figure']): boolean {
  if (consumed === 'aeConsumed') return balance !== 'cpRemaining';
  return consumed === 'cpConsumed' && balance !== 'aeRemaining';
}

/** The figures of one ledger, counted in several ways. */
class StatedSums {
  /** The sums of all rows, whatever their dates, by envelope. */
  private readonly ofRows = new Map<string, { ae: number; cp: number }>();
  private readonly balances: Balances;
  private readonly codes: readonly string[];

  constructor(private readonly inspection: Inspection) {
    const { ledger, convention, assign, balances } = inspection;
    this.balances = balances;
    this.codes = convention.envelopes.map(({ code }) => code);
    for (const row of ledger.rows) {
      if (row.status === 'cancelled') continue;
      const assignment = assign(row);
      const codes = assignment.kind === 'assigned' ? [WHOLE_CONVENTION, assignment.envelope.code] : [];
      for (const code of codes) {
        const sums = this.ofRows.get(code) ?? { ae: 0, cp: 0 };
        if (row.ae.kind === 'amount') sums.ae += row.ae.cents;
        if (row.cp.kind === 'amount') sums.cp += row.cp.cents;
        this.ofRows.set(code, sums);
      }
    }
  }

  /** None where the ledger does not make the figure. A figure that names no envelope may be that of any. */
  waysOf({ figure, envelope }: StatedFigure): Ways {
    if (envelope !== null) return this.codes.includes(envelope) ? this.of(figure, envelope) : [];
    const whole = this.of(figure, WHOLE_CONVENTION);
    return whole.length === 0 ? [] : [...whole, ...this.codes.flatMap((code) => this.of(figure, code))];
  }

  /** The credits at first, now, and what is left of them: « AE » alone may be any of them. */
  givenOf({ figure, envelope: code }: StatedFigure): Ways {
    const nature = figure === 'aeConsumed' ? 'AE' : 'CP';
    const { ceilings, envelopes } = this.inspection.convention;
    const envelope = code ?? WHOLE_CONVENTION;
    const own = code === null ? ceilings : envelopes.find((one) => one.code === code)?.ceilings;
    const now = this.balances.figures({ envelope, line: null }, nature);
    const given = [own?.[nature]?.amount.cents, areCalculated(now) ? now.allocated.cents : null];
    const rap = nature === 'CP' ? this.openingRap(envelope) : 0;
    return [
      ...given.flatMap((cents) => (typeof cents === 'number' ? [cents, cents - rap] : [])),
      ...this.remaining(nature, envelope),
    ];
  }

  private of(figure: StatedFigure['figure'], envelope: string): Ways {
    switch (figure) {
      case 'aeConsumed':
        return this.consumed('AE', envelope);
      case 'cpConsumed':
        return this.consumed('CP', envelope);
      case 'aeRemaining':
        return this.remaining('AE', envelope);
      case 'cpRemaining':
        return this.remaining('CP', envelope);
      case 'outstanding':
        return this.outstanding(envelope);
    }
  }

  private consumed(nature: 'AE' | 'CP', envelope: string): Ways {
    const { consumed, reserved } = this.balances.figures({ envelope, line: null }, nature);
    if (consumed === null) return [];
    const all = this.ofRows.get(envelope) ?? { ae: 0, cp: 0 };
    const rap = nature === 'CP' ? (this.balances.rapPaid(envelope)?.cents ?? 0) : 0;
    const { cents } = consumed;
    return [cents, cents + reserved.cents, cents - rap, nature === 'AE' ? all.ae : all.cp];
  }

  private remaining(nature: 'AE' | 'CP', envelope: string): Ways {
    const figures = this.balances.figures({ envelope, line: null }, nature);
    if (!areCalculated(figures)) return [];
    const given = [
      figures.allocated.cents,
      figures.allocated.cents - (nature === 'CP' ? this.openingRap(envelope) : 0),
    ];
    const consumed = this.consumed(nature, envelope);
    return given.flatMap((allocated) => consumed.map((cents) => allocated - cents));
  }

  /** « Reste à payer » may also be what is left of the CP. */
  private outstanding(envelope: string): Ways {
    const outstanding = this.balances.outstanding(envelope);
    if (outstanding === null) return [];
    const all = this.ofRows.get(envelope) ?? { ae: 0, cp: 0 };
    const committed = this.consumed('AE', envelope);
    const paid = this.consumed('CP', envelope);
    return [
      ...[outstanding.cents, outstanding.cents - this.openingRap(envelope), all.ae - all.cp],
      ...committed.flatMap((ae) => paid.map((cp) => ae - cp)),
      ...this.remaining('CP', envelope),
    ];
  }

  private openingRap(envelope: string): number {
    const { envelopes } = this.inspection.convention;
    return envelopes
      .filter(({ code }) => envelope === WHOLE_CONVENTION || code === envelope)
      .reduce((cents, { openingRap }) => cents + openingRap.cents, 0);
  }
}
