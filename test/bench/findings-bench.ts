/**
 * « À traiter » over 38,000 findings, in Chromium: the time of a key in the search to the next frame, the frames of a
 * scroll, and the longest task of the pane. Needs the build (`npm run build`). Never fails for being slow.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { openAtelier, startServer } from '../support/excel/browser';
import { openTab } from '../support/excel/gestures';
import { ledgerFile, ledgerRow } from '../support/ledgers/ledger-file';

/** Two findings each: a cost centre of another service, and an activity that lost its zero. */
const ROWS = 19_000;
const TEXT = '1405000123';

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-bench-'));
  const file = join(folder, 'constats.xlsx');
  const rows = Array.from({ length: ROWS }, (_, row) =>
    ledgerRow({
      'N° EJ': String(1_405_000_000 + row),
      'Centre de coûts': 'EMPEF00057',
      Activité: 10_300_000_104,
      'Montant AE': 1,
    }),
  );
  writeFileSync(file, ledgerFile(rows));
  const server = await startServer(file);
  try {
    await measure(server.origin);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measure(origin: string): Promise<void> {
  const atelier = await openAtelier(origin, { today: '2023-12-31' });
  const frame = atelier.page.frames().find((one) => one.url().includes('taskpane'));
  if (!frame) throw new Error('no pane');
  await frame.evaluate('globalThis.__name = (one) => one'); // tsx names the functions of this file with it
  await openTab(atelier.pane, 'À traiter');
  await atelier.pane.getByRole('list', { name: 'Constats par cause' }).waitFor();
  await idle(frame);
  print('findings', [await atelier.pane.getByText(/constats, du plus grave/).innerText()]);
  await frame.evaluate(watchTasks);
  const keys: number[] = [];
  await atelier.pane.getByRole('searchbox').click();
  for (const letter of TEXT) {
    await frame.evaluate(markKey);
    await atelier.page.keyboard.press(letter);
    keys.push(await frame.evaluate(keyToFrame));
  }
  print('a key in the search to the next frame, ms: median, worst', [median(keys), Math.max(...keys)]);
  print('longest task while typing, ms', [await frame.evaluate(longestTask)]);
  await atelier.pane.getByRole('button', { name: 'Tout afficher' }).click();
  await atelier.pane.getByRole('button', { name: 'Tout déplier' }).click();
  await idle(frame);
  await frame.evaluate(watchTasks);
  const frames = await frame.evaluate(scrollFrames);
  print('frames of a scroll, ms: median, worst', [median(frames), Math.max(...frames)]);
  print('frames above 17.5 ms, of all', [frames.filter((ms) => ms > 17.5).length, frames.length]);
  print('longest task while scrolling, ms', [await frame.evaluate(longestTask)]);
  await atelier.close();
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

function print(what: string, values: readonly (number | string)[]): void {
  const shown = values.map((value) => (typeof value === 'number' ? value.toFixed(1) : value).padStart(9));
  process.stdout.write(`${[what.padEnd(58), ...shown].join(' ')}\n`);
}

/** The texts of the search are made between the tasks of the page: until it has nothing to do for a second, or 20 s. */
async function idle(frame: Frame): Promise<void> {
  await frame.evaluate(
    () =>
      new Promise<void>((done) => {
        let quiet = 0;
        const end = performance.now() + 20_000;
        const look = (): void => {
          requestIdleCallback((deadline) => {
            quiet = deadline.timeRemaining() > 20 ? quiet + 1 : 0;
            if (quiet > 20 || performance.now() > end) done();
            else setTimeout(look, 50);
          });
        };
        look();
      }),
  );
}

interface Watched {
  longest: number;
  pressed: number;
}

declare global {
  interface Window {
    bench: Watched;
  }
}

function watchTasks(): void {
  window.bench = { longest: 0, pressed: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.bench.longest = Math.max(window.bench.longest, duration);
  }).observe({ type: 'longtask' });
}

/** From the event of the key, in the page, so that the way of the key to the browser is not counted. */
function markKey(): void {
  window.addEventListener('keydown', () => (window.bench.pressed = performance.now()), { once: true, capture: true });
}

function keyToFrame(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - window.bench.pressed);
      channel.port2.postMessage(null);
    });
  });
}

/** 0 when no task is above 50 ms. */
function longestTask(): number {
  return window.bench.longest;
}

function scrollFrames(): Promise<number[]> {
  const panel = document.getElementById('panel');
  const times: number[] = [];
  return new Promise((done) => {
    let last = performance.now();
    const step = (now: number): void => {
      times.push(now - last);
      last = now;
      if (panel) panel.scrollTop += 240;
      if (times.length < 240) requestAnimationFrame(step);
      else done(times.slice(1));
    };
    requestAnimationFrame(step);
  });
}

void main();
