/** Charts through the real client: drawn once with the cells of the plan, known again by their name, and never left half made. */
import { SERIES_LOOKS } from '../../../src/workbook/chart-looks';
import type { PlannedCell, WritePlan, WriteStep } from '../../../src/workbook/plan';
import { findSheet } from '../../../src/workbook/snapshot';
import { chartOn, MONTHS } from '../../support/charts';
import { startExcel, valueOf, type StartedExcel } from '../../support/excel';
import { area, workbookOf } from '../../support/grid-workbook';

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi' }]));
});
afterEach(() => excel.dispose());

const NAME = 'ENV_Graphique_etat_PDE_AE_7';
const planOf = (...steps: WriteStep[]): WritePlan => ({ purpose: 'documents', expected: [], steps });
const CELLS: WriteStep = { kind: 'setCells', sheet: 'État', top: 0, left: 0, cells: MONTHS.map((row) => row.map((value): PlannedCell => ({ value }))) };
const DOCUMENT: readonly WriteStep[] = [{ kind: 'addSheet', sheet: 'État' }, CELLS, chartOn('État', NAME), chartOn('Suivi', NAME, 'État')];

async function chartsBySheet(): Promise<unknown> {
  const { sheets } = await excel.read();
  return sheets.map(({ name, charts }) => [name, charts]);
}

test('goes with the rest of the plan in one request, and is read back by its name', async () => {
  valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  expect(excel.roundTrips()).toBe(3); // what is there, what stands under the plan, the plan
  expect(await chartsBySheet()).toEqual([['Suivi', [NAME]], ['État', [NAME]]]);
  const { charts } = excel.host.model;
  const etat = excel.grid.sheets().find(({ name }) => name === 'État')?.id;
  expect(charts.map(({ place }) => place)).toEqual([area('A7:E20'), area('A7:E20')]);
  for (const { series } of charts) {
    expect(series.map(({ values }) => values)).toEqual(['B2:D2', 'B3:D3', 'B4:D4', 'B5:D5'].map((rows) => ({ sheetId: etat, area: area(rows) })));
    expect(series.map(({ categories }) => categories?.area)).toEqual(Array(4).fill(area('B1:D1')));
    expect(series.map(({ looks }) => looks.get('ChartType'))).toEqual(['ColumnStacked', 'ColumnStacked', 'LineMarkers', 'LineMarkers']);
    expect(series[3]?.looks.get('Format.Line.Color')).toBe(`#${SERIES_LOOKS.ceiling.color}`);
    expect(series[3]?.looks.get('Format.Line.LineStyle')).toBe('Dash');
  }
});

test('the charts of the team are none of ours', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.charts.add('Line', sheet.getRange('A1:B2')).name = 'Graphique de l’équipe';
    await context.sync();
  });
  expect(findSheet(await excel.read(), 'Suivi')?.charts).toBeUndefined();
});

test('a second one of that name is refused before anything is written; one that is replaced is not', async () => {
  valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  const twice = await excel.workbook.apply(planOf(CELLS, chartOn('État', NAME)));
  expect(twice).toEqual({ ok: false, failure: { code: 'nameTaken', name: NAME } });
  valueOf(await excel.workbook.apply(planOf({ kind: 'deleteChart', sheet: 'État', name: NAME }, chartOn('État', NAME))));
  expect(excel.host.model.charts).toHaveLength(2);
});

test('undo takes it away, and is not stopped when somebody already did', async () => {
  const { undo } = valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').charts.getItem(NAME).delete();
    await context.sync();
  });
  valueOf(await excel.workbook.apply(undo));
  expect(await chartsBySheet()).toEqual([['Suivi', undefined]]);
});
