/**
 * The workbench as a newcomer has it: `scripts/start.mjs` in a process of its own, and its page in Chromium. Every request of the
 * browser is recorded; those that would leave this machine are refused, and listed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';

const ROOT = resolve(__dirname, '../..');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Each jest worker serves on ports of its own. */
export const FIRST_PORT = 3100 + 20 * Number(process.env.JEST_WORKER_ID ?? 1);
export const SLOWEST_STEP = 60_000;

/** A running `npm start`. */
export interface Server {
  readonly origin: string;
  /** What it printed so far. */
  readonly output: () => string;
  /** Presses Ctrl+C; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts the workbench on a workbook (the sample when absent) and waits for its address. */
export async function startServer(file?: string): Promise<Server> {
  const child = start(file);
  const { output, address } = listenTo(child);
  return { origin: await address, output, stop: () => interrupt(child) };
}

/** Runs `npm start` on a file that it must refuse: what it says and its exit code. */
export async function refusedStart(file: string): Promise<{ sentence: string; code: number | null }> {
  const child = start(file);
  const { output, address } = listenTo(child);
  address.catch(() => undefined);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { sentence: output().trim(), code };
}

function start(file: string | undefined): ChildProcess {
  const words = ['scripts/start.mjs', '--no-open', '--port', String(FIRST_PORT), ...(file === undefined ? [] : [file])];
  return spawn(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
}

function listenTo(child: ChildProcess): { output: () => string; address: Promise<string> } {
  let printed = '';
  const address = new Promise<string>((done, fail) => {
    const take = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /https:\/\/localhost:\d+/.exec(printed);
      if (found) done(found[0]);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => fail(new Error(`npm start ended with ${code}: ${printed}`)));
  });
  return { output: () => printed, address };
}

function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  child.kill('SIGINT');
  return ended;
}

/** The path of a Chromium: `CHROMIUM_PATH`, or the first on the PATH. */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = named ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  if (found === undefined) throw new Error('No Chromium: set CHROMIUM_PATH');
  return found;
}

/** The page of the workbench in a browser of its own. */
export interface Atelier {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Every address that the browser asked for. */
  readonly requests: readonly string[];
  /** Every error that a script or a policy raised, in the page or in the pane. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the workbench and waits until the workbook and the add-in are there. */
export async function openAtelier(origin: string, size = { width: 1440, height: 900 }): Promise<Atelier> {
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'fr-FR', viewport: size });
  context.setDefaultTimeout(SLOWEST_STEP);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await context.route((url) => url.hostname !== 'localhost', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => window.workbench?.isReady() === true);
  return { page, pane: page.frameLocator('iframe'), requests, errors, close: () => browser.close() };
}
