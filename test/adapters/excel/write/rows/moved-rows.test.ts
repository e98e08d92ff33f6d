/**
 * Rows and columns move between a writing and its undo: the former content goes back to its own row, or nowhere. A
 * position and an equal content are not enough to know a row.
 */
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord } from '../../../../../src/workbook/registers/undo-record';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { area, workbookOf } from '../../../../support/excel/grid-workbook';

const ROWS = [
  ['Axe', 'Objet', 'AE', 'Tiers'],
  ['PDE', 'étude', 100, 'A'],
  ['PDE', 'étude', 200, 'A'],
  ['PDE', 'étude', 200, 'A'],
  ['SRE', 'salon', 300, 'B'],
  ['SF', 'audit', 400, 'C'],
];

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ROWS } }]));
});
afterEach(() => excel.dispose());

const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';

function rowsNow(): unknown[][] {
  const rows: unknown[][] = [];
  for (const { row, column, value } of excel.grid.contents().sheets[0]?.cells ?? [])
    if (value !== null) (rows[row] ??= [])[column] = value;
  return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null));
}

/** Gives one value, or none, to cells of « Suivi ». */
function writing(value: string | null, ...addresses: readonly string[]): WritePlan {
  return {
    purpose: 'repair',
    expected: [],
    steps: addresses.map((address) => {
      const { top, left } = area(address);
      return { kind: 'setCells', sheet: 'Suivi', top, left, cells: [[{ value }]] };
    }),
    keepsUndo: true,
  };
}

function put(address: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const { top, left } = area(address);
  excel.grid.writeCells(
    sheetId(),
    top,
    left,
    rows.map((row) => row.map((value) => ({ value }))),
  );
}

const insertRow = (at: number): void => excel.grid.insertRows(sheetId(), at, 1);

type Act = () => void;

/** Acts of people between the writing and its undo; the written cells of which the undo is certain all the same. */
const ACTS: readonly (readonly [what: string, certain: readonly string[], act: Act])[] = [
  ['nothing', ['C2', 'C3', 'C6'], () => undefined],
  ['a row inserted above', ['C6'], () => insertRow(1)],
  [
    'a copy of the row above inserted',
    ['C2', 'C6'],
    () => {
      insertRow(2);
      put('A3', [ROWS[1] ?? []]);
    },
  ],
  ['the first row of data deleted', ['C6'], () => excel.grid.deleteRows(sheetId(), 1, 1)],
  ['a column inserted on the left', [], () => excel.grid.insertColumns(sheetId(), 1, 1)],
  [
    'the rows sorted',
    [],
    () => {
      const rows = rowsNow();
      for (const [to, from] of [5, 3, 1, 2, 4].entries()) put(`A${to + 2}`, [rows[from] as string[]]);
    },
  ],
  [
    'the last row deleted, where another one is like it further down',
    ['C2', 'C3'],
    () => {
      put('A9', [['SF', 'audit', null, 'C']]);
      excel.grid.deleteRows(sheetId(), 5, 1);
    },
  ],
  ['a row inserted below', ['C2', 'C3', 'C6'], () => insertRow(7)],
  ['another cell of the row typed', ['C2', 'C3', 'C6'], () => put('B6', [['révisé']])],
];

const PLACES = ['C2', 'C3', 'C6'] as const;

test.each(
  ACTS.flatMap(([what, certain, act]) => PLACES.map((place) => [what, place, certain.includes(place), act] as const)),
)('%s, then the undo of %s emptied: in its own row (%s) or refused', async (_, place, isCertain, act) => {
  act();
  const asIfNothing = rowsNow();
  excel.dispose();
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ROWS } }]));
  const { undo } = valueOf(await excel.workbook.apply(writing(null, place)));
  act();
  const present = rowsNow();
  const undone = await excel.workbook.apply(undo);
  expect(undone).toMatchObject(isCertain ? { ok: true } : { ok: false, failure: { code: 'changedMeanwhile' } });
  expect(rowsNow()).toEqual(isCertain ? asIfNothing : present);
});

test('after a restart too, the undo that the workbook keeps follows inserted rows', async () => {
  valueOf(await excel.workbook.apply(writing(null, 'C5', 'C6')));
  insertRow(1);
  insertRow(5);
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('no record');
  valueOf(await excel.workbook.apply(undoOfRecord(workbook, record)));
  expect(rowsNow().filter((row) => row.length > 0)).toEqual(ROWS);
});

