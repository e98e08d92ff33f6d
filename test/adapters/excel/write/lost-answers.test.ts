/** The answer of a request is lost after Excel carried it out: what was written is looked up before anything is reported. */
import type { WritingFollower } from '../../../../src/application/ports';
import type { PlannedCell, WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';
import type { GridCellChange } from '../../../../workbench/host/grid';

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(
    workbookOf(
      [
        {
          name: 'Suivi',
          blocks: {
            A1: [
              ['Axe', 'AE'],
              ['PDE', 100],
            ],
          },
        },
        {
          name: 'J',
          blocks: {
            A1: [
              ['Date', 'Action'],
              ['x', 'y'],
            ],
          },
        },
      ],
      [{ name: 'ENV_J', sheet: 'J', area: 'A1:B2' }],
    ),
  );
});
afterEach(() => excel.dispose());

function cells(sheet: string, address: string, rows: readonly (readonly PlannedCell[])[]): WriteStep {
  const { top, left } = area(address);
  return { kind: 'setCells', sheet, top, left, cells: rows };
}

const TEXTS = Array.from({ length: 100 }, (_, row): PlannedCell[] => [{ value: `${row} ${'x'.repeat(30_000)}` }]);
const SMALL: readonly WriteStep[] = [cells('Suivi', 'B2', [[{ value: 111 }]])];
const LARGE: readonly WriteStep[] = [...SMALL, { kind: 'addSheet', sheet: 'Doc' }, cells('Doc', 'A1', TEXTS)];

const planOf = (steps: readonly WriteStep[], keepsUndo: boolean): WritePlan => ({
  purpose: 'repair',
  expected: [{ sheet: 'Suivi', top: 1, left: 1, contents: [[100]] }],
  steps,
  journal: [{ kind: 'appendRow', sheet: 'J', table: 'ENV_J', cells: [{ value: 'fait' }, { value: 'B2' }] }],
  ...(keepsUndo && { keepsUndo: true as const }),
});

const journalRows = (): number => excel.grid.tables().find(({ name }) => name === 'ENV_J')?.area.rows ?? 0;

test.each([
  ['with its record', SMALL, true],
  ['without a record', SMALL, false],
  ['in several requests', LARGE, true],
] as const)('a writing %s is done, once, and can be undone', async (_, steps, keepsUndo) => {
  const plan = planOf(steps, keepsUndo);
  const before = await everythingIn(excel);
  const { undo } = valueOf(await excel.workbook.apply(plan));
  const trips = excel.roundTrips();
  valueOf(await excel.workbook.apply(undo));
  for (let trip = 2; trip < trips; trip++) {
    const rows = journalRows();
    excel.host.faults.at(trip, { kind: 'loseAnswer', refusal: trip % 2 === 0 ? 'connectionLost' : 'responseTooLarge' });
    const applied = valueOf(await excel.workbook.apply(plan));
    expect([trip, journalRows()]).toEqual([trip, rows + 1]);
    valueOf(await excel.workbook.apply(applied.undo));
  }
  const sheets = (await everythingIn(excel)) as { sheets: unknown[] };
  expect(sheets.sheets[0]).toEqual((before as { sheets: unknown[] }).sheets[0]);
});

test('a session that ends between any two actions of a request leaves the cells as before, formats included', async () => {
  const plan = planOf(
    [
      cells('Suivi', 'A2', [
        [
          { value: 'SF', numberFormat: '@' },
          { value: 7, numberFormat: '0.0' },
        ],
      ]),
    ],
    false,
  );
  const sheetOf = async (): Promise<unknown> => ((await everythingIn(excel)) as { sheets: unknown[] }).sheets[0];
  const before = await sheetOf();
  const requests = excel.host.requests.length;
  const { undo } = valueOf(await excel.workbook.apply(plan));
  const actions = excel.host.requests.at(-1)?.actions ?? 0;
  const writing = excel.host.requests.length - requests - 1;
  valueOf(await excel.workbook.apply(undo));
  expect([actions > 8, await sheetOf()]).toEqual([true, before]);
  for (let at = 0; at < actions; at++) {
    excel.host.faults.at(writing, { kind: 'failAction', at, code: 'InvalidOrTimedOutSession' });
    const applied = await excel.workbook.apply(plan);
    if (applied.ok) valueOf(await excel.workbook.apply(applied.value.undo));
    expect([at, await sheetOf()]).toEqual([at, before]);
  }
});

