/**
 * The charts of the État and of the Bilan: each month realised and expected, their sum so far, and the credits open.
 * Those of the Bilan draw the rows of the État. `chart-steps.ts` says what becomes of those that are there.
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

/** Columns of a page, from its first. */
export interface Band {
  readonly left: number;
  readonly columns: number;
}

/** The monthly rows of the État, where another document finds them. */
export interface MonthlyRows {
  readonly sheet: string;
  /** True when the État is written anew: what drew an earlier one lost its cells. */
  readonly isNew: boolean;
  readonly charts: readonly PageChart[];
}

/** Leaves blank rows under the blocks of an envelope; answers the charts that stand there, one for each nature. */
export function addOwnCharts(
  page: PageBuilder,
  source: DocumentSource,
  blocks: readonly ForecastSpots[],
  bands: readonly Band[],
): readonly PageChart[] {
  page.begins('block');
  const row = leaveRoom(page, blocks.length);
  return blocks.map((spots, index): PageChart => {
    const { envelope, nature } = spots;
    const months = (of: number) => page.area({ row: of, column: FORECAST_COLUMN.january }, 1, MONTHS);
    return {
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
        { name: words.opened, area: months(spots.openedRow), role: 'ceiling' },
      ],
      axes: { categories: words.axes.months(source.convention.creditYear), values: words.axes.amounts },
      place: placeOf(page, row, bands[index]),
    };
  });
}

/** The charts of an envelope over the rows of the État. */
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
  const row = page.nextRow;
  for (let blank = 0; charts > 0 && blank <= CHART_ROWS; blank++) page.addBlank();
  return row;
}

function placeOf(page: PageBuilder, row: number, band: Band = { left: 0, columns: page.width }): PageChart['place'] {
  return page.area({ row, column: band.left }, CHART_ROWS, band.columns);
}
