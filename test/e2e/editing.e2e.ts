/** The add-in follows the person who types, and repairs what it can: cells, figures and findings move together. */
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import {
  besidesJournal,
  cell,
  certainCorrections,
  finding,
  openSampleAgain,
  typeInCell,
  unfoldEnvelope,
  wholeWorkbook,
} from '../support/excel/gestures';

const LEDGER = 'Suivi 2023';

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

/** The workbook as it is on the disk. */
const openAgain = (): Promise<void> => openSampleAgain(atelier.page);

test('an amount typed in the grid reaches the formula cell and the pane', async () => {
  const { page, pane } = atelier;
  await unfoldEnvelope(pane, 'Place des entreprises');
  await page.waitForFunction(() => window.workbench?.read('Synthèse', 'C5').value === 498_691);
  for (const [typed, consumed] of [
    ['80 000,50', 500_691.5],
    ['78000', 498_691],
  ] as const) {
    await typeInCell(page, LEDGER, 'P8', typed);
    await page.waitForFunction((wanted) => {
      const table = document
        .querySelector('iframe')
        ?.contentDocument?.querySelector('table[aria-label="Place des entreprises"]');
      const isInPane = table?.textContent?.replace(/[^\d,]/g, '').includes(wanted.toFixed(2).replace('.', ','));
      return isInPane && window.workbench?.read('Synthèse', 'C5').value === wanted;
    }, consumed);
  }
});

describe('a repair changes the cell, and nothing else', () => {
  beforeAll(openAgain); // the first test takes its repairs back, and each row is about a cell of its own
  test('all at once, then undone', async () => {
    const { page, pane } = atelier;
    const before = await wholeWorkbook(page);
    await (await certainCorrections(pane)).click();
    await pane.getByText(/corrigées?\.$/).waitFor();
    expect(await wholeWorkbook(page)).not.toBe(before);
    await atelier.page.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
    await pane.getByText('Chaque cellule est de nouveau comme avant').waitFor();
    expect(besidesJournal(await wholeWorkbook(page))).toEqual(besidesJournal(before));
  });

  test.each`
    rule        | at        | before            | after
    ${'DON-02'} | ${'Q121'} | ${'string'}       | ${'number'}
    ${'DON-02'} | ${'O115'} | ${'string'}       | ${'number'}
    ${'IMP-04'} | ${'K57'}  | ${10_300_000_104} | ${'010300000104'}
    ${'IMP-07'} | ${'G101'} | ${'SF'}           | ${'Signaux Faibles'}
  `(
    '$rule at $at',
    async ({ rule, at, before, after }: { rule: string; at: string; before: unknown; after: unknown }) => {
      const { page, pane } = atelier;
      const isWhat = (value: unknown, wanted: unknown): boolean => value === wanted || typeof value === wanted;
      expect(isWhat((await cell(page, LEDGER, at)).value, before)).toBe(true);
      const item = await finding(pane, rule, `${LEDGER}!${at}`);
      await item.getByRole('button', { name: /^Corriger/ }).click();
      await item.waitFor({ state: 'detached' });
      expect(isWhat((await cell(page, LEDGER, at)).value, after)).toBe(true);
      await pane
        .getByText(/corrigées?\.$/)
        .first()
        .waitFor();
    },
  );
});

describe('a protected sheet', () => {
  beforeAll(async () => {
    await openAgain();
    await atelier.page.evaluate((sheet) => window.workbench?.protect(sheet, true), LEDGER);
  });

  test('refuses a repair in one sentence, and keeps its cell', async () => {
    const { page, pane } = atelier;
    const before = await wholeWorkbook(page);
    const found = await finding(pane, 'IMP-04', `${LEDGER}!K57`);
    await found.getByRole('button', { name: /^Corriger/ }).click();
    await pane.getByText(/feuille «\sSuivi 2023\s» est protégée/).waitFor();
    expect(await wholeWorkbook(page)).toBe(before);
  });

  test('refuses the keyboard, with a message', async () => {
    const { page } = atelier;
    await typeInCell(page, LEDGER, 'P8', '1');
    await page.getByRole('alert').getByText('Cette feuille est protégée.').waitFor();
    expect((await cell(page, LEDGER, 'P8')).value).toBe(78_000);
  });
});
