/**
 * « Documents »: the state of each, the page that is shown before anything is written, frozen copies, and a writing
 * that stopped or is too large to be kept.
 */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { workbookOf } from '../../src/application/session/session-state';
import { applyPlan } from '../support/apply-plan';
import { freeze } from '../support/excel/generate';
import {
  documentsCompared,
  faultsOf,
  openDocuments,
  openPane,
  plain,
  RIGHT_ROW,
  workbookOfRows,
} from '../support/excel/pane';
import { withStoppedWriting } from '../support/excel/stopped-writing';
import { sampleDossier } from '../support/sample-dossier';

const WORKBOOK = workbookOfRows(RIGHT_ROW);

const itemOf = (document: string): HTMLElement => {
  const item = screen.getAllByRole('listitem').find((one) => one.textContent.startsWith(document));
  if (!item) throw new Error(`no ${document}`);
  return item;
};

test('a document is shown, written, up to date, opened, then outdated by a figure that somebody typed over', async () => {
  const { user, workbook, timers, container } = await openPane(sampleDossier().workbook);
  await openDocuments(user);
  expect(plain(itemOf('Répartition AE-CP').textContent)).toContain('Jamais écrit');
  expect(await faultsOf(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Générer\s: Répartition AE-CP$/ }));
  const preview = await screen.findByRole('dialog', { name: 'Répartition AE-CP' });
  expect(document.activeElement).toBe(within(preview).getByRole('heading', { level: 1 }));
  const page = within(preview).getByRole('group', { name: /^Page du document/ });
  expect(plain(page.textContent)).toContain('Signaux Faibles100 000,00 €100 000,00 €');
  expect(plain(preview.textContent)).toContain('Une feuille ajoutée : « Répartition AE-CP ».');
  expect(await faultsOf(container)).toEqual([]);
  expect(workbook.calls).not.toContain('apply');
  await user.click(within(preview).getByRole('button', { name: 'Générer' }));
  await screen.findByText(/^Documents générés/);
  expect(screen.queryByRole('dialog')).toBeNull();
  await screen.findByText(/^1 à jour/);
  expect(plain(itemOf('Répartition AE-CP').textContent)).toContain('À jour');
  await user.click(screen.getByRole('button', { name: /^Ouvrir\s: Répartition AE-CP$/ }));
  expect(workbook.shown.at(-1)).toEqual({ sheet: 'Répartition AE-CP', row: 0, column: 0 });
  const sheet = workbook.workbook.sheets.find(({ name }) => name === 'Répartition AE-CP');
  const top = sheet?.values.findIndex(([first]) => first === 'Signaux Faibles') ?? -1;
  act(() => {
    workbook.edit([{ kind: 'setCells', sheet: 'Répartition AE-CP', top, left: 1, cells: [[{ value: 12.5 }]] }]);
    timers.pass(1000);
  });
  await screen.findByText(/^0 à jour, 1\spérimé/);
  expect(plain(itemOf('Répartition AE-CP').textContent)).toMatch(/Périmé · 1 cellule diffère.*Mettre à jour/);
});

