/**
 * État de prévision et de suivi (art. 2.2 of the 2023 convention: « tous les éléments de prévision et de suivi des
 * dépenses », within five working days): each envelope month by month, its landing with the method, the rest at year
 * end.
 */
import { ETAT_WORDS as words } from '../../messages/documents/etat-fr';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { chorusSource } from './chorus-source';
import { addYears } from './bilan-years';
import { addOwnCharts, type Band } from './etat-charts';
import { addClosing, addControlPage, addSignature } from '../page/closing';
import { addControls, controlHighlight, ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import type { DocumentPage, Highlight, Origin } from '../page/document-page';
import { FigureDesk } from '../figures/figure-desk';
import { addForecast, FORECAST_COLUMN, type ForecastKit, type ForecastSpots } from './etat-blocks';
import { addWholeRow, wholeBounds, wholeControls, type WholeSpots } from './etat-whole';
import { naturesOfWhole } from '../../domain/envelopes/allowances/whole-ceiling';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { computedOnce } from '../figures/figure-memory';
import {
  allocatedCents,
  changeOf,
  effectiveFrom,
  isAllocated,
  isOfCreditYear,
  naturesSinceStart,
  WHOLE_CONVENTION,
} from '../../domain/envelopes/ceilings';
import { forecastYearAt } from '../../domain/envelopes/forecast-entries';
import { centsOf } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { amount, PageBuilder, text, type Shown } from '../page/page-builder';

/** From this amount on, in cents, the columns of months are wider: a narrow one shows it as « ### ». */
const LARGE = 1_000_000_000;
/** Blank rows for the text of the team. */
const ROWS_TO_WRITE = 5;
/** Two charts side by side over the whole width. */
const CHART_BANDS: readonly Band[] = [
  { left: 0, columns: 7 },
  { left: 7, columns: 8 },
];

export function etat(source: DocumentSource, origin: Origin): DocumentPage {
  return computedOnce(source.etats, `${origin.row} ${origin.column}`, () => pageAt(source, origin));
}

function pageAt(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, widthsFor(source), 'landscape');
  const heading = addHeading(page, source, words.title(convention.creditYear));
  const desk = new FigureDesk(source, heading.bounds);
  const kit: ForecastKit = { page, source, desk, heading };
  const natures = naturesSinceStart(convention);
  const ofWhole = naturesOfWhole(convention, natures);
  const summary = page.reserve(3 + convention.envelopes.length * natures.length + ofWhole.length);
  const placed = convention.envelopes.map((envelope, index) => {
    page.begins('part');
    const title = DOCUMENT_WORDS.envelope(envelope.label, envelope.code);
    page.formerly(title, DOCUMENT_WORDS.numbered(2 + index, title));
    page.addSection([text(DOCUMENT_WORDS.numbered(2 + index, title), 'title')]);
    const forecast = source.forecasts.get(envelope.code);
    const spots = natures.map((nature) => addForecast(kit, envelope, nature, forecast?.[nature] ?? null));
    return { spots, charts: addOwnCharts(page, source, spots, CHART_BANDS) };
  });
  const hasYears = convention.otherYears.length > 0;
  const next = 2 + convention.envelopes.length + (hasYears ? 1 : 0);
  const blocks = placed.flatMap(({ spots }) => spots);
  const whole = summary.fill(() => addSummary(kit, blocks, ofWhole));
  page.formerly(words.earlierExpected, words.expected);
  page.formerly(words.earlierOpened, words.opened);
  if (hasYears) {
    page.begins('part');
    page.addSection([text(DOCUMENT_WORDS.numbered(next - 1, DOCUMENT_WORDS.sinceStart), 'title')]);
    addYears({ page, source, natures }, FORECAST_COLUMN.comments);
  }
  page.begins('block');
  page.addSection([text(DOCUMENT_WORDS.numbered(next, words.assumptions), 'title')]);
  page.addSentence(words.howRealised, 'subtitle');
  for (const sentence of wholeBounds(source, natures)) page.addSentence(sentence, 'subtitle');
  for (const sentence of laterMovements(source)) page.addSentence(sentence, 'subtitle');
  page.addSentence(chorusSource(source), 'subtitle');
  page.addBlank();
  page.begins('block');
  page.addSection([text(DOCUMENT_WORDS.numbered(next + 1, words.risks), 'title')]);
  for (let row = 0; row < ROWS_TO_WRITE; row++) page.addBlank();
  addSignature(page, source, next + 2);
  addControlPage(page, source);
  addControls(page, [...controlsOf(kit, blocks), ...wholeControls(kit, whole)], desk);
  addClosing(page, source, desk, [words.forecastIsAValue]);
  return page.build({
    commentColumn: FORECAST_COLUMN.comments,
    highlights: [controlHighlight(page), belowZero(page)],
    charts: placed.flatMap(({ charts }) => charts),
  });
}

