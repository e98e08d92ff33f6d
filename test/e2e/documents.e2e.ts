/** The documents of the convention, written in the workbook: its own numbers, once, and undone to the last cell. */
import { REGISTER_SHEETS } from '../../src/workbook/registers/register-sheets';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import type { GridCell } from '../../workbench/host/grid';
import { importWorkbook } from '../../workbench/page/import';
import { besidesJournal, bytesOf, typeInCell, wholeWorkbook, writeDocuments } from '../support/excel/gestures';

const DOCUMENTS = [
  'Annexe 1',
  'Annexe 2',
  'Répartition AE-CP',
  'Référence Chorus',
  'Bilan financier 2023',
  'Bilan qualitatif 2023',
  'État de prévision 2023',
];
const LAST_DAY = '2023-12-31';

let server: Server;
let atelier: Atelier;

beforeAll(async () => {
  server = await startServer();
  atelier = await openAtelier(server.origin, { today: LAST_DAY });
});
afterAll(async () => {
  await atelier.close();
  await server.stop();
});

/** The numbers that each sheet shows, whatever their place. */
async function amountsBySheet(): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const workbook = JSON.parse(await wholeWorkbook(atelier.page)) as {
    sheets: { name: string; cells: { value: unknown }[] }[];
  };
  return new Map(workbook.sheets.map(({ name, cells }) => [name, cells.map(({ value }) => value)]));
}

async function amountsOn(sheet: string): Promise<readonly unknown[]> {
  return (await amountsBySheet()).get(sheet) ?? [];
}

interface WrittenWorkbook {
  readonly sheets: readonly {
    readonly name: string;
    readonly cells: readonly (GridCell & { row: number; column: number })[];
  }[];
}

/** The formulas and the constants of a workbook, by sheet and cell. */
function writtenCells({ sheets }: WrittenWorkbook): unknown {
  const contents = sheets.map(({ name, cells }) => {
    const filled = cells.filter(({ value, formula }) => formula !== undefined || (value !== null && value !== ''));
    return [name, filled.map(({ row, column, value, formula }) => [row, column, formula ?? value])];
  });
  return Object.fromEntries(contents) as unknown;
}