test('all at once: a page at a time is shown, and « Fermer sans écrire » leaves the workbook as it is', async () => {
  const { user, workbook } = await openPane(sampleDossier().workbook);
  await openDocuments(user);
  await user.click(screen.getByRole('button', { name: 'Tout générer' }));
  const preview = await screen.findByRole('dialog', { name: /^Aperçu de 7\sdocuments$/ });
  await user.selectOptions(within(preview).getByLabelText('Document affiché'), 'Référence Chorus');
  expect(within(preview).getByRole('group', { name: /: Référence Chorus$/ })).toBeTruthy();
  await user.click(within(preview).getByRole('button', { name: 'Fermer sans écrire' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Tout générer' }));
  expect(workbook.calls).not.toContain('apply');
});

test('a document whose sheet is the team’s is counted, explained, and named where all the others are written', async () => {
  const taken = applyPlan(sampleDossier().workbook, {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: 'Annexe 1' },
      { kind: 'setCells', sheet: 'Annexe 1', top: 0, left: 0, cells: [[{ value: 'Notre annexe' }]] },
    ],
  });
  const { user } = await openPane(taken);
  await openDocuments(user);
  expect(plain(screen.getByText(/^0 à jour/).textContent)).toBe(
    '0 à jour, 0 périmé, 6 jamais écrits, 1 impossible à écrire.',
  );
  expect(plain(itemOf('Annexe 1').textContent)).toMatch(/^Annexe 1Ne peut pas être généré\. .*« Annexe 1 »/);
  expect(screen.queryByRole('button', { name: 'Tout générer' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Générer les 6\spossibles$/ }));
  const preview = await screen.findByRole('dialog', { name: /^Aperçu de 6\sdocuments$/ });
  expect(plain(preview.textContent)).toContain(
    'Ne peut pas être écrit, et reste à part : Annexe 1. La liste des documents en donne le motif.',
  );
});

test('the message opens the first sheet written that nobody deleted since', async () => {
  const { user, session, workbook, timers } = await openPane(sampleDossier().workbook);
  await act(async () => {
    await session.documents.prepare(['reference', 'repartition']);
    await session.documents.writePrepared();
  });
  const { notice } = session.state();
  const [first = '', second = ''] = notice?.kind === 'written' ? notice.summary.sheetsAdded : [];
  act(() => {
    workbook.edit([{ kind: 'deleteSheet', sheet: first }]);
    timers.pass(1000);
  });
  await act(() => session.goTo({ sheet: 'Suivi 2023', row: 0, column: 0 })); // every task asked before is done
  await user.click(screen.getByRole('button', { name: 'Ouvrir la feuille' }));
  expect(workbook.shown.at(-1)).toEqual({ sheet: second, row: 0, column: 0 });
});

test('a document that is up to date is shown too, with nothing to write', async () => {
  const { user, session } = await openPane(sampleDossier().workbook);
  await act(async () => {
    await session.documents.prepare(['reference']);
    await session.documents.writePrepared();
  });
  await openDocuments(user);
  await user.click(screen.getByRole('button', { name: /^Aperçu\s: Référence Chorus$/ }));
  const preview = await screen.findByRole('dialog', { name: 'Référence Chorus' });
  expect(plain(preview.textContent)).toContain('Rien : le document est déjà à jour.');
  expect(within(preview).queryByRole('button', { name: /Générer|Mettre à jour/ })).toBeNull();
});

test('a letter that is owed comes first, with the day since which it is expected', async () => {
  const { user } = await openPane(sampleDossier().workbook);
  await openDocuments(user);
  const owed = screen.getByRole('region', { name: 'À envoyer' });
  expect(plain(owed.textContent)).toContain('Insuffisance de créditsAttendu depuis le 20/11/2023');
});

test('« Figer une copie » copies what is chosen, after its page was shown, under the name that was given once', async () => {
  const { user, workbook, container } = await openPane(WORKBOOK);
  await openDocuments(user);
  await user.click(await screen.findByRole('button', { name: 'Copies figées et réglages' }));
  await user.type(await screen.findByLabelText('Votre nom, pour le journal du classeur'), 'Zoé');
  const others = screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter((box) => box.checked && box.labels?.[0]?.textContent !== 'Annexe 1');
  for (const box of others) fireEvent.click(box);
  await user.click(screen.getByRole('button', { name: 'Figer une copie' }));
  const preview = await screen.findByRole('dialog', { name: 'Annexe 1 (2023-12-31)' });
  await user.click(within(preview).getByRole('button', { name: 'Figer une copie' }));
  expect(plain((await screen.findByText(/^Copie figée/)).textContent)).toBe('Copie figée : Annexe 1 (2023-12-31).');
  expect(workbook.workbook.sheets.at(-1)?.values.at(-1)?.slice(1, 3)).toEqual(['Copie figée', 'Zoé']);
  expect(screen.getByRole('button', { name: 'Annuler la dernière copie figée' })).toBeTruthy();
  await documentsCompared(); // again: the copy changed the workbook
  expect(await faultsOf(container)).toEqual([]);
});

test('an undo too large to be kept is reported with the outcome', async () => {
  const { session, workbook } = await openPane(WORKBOOK);
  workbook.keepsUndo = false;
  await act(() => freeze(session, ['annexe1']));
  expect(plain(screen.getByText(/^Copie figée/).textContent)).toMatch(
    /Trop volumineux pour que l’annulation soit gardée dans le classeur/,
  );
});

test.each`
  what                      | note         | message
  ${'nobody typed since'}   | ${'nouveau'} | ${'Chaque cellule est de nouveau comme avant.'}
  ${'somebody typed in it'} | ${'à moi'}   | ${'Feuille « Notes », ce que quelqu’un a changé ou déplacé depuis reste tel quel : A1. Les autres cellules sont de nouveau comme avant.'}
`(
  'a writing that stopped is reported at the start, with the button that undoes it; $what',
  async ({ note, message }) => {
    const { session, user } = await openPane(withStoppedWriting(WORKBOOK, note));
    expect(session.state().undoable).toBe('documents');
    expect(plain(screen.getByText(/s’est arrêtée avant la fin/).textContent)).toContain(
      '« Annuler la dernière génération »',
    );
    await user.click(screen.getByRole('button', { name: 'Annuler la dernière génération' }));
    await waitFor(() => expect(plain(document.body.textContent)).toContain(message));
    const workbook = workbookOf(session.state().phase);
    const journal = workbook?.sheets.find(({ name }) => name === 'Journal');
    expect(journal?.values.flat().some((value) => /1\scellule laissée telle quelle/.test(String(value)))).toBe(
      note !== 'nouveau',
    );
  },
);