/** The characters of each column: those of months hold the credits and the landing of all the envelopes together. */
function widthsFor({ convention, forecasts }: DocumentSource): readonly number[] {
  const { lastDay } = forecastYearAt(convention, convention.signedOn);
  const isLarge = naturesSinceStart(convention).some((nature) => {
    const credits = allocatedCents(convention, WHOLE_CONVENTION, nature, lastDay);
    const ofEnvelopes = convention.envelopes.map(({ code }) => {
      const landing = centsOf(forecasts.get(code)?.[nature]?.landing ?? null) ?? 0;
      return Math.max(Math.abs(allocatedCents(convention, code, nature, lastDay)), Math.abs(landing));
    });
    return (
      Math.max(
        credits,
        ofEnvelopes.reduce((sum, cents) => sum + cents, 0),
      ) >= LARGE
    );
  });
  return [36, ...Array.from({ length: 12 }, () => (isLarge ? 17 : 13)), isLarge ? 18 : 15, 24];
}

/**
 * The movements after the as-of date that « Dotation » counts, as the landing is that of the whole year: the other
 * documents and the controls do not count them yet.
 */
function laterMovements({ convention, input }: DocumentSource): readonly string[] {
  const { asOf } = input.balances;
  const { lastDay } = forecastYearAt(convention, asOf);
  return convention.envelopes.flatMap((envelope) =>
    naturesSinceStart(convention).flatMap((nature) => {
      const later = convention.movements.filter((movement) => {
        const from = movement.nature === nature ? effectiveFrom(convention, movement) : null;
        return from !== null && from > asOf && from <= lastDay && isOfCreditYear(convention, movement);
      });
      const changes = later.filter((movement) => changeOf(convention, movement, envelope) !== 0);
      const cents = changes.reduce((sum, movement) => sum + changeOf(convention, movement, envelope), 0);
      return changes.length === 0 || !isAllocated(convention, envelope.code, nature)
        ? []
        : [words.laterMovements(envelope.code, nature, cents, lastDay, changes)];
    }),
  );
}

/** The summary, first in the document: one row per envelope and nature, then those of the whole convention. */
function addSummary(
  kit: ForecastKit,
  blocks: readonly ForecastSpots[],
  ofWhole: readonly Nature[],
): readonly WholeSpots[] {
  const { page } = kit;
  page.addSection([text(DOCUMENT_WORDS.numbered(1, words.summary), 'title')]);
  page.add(words.summaryHeadings.map((label) => text(label, 'heading')));
  const copy = (spot: Shown | null) =>
    spot ? amount(spot.cents, `=${page.at(spot)}`) : text(DOCUMENT_WORDS.notGiven, 'amount');
  for (const { envelope, nature, opened, realised, expected, landing, left } of blocks) {
    page.add([
      text(envelope.label, 'label'),
      text(nature, 'text'),
      copy(opened),
      copy(realised),
      copy(expected),
      copy(landing),
      copy(left),
    ]);
  }
  const rows = ofWhole.map((nature) => addWholeRow(kit, nature, blocks));
  page.addBlank();
  return rows;
}

function controlsOf({ page, source, desk }: ForecastKit, blocks: readonly ForecastSpots[]): readonly ControlLine[] {
  return blocks.flatMap(({ envelope, nature, realised, landing }): readonly ControlLine[] => {
    const { consumed } = source.input.balances.figures({ envelope: envelope.code, line: null }, nature);
    const line = (label: string, spot: Shown, reference: ControlLine['reference']): ControlLine => ({
      label,
      document: sumOfCells(page, [spot]),
      reference,
    });
    const own = centsOf(source.forecasts.get(envelope.code)?.[nature]?.landing ?? null);
    const paid =
      nature === 'CP'
        ? desk.ofLedger(words.realisedIsConsumed(envelope.code, nature), 'paid', { envelope, line: null })
        : ownFigure(centsOf(consumed));
    return [
      line(words.realisedIsConsumed(envelope.code, nature), realised, paid),
      line(words.landingIsOwn(envelope.code, nature), landing, ownFigure(own)),
    ];
  });
}

/** Paints a year that ends above its credits. */
function belowZero(page: PageBuilder): Highlight {
  const cell = `$${page.letters(FORECAST_COLUMN.year)}${page.firstSheetRow}`;
  return { left: FORECAST_COLUMN.year, columns: 1, formula: `=AND(ISNUMBER(${cell}),N(${cell})<0)` };
}
