/**
 * The built pane in Chromium. At four times less processor: from its first byte to its first figures, over the sample,
 * and over a long ledger (`--rows`). Unthrottled, over the long ledger: when the workbench shows the cells and the
 * figures, then the time from an edit to the figure of a formula cell, and the longest task of the pane in each
 * gesture. Budgets: 2.0 s; 3 s; 700 ms; 50 ms. Beside each time is the processor time of the page, which a busy machine
 * changes less. The workbench shares the processor: Excel itself would not, so that the figures are upper bounds.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { openAtelier, startServer, type Atelier } from '../support/excel/browser';
import { openTab } from '../support/excel/gestures';
import { ledgerFile, ledgerRow } from '../support/ledgers/ledger-file';

const SLOWER = 4;
const RUNS = 5;
const LEDGER = 'Suivi 2023';
/** In January 2023, as a cell holds it. */
const FIRST_DAY = 44_930;
const ROWS = Number(process.argv[process.argv.indexOf('--rows') + 1]) || 20_000;
const FIGURES = '#verdict, [aria-label="Disponible"]';
/** Milliseconds that a gesture is watched. */
const WATCHED = 3000;

/** Milliseconds: on the clock, and of the processor in the main thread of the page. */
interface Cost {
  readonly wall: number;
  readonly processor: number;
}

const seconds = ({ wall, processor }: Cost): string =>
  `${(wall / 1000).toFixed(2)} s (${(processor / 1000).toFixed(2)} s of processor)`;

const median = (costs: readonly Cost[]): Cost =>
  [...costs].sort((one, other) => one.processor - other.processor)[costs.length >> 1] ?? { wall: NaN, processor: NaN };

async function processorTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000;
}

async function clientOf(page: Page): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return client;
}

/** In the document of the pane that is loaded now, not in one about to be left. */
function figuresShown(page: Page): Promise<unknown> {
  return page.waitForFunction(
    (figures) => {
      const pane = document.querySelector('iframe')?.contentDocument;
      return pane?.documentElement?.dataset.left === undefined && Boolean(pane?.querySelector(figures));
    },
    FIGURES,
    { polling: 20 },
  );
}

function paneOf(page: Page): Frame {
  const frame = page.frames()[1];
  if (!frame) throw new Error('no pane');
  return frame;
}

/** The pane alone, loaded again over the workbook that is open. */
async function reopening({ page }: Atelier): Promise<Cost> {
  const client = await clientOf(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const before = await processorTime(client);
  await paneOf(page).evaluate(() => {
    document.documentElement.dataset.left = '';
    window.location.reload();
  });
  await figuresShown(page);
  const wall = await paneOf(page).evaluate(() => performance.now());
  const processor = (await processorTime(client)) - before;
  await client.detach();
  return { wall, processor };
}

async function measurePane(name: string, file?: string): Promise<void> {
  const server = await startServer(file);
  const atelier = await openAtelier(server.origin, { today: '2023-12-31' });
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) costs.push(await reopening(atelier));
  print(`${name}: figures, ${SLOWER}× slower`, seconds(median(costs)));
  await atelier.close();
  await server.stop();
}

/** The whole page, from its address to the cells, then to the figures. */
async function measureWorkbench(name: string, file: string): Promise<void> {
  const server = await startServer(file);
  const atelier = await openAtelier(server.origin, { today: '2023-12-31' });
  const { page } = atelier;
  const marks = new Map<string, Cost[]>();
  for (let run = 0; run < RUNS; run++) {
    await page.goto('about:blank');
    const client = await clientOf(page);
    const start = Date.now();
    const mark = async (what: string): Promise<void> => {
      const cost = { wall: Date.now() - start, processor: await processorTime(client) };
      marks.set(what, [...(marks.get(what) ?? []), cost]);
    };
    await page.goto(server.origin, { waitUntil: 'commit' });
    await page.waitForFunction(() => typeof window.workbench?.fileName() === 'string', undefined, { polling: 20 });
    await mark('cells');
    await figuresShown(page);
    await mark('figures');
    await client.detach();
  }
  await measureEdits(name, atelier);
  for (const [what, costs] of marks) print(`${name}: ${what} in the workbench`, seconds(median(costs)));
  await measureGestures(name, atelier);
  await atelier.close();
  await server.stop();
}

