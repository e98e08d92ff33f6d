/**
 * The first sight after `npm start`: the team's workbook, the add-in beside it, its figures in the cells and its
 * findings in the pane. The figures are those of the independent oracle, written in another language; the findings are
 * those that were planted.
 */
import { REGISTER_SHEETS } from '../../src/workbook/registers/register-sheets';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import { eventually } from '../support/excel/eventually';
import { cell, finding, listedFindings, openTab, typeInCell } from '../support/excel/gestures';

const ROOT = join(__dirname, '../..');
const LAST_DAY = '2023-12-31';
const LEDGER = 'Suivi 2023';
const SUMMARY = 'Synthèse';

interface Planted {
  readonly rule: string;
  readonly sheet: string;
  readonly cell: string;
  readonly from?: string;
}

interface OracleFigures {
  readonly allocated: number;
  readonly consumed: number;
  readonly reserved: number;
  readonly remaining: number;
  readonly available: number;
  readonly rate: string;
}

interface OracleReport {
  readonly asOf: string;
  readonly envelopes: readonly {
    readonly AE: OracleFigures;
    readonly CP: OracleFigures;
    readonly outstanding: number;
  }[];
  readonly total: { readonly AE: OracleFigures; readonly CP: OracleFigures };
}

/** A duty that is due only after the last day (`from`) is not found on it. */
const PLANTED = readJson<readonly Planted[]>('samples/suivi-2023/planted.json').filter(
  ({ from = LAST_DAY }) => from <= LAST_DAY,
);
const ORACLE = readJson<readonly OracleReport[]>('test/oracle/suivi-2023.json').find(({ asOf }) => asOf === LAST_DAY);

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
}

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

test('the sample is open: its name, its tabs, its headings', async () => {
  const { page } = atelier;
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Suivi 2023.xlsx');
  expect(await page.title()).toContain('Suivi 2023.xlsx');
  expect(await page.evaluate(() => window.workbench?.sheets())).toEqual([
    LEDGER,
    SUMMARY,
    ...REGISTER_SHEETS.map(({ sheet }) => sheet),
  ]);
  expect((await cell(page, LEDGER, 'G5')).value).toBe('Enveloppe (axe min. 2)');
  expect((await cell(page, LEDGER, 'P8')).text).toMatch(/^78\s000,00\s€$/);
});

test('the ribbon carries the add-in’s commands', async () => {
  const names = await atelier.page.getByRole('navigation').getByRole('button').allInnerTexts();
  expect(names).toEqual(['Ouvrir le volet', 'Contrôler', 'Générer les documents', 'Annuler la dernière écriture']);
});

test('the pane closes, and its ribbon button shows it again as it was', async () => {
  const { page, pane } = atelier;
  await openTab(pane, 'Documents');
  await page.getByRole('button', { name: 'Fermer le volet' }).click();
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Ouvrir le volet' }).click();
  expect(await pane.getByRole('tab', { name: 'Documents' }).getAttribute('aria-selected')).toBe('true');
});

test('a figure shows how many amounts it lacks, and leads to their cells', async () => {
  const { pane } = atelier;
  await openTab(pane, 'Situation');
  await pane.getByRole('button', { name: /^Place des entreprises, Calculé sans 2\smontants non lus/ }).click();
  const drawer = pane.getByRole('dialog', { name: 'Montants non comptés · Place des entreprises' });
  await drawer.waitFor();
  await eventually(async () =>
    expect(await drawer.getByRole('button', { name: /^Suivi 2023, ligne/ }).count()).toBe(2),
  );
  await drawer.getByRole('button', { name: 'Fermer' }).click();
});

test('the pane lists exactly the findings that were planted', async () => {
  const expected = PLANTED.map(({ rule, sheet, cell: at }) => `${rule} ${sheet}!${at}`);
  expect((await listedFindings(atelier.pane)).sort()).toEqual(expected.sort());
});