describe.each([
  ['a text', { value: 'à moi' }, 'à moi'],
  ['a text that looks like a formula', { value: '=moi' }, '=moi'],
  ['nothing', { value: null }, null],
] as const)('somebody types %s in the cell just before the request whose answer is lost', (_, typed, kept) => {
  const typedBefore = (trip: number, cell: string, values: readonly (readonly GridCellChange[])[]): void => {
    const { top, left } = area(cell);
    const id = excel.grid.sheets()[0]?.id ?? '';
    const act = (): void => excel.grid.actingAs('coauthor', () => excel.grid.writeCells(id, top, left, values));
    excel.host.faults.at(trip, { kind: 'act', act });
    excel.host.faults.at(trip, { kind: 'loseAnswer', refusal: 'connectionLost' });
  };
  const amount = (): unknown => excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', area('B2'))[0]?.[0] ?? null;

  test('it is given back, and its cell is named', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips();
    typedBefore(2, 'B2', [[typed]]);
    const { ok, ...refused } = await excel.workbook.apply(planOf(SMALL, true));
    expect([ok, amount()]).toEqual([false, kept]);
    expect(JSON.stringify(refused)).toContain('"B2"');
  });

  test('pasted with the cell below, its content is not known: the writing is rolled back, and the cell named', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips();
    typedBefore(2, 'B2', [[typed], [{ value: 5 }]]);
    const { ok, ...refused } = await excel.workbook.apply(planOf(SMALL, true));
    expect([ok, amount()]).toEqual([false, 100]);
    expect(refused).toEqual({ failure: { code: 'entriesUnknown', cells: [{ sheet: 'Suivi', cell: 'B2' }] } });
  });

  test('a row pasted over a row that is written: each of its cells is named, since none of them is known', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    excel.roundTrips();
    typedBefore(2, 'A2', [[{ value: 'Autre' }, typed, { value: 7 }]]);
    const step = cells('Suivi', 'A2', [[{ value: 'SF' }, { value: 111 }]]);
    const named = ['A2', 'B2'].map((cell) => ({ sheet: 'Suivi', cell }));
    expect(await excel.workbook.apply(planOf([step], true))).toEqual({
      ok: false,
      failure: { code: 'entriesUnknown', cells: named },
    });
  });
});

