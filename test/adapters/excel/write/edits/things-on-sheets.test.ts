/**
 * An undo or a rollback deletes a sheet on which people put more than contents of cells, which Excel deletes for good.
 * It is refused, or the sheet is kept, as for cells.
 */
import { Session } from '../../../../../src/application/session/session';
import { describeFailure } from '../../../../../src/messages/failures';
import { fr } from '../../../../../src/messages/typography';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { CHART_PREFIX } from '../../../../../src/workbook/workbook-names';
import {
  everythingIn,
  startExcel,
  valueOf,
  type ExcelOptions,
  type StartedExcel,
} from '../../../../support/excel/excel';
import { generate } from '../../../../support/excel/generate';
import { workbookOf as gridWorkbook } from '../../../../support/excel/grid-workbook';
import { HandClock, HandTimers, noFiles } from '../../../../support/excel/memory-workbook';
import { START } from '../../../../support/troubles/scene';
import { gridOf } from '../../../../support/troubles/scene-grid';

const CONTENTS = gridWorkbook([{ name: 'Suivi', blocks: { A1: [['Axe'], ['PDE'], ['SRE']] } }]);
const NAME = `${CHART_PREFIX}Doc_AE_PDE`;
const AREA = { top: 0, left: 0, rows: 1, columns: 3 };

/** A document with a chart and a table of ours, and a cell of the ledger. */
const DOC: WritePlan = {
  purpose: 'documents',
  expected: [],
  steps: [
    { kind: 'addSheet', sheet: 'Doc' },
    { kind: 'setCells', sheet: 'Doc', top: 0, left: 0, cells: [[{ value: 1 }, { value: 2 }, { value: 3 }]] },
    { kind: 'setCells', sheet: 'Doc', top: 4, left: 0, cells: [[{ value: 'EJ' }], [{ value: '1400000001' }]] },
    { kind: 'addTable', sheet: 'Doc', name: 'ENV_RAP', area: { top: 4, left: 0, rows: 2, columns: 1 } },
    {
      kind: 'addChart',
      sheet: 'Doc',
      chart: {
        name: NAME,
        title: 'AE',
        description: 'AE',
        source: 'Doc',
        categories: AREA,
        series: [{ name: 'AE', area: AREA, role: 'realised' }],
        axes: { categories: 'Mois', values: 'Euros' },
        place: { top: 8, left: 0, rows: 6, columns: 4 },
      },
    },
    { kind: 'setCells', sheet: 'Suivi', top: 0, left: 2, cells: [[{ value: 'Contrôle' }]] },
  ],
};

let excel: StartedExcel;
afterEach(() => excel.dispose());

function open(options: ExcelOptions = {}): void {
  excel = startExcel(CONTENTS, options);
}

const idOf = (name: string): string => excel.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';
const isThere = (name: string): boolean => idOf(name) !== '';

/** The cell of the ledger that the document writes. */
const isControlled = (): boolean =>
  excel.grid
    .contents()
    .sheets.some(({ name, cells }) => name === 'Suivi' && cells.some(({ value }) => value === 'Contrôle'));

function comment(sheet: string): void {
  const facts = { id: 'c1', sheetId: idOf(sheet), row: 0, column: 0, content: 'Accord du CBCM' };
  excel.host.comment('added', facts, (all) => all.push(facts));
}

const shape = (type: 'Image' | 'Unsupported'): void =>
  void excel.host.model.shapes.push({ id: 's1', sheetId: idOf('Doc'), type });

const chart = (name: string): Promise<void> =>
  excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Doc');
    sheet.charts.add('ColumnClustered', sheet.getRange('A1:C1')).name = name;
    await context.sync();
  });

const THINGS = {
  comment: () => comment('Doc'),
  note: () => void excel.host.model.notes.push({ ...{ sheetId: idOf('Doc'), row: 0, column: 0 }, ...NOTE }),
  chart: () => chart('Mon graphique'),
  'chart that has the name of ours, as a copy may': () => chart(NAME),
  shape: () => shape('Image'),
  'shape of a type that Excel does not give, beside our chart': () => {
    shape('Unsupported');
    shape('Unsupported');
  },
  pivotTable: () => void excel.host.model.pivotTables.push({ sheetId: idOf('Doc') }),
  slicer: () => void excel.host.model.slicers.push({ sheetId: idOf('Doc') }),
};
const NOTE = { content: 'Vu', authorName: 'A. Martin' };

test.each(Object.entries(THINGS))('%s: the undo is refused, and names it', async (name, put) => {
  open({ givesNotes: true });
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  await put();
  const before = await everythingIn(excel);
  expect(await excel.workbook.apply(undo)).toEqual({
    ok: false,
    failure: { code: 'sheetHolds', sheet: 'Doc', things: [{ kind: name.split(' ')[0], count: 1 }] },
  });
  expect(await everythingIn(excel)).toEqual(before);
});

