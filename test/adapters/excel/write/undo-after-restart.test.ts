/**
 * « Annuler » after a restart of the add-in: a new sheet is known by its id, noted in the record once Excel has given
 * it. One that was renamed is followed; a sheet of the team that has taken its name is never deleted.
 */
import type { WritingFollower } from '../../../../src/application/ports';
import { undoOfRecord } from '../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../src/workbook/plan';
import { readUndoRecord, type UndoRecord } from '../../../../src/workbook/registers/undo-record';
import type { WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedExcel;
beforeEach(async () => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: [['PDE', 100]] } }]));
  valueOf(await excel.workbook.apply(PLAN));
});
afterEach(() => excel.dispose());

const PLAN: WritePlan = {
  purpose: 'documents',
  expected: [],
  steps: [
    { kind: 'addSheet', sheet: 'Doc' },
    { kind: 'setCells', sheet: 'Doc', top: 0, left: 0, cells: [[{ value: 5 }]] },
    { kind: 'setCells', sheet: 'Suivi', top: 0, left: 1, cells: [[{ value: 111 }]] },
  ],
  keepsUndo: true,
};

const idOf = (name: string): string => excel.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';
const names = (): string[] => excel.grid.sheets().map(({ name }) => name);

/** A sheet of the team with the same name and the same cells as ours had. */
function addTeamsDoc(): void {
  const { id } = excel.grid.addSheet('Doc');
  excel.grid.writeCells(id, 0, 0, [[{ value: 5 }]]);
}

/** The add-in starts again, reads the workbook and undoes what its record holds. */
async function undoAfterRestart(): Promise<boolean> {
  const workbook = valueOf(await excel.workbook.read());
  const { ok } = await excel.workbook.apply(undoOfRecord(workbook, recordIn(workbook)));
  return ok;
}

function recordIn(workbook: WorkbookSnapshot): UndoRecord {
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('no record');
  return record;
}

/** The amount that the writing changes, in the first sheet. */
function amountInLedger(): unknown {
  const [ledger] = excel.grid.sheets();
  return excel.grid.readValues(ledger?.id ?? '', { top: 0, left: 1, rows: 1, columns: 1 })[0]?.[0];
}

test.each<[people: string, act: () => void, left: readonly string[]]>([
  ['did nothing', () => undefined, ['Suivi']],
  ['renamed the new sheet', () => excel.grid.changeSheet(idOf('Doc'), { name: 'Bilan définitif' }), ['Suivi']],
  [
    'renamed it and made another of its name',
    () => {
      excel.grid.changeSheet(idOf('Doc'), { name: 'Bilan définitif' });
      addTeamsDoc();
    },
    ['Suivi', 'Doc'],
  ],
  [
    'deleted it and made another of its name, with the same cells',
    () => {
      excel.grid.deleteSheet(idOf('Doc'));
      addTeamsDoc();
    },
    ['Suivi', 'Doc'],
  ],
  ['renamed the ledger', () => excel.grid.changeSheet(idOf('Suivi'), { name: 'Suivi 2024' }), ['Suivi 2024']],
])('people %s', async (_, act, left) => {
  act();
  expect(await undoAfterRestart()).toBe(true);
  expect(names()).toEqual(left);
  expect(amountInLedger()).toBe(100);
});

test('an undo that stops before the deletion of its sheets is finished after the restart', async () => {
  const kept = recordIn(valueOf(await excel.workbook.read()));
  const stopping: WritingFollower = {
    progress: () => {
      throw new Error('the pane is closed');
    },
    isStopped: () => false,
  };
  await expect(excel.workbook.apply(kept.undo, stopping)).rejects.toThrow('the pane is closed');
  expect([names(), amountInLedger()]).toEqual([['Suivi', 'ENV_Annulation', 'Doc'], 100]);
  expect(recordIn(valueOf(await excel.workbook.read()))).toMatchObject({ purpose: 'documents', isComplete: false });
  expect(await undoAfterRestart()).toBe(true);
  expect([names(), amountInLedger()]).toEqual([['Suivi'], 100]);
});

test('an undo under a protected structure leaves the sheet of the record, and the next writing takes it again', async () => {
  const [, , cells] = PLAN.steps;
  const plan: WritePlan = { ...PLAN, purpose: 'repair', steps: cells ? [cells] : [] };
  const { undo } = valueOf(await excel.workbook.apply(plan));
  excel.grid.structureProtected = true;
  valueOf(await excel.workbook.apply(undo));
  expect(readUndoRecord(valueOf(await excel.workbook.read()))).toBeNull();
  excel.grid.structureProtected = false;
  valueOf(await excel.workbook.apply(plan));
  expect(names()).toEqual(['Suivi', 'ENV_Annulation', 'Doc']);
  expect(readUndoRecord(valueOf(await excel.workbook.read()))).toMatchObject({ purpose: 'repair', isComplete: true });
});

/** Rows of long texts: a writing in several requests, and an undo in several. */
const LONG = Array.from({ length: 150 }, (_, row) => [{ value: `${row} ${'x'.repeat(30_000)}` }]);

test('an undo of an earlier writing of this run leaves the record of a later one', async () => {
  const sheet = 'Suivi';
  excel.grid.writeCells(idOf(sheet), 0, 9, LONG);
  const emptied = LONG.map(() => [{ value: null }]);
  const later: WritePlan = { ...PLAN, purpose: 'repair', steps: [] };
  const first = valueOf(
    await excel.workbook.apply({ ...later, steps: [{ kind: 'setCells', sheet, top: 0, left: 9, cells: emptied }] }),
  );
  const ofColleague: WritePlan = {
    ...{ ...later, purpose: 'mapping' },
    steps: [{ kind: 'setCells', sheet, top: 0, left: 1, cells: [[{ value: 222 }]] }],
  };
  valueOf(await excel.workbook.apply(ofColleague));
  const states: unknown[] = [];
  const seen = async (): Promise<unknown> => {
    const { purpose, isComplete } = recordIn(valueOf(await excel.workbook.read()));
    return { purpose, isComplete };
  };
  const follower: WritingFollower = { progress: (done) => void states.push(done), isStopped: () => states.length > 0 };
  expect(await excel.workbook.apply(first.undo, follower)).toMatchObject({ failure: { code: 'stopped' } });
  expect(await seen()).toEqual({ purpose: 'mapping', isComplete: true });
  valueOf(await excel.workbook.apply(first.undo));
  expect(await seen()).toEqual({ purpose: 'mapping', isComplete: true });
  expect(await undoAfterRestart()).toBe(true);
  expect([names(), amountInLedger()]).toEqual([['Suivi', 'Doc'], 111]);
});
