/**
 * A row that a plan adds to a Table, and people who work in it: whatever they put into the Table is in it afterwards,
 * and an undo takes out the row that was written or nothing.
 */
import fc from 'fast-check';
import { planExtendTable } from '../../../../../src/application/writing/extend-table';
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord } from '../../../../../src/workbook/registers/undo-record';
import type { GridCell, GridTable } from '../../../../../workbench/host/grid';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { area, workbookOf } from '../../../../support/excel/grid-workbook';

const DOUBLE = '=[@Montant]*2';
/** The request of a writing that writes, after those that read. */
const WRITES = 2;
/** The same of an undo, which looks for its rows. */
const UNDOES = 3;
const OURS = 'écrit par nous';
/** Columns of the ledger: the third one is computed. */
const LEDGER = [
  ['Objet', 'Montant', 'Double'],
  ['a', 1, DOUBLE],
  ['b', 2, DOUBLE],
];
const RUNS = { numRuns: Number(process.env.TABLE_RUNS ?? '25') };

const NEW_ROW: WritePlan = {
  purpose: 'row',
  expected: [{ sheet: 'Suivi', top: 5, left: 1, contents: [[null, null, null]] }],
  steps: [
    { kind: 'setCells', sheet: 'Suivi', top: 5, left: 1, cells: [[{ value: OURS }, { value: 777 }, null]] },
    { kind: 'resizeTable', sheet: 'Suivi', name: 'T_Suivi', area: area('B3:D6'), from: area('B3:D5') },
  ],
  keepsUndo: true,
};

let excel: StartedExcel;
let typed: string[];
afterEach(() => excel.dispose());

function start(below: readonly (readonly (string | number)[])[] = []): void {
  const sheets = [{ name: 'Suivi', blocks: { B3: [...LEDGER, ...below] } }];
  excel = startExcel(workbookOf(sheets, [{ name: 'T_Suivi', sheet: 'Suivi', area: 'B3:D5' }]));
  typed = [];
}

const table = (): GridTable => excel.grid.tables()[0]!;

/** People act through Excel: a table grows over what they type next to it. */
function write(row: number, column: number, cell: GridCell): void {
  excel.grid.writeCells(table().sheetId, row, column, [[cell]]);
}

/** A text of its own, to be found again. */
function text(): GridCell {
  typed.push(`à eux ${typed.length + 1}`);
  return { value: typed.at(-1)! };
}

/** The last row of the table is ours in the moments of an undo, and in the others the one above. */
const ACTS = {
  'a row below': () => {
    const { id, area: now } = table();
    write(now.top + now.rows, now.left, text());
    excel.grid.changeTable(id, { area: { ...now, rows: now.rows + 1 } });
  },
  'a column with a value in the last row': () => addColumn((row, last) => (row === last ? text() : null)),
  'a column with nothing in the last row': () => addColumn((row, last) => (row === last ? null : text())),
  'a computed column': () => addColumn(() => ({ value: null, formula: '=[@Montant]*3' })),
  'a computed column of cells': () => addColumn((row) => ({ value: null, formula: `=C${row + 1}*$C$4` })),
  'a formula of one row': () => {
    const { area: now } = table();
    write(now.top + now.rows - 1, now.left + 2, { value: null, formula: '=1+2+3' });
  },
  'another name': () => excel.grid.changeTable(table().id, { name: `Suivi_${typed.length}_${table().area.rows}` }),
  'what Excel fills': () => {
    const { area: now } = table();
    write(now.top + now.rows - 1, now.left + 2, { value: null, formula: DOUBLE });
  },
} satisfies Readonly<Record<string, () => void>>;

function addColumn(cellOf: (row: number, last: number) => GridCell | null): void {
  const { id, area: now } = table();
  const column = now.left + now.columns;
  const last = now.top + now.rows - 1;
  write(now.top, column, text());
  for (let row = now.top + 1; row <= last; row++) {
    const cell = cellOf(row, last);
    if (cell) write(row, column, cell);
  }
  excel.grid.changeTable(id, { area: { ...now, columns: now.columns + 1 } });
}

/** People act just before a request that comes. */
function actAt(request: number, drawn: readonly (keyof typeof ACTS)[]): void {
  const act = (): void => excel.grid.actingAs('user', () => drawn.forEach((one) => ACTS[one]()));
  excel.host.faults.at(request, { kind: 'act', act });
}

const acts = fc.array(fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])), { maxLength: 3 });

/** The texts and the formulas of the sheet that are outside the table. */
function outside(): readonly unknown[] {
  const { sheetId, area: now } = table();
  const all = { top: 0, left: 0, rows: 14, columns: 14 };
  const [values, formulas] = [excel.grid.readValues(sheetId, all), excel.grid.readFormulas(sheetId, all)];
  return values.flatMap((row, r) =>
    row.flatMap((value, c) => {
      const isIn = r >= now.top && r < now.top + now.rows && c >= now.left && c < now.left + now.columns;
      const content = formulas[r]?.[c] ?? value;
      return isIn || content === null || content === '' ? [] : [content];
    }),
  );
}