describe.each([3, 4, 5, 6, 7])('a cell is edited over what was written, %i requests after the check', (trip) => {
  const typed = (at: number, cell: string, value: string | number): void => {
    const { top, left } = area(cell);
    const id = excel.grid.sheets()[0]?.id ?? '';
    excel.host.faults.at(at, {
      kind: 'act',
      act: () => excel.grid.actingAs('coauthor', () => excel.grid.writeCells(id, top, left, [[{ value }]])),
    });
  };
  const row = (): unknown => excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', area('A2:B2'))[0];
  const plan = planOf([cells('Suivi', 'A2', [[{ value: 'SF' }, { value: 111 }]])], true);

  test('a rollback leaves it, and gives back what the request had covered', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    typed(2, 'A2', 'à moi');
    excel.host.faults.at(2, { kind: 'loseAnswer', refusal: 'sessionTimedOut' });
    typed(trip, 'B2', 777);
    expect([(await excel.workbook.apply(plan)).ok, row()]).toEqual([false, ['à moi', 777]]);
  });

  test('a rollback of which that answer is lost gives it back', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    typed(2, 'A2', 'à moi');
    typed(trip, 'B2', 777);
    excel.host.faults.at(trip, { kind: 'loseAnswer', refusal: 'sessionTimedOut' });
    const { ok, ...refused } = await excel.workbook.apply(plan);
    expect([ok, row()]).toEqual([false, ['à moi', 777]]);
    expect(JSON.stringify(refused)).toContain('"B2"');
  });

  test('so does that of a writing without a record', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    typed(2, 'A2', 'à moi');
    excel.host.faults.at(2, { kind: 'loseAnswer', refusal: 'sessionTimedOut' });
    typed(trip, 'B2', 777);
    const unkept = planOf([cells('Suivi', 'A2', [[{ value: 'SF' }, { value: 111 }]])], false);
    expect([(await excel.workbook.apply(unkept)).ok, row()]).toEqual([false, ['à moi', 777]]);
  });

  test('the undo of the writing leaves it too', async () => {
    valueOf(await excel.workbook.watch(() => undefined));
    excel.host.faults.at(2, { kind: 'loseAnswer', refusal: 'sessionTimedOut' });
    typed(trip, 'B2', 777);
    const applied = await excel.workbook.apply(plan);
    if (applied.ok) await excel.workbook.apply(applied.value.undo);
    await excel.workbook.read(); // the request of the edit, when the writing ended before it
    expect(row()).toEqual([expect.anything(), 777]);
  });
});

test('an earlier record is never taken for that of a writing which Excel did not do', async () => {
  const write = (steps: readonly WriteStep[]) => excel.workbook.apply({ ...planOf(steps, true), expected: [] });
  const amount = (): unknown => excel.grid.readValues(excel.grid.sheets()[0]?.id ?? '', area('B2'))[0]?.[0];
  const earlier = [cells('Suivi', 'A2', [[{ value: 'SRE' }]])];
  valueOf(await write(earlier));
  excel.roundTrips();
  const { undo } = valueOf(await write(SMALL));
  const trips = excel.roundTrips();
  valueOf(await excel.workbook.apply(undo));
  for (let trip = 0; trip < trips; trip++) {
    valueOf(await write(earlier)); // its record is complete
    const rows = journalRows();
    excel.host.faults.at(trip, { kind: 'refuse', refusal: 'connectionLost' });
    const { ok } = await write(SMALL);
    expect([trip, ok, amount(), journalRows()]).toEqual([trip, false, 100, rows]);
  }
});

test.each([
  ['with its record', true],
  ['without a record', false],
] as const)(
  'the same writing %s, done a moment before, is never taken for the one that Excel did not do',
  async (_, keepsUndo) => {
    const write = () =>
      excel.workbook.apply({ ...planOf([cells('Suivi', 'B2', [[{ value: 100 }]])], keepsUndo), expected: [] });
    valueOf(await write());
    excel.roundTrips();
    valueOf(await write());
    const trips = excel.roundTrips();
    for (let trip = 0; trip < trips; trip++) {
      const rows = journalRows();
      excel.host.faults.at(trip, { kind: 'refuse', refusal: 'sessionTimedOut' });
      const { ok } = await write();
      expect([trip, ok, journalRows()]).toEqual([trip, false, rows]);
    }
  },
);

