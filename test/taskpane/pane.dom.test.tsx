/** The documents, the messages, the first steps and accessibility, by roles and names. */
import { act, render, screen } from '@testing-library/react';
import { Session } from '../../src/application/session/session';
import { Drafts } from '../../src/taskpane/shared/forms/drafts';
import { App } from '../../src/taskpane/App';
import { paneWords } from '../../src/taskpane/shared/pane-words';
import type { Failure } from '../../src/workbook/failure';
import type { CellPlace } from '../../src/workbook/ledger/ledger-source';
import type { WritePlan } from '../../src/workbook/plan';
import { encodeUndo, UNDO_ROWS, UNDO_UNDRESSED, undoState } from '../../src/workbook/registers/undo-record';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { UNDO_SHEET } from '../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../support/excel/memory-workbook';
import {
  RIGHT_ROW,
  faultsOf,
  ledgerShown,
  openPane,
  anExample,
  pack,
  plain,
  unfoldHeader,
  workbookOfRows,
} from '../support/excel/pane';
import { sampleDossier } from '../support/sample-dossier';

const NO_LEDGER = ledgerWorkbook(convention2023(), 'Mois | Total\n janvier | 1');

/** The documents written by default; notices are asked for one by one. */
describe('one place for messages', () => {
  test('a refusal is shown in one sentence, and closed', async () => {
    const { user, workbook, session } = await openPane(sampleDossier().workbook);
    workbook.refuseNext({ code: 'sheetProtected', sheet: 'Suivi 2023' });
    await act(() => session.findings.repairAll());
    expect(plain(screen.getByText(/est protégée/).textContent)).toBe(
      'La feuille « Suivi 2023 » est protégée. Ôtez sa protection (Révision > Ôter la protection), puis recommencez. Rien n’a été écrit.',
    );
    await user.click(screen.getByRole('button', { name: 'Fermer le message' }));
    expect(screen.queryByText(/est protégée/)).toBeNull();
  });

  test('an Excel that waits for the end of an edit is reported, and a workbook that computes on demand', async () => {
    const { session, workbook, timers } = await openPane(sampleDossier().workbook);
    workbook.calculatesOnDemand = true;
    await act(() => session.refresh());
    expect(screen.getByText(/Le calcul du classeur est manuel/)).toBeTruthy();
    workbook.read = () => new Promise(() => undefined);
    await act(async () => {
      void session.refresh();
      await Promise.resolve().then(() => undefined);
      timers.pass(2000);
    });
    expect(
      screen.getAllByText(/^Excel n’a pas encore répondu\. Si une cellule est en cours de saisie/).length,
    ).toBeGreaterThan(0);
  });
});

describe.each([
  [
    'fr',
    /La dernière écriture s’est arrêtée avant la mise en page \(Annexe 1, Bilan\)/,
    /^Annuler la dernière génération$/,
    'Ne plus signaler',
  ],
  ['en', /The last write stopped before the page set-up \(Annexe 1, Bilan\)/, /^Undo the last/, 'Do not report again'],
] as const)('a page set-up that is missing from the last writing, in %s', (language, sentence, undo, putAway) => {
  test('is put away for the next starts too, once it is seen to', async () => {
    const { user, workbook } = await openPane(withoutPage(sampleDossier().workbook), language);
    await user.click(screen.getByRole('button', { name: putAway }));
    expect(workbook.calls.at(-1)).toBe('forgetMissingPage');
    expect(screen.queryByText(sentence)).toBeNull();
  });

  test('is reported at the start with its sheets, and the undo that takes the writing back', async () => {
    const { user, container, session } = await openPane(withoutPage(sampleDossier().workbook), language);
    expect(plain(screen.getByText(sentence).textContent)).toMatch(/(avant d’imprimer|before you print)\.$/);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: undo }));
    expect(screen.queryByText(sentence)).toBeNull();
    expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
  });
});

describe.each([
  [
    'fr',
    /^La dernière écriture s’est arrêtée avant la fin, ou est encore en cours chez un collègue/,
    /^Rien n’est écrit : l’écriture précédente s’est arrêtée avant la fin, ou est encore .* Sinon, annulez-la d’abord, ou gardez-la/,
    'Annuler la dernière génération',
    'Garder tel quel',
    /^Les cellules restent telles quelles/,
  ],
  [
    'en',
    /^The last write stopped before its end, or a colleague’s pane is still writing/,
    /^Nothing is written: the write before stopped before its end, or .* Otherwise, undo it first, or keep it as it is/,
    'Undo the last generation',
    'Keep as it is',
    /^The cells stay as they are/,
  ],
] as const)('a writing that stopped before its end, in %s', (language, found, heldBack, undo, keep, kept) => {
  test('holds the next one back with its two ways out; once kept, the next one is written', async () => {
    const { user, container, session } = await openPane(stopped(sampleDossier().workbook), language);
    expect(screen.getByText(found)).toBeTruthy();
    await act(() => session.documents.prepare(['annexe2']));
    await act(() => session.documents.writePrepared());
    expect(plain(screen.getByText(/(avant la fin|before its end)/).textContent)).toMatch(heldBack);
    expect(screen.getByRole('button', { name: undo })).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: keep }));
    expect(screen.getByText(kept)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Annuler la|Undo the)/ })).toBeNull();
    await act(() => session.documents.writePrepared());
    if (session.state().prepared) await act(() => session.documents.writePrepared()); // decided again
    expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'documents' });
  });
});