test('a cell of the moved rows that somebody typed over is named where it is now, and nothing is undone', async () => {
  const { undo } = valueOf(await excel.workbook.apply(writing(null, 'C5', 'C6')));
  insertRow(1);
  put('C7', [[450]]);
  const present = rowsNow();
  expect(await excel.workbook.apply(undo)).toMatchObject({
    ok: false,
    failure: { code: 'changedMeanwhile', sheet: 'Suivi', cell: 'C7' },
  });
  expect(rowsNow()).toEqual(present);
});

test('a row inserted between two equal ones, between the check and the request: refused, nothing written', async () => {
  const plan = writing('vu', 'C3', 'C4');
  excel.host.faults.at(2, {
    kind: 'act',
    act: () => {
      insertRow(2);
      put('A3', [ROWS[2] ?? []]);
    },
  });
  expect(await excel.workbook.apply(plan)).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile' } });
  expect(rowsNow().map((row) => row[2])).toEqual(['AE', 100, 200, 200, 200, 300, 400]);
});

describe.each([
  ['a row inserted above', () => insertRow(2)],
  ['two rows deleted above', () => excel.grid.deleteRows(sheetId(), 1, 2)],
  [
    'a row inserted above, and a cell of the new row typed',
    () => {
      insertRow(2);
      put('C8', [[450]]);
    },
  ],
  [
    'other rows pasted over the new one, and most of its contents in a row above',
    () => {
      put('B3', [['salon', 500]]);
      const rows = ['bail', 'frais', 'visite'].map((label, at) => ['SF', label, 700 + at, 'E']);
      put('A5', rows);
    },
  ],
] as const)('%s, while a new row that was written is rolled back', (_, act) => {
  const NEW: WritePlan = {
    purpose: 'row',
    expected: [],
    steps: [
      {
        kind: 'setCells',
        sheet: 'Suivi',
        top: 6,
        left: 0,
        cells: [[{ value: 'PDE' }, { value: 'salon' }, { value: 500 }, { value: 'D' }]],
      },
      { kind: 'setCells', sheet: 'Suivi', top: 0, left: 20, cells: [[{ value: 'refusé' }]] },
    ],
    keepsUndo: true,
  };

  test('the new row is emptied where it is, what was typed stays, and every other row is whole', async () => {
    for (let trip = 3; trip <= 5; trip++) {
      excel.dispose();
      excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ROWS } }]));
      act();
      const wanted = rowsNow();
      excel.dispose();
      excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ROWS } }]));
      await failLast(NEW);
      excel.host.faults.at(trip, { kind: 'act', act });
      const outcome = await excel.workbook.apply(NEW);
      expect([trip, outcome, rowsNow()]).toMatchObject([trip, { ok: false }, wanted]);
    }
  });
});

describe('a new row among blank ones, which is rolled back', () => {
  const AT_15: WritePlan = {
    purpose: 'row',
    expected: [],
    steps: [
      {
        kind: 'setCells',
        sheet: 'Suivi',
        top: 14,
        left: 0,
        cells: [[{ value: 'PDE' }, { value: 'salon' }, { value: 500 }, { value: 'D' }]],
      },
      { kind: 'setCells', sheet: 'Suivi', top: 0, left: 20, cells: [[{ value: 'refusé' }]] },
    ],
    keepsUndo: true,
  };
  const NEW = ['PDE', 'salon', 500, 'D'];

  test.each<readonly [string, Act, number | null, readonly string[]]>([
    ['a row deleted above: it is emptied where it is', () => excel.grid.deleteRows(sheetId(), 2, 1), null, []],
    ['a row inserted above: likewise', () => insertRow(2), null, []],
    [
      'three rows deleted above: it is named, and left as it is',
      () => excel.grid.deleteRows(sheetId(), 7, 3),
      11,
      ['A12', 'B12', 'C12', 'D12'],
    ],
    [
      'a cell of it typed over, and three rows inserted above it: likewise',
      () => {
        put('B15', [['autre']]);
        excel.grid.insertRows(sheetId(), 14, 3);
      },
      null,
      ['A18', 'B18', 'C18', 'D18'],
    ],
  ])('%s', async (_, act, row, named) => {
    await failLast(AT_15);
    excel.host.faults.at(3, { kind: 'act', act });
    const outcome = await excel.workbook.apply(AT_15);
    expect(outcome.ok).toBe(false);
    const cells = !outcome.ok && outcome.failure.code === 'editsKept' ? outcome.failure.cells : [];
    expect(cells.map(({ cell }) => cell)).toEqual(named);
    expect(rowsNow().findIndex((now) => NEW.every((value, c) => now[c] === value))).toBe(row ?? -1);
  });
});

