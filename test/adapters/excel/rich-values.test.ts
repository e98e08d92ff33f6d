/**
 * Cells that hold a data type or an image (« Monaco », =IMAGE() pasted as a value): `values` gives an error for them, so
 * that nothing could give them back. No plan writes over one, and none is lost without a word.
 */
import type { Failure } from '../../../src/workbook/failure';
import type { WritePlan, WriteStep } from '../../../src/workbook/plan';
import type { GridValue } from '../../../workbench/host/grid';
import { describeFailure } from '../../../src/messages/failures';
import { startExcel, valueOf, type StartedExcel } from '../../support/excel/excel';
import { workbookOf } from '../../support/excel/grid-workbook';

const ENTITY: GridValue = { error: '#VALUE!', isEntity: true };
const REFUSED = { ok: false, failure: { code: 'richValue', sheet: 'Suivi', cell: 'B3' } };

let excel: StartedExcel;
afterEach(() => excel.dispose());

function start(held: GridValue, formula?: string): void {
  const cell = formula === undefined ? { value: held } : { value: held, formula };
  excel = startExcel(
    workbookOf([{ name: 'Suivi', blocks: { A1: [['Objet', 'Tiers']], A2: [['étude', 'Kéa']], A3: [['avis', cell]] } }]),
  );
}

const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';
const held = (): GridValue =>
  excel.grid.readValues(sheetId(), { top: 2, left: 1, rows: 1, columns: 1 })[0]?.[0] ?? null;
const put = (value: GridValue) => (): void =>
  excel.grid.actingAs('coauthor', () => excel.grid.writeCells(sheetId(), 2, 1, [[{ value }]]));

const write = (top: number, cells: Extract<WriteStep, { kind: 'setCells' }>['cells']): WritePlan => ({
  purpose: 'repair',
  expected: [],
  steps: [{ kind: 'setCells', sheet: 'Suivi', top, left: 0, cells }],
  keepsUndo: true,
});

test.each`
  what                 | plan
  ${'the cell itself'} | ${write(2, [[null, { value: 'Sopra' }]])}
  ${'among others'}    | ${write(1, [[{ value: 'A' }, { value: 'B' }], [{ value: 'C' }, { value: 'D' }]])}
  ${'to empty it'}     | ${write(2, [[null, { value: null }]])}
  ${'with a formula'}  | ${write(2, [[null, { value: null, formula: '=A1' }]])}
`('$what: refused, and named', async ({ plan }: { plan: WritePlan }) => {
  start(ENTITY);
  expect(await excel.workbook.apply(plan)).toEqual(REFUSED);
  expect(held()).toEqual(ENTITY);
});

test('the sentence names the cell in both languages', () => {
  const failure = { code: 'richValue', sheet: 'Suivi', cell: 'B3' } as const;
  expect(describeFailure(failure, 'fr').sentence).toMatch(
    /cellule\sB3\sde\sla\sfeuille\s«\sSuivi\s»\scontient\sun\stype\sde\sdonnées,\sune\simage/,
  );
  expect(describeFailure(failure, 'en').sentence).toMatch(/Cell B3 of the sheet “Suivi” holds a data type, an image/);
});

test('an error #VALUE! that no formula gives may be one, by which Excel gives it: refused', async () => {
  start({ error: '#VALUE!' });
  expect(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]]))).toEqual(REFUSED);
  excel.dispose();
  start({ error: '#VALUE!' }, '="a"+1');
  const { undo } = valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  valueOf(await excel.workbook.apply(undo));
  expect(excel.grid.readFormulas(sheetId(), { top: 2, left: 1, rows: 1, columns: 1 })).toEqual([['="a"+1']]);
});

