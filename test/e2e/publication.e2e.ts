/**
 * The publication package, downloaded from the pane over the sample: what the command line makes of the same file, and
 * valid.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import { runOn } from '../support/cli-machine';
import { faultsOf } from '../support/readers/frictionless';
import { bytesOf, openTab, wholeWorkbook } from '../support/excel/gestures';
import { opened } from '../support/readers/xlsx-read';

const SAMPLE = join(__dirname, '../../dist/samples/Suivi 2023.xlsx');

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

const textsOf = (archive: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

/** A package without the instant at which it was made. */
const undated = (text: string): string => text.replace(/"created": "[^"]*"/, '"created": ""');

test('the package of the pane is that of the command line, file by file', async () => {
  const { page, pane, requests } = atelier;
  const before = await wholeWorkbook(page);
  await openTab(pane, 'Documents');
  await pane.getByRole('button', { name: /^Publication/ }).click();
  await pane.getByRole('checkbox', { name: 'Les objets de dépense' }).check();
  await pane.getByLabel('Service').fill('DGE, bureau du budget');
  await pane.getByLabel('Adresse électronique').fill('budget@dge.gouv.fr');
  await pane.getByRole('button', { name: 'Préparer le jeu de données' }).click();
  const link = pane.getByRole('link', { name: /^Télécharger/ });
  await link.waitFor();
  const asked = requests.length;
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('execution-convention-ecoi2236199x-2023-12-31.zip');
  const archive = await bytesOf(download);
  const words = ['publish', 'suivi.xlsx', '--output', 'jeu.zip', '--as-of', '2023-12-31', '--with', 'objet'];
  const { files } = await runOn({ files: { 'suivi.xlsx': new Uint8Array(readFileSync(SAMPLE)) } }, [
    ...words,
    '--contact',
    'DGE, bureau du budget <budget@dge.gouv.fr>',
  ]);
  const [ours, theirs] = [textsOf(archive), textsOf(files.get('jeu.zip') ?? new Uint8Array())];
  expect([...ours.keys()]).toEqual([...theirs.keys()]);
  for (const [path, text] of ours)
    if (path !== 'documents.xlsx') expect([path, undated(text)]).toEqual([path, undated(theirs.get(path) ?? '')]);
  const [documents, expected] = [archive, files.get('jeu.zip') ?? archive].map((of) =>
    opened(unzipSync(of)['documents.xlsx'] ?? of).read(),
  );
  expect(documents).toEqual(expected);
  expect(faultsOf(ours)).toEqual([]);
  expect(requests.slice(asked).filter((address) => !address.startsWith('blob:'))).toEqual([]);
  expect(await wholeWorkbook(page)).toBe(before);
});

test('where nothing downloads, Excel opens the documents as a workbook of their own', async () => {
  const { page, pane } = atelier;
  await pane.getByText(/Rien ne se télécharge/).click();
  const [opening] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: 'Ouvrir dans un nouveau classeur' }).click(),
  ]);
  await page.getByText('Le complément ouvre un nouveau classeur.').waitFor();
  const sheets = opened(await bytesOf(opening))
    .read()
    .sheets.map(({ name }) => name);
  expect(sheets).toEqual(expect.arrayContaining(['Annexe 1', 'Bilan financier 2023']));
  expect(await page.evaluate(() => window.workbench?.fileName())).toBe('Suivi 2023.xlsx');
});

test('nothing went wrong in the page or in the pane', () => {
  expect(atelier.errors).toEqual([]);
});
