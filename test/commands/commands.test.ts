/**
 * The buttons of the ribbon, on the real Office.js: the effect of each, and that Excel is always notified of the end.
 */
import { carryOutCommand, COMMANDS, RibbonCommands } from '../../src/commands/ribbon';
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

test('control reads again; documents are shown before they are written; the last write is undone', async () => {
  const { session, workbook } = await opened();
  const { event, completed } = press();
  await carryOutCommand(event, () => COMMANDS.control(session));
  expect(workbook.calls.at(-1)).toBe('read');
  await carryOutCommand(event, () => COMMANDS.generateDocuments(session));
  expect(workbook.workbook.sheets.map(({ name }) => name)).not.toContain('Bilan financier 2023');
  expect(session.state().prepared?.pages.map(({ sheet }) => sheet)).toContain('Bilan financier 2023');
  await session.documents.writePrepared();
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

describe('the first click of a session', () => {
  test('waits for the session, and is carried out after its first reading', async () => {
    const { Office } = excel;
    const handlers = new Map<string, (event: { completed(): void }) => void>();
    Object.assign(Office, { actions: { associate: (id: string, act: never) => handlers.set(id, act) } });
    const ribbon = new RibbonCommands();
    ribbon.associate();
    expect([...handlers.keys()]).toEqual(Object.keys(COMMANDS));

    const { event, completed } = press();
    handlers.get('generateDocuments')?.(event); // Office is not ready, and the workbook was not read
    await settle();
    expect(completed()).toBe(0);
    const workbook = new MemoryWorkbook(sampleDossier().workbook);
    const session = new Session(workbook, new HandClock('2023-12-31'), new HandTimers(), noFiles);
    const started = session.start();
    ribbon.connect(Promise.resolve(session));
    await started;
    await session.refresh(); // queued after the click
    await settle();
    expect(workbook.calls.slice(0, 2)).toEqual(['watch', 'read']);
    expect(workbook.calls).not.toContain('apply');
    expect([completed(), shownPanes]).toEqual([1, 1]);
  });

  test('a runtime without a ribbon keeps its functions', () => {
    Object.assign(excel.Office, { actions: undefined });
    expect(() => new RibbonCommands().associate()).not.toThrow();
  });
});

/** Lets what was resolved go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