test('beside it, and over another error, all is written and undone', async () => {
  start(ENTITY);
  const plan = write(1, [
    [{ value: 'A' }, { value: 'B' }],
    [{ value: 'C' }, null],
  ]);
  const { undo } = valueOf(await excel.workbook.apply(plan));
  valueOf(await excel.workbook.apply(undo));
  expect(held()).toEqual(ENTITY);
  excel.dispose();
  start({ error: '#N/A' });
  const { undo: back } = valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  expect(held()).toBe('Sopra');
  valueOf(await excel.workbook.apply(back));
  expect(held()).toEqual({ error: '#N/A' });
});

test('=IMAGE() is a formula: it is written over, and given back', async () => {
  start(ENTITY, '=IMAGE("logo")');
  const { undo } = valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  expect(held()).toBe('Sopra');
  valueOf(await excel.workbook.apply(undo));
  const place = { top: 2, left: 1, rows: 1, columns: 1 };
  expect(excel.grid.readFormulas(sheetId(), place)).toEqual([['=IMAGE("logo")']]);
});

test('somebody made it one since the writing: « Annuler » is refused, and leaves it', async () => {
  start('Kéa');
  const { undo } = valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  put(ENTITY)();
  expect((await excel.workbook.apply(undo)).ok).toBe(false);
  expect(held()).toEqual(ENTITY);
});

test('somebody makes it one in the instant before the request: the loss is reported', async () => {
  start('Kéa');
  valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  const trips = excel.roundTrips();
  excel.dispose();
  start('Kéa');
  excel.host.faults.at(trips - 1, { kind: 'act', act: put(ENTITY) });
  expect(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]]))).toEqual({
    ok: false,
    failure: { code: 'richValue', sheet: 'Suivi', cell: 'B3', isLost: true },
  });
});

test('two data types and a text come in that instant: all three cells are named', async () => {
  const plan = write(1, [
    [{ value: 'A' }, { value: 'B' }],
    [null, { value: 'Sopra' }],
  ]);
  start('Kéa');
  valueOf(await excel.workbook.apply(plan));
  const trips = excel.roundTrips();
  excel.dispose();
  start('Kéa');
  const act = (): void =>
    excel.grid.actingAs('coauthor', () =>
      excel.grid.writeCells(sheetId(), 1, 0, [
        [{ value: 'tapé' }, { value: ENTITY }],
        [{ value: 'avis' }, { value: ENTITY }],
      ]),
    );
  excel.host.faults.at(trips - 1, { kind: 'act', act });
  const done = await excel.workbook.apply(plan);
  expect(done).toEqual({
    ok: false,
    failure: {
      ...{ code: 'richValue', sheet: 'Suivi', cell: 'B2', isLost: true },
      others: [{ sheet: 'Suivi', cell: 'B3' }],
      kept: [{ sheet: 'Suivi', cell: 'A2' }],
    },
  });
  expect(excel.grid.readValues(sheetId(), { top: 1, left: 0, rows: 1, columns: 1 })).toEqual([['tapé']]);
  if (!done.ok) expect(describeFailure(done.failure, 'fr').sentence).toMatch(/De même\s:\sB3.*entre-temps\s:\sA2/u);
});

/** As « Monaco » typed as a text and converted to a geographic type: `values` gives the same text. */
const SAME_TEXT: GridValue = { error: 'Sopra', isEntity: true };

test.each`
  moment                                     | after | left         | failure
  ${'before the rollback reads the sheets'}  | ${1}  | ${SAME_TEXT} | ${{ code: 'editsKept', cells: [{ sheet: 'Suivi', cell: 'B3' }] }}
  ${'before it reads the cells'}             | ${2}  | ${SAME_TEXT} | ${{ code: 'editsKept', cells: [{ sheet: 'Suivi', cell: 'B3' }] }}
  ${'in the instant before its own request'} | ${3}  | ${'Kéa'}     | ${{ ...REFUSED.failure, isLost: true }}
`(
  'a written text becomes a data type of the same text, $moment: kept, or its loss is reported',
  async ({ after, left, failure }: { after: number; left: GridValue; failure: unknown }) => {
    start('Kéa');
    const plan = write(2, [[null, { value: 'Sopra' }]]);
    const others = [10, 40, 70].map((top): WriteStep => ({
      ...{ kind: 'setCells', sheet: 'Suivi', top, left: 0 },
      cells: [[{ value: 'x' }]],
    }));
    let written: GridValue = null;
    const act = (): void => {
      written = held();
      put(SAME_TEXT)();
    };
    excel.host.faults.at(2, { kind: 'failAction', at: 56, code: 'GeneralException' });
    excel.host.faults.at(2 + after, { kind: 'act', act });
    const done = await excel.workbook.apply({ ...plan, steps: [...plan.steps, ...others] });
    expect(written).toBe('Sopra');
    expect([done, held()]).toEqual([{ ok: false, failure }, left]);
  },
);