describe('the formulas of the summary show the oracle’s figures', () => {
  const rows = [...(ORACLE?.envelopes ?? []), { ...ORACLE?.total, outstanding: NaN }];
  const columns = ['allocated', 'consumed', 'reserved', 'remaining', 'available'] as const;

  test.each([
    ['AE', 5],
    ['CP', 10],
  ] as const)('%s, from row %d', async (nature, firstRow) => {
    expect(rows).toHaveLength(3);
    for (const [index, row] of rows.entries()) {
      for (const [offset, figure] of columns.entries()) {
        const address = `${'BCDEF'.charAt(offset)}${firstRow + index}`;
        const seen = await cell(atelier.page, SUMMARY, address);
        expect([address, seen.formula?.slice(0, 10), seen.value]).toEqual([
          address,
          '=ENVELOPE.',
          Number(row[nature]?.[figure]) / 100,
        ]);
      }
      const rate = await cell(atelier.page, SUMMARY, `G${firstRow + index}`);
      expect(rate.formula).toMatch(/^=ENVELOPE\.RATE\(/);
      expect(rate.value).toBeCloseTo(Number(row[nature]?.rate), 10);
    }
  });

  test('a rate is the one of the pane and of the Bilan: 0,997382 is 99,74 %', async () => {
    expect((await cell(atelier.page, SUMMARY, 'G5')).text).toMatch(/^99,74\s?%$/);
  });

  test('restes à payer', async () => {
    for (const [index, { outstanding }] of (ORACLE?.envelopes ?? []).entries()) {
      expect((await cell(atelier.page, SUMMARY, `H${10 + index}`)).value).toBe(outstanding / 100);
    }
  });
});

test('going to a finding shows its cell', async () => {
  const found = await finding(atelier.pane, 'IMP-04', `${LEDGER}!K57`);
  await found.getByRole('button', { name: /^Aller à/ }).click();
  await atelier.page.waitForFunction(
    (sheet) => window.workbench?.selection() === 'K57' && window.workbench.currentSheet() === sheet,
    LEDGER,
  );
});

test('a search for a rule keeps the findings of that rule', async () => {
  await openTab(atelier.pane, 'À traiter');
  await atelier.pane.getByRole('searchbox', { name: 'Rechercher dans les constats' }).fill('DON-02');
  const kept = PLANTED.filter(({ rule }) => rule === 'DON-02').map(({ sheet, cell: at }) => `DON-02 ${sheet}!${at}`);
  await atelier.pane.getByText(new RegExp(`^${kept.length} constats sur ${PLANTED.length}`)).waitFor();
  expect((await listedFindings(atelier.pane)).sort()).toEqual([...kept].sort());
  await atelier.pane.getByRole('button', { name: 'Tout afficher' }).click();
});

describe('a formula typed in a cell', () => {
  test.each`
    typed                                  | value
    ${'=ENVELOPE.REMAINING("PDE";"CP")'}   | ${8434}
    ${'=ENVELOPE.REMAINING("pde","CP")'}   | ${8434}
    ${'=ENVELOPE.CODE("activité")'}        | ${'010300000104'}
    ${'=ENVELOPE.REMAINING("PDE";"AE")*2'} | ${2618}
  `('$typed shows $value', async ({ typed, value }: { typed: string; value: unknown }) => {
    const { page } = atelier;
    await typeInCell(page, SUMMARY, 'A30', typed);
    await page.waitForFunction((wanted) => window.workbench?.read('Synthèse', 'A30').value === wanted, value);
  });

  test('an unknown envelope gives #N/A with the nearest name', async () => {
    const { page } = atelier;
    await typeInCell(page, SUMMARY, 'A31', '=ENVELOPE.REMAINING("PDX";"CP")');
    await page.waitForFunction(() => JSON.stringify(window.workbench?.read('Synthèse', 'A31').value).includes('#N/A'));
    const { value } = await cell(page, SUMMARY, 'A31');
    expect(value).toEqual({
      error: '#N/A',
      message: expect.stringMatching(/Enveloppe inconnue\s: PDX\. .*PDE/) as string,
    });
  });
});

test('nothing went wrong in the page or in the pane', () => {
  expect(atelier.errors).toEqual([]);
});

test('the switch of the window gives the pane Excel’s dark theme, and takes it back', async () => {
  const { page } = atelier;
  const waitFor = (isDark: boolean) =>
    page.waitForFunction((wanted) => {
      const pane = document.querySelector('iframe')?.contentDocument?.querySelector('.fui-FluentProvider');
      const [red = '255'] = (pane ? getComputedStyle(pane).backgroundColor : '').match(/\d+/g) ?? [];
      return pane !== null && pane !== undefined && Number(red) < 128 === wanted;
    }, isDark);
  for (const isDark of [true, false]) {
    await page.getByRole('button', { name: 'Sombre' }).click();
    await waitFor(isDark);
  }
});
