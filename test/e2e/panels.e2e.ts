/**
 * Decisions that a person takes in the pane: columns, accepted findings, an extract of Chorus, a new convention. Each
 * is kept in the workbook alone.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import { eventually } from '../support/excel/eventually';
import { dropWorkbook, finding, openTab, startAddinAgain, typeInCell, unfoldHeader } from '../support/excel/gestures';
import { ledgerFile, ledgerRow } from '../support/ledgers/ledger-file';
import { written } from '../support/readers/xlsx-read';

const ROWS = [ledgerRow({ 'Montant AE': 1200 }), ledgerRow({ 'N° EJ': '14', 'Montant AE': 300 })];

let server: Server;
let atelier: Atelier;

beforeAll(async () => {
  server = await startServer();
  atelier = await openAtelier(server.origin, { today: '2023-12-31' });
});
afterAll(async () => {
  await atelier.close();
  await server.stop();
});

async function openByDrop(name: string, bytes: Uint8Array): Promise<{ page: Page; pane: FrameLocator }> {
  await dropWorkbook(atelier.page, name, bytes);
  return atelier;
}

test('columns are confirmed, and the choice holds when the pane is started again', async () => {
  const { page, pane } = await openByDrop('colonnes.xlsx', ledgerFile(ROWS));
  await unfoldHeader(pane);
  await pane.getByRole('button', { name: 'Colonnes à confirmer' }).click();
  await pane.getByRole('combobox', { name: /Objet/ }).selectOption({ label: 'Non utilisée' });
  await pane.getByRole('button', { name: 'Confirmer' }).click();
  await pane.getByText('Colonnes confirmées.').waitFor();
  await startAddinAgain(page);
  await unfoldHeader(pane);
  await pane.getByRole('button', { name: 'Colonnes du suivi' }).click();
  const choice = pane.getByRole('combobox', { name: /Objet/ });
  expect(await choice.inputValue()).toBe('');
  await pane.getByRole('button', { name: 'Fermer sans écrire' }).click();
});

test('a row that is being typed is given back when the pane is started again, and can be emptied', async () => {
  const { page, pane } = await openByDrop('saisie.xlsx', ledgerFile(ROWS));
  await pane.getByRole('button', { name: 'Nouvelle ligne' }).click();
  const ej = pane.getByRole('dialog', { name: 'Nouvelle ligne' }).getByRole('textbox', { name: /^N° EJ/ });
  await ej.fill('1400000123');
  await startAddinAgain(page);
  await eventually(async () => expect(await ej.inputValue()).toBe('1400000123'));
  await pane.getByRole('button', { name: 'Vider le formulaire' }).click();
  expect(await ej.inputValue()).toBe('');
  await pane.getByRole('button', { name: 'Fermer sans écrire' }).click();
  await startAddinAgain(page);
  await pane.getByRole('button', { name: 'Nouvelle ligne' }).waitFor();
  expect(await pane.getByRole('dialog').count()).toBe(0);
});

test('a finding is accepted, listed all the same, and open again once its row changes', async () => {
  const { page, pane } = await openByDrop('accepter.xlsx', ledgerFile(ROWS));
  const open = await finding(pane, 'EJ-03', 'Suivi 2023!A5');
  await open.getByRole('button', { name: /^Accepter…/ }).click();
  const drawer = pane.getByRole('dialog');
  await drawer.getByRole('textbox', { name: /Motif/ }).fill('numéro provisoire');
  await drawer.getByRole('textbox', { name: /Votre nom/ }).fill('Mme Durand');
  await drawer.getByRole('button', { name: 'Accepter le constat' }).click();
  await pane
    .getByRole('button', { name: /^Acceptés/ })
    .first()
    .waitFor();
  const accepted = await finding(pane, 'EJ-03', 'Suivi 2023!A5');
  await accepted.getByText(/Accepté le 31\/12\/2023 par Mme Durand/).waitFor();
  await typeInCell(page, 'Suivi 2023', 'L5', '350');
  await pane
    .getByRole('group', { name: 'Filtres' })
    .getByRole('button', { name: /^Acceptés/ })
    .waitFor({ state: 'detached' });
  const again = await finding(pane, 'EJ-03', 'Suivi 2023!A5');
  await again.getByText(/Rouvert\s: la ligne a changé depuis/).waitFor();
  await again.getByRole('button', { name: /^Accepter…/ }).waitFor();
});

test('a sheet that is not read is listed, its headings are seen in the selection, and it is set aside', async () => {
  const rows = [
    ['Dossier', 'Bidule', 'Truc'],
    ['1400000007', 'SF', 2500.5],
    ['1400000008', 'SF', 400],
  ];
  const cells = rows.map((row) => row.map((value) => ({ value })));
  const bytes = written(
    ledgerFile(ROWS),
    { kind: 'addSheet', sheet: 'Autres' },
    { kind: 'setCells', sheet: 'Autres', top: 2, left: 1, cells },
  );
  const { page, pane } = await openByDrop('autres.xlsx', bytes);
  await unfoldHeader(pane);
  await pane.getByRole('button', { name: '1 plage non lue', exact: true }).click(); // and not the first screen's
  await page.evaluate(() => window.workbench?.goTo('Autres', 'C3'));
  await pane.getByRole('button', { name: /^Indiquer la ligne d.en-têtes…$/ }).click();
  await pane.getByText(/Sélection\s: feuille «\sAutres\s», ligne\s3, colonnes B à D/).waitFor();
  await pane.getByRole('button', { name: 'Fermer sans écrire' }).click();
  await pane.getByRole('button', { name: /^Mettre de côté…/ }).click();
  await pane.getByRole('textbox', { name: /Motif/ }).fill('crédits d’un autre programme');
  await pane.getByRole('textbox', { name: /Mis de côté par/ }).fill('Mme Durand');
  await pane.getByRole('button', { name: 'Mettre de côté', exact: true }).click();
  await pane.getByRole('heading', { name: /Chaque montant du classeur est lu/ }).waitFor();
  await pane.getByRole('button', { name: 'Fermer', exact: true }).click();
});

const EXTRACT = [
  'Programme;Domaine fonctionnel;Centre financier;Activité;Axe ministériel 2;N° EJ;N° poste EJ;Exercice;Date comptable;Montant engagé;Montant bascule',
  '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1405612345;1;2023;31/03/2023;1 200,00;0,00',
  '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1400000009;1;2023;17/02/2023;5,00;0,00',
].join('\r\n');

test('an extract dropped on the pane is reconciled there; the page does not take it for a workbook', async () => {
  const { page, pane } = await openByDrop('chorus.xlsx', ledgerFile(ROWS));
  await openTab(pane, 'Rapprochement Chorus');
  await pane.getByRole('region', { name: /Déposez ici/ }).evaluate((target, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'extrait.csv'));
    for (const kind of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  }, EXTRACT);
  await pane
    .getByRole('region', { name: 'Extraits lus' })
    .getByText(/2\slignes/)
    .waitFor();
  const detail = pane.getByRole('region', { name: 'Écarts et détail' });
  await eventually(async () =>
    expect(await detail.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      expect.stringContaining('Absent de Chorus'),
      expect.stringContaining('Absent du suivi'),
    ]),
  );
  await detail.getByRole('button', { name: /^Sans N° EJ/ }).click();
  await detail.getByRole('button', { name: /^Aller à Suivi 2023, ligne.5$/ }).click();
  await page.waitForFunction(() => window.workbench?.selection() === 'L5');
  expect(await page.evaluate(() => window.workbench?.fileName())).toBe('chorus.xlsx');
});

test('an extract that is a workbook is read too, beside the first', async () => {
  const { pane } = atelier;
  const cells = EXTRACT.split('\r\n').map((line) => line.split(';').map((value) => ({ value })));
  const workbook = written(
    blankXlsx(),
    { kind: 'addSheet', sheet: 'INF' },
    { kind: 'setCells', sheet: 'INF', top: 0, left: 0, cells },
  );
  await pane
    .locator('input[type=file]')
    .setInputFiles({ name: 'extrait.xlsx', mimeType: '', buffer: Buffer.from(workbook) });
  const read = pane.getByRole('region', { name: 'Extraits lus' });
  await read
    .getByText(/extrait\.xlsx/)
    .first()
    .waitFor();
  const ofTwoLines = read.getByRole('listitem').filter({ hasText: /2\slignes/ });
  await eventually(async () => expect(await ofTwoLines.count()).toBe(2));
});

test('the document of the reconciliation is previewed, written on a sheet of its own, and undone', async () => {
  const { page, pane } = atelier;
  const document = pane.getByRole('region', { name: 'Document du rapprochement' });
  await document.getByRole('button', { name: 'Aperçu' }).click();
  const preview = pane.getByRole('dialog', { name: 'Rapprochement Chorus 2023' });
  await preview.getByText(/Une feuille ajoutée/).waitFor();
  await preview.getByRole('button', { name: 'Générer', exact: true }).click();
  await pane.getByText(/^Rapprochement généré/).waitFor();
  expect(await page.evaluate(() => window.workbench?.sheets())).toContain('Rapprochement Chorus 2023');
  await pane.getByRole('button', { name: 'Annuler le dernier rapprochement' }).click();
  await pane.getByText('Chaque cellule est de nouveau comme avant').waitFor();
  expect(await page.evaluate(() => window.workbench?.sheets())).not.toContain('Rapprochement Chorus 2023');
});

test('a convention made by the form is written and controls the ledger at once', async () => {
  const { pane } = await openByDrop('nouvelle.xlsx', ledgerFile(ROWS, { convention: false }));
  await pane.getByRole('radio', { name: 'Une autre convention…' }).click();
  await pane.getByRole('button', { name: 'Décrire la convention…' }).click();
  const within = (group: string): ReturnType<FrameLocator['getByRole']> =>
    pane.getByRole('group', { name: group, exact: true });
  await within('Délégant 1').getByRole('textbox', { name: /^Nom/ }).fill('DGEFP');
  await within('Délégataire 1').getByRole('textbox', { name: /^Nom/ }).fill('DGE');
  await pane.getByRole('textbox', { name: /Signée le/ }).fill('02/01/2023');
  await pane.getByRole('textbox', { name: /Prend fin/ }).fill('31/12/2023');
  await pane.getByRole('textbox', { name: /Exercice/ }).fill('2023');
  await within('Enveloppe 1').getByRole('textbox', { name: /^Code/ }).fill('PDE');
  await within('Enveloppe 1')
    .getByRole('textbox', { name: /^Libellé/ })
    .fill('Place des entreprises');
  await within('Enveloppe 1').getByRole('textbox', { name: /^AE/ }).fill('1 000');
  await pane.getByRole('button', { name: 'Ajouter les feuilles de la convention' }).click();
  await pane.getByText(/La convention est dans le classeur/).waitFor();
  await finding(pane, 'PLA-01', 'Suivi 2023!L4');
});

test('nothing went wrong, and a blank workbook is offered the form', async () => {
  const { pane } = await openByDrop('vide.xlsx', blankXlsx());
  await pane.getByRole('radio', { name: 'Une autre convention…' }).waitFor();
  expect(atelier.errors).toEqual([]);
});
