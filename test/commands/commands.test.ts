/**
 * The buttons of the ribbon, on the real Office.js: the effect of each, and that Excel is always notified of the end.
 */
import { carryOutCommand, COMMANDS } from '../../src/commands/index';
import { Session } from '../../src/application/session/session';
import { startExcel, type StartedExcel } from '../support/excel/excel';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../support/excel/memory-workbook';
import { sampleDossier } from '../support/sample-dossier';

let excel: StartedExcel;
let shownPanes: number;

beforeEach(() => {
  excel = startExcel(gridOfSnapshot(sampleDossier().workbook));
  shownPanes = 0;
  Object.assign(Office, { addin: { showAsTaskpane: async () => void shownPanes++ } });
});
afterEach(() => excel.dispose());

interface Press {
  readonly event: { completed: () => void };
  readonly completed: () => number;
}

function press(): Press {
  let count = 0;
  return { event: { completed: () => void count++ }, completed: () => count };
}

async function opened(): Promise<{ session: Session; workbook: MemoryWorkbook }> {
  const workbook = new MemoryWorkbook(sampleDossier().workbook);
  const session = new Session(workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
  await session.start();
  return { session, workbook };
}

test('control reads the whole workbook again; documents are written; the last write is undone', async () => {
  const { session, workbook } = await opened();
  const { event, completed } = press();
  await carryOutCommand(event, () => COMMANDS.control(session));
  expect(workbook.calls.at(-1)).toBe('read');
  await carryOutCommand(event, () => COMMANDS.generateDocuments(session));
  expect(workbook.workbook.sheets.map(({ name }) => name)).toContain('Bilan financier 2023');
  await carryOutCommand(event, () => COMMANDS.undoLastWrite(session));
  expect(workbook.workbook.sheets.map(({ name }) => name)).not.toContain('Bilan financier 2023');
  expect([completed(), shownPanes]).toEqual([3, 3]);
});

test('a refusal is a message in the pane, and the button is free again', async () => {
  const { session, workbook } = await opened();
  const { event, completed } = press();
  workbook.refuseNext({ code: 'cellBeingEdited' });
  await carryOutCommand(event, () => COMMANDS.generateDocuments(session));
  expect(session.state().notice).toMatchObject({ kind: 'failed', failure: { code: 'cellBeingEdited' } });
  expect([completed(), shownPanes]).toEqual([1, 1]);
});

test('even a bug frees the button', async () => {
  const { event, completed } = press();
  await expect(carryOutCommand(event, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(completed()).toBe(1);
});

test('an Excel that cannot show the pane from a command still carries it out', async () => {
  const { event, completed } = press();
  excel.dispose();
  excel = startExcel(gridOfSnapshot(sampleDossier().workbook), { apiSets: { ExcelApi: '1.13' } });
  let done = false;
  await carryOutCommand(event, async () => void (done = true));
  expect([done, completed()]).toEqual([true, 1]);
});