describe('somebody makes it one in the instant before a request that Excel then refuses', () => {
  const plan: WritePlan = {
    ...write(2, [[null, { value: 'Sopra' }]]),
    steps: [2, 10, 40].map((top) => ({
      ...{ kind: 'setCells', sheet: 'Suivi', top, left: 0 },
      cells: [[null, { value: 'Sopra' }]],
    })),
  };
  const [rolledBack, open] = [[], [1, 2, 3]];

  test.each`
    then                             | refused       | code
    ${'the writing is rolled back'}  | ${rolledBack} | ${'richValue'}
    ${'its rollback is refused too'} | ${open}       | ${'halfWritten'}
  `('at any of its actions, and $then: it is there, or the failure names it', async ({ refused, code }) => {
    start('Kéa');
    valueOf(await excel.workbook.apply(plan));
    const trips = excel.roundTrips();
    const actions = excel.host.requests[trips - 1]?.actions ?? 0;
    const codes = new Set<string>();
    for (let at = 0; at < actions; at++) {
      excel.dispose();
      start('Kéa');
      excel.host.faults.at(trips - 1, { kind: 'act', act: put(ENTITY) });
      excel.host.faults.at(trips - 1, { kind: 'failAction', at, code: 'GeneralException' });
      for (const later of refused as readonly number[])
        excel.host.faults.at(trips - 1 + later, { kind: 'refuse', refusal: 'activityLimit' });
      const done = await excel.workbook.apply(plan);
      if (done.ok) throw new Error('written');
      const isThere = JSON.stringify(held()) === JSON.stringify(ENTITY);
      const lost = isThere && done.failure.code === 'halfWritten' ? placesLost(done.failure) : isThere ? [] : ['B3'];
      expect([at, placesLost(done.failure)]).toEqual([at, lost]);
      if (!isThere) codes.add(done.failure.code);
      if (!isThere) expect(describeFailure(done.failure, 'fr').sentence).toMatch(/type\sde\sdonnées.*B3/u);
    }
    expect([...codes]).toEqual([code]);
  });
});

/** The cells of data types that a failure names as lost. */
function placesLost(failure: Failure): readonly string[] {
  if (failure.code === 'richValue' && failure.isLost)
    return [failure, ...(failure.others ?? [])].map(({ cell }) => cell);
  return 'lost' in failure ? (failure.lost?.rich ?? []).map(({ cell }) => cell) : [];
}

test('somebody makes it one, and no answer comes any more: the failure names it, as no content', async () => {
  start('Kéa');
  valueOf(await excel.workbook.watch(() => undefined));
  valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  const trips = excel.roundTrips();
  excel.dispose();
  start('Kéa');
  valueOf(await excel.workbook.watch(() => undefined));
  excel.host.faults.at(trips - 3, { kind: 'act', act: put(ENTITY) });
  for (const trip of [trips - 3]) excel.host.faults.at(trip, { kind: 'loseAnswer', refusal: 'connectionLost' });
  for (const later of [1, 2, 3]) excel.host.faults.at(trips - 3 + later, { kind: 'refuse', refusal: 'connectionLost' });
  const done = await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]]));
  expect(done).toEqual({
    ok: false,
    failure: { code: 'outcomeUnknown', lost: { rich: [{ sheet: 'Suivi', cell: 'B3' }] } },
  });
});
