/** Charts of a sheet: their names, places, series and the looks that were set. A page draws them from these facts. */
import { parseLocalAddress } from '../../address';
import type { GridArea } from '../../grid';
import type { Box, ChartCells, ChartFacts, SeriesFacts } from '../chart-facts';
import { boxOfChart } from '../geometry';
import { invalidArgument, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, stateOf, type HostObject, type Model } from '../model';
import { range } from './range';
import type { SheetState } from './sheet-parts';

/** The place of a look: the looks of a chart or series, and a path in them. */
interface LookState {
  readonly sheetId: string;
  readonly looks: Map<string, unknown>;
  readonly path: string;
}

/** A member that returns the value last set, null before. */
function look(name: string) {
  return {
    read: ({ looks, path }: LookState): unknown => looks.get(`${path}${name}`) ?? null,
    write: ({ looks, path, sheetId }: LookState, value: unknown, model: Model): void => {
      model.guardSheet(sheetId);
      looks.set(`${path}${name}`, value);
      model.chartsChanged();
    },
  };
}

const lookScalars = (...names: readonly string[]): Record<string, ReturnType<typeof look>> =>
  Object.fromEntries(names.map((name) => [name, look(name)]));

const inside = (state: LookState, step: string): LookState => ({ ...state, path: `${state.path}${step}.` });

const line = defineType<LookState>({ name: 'ChartLineFormat', scalars: lookScalars('Color', 'LineStyle', 'Weight') });
const font = defineType<LookState>({ name: 'ChartFont', scalars: lookScalars('Bold', 'Color', 'Size') });
const fill = defineType<LookState>({
  name: 'ChartFill',
  calls: { SetSolidColor: (state, [color], model) => look('Color').write(state, color, model) },
});
const seriesFormat = defineType<LookState>({
  name: 'ChartSeriesFormat',
  links: {
    Fill: (state) => objectOf(fill, inside(state, 'Fill')),
    Line: (state) => objectOf(line, inside(state, 'Line')),
  },
});
const titleFormat = defineType<LookState>({
  name: 'ChartTitleFormat',
  links: { Font: (state) => objectOf(font, inside(state, 'Font')) },
});
const title = defineType<LookState>({
  name: 'ChartTitle',
  scalars: lookScalars('Text', 'Visible'),
  links: { Format: (state) => objectOf(titleFormat, inside(state, 'Format')) },
});
const legend = defineType<LookState>({ name: 'ChartLegend', scalars: lookScalars('Position', 'Visible') });
const gridlinesFormat = defineType<LookState>({
  name: 'ChartGridlinesFormat',
  links: { Line: (state) => objectOf(line, inside(state, 'Line')) },
});
const gridlines = defineType<LookState>({
  name: 'ChartGridlines',
  links: { Format: (state) => objectOf(gridlinesFormat, inside(state, 'Format')) },
});
const axisTitleFormat = defineType<LookState>({
  name: 'ChartAxisTitleFormat',
  links: { Font: (state) => objectOf(font, inside(state, 'Font')) },
});
const axisTitle = defineType<LookState>({
  name: 'ChartAxisTitle',
  scalars: lookScalars('Text', 'Visible'),
  links: { Format: (state) => objectOf(axisTitleFormat, inside(state, 'Format')) },
});
const axis = defineType<LookState>({
  name: 'ChartAxis',
  scalars: lookScalars('NumberFormat', 'TickLabelPosition'),
  links: {
    MajorGridlines: (state) => objectOf(gridlines, inside(state, 'MajorGridlines')),
    Title: (state) => objectOf(axisTitle, inside(state, 'Title')),
  },
});
const axes = defineType<LookState>({
  name: 'ChartAxes',
  links: {
    CategoryAxis: (state) => objectOf(axis, inside(state, 'CategoryAxis')),
    ValueAxis: (state) => objectOf(axis, inside(state, 'ValueAxis')),
  },
});

interface SeriesState extends LookState {
  readonly facts: SeriesFacts;
}

function cellsOf(argument: unknown): ChartCells {
  const state = stateOf(argument, range);
  if (!state) throw invalidArgument();
  return state;
}

const series = defineType<SeriesState>({
  name: 'ChartSeries',
  scalars: lookScalars(
    ...['ChartType', 'GapWidth', 'MarkerBackgroundColor', 'MarkerForegroundColor', 'MarkerSize', 'MarkerStyle', 'Name'],
  ),
  links: { Format: (state) => objectOf(seriesFormat, inside(state, 'Format')) },
  calls: {
    SetValues: ({ facts }, [cells], model) => {
      facts.values = cellsOf(cells);
      model.chartsChanged();
    },
    SetXAxisValues: ({ facts }, [cells], model) => {
      facts.categories = cellsOf(cells);
      model.chartsChanged();
    },
  },
});

function seriesObject({ sheetId }: ChartFacts, facts: SeriesFacts): HostObject {
  return objectOf(series, { sheetId, looks: facts.looks, path: '', facts });
}

