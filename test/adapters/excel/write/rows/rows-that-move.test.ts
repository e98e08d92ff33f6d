/**
 * Rows are inserted, deleted or sorted while a large writing is under way, in several requests: it is rolled back, and
 * each cell has its former content in its own row. The same after a restart of the add-in.
 */
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord } from '../../../../../src/workbook/registers/undo-record';
import type { GridValue } from '../../../../../workbench/host/grid';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

/** Four requests: each cell gets 30,000 characters. */
const ROWS = 100;
/** « Tiers » in every other row, « Note » in the others. */
const writtenColumn = (row: number): number => (row % 2 === 0 ? 1 : 3);

const ledger = Array.from({ length: ROWS }, (_, row) => [
  String(1_400_000_000 + row * 37),
  `fournisseur ${row}`,
  ((row * 7919) % 90_000) + 0.37,
  row % 3 === 0 ? 'à voir' : `note ${row}`,
  45_000 + ((row * 13) % 300),
]);
const CONTENTS = workbookOf([{ name: 'Suivi', blocks: { A1: [['N° EJ', 'Tiers', 'AE', 'Note', 'Date'], ...ledger] } }]);
const rowOf = new Map(ledger.map((row) => [row[0], row]));

const PLAN: WritePlan = {
  purpose: 'repair',
  keepsUndo: true,
  expected: [],
  steps: ledger.map((_, row) => ({
    kind: 'setCells',
    sheet: 'Suivi',
    top: row + 1,
    left: writtenColumn(row),
    cells: [[{ value: `Enveloppe ${row} ${'x'.repeat(30_000)}` }]],
  })),
};

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(CONTENTS);
});
afterEach(() => excel.dispose());

const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';

function rowsNow(): (readonly GridValue[])[] {
  const used = excel.grid.usedArea(sheetId(), 'values');
  return used ? excel.grid.readValues(sheetId(), used).map((row) => [...row]) : [];
}

/** Rows that are not as they were; one that somebody inserted is blank. */
function wrongRows(): unknown[] {
  return rowsNow()
    .slice(1)
    .flatMap((row, index) => {
      const right = rowOf.get(String(row[0])) ?? [null, null, null, null, null];
      const isRight = row.every((value, column) => (value ?? null) === right[column]);
      return isRight ? [] : [[index + 2, row.map((value) => String(value).slice(0, 20)), right]];
    });
}

const ACTS: Readonly<Record<string, () => void>> = {
  'two rows inserted among those already written': () => excel.grid.insertRows(sheetId(), 20, 2),
  'two rows deleted': () => excel.grid.deleteRows(sheetId(), 20, 2),
  'a row inserted at the top, and two deleted further down': () => {
    excel.grid.insertRows(sheetId(), 1, 1);
    excel.grid.deleteRows(sheetId(), 30, 2);
  },
  'the rows sorted': () => {
    const rows = rowsNow().slice(1).reverse();
    excel.grid.writeCells(
      sheetId(),
      1,
      0,
      rows.map((row) => row.map((value) => ({ value }))),
    );
  },
};

const act = (what: string): void => excel.grid.actingAs('user', () => ACTS[what]?.());

/** Round trips of the writing that nothing disturbs: the structure, the cells, then its requests. */
const [FIRST, LAST] = [2, 5];

test('the writing takes four requests', async () => {
  valueOf(await excel.workbook.apply(PLAN));
  expect(excel.roundTrips()).toBe(LAST + 1);
});

test.each(Object.keys(ACTS))('%s, before any of its requests: every cell is as before, in its row', async (what) => {
  for (let trip = FIRST; trip <= LAST; trip++) {
    excel.dispose();
    excel = startExcel(CONTENTS);
    excel.host.faults.at(trip, { kind: 'act', act: () => act(what) });
    expect([trip, (await excel.workbook.apply(PLAN)).ok]).toEqual([trip, false]);
    await excel.host.settled();
    expect([trip, wrongRows()]).toEqual([trip, []]);
    expect(excel.grid.sheets().map(({ name }) => name)).toEqual(['Suivi']);
  }
});

test.each(Object.keys(ACTS))('the add-in ends after two requests, then %s: the next start undoes it', async (what) => {
  const ended = { progress: endAfterTwo, isStopped: () => false };
  await expect(excel.workbook.apply(PLAN, ended)).rejects.toThrow('the pane is closed');
  act(what);
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('no record');
  expect(record.isComplete).toBe(false);
  const undo = undoOfRecord(workbook, record);
  const deleted = what.includes('deleted') ? ledger.length - (rowsNow().length - 1 - insertedBy(what)) : 0;
  expect(undo.left ?? []).toHaveLength(deleted);
  valueOf(await excel.workbook.apply(undo));
  expect(wrongRows()).toEqual([]);
});

function insertedBy(what: string): number {
  return what.startsWith('a row inserted') ? 1 : 0;
}

function endAfterTwo(done: number): void {
  if (done === 2) throw new Error('the pane is closed');
}

describe('a row written under the ledger, over an entry of that moment, and two rows deleted above it', () => {
  const WRITING = 2;
  const added: WritePlan = {
    purpose: 'row',
    keepsUndo: true,
    expected: [],
    steps: [
      {
        kind: 'setCells',
        sheet: 'Suivi',
        top: ROWS + 1,
        left: 0,
        cells: [['1400009999', 'Durand', 1250.5, 'neuf', 45_092].map((value) => ({ value }))],
      },
    ],
  };
  const typed = () => excel.grid.writeCells(sheetId(), ROWS + 1, 2, [[{ value: 'à garder' }]]);
  const kept = (): unknown[] => rowsNow().flatMap((row) => row.filter((value) => value === 'à garder'));

  test.each([0, 1, 2, 3])(
    'the add-in keeps no row, when the request %i of its rollback is refused',
    async (refused) => {
      excel.host.faults.at(WRITING, { kind: 'act', act: () => excel.grid.actingAs('coauthor', typed) });
      excel.host.faults.at(WRITING + 1, { kind: 'act', act: () => act('two rows deleted') });
      excel.host.faults.at(WRITING + 1 + refused, { kind: 'refuse', refusal: 'activityLimit' });
      expect((await excel.workbook.apply(added)).ok).toBe(false);
      await excel.host.settled();
      expect(rowsNow().filter(([ej]) => ej === '1400009999')).toEqual([]);
      expect(kept()).toEqual(['à garder']);
    },
  );
});
