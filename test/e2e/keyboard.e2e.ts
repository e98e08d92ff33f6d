/**
 * The ten tasks of an officer by the keyboard alone, through the real Office.js in Chromium. Each states how many
 * buttons it takes. With `ENVELOPPE_TASKS=FILE`, a line for each task goes to the file: buttons and seconds, for the
 * table of docs/taches.md.
 */
import { appendFileSync } from 'node:fs';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import { cell, openSampleAgain, startAddinAgain } from '../support/excel/gestures';
import { Keyboard } from '../support/excel/keyboard';

const LEDGER = 'Suivi 2023';
const EXTRACT = [
  'Programme\tDomaine fonctionnel\tCentre financier\tActivité\tAxe ministériel 2\tN° EJ\tN° poste EJ\tExercice\tDate comptable\tMontant engagé',
  '0103\t0103-01-01\t0103-CEFP-C002\t010300000104\tPDE\t1405612345\t1\t2023\t31/03/2023\t1 200,00',
].join('\n');

let server: Server;
let atelier: Atelier;
let keys: Keyboard;

beforeAll(async () => {
  server = await startServer();
  atelier = await openAtelier(server.origin, { today: '2023-12-31' });
  keys = new Keyboard(atelier.page, atelier.pane);
});
afterAll(async () => {
  await atelier.close();
  await server.stop();
});
/** Whether a task has written in the workbook, which is then opened again for the next one. */
let isWritten = false;
/** The workbook as it is on the disk; the focus in the pane. */
beforeEach(async () => {
  await (isWritten ? openSampleAgain : startAddinAgain)(atelier.page);
  isWritten = false;
  await keys.start();
});
afterEach(() => expect(atelier.errors).toEqual([]));

/** To be called at the end of a task: it took so many buttons. */
function done(presses: number): void {
  const { ENVELOPPE_TASKS: file } = process.env;
  const line = `${expect.getState().currentTestName} | ${keys.presses} | ${keys.seconds.toFixed(1)} s\n`;
  if (file) appendFileSync(file, line);
  expect(keys.presses).toBe(presses);
}

test('a. are we all right: the first heading states it, without a key', async () => {
  const { pane } = atelier;
  await pane.getByRole('heading', { level: 1, name: /^La convention dépasse de 2\s691\s€ d’AE/ }).waitFor();
  done(0);
});

test('b. why is this figure what it is: its rows, whose sum is the figure', async () => {
  const { page, pane } = atelier;
  const figure = pane.getByRole('button', { name: /^Disponible en AE, Signaux Faibles/ });
  await keys.press(figure);
  await pane.getByRole('dialog').getByRole('table').first().waitFor();
  done(1);
  await page.keyboard.press('Escape');
  await pane.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.waitFor(figure);
});

test('c. can I commit 12 000 €: the answer of the controls', async () => {
  const { page, pane } = atelier;
  await keys.press(pane.getByRole('button', { name: /^Disponible en AE, Place des entreprises/ }));
  const drawer = pane.getByRole('dialog');
  await keys.fill(drawer.getByRole('textbox', { name: 'Montant TTC' }), '12 000');
  await page.keyboard.press('Enter');
  await drawer
    .getByRole('status')
    .getByText(/^(Oui|Non)\s:/)
    .waitFor();
  done(1);
});

test('d. what is worst: its cell', async () => {
  const { page, pane } = atelier;
  await keys.openTab('À traiter');
  await keys.reach(pane.getByRole('searchbox', { name: 'Rechercher dans les constats' }));
  await page.keyboard.press('ArrowDown');
  await keys.waitFor(pane.getByRole('button', { name: /^Erreurs/ }).last());
  await page.keyboard.press('j');
  const worst = pane.locator('button[title^="PLA-0"]').first();
  await keys.waitFor(worst);
  const place = (await worst.getAttribute('title'))?.split('!')[1];
  await page.keyboard.press('Enter');
  await page.waitForFunction((at) => window.workbench?.selection() === at, place);
  done(1);
});

