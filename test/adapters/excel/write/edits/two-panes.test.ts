/** A colleague opens the pane while a writing in several requests is under way: it looks like one that stopped. */
import { ExcelWorkbook } from '../../../../../src/adapters/excel/excel-workbook';
import type { ExcelRun } from '../../../../../src/adapters/excel/host-errors';
import type { WritePlan } from '../../../../../src/workbook/plan';
import type { Session } from '../../../../../src/application/session/session';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';
import { openSession } from '../../../../support/excel/open-session';

const [ROWS, COLUMNS] = [400, 4];
const rowsOf = (word: string): string[][] =>
  Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (_unused, c) => `${word} ${row} ${c}`));
/** Two requests and more. */
const PLAN: WritePlan = {
  ...{ purpose: 'repair', keepsUndo: true, expected: [] },
  steps: [
    {
      ...{ kind: 'setCells', sheet: 'Suivi', top: 0, left: 0 },
      cells: rowsOf('nouveau').map((row) => row.map((text) => ({ value: `${text} ${'x'.repeat(3_000)}` }))),
    },
  ],
};

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rowsOf('ancien') } }]));
});
afterEach(() => excel.dispose());

const countOf = (word: string): number => {
  const { id } = excel.grid.sheets().find(({ name }) => name === 'Suivi')!;
  const area = { top: 0, left: 0, rows: ROWS, columns: COLUMNS };
  return excel.grid.readValues(id, area).flatMap((row) => row.filter((value) => String(value).startsWith(word))).length;
};

/** Writes; before one of the trips after the first request, a colleague does something in a pane of their own. */
async function whileWriting(trip: number, act: () => Promise<void>) {
  let trips = 0;
  const run: ExcelRun = async (options, batch) => {
    trips += 1;
    if (trips === trip) await act();
    return Excel.run(options, batch);
  };
  const workbook = new ExcelWorkbook({
    ...{ run, createWorkbook: () => Promise.resolve(), givesNotes: false },
    events: { protection: true, sheetNames: true },
    ...{ pause: () => Promise.resolve(), whenShown: () => undefined, regularly: () => undefined },
  });
  return workbook.apply(PLAN);
}

const ALL = ROWS * COLUMNS;

test.each([
  ['undoes it', (colleague: Session) => colleague.undo()],
  ['keeps it as it is', (colleague: Session) => colleague.keepInterrupted()],
])('the colleague %s: the writing ends, all is as before, and the reason is reported', async (_, end) => {
  for (const trip of [2, 3]) {
    const written = await whileWriting(trip, async () => {
      const colleague = await openSession();
      expect(colleague.state().notice).toMatchObject({ kind: 'interrupted', purpose: 'repair' });
      await end(colleague);
    });
    expect(written).toEqual({ ok: false, failure: { code: 'endedByOther' } });
    expect([countOf('ancien'), countOf('nouveau')]).toEqual([ALL, 0]);
  }
});

test('somebody typed in a written cell, and the colleague undoes: that cell alone is named', async () => {
  const { id } = excel.grid.sheets()[0]!;
  const written = await whileWriting(2, async () => {
    excel.grid.actingAs('coauthor', () => excel.grid.writeCells(id, 0, 0, [[{ value: 'saisi' }]]));
    await (await openSession()).undo();
  });
  expect(written).toEqual({ ok: false, failure: { code: 'editsKept', cells: [{ sheet: 'Suivi', cell: 'A1' }] } });
  expect([countOf('ancien'), countOf('saisi')]).toEqual([ALL - 1, 1]);
});

test('the writing goes on to its end: it is no longer shown to the colleague, whose « Annuler » undoes nothing', async () => {
  const colleagues: Session[] = [];
  valueOf(await whileWriting(2, async () => void colleagues.push(await openSession(), await openSession())));
  const [reading, undoing] = colleagues;
  await undoing?.undo();
  expect(undoing?.state().notice).toEqual({ kind: 'nothingToWrite', purpose: 'undo' });
  await reading?.refresh();
  expect(reading?.state().notice).toBeNull();
  expect([countOf('ancien'), countOf('nouveau')]).toEqual([0, ALL]);
  await undoing?.undo(); // once it is known to be complete
  expect([countOf('ancien'), countOf('nouveau')]).toEqual([ALL, 0]);
});
