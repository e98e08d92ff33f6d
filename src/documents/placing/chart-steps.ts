/**
 * The charts of a document that is generated again. A chart that kept its name is left as the user formatted it; one
 * whose rows moved draws the new rows; one whose envelope has another name takes it; one whose envelope is gone is
 * deleted with a record for undo.
 */
import { NATURES, type Nature } from '../../domain/money/nature';
import { assert } from '../../domain/result';
import { CHART_WORDS } from '../../messages/documents/charts-fr';
import type { Area } from '../../workbook/cells';
import type { UnnamedChart } from '../../workbook/snapshot';
import type { PlannedChart, WriteStep } from '../../workbook/plan';
import { chartName, namedChart, type NamedChart } from '../../workbook/document-names';
import type { DocumentId } from '../document';
import type { PageChart } from '../page/document-page';
import type { ChartTexts } from './chart-titles';
import { BLOCK_ROWS } from '../kinds/etat-blocks';
import type { MonthlyRows } from '../kinds/etat-charts';

/** The sheet of the charts, and the names of ours that it has. */
interface ChartSheet {
  readonly name: string;
  readonly present: readonly string[];
  /** Those that lost such a name. */
  readonly unnamed?: readonly UnnamedChart[] | undefined;
  /** The texts that a chart had, where they change. */
  readonly former?: (chart: PageChart) => ChartTexts | null;
}

/** The steps for the charts of a document; when `isRenewed`, the cells that they drew are gone, and all draw again. */
export function chartSteps(
  wanted: readonly PageChart[],
  id: DocumentId,
  sheet: ChartSheet,
  isRenewed: boolean,
): readonly WriteStep[] {
  const present = presentOf(id, sheet);
  const charts = wanted.map((chart) => plannedOf(chart, sheet.name));
  const former = new Map(charts.map((chart, index) => [chart, wanted[index] && sheet.former?.(wanted[index])]));
  const kept = new Set(
    isRenewed ? [] : charts.flatMap(({ name }) => (present.some((one) => one.name === name) ? [name] : [])),
  );
  const earlier = new Earlier(id, charts, present);
  const redrawn = charts.flatMap((chart) => {
    const texts = former.get(chart);
    const isRenamed = texts !== undefined && texts !== null;
    const before = kept.has(chart.name)
      ? isRenamed
        ? chart
        : null
      : (earlier.chartOf(chart) ?? unnamedBefore({ ...chart, ...texts }, sheet.unnamed));
    return before ? [{ chart, before: { ...before, ...texts } }] : [];
  });
  const given = new Set(redrawn.map(({ before }) => before.name));
  const gone = present.filter(({ name }) => !kept.has(name) && !given.has(name));
  return [
    ...redrawn.map(({ chart, before }): WriteStep => ({ kind: 'redrawChart', sheet: sheet.name, chart, before })),
    ...charts.flatMap((chart): readonly WriteStep[] =>
      kept.has(chart.name) || redrawn.some((one) => one.chart === chart)
        ? []
        : [{ kind: 'addChart', sheet: sheet.name, chart }],
    ),
    // Last, so that a batch that fails earlier loses no formatting.
    ...gone.map((one) => deleteStep(sheet.name, one, earlier)),
  ];
}

/** The steps for the charts of a document that is not written again, but draws the rows of another that is. */
export function followingSteps(
  { id, drawn }: { readonly id: DocumentId; readonly drawn: DocumentId },
  monthly: MonthlyRows,
  sheet: ChartSheet,
): readonly WriteStep[] {
  const present = presentOf(id, sheet);
  const wanted = monthly.charts.flatMap((chart): readonly PageChart[] => {
    const named = namedChart(drawn, chart.name);
    const { envelope, nature } = chart;
    const follower = present.find(({ subject }) => subject === chartName(id, envelope, nature, []));
    if (!named || !follower) return [];
    return [{ ...chart, source: monthly.sheet, name: chartName(id, envelope, nature, [follower.row, named.row]) }];
  });
  return chartSteps(wanted, id, sheet, monthly.isNew);
}

/** A chart that another program gave another name, and that is still known by its title and by one of its series. */
function unnamedBefore(chart: PlannedChart, unnamed: readonly UnnamedChart[] = []): PlannedChart | null {
  const found = unnamed.find(
    ({ title, series }) => title === chart.title && chart.series.some(({ name }) => series.includes(name)),
  );
  return found ? { ...chart, name: found.name } : null;
}

function presentOf(id: DocumentId, { present }: ChartSheet): readonly NamedChart[] {
  return [...new Set(present)].flatMap((name) => namedChart(id, name) ?? []);
}

function plannedOf({ envelope: _, nature: __, source, ...chart }: PageChart, sheet: string): PlannedChart {
  return { ...chart, source: source ?? sheet };
}

function deleteStep(sheet: string, gone: NamedChart, earlier: Earlier): WriteStep {
  const drew = earlier.chartNamed(gone);
  return { kind: 'deleteChart', sheet, name: gone.name, ...(drew && { drew }) };
}

/** The chart over other rows of the same columns. */
function shifted(chart: PlannedChart, rows: number): PlannedChart {
  const moved = (area: Area): Area => ({ ...area, top: area.top + rows });
  return {
    ...chart,
    categories: moved(chart.categories),
    series: chart.series.map((series) => ({ ...series, area: moved(series.area) })),
  };
}

/** The charts of an earlier generation, rebuilt from the rows in their names and the charts of today. */
class Earlier {
  constructor(
    private readonly id: DocumentId,
    private readonly wanted: readonly PlannedChart[],
    private readonly present: readonly NamedChart[],
  ) {}

  /** The present chart of the same subject. */
  chartOf(chart: PlannedChart): PlannedChart | null {
    const now = this.named(chart);
    const before = this.present.find(({ subject }) => subject === now.subject);
    return before ? this.moved(chart, now, before) : null;
  }

  /** A deleted chart as it was drawn; null when there is no chart of today to take the months from. */
  chartNamed(gone: NamedChart): PlannedChart | null {
    const model = this.wanted.find((chart) => this.named(chart).nature === gone.nature) ?? this.wanted[0];
    if (!model) return null;
    const drawn = this.moved(model, this.named(model), gone);
    const series = drawn.series.map((one) =>
      one.role === 'realised' ? { ...one, name: CHART_WORDS.realised[gone.nature] } : one,
    );
    return { ...drawn, title: '', description: '', series };
  }

  /** Blocks follow one another, and the charts of an envelope follow its last block. */
  private moved(chart: PlannedChart, now: NamedChart, before: NamedChart): PlannedChart {
    const names = this.wanted.map((one) => this.named(one));
    const blocksFrom = (of: NamedChart, among: readonly NamedChart[]): number => {
      const natures = naturesBeside(of, among);
      return natures.length - natures.indexOf(of.nature);
    };
    const blocks = blocksFrom(now, names) - blocksFrom(before, this.present);
    const place = { ...chart.place, top: chart.place.top + before.row - now.row };
    return { ...shifted(chart, before.sourceRow - now.sourceRow + blocks * BLOCK_ROWS), name: before.name, place };
  }

  private named({ name }: PlannedChart): NamedChart {
    const named = namedChart(this.id, name);
    assert(named, `the chart ${name} is named by its document`);
    return named;
  }
}

/** The natures drawn side by side with a chart, in the order of the blocks above them. */
function naturesBeside({ group, row }: NamedChart, among: readonly NamedChart[]): readonly Nature[] {
  return NATURES.filter((nature) =>
    among.some((one) => one.group === group && one.row === row && one.nature === nature),
  );
}
