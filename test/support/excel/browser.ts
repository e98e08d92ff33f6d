/**
 * The workbench as a newcomer has it: `scripts/start.mjs` in a process of its own, and its page in Chromium. Every
 * request of the browser is recorded; those that would leave this machine are refused, and listed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  type FrameLocator,
  type Page,
  type Request,
  type Response,
  type WebError,
} from 'playwright-core';
import '../../../workbench/page/testing-api';

const ROOT = resolve(__dirname, '../../..');
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
  // Refused by name rather than by Playwright's routing, which would turn off the browser's cache of compiled scripts.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];
/** Each jest worker serves on ports of its own. */
export const FIRST_PORT = 3100 + 20 * Number(process.env.JEST_WORKER_ID ?? 1);
/** Milliseconds; ends a step that hangs, however busy the machine is. */
export const SLOWEST_STEP = 120_000;

/** A running `npm start`. */
export interface Server {
  readonly origin: string;
  /** Its output so far. */
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

/** Runs `npm start` on a file that it must refuse; returns its output and exit code. */
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
      const found = /(https:\/\/localhost:\d+)[\s\S]*certificat/.exec(printed);
      if (found) done(found[1] ?? '');
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
  const found =
    named ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  if (found === undefined) throw new Error('No Chromium: set CHROMIUM_PATH');
  return found;
}

/** The page of the workbench, in a profile of its own. */
export interface Atelier {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Every address that the browser asked for. */
  readonly requests: readonly string[];
  /** Every error that a script or a policy raised, in the page or in the pane. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export interface AtelierOptions {
  readonly width?: number;
  readonly height?: number;
  /** The day of the machine's clock, `2023-12-31`; time itself goes on. */
  readonly today?: string;
}

/** Pixels. */
export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The Chromium of the suites of a group, and the pages that they have left, by address and day: the next suite loads
 * one again in half the time, since its scripts are compiled. One Chromium for all groups costs more than its starts
 * save: each message then passes through the process of jest too. Null where each atelier has its own Chromium.
 */
let shared: { browser: Promise<Browser> | null; readonly left: Map<string, Page> } | null = null;

/** From now on, ateliers share a Chromium; returns what ends it. */
export function shareChromium(): () => Promise<void> {
  const mine = { browser: null, left: new Map() } as NonNullable<typeof shared>;
  shared = mine;
  return async () => {
    shared = null;
    await (await mine.browser)?.close();
  };
}

async function launch(onEnd?: () => void): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  if (onEnd) browser.once('disconnected', onEnd);
  return browser;
}

/** Opens the workbench in Chromium and waits until the workbook and the add-in are there. */
export async function openAtelier(origin: string, options: AtelierOptions = {}): Promise<Atelier> {
  const group = shared;
  const browser = await (group === null ? launch() : (group.browser ??= launch(() => (group.browser = null))));
  const key = `${origin} ${options.today ?? ''}`;
  const page = (await pageLeft(group?.left, key, origin)) ?? (await newPage(browser, options.today));
  await page.setViewportSize({ width: options.width ?? 1100, height: options.height ?? 700 });
  const { requests, errors, stop } = record(page.context());
  await page.goto(origin);
  await ready(page);
  const close = async (): Promise<void> => {
    if (group === null) return browser.close();
    if (page.isClosed()) return;
    for (const other of page.context().pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: 'wait' });
    await page.goto('about:blank'); // the add-in ends
    stop();
    group.left.set(key, page);
  };
  return { page, pane: page.frameLocator('iframe'), requests, errors, close };
}

async function newPage(browser: Browser, today: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'fr-FR' });
  context.setDefaultTimeout(SLOWEST_STEP);
  if (today !== undefined) await context.addInitScript(moveClock, `${today}T10:00:00`);
  return context.newPage();
}

/** The page that a suite has left, without what its add-in kept in the browser. */
async function pageLeft(left: Map<string, Page> | undefined, key: string, origin: string): Promise<Page | undefined> {
  const page = left?.get(key);
  if (page === undefined || page.isClosed()) return undefined;
  left?.delete(key);
  await page.goto(`${origin}/functions.json`);
  await page.evaluate(() => {
    window.localStorage.clear();
    window.sessionStorage.clear();
  });
  return page;
}

/** Waits until a workbook is open and the add-in has started. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => window.workbench?.isReady() === true);
}

/**
 * Runs in every frame: the machine's clock starts at that moment. Playwright's own clock would replace timers and
 * measures too.
 */
function moveClock(start: string): void {
  const RealDate = Date;
  const shift = new RealDate(start).getTime() - RealDate.now();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parts) =>
      parts.length === 0 ? new target(RealDate.now() + shift) : Reflect.construct(target, parts),
    get: (target, name) => (name === 'now' ? () => RealDate.now() + shift : Reflect.get(target, name)),
  });
}

/** Gives the pane that size, over the rest of the page, until the page is loaded again. */
export async function sizePane(page: Page, size: PaneSize): Promise<void> {
  await page.evaluate(({ width, height }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `.pane-frame iframe { position: fixed; z-index: 99999; inset: 0 auto auto 0; width: ${width}px; height: ${height}px; }`,
    );
    document.adoptedStyleSheets = [sheet];
  }, size);
}

function record(context: BrowserContext): { requests: string[]; errors: string[]; stop: () => void } {
  const requests: string[] = [];
  const errors: string[] = [];
  const onRequest = (request: Request): void => void requests.push(request.url());
  const onError = (error: WebError): void => void errors.push(String(error.error()));
  // what a page asked for and did not get; not the icon that Chromium itself looks for
  const onResponse = (response: Response): void => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  };
  const onMessage = (message: ConsoleMessage): void => {
    const isOfResponse = message.text().includes('the server responded with a status of');
    if (message.type() === 'error' && !isOfResponse) errors.push(`${message.text()} ${message.location().url}`);
  };
  context.on('request', onRequest).on('response', onResponse).on('weberror', onError).on('console', onMessage);
  const stop = (): void => {
    context.off('request', onRequest).off('response', onResponse).off('weberror', onError).off('console', onMessage);
  };
  return { requests, errors, stop };
}
