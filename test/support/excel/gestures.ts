/** Gestures of a person in the workbench and readings of the screen, in the words of the screen. */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Download, FrameLocator, Locator, Page } from 'playwright-core';
import type { SeenCell } from '../../../workbench/page/testing-api';
import { ready } from './browser';

const SAMPLE = resolve(__dirname, '../../../dist/samples/Suivi 2023.xlsx');

/** The window of the pane, with a mark of the run of the add-in that it holds. */
type WindowOfRun = Window & { wasHere?: true };

/** The content and the text of a cell, once the formulas are up to date. */
export function cell(page: Page, sheet: string, address: string): Promise<SeenCell> {
  return page.evaluate(
    async ([onSheet, at]) => {
      await window.workbench?.calculated();
      if (window.workbench === undefined) throw new Error('No workbench');
      return window.workbench.read(onSheet, at);
    },
    [sheet, address] as const,
  );
}

/** Gives the keyboard to the grid, selects a cell and types, Enter included. */
export async function typeInCell(page: Page, sheet: string, address: string, text: string): Promise<void> {
  const place = [sheet, address] as const;
  await page.getByRole('region', { name: 'Classeur' }).click();
  await page.evaluate(([onSheet, at]) => window.workbench?.goTo(onSheet, at), place);
  await page.waitForFunction(
    ([onSheet, at]) => window.workbench?.currentSheet() === onSheet && window.workbench.selection() === at,
    place,
  );
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The whole workbook, to compare two moments. */
export async function wholeWorkbook(page: Page): Promise<string> {
  return page.evaluate(async () => {
    await window.workbench?.calculated();
    return window.workbench?.contents() ?? '';
  });
}

/**
 * `wholeWorkbook` without the parts that an undo adds or removes: the journal, and the undo record.
 */
export function besidesJournal(json: string): unknown {
  const { sheets, tables, ...rest } = JSON.parse(json) as { sheets: { name: string }[]; tables: { name: string }[] };
  const isOthers = ({ name }: { name: string }): boolean =>
    !['Journal', 'ENV_Journal', 'ENV_Annulation'].includes(name);
  return { ...rest, sheets: sheets.filter(isOthers), tables: tables.filter(isOthers) };
}

/** Shows a tab of the pane. */
export async function openTab(
  pane: FrameLocator,
  name: 'Situation' | 'À traiter' | 'Rapprochement Chorus' | 'Documents' | 'Échéances',
): Promise<void> {
  await pane.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  await pane.getByText('Lecture du classeur…').first().waitFor({ state: 'hidden' });
}

/** Unfolds the header of the pane, where the date, the ledger, the columns and the reading are. */
export async function unfoldHeader(pane: FrameLocator): Promise<void> {
  const button = pane.locator('[aria-controls="header-details"]');
  await button.waitFor();
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
}

/** Unfolds an envelope of « Situation » to all its figures. */
export async function unfoldEnvelope(pane: FrameLocator, name: string): Promise<void> {
  await openTab(pane, 'Situation');
  const button = pane.getByRole('button', { name, exact: true });
  await button.waitFor();
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await pane.getByRole('table', { name, exact: true }).waitFor();
}

/** The findings that the pane lists, as `PER-01 Suivi 2023!M6`, those of folded groups too. */
export async function listedFindings(pane: FrameLocator): Promise<string[]> {
  await openTab(pane, 'À traiter');
  await pane.getByRole('list', { name: 'Constats par cause' }).waitFor();
  const unfold = pane.getByRole('button', { name: 'Tout déplier' });
  if (await unfold.isVisible()) await unfold.click();
  return pane.locator('#panel').evaluate(async (panel) => {
    const titles = new Map<string, string>();
    const drawn = (): Promise<void> =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    for (let top = 0; top <= panel.scrollHeight; top += 300) {
      panel.scrollTop = top;
      await drawn();
      for (const row of panel.querySelectorAll<HTMLElement>('li[data-index]')) {
        const title = row.querySelector<HTMLElement>('button[title]')?.title;
        if (title) titles.set(row.dataset.index ?? '', title.replace(', ', ' '));
      }
    }
    panel.scrollTop = 0;
    return [...titles.values()];
  });
}

/** The finding of a rule at a cell, looked for in the list and unfolded. */
export async function finding(pane: FrameLocator, rule: string, place: string): Promise<Locator> {
  await openTab(pane, 'À traiter');
  await pane.getByRole('searchbox', { name: 'Rechercher dans les constats' }).fill(place);
  const row = pane.locator('li', { has: pane.locator(`button[title="${rule}, ${place}"]`) }).first();
  await row.locator('button').first().click();
  return row;
}

/** Opens the list of all the certain corrections; the button that writes them. */
export async function certainCorrections(pane: FrameLocator): Promise<Locator> {
  await openTab(pane, 'À traiter');
  await pane.getByRole('button', { name: /^Corrections certaines/ }).click();
  await pane
    .getByRole('button', { name: /^Voir les/ })
    .last()
    .click();
  const correct = pane.getByRole('dialog').getByRole('button', { name: /^Corriger \d+ cellules/ });
  await correct.waitFor();
  return correct;
}

/** Writes the documents that are not up to date, from the pane; returns its message, or the states when all are. */
export async function writeDocuments(pane: FrameLocator): Promise<string> {
  await openTab(pane, 'Documents');
  const states = pane.getByRole('status').filter({ hasText: /jamais écrit/ });
  await states.waitFor({ state: 'attached' });
  const all = pane.getByRole('button', { name: /^(?:Tout générer|Mettre à jour le)/ });
  if (!(await all.isVisible())) return (await states.textContent()) ?? '';
  await all.click();
  await pane
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Générer|Mettre à jour)$/ })
    .click();
  await pane.getByText('Documents générés').waitFor();
  return message(pane);
}

/** The message of the pane. */
export async function message(pane: FrameLocator): Promise<string> {
  return (await pane.locator('.fui-MessageBar').first().innerText()).trim();
}

/** Drops files on the page, as from a folder of the machine. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const sent = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    return transfer;
  }, sent);
  const target = page.locator('.window');
  await target.dispatchEvent('dragenter', { dataTransfer });
  await page.locator('.drop-veil').dispatchEvent('drop', { dataTransfer });
}

/** Drops a workbook on the page and waits until the add-in has started on it. */
export async function dropWorkbook(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await drop(page, [{ name, bytes }]);
  await page.waitForFunction((wanted) => window.workbench?.fileName() === wanted, name);
  await ready(page);
}

/**
 * Opens the sample once more: the workbook as it is on the disk, and an add-in that has just started. Half the time of
 * loading the page again.
 */
export async function openSampleAgain(page: Page): Promise<void> {
  await page.evaluate(() => ((document.querySelector('iframe')!.contentWindow as WindowOfRun).wasHere = true));
  await drop(page, [{ name: basename(SAMPLE), bytes: readFileSync(SAMPLE) }]);
  await page.waitForFunction(() => {
    const pane = document.querySelector('iframe')?.contentWindow as WindowOfRun | null;
    return pane !== null && pane.wasHere === undefined;
  });
  await ready(page);
}

/** Starts the add-in again on the workbook as it is: its first screen, in a sixth of the time of loading the page again. */
export async function startAddinAgain(page: Page): Promise<void> {
  await page.evaluate(() => window.workbench?.startAddin());
  await ready(page);
}

/** The bytes of a downloaded file; its path is known only to the browser's own process. */
export async function bytesOf(download: Download): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