/** From an amount written in the ledger to the new figure of a formula cell, through the delays of the client. */
async function measureEdits(name: string, { page }: Atelier): Promise<void> {
  await page.waitForFunction(() => window.workbench?.isReady() === true);
  const times: number[] = [];
  await page.evaluate('globalThis.__name = (one) => one'); // tsx names the functions of this file with it
  await page.evaluate((sheet) => window.workbench?.type(sheet, 'Z1', '=ENVELOPE.CONSUMED("PDE","AE")'), LEDGER);
  await page.waitForFunction((sheet) => typeof window.workbench?.read(sheet, 'Z1').value === 'number', LEDGER);
  for (let edit = 0; edit < RUNS; edit++)
    times.push(await page.evaluate(editToFigure, [LEDGER, `L${String(10 + edit)}`, 2 + edit] as const));
  times.sort((one, other) => one - other);
  const [middle = NaN, most = NaN] = [times[times.length >> 1], times.at(-1)];
  print(`${name}: an edit to the figure of a cell, median and most`, `${middle.toFixed(0)} ms, ${most.toFixed(0)} ms`);
}

/** In the page. */
async function editToFigure([sheet, address, amount]: readonly [string, string, number]): Promise<number> {
  const figure = (): unknown => window.workbench?.read(sheet, 'Z1').value;
  const before = figure();
  const start = performance.now();
  window.workbench?.type(sheet, address, amount);
  while (figure() === before || typeof figure() !== 'number') await new Promise((done) => setTimeout(done, 4));
  return performance.now() - start;
}

async function measureGestures(name: string, { page, pane }: Atelier): Promise<void> {
  const gestures: Readonly<Record<string, () => Promise<unknown>>> = {
    'a cell is edited': () => page.evaluate(() => window.workbench?.type('Suivi 2023', 'L9', 12_345)),
    'a cell is selected': () => page.evaluate(() => window.workbench?.goTo('Suivi 2023', 'C8')),
    '« À traiter » is shown': () => openTab(pane, 'À traiter'),
    'the list is scrolled': () =>
      pane
        .locator('#panel')
        .hover()
        .then(() => page.mouse.wheel(0, 4000)),
    '« Documents » is shown': () => openTab(pane, 'Documents'),
    '« Échéances » is shown': () => openTab(pane, 'Échéances'),
    '« Situation » is shown': () => openTab(pane, 'Situation'),
    'a drawer is opened': () => pane.locator('#panel').getByRole('button', { name: /€/ }).first().click(),
  };
  await page.waitForFunction(() => window.workbench?.isReady() === true);
  for (const [gesture, make] of Object.entries(gestures)) {
    const watched = paneOf(page).evaluate(longestTask, WATCHED);
    await make();
    print(`${name}: longest task of the pane, ${gesture}`, `${(await watched).toFixed(0)} ms`);
  }
}

/** In the pane: its longest task during that time; 0 when none is above 50 ms. Those of the grid are not its own. */
function longestTask(duration: number): Promise<number> {
  return new Promise((done) => {
    let most = 0;
    const observer = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) if (task.name === 'self') most = Math.max(most, task.duration);
    });
    observer.observe({ type: 'longtask' });
    setTimeout(() => {
      observer.disconnect();
      done(most);
    }, duration);
  });
}

function print(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(72)} ${value}\n`);
}

async function main(): Promise<void> {
  await measurePane('the sample');
  const rows = Array.from({ length: ROWS }, (_, index) =>
    ledgerRow({
      'N° EJ': String(1_400_000_000 + index),
      "Date d'engagement": FIRST_DAY + (index % 330),
      'Montant AE': 1,
    }),
  );
  const file = join(mkdtempSync(join(tmpdir(), 'enveloppe-pane-')), 'long.xlsx');
  writeFileSync(file, ledgerFile(rows));
  await measurePane(`${String(ROWS)} rows`, file);
  await measureWorkbench(`${String(ROWS)} rows`, file);
}

void main();
