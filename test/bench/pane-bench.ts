/**
 * The built pane in Chromium, at four times less processor: from its first byte to its first figures, over the sample;
 * and over a long ledger (`--rows`), its longest tasks once the figures are shown. Budgets: 2.0 s, 50 ms. The workbench
 * shares the processor: Excel itself would not, so that the figures are upper bounds.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAtelier, startBrowser, startServer, stopBrowser, type Atelier } from '../support/excel/browser';
import { ledgerFile, ledgerRow } from '../support/ledgers/ledger-file';

const SLOWER = 4;
const RUNS = 5;
/** In January 2023, as a cell holds it. */
const FIRST_DAY = 44_930;
const ROWS = Number(process.argv[process.argv.indexOf('--rows') + 1]) || 20_000;

interface Opening {
  /** Milliseconds from the start of the navigation to the figures. */
  readonly shown: number;
  /** Milliseconds: the longest task of the pane after that, during two seconds. */
  readonly longest: number;
}

async function opening({ page }: Atelier): Promise<Opening> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const frame = page.frames()[1];
  if (!frame) throw new Error('no pane');
  await frame.evaluate(() => window.location.reload());
  await page.waitForFunction(
    () =>
      document.querySelector('iframe')?.contentDocument?.querySelector('#verdict, [aria-label="Disponible"]') !== null,
    undefined,
    { polling: 20 },
  );
  const shown = await (page.frames()[1] ?? frame).evaluate(() => performance.now());
  const longest = await (page.frames()[1] ?? frame).evaluate(
    () =>
      new Promise<number>((done) => {
        let most = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) most = Math.max(most, duration);
        }).observe({ type: 'longtask' });
        setTimeout(() => done(most), 2000);
      }),
  );
  await client.detach();
  return { shown, longest };
}

async function measure(name: string, file?: string): Promise<void> {
  const server = await startServer(file);
  const atelier = await openAtelier(server.origin, { today: '2023-12-31' });
  const openings: Opening[] = [];
  for (let run = 0; run < RUNS; run++) openings.push(await opening(atelier));
  const median = (pick: (one: Opening) => number): number =>
    openings.map(pick).sort((one, other) => one - other)[RUNS >> 1] ?? NaN;
  process.stdout.write(
    `${name}: figures after ${(median(({ shown }) => shown) / 1000).toFixed(2)} s, ` +
      `then no task above ${median(({ longest }) => longest).toFixed(0)} ms (${SLOWER}× slower)\n`,
  );
  await atelier.close();
  await server.stop();
}

async function main(): Promise<void> {
  await startBrowser();
  await measure('the sample');
  const rows = Array.from({ length: ROWS }, (_, index) =>
    ledgerRow({
      'N° EJ': String(1_400_000_000 + index),
      "Date d'engagement": FIRST_DAY + (index % 330),
      'Montant AE': 1,
    }),
  );
  const file = join(mkdtempSync(join(tmpdir(), 'enveloppe-pane-')), 'long.xlsx');
  writeFileSync(file, ledgerFile(rows));
  await measure(`${String(ROWS)} rows`, file);
  await stopBrowser();
}

void main();
