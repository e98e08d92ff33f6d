/** Nothing leaves the machine, whatever is done; and the window and the pane can be used by everybody. */
import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import { finding, openTab, typeInCell, writeDocuments } from '../support/excel/gestures';

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

test('no request leaves localhost, from the first sight to the documents', async () => {
  const { page, pane, requests } = atelier;
  const found = await finding(pane, 'IMP-04', 'Suivi 2023!K57');
  await found.getByRole('button', { name: /^Corriger/ }).click();
  await pane.getByText(/corrigées?\.$/).waitFor();
  await typeInCell(page, 'Synthèse', 'A30', '=ENVELOPE.REMAINING("PDE";"CP")');
  await page.waitForFunction(() => window.workbench?.read('Synthèse', 'A30').value === 8434);
  await writeDocuments(pane);
  await page.getByRole('button', { name: 'Contrôler' }).click();
  const elsewhere = requests.filter(
    (address) => !address.startsWith(`${server.origin}/`) && !/^(data|blob):/.test(address),
  );
  expect(requests.length).toBeGreaterThan(10);
  expect(elsewhere).toEqual([]);
});

test('a script of the pane that tried would be stopped by its policy', async () => {
  const frame = atelier.page.frames()[1];
  const attempt = await frame?.evaluate(async () => {
    const refused = new Promise<string>((done) =>
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective)),
    );
    await fetch('https://elsewhere.example/').catch(() => undefined);
    return refused;
  });
  expect(attempt).toBe('connect-src');
});

describe('axe finds nothing serious', () => {
  const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const OPTIONS: RunOptions = {
    iframes: false,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
  };

  async function seriousIn(frame: Frame | undefined, exclude: readonly string[]): Promise<readonly string[]> {
    if (frame === undefined) throw new Error('no frame');
    await frame.evaluate(AXE);
    const { violations } = await frame.evaluate(
      ([options, without]) => {
        const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
        return axe.run({ exclude: without }, options);
      },
      [OPTIONS, exclude] as const,
    );
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }

  // The inside of the grid is Univer's own: a canvas and its menus. The others are Fluent's own catchers of the focus
  // at the ends of a group, which pass it on at once.
  const OTHERS = ['.grid', '[data-tabster-dummy]'];

  test('in the window', async () => expect(await seriousIn(atelier.page.mainFrame(), OTHERS)).toEqual([]));

  test.each(['Situation', 'À traiter', 'Rapprochement Chorus', 'Documents', 'Échéances'] as const)(
    'in the pane, tab %s',
    async (tab) => {
      await openTab(atelier.pane, tab);
      expect(await seriousIn(atelier.page.frames()[1], OTHERS)).toEqual([]);
    },
  );
});
