/**
 * The pane over the real Office.js client and the simulated Excel: « Arrêter » during a long writing, and the question
 * before an undo deletes a new sheet that formulas use; the tables of the convention made plain ranges.
 */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExcelWorkbook } from '../../src/adapters/excel/excel-workbook';
import type { LiveWorkbook } from '../../src/application/ports';
import { Session } from '../../src/application/session/session';
import type { DocumentId } from '../../src/documents/document';
import { Drafts } from '../../src/taskpane/shared/forms/drafts';
import { App } from '../../src/taskpane/App';
import { paneWords } from '../../src/taskpane/shared/pane-words';
import type { WritePlan, WriteStep } from '../../src/workbook/plan';
import { Host } from '../../workbench/host/host';
import { createBridge } from '../../workbench/host/transport/bridge';
import { PlainGrid } from '../support/grid/plain-grid';
import { FrameTimers } from '../support/excel/frame-timers';
import { gridOfSnapshot } from '../support/excel/grid-of-snapshot';
import { HandClock, HandTimers, noFiles } from '../support/excel/memory-workbook';
import { startClient } from '../support/excel/office-js';
import { generate } from '../support/excel/generate';
import { anExample, pack, plain, RIGHT_ROW, workbookOfRows } from '../support/excel/pane';

// The simulated Excel counts bytes, and jsdom has no encoder.
Object.assign(globalThis, { TextDecoder, TextEncoder });

type Change = (workbook: LiveWorkbook) => LiveWorkbook;

/** Opens the pane; `change` is between the session and the adapter. A slow answer waits until `release`. */
async function openInExcel(change: Change = (workbook) => workbook) {
  const grid = new PlainGrid(gridOfSnapshot(workbookOfRows(RIGHT_ROW)));
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const host = new Host(grid, { wait: () => gate });
  const timers = new FrameTimers();
  startClient(createBridge(host), timers).install();
  const excel = new ExcelWorkbook({
    run: (options, batch) => Excel.run(options, batch),
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    events: { protection: true, sheetNames: true },
    givesNotes: false,
    pause: () => Promise.resolve(),
    whenShown: () => undefined,
    regularly: () => undefined,
  });
  const session = new Session(change(excel), new HandClock('2023-12-31'), new HandTimers(), noFiles);
  const words = await paneWords('fr');
  render(
    <App
      pane={{ session, words, drafts: new Drafts(), packPublication: pack, fetchExample: anExample }}
      isDark={false}
    />,
  );
  await act(() => session.start());
  const sheet = (name: string): string => grid.sheets().find((one) => one.name === name)?.id ?? '';
  const close = (): void => {
    timers.close();
    host.dispose();
  };
  return { grid, host, session, sheet, release, close, user: userEvent.setup() };
}

const namesOf = (grid: PlainGrid): string[] => grid.sheets().map(({ name }) => name);

/** Three requests: some 3 MB of text are more than one takes. */
const LONG: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: 'Longue' },
  {
    kind: 'setCells',
    sheet: 'Longue',
    top: 0,
    left: 0,
    cells: Array.from({ length: 200 }, (_, row) => [{ value: `${row} ${'x'.repeat(30_000)}` }]),
  },
];

/** The plans of the pane, each followed by a sheet that takes several requests. */
const withLongSheet: Change = (workbook) =>
  new Proxy(workbook, {
    get: (target, member) => {
      const value: unknown = Reflect.get(target, member);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...given: unknown[]) => unknown;
      if (member !== 'apply') return call;
      return (plan: WritePlan, ...rest: unknown[]) => call({ ...plan, steps: [...plan.steps, ...LONG] }, ...rest);
    },
  });

const SMALL: readonly DocumentId[] = ['annexe1'];

test('« Arrêter » during a long writing: nothing of it is left, and the pane shows it', async () => {
  const { grid, host, session, release, close, user } = await openInExcel(withLongSheet);
  const before = namesOf(grid);
  const stop = session.subscribe(() => {
    if (!session.state().progress) return;
    stop();
    host.faults.next({ kind: 'slow', milliseconds: 1 });
  });
  let writing = Promise.resolve();
  await act(async () => void (writing = generate(session, SMALL)));
  const button = await screen.findByRole('button', { name: 'Arrêter' });
  expect(plain(screen.getByText(/Écriture dans le classeur : \d+ sur \d+/).textContent)).toMatch(/ 1 sur [3-9]\./);
  expect(namesOf(grid)).toContain('Longue');
  await user.click(button);
  await act(async () => {
    release();
    await writing;
  });
  expect(plain(screen.getByRole('alert').textContent)).toContain(
    'L’écriture a été arrêtée à votre demande. Rien n’a été écrit.',
  );
  expect(screen.queryByRole('button', { name: 'Arrêter' })).toBeNull();
  expect(namesOf(grid)).toEqual(before);
  expect(session.state().undoable).toBeNull();
  close();
});

test.each([
  ['Annuler en gardant la feuille', true, "='Annexe 1'!$A$1"],
  ['Supprimer quand même', false, '=#REF!'],
])('a new sheet that a formula uses: « %s »', async (choice, isKept, formula) => {
  const { grid, session, sheet, close, user } = await openInExcel();
  const before = namesOf(grid);
  await act(() => generate(session, SMALL));
  const added = namesOf(grid).filter(
    (name) => !before.includes(name) && !name.startsWith('ENV_') && name !== 'Journal',
  );
  const [name = ''] = added;
  const suivi = sheet(before[0] ?? '');
  const use = { top: 40, left: 20, rows: 1, columns: 1 };
  grid.writeCells(suivi, use.top, use.left, [[{ formula: `='${name}'!$A$1` }]]);
  await act(() => session.undo());
  expect(plain(screen.getByRole('alert').textContent)).toContain(`La feuille « ${name} » sert à la formule`);
  expect(namesOf(grid)).toContain(name);
  await user.click(screen.getByRole('button', { name: choice }));
  await screen.findByText('Chaque cellule est de nouveau comme avant.');
  expect(namesOf(grid).includes(name)).toBe(isKept);
  expect(grid.readFormulas(suivi, use)).toEqual([[formula.replace('Annexe 1', name)]]);
  close();
});

test('« Convertir en plage » on every table of the convention: refused with their cells, which the pane leads to', async () => {
  const { grid, session, close, user } = await openInExcel();
  const lost = grid.tables().filter(({ name }) => name.startsWith('ENV_'));
  for (const { id } of lost) grid.deleteTable(id);
  await act(() => session.refresh());
  const ways = screen.getAllByRole('button', { name: /^Aller à ENV_/ });
  expect(ways).toHaveLength(lost.length);
  expect(screen.queryByText('Ajouter les feuilles de la convention')).toBeNull();
  for (const { name, sheetId, area } of lost) {
    await user.click(screen.getByRole('button', { name: `Aller à ${name}` }));
    await waitFor(() =>
      expect(grid.selection()).toEqual({ sheetId, areas: [{ top: area.top, left: area.left, rows: 1, columns: 1 }] }),
    );
  }
  for (const table of lost) grid.addTable(table);
  await user.click(screen.getByRole('button', { name: 'Relire le classeur' }));
  await screen.findByRole('tab', { name: 'Situation' });
  close();
});