describe.each([
  ['fr', /^Trop tard pour arrêter : l’écriture est allée à son terme\. Documents générés : Annexe 1\.$/, /^Annuler la/],
  [
    'en',
    /^Too late to stop: the write went to its end\. Documents written: 57 cells \(Annexe 1\)\.$/,
    /^Undo the last/,
  ],
] as const)('« Arrêter » pressed once nothing can be stopped any more, in %s', (language, sentence, undo) => {
  test('is reported with what was written, and the undo that takes it back', async () => {
    const { user, session, workbook } = await openPane(sampleDossier().workbook, language);
    await act(() => session.documents.prepare(['annexe1']));
    const apply = workbook.apply.bind(workbook);
    workbook.apply = (plan) => {
      session.stopWriting(); // the last request is on its way
      return apply(plan);
    };
    await act(() => session.documents.writePrepared());
    expect(plain(screen.getByText(/(Trop tard|Too late)/).textContent)).toMatch(sentence);
    await user.click(screen.getByRole('button', { name: undo }));
    expect(session.state().notice).toMatchObject({ kind: 'written', purpose: 'undo' });
  });

  test('a writing that nobody meant to stop is reported as usual', async () => {
    const { session } = await openPane(sampleDossier().workbook, language);
    session.stopWriting(); // an earlier writing
    await act(() => session.documents.prepare(['annexe1']));
    await act(() => session.documents.writePrepared());
    expect(screen.queryByText(/(Trop tard|Too late)/)).toBeNull();
  });
});

describe.each([
  ['fr', 'Aller à'],
  ['en', 'Go to'],
] as const)('the way to what a message at the bottom names, in %s', (language, go) => {
  test.each<[string, Failure, string, CellPlace]>([
    [
      'a cell that holds something else',
      { code: 'occupied', sheet: 'Suivi 2023', cell: 'C7' },
      `'Suivi 2023'!C7`,
      { sheet: 'Suivi 2023', row: 6, column: 2 },
    ],
    [
      'a sheet with the name of a document',
      { code: 'sheetTaken', sheet: 'Annexe', cell: 'B2' },
      'Annexe!B2',
      { sheet: 'Annexe', row: 1, column: 1 },
    ],
    [
      'a protected sheet',
      { code: 'sheetProtected', sheet: 'Suivi 2023' },
      'Suivi 2023',
      { sheet: 'Suivi 2023', row: 0, column: 0 },
    ],
  ])('%s: its button leads there, and the message stays', async (_, refusal, name, place) => {
    const { user, workbook, session } = await openPane(sampleDossier().workbook, language);
    workbook.refuseNext(refusal, 'apply');
    await act(() => session.findings.repairAll());
    await user.click(screen.getByRole('button', { name: `${go} ${name}` }));
    expect(workbook.shown).toEqual([place]);
    expect(session.state().notice).toMatchObject({ kind: 'failed', failure: refusal });
  });
});

/** The workbook after documents whose page set-up did not follow: their kept undo states it. */
function withoutPage(workbook: WorkbookSnapshot): WorkbookSnapshot {
  return withRecord(workbook, UNDO_UNDRESSED);
}

/** The workbook after the first of several requests of a writing. */
function stopped(workbook: WorkbookSnapshot): WorkbookSnapshot {
  return withRecord(workbook, undoState(1));
}

function withRecord(workbook: WorkbookSnapshot, state: string): WorkbookSnapshot {
  const undo: WritePlan = {
    purpose: 'undo',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Annexe 1', top: 0, left: 0, cells: [[{ value: null }]] }],
    sheetIds: [],
  };
  const texts = [...(encodeUndo('documents', undo, ['Annexe 1', 'Bilan']) ?? [])];
  texts[UNDO_ROWS.state] = state;
  return applyPlan(workbook, {
    purpose: 'documents',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: 'Annexe 1' },
      { kind: 'addSheet', sheet: UNDO_SHEET },
      { kind: 'setCells', sheet: UNDO_SHEET, top: 0, left: 0, cells: texts.map((value) => [{ value }]) },
    ],
  });
}

