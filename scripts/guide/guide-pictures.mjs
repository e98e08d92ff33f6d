/* global window, atob, File, DataTransfer, DragEvent, document */
// The pictures of the user guide, in docs/guide/images and docs/guide/en/images, taken by `npm run screenshots` (alone with
// `--only guide`): the pane at one width, light, in both languages. Each is one entry of PICTURES.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../install.mjs';

const WIDTH = 500;
const FILES = path.join(ROOT, '.cache', 'guide');
const LEDGER = 'Suivi de l’équipe.xlsx';
const EXTRACT = 'Extrait Chorus 2023.csv';
const FOLDERS = { fr: 'docs/guide/images', en: 'docs/guide/en/images' };

const button = (pane, name) => pane.getByRole('button', { name });
const tab = (pane, index) => pane.getByRole('tab').nth(index).click();
const newRow = (pane) => button(pane, /^(Nouvelle ligne|New row)/);
const available = (pane) => button(pane, /^(Disponible|Available)/);

/** In order; `show` starts from the first screen of the sample, or of the ledger alone when `isBare`. */
const PICTURES = [
  {
    fr: 'demarrer',
    en: 'start',
    height: 620,
    isBare: true,
    show: async (pane) => pane.getByRole('radio').first().waitFor(),
  },
  { fr: 'situation', en: 'situation', height: 640, show: (pane) => newRow(pane).waitFor() },
  {
    fr: 'chiffre',
    en: 'figure',
    height: 560,
    show: async (pane) => {
      await available(pane).nth(4).click();
      await pane.getByRole('dialog').waitFor();
    },
  },
  {
    fr: 'engager',
    en: 'commit',
    height: 620,
    show: async (pane) => {
      await available(pane).nth(2).click();
      await button(pane, /^(Et si|What if)/).click();
      await pane.getByRole('textbox').first().fill('12000');
      await button(pane, /^(Calculer|Calculate)/).click();
      await pane
        .getByText(/^(Non|No)\s?:/)
        .first()
        .waitFor();
    },
  },
  { fr: 'corriger', en: 'findings', height: 640, show: (pane) => tab(pane, 1) },
  {
    fr: 'nouvelle-ligne',
    en: 'new-row',
    height: 940,
    show: async (pane) => {
      await newRow(pane).click();
      await pane.getByRole('dialog').getByRole('combobox').first().selectOption({ index: 1 });
      await pane.getByRole('dialog').getByRole('combobox').nth(1).selectOption({ index: 1 });
      await pane.getByRole('textbox', { name: /^(N° EJ|EJ number)/ }).fill('1405620300');
      await pane.getByRole('textbox', { name: /^(Date d.engagement|Commitment date)/ }).fill('29/12/2023');
      await pane.getByRole('textbox', { name: /^(Montant AE|AE)/ }).fill('1440');
      await pane
        .getByText(/^(Cette ligne|This row)/)
        .first()
        .waitFor();
    },
  },
  {
    fr: 'chorus',
    en: 'chorus',
    height: 700,
    show: async (pane) => {
      await tab(pane, 2);
      await pane.locator('input[type=file]').setInputFiles(path.join(FILES, EXTRACT));
      await pane.getByRole('region', { name: /^(Extraits lus|Extracts)/ }).waitFor();
    },
  },
  { fr: 'documents', en: 'documents', height: 640, show: (pane) => tab(pane, 3) },
  {
    fr: 'apercu',
    en: 'preview',
    height: 640,
    show: async (pane) => {
      await tab(pane, 3);
      await button(pane, /^(Aperçu|Preview)\s?: Bilan financier/).click();
      await pane.getByRole('dialog').waitFor();
    },
  },
  {
    fr: 'depuis',
    en: 'since',
    height: 640,
    show: async (pane) => {
      const fold = button(pane, /^(Depuis|Since)…/);
      await fold.click();
      await pane.getByRole('textbox', { name: /^(Depuis|Since)/ }).fill('30/06/2023');
      await button(pane, /^(Comparer|Compare)$/).click();
      await pane.getByRole('region', { name: /^(Comparaison|Comparison)/ }).waitFor();
      await fold.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    fr: 'echeances',
    en: 'deadlines',
    height: 640,
    show: async (pane) => {
      await tab(pane, 4);
      await button(pane, /^(Inscrire une demande|Enter a request)/).click();
      const fields = pane.getByRole('dialog').getByRole('textbox');
      await fields.first().fill('20/12/2023');
      await fields.nth(1).fill('Prévision de fin de gestion');
    },
  },
];

/**
 * Takes the pictures whose name contains a word. `open` opens a page of the workbench and resolves with its page and pane;
 * `shown` waits until the pane is drawn. Faults are added to `faults`, with a picture in `folder`.
 */
export async function takeGuidePictures({ only, folder: output, faults, open, shown }) {
  const wanted = Object.entries(FOLDERS).flatMap(([language, folder]) =>
    PICTURES.map((picture) => ({ picture, language, file: path.join(folder, `${picture[language]}.png`) })),
  );
  const chosen = wanted.filter(({ file }) => file.includes(only));
  if (chosen.length === 0) return;
  writeFiles();
  for (const { picture, language, file } of chosen) {
    mkdirSync(path.join(ROOT, path.dirname(file)), { recursive: true });
    const { page, pane, close } = await open(language, { width: WIDTH, height: picture.height });
    try {
      if (picture.isBare) await drop(page, path.join(FILES, LEDGER));
      await picture.show(pane, page);
      await shown(pane);
      await page.locator('iframe').screenshot({ path: path.join(ROOT, file) });
      console.log(file);
    } catch (error) {
      faults.push(`${file}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
      await page.locator('iframe').screenshot({ path: path.join(output, `fault-${path.basename(file)}`) });
    }
    await close();
  }
}

function writeFiles() {
  const tsx = path.join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const words = [tsx, path.join(ROOT, 'scripts', 'guide', 'guide-files.ts'), FILES];
  const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('the files of the guide could not be written');
}

/** Drops a workbook on the page, as from a folder of the machine, and waits until the add-in has read it. */
async function drop(page, file) {
  const name = path.basename(file);
  await page.evaluate(
    ({ base64, name }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      const send = (selector, kind) =>
        document
          .querySelector(selector)
          .dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
      send('.window', 'dragenter');
      globalThis.setTimeout(() => send('.drop-veil', 'drop'), 200);
    },
    { base64: readFileSync(file).toString('base64'), name },
  );
  await page.waitForFunction((wanted) => window.workbench?.fileName() === wanted && window.workbench.isReady(), name);
}
