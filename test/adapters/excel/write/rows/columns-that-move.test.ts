/**
 * Columns that somebody inserts or deletes while a writing in several requests is under way, or after it stopped: no
 * cell can be restored by its address, so that the record stays, by which all is restored once they are back.
 */
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord, type UndoRecord } from '../../../../../src/workbook/registers/undo-record';
import { assert } from '../../../../../src/domain/result';
import type { GridValue } from '../../../../../workbench/host/grid';
import { startExcel, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

const ROWS = 100;
const LONG = 'x'.repeat(30_000); // so that the writing takes several requests
const COLUMNS = 12;
const HEADINGS = ['N° EJ', 'Tiers', 'AE', 'Note', 'Date'];
const LEDGER = Array.from({ length: ROWS }, (_, row) => [
  String(1_400_000_000 + row * 37),
  `fournisseur ${row}`,
  ((row * 7_919) % 90_000) + 0.37,
  `note ${row}`,
  45_000 + ((row * 13) % 300),
]);
const CONTENTS = workbookOf([{ name: 'Suivi', blocks: { A1: [HEADINGS, ...LEDGER] } }]);
/** The suppliers of the even rows, the notes of the odd ones. */
const PLAN: WritePlan = {
  purpose: 'repair',
  keepsUndo: true,
  expected: [],
  steps: LEDGER.map((_, row) => ({
    kind: 'setCells',
    sheet: 'Suivi',
    top: row + 1,
    left: row % 2 === 0 ? 1 : 3,
    cells: [[{ value: `Enveloppe ${row} ${LONG}` }]],
  })),
};

let excel: StartedExcel;
beforeEach(() => (excel = startExcel(CONTENTS)));
afterEach(() => excel.dispose());

const sheetId = (): string => excel.grid.sheets().find(({ name }) => name === 'Suivi')?.id ?? '';
const cells = (): GridValue[][] =>
  excel.grid.readValues(sheetId(), { top: 0, left: 0, rows: ROWS + 2, columns: COLUMNS }).map((row) => [...row]);
const byUser = (act: () => void): void => void excel.grid.actingAs('user', act);
const insert = (at: number) => (): void => excel.grid.insertColumns(sheetId(), at, 1);
const remove = (at: number) => (): void => excel.grid.deleteColumns(sheetId(), at, 1);

/** Former contents that are neither in their cells nor on the sheet of what the writing covered by its position. */
function lostSince(before: readonly (readonly GridValue[])[]): readonly GridValue[] {
  const now = cells();
  const kept = excel.grid.sheets().filter(({ name }) => /^Suivi \d$/.test(name));
  const elsewhere = new Set(
    kept.flatMap(({ id }) => excel.grid.readValues(id, { top: 0, left: 0, rows: ROWS + 2, columns: COLUMNS }).flat()),
  );
  return before.flatMap((row, r) => row.filter((value, c) => now[r]?.[c] !== value && !elsewhere.has(value)));
}

async function recordKept(): Promise<{ readonly record: UndoRecord; readonly undo: WritePlan }> {
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  assert(record, 'the record is kept');
  return { record, undo: undoOfRecord(workbook, record) };
}

/** Stops after the second of its requests, as a pane that is closed. */
async function closedPane(): Promise<void> {
  const follower = {
    progress: (done: number): void => {
      if (done === 2) throw new Error('closed');
    },
    isStopped: (): boolean => false,
  };
  await excel.workbook.apply(PLAN, follower).catch(() => undefined);
}

describe.each([
  ['at the left', insert(0), remove(0)],
  ['between the written columns', insert(2), remove(2)],
])('a column inserted %s', (_, act, actBack) => {
  test('under the writing: half written, and undone once the column is gone', async () => {
    const before = cells();
    excel.host.faults.at(3, { kind: 'act', act: () => byUser(act) });
    const done = await excel.workbook.apply(PLAN);
    await excel.host.settled();
    expect(done).toMatchObject({ ok: false, failure: { code: 'halfWritten', hostCode: 'changedMeanwhile' } });
    const refused = await excel.workbook.apply((await recordKept()).undo);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile', sheet: 'Suivi' } });
    byUser(actBack);
    const undone = await excel.workbook.apply((await recordKept()).undo);
    expect(undone).toMatchObject({ ok: true });
    expect(lostSince(before)).toEqual([]);
  });

  test('after the pane was closed: the undo is refused, and done once the column is gone', async () => {
    const before = cells();
    await closedPane();
    byUser(act);
    const refused = await excel.workbook.apply((await recordKept()).undo);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile', sheet: 'Suivi' } });
    byUser(actBack);
    expect(await excel.workbook.apply((await recordKept()).undo)).toMatchObject({ ok: true });
    expect(cells()).toEqual(before);
  });
});

test.each([
  ['of the amounts', remove(2)],
  ['of the suppliers, which was written', remove(1)],
])('the column %s deleted after the pane was closed: the undo is refused, and the record stays', async (_, act) => {
  await closedPane();
  byUser(act);
  const refused = await excel.workbook.apply((await recordKept()).undo);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'changedMeanwhile', sheet: 'Suivi' } });
  expect((await recordKept()).record.isComplete).toBe(false);
});

test('the last column deleted after the pane was closed: every cell is undone', async () => {
  const before = cells();
  await closedPane();
  byUser(remove(4));
  expect(await excel.workbook.apply((await recordKept()).undo)).toMatchObject({ ok: true });
  expect(cells()).toEqual(before.map((row) => [...row.slice(0, 4), ...row.slice(5), null]));
});
