/** The add-in follows the person who types, and mends what it can: cells, figures and findings move together. */
import { openAtelier, SLOWEST_STEP, startServer, type Atelier, type Server } from '../support/excel/browser';
import { besidesJournal, cell, finding, message, openTab, typeInCell, wholeWorkbook } from '../support/excel/gestures';

jest.setTimeout(SLOWEST_STEP * 2);

const LEDGER = 'Suivi 2023';
const AT_ONCE = 1000; // milliseconds, from the key to the cell and the pane

let server: Server;
let atelier: Atelier;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  atelier = await openAtelier(server.origin);
});
afterEach(() => atelier.close());

test('an amount typed in the grid reaches the formula cell and the pane within a second', async () => {
  const { page, pane } = atelier;
  await openTab(pane, 'Enveloppes');
  await pane.getByRole('table', { name: 'Place des entreprises' }).waitFor();
  await page.waitForFunction(() => window.workbench?.read('Synthèse', 'C5').value === 498_691);
  const delays: number[] = [];
  for (const [typed, consumed] of [
    ['80 000,50', 500_691.5],
    ['77000', 497_691],
    ['78000', 498_691],
  ] as const) {
    delays.push(await delayOf(typed, consumed));
  }
  expect(Math.max(...delays)).toBeLessThan(AT_ONCE);
});

/**
 * Types an amount in P8 (78 000 € of AE on PDE) and measures, in the page, from the Enter key until both show the new
 * total.
 */
async function delayOf(typed: string, consumed: number): Promise<number> {
  const { page } = atelier;
  await page.evaluate(() => {
    const note = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') performance.mark('entered');
    };
    window.addEventListener('keydown', note, { capture: true });
  });
  await typeInCell(page, LEDGER, 'P8', typed);
  const shown = await page.waitForFunction((wanted) => {
    const frame = document
      .querySelector('iframe')
      ?.contentDocument?.querySelector('table[aria-label="Place des entreprises"]');
    const inPane = frame?.textContent?.replace(/[^\d,]/g, '').includes(wanted.toFixed(2).replace('.', ','));
    const inCell = window.workbench?.read('Synthèse', 'C5').value === wanted;
    return inPane && inCell ? performance.now() : null;
  }, consumed);
  const entered = await page.evaluate(() => performance.getEntriesByName('entered').at(-1)?.startTime ?? 0);
  return Number(await shown.jsonValue()) - entered;
}

describe('a repair mends the cell, and only that', () => {
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
      await openTab(pane, 'Constats');
      const item = finding(pane, rule, `${LEDGER}!${at}`);
      await item.getByRole('button', { name: /^Réparer/ }).click();
      await item.waitFor({ state: 'detached' });
      expect(isWhat((await cell(page, LEDGER, at)).value, after)).toBe(true);
      expect(await message(pane)).toMatch(/^Réparé/);
    },
  );

  test('all at once, then taken back', async () => {
    const { page, pane } = atelier;
    const before = await wholeWorkbook(page);
    await openTab(pane, 'Constats');
    await pane.getByRole('button', { name: /^Réparer ce qui est certain/ }).click();
    await pane.getByText(/^Réparé/).waitFor();
    expect(await wholeWorkbook(page)).not.toBe(before);
    await atelier.page.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
    await pane.getByText('Chaque cellule est de nouveau comme avant').waitFor();
    expect(besidesJournal(await wholeWorkbook(page))).toEqual(besidesJournal(before));
  });
});

describe('a protected sheet', () => {
  beforeEach(() => atelier.page.evaluate((sheet) => window.workbench?.protect(sheet, true), LEDGER));

  test('refuses a repair in one sentence, and keeps its cell', async () => {
    const { page, pane } = atelier;
    const before = await wholeWorkbook(page);
    await openTab(pane, 'Constats');
    await finding(pane, 'IMP-04', `${LEDGER}!K57`)
      .getByRole('button', { name: /^Réparer/ })
      .click();
    await pane.getByText(/feuille «\sSuivi 2023\s» est protégée/).waitFor();
    expect(await wholeWorkbook(page)).toBe(before);
  });

  test('refuses the keyboard, and says so', async () => {
    const { page } = atelier;
    await typeInCell(page, LEDGER, 'P8', '1');
    await page.getByRole('alert').getByText('Cette feuille est protégée.').waitFor();
    expect((await cell(page, LEDGER, 'P8')).value).toBe(78_000);
  });
});