describe('Excel did not do a request, and somebody then types what it would have written', () => {
  const amountCell = area('B2');
  const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';
  const amount = (): unknown => excel.grid.readValues(sheetId(), amountCell)[0]?.[0] ?? null;
  const typeAmount = (at: number, value: number | null): void =>
    excel.host.faults.at(at, {
      kind: 'act',
      act: () =>
        excel.grid.actingAs('coauthor', () =>
          excel.grid.writeCells(sheetId(), amountCell.top, amountCell.left, [[{ value }]]),
        ),
    });
  /** The requests of a writing that read first: the one that Excel refuses follows them. */
  const READINGS = 2;
  const journal = (sheets: readonly WriteStep[]): WritePlan => ({ ...planOf(SMALL, false), journal: [...sheets] });
  const NEW_JOURNAL: readonly WriteStep[] = [
    { kind: 'addSheet', sheet: 'Journal 2' },
    cells('Journal 2', 'A1', [[{ value: 'fait' }]]),
  ];

  test.each([3, 4, 5, 6])('%i requests after the check, of a writing with a record: it stays', async (trip) => {
    excel.host.faults.at(READINGS, { kind: 'refuse', refusal: 'responseTooLarge' });
    typeAmount(trip, 111);
    expect((await excel.workbook.apply(planOf(SMALL, true))).ok).toBe(false);
    await excel.workbook.read(); // the request of the edit, when the writing ended before it
    expect(amount()).toBe(111);
  });

  describe.each([5, 6])('%i requests after the check, without a record: the look at the cells needs two', (trip) => {
    test.each([
      ['with a row of the journal', planOf(SMALL, false)],
      ['with a new sheet', journal(NEW_JOURNAL)],
    ])('of a writing %s: it stays', async (_, plan) => {
      excel.host.faults.at(READINGS, { kind: 'refuse', refusal: 'responseTooLarge' });
      typeAmount(trip, 111);
      expect((await excel.workbook.apply(plan)).ok).toBe(false);
      await excel.workbook.read();
      expect(amount()).toBe(111);
    });

    test('of an undo that empties the cell: it stays empty', async () => {
      valueOf(await excel.workbook.apply({ ...planOf([cells('Suivi', 'B2', [[{ value: null }]])], false) }));
      const { undo } = valueOf(await excel.workbook.apply({ ...planOf(SMALL, false), expected: [] }));
      excel.roundTrips();
      excel.host.faults.at(READINGS, { kind: 'refuse', refusal: 'responseTooLarge' });
      typeAmount(trip, null);
      expect((await excel.workbook.apply(undo)).ok).toBe(false);
      await excel.workbook.read();
      expect(amount()).toBeNull();
    });
  });
});

test('a connection that stays down: the outcome is not known, and nothing else is claimed', async () => {
  for (const trip of [2, 3, 4, 5]) excel.host.faults.at(trip, { kind: 'loseAnswer', refusal: 'connectionLost' });
  expect(await excel.workbook.apply(planOf(SMALL, true))).toEqual({ ok: false, failure: { code: 'outcomeUnknown' } });
});

test('a connection that stays down after somebody typed in a cell of the writing: their entry is named', async () => {
  valueOf(await excel.workbook.watch(() => undefined));
  excel.roundTrips();
  excel.host.faults.at(2, { kind: 'edit', sheet: 'Suivi', address: 'B2', value: 4218, remote: true });
  for (const trip of [2, 3, 4, 5]) excel.host.faults.at(trip, { kind: 'loseAnswer', refusal: 'connectionLost' });
  expect(await excel.workbook.apply(planOf(SMALL, true))).toEqual({
    ok: false,
    failure: { code: 'outcomeUnknown', entries: [{ sheet: 'Suivi', cell: 'B2', content: 4218 }] },
  });
});

test('a long writing reports its progress, and is rolled back when it is stopped', async () => {
  const before = await everythingIn(excel);
  const told: string[] = [];
  const follower = (stopAfter: number): WritingFollower => ({
    progress: (done, total) => told.push(`${done}/${total}`),
    isStopped: () => told.length >= stopAfter,
  });
  expect(await excel.workbook.apply(planOf(LARGE, true), follower(1))).toEqual({
    ok: false,
    failure: { code: 'stopped' },
  });
  expect(await everythingIn(excel)).toEqual(before);
  const total = Number(told[0]?.split('/')[1]);
  expect(total).toBeGreaterThan(1);
  told.length = 0;
  valueOf(await excel.workbook.apply(planOf(LARGE, true), follower(99)));
  expect(told).toEqual(Array.from({ length: total }, (_, index) => `${index + 1}/${total}`));
});