function isWritten(): boolean {
  const { sheetId } = table();
  return excel.grid.readValues(sheetId, { top: 0, left: 0, rows: 14, columns: 14 }).flat().includes(OURS);
}

async function undoFor(undo: WritePlan, isRestarted: boolean): Promise<WritePlan> {
  if (!isRestarted) return undo;
  await excel.host.settled();
  const workbook = await excel.read();
  return undoOfRecord(workbook, readUndoRecord(workbook)!);
}

/** After the run, in the same workbook: everything that was typed into the table is in it, and nothing but ours went. */
function law(run: (drawn: readonly (keyof typeof ACTS)[], isRestarted: boolean, moment: number) => Promise<void>) {
  return fc
    .assert(
      fc.asyncProperty(acts, fc.boolean(), fc.nat(11), async (drawn, isRestarted, moment) => {
        start();
        await run(drawn, isRestarted, moment);
        expect(outside()).toEqual([]);
        const texts = excel.grid.readValues(table().sheetId, table().area).flat();
        expect(typed.filter((one) => !texts.includes(one))).toEqual([]);
        excel.dispose();
      }),
      RUNS,
    )
    .finally(() => start());
}

test('an undo takes out our row alone, or nothing and names a cell, wherever people added rows or columns', () =>
  law(async (drawn, isRestarted) => {
    const { undo } = valueOf(await excel.workbook.apply(NEW_ROW));
    drawn.forEach((act) => ACTS[act]());
    const [before, plan] = [table().area, await undoFor(undo, isRestarted)];
    const undone = await excel.workbook.apply(plan);
    const { rows, columns } = table().area;
    expect([undone.ok, rows, columns, isWritten()]).toEqual([
      undone.ok,
      undone.ok ? before.rows - 1 : before.rows,
      before.columns,
      !undone.ok,
    ]);
    const isOurs = drawn.every((act) => !/row|value/.test(act));
    if (isOurs || /nothing/.test(drawn.join())) expect(undone).toMatchObject(isOurs ? { ok: true } : {});
    if (!undone.ok) expect(undone.failure).toMatchObject({ code: 'changedMeanwhile', sheet: 'Suivi' });
  }));

test('a writing adds its row to the table as it is, or writes nothing, whenever people work in it', () =>
  law(async (drawn, _, moment) => {
    actAt(moment % 4, drawn);
    const { ok } = await excel.workbook.apply(NEW_ROW);
    expect([ok, isWritten()]).toEqual([ok, ok]);
  }));

test('an undo under which people work leaves in the table what they put there', () =>
  law(async (drawn, isRestarted, moment) => {
    const { undo } = valueOf(await excel.workbook.apply(NEW_ROW));
    const plan = await undoFor(undo, isRestarted);
    const at = moment % 5;
    actAt(at, drawn);
    const undone = await excel.workbook.apply(plan);
    expect([undone.ok, isWritten()]).toEqual([undone.ok, !undone.ok]);
    if (!undone.ok) expect(readUndoRecord(await excel.read())).toMatchObject({ isComplete: true });
  }));

test.each(['requestTooLarge', 'activityLimit', 'dialogOpen', 'noPermission'] as const)(
  'an undo whose table cannot be given its row again (%s) is rolled back, and not taken for one that did nothing',
  async (refusal) => {
    start();
    const { undo } = valueOf(await excel.workbook.apply(NEW_ROW));
    actAt(UNDOES, ['a row below']);
    excel.host.faults.at(UNDOES + 1, { kind: 'refuse', refusal });
    const undone = await excel.workbook.apply(undo);
    expect([undone.ok, isWritten(), table().area.rows]).toEqual([false, true, LEDGER.length + 2]);
    expect(outside()).toEqual([]);
  },
);

test('a writing that Excel stops half way is rolled back, and leaves in the table what people put there', () =>
  law(async (drawn, isBefore, moment) => {
    const asked = excel.host.requests.length;
    valueOf(await excel.workbook.apply(valueOf(await excel.workbook.apply(NEW_ROW)).undo));
    const actions = excel.host.requests[asked + WRITES]?.actions ?? 0;
    excel.host.faults.at(WRITES, {
      kind: 'failAction',
      at: Math.floor((moment * actions) / 12),
      code: 'GeneralException',
    });
    actAt(isBefore ? WRITES : WRITES + 1 + (moment % 5), drawn);
    expect(await excel.workbook.apply(NEW_ROW)).toMatchObject({ ok: false });
    expect(isWritten()).toBe(false);
    if (!drawn.some((act) => /row|value/.test(act))) expect(table().area.rows).toBe(LEDGER.length);
  }));

