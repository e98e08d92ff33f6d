/** The findings, by roles and names: listed, filtered, linked to their cells, repaired. */
import { screen, waitFor } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { itemsShown, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';
import { sampleDossier } from '../support/sample-dossier';

/** Findings shown at first. */
const PAGE = 50;

async function findings(contents: WorkbookSnapshot = sampleDossier().workbook): Promise<OpenedPane> {
  const opened = await openPane(contents);
  await opened.user.click(screen.getByRole('tab', { name: /^À traiter/ }));
  await waitFor(() => expect(screen.queryByText('Lecture du classeur…')).toBeNull());
  return opened;
}

test('all are listed, counted, with what is wrong and what to do', async () => {
  const { session } = await findings();
  const { phase } = session.state();
  const count = phase.kind === 'ready' ? phase.report.findings.length : 0;
  expect(count).toBeGreaterThan(40);
  expect(plain(screen.getByRole('tab', { name: /^À traiter/ }).textContent)).toBe(`À traiter ${count}`);
  expect(itemsShown()).toBe(Math.min(count, PAGE));
  const [item] = screen.getAllByRole('listitem', { name: /Zéro initial perdu/ });
  expect(plain(item?.textContent)).toMatch(/10300000104.*attendu : 010300000104.*art\. /);
});

test('are filtered by severity, words, rule and envelope, and shown again at once', async () => {
  const { user, session } = await findings();
  const { phase } = session.state();
  const total = phase.kind === 'ready' ? phase.report.findings.length : 0;
  const all = itemsShown();
  await user.click(screen.getByRole('button', { name: /^Erreur/ }));
  await waitFor(() => expect(itemsShown()).toBeLessThan(all));
  await user.click(screen.getByRole('button', { name: 'Tout afficher' }));
  await waitFor(() => expect(itemsShown()).toBe(all));
  await user.type(screen.getByRole('searchbox', { name: 'Rechercher dans les constats' }), 'rien de tel');
  await waitFor(() => expect(itemsShown()).toBe(0));
  expect(screen.getByText('Aucun constat ne répond à ce choix.')).toBeTruthy();
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'zero INITIAL');
  await waitFor(() => expect(itemsShown()).toBe(2));
  await user.click(screen.getByRole('button', { name: 'Tout afficher' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Règle' }), 'PLA-04');
  await waitFor(() => expect(itemsShown()).toBeLessThan(5));
  const ofRule = itemsShown();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Enveloppe' }), 'SF');
  await waitFor(() => expect(itemsShown()).toBeLessThan(ofRule));
  expect(itemsShown()).toBeGreaterThan(0);
  expect(plain(screen.getByText(/sur \d+ constats/).textContent)).toBe(`${itemsShown()} sur ${total} constats`);
});

test('link to their cell', async () => {
  const { user, workbook } = await findings();
  await user.click(screen.getByRole('button', { name: 'Aller à Suivi 2023!M6' }));
  expect(workbook.shown).toEqual([{ sheet: 'Suivi 2023', row: 5, column: 12 }]);
});

test('are repaired one by one, or all that is certain, and undone', async () => {
  const { user } = await findings();
  const certain = Number(
    /(\d+) corrections/.exec(screen.getByRole('button', { name: /Appliquer / }).textContent ?? '')?.[1],
  );
  const [one] = screen.getAllByRole('button', { name: /^Corriger\s: 010300000104/ });
  if (!one) throw new Error('nothing to mend');
  await user.click(one);
  await screen.findByText('1 cellule corrigée.');
  expect(screen.getByRole('button', { name: new RegExp(`les ${certain - 1} corrections`) })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Appliquer / }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Corriger/ })).toBeNull());
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.click(await screen.findByRole('button', { name: 'Annuler la dernière correction' }));
  await screen.findByText('Chaque cellule est de nouveau comme avant.');
});

test('come fifty at a time when there are many', async () => {
  const rows = Array.from(
    { length: 130 },
    (_, row) => `PDE | Frais annexes | 10300000104 | ${1_400_000_001 + row} | 15/02/2023 | 1`,
  );
  const { user } = await findings(workbookOfRows(...rows));
  expect(itemsShown()).toBe(50);
  await user.click(screen.getByRole('button', { name: 'Afficher 50 de plus' }));
  expect(itemsShown()).toBe(100);
  await user.click(screen.getByRole('button', { name: /Afficher \d+ de plus/ }));
  expect(itemsShown()).toBe(130);
  expect(screen.queryByRole('button', { name: /Afficher/ })).toBeNull();
});

test('are none when all is well', async () => {
  await findings(workbookOfRows(RIGHT_ROW));
  expect(plain(screen.getByText(/Aucun constat/).textContent)).toBe(
    'Aucun constat : toutes les lignes contrôlées sont conformes.',
  );
});

test('a text of the workbook is text: it never becomes a part of the page', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  await findings(workbookOfRows(RIGHT_ROW, `${evil} | Frais annexes | ${evil} | 1400000002 | 15/02/2023 | 1`));
  expect(screen.getAllByText(new RegExp('<img src=x')).length).toBeGreaterThan(0);
  expect(document.querySelector('img')).toBeNull();
});
