/**
 * Other workbooks: those of teams that start, those that cannot be controlled yet, and files that are no workbook at
 * all.
 */
import { REGISTER_SHEETS } from '../../src/workbook/registers/register-sheets';
import { zipSync } from 'fflate';
import { buildSample } from '../../scripts/build-sample';
import { control } from '../../src/application/control';
import { planDocuments } from '../../src/application/documents/documents';
import { openDossier } from '../../src/application/open-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { CellValue } from '../../src/workbook/cells';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import {
  besidesJournal,
  cell,
  drop,
  dropWorkbook,
  openTab,
  unfoldEnvelope,
  unfoldHeader,
  wholeWorkbook,
} from '../support/excel/gestures';
import { HEADINGS, ledgerFile, ledgerRow } from '../support/ledgers/ledger-file';
import { opened, setCell, written } from '../support/readers/xlsx-read';

const ROWS: readonly CellValue[][] = [ledgerRow({ 'Montant AE': 1200 }), ledgerRow({ 'Montant AE': 300 })];

let server: Server;
let atelier: Atelier;

beforeAll(async () => {
  server = await startServer();
  atelier = await openAtelier(server.origin);
});
afterAll(async () => {
  await atelier.close();
  await server.stop();
});

const openByDrop = (name: string, bytes: Uint8Array): Promise<void> => dropWorkbook(atelier.page, name, bytes);

describe('a file that is no workbook is refused in one sentence, and nothing is lost', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const COMPOUND_FILE = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
  ]);
  const UNKNOWN = Uint8Array.from({ length: 900 }, (_, index) => (index * 37) % 256);

  beforeAll(async () => {
    await atelier.page.evaluate(() => window.workbench?.type('Suivi 2023', 'S8', 'tapé avant'));
  });

  test.each`
    name              | bytes                                             | says
    ${'contrat.xlsx'} | ${text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj')} | ${/document PDF/}
    ${'vide.xlsx'}    | ${new Uint8Array()}                               | ${/fichier est vide/}
    ${'export.xlsx'}  | ${text('EJ;Montant\r\n1405612345;12,50\r\n')}     | ${/fichier texte \(CSV\)/}
    ${'page.xlsx'}    | ${text('<!doctype html><html><body></body>')}     | ${/page web/}
    ${'archive.xlsx'} | ${zipSync({ 'lisez-moi.txt': text('bonjour') })}  | ${/archive sans classeur/}
    ${'ancien.xls'}   | ${COMPOUND_FILE}                                  | ${/classeur/}
    ${'image.xlsx'}   | ${UNKNOWN}                                        | ${/n’est pas un classeur Excel/}
    ${'coupé.xlsx'}   | ${ledgerFile([...ROWS]).slice(0, 3000)}           | ${/endommagé|n’est pas un classeur/}
  `('$name', async ({ name, bytes, says }: { name: string; bytes: Uint8Array; says: RegExp }) => {
    const { page } = atelier;
    const before = await wholeWorkbook(page);
    await drop(page, [{ name, bytes }]);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(says);
    expect(await alert.innerText()).not.toMatch(/undefined|Error|\n.*\n/);
    expect(await page.evaluate(() => window.workbench?.fileName())).toBe('Suivi 2023.xlsx');
    expect(await wholeWorkbook(page)).toBe(before);
    expect((await cell(page, 'Suivi 2023', 'S8')).value).toBe('tapé avant');
    await page.getByRole('button', { name: 'Fermer le message' }).click();
    await alert.waitFor({ state: 'detached' });
  });

  test('two files at once', async () => {
    const { page } = atelier;
    await drop(page, [
      { name: 'a.xlsx', bytes: ledgerFile([...ROWS]) },
      { name: 'b.xlsx', bytes: ledgerFile([...ROWS]) },
    ]);
    await page.getByRole('alert').getByText('Un seul classeur à la fois.').waitFor();
    expect(await page.evaluate(() => window.workbench?.fileName())).toBe('Suivi 2023.xlsx');
  });
});

