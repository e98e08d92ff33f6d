/**
 * Cells that hold a data type or an image (« Monaco », =IMAGE() pasted as a value): `values` gives an error for them, so
 * that nothing could give them back. No plan writes over one, and none is lost without a word.
 */
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
    /cellule\sB3\sde\sla\sfeuille\s«\sSuivi\s»\scontient\sun\stype\sde\sdonnées\sou\sune\simage/,
  );
  expect(describeFailure(failure, 'en').sentence).toMatch(/Cell B3 of the sheet “Suivi” holds a data type or an image/);
});

test('beside it, and over an error that is one, all is written and undone', async () => {
  start(ENTITY);
  const plan = write(1, [
    [{ value: 'A' }, { value: 'B' }],
    [{ value: 'C' }, null],
  ]);
  const { undo } = valueOf(await excel.workbook.apply(plan));
  valueOf(await excel.workbook.apply(undo));
  expect(held()).toEqual(ENTITY);
  excel.dispose();
  start({ error: '#VALUE!' });
  const { undo: back } = valueOf(await excel.workbook.apply(write(2, [[null, { value: 'Sopra' }]])));
  expect(held()).toBe('Sopra');
  valueOf(await excel.workbook.apply(back));
  expect(held()).toEqual({ error: '#VALUE!' });
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