/** Somebody works in our row between any two requests of the rollback of a writing that Excel stopped after the table. */
test.each`
  act                       | keeps
  ${'a formula of one row'} | ${[true, 'D6']}
  ${'a row below'}          | ${[true, 'B7']}
  ${'what Excel fills'}     | ${[false, null]}
  ${'a computed column'}    | ${[false, null]}
  ${'another name'}         | ${[false, null]}
`(
  '$act in our row, at any moment of a rollback: the table keeps it and names the cell, or is as before',
  async (row) => {
    const [isKept, named] = row.keeps as readonly [boolean, string | null];
    for (let after = 0; after < 4; after++) {
      start();
      const asked = excel.host.requests.length;
      valueOf(await excel.workbook.apply(valueOf(await excel.workbook.apply(NEW_ROW)).undo));
      const actions = excel.host.requests[asked + WRITES]?.actions ?? 0;
      excel.host.faults.at(WRITES, { kind: 'failAction', at: actions - 1, code: 'GeneralException' });
      actAt(WRITES + 1 + after, [row.act as keyof typeof ACTS]);
      const applied = await excel.workbook.apply(NEW_ROW);
      const failure = named
        ? { code: 'editsKept', cells: [{ sheet: 'Suivi', cell: named }] }
        : { code: 'hostRefused', hostCode: 'GeneralException' };
      expect([after, applied]).toMatchObject([after, { failure }]);
      expect([after, isWritten(), table().area.rows > LEDGER.length]).toEqual([after, false, isKept]);
      expect(outside()).toEqual([]);
      excel.dispose();
    }
    start();
  },
);

test('rows of the team that « Étendre le tableau » took in are given back as they are, or stay', async () => {
  start([
    ['c', 3],
    ['d', 4],
  ]);
  const taken = { top: 5, left: 1, rows: 2, columns: 3 };
  const plan = valueOf(planExtendTable(await excel.read(), { sheet: 'Suivi', area: taken }));
  const before = await everythingIn(excel);
  const { undo } = valueOf(await excel.workbook.apply(plan));
  ACTS['what Excel fills']();
  write(5, 2, { value: 3.5 });
  expect(await excel.workbook.apply(undo)).toMatchObject({ failure: { code: 'changedMeanwhile', cell: 'C6' } });
  expect(table().area).toEqual(area('B3:D7'));
  write(5, 2, { value: 3 });
  valueOf(await excel.workbook.apply(undo));
  expect(await everythingIn(excel)).toEqual(before);
});

test('a register that was made and renamed is not emptied: the undo names it', async () => {
  start();
  const made: WritePlan = {
    purpose: 'request',
    expected: [],
    steps: [
      { kind: 'setCells', sheet: 'Suivi', top: 9, left: 1, cells: [[{ value: 'Objet' }], [{ value: OURS }]] },
      { kind: 'addTable', sheet: 'Suivi', name: 'ENV_Demandes', area: area('B10:B11') },
    ],
  };
  const { undo } = valueOf(await excel.workbook.apply(made));
  const { id } = excel.grid.tables()[1]!;
  excel.grid.changeTable(id, { name: 'Demandes' });
  expect(await excel.workbook.apply(undo)).toMatchObject({ failure: { code: 'changedMeanwhile', cell: 'B10' } });
  excel.grid.changeTable(id, { name: 'ENV_Demandes' });
  valueOf(await excel.workbook.apply(undo));
  expect([excel.grid.tables().length, isWritten()]).toEqual([1, false]);
});

/** The table is B3:D5; Excel extends it over what is written next to it. */
test.each`
  written                                     | cells                      | resized    | becomes
  ${'a row below a table that is left as is'} | ${{ B6: 1 }}               | ${'B3:D5'} | ${'B3:D5'}
  ${'the new row and one below it'}           | ${{ B6: 1, B7: 2 }}        | ${'B3:D6'} | ${'B3:D6'}
  ${'the new row, then one below it'}         | ${{ B6: 1, C7: 2 }}        | ${'B3:D6'} | ${'B3:D6'}
  ${'the new row and a cell at its right'}    | ${{ B6: 1, C6: 2, E6: 3 }} | ${'B3:D6'} | ${'B3:D6'}
`('a table gets the rows that the plan gives it, and no others: $written', async ({ cells, ...row }) => {
  start();
  const before = await everythingIn(excel);
  const plan: WritePlan = {
    purpose: 'row',
    expected: [],
    steps: [
      ...Object.entries(cells as Record<string, number>).map(([at, value]) => {
        const { top, left } = area(at);
        return { kind: 'setCells' as const, sheet: 'Suivi', top, left, cells: [[{ value }]] };
      }),
      {
        ...{ kind: 'resizeTable', sheet: 'Suivi', name: 'T_Suivi', from: area('B3:D5') },
        area: area(row.resized as string),
      },
    ],
  };
  const asked = excel.host.requests.length;
  const { undo } = valueOf(await excel.workbook.apply(plan));
  const actions = excel.host.requests[asked + WRITES]?.actions ?? 0;
  expect(table().area).toEqual(area(row.becomes as string));
  valueOf(await excel.workbook.apply(undo));
  expect(await everythingIn(excel)).toEqual(before);
  for (let at = 0; at < actions; at++) {
    excel.host.faults.at(WRITES, { kind: 'failAction', at, code: 'GeneralException' });
    expect(await excel.workbook.apply(plan)).toMatchObject({ failure: { code: 'hostRefused' } });
    expect([at, await everythingIn(excel)]).toEqual([at, before]);
  }
});
