/** A long form that is being filled in is given back after the pane is reloaded, as it was left, in both languages. */
import { cleanup, screen, within } from '@testing-library/react';
import { LANGUAGES } from '../../src/messages/language';
import { Drafts, type DraftStorage } from '../../src/taskpane/shared/forms/drafts';
import { emptyWorkbook } from '../support/apply-plan';
import { openPane, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';
import { withStoppedWriting } from '../support/excel/stopped-writing';

const WORKBOOK = 'https://etat.example/Suivi.xlsx v1';

/** A web view, whose storage outlives the pages that it shows. */
let view: DraftStorage & { readonly items: Map<string, string> };
beforeEach(() => {
  const items = new Map<string, string>();
  view = {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
  };
});

/** The pane over this workbook in this web view. */
function opened(contents: Parameters<typeof openPane>[0], language: 'fr' | 'en', of = WORKBOOK): Promise<OpenedPane> {
  cleanup();
  return openPane(contents, language, new Drafts(of, view));
}

const valueOf = (field: HTMLElement): string => (field as HTMLInputElement).value;

const NAMES = {
  fr: {
    duties: 'Échéances',
    add: 'Inscrire une demande',
    subject: /Objet/,
    enter: 'Inscrire la demande',
    row: 'Nouvelle ligne',
    label: /Objet/,
    clear: 'Vider le formulaire',
    restore: 'Rétablir la saisie',
    other: 'Une autre convention…',
    describe: 'Décrire la convention…',
    form: 'Nouvelle convention',
    title: /^Intitulé/,
    addEnvelope: 'Ajouter une enveloppe',
    second: /^Enveloppe\s2$/,
  },
  en: {
    duties: 'Deadlines',
    add: 'Enter a request',
    subject: /Subject/,
    enter: 'Enter the request',
    row: 'New row',
    label: /Subject|Label|Object|Purpose/,
    clear: 'Clear the form',
    restore: 'Restore the entry',
    other: 'Another convention…',
    describe: 'Describe the convention…',
    form: 'New convention',
    title: /^Title/,
    addEnvelope: 'Add an envelope',
    second: /^Envelope\s2$/,
  },
} as const;

describe.each(LANGUAGES)('in %s', (language) => {
  const names = NAMES[language];

  test('a request is open again with its subject; entered, it is kept no longer', async () => {
    const contents = workbookOfRows(RIGHT_ROW);
    const { user } = await opened(contents, language);
    await user.click(screen.getByRole('tab', { name: names.duties }));
    await user.click(await screen.findByRole('button', { name: names.add }));
    await user.type(screen.getByRole('textbox', { name: names.subject }), 'Prévision de fin de gestion');
    const again = await opened(contents, language);
    const drawer = await screen.findByRole('dialog', { name: names.add });
    const subject = within(drawer).getByRole('textbox', { name: names.subject });
    expect(valueOf(subject)).toBe('Prévision de fin de gestion');
    await again.user.click(within(drawer).getByRole('button', { name: names.enter }));
    await screen.findByText(/^(Demande inscrite|Request entered)\.$/);
    expect([...view.items.values()].join('')).not.toContain('Prévision');
  });

  test('a new row is open again as it was typed, and can be emptied, then restored', async () => {
    const contents = workbookOfRows(RIGHT_ROW);
    const { user } = await opened(contents, language);
    await user.click(await screen.findByRole('button', { name: names.row }));
    await user.type(screen.getByRole('textbox', { name: /EJ/ }), '1400000009');
    const again = await opened(contents, language);
    const drawer = await screen.findByRole('dialog', { name: names.row });
    expect(valueOf(within(drawer).getByRole('textbox', { name: /EJ/ }))).toBe('1400000009');
    await again.user.click(within(drawer).getByRole('button', { name: names.clear }));
    expect([...view.items.values()].join('')).not.toContain('1400000009');
    expect(within(drawer).getByRole('button', { name: names.restore })).toBe(document.activeElement);
    await again.user.keyboard('{Enter}'); // the focus is on the button, which now restores
    expect(valueOf(within(drawer).getByRole('textbox', { name: /EJ/ }))).toBe('1400000009');
    expect(document.activeElement).toBe(within(drawer).getByRole('button', { name: names.clear }));
  });

  test('the form of a convention is open again, with the envelope that was added to it', async () => {
    const { user } = await opened(emptyWorkbook('Feuil1'), language);
    await user.click(screen.getByRole('radio', { name: names.other }));
    await user.click(screen.getByRole('button', { name: names.describe }));
    await user.type(await screen.findByRole('textbox', { name: names.title }), 'Délégation d’essai');
    await user.click(screen.getByRole('button', { name: names.addEnvelope }));
    await opened(emptyWorkbook('Feuil1'), language);
    await screen.findByRole('heading', { name: names.form });
    expect(valueOf(screen.getByRole('textbox', { name: names.title }))).toBe('Délégation d’essai');
    expect(screen.getByRole('group', { name: names.second })).toBeTruthy();
  });
});

test('nothing of a workbook is given to another one, nor to another version of the pane', async () => {
  const contents = workbookOfRows(RIGHT_ROW);
  const { user } = await opened(contents, 'fr');
  await user.click(await screen.findByRole('button', { name: 'Nouvelle ligne' }));
  await user.type(screen.getByRole('textbox', { name: /EJ/ }), '1400000009');
  for (const other of ['https://etat.example/Autre.xlsx v1', 'https://etat.example/Suivi.xlsx v2']) {
    const copy = new Map(view.items);
    await opened(contents, 'fr', other);
    expect(screen.queryByRole('dialog')).toBeNull();
    for (const [key, text] of copy) view.items.set(key, text);
  }
});

test('a form that was closed stays closed, and gives its entry back when it is opened again', async () => {
  const contents = workbookOfRows(RIGHT_ROW);
  const { user } = await opened(contents, 'fr');
  await user.click(screen.getByRole('tab', { name: 'Échéances' }));
  await user.click(await screen.findByRole('button', { name: 'Inscrire une demande' }));
  await user.type(screen.getByRole('textbox', { name: /Objet/ }), 'Avenant');
  await user.keyboard('{Escape}');
  await opened(contents, 'fr');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Échéances' }));
  await user.click(await screen.findByRole('button', { name: 'Inscrire une demande' }));
  expect(valueOf(screen.getByRole('textbox', { name: /Objet/ }))).toBe('Avenant');
});

test('a request that an interrupted writing holds back stays open as it was typed', async () => {
  const { user } = await opened(withStoppedWriting(workbookOfRows(RIGHT_ROW)), 'fr');
  await user.click(screen.getByRole('tab', { name: 'Échéances' }));
  await user.click(await screen.findByRole('button', { name: 'Inscrire une demande' }));
  await user.type(screen.getByRole('textbox', { name: /Objet/ }), 'Avenant');
  await user.click(screen.getByRole('button', { name: 'Inscrire la demande' }));
  await screen.findByText(/^Rien n’est écrit/);
  expect(valueOf(screen.getByRole('textbox', { name: /Objet/ }))).toBe('Avenant');
});

test('a storage that refuses leaves the forms as they are', async () => {
  const refusing: DraftStorage = {
    getItem: () => {
      throw new DOMException('refused', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const { user } = await openPane(workbookOfRows(RIGHT_ROW), 'fr', new Drafts(WORKBOOK, refusing));
  await user.click(await screen.findByRole('button', { name: 'Nouvelle ligne' }));
  await user.type(screen.getByRole('textbox', { name: /EJ/ }), '1400000009');
  expect(valueOf(screen.getByRole('textbox', { name: /EJ/ }))).toBe('1400000009');
});
