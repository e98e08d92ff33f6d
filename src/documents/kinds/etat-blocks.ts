/** The block of an envelope and a nature in the État: each month realised, expected, cumulated, open; the rest. */
import { civilDate, daysInMonth, type CivilDate } from '../../domain/calendar/civil-date';
import { allocatedCents, isAllocated } from '../../domain/envelopes/ceilings';
import type { Envelope } from '../../domain/envelopes/convention';
import type { Forecast } from '../../domain/envelopes/forecast';
import { centsOf, lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { formatAmount } from '../../messages/format';
import { ETAT_WORDS as words } from '../../messages/documents/etat-fr';
import type { PlannedCell } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import type { Decided, FigureDesk } from '../figures/figure-desk';
import type { PageHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import type { FormulaNumber } from '../figures/criteria';
import { amount, blank, text, type PageBuilder, type Shown } from '../page/page-builder';

/** Months of a year. */
export const MONTHS = 12;
/** The columns of every block: the label, January to December, the year, the comments. */
export const FORECAST_COLUMN = { label: 0, january: 1, year: MONTHS + 1, comments: MONTHS + 2 } as const;
/** The rows of every block: headings, realised, expected, cumulated, opened, left, the method, a blank. */
export const BLOCK_ROWS = 8;

/** The tools of the blocks. */
export interface ForecastKit {
  readonly page: PageBuilder;
  readonly source: DocumentSource;
  readonly desk: FigureDesk;
  readonly heading: PageHeading;
}

/** The cells of the figures of a block. */
export interface ForecastSpots {
  readonly envelope: Envelope;
  readonly nature: Nature;
  /** The rows that a chart draws, with those of `realised` and `expected`. */
  readonly headingRow: number;
  readonly cumulatedRow: number;
  /** The credits at the end of each month; null where nothing bounds the envelope, and so is `left`. */
  readonly opened: Shown | null;
  readonly left: Shown | null;
  readonly realised: Shown;
  readonly expected: Shown;
  readonly landing: Shown;
  /** No credits and no operation in any month. */
  readonly isNil: boolean;
}

/** Writes the block of an envelope and a nature; its forecast is null when it is not calculable. */
export function addForecast(
  kit: ForecastKit,
  envelope: Envelope,
  nature: Nature,
  forecast: Forecast | null,
): ForecastSpots {
  const { page } = kit;
  const headings = [DOCUMENT_WORDS.natureHeading[nature], ...words.months, words.year, DOCUMENT_WORDS.comments];
  if (nature !== 'AE') page.begins('block');
  const headingRow = page.add(headings.map((label) => text(label, 'heading')));
  const months = words.months.map((_, month) => month);
  const realisedMonths = months.map((month) => realisedIn(kit, envelope, nature, forecast, month));
  const realised = addMonths(page, words.realised[nature], realisedMonths);
  const expectedMonths = months.map((month) => ({ cents: monthOf(forecast, month, 'forecast'), formula: undefined }));
  const expected = addMonths(page, words.expected, expectedMonths);
  const landing = addCumulated(page, realised.row, expected.row, forecast);
  const opened = addOpened(kit, envelope, nature);
  const left = addLeft(page, nature, opened, landing);
  page.add([text(methodOf(forecast), 'subtitle')]);
  page.addBlank();
  return {
    envelope,
    nature,
    headingRow,
    cumulatedRow: landing.row,
    opened,
    realised,
    expected,
    landing,
    left,
    isNil: (opened?.isNil ?? true) && [...realisedMonths, ...expectedMonths].every(({ cents }) => cents === 0),
  };
}

/** A row of months with their sum, whose cell it returns. */
function addMonths(page: PageBuilder, label: string, months: readonly Decided[]): Shown {
  const row = page.nextRow;
  const cents = sumOfKnown(months.map((month) => month.cents));
  const sum = `=SUM(${page.at({ row, column: FORECAST_COLUMN.january })}:${page.at({ row, column: MONTHS })})`;
  page.add([
    text(label, 'label'),
    ...months.map((month) => amount(month.cents, month.formula)),
    amount(cents, sum, 'totalAmount'),
    blank('inputText'),
  ]);
  return { row, column: FORECAST_COLUMN.year, cents };
}

function addCumulated(page: PageBuilder, realisedRow: number, expectedRow: number, forecast: Forecast | null): Shown {
  const row = page.nextRow;
  let cents: KnownCents = 0;
  const cells = words.months.map((_, month) => {
    cents = sumOfKnown([cents, monthOf(forecast, month, 'realised'), monthOf(forecast, month, 'forecast')]);
    const column = FORECAST_COLUMN.january + month;
    const before = month === 0 ? '' : `${page.at({ row, column: column - 1 })}+`;
    return amount(
      cents,
      `=ROUND(${before}${page.at({ row: realisedRow, column })}+${page.at({ row: expectedRow, column })},2)`,
    );
  });
  page.add([
    text(words.cumulated, 'totalLabel'),
    ...cells,
    amount(cents, `=${page.at({ row, column: MONTHS })}`, 'totalAmount'),
    blank('inputText'),
  ]);
  return { row, column: FORECAST_COLUMN.year, cents };
}

/** The credits open at the end of each month, amendments and transfers included from their day; null for none. */
function addOpened(
  { page, source, desk, heading }: ForecastKit,
  envelope: Envelope,
  nature: Nature,
): (Shown & { readonly isNil: boolean }) | null {
  const { convention } = source;
  const row = page.nextRow;
  const name = DOCUMENT_WORDS.figureOf(DOCUMENT_WORDS.figure.ceiling, envelope.code);
  if (!isAllocated(convention, envelope.code, nature)) {
    const dashes = Array.from({ length: MONTHS }, () => text(DOCUMENT_WORDS.notGiven, 'amount'));
    page.add([
      text(words.opened, 'label'),
      ...dashes,
      text(DOCUMENT_WORDS.notGiven, 'totalAmount'),
      blank('inputText'),
    ]);
    return null;
  }
  let cents = 0;
  let isNil = true;
  const cells = words.months.map((_, month): PlannedCell => {
    cents = allocatedCents(convention, envelope.code, nature, lastDayOf(convention.creditYear, month));
    isNil &&= cents === 0;
    const bound = monthBound(source, page.fixed(heading.year), month + 1);
    const terms = [
      ...source.ceilings.ofEnvelope(envelope, nature === 'AE' ? 'ae' : 'cp'),
      ...source.ceilings.moved(envelope, nature, bound),
    ];
    const scope = { envelope, nature, asOf: lastDayOf(convention.creditYear, month) };
    const decided = desk.ofMovements(name, terms, cents, scope);
    return amount(decided.cents, decided.formula);
  });
  page.add([
    text(words.opened, 'label'),
    ...cells,
    amount(cents, `=${page.at({ row, column: MONTHS })}`, 'totalAmount'),
    blank('inputText'),
  ]);
  return { row, column: FORECAST_COLUMN.year, cents, isNil };
}

/** Null where nothing bounds the envelope. */
function addLeft(page: PageBuilder, nature: Nature, opened: Shown | null, landing: Shown): Shown | null {
  const row = page.nextRow;
  const between = Array.from({ length: MONTHS }, () => blank('label'));
  const cents = opened && lessKnown(opened.cents, landing.cents);
  page.add([
    text(words.left[nature], 'totalLabel'),
    ...between,
    opened
      ? amount(cents, `=ROUND(${page.at(opened)}-${page.at(landing)},2)`, 'totalAmount')
      : text(DOCUMENT_WORDS.notGiven, 'totalAmount'),
    blank('inputText'),
  ]);
  return opened && { row, column: FORECAST_COLUMN.year, cents };
}

/** Consumption of a month, up to the as-of date. */
function realisedIn(
  { page, source, desk, heading }: ForecastKit,
  envelope: Envelope,
  nature: Nature,
  forecast: Forecast | null,
  month: number,
): Decided {
  const cents = monthOf(forecast, month, 'realised');
  const [year, asOf] = [page.fixed(heading.year), page.fixed(heading.asOf)];
  const end = monthBound(source, year, month + 1);
  const until = { formula: `MIN(${asOf}+1,${end.formula})`, value: Math.min(source.asOfSerial + 1, end.value) };
  const from = monthBound(source, year, month);
  const terms = desk.sums.termsBetween(nature, { envelope, line: null }, from, until);
  return desk.ofTerms(words.monthOf(nature, words.months[month] ?? '', envelope.code), terms, cents);
}

/** The first day of a month of the credit year, from 0; 12 is the next January. */
export function monthBound(source: DocumentSource, year: string, month: number): FormulaNumber {
  const { creditYear } = source.convention;
  const first = month < MONTHS ? civilDate(creditYear, month + 1, 1) : civilDate(creditYear + 1, 1, 1);
  const serial = first === null ? null : serialOfDate(first, source.input.workbook.uses1904Dates);
  return { formula: `DATE(${year},${month + 1},1)`, value: serial ?? source.asOfSerial + 1 };
}

function lastDayOf(year: number, month: number): CivilDate {
  return civilDate(year, month + 1, daysInMonth(year, month + 1)) ?? (0 as CivilDate);
}

/** An amount of a month, from 0. */
function monthOf(forecast: Forecast | null, month: number, what: 'realised' | 'forecast'): KnownCents {
  return centsOf(forecast?.months[month]?.[what] ?? null);
}

function methodOf(forecast: Forecast | null): string {
  if (forecast === null) return words.noForecast;
  const { method, monthly, unbounded } = forecast;
  const euros = (cents: number): string => formatAmount(cents, 'fr');
  if (method === 'trend') return words.method.trend(euros(monthly.cents));
  if (method === 'bounded') return words.method.bounded(euros(monthly.cents), euros(unbounded.cents));
  return words.method[method];
}
