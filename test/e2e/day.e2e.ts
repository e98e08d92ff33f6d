/**
 * One day of a team in the workbench, through the real Office.js: a colleague who writes at the same time, an add-in
 * that ends in the middle of a writing, an undo, and the copy of the evening. At each hour, no cell of a person is lost
 * and no figure is old. With `ENVELOPPE_DAY=FOLDER`, a picture of each hour goes to the folder: those
 * of docs/journee.md.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import {
  besidesJournal,
  bytesOf,
  cell,
  certainCorrections,
  openTab,
  startAddinAgain,
  typeInCell,
  wholeWorkbook,
  writeDocuments,
} from '../support/excel/gestures';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { findSheet, valueAt } from '../../src/workbook/snapshot';

const LEDGER = 'Suivi 2023';
/** The consumed CP of « Place des entreprises », by a formula of the team. */
const CONSUMED = 'C5';
const [K, P] = [10, 15];
const DOCUMENTS = ['Annexe 1', 'Annexe 2', 'Répartition AE-CP', 'Référence Chorus', 'Bilan financier 2023'];
/** Of the requests after « Générer », the one that writes. */
const WRITING_REQUEST = 6;
const { ENVELOPPE_DAY: PICTURES } = process.env;

let server: Server;
let atelier: Atelier;

beforeAll(async () => {
  server = await startServer();
  atelier = await openAtelier(server.origin, { today: '2023-12-31', width: 1280, height: 760 });
});
afterAll(async () => {
  await atelier.close();
  await server.stop();
});
afterEach(() => expect(atelier.errors).toEqual([]));

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await atelier.page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

const asColleague = (address: string, content: string | number): Promise<void> =>
  atelier.page.evaluate(([sheet, at, typed]) => window.workbench?.type(sheet, at, typed, 'coauthor'), [
    LEDGER,
    address,
    content,
  ] as const);

const consumedIs = (wanted: number): Promise<unknown> =>
  atelier.page.waitForFunction(([at, figure]) => window.workbench?.read('Synthèse', at).value === figure, [
    CONSUMED,
    wanted,
  ] as const);

test('9 h: the pane states first whether all is well', async () => {
  const { pane } = atelier;
  await pane.getByRole('heading', { level: 1, name: /^La convention dépasse de 2\s691\s€ d’AE/ }).waitFor();
  await consumedIs(498_691);
  await picture('1-ouverture');
});

test('10 h: an amount typed by the officer, then one typed by a colleague, reach the figure of the cell', async () => {
  await typeInCell(atelier.page, LEDGER, 'P8', '80 000,50');
  await consumedIs(500_691.5);
  await asColleague('P8', 79_000);
  await consumedIs(499_691);
  await picture('2-a-deux');
});

test('11 h: a colleague writes in a cell while it is being corrected; what she wrote stays', async () => {
  const { page, pane } = atelier;
  const correct = await certainCorrections(pane);
  await asColleague('K57', 'à voir avec Paul');
  await correct.click(); // at once: the pane may not have drawn what she wrote
  await pane.getByText(/cellules corrigées\./).waitFor();
  await picture('3-corrections');
  expect((await cell(page, LEDGER, 'K57')).value).toBe('à voir avec Paul');
  expect((await cell(page, LEDGER, 'K89')).value).toBe('010300000104');
});

test('14 h: the add-in ends in the middle of a writing; its documents are whole or not there, then undone', async () => {
  const { page, pane } = atelier;
  const before = await wholeWorkbook(page);
  await page.getByRole('button', { name: 'Générer les documents' }).click();
  const generate = pane.getByRole('dialog').getByRole('button', { name: 'Générer', exact: true });
  await generate.waitFor();
  await page.evaluate((request) => window.workbench?.endAddin(request), WRITING_REQUEST);
  await generate.click();
  await page.waitForFunction(() => document.querySelector('iframe')?.contentWindow?.location.href === 'about:blank');
  await startAddinAgain(page);
  const sheets = await page.evaluate(() => window.workbench?.sheets() ?? []);
  expect([0, DOCUMENTS.length]).toContain(DOCUMENTS.filter((name) => sheets.includes(name)).length);
  await writeDocuments(pane);
  await page.evaluate(() => window.workbench?.goTo('Bilan financier 2023', 'A1'));
  await picture('4-documents');
  await page.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
  await pane.getByText('Chaque cellule est de nouveau comme avant').waitFor();
  await page.evaluate((sheet) => window.workbench?.goTo(sheet, 'P8'), LEDGER);
  expect(besidesJournal(await wholeWorkbook(page))).toEqual(besidesJournal(before));
});

test('15 h: a row that is missing is written from the form, under the table', async () => {
  const { pane } = atelier;
  await openTab(pane, 'Situation');
  await pane.getByRole('button', { name: 'Nouvelle ligne' }).click();
  const drawer = pane.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Enveloppe' }).selectOption('PDE');
  await drawer.getByRole('combobox', { name: 'Poste de dépense' }).selectOption({ index: 1 });
  await drawer.getByRole('textbox', { name: /N° EJ/ }).fill('1400009999');
  await drawer.getByRole('textbox', { name: /Date d.engagement/ }).fill('15/12/2023');
  await drawer.getByRole('textbox', { name: /Montant AE/ }).fill('50');
  await picture('5-nouvelle-ligne');
  await drawer.getByRole('button', { name: 'Écrire la ligne' }).click();
  await pane.getByText(/^Ligne écrite/).waitFor();
});

test('17 h: the copy of the evening holds what each of them wrote, and opens', async () => {
  const { page } = atelier;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer une copie' }).click(),
  ]);
  const file = openXlsx(await bytesOf(download));
  if (!file.ok) throw new Error(file.failure.code);
  const ledger = findSheet(file.value.read(), LEDGER);
  const at = (row: number, column: number) => ledger && valueAt(ledger, row - 1, column);
  expect([at(57, K), at(89, K), at(8, P)]).toEqual(['à voir avec Paul', '010300000104', 79_000]);
  expect(ledger?.values.flat()).toContain('1400009999');
  await picture('6-copie');
});