const seriesCollection = defineType<ChartFacts>({
  name: 'ChartSeriesCollection',
  items: (chart) => chart.series.map((facts) => seriesObject(chart, facts)),
  calls: {
    Add: (chart, [name], model) => {
      model.guardSheet(chart.sheetId);
      const facts: SeriesFacts = { looks: new Map([['Name', name]]), values: null, categories: null };
      chart.series.push(facts);
      model.chartsChanged();
      return seriesObject(chart, facts);
    },
    GetCount: (chart) => chart.series.length,
    GetItemAt: (chart, [index]) => {
      const facts = chart.series[Number(index)];
      if (!facts) throw itemNotFound();
      return seriesObject(chart, facts);
    },
  },
});

const looksOf = ({ sheetId, looks }: ChartFacts, path: string): LookState => ({ sheetId, looks, path });

/** A cell by its address or as a range. */
function cornerOf(argument: unknown): GridArea | null {
  return typeof argument === 'string' ? parseLocalAddress(argument) : (stateOf(argument, range)?.area ?? null);
}

function setPosition(chart: ChartFacts, [start, end]: readonly unknown[], model: Model): void {
  model.guardSheet(chart.sheetId);
  const first = cornerOf(start);
  const last = end === undefined || end === null ? first : cornerOf(end);
  if (!first || !last) throw invalidArgument();
  const { top, left } = first;
  chart.place = { top, left, rows: last.top + last.rows - top, columns: last.left + last.columns - left };
  chart.box = null;
  model.chartsChanged();
}

/** One side of the rectangle of a chart; setting it leaves the others. */
function side(name: keyof Box) {
  return {
    read: (state: ChartFacts, model: Model): number => boxOfChart(model.grid, state)[name],
    write: (state: ChartFacts, value: unknown, model: Model): void => {
      model.guardSheet(state.sheetId);
      if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw invalidArgument();
      state.box = { ...boxOfChart(model.grid, state), [name]: value };
      state.place = null;
      model.chartsChanged();
    },
  };
}

const chart = defineType<ChartFacts>({
  name: 'Chart',
  id: ({ id }) => id,
  scalars: {
    Id: { read: ({ id }) => id },
    Height: side('height'),
    Left: side('left'),
    Top: side('top'),
    Width: side('width'),
    Name: {
      read: ({ looks }) => looks.get('Name'),
      write: (state, value, model) => look('Name').write(looksOf(state, ''), value, model),
    },
  },
  links: {
    Axes: (state) => objectOf(axes, looksOf(state, 'Axes.')),
    Legend: (state) => objectOf(legend, looksOf(state, 'Legend.')),
    Series: (state) => objectOf(seriesCollection, state),
    Title: (state) => objectOf(title, looksOf(state, 'Title.')),
  },
  calls: {
    Delete: (state, _, model) => {
      model.guardSheet(state.sheetId);
      model.charts.splice(model.charts.indexOf(state), 1);
      model.chartsChanged();
    },
    SetPosition: setPosition,
  },
});

const chartsOn = ({ id }: SheetState, model: Model): readonly ChartFacts[] =>
  model.charts.filter(({ sheetId }) => sheetId === id);

/** Finds a chart by id, or by name in any case. */
function findChart(sheet: SheetState, key: unknown, model: Model): HostObject | null {
  const wanted = String(key).toLowerCase();
  const found = chartsOn(sheet, model).find(
    ({ id, looks }) => id === key || String(looks.get('Name')).toLowerCase() === wanted,
  );
  return found ? objectOf(chart, found) : null;
}

function getChart(sheet: SheetState, key: unknown, model: Model): HostObject {
  const found = findChart(sheet, key, model);
  if (!found) throw itemNotFound();
  return found;
}

function addChart({ id: sheetId }: SheetState, [type, source, seriesBy]: readonly unknown[], model: Model): HostObject {
  model.guardSheet(sheetId);
  const cells = stateOf(source, range);
  if (typeof type !== 'string' || !cells) throw invalidArgument();
  const number = model.charts.reduce((last, { id }) => Math.max(last, Number(id.slice('chart-'.length))), 0) + 1;
  const { area } = cells;
  const byRows = seriesBy === 'Rows' || (seriesBy !== 'Columns' && area.rows <= area.columns);
  const drawn = Array.from({ length: byRows ? area.rows : area.columns }, (_, index): SeriesFacts => {
    const own = byRows ? { ...area, top: area.top + index, rows: 1 } : { ...area, left: area.left + index, columns: 1 };
    return { looks: new Map(), values: { sheetId: cells.sheetId, area: own }, categories: null };
  });
  const looks = new Map<string, unknown>([
    ['Name', `Graphique ${number}`],
    ['ChartType', type],
  ]);
  const facts: ChartFacts = { id: `chart-${number}`, sheetId, looks, series: drawn, place: null, box: null };
  model.charts.push(facts);
  model.chartsChanged();
  return objectOf(chart, facts);
}

export const charts = defineType<SheetState>({
  name: 'ChartCollection',
  items: (state, model) => chartsOn(state, model).map((facts) => objectOf(chart, facts)),
  item: getChart, // the client finds a loaded chart again by this
  calls: {
    Add: addChart,
    GetItem: (state, [key], model) => getChart(state, key, model),
    GetCount: (state, _, model) => chartsOn(state, model).length,
    GetItemOrNullObject: (state, [key], model) => findChart(state, key, model) ?? NULL_OBJECT,
  },
});
