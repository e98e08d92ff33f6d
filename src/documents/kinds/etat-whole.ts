/**
 * The rows of the whole convention in the summary of the État, under those of its envelopes: only where it has a
 * ceiling of its own that theirs do not add up to, so that nothing else of the page gives its credits.
 */
import { allocatedCents, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { forecastYearAt } from '../../domain/envelopes/forecast-entries';
import { centsOf, lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { ETAT_WORDS as words } from '../../messages/documents/etat-fr';
import { formatAmount } from '../../messages/format';
import type { DocumentSource } from '../input';
import { ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import { amount, text, type Shown } from '../page/page-builder';
import { monthBound, MONTHS, type ForecastKit, type ForecastSpots } from './etat-blocks';
import { naturesOfWhole } from '../../domain/envelopes/allowances/whole-ceiling';

/** Columns of the summary. */
const AT = { opened: 2, realised: 3, expected: 4, landing: 5, left: 6 } as const;

/** The cells of a row. */
export interface WholeSpots {
  readonly nature: Nature;
  readonly landing: Shown;
}

/** Writes the row of a nature under those of its envelopes. */
export function addWholeRow(kit: ForecastKit, nature: Nature, blocks: readonly ForecastSpots[]): WholeSpots {
  const { page, source } = kit;
  const row = page.nextRow;
  const at = (column: number): string => page.at({ row, column });
  const own = blocks.filter((block) => block.nature === nature);
  const forecast = source.forecasts.get(WHOLE_CONVENTION)?.[nature] ?? null;
  const opened = openedOf(kit, nature);
  const realised = sumOfCells(
    page,
    own.map((block) => block.realised),
  );
  const expected = sumOfCells(
    page,
    own.map((block) => block.expected),
  );
  const wanted: KnownCents = forecast && forecast.known.cents + forecast.trend.cents;
  const landing = sumOfKnown([realised.cents, wanted]);
  page.add([
    text(DOCUMENT_WORDS.wholeConvention, 'totalLabel'),
    text(nature, 'totalLabel'),
    amount(opened.cents, opened.formula, 'totalAmount'),
    amount(realised.cents, realised.formula, 'totalAmount'),
    amount(wanted, wanted === expected.cents ? expected.formula : undefined, 'totalAmount'),
    amount(landing, `=ROUND(${at(AT.realised)}+${at(AT.expected)},2)`, 'totalAmount'),
    amount(lessKnown(opened.cents, landing), `=ROUND(${at(AT.opened)}-${at(AT.landing)},2)`, 'totalAmount'),
  ]);
  return { nature, landing: { row, column: AT.landing, cents: landing } };
}

/** The ceiling of the convention at the end of the year, with the movements of all its envelopes. */
function openedOf({ page, source, desk, heading }: ForecastKit, nature: Nature) {
  const { convention, ceilings } = source;
  const { lastDay } = forecastYearAt(convention, convention.signedOn);
  const cents = allocatedCents(convention, WHOLE_CONVENTION, nature, lastDay);
  const bound = monthBound(source, page.fixed(heading.year), MONTHS);
  const terms = [...ceilings.ofConvention(nature), ...ceilings.movedInAll(nature, bound)];
  const name = DOCUMENT_WORDS.figureOf(DOCUMENT_WORDS.figure.ceiling, DOCUMENT_WORDS.wholeConvention);
  return desk.ofMovements(name, terms, cents, { envelope: null, nature, asOf: lastDay });
}

/** Why the whole lands below what its envelopes add up to: its ceiling bounds the sum of their trends. */
export function wholeBounds({ forecasts, convention }: DocumentSource, natures: readonly Nature[]): readonly string[] {
  return naturesOfWhole(convention, natures).flatMap((nature) => {
    const whole = forecasts.get(WHOLE_CONVENTION)?.[nature] ?? null;
    const trends = convention.envelopes.map(({ code }) => centsOf(forecasts.get(code)?.[nature]?.trend ?? null));
    const sum = sumOfKnown(trends);
    if (whole === null || sum === null || whole.trend.cents >= sum) return [];
    return [words.wholeBounded(nature, formatAmount(whole.trend.cents, 'fr'), formatAmount(sum, 'fr'))];
  });
}

/** The landing of the whole beside the product's. */
export function wholeControls({ page, source }: ForecastKit, rows: readonly WholeSpots[]): readonly ControlLine[] {
  return rows.map(({ nature, landing }) => ({
    label: words.landingIsOwn(DOCUMENT_WORDS.wholeConvention, nature),
    document: sumOfCells(page, [landing]),
    reference: ownFigure(centsOf(source.forecasts.get(WHOLE_CONVENTION)?.[nature]?.landing ?? null)),
  }));
}
