/**
 * A writing that is stopped takes out the highlights and the charts that it added, and no others: a colleague puts a
 * conditional format and a chart on the same sheet meanwhile.
 */
import type { WritePlan } from '../../../../../src/workbook/plan';
import { chartOn, MONTHS } from '../../../../support/excel/charts';
import { startExcel, type StartedExcel } from '../../../../support/excel/excel';
import { area, workbookOf } from '../../../../support/excel/grid-workbook';

const LONG = 'x'.repeat(30_000); // so that the writing takes several requests
const PLAN: WritePlan = {
  purpose: 'documents',
  expected: [],
  keepsUndo: true,
  steps: [
    { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: MONTHS.map((row) => row.map((value) => ({ value }))) },
    { kind: 'highlightWhen', sheet: 'Suivi', area: area('A1:D5'), formula: '=A1>10' },
    { kind: 'addSheet', sheet: 'Grand' },
    ...Array.from({ length: 120 }, (_, row) => ({
      kind: 'setCells' as const,
      sheet: 'Grand',
      top: row * 2,
      left: 0,
      cells: [[{ value: LONG }]],
    })),
    chartOn('Suivi', 'ENV_Graphique_etat_PDE_AE_7'),
  ],
};

let excel: StartedExcel;
afterEach(() => excel.dispose());

const sheetId = (): string => excel.grid.sheets().find(({ name }) => name === 'Suivi')?.id ?? '';
const highlights = (): readonly string[] => excel.grid.highlights(sheetId()).map(({ formula }) => formula);
const charts = (): readonly unknown[] => excel.host.model.charts.map((chart) => chart.looks.get('Name'));

/** The chart as Excel makes it, put on the sheet by somebody else when `add` is called. */
async function chartOfColleague(): Promise<{ readonly add: () => void }> {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.charts.add('Line', sheet.getRange('A1:B2')).name = 'Graphique de l’équipe';
    await context.sync();
  });
  const chart = excel.host.model.charts.pop();
  return { add: () => void (chart && excel.host.model.charts.push(chart)) };
}

test('a conditional format and a chart of a colleague stay', async () => {
  excel = startExcel(workbookOf([{ name: 'Suivi' }]));
  const chart = await chartOfColleague();
  let isStopped = false;
  const done = await excel.workbook.apply(PLAN, {
    progress: () => {
      isStopped = true;
      excel.grid.actingAs('user', () => {
        const style = { fill: 'FFEE00' };
        excel.grid.addHighlight({ sheetId: sheetId(), areas: [area('B2:B4')], formula: '=B2="à revoir"', style });
        chart.add();
      });
    },
    isStopped: () => isStopped,
  });
  await excel.host.settled();
  expect(done).toEqual({ ok: false, failure: { code: 'stopped' } });
  expect([highlights(), charts()]).toEqual([['=B2="à revoir"'], ['Graphique de l’équipe']]);
});
