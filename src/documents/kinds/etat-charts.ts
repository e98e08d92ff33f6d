/**
 * The charts of the État, which the Bilan draws too: each month realised and expected, their running sum, the credits
 * open. `chart-steps.ts` updates those that are already in the workbook.
 */
import { CHART_WORDS as words } from '../../messages/documents/charts-fr';
import { ETAT_WORDS } from '../../messages/documents/etat-fr';
import type { DocumentId } from '../document';
import type { PageChart } from '../page/document-page';
import { chartName } from '../../workbook/document-names';
import { FORECAST_COLUMN, type ForecastSpots } from './etat-blocks';
import type { DocumentSource } from '../input';
import type { PageBuilder } from '../page/page-builder';

const MONTHS = 12;
/** Rows of 15 points. */
const CHART_ROWS = 16;
/** The blank rows around a chart, from the row where it begins: the end is excluded. */
export const CHART_ROOM = { from: -1, to: CHART_ROWS + 1 } as const;

/** Columns of a page, from its first. */
export interface Band {
  readonly left: number;
  readonly columns: number;
}

/** The charts of a document, for another that draws the same rows. */
export interface MonthlyRows {
  readonly sheet: string;
  /** True when the drawn document is a new one: charts of an earlier one lost their cells. */
  readonly isNew: boolean;
  readonly charts: readonly PageChart[];
  /** The rows are not there to be drawn: their charts are left out, and their room is kept. */
  readonly isRoomAlone?: true;
}

/**
 * Reserves blank rows under the blocks of an envelope, and returns the charts over them, one per nature. The room of a
 * nature that is not calculable stays blank: Excel would draw its cells as zeros. A nature without credits nor
 * operation in the year has no chart, and no room.
 */
export function addOwnCharts(
  page: PageBuilder,
  source: DocumentSource,
  blocks: readonly ForecastSpots[],
  bands: readonly Band[],
): readonly PageChart[] {
  page.begins('block');
  const drawn = blocks.filter(({ isNil }) => !isNil);
  const row = leaveRoom(page, drawn.length);
  return drawn.flatMap((spots, index): readonly PageChart[] => {
    const { envelope, nature } = spots;
    if (spots.landing.cents === null) return [];
    const months = (of: number) => page.area({ row: of, column: FORECAST_COLUMN.january }, 1, MONTHS);
    const chart: PageChart = {
      name: chartName('etat', envelope.code, nature, [row]),
      title: words.title(envelope.label, nature, source.convention.creditYear),
      description: words.description(envelope.label, nature, source.convention.creditYear),
      source: null,
      envelope: envelope.code,
      nature,
      categories: months(spots.headingRow),
      series: [
        { name: words.realised[nature], area: months(spots.realised.row), role: 'realised' },
        { name: ETAT_WORDS.expected, area: months(spots.expected.row), role: 'expected' },
        { name: words.cumulated, area: months(spots.cumulatedRow), role: 'cumulated' },
        ...(spots.opened === null
          ? []
          : [{ name: words.opened, area: months(spots.opened.row), role: 'ceiling' as const }]),
      ],
      axes: { categories: words.axes.months(source.convention.creditYear), values: words.axes.amounts },
      place: placeOf(page, row, bands[index]),
    };
    return [chart];
  });
}

/** The charts of an envelope over the rows of another document. */
export function addBorrowedCharts(
  page: PageBuilder,
  id: DocumentId,
  envelope: string,
  monthly: MonthlyRows,
  bands: readonly Band[],
): readonly PageChart[] {
  const charts = monthly.charts.filter((chart) => chart.envelope === envelope);
  const row = leaveRoom(page, charts.length);
  return charts.map((chart, index): PageChart => ({
    ...chart,
    name: chartName(id, envelope, chart.nature, [row, ...chart.name.split('_').slice(-1)]),
    source: monthly.sheet,
    place: placeOf(page, row, bands[index]),
  }));
}

function leaveRoom(page: PageBuilder, charts: number): number {
  if (charts === 0) return page.nextRow;
  page.addBlank(); // rows above may be taller in another program than where the chart was placed
  const row = page.nextRow;
  for (let blank = 0; blank <= CHART_ROWS; blank++) page.addBlank();
  return row;
}

function placeOf(page: PageBuilder, row: number, band: Band = { left: 0, columns: page.width }): PageChart['place'] {
  return page.area({ row, column: band.left }, CHART_ROWS, band.columns);
}
