/** Charts through the real client: drawn with the cells of the plan, found again by name, and never left half done. */
import { SERIES_LOOKS } from '../../../../src/workbook/chart-looks';
import { areaAddress } from '../../../../src/workbook/cells';
import type { PlannedCell, WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { findSheet } from '../../../../src/workbook/snapshot';
import { chartOn, MONTHS, plannedChart, redrawOn } from '../../../support/excel/charts';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import { momentsOf } from '../../../support/excel/moments';

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi' }]));
});
afterEach(() => excel.dispose());

const NAME = 'ENV_Graphique_etat_PDE_AE_7';
const planOf = (...steps: WriteStep[]): WritePlan => ({ purpose: 'documents', expected: [], steps });
const CELLS: WriteStep = {
  kind: 'setCells',
  sheet: 'État',
  top: 0,
  left: 0,
  cells: MONTHS.map((row) => row.map((value): PlannedCell => ({ value }))),
};
const DOCUMENT: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: 'État' },
  CELLS,
  chartOn('État', NAME),
  chartOn('Suivi', NAME, 'État'),
];

async function chartsBySheet(): Promise<unknown> {
  const { sheets } = await excel.read();
  return sheets.map(({ name, charts }) => [name, charts]);
}

test('is sent with the rest of the plan in one request, and is read back by its name', async () => {
  valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  expect(excel.roundTrips()).toBe(3); // structure, state before the plan, the plan
  expect(await chartsBySheet()).toEqual([
    ['Suivi', [NAME]],
    ['État', [NAME]],
  ]);
  const { charts } = excel.host.model;
  const etat = excel.grid.sheets().find(({ name }) => name === 'État')?.id;
  expect(charts.map(({ place }) => place)).toEqual([area('A7:E20'), area('A7:E20')]);
  for (const { series } of charts) {
    expect(series.map(({ values }) => values)).toEqual(
      ['B2:D2', 'B3:D3', 'B4:D4', 'B5:D5'].map((rows) => ({ sheetId: etat, area: area(rows) })),
    );
    expect(series.map(({ categories }) => categories?.area)).toEqual(Array(4).fill(area('B1:D1')));
    expect(series.map(({ looks }) => looks.get('ChartType'))).toEqual([
      'ColumnStacked',
      'ColumnStacked',
      'LineMarkers',
      'LineMarkers',
    ]);
    expect(series[3]?.looks.get('Format.Line.Color')).toBe(`#${SERIES_LOOKS.ceiling.color}`);
    expect(series[3]?.looks.get('Format.Line.LineStyle')).toBe('Dash');
  }
});

test('the team’s charts are not ours', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Suivi');
    sheet.charts.add('Line', sheet.getRange('A1:B2')).name = 'Graphique de l’équipe';
    await context.sync();
  });
  expect(findSheet(await excel.read(), 'Suivi')?.charts).toBeUndefined();
});

test('a second one with that name is refused before anything is written, unless the plan replaces the first', async () => {
  valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  const twice = await excel.workbook.apply(planOf(CELLS, chartOn('État', NAME)));
  expect(twice).toEqual({ ok: false, failure: { code: 'nameTaken', name: NAME } });
  valueOf(
    await excel.workbook.apply(planOf({ kind: 'deleteChart', sheet: 'État', name: NAME }, chartOn('État', NAME))),
  );
  expect(excel.host.model.charts).toHaveLength(2);
});

test('undo deletes it, and does not fail when somebody already did', async () => {
  const { undo } = valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Suivi').charts.getItem(NAME).delete();
    await context.sync();
  });
  valueOf(await excel.workbook.apply(undo));
  expect(await chartsBySheet()).toEqual([['Suivi', undefined]]);
});