describe('written from the pane', () => {
  let before = '';
  let written = '';

  test('each on a sheet of its own, after the team’s, which nothing touches', async () => {
    const { page, pane } = atelier;
    before = await wholeWorkbook(page);
    expect(await writeDocuments(pane)).toMatch(/^Documents générés/);
    written = await wholeWorkbook(page);
    const sheets = await page.evaluate(() => window.workbench?.sheets());
    expect(sheets).toEqual([
      'Suivi 2023',
      'Synthèse',
      ...REGISTER_SHEETS.map(({ sheet }) => sheet),
      'ENV_Annulation',
      ...DOCUMENTS,
      'Journal',
    ]);
    const teamSheets = (json: string): unknown => (JSON.parse(json) as { sheets: unknown[] }).sheets.slice(0, 3);
    expect(teamSheets(written)).toEqual(teamSheets(before));
  });

  test.each`
    sheet                  | numbers
    ${'Annexe 1'}          | ${[424_435, 23_500, 50_000, 2_065, 500_000, 1_000_000]}
    ${'Annexe 2'}          | ${[90_000, 10_000, 100_000]}
    ${'Répartition AE-CP'} | ${[500_000, 573_032, 73_032, 100_000, 600_000, 673_032]}
  `(
    '$sheet carries the convention’s own numbers',
    async ({ sheet, numbers }: { sheet: string; numbers: readonly number[] }) => {
      expect(await amountsOn(sheet)).toEqual(expect.arrayContaining([...numbers]));
    },
  );

  test('no formula of a document is in error, and every control line agrees', async () => {
    const amounts = await amountsBySheet();
    for (const sheet of DOCUMENTS) {
      const values = amounts.get(sheet) ?? [];
      expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
      expect(values).not.toContain('ÉCART');
    }
  });

  test('the charts of the État are drawn over its cells, and follow the scroll', async () => {
    const { page } = atelier;
    await page.evaluate(() => window.workbench?.goTo('État de prévision 2023', 'A1'));
    await page.locator('.grid').hover();
    await page.mouse.wheel(0, 400);
    const chart = page.getByRole('img', { name: /^Graphique « Place des entreprises – AE 2023/ });
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toMatch(/ : AE engagées, Prévision, Cumul .*, Dotation$/);
    const before = (await chart.boundingBox())?.y ?? Number.NaN;
    await page.mouse.wheel(0, 100);
    await page.waitForFunction(
      (y) => (document.querySelector('.chart-layer [role=img]')?.getBoundingClientRect().y ?? y) < y,
      before,
    );
    await page.evaluate(() => window.workbench?.goTo('Suivi 2023', 'A1'));
  });

  test('a second generation finds nothing to write and changes nothing', async () => {
    const { page, pane } = atelier;
    await pane.getByText(/^7 à jour/).waitFor({ state: 'attached' }); // the pane has read what it wrote
    expect(await writeDocuments(pane)).toMatch(/^7 à jour, 0\spérimé, 0\sjamais écrit\.$/);
    expect(JSON.parse(await wholeWorkbook(page))).toEqual(JSON.parse(written));
  });

  test('« Enregistrer une copie » downloads the whole workbook, documents and charts included', async () => {
    const { page } = atelier;
    const button = page.getByRole('button', { name: 'Enregistrer une copie' });
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toBe('Suivi 2023 - copie.xlsx');
    const copy = importWorkbook(await bytesOf(file), 'copie.xlsx', (text) => text.length * 7);
    if (!copy.ok) throw new Error(copy.failure.code);
    const shown = JSON.parse(await wholeWorkbook(page)) as WrittenWorkbook;
    expect(writtenCells(copy.value.contents)).toEqual(writtenCells(shown));
    expect(copy.value.charts.map(({ name }) => name)).toHaveLength(8);
    const message = page.getByRole('alert');
    expect(await message.innerText()).toMatch(
      /^Copie enregistrée dans vos téléchargements\s: [^.]*\.xlsx\s»\. Le fichier/,
    );
    await page.getByRole('button', { name: 'Fermer le message' }).click();
  });

  test('their formulas follow the ledger', async () => {
    const { page } = atelier;
    await typeInCell(page, 'Suivi 2023', 'P8', '78001');
    await page.waitForFunction(() => window.workbench?.read('Synthèse', 'C5').value === 498_692);
    expect(await amountsOn('Bilan financier 2023')).toContain(606_292);
    await typeInCell(page, 'Suivi 2023', 'P8', '78000');
    await page.waitForFunction(() => window.workbench?.read('Synthèse', 'C5').value === 498_691);
  });

  test('undo restores every cell of the workbook', async () => {
    const { page, pane } = atelier;
    await pane.getByRole('button', { name: 'Annuler la dernière génération' }).click();
    await pane.getByText('Chaque cellule est de nouveau comme avant').waitFor();
    expect(besidesJournal(await wholeWorkbook(page))).toEqual(besidesJournal(before));
  });
});

test('written and undone from the ribbon too', async () => {
  const { page, pane } = atelier;
  const before = await wholeWorkbook(page);
  await page.getByRole('button', { name: 'Générer les documents' }).click();
  await pane.getByRole('dialog').getByRole('button', { name: 'Générer', exact: true }).click();
  await pane.getByText(/^Documents générés/).waitFor();
  expect(await page.evaluate(() => window.workbench?.sheets())).toEqual(expect.arrayContaining(DOCUMENTS));
  await page.getByRole('button', { name: 'Annuler la dernière écriture' }).click();
  await pane.getByText('Chaque cellule est de nouveau comme avant').waitFor();
  expect(besidesJournal(await wholeWorkbook(page))).toEqual(besidesJournal(before));
});

test('nothing went wrong in the page or in the pane', () => {
  expect(atelier.errors).toEqual([]);
});