describe('before anything can be controlled', () => {
  test('a workbook without a convention is offered one', async () => {
    const { user, workbook } = await openPane(emptyWorkbook('Feuil1'));
    expect(screen.getByRole('heading', { name: 'Ce classeur est vide' })).toBeTruthy();
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter(({ checked }) => checked)).toEqual([]);
    await user.click(screen.getByRole('radio', { name: /DGEFP – DGE/ }));
    await user.click(screen.getByRole('button', { name: 'Ajouter les feuilles de la convention' }));
    await screen.findByText(/Aucun tableau de suivi/);
    expect(workbook.workbook.sheets.map(({ name }) => name)).toContain('Convention');
  });

  test('two candidate ledgers are a choice', async () => {
    const one = workbookOfRows(RIGHT_ROW);
    const [sheet] = one.sheets;
    const [table] = one.tables;
    if (!sheet || !table) throw new Error('no ledger');
    const two = {
      ...one,
      sheets: [...one.sheets, { ...sheet, id: 'bis', name: 'Bis' }],
      tables: [...one.tables, { ...table, name: 'T_Bis', sheet: 'Bis' }],
    };
    const { user } = await openPane(two);
    const [suivi, bis] = screen.getAllByRole<HTMLInputElement>('checkbox', { name: /\(1 ligne/ });
    if (!suivi || !bis) throw new Error('no choice');
    expect([suivi.checked, bis.checked]).toEqual([true, false]); // the second repeats the first
    await user.click(suivi);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Contrôler ces tableaux' }).disabled).toBe(true);
    await user.click(bis);
    await user.click(screen.getByRole('button', { name: 'Contrôler ces tableaux' }));
    expect(await ledgerShown(user)).toBe('T_Bis');
    await user.click(screen.getByRole('button', { name: 'Changer' }));
    expect(screen.getByRole('heading', { name: 'Choisir le suivi' })).toBeTruthy();
  });

  test('no ledger: why, what to do, and a way to look again', async () => {
    const { user, workbook } = await openPane(NO_LEDGER);
    expect(screen.getByRole('heading', { name: /Aucun tableau de suivi/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Relire le classeur' }));
    expect(workbook.calls.filter((call) => call === 'read')).toHaveLength(2);
  });

  test('a team that starts from nothing gets the table Suivi, and undoes it', async () => {
    const { user, workbook, container } = await openPane(emptyWorkbook('Feuil1'));
    await user.click(screen.getByRole('radio', { name: /DGEFP – DGE/ }));
    await user.click(screen.getByRole('button', { name: 'Ajouter les feuilles de la convention' }));
    await user.click(await screen.findByRole('button', { name: 'Créer un tableau Suivi' }));
    await screen.findByText(/Le tableau Suivi est dans le classeur/);
    expect(await ledgerShown(user)).toBe('Suivi');
    expect(await faultsOf(container)).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Annuler la création du suivi' }));
    await screen.findByRole('button', { name: 'Créer un tableau Suivi' });
    expect(workbook.workbook.tables.map(({ name }) => name)).not.toContain('Suivi');
  });

  test('an Excel that is too old offers no retry', async () => {
    const session = new Session(
      new MemoryWorkbook(emptyWorkbook('A')),
      new HandClock('2023-12-31'),
      new HandTimers(),
      noFiles,
    );
    const words = await paneWords('fr');
    render(
      <App pane={{ session, words, drafts: new Drafts(), packPublication: pack, fetchExample: anExample }} isDark />,
    );
    expect(screen.getAllByText('Lecture du classeur…').length).toBeGreaterThan(0);
    act(() => session.reportFailure({ code: 'excelTooOld', needs: 'ExcelApi 1.13' }));
    expect(screen.getByRole('heading').textContent).toMatch(/Excel/);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('accessibility', () => {
  test.each(['Situation', 'À traiter', 'Chorus', 'Documents', 'Échéances'])('axe finds nothing in %s', async (tab) => {
    const { user, container } = await openPane(sampleDossier().workbook);
    await user.click(screen.getByRole('tab', { name: new RegExp(tab) }));
    expect(await faultsOf(container)).toEqual([]);
  });

  test('axe finds nothing in the first steps', async () => {
    const { container } = await openPane(emptyWorkbook('A'));
    expect(await faultsOf(container)).toEqual([]);
  });

  test('the tabs, the filters and the cells are reached by the keyboard', async () => {
    const { user } = await openPane(sampleDossier().workbook);
    act(() => screen.getByRole('tab', { name: /^À traiter/ }).focus());
    await user.keyboard('{Enter}');
    expect(screen.getByRole('tab', { name: /^À traiter/ }).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('tabpanel').tabIndex).toBe(0);
    const order = [...document.querySelectorAll<HTMLElement>('button, input, select, summary, [tabindex]')].map(
      ({ tabIndex }) => tabIndex,
    );
    expect(Math.max(...order)).toBe(0); // the order of the page is the order of the keyboard
  });

  test('in English for an English Excel', async () => {
    const { user } = await openPane(sampleDossier().workbook, 'en');
    await unfoldHeader(user);
    for (const name of ['Overview', /^To do, \d+ findings$/, 'Documents', 'Deadlines'])
      expect(screen.getByRole('tab', { name })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(
      /^The convention exceeds its ceiling by €2,691 of AE since/,
    );
    expect(await screen.findByRole('button', { name: /^Rows not checked/ })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('As of').value).toBe('31\u00a0Dec 2023');
    expect(document.body.textContent).not.toMatch(/Enveloppes|À traiter|lignes/);
  });
});