describe('redrawn when its rows move', () => {
  const TO = 'ENV_Graphique_etat_PDE_AE_17';
  const REDRAW = planOf(redrawOn('État', NAME, TO, 10));
  const onChart = (name: string, change: (chart: Excel.Chart) => void): Promise<void> =>
    excel.run(async (context) => {
      change(context.workbook.worksheets.getItem('État').charts.getItem(name));
      await context.sync();
    });
  const chart = () => excel.host.model.charts.find(({ sheetId }) => excel.grid.sheet(sheetId)?.name === 'État');
  const drawn = () => chart()?.series.map(({ values }) => values && areaAddress(values.area));

  beforeEach(async () => {
    valueOf(await excel.workbook.apply(planOf(...DOCUMENT)));
  });

  test('it draws the new rows under its new name, and moves with them', async () => {
    const written = await everythingIn(excel);
    const { undo } = valueOf(await excel.workbook.apply(REDRAW));
    expect([drawn(), chart()?.place, chart()?.looks.get('Name')]).toEqual([
      ['B12:D12', 'B13:D13', 'B14:D14', 'B15:D15'],
      area('A17:E30'),
      TO,
    ]);
    valueOf(await excel.workbook.apply(undo));
    expect(await everythingIn(excel)).toEqual(written);
  });

  test.each<[string, (chart: Excel.Chart) => void]>([
    ['moved', (one) => (one.left = 40)],
    ['resized', (one) => (one.height = 400)],
    ['recoloured', (one) => one.series.getItemAt(0).format.fill.setSolidColor('#00AA00')],
    ['given another title', (one) => (one.title.text = 'Notre titre')],
    ['of another shape', (one) => (one.series.getItemAt(3).chartType = 'Area')],
    ['with a series of another name', (one) => (one.series.getItemAt(2).name = 'Total')],
  ])('a change made by somebody is kept: %s; and is restored by undo', async (_, change) => {
    await onChart(NAME, change);
    const made = await everythingIn(excel);
    const look = () => [
      [...(chart()?.looks ?? [])].filter(([name]) => name !== 'Name'),
      chart()?.series.map(({ looks }) => [...looks]),
    ];
    const before = look();
    const box = chart()?.box;
    const { undo } = valueOf(await excel.workbook.apply(REDRAW));
    expect(look()).toEqual(before);
    expect([chart()?.box, drawn()?.[0]]).toEqual([box, 'B12:D12']);
    valueOf(await excel.workbook.apply(undo));
    expect(await everythingIn(excel)).toEqual(made);
  });

  test.each`
    present                 | expected
    ${'PDE & SF – AE 2023'} | ${'Plateforme – AE 2023'}
    ${'Notre titre'}        | ${'Notre titre'}
  `('of an envelope with another name, under « $present »: « $expected »; undo restores it', async (titles) => {
    const { present, expected } = titles as { present: string; expected: string };
    await onChart(NAME, (one) => (one.title.text = present));
    const made = await everythingIn(excel);
    const title = async (): Promise<string> => {
      let text = '';
      await excel.run(async (context) => {
        const drawing = context.workbook.worksheets.getItem('État').charts.getItem(NAME);
        drawing.title.load('text');
        await context.sync();
        text = drawing.title.text;
      });
      return text;
    };
    const before = plannedChart(NAME, 'État');
    const renamed = { ...before, title: 'Plateforme – AE 2023' };
    const { undo } = valueOf(
      await excel.workbook.apply(planOf({ kind: 'redrawChart', sheet: 'État', before, chart: renamed })),
    );
    expect(await title()).toBe(expected);
    valueOf(await excel.workbook.apply(undo));
    expect(await everythingIn(excel)).toEqual(made);
  });

  test('deleted meanwhile: nothing is redrawn or undone', async () => {
    await onChart(NAME, (one) => one.delete());
    const { undo } = valueOf(await excel.workbook.apply(REDRAW));
    expect(chart()).toBeUndefined();
    valueOf(await excel.workbook.apply(undo));
    expect(chart()).toBeUndefined();
  });

  test('over a deleted sheet: refused before anything is written', async () => {
    const redraw = { ...redrawOn('État', NAME, TO, 10, 'Nulle part') };
    expect(await excel.workbook.apply(planOf(redraw))).toEqual({
      ok: false,
      failure: { code: 'sheetMissing', sheet: 'Nulle part' },
    });
  });

  test.each<[string, (chart: Excel.Chart) => void]>([
    ['as it was drawn', () => undefined],
    ['moved and resized', (one) => Object.assign(one, { left: 30, top: 12, width: 300, height: 120 })],
    ['under another title', (one) => (one.title.text = 'Notre titre')],
    [
      'with a line of another colour and shape',
      (one) => {
        one.series.getItemAt(2).chartType = 'Area';
        one.series.getItemAt(3).format.line.color = '#AA0000';
      },
    ],
  ])('a deleted chart is restored by undo: %s', async (_, change) => {
    await onChart(NAME, change);
    const made = await everythingIn(excel);
    const drew = { ...plannedChart(NAME, 'État'), title: '', description: '' };
    const { undo } = valueOf(
      await excel.workbook.apply(planOf({ kind: 'deleteChart', sheet: 'État', name: NAME, drew })),
    );
    expect(chart()).toBeUndefined();
    valueOf(await excel.workbook.apply(undo));
    expect(await everythingIn(excel)).toEqual(made);
  });

  test('whichever action fails, every chart is as before', async () => {
    const drew = plannedChart(NAME, 'État');
    const plan = planOf(
      { kind: 'deleteChart', sheet: 'Suivi', name: NAME, drew },
      redrawOn('État', NAME, TO, 10),
      chartOn('Suivi', 'ENV_Graphique_etat_SF_AE_7', 'État'),
    );
    const before = await everythingIn(excel);
    const requests = excel.host.requests.length;
    const { undo } = valueOf(await excel.workbook.apply(plan));
    const actions = excel.host.requests.at(-1)?.actions ?? 0;
    const writing = excel.host.requests.length - requests - 1;
    valueOf(await excel.workbook.apply(undo));
    expect(await everythingIn(excel)).toEqual(before);
    expect(actions).toBeGreaterThan(40);
    for (const at of momentsOf(actions)) {
      excel.host.faults.at(writing, { kind: 'failAction', at, code: 'GeneralException' });
      expect([at, await excel.workbook.apply(plan)]).toMatchObject([
        at,
        { ok: false, failure: { code: 'hostRefused' } },
      ]);
      expect([at, await everythingIn(excel)]).toEqual([at, before]);
    }
  });
});
