/**
 * The record of an undo goes once the undo is known to be done: one that is rolled back can be asked for again, after a
 * restart too.
 */
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord, RECORD_KEY } from '../../../../../src/workbook/registers/undo-record';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

let excel: StartedExcel;
afterEach(() => excel.dispose());

const start = (): StartedExcel => (excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['PDE', 100]] } }])));

const repairOf = (value: number): WritePlan => ({
  purpose: 'repair',
  expected: [],
  steps: [{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 1, cells: [[{ value }]] }],
  keepsUndo: true,
});

const sheetId = (): string => excel.grid.sheets()[0]?.id ?? '';
const amount = (): unknown => excel.grid.readValues(sheetId(), { top: 0, left: 1, rows: 1, columns: 1 })[0]?.[0];
const record = async () => readUndoRecord(await excel.read());

async function undoAfterRestart() {
  const workbook = await excel.read();
  return excel.workbook.apply(undoOfRecord(workbook, readUndoRecord(workbook)!));
}

/** Somebody types just before a request of the undo, which begins with two that read. */
test.each`
  request | isUndone | amountThen | isRecordLeft
  ${0}    | ${false} | ${555}     | ${true}
  ${1}    | ${false} | ${555}     | ${true}
  ${2}    | ${false} | ${555}     | ${true}
  ${3}    | ${true}  | ${555}     | ${false}
  ${4}    | ${true}  | ${555}     | ${false}
  ${5}    | ${true}  | ${100}     | ${false}
`('an entry before request $request of an undo', async ({ request, isUndone, amountThen, isRecordLeft }) => {
  start();
  const { undo } = valueOf(await excel.workbook.apply(repairOf(111)));
  excel.host.faults.at(request as number, { kind: 'edit', sheet: 'Suivi', address: 'B1', value: 555 });
  const { ok } = await excel.workbook.apply(undo);
  expect([ok, amount()]).toEqual([isUndone, amountThen]);
  expect((await record())?.isComplete).toBe(isRecordLeft ? true : undefined);
  if (!isRecordLeft) return;
  excel.grid.writeCells(sheetId(), 0, 1, [[{ value: 111 }]]);
  valueOf(await undoAfterRestart());
  expect([amount(), await record()]).toEqual([100, null]);
});

test.each([3, 4])('the pane closes before request %s of an undo: the next start ends it', async (request) => {
  start();
  const { undo } = valueOf(await excel.workbook.apply(repairOf(111)));
  for (let at = request; at < request + 12; at++)
    excel.host.faults.at(at, { kind: 'refuse', refusal: 'sessionTimedOut' });
  valueOf(await excel.workbook.apply(undo));
  excel.host.faults.clear();
  expect([amount(), (await record())?.isComplete]).toEqual([100, false]);
  valueOf(await undoAfterRestart());
  expect([amount(), await record()]).toEqual([100, null]);
});

test('the record that a colleague writes once the undo is done is theirs', async () => {
  start();
  const { undo } = valueOf(await excel.workbook.apply(repairOf(111)));
  const recordSheet = excel.grid.sheets()[1]?.id ?? '';
  const { row, column } = RECORD_KEY;
  const act = (): void => excel.grid.writeCells(recordSheet, row, column, [[{ value: 'la leur' }]]);
  excel.host.faults.at(3, { kind: 'act', act });
  valueOf(await excel.workbook.apply(undo));
  expect([amount(), excel.grid.sheets().map(({ id }) => id)]).toEqual([100, [sheetId(), recordSheet]]);
});