test('rows sorted in the request that undoes a new row: the row that came in its place stays as it is', async () => {
  const cells = [[{ value: 'PDE' }, { value: 'salon' }, { value: 500 }, { value: 'D' }]];
  const step = { kind: 'setCells', sheet: 'Suivi', top: 6, left: 0, cells } as const;
  const { undo } = valueOf(
    await excel.workbook.apply({ purpose: 'row', expected: [], steps: [step], keepsUndo: true }),
  );
  excel.roundTrips();
  const act = (): void => {
    put('A3', [['PDE', 'salon', 500, 'D']]);
    put('A2', [ROWS[5] ?? []]);
    put('A6', [
      ROWS[1] ?? [],
      [null, null, 200, null], // a row that somebody had begun
    ]);
  };
  excel.host.faults.at(2, { kind: 'act', act });
  const { ok } = await excel.workbook.apply(undo);
  const rows = rowsNow();
  expect([ok, rows[2], rows[6]]).toEqual([false, ['PDE', 'salon', 500, 'D'], [null, null, 200]]);
});

test('a row emptied before the request, and one inserted after it: each amount is back in its own row', async () => {
  const rows = [1, 2, 3, 4, 5].map((n) => [`EJ ${n}`, `étude ${n}`, n * 100, `Tiers ${n}`]);
  excel.dispose();
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['N° EJ', 'Objet', 'AE', 'Tiers'], ...rows] } }]));
  excel.host.faults.at(2, { kind: 'act', act: () => put('A6', [[null, null, null, null]]) });
  excel.host.faults.at(3, { kind: 'act', act: () => insertRow(1) });
  const { ok } = await excel.workbook.apply(writing(null, 'C2', 'C3', 'C5', 'C6'));
  expect([ok, rowsNow().map((row) => row[2] ?? null)]).toEqual([false, ['AE', null, 100, 200, 300, 400]]);
});

/** The last action of the request that writes the plan fails: everything before it is done. */
async function failLast(plan: WritePlan): Promise<void> {
  const contents = excel.grid.contents();
  valueOf(await excel.workbook.apply(plan));
  const actions = excel.host.requests[2]?.actions ?? 0;
  excel.dispose();
  excel = startExcel(contents);
  excel.host.faults.at(2, { kind: 'failAction', at: actions - 1, code: 'AccessDenied' });
}

test('two columns of equal rows written in two requests: what the first wrote is no sign of a move', async () => {
  const long = 'x'.repeat(30_000);
  const rows = Array.from({ length: 90 }, (_, row) => [row % 2 === 0 ? 'PDE ' : 'PDE', 'a', 'b', 'c', 'd']);
  excel.dispose();
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]));
  const column = (left: number, value: string): WritePlan['steps'] => [
    { kind: 'setCells', sheet: 'Suivi', top: 0, left, cells: rows.map(() => [{ value }]) },
  ];
  const plan: WritePlan = {
    purpose: 'repair',
    expected: [],
    steps: [...column(0, 'PDE'), ...column(4, long)],
    keepsUndo: true,
  };
  const { undo } = valueOf(await excel.workbook.apply(plan));
  valueOf(await excel.workbook.apply(undo));
  expect(rowsNow()).toEqual(rows);
});

test('a writing in parts fails: what its later parts would have written is no sign that a row moved', async () => {
  const rows = [
    ['Axe', 'Objet', 'Échéance'],
    ['SF', 'salon', '15/02'],
    ['PDE', 'salon', '15/02'],
    ['PDE', 'étude', 'juin'],
  ];
  const texts = Array.from({ length: 100 }, (_, row) => [{ value: `${row} ${'x'.repeat(30_000)}` }]);
  const plan: WritePlan = {
    ...writing('Signaux Faibles', 'A2'),
    steps: [
      ...writing('Signaux Faibles', 'A2').steps,
      { kind: 'addSheet', sheet: 'Doc' },
      { kind: 'setCells', sheet: 'Doc', top: 0, left: 0, cells: texts },
      ...writing('payé', 'C2').steps,
    ],
  };
  const open = (): void => {
    excel.dispose();
    excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]));
  };
  open();
  valueOf(await excel.workbook.apply(plan));
  const trips = excel.roundTrips();
  expect(trips).toBeGreaterThan(3);
  for (let trip = 2; trip < trips; trip++) {
    open();
    excel.host.faults.at(trip, { kind: 'failAction', at: 0, code: 'GeneralException' });
    const { ok } = await excel.workbook.apply(plan);
    expect([trip, ok, rowsNow()]).toEqual([trip, false, rows]);
  }
});
