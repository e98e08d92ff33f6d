/** The differences between the charts of a workbook at two moments. The host keeps their looks, and draws none. */
import { SERIES_LOOKS } from '../../../src/workbook/chart-looks';
import type { PlannedChart, SeriesRole, WriteStep } from '../../../src/workbook/plan';
import type { ChartFacts, SeriesFacts } from '../../host/rich-api/chart-facts';
import type { Omission } from './omission';

export interface ChartSteps {
  readonly steps: readonly WriteStep[];
  readonly omissions: readonly Omission[];
}

/** `nameOf` is the name in the copy of the sheet of an id; undefined when it is gone. */
export function compareCharts(
  before: readonly ChartFacts[],
  now: readonly ChartFacts[],
  nameOf: (sheetId: string) => string | undefined,
): ChartSteps {
  const steps: WriteStep[] = [];
  const omissions: Omission[] = [];
  const known = new Map(before.map((chart) => [chart.id, chart]));
  const present = new Set(now.map(({ id }) => id));
  for (const chart of before) {
    const sheet = nameOf(chart.sheetId);
    if (present.has(chart.id) || sheet === undefined) continue;
    const name = textOf(chart.looks, 'Name');
    const hasNamesake = before.some(
      (other) => other !== chart && other.sheetId === chart.sheetId && textOf(other.looks, 'Name') === name,
    );
    if (hasNamesake || name === '') omissions.push({ what: 'chartDeleted', sheet, name });
    else steps.push({ kind: 'deleteChart', sheet, name });
  }
  for (const chart of now) {
    const sheet = nameOf(chart.sheetId);
    const old = known.get(chart.id);
    if (sheet === undefined || (old && isSame(old, chart))) continue;
    const planned = plannedChart(chart, nameOf);
    const name = textOf(chart.looks, 'Name');
    const drawn = old && redrawn(old, chart, nameOf);
    if (drawn) steps.push({ kind: 'redrawChart', sheet, ...drawn });
    else if (old) omissions.push({ what: 'chartChanged', sheet, name });
    else if (planned) steps.push({ kind: 'addChart', sheet, chart: planned });
    else omissions.push({ what: 'chartAdded', sheet, name });
  }
  return { steps, omissions };
}

const textOf = (looks: ReadonlyMap<string, unknown>, member: string): string => String(looks.get(member) ?? '');

const asText = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    member instanceof Map ? [...(member as Map<string, unknown>)].sort() : member,
  );

const isSame = (one: ChartFacts, other: ChartFacts): boolean => asText(one) === asText(other);

/** The chart as the product plans one; null for one that it would draw otherwise. */
function plannedChart(chart: ChartFacts, nameOf: (sheetId: string) => string | undefined): PlannedChart | null {
  const { looks, series, place } = chart;
  const [first] = series;
  const source = first?.values && nameOf(first.values.sheetId);
  const categories = first?.categories?.area;
  if (!source || !categories || !place) return null;
  const drawn = series.map((one) => {
    const role = roleOf(one);
    const isBeside = one.values?.sheetId === first.values?.sheetId;
    return role && one.values && isBeside ? { name: textOf(one.looks, 'Name'), area: one.values.area, role } : null;
  });
  if (drawn.includes(null)) return null;
  const title = textOf(looks, 'Title.Text');
  return {
    name: textOf(looks, 'Name'),
    title,
    description: title,
    source,
    categories,
    series: drawn.flatMap((one) => one ?? []),
    axes: {
      categories: textOf(looks, 'Axes.CategoryAxis.Title.Text'),
      values: textOf(looks, 'Axes.ValueAxis.Title.Text'),
    },
    place,
  };
}

function roleOf({ looks }: SeriesFacts): SeriesRole | null {
  const as = textOf(looks, 'ChartType') === 'ColumnStacked' ? 'column' : 'line';
  const color = textOf(looks, 'Format.Line.Color').replace('#', '').toUpperCase();
  const isDashed = textOf(looks, 'Format.Line.LineStyle') === 'Dash';
  const roles = Object.entries(SERIES_LOOKS) as [SeriesRole, (typeof SERIES_LOOKS)[SeriesRole]][];
  const found = roles.find(
    ([, look]) => look.as === as && look.color.toUpperCase() === color && look.isDashed === isDashed,
  );
  return found?.[0] ?? null;
}

/** The chart before and now when it only draws other cells, has another name, or moved by rows; null otherwise. */
function redrawn(
  old: ChartFacts,
  now: ChartFacts,
  nameOf: (sheetId: string) => string | undefined,
): { readonly before: PlannedChart; readonly chart: PlannedChart } | null {
  const [before, chart] = [drawing(old, nameOf), drawing(now, nameOf)];
  if (!before || !chart || before.source !== chart.source) return null;
  const looks = (facts: ChartFacts): string =>
    asText([new Map([...facts.looks].filter(([member]) => member !== 'Name')), facts.series.map((one) => one.looks)]);
  const isMovedByRows =
    before.place.left === chart.place.left &&
    before.place.columns === chart.place.columns &&
    before.place.rows === chart.place.rows;
  return looks(old) === looks(now) && isMovedByRows ? { before, chart } : null;
}

/** The members of a chart that a redrawing needs. */
function drawing(chart: ChartFacts, nameOf: (sheetId: string) => string | undefined): PlannedChart | null {
  const [first] = chart.series;
  const source = first?.values && nameOf(first.values.sheetId);
  const categories = first?.categories?.area;
  if (!source || !categories || !chart.place) return null;
  const series = chart.series.map(({ looks, values }) =>
    values?.sheetId === first.values?.sheetId && values
      ? { name: textOf(looks, 'Name'), area: values.area, role: 'realised' as const }
      : null,
  );
  if (series.includes(null)) return null;
  const name = textOf(chart.looks, 'Name');
  const plain = { title: '', description: '', axes: { categories: '', values: '' } };
  return { ...plain, name, source, categories, place: chart.place, series: series.flatMap((one) => one ?? []) };
}
