/**
 * The guide by task, opened from the help of the pane: each page is read from the add-in's own address, shows its
 * picture, breaks no rule of its policy, and has no fault of accessibility that axe finds.
 */
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { openAtelier, startServer, type Atelier, type Server } from '../support/excel/browser';
import { unfoldHeader } from '../support/excel/gestures';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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

test('« Aide » opens the guide, whose pages lead from one to the next', async () => {
  const { page, pane } = atelier;
  await unfoldHeader(pane);
  await pane.getByRole('button', { name: 'Aide' }).click();
  const opened = page.context().waitForEvent('page');
  await pane.getByRole('link', { name: /^Guide par tâche/ }).click();
  const guide = await opened;
  const refused: string[] = [];
  guide.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await guide.getByRole('heading', { name: 'Guide par tâche' }).waitFor();
  await guide.getByRole('link', { name: /^1\. / }).click();
  const titles: string[] = [];
  for (;;) {
    await guide.waitForLoadState();
    titles.push(await guide.getByRole('heading', { level: 1 }).innerText());
    const widths = await guide.locator('img').evaluateAll(async (images) => {
      await Promise.all(images.map((image) => (image as HTMLImageElement).decode()));
      return images.map((image) => (image as HTMLImageElement).naturalWidth);
    });
    expect(Math.min(...widths)).toBeGreaterThan(400);
    const next = guide.getByRole('link', { name: /→$/ });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(titles.map((title) => Number.parseInt(title, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await guide.getByRole('link', { name: 'Référence' }).click();
  await guide.getByRole('heading', { name: 'WHATIF' }).waitFor();
  await guide.getByRole('link', { name: 'IMP-04' }).click();
  await guide.locator('section#IMP-04:target').waitFor();
  expect(refused).toEqual([]);
  expect(atelier.errors).toEqual([]);
});

test.each(['index', 'corriger', 'reference', 'en/findings'])('guide/%s.html passes axe', async (name) => {
  const opened = await atelier.page.context().newPage();
  await opened.goto(`${server.origin}/guide/${name}.html`);
  await opened.evaluate(AXE);
  const faults = await opened.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);
  await opened.close();
});