test('e. a new row: one form, judged as it is typed, written under the table', async () => {
  isWritten = true;
  const { page, pane } = atelier;
  await keys.press(pane.getByRole('button', { name: 'Nouvelle ligne' }));
  const drawer = pane.getByRole('dialog');
  await keys.reach(drawer.getByRole('combobox', { name: 'Enveloppe' }));
  await page.keyboard.type('Place');
  await keys.reach(drawer.getByRole('combobox', { name: 'Poste de dépense' }));
  await page.keyboard.type('Frais');
  await keys.fill(drawer.getByRole('textbox', { name: /N° EJ/ }), '1400009999');
  await keys.fill(drawer.getByRole('textbox', { name: /Date d.engagement/ }), '15/12/2023');
  await keys.fill(drawer.getByRole('textbox', { name: /Montant AE/ }), '50');
  await keys.press(drawer.getByRole('button', { name: 'Écrire la ligne' }));
  await pane.getByText(/^Ligne écrite/).waitFor();
  done(2);
});

test('f. what is certain: seen cell by cell, then corrected, then undone', async () => {
  isWritten = true;
  const { page, pane } = atelier;
  const before = (await cell(page, LEDGER, 'K57')).value;
  await keys.press(pane.getByRole('button', { name: /^Corrections certaines/ }));
  await keys.press(pane.getByRole('dialog').getByRole('button', { name: /^Corriger\s\d+\scellules/ }));
  await pane.getByText(/cellules corrigées\.$/).waitFor();
  done(2);
  expect((await cell(page, LEDGER, 'K57')).value).not.toBe(before);
  await keys.press(pane.getByRole('button', { name: /^Annuler la dernière correction/ }));
  await pane.getByText('Chaque cellule est de nouveau comme avant.').waitFor();
  expect((await cell(page, LEDGER, 'K57')).value).toBe(before);
});

test('g. an extract of Chorus, pasted: what was compared, first', async () => {
  const { page, pane } = atelier;
  await keys.openTab('Rapprochement Chorus');
  await keys.press(pane.getByRole('button', { name: 'Coller un texte…' }));
  const field = pane.getByRole('textbox', { name: /^Collez ici/ });
  await keys.reach(field);
  await page.keyboard.insertText(EXTRACT);
  await keys.press(pane.getByRole('button', { name: 'Lire', exact: true }));
  await pane.getByRole('region', { name: 'Extraits lus' }).waitFor();
  done(3);
});

test('h. the documents, from the ribbon: their pages, then their sheets, then back', async () => {
  isWritten = true;
  const { page, pane } = atelier;
  await keys.pressRibbon('Générer les documents');
  await keys.press(pane.getByRole('dialog').getByRole('button', { name: 'Générer', exact: true }));
  await pane.getByText(/^Documents? générés?/).waitFor();
  done(2);
  expect(await page.evaluate(() => window.workbench?.sheets())).toContain('Annexe 1');
  await keys.press(pane.getByRole('button', { name: /^Annuler la dernière/ }));
  await pane.getByText('Chaque cellule est de nouveau comme avant.').waitFor();
  expect(await page.evaluate(() => window.workbench?.sheets())).not.toContain('Annexe 1');
});

test('i. a request of the délégant: entered, with its due date explained; then what is due is reached and done', async () => {
  isWritten = true;
  const { pane } = atelier;
  await keys.openTab('Échéances');
  await keys.press(pane.getByRole('button', { name: 'Inscrire une demande' }));
  const drawer = pane.getByRole('dialog');
  await keys.fill(drawer.getByRole('textbox', { name: /^Objet/ }), 'Prévision de fin de gestion');
  await keys.press(drawer.getByRole('button', { name: 'Inscrire la demande' }));
  const answered = pane.getByRole('button', { name: /^Répondu aujourd’hui\s: Prévision/ });
  await answered.waitFor();
  expect(keys.presses).toBe(3);
  await keys.openTab('Situation');
  await keys.start();
  await keys.openTab('Échéances');
  await keys.press(answered);
  await answered.waitFor({ state: 'detached' });
  done(2);
});

test('j. what changed since June: the bridge of each figure', async () => {
  const { page, pane } = atelier;
  await keys.press(pane.getByRole('button', { name: /^Depuis…/ }));
  await keys.fill(pane.getByRole('textbox', { name: 'Depuis le' }), '30/06/2023');
  await page.keyboard.press('Enter');
  await pane.getByRole('region', { name: 'Comparaison' }).waitFor();
  done(1);
});
