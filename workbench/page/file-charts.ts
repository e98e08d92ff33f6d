/** Converts the charts of a file to the host's form, so that the add-in can read them though the grid draws none. */
import type { DrawnCells, FileChart } from '../../src/adapters/xlsx/read/read-extras';
import type { Grid } from '../host/grid';
import type { ChartCells, ChartFacts } from '../host/rich-api/chart-facts';

const TYPES = { column: 'ColumnStacked', line: 'LineMarkers', other: 'Line' } as const;

/** The charts of the sheets in the grid. */
export function chartFacts(grid: Grid, charts: readonly FileChart[]): readonly Omit<ChartFacts, 'id' | 'box'>[] {
  const idOf = (name: string): string | undefined =>
    grid.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id;
  const cellsOf = (drawn: DrawnCells | null): ChartCells | null => {
    const sheetId = drawn && idOf(drawn.sheet);
    return drawn && sheetId ? { sheetId, area: drawn.area } : null;
  };
  return charts.flatMap(({ sheet, name, title, place, series }) => {
    const sheetId = idOf(sheet);
    if (sheetId === undefined) return [];
    const looks = new Map<string, unknown>([
      ['Name', name],
      ['ChartType', TYPES[series[0]?.shape ?? 'other']],
      ['Title.Text', title ?? ''],
    ]);
    const drawn = series.map(({ name: label, shape, values, categories }) => ({
      looks: new Map<string, unknown>([
        ['Name', label],
        ['ChartType', TYPES[shape]],
      ]),
      values: cellsOf(values),
      categories: cellsOf(categories),
    }));
    return [{ sheetId, looks, series: drawn, place }];
  });
}