test('a workbook with charts: they are drawn, and nothing is left out', async () => {
  const { page } = atelier;
  const sample = opened(buildSample());
  const dossier = openDossier(sample.read());
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const plan = planDocuments(dossier.value, control(dossier.value, isoDate('2023-12-31')), ['bilan', 'etat']);
  const file = plan.ok ? sample.apply(plan.value) : plan;
  if (!file.ok) throw new Error(file.failure.code);
  await openByDrop('Avec graphiques.xlsx', file.value);
  await page.evaluate(() => window.workbench?.goTo('État de prévision 2023', 'A1'));
  await page.locator('.grid').hover();
  await page.mouse.wheel(0, 400);
  await page
    .getByRole('img', { name: /^Graphique « Place des entreprises/ })
    .first()
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('« Ouvrir… » opens another workbook, and the add-in starts over on it', async () => {
  const { page, pane } = atelier;
  const file = { name: 'Autre équipe.xlsx', mimeType: '', buffer: Buffer.from(ledgerFile([...ROWS])) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { level: 1, name: 'Autre équipe.xlsx' }).waitFor();
  await unfoldEnvelope(pane, 'Place des entreprises');
  await pane
    .getByRole('table', { name: 'Place des entreprises', exact: true })
    .getByText(/^1\s500,00\s€$/)
    .first()
    .waitFor();
});

test('a workbook without its convention is given one, in one step that is undone', async () => {
  const { page, pane } = atelier;
  await openByDrop('Sans convention.xlsx', ledgerFile([...ROWS], { convention: false }));
  await pane.getByRole('heading', { name: 'Voici ce que contient ce classeur' }).waitFor();
  const before = await wholeWorkbook(page);
  await pane.getByRole('radio', { name: /DGEFP – DGE/ }).click();
  await pane.getByRole('button', { name: 'Contrôler le suivi' }).click();
  await pane.getByText(/^La convention est dans le classeur/).waitFor();
  expect(await page.evaluate(() => window.workbench?.sheets())).toEqual([
    'Suivi 2023',
    'ENV_Annulation',
    ...REGISTER_SHEETS.map(({ sheet }) => sheet),
    'Journal',
  ]);
  await unfoldEnvelope(pane, 'Place des entreprises');
  await page.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
  await pane.getByRole('heading', { name: 'Voici ce que contient ce classeur' }).waitFor();
  expect(besidesJournal(await wholeWorkbook(page))).toEqual(besidesJournal(before));
});

test('without a ledger, the pane names what is missing', async () => {
  const bytes = written(
    ledgerFile([]),
    { kind: 'deleteTable', name: 'Suivi' },
    { kind: 'deleteSheet', sheet: 'Suivi 2023' },
  );
  await openByDrop('Convention seule.xlsx', bytes);
  await atelier.pane.getByRole('heading', { name: /Aucun tableau de suivi/ }).waitFor();
});

test('with a ledger and its copy, the pane asks which one, and controls the one that is chosen', async () => {
  const { pane } = atelier;
  const rows = [[...HEADINGS], ...ROWS];
  const cells = rows.map((row) => row.map((value) => ({ value })));
  const area = { top: 0, left: 0, rows: rows.length, columns: HEADINGS.length };
  const bytes = written(
    ledgerFile([...ROWS]),
    { kind: 'addSheet', sheet: 'Bis' },
    { kind: 'setCells', sheet: 'Bis', top: 0, left: 0, cells },
    { kind: 'addTable', sheet: 'Bis', name: 'Bis', area },
  );
  await openByDrop('Deux suivis.xlsx', bytes);
  await pane.getByRole('heading', { name: 'Choisir le suivi' }).waitFor();
  await pane.getByRole('checkbox', { checked: true }).uncheck();
  await pane.getByRole('checkbox', { name: /^Bis/ }).check();
  await pane.getByRole('button', { name: 'Contrôler ces tableaux' }).click();
  await unfoldHeader(pane);
  await pane.getByRole('definition').filter({ hasText: /^Bis$/ }).waitFor();
});

test('a sheet of the team that bears a document’s name is kept: its cell is named, and nothing is written', async () => {
  const { page, pane } = atelier;
  const bytes = written(
    ledgerFile([...ROWS]),
    { kind: 'addSheet', sheet: 'Annexe 1' },
    setCell('Annexe 1', 'B2', 'à nous'),
  );
  await openByDrop('Annexe de l’équipe.xlsx', bytes);
  const before = await wholeWorkbook(page);
  await openTab(pane, 'Documents');
  await pane.getByRole('button', { name: /^Aperçu\s: Annexe 1$/ }).click();
  await pane.getByText(/^La feuille «\sAnnexe 1\s» contient déjà autre chose \(cellule B2\)/).waitFor();
  expect(JSON.parse(await wholeWorkbook(page))).toEqual(JSON.parse(before));
});

test('nothing went wrong in the page or in the pane', () => {
  expect(atelier.errors).toEqual([]);
});