test('a table that somebody made of our cells: the undo is refused, and names it', async () => {
  open();
  const cells = [[{ value: 'EJ' }], [{ value: 'x' }]];
  const plain: WritePlan = {
    ...DOC,
    steps: [
      { kind: 'addSheet', sheet: 'Doc' },
      { kind: 'setCells', sheet: 'Doc', top: 0, left: 0, cells },
    ],
  };
  const { undo } = valueOf(await excel.workbook.apply(plain));
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Doc').tables.add('A1:A2', true);
    await context.sync();
  });
  const things = [{ kind: 'table', count: 1 }];
  expect(await excel.workbook.apply(undo)).toEqual({
    ok: false,
    failure: { code: 'sheetHolds', sheet: 'Doc', things },
  });
});

test('the undo is done once it is taken away, and with our own chart and table alone', async () => {
  open();
  const before = await everythingIn(excel);
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  comment('Doc');
  expect((await excel.workbook.apply(undo)).ok).toBe(false);
  excel.host.model.comments.length = 0;
  valueOf(await excel.workbook.apply(undo));
  expect(await everythingIn(excel)).toEqual(before);
});

/** The undo of the document; the comment comes just before a request of it. */
async function undoneUnder(trip: number): Promise<unknown> {
  open();
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  excel.host.faults.at(trip, { kind: 'act', act: () => comment('Doc') });
  excel.roundTrips();
  return excel.workbook.apply(undo);
}

test('a comment that comes before the request that deletes, at any time: nothing is deleted, nothing is undone', async () => {
  await undoneUnder(99);
  const deleting = excel.roundTrips() - 1;
  for (let trip = 0; trip < deleting; trip++) {
    excel.dispose();
    expect([trip, await undoneUnder(trip)]).toMatchObject([trip, { failure: { code: 'sheetHolds', sheet: 'Doc' } }]);
    expect([trip, isThere('Doc'), isControlled()]).toEqual([trip, true, true]);
  }
  expect(deleting).toBeGreaterThan(3);
});

test('where Excel refuses to give comments, the undo is done, and another thing is still found', async () => {
  open();
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  excel.host.model.weaknesses.add('refusesComments');
  shape('Image');
  expect(await excel.workbook.apply(undo)).toMatchObject({ failure: { things: [{ kind: 'shape', count: 1 }] } });
  excel.host.model.shapes.length = 0;
  valueOf(await excel.workbook.apply(undo));
  expect(isThere('Doc')).toBe(false);
});

test('an undo of an earlier version, which names no chart: those with our prefix are ours', async () => {
  open();
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  const steps = undo.steps.map((step) => (step.kind === 'deleteSheet' ? { kind: step.kind, sheet: step.sheet } : step));
  valueOf(await excel.workbook.apply({ ...undo, steps }));
  expect(isThere('Doc')).toBe(false);
});

test('a rollback keeps a new sheet on which somebody put a comment, and names it', async () => {
  const failing: WritePlan = { ...DOC, steps: [...DOC.steps, { kind: 'deleteName', name: 'ENV_ABSENT' }] };
  let kept = 0;
  for (let trip = 4; trip < 8; trip++) {
    if (trip > 4) excel.dispose();
    open();
    const act = (): void => void (isThere('Doc') && excel.host.model.comments.length === 0 && comment('Doc'));
    excel.host.faults.at(trip, { kind: 'act', act });
    const result = await excel.workbook.apply(failing);
    expect([trip, result.ok]).toEqual([trip, false]);
    if (!isThere('Doc')) continue;
    kept++;
    const keptSheets = [{ sheet: 'Doc', things: [{ kind: 'comment', count: 1 }] }];
    expect(result).toEqual({ ok: false, failure: { code: 'editsKept', cells: [], keptSheets } });
    expect(excel.host.model.comments).toHaveLength(1);
  }
  expect(kept).toBeGreaterThan(0);
});

test('a rollback deletes a new sheet with a chart of ours, named or not yet', async () => {
  open();
  const before = await everythingIn(excel);
  excel.roundTrips();
  const { undo } = valueOf(await excel.workbook.apply(DOC));
  const writing = excel.roundTrips() - 1;
  const actions = excel.host.requests.at(-1)?.actions ?? 0;
  valueOf(await excel.workbook.apply(undo));
  expect(actions).toBeGreaterThan(40);
  for (let at = 0; at < actions; at++) {
    excel.host.faults.at(writing, { kind: 'failAction', at, code: 'GeneralException' });
    expect([at, (await excel.workbook.apply(DOC)).ok, await everythingIn(excel)]).toEqual([at, false, before]);
  }
});

test('the session names it, and offers the undo again', async () => {
  excel = startExcel(gridOf(START));
  const session = new Session(excel.workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
  await generate(session, ['annexe1']);
  comment('Annexe 1');
  await session.undo();
  const { notice } = session.state();
  if (notice?.kind !== 'failed') throw new Error('not refused');
  expect(describeFailure(notice.failure, 'fr').sentence).toBe(
    fr`L'annulation supprimerait la feuille « Annexe 1 » avec ce que quelqu'un y a ajouté : un commentaire.`,
  );
  expect(isThere('Annexe 1')).toBe(true);
  excel.host.model.comments.length = 0;
  await session.undo();
  expect(isThere('Annexe 1')).toBe(false);
});
