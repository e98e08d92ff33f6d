/* global window, requestAnimationFrame */
// `npm run screenshots [-- --only WORD] [--output FOLDER]`: every screen of the built pane over the sample, in Chromium
// through the real Office.js: light, dark and high contrast, French and English, 320 and 500 pixels, and 200 % zoom.
// Writes PNG files into dist/screenshots, the picture of the README into docs/images and those of the user guide into
// docs/guide. `--only dark` takes the files whose names contain a word; `--only guide` those of the guide alone. Each
// screen is also looked at by axe, contrasts included. Exits with 1 when a screen could not be shown, a script of the
// page failed, or axe found a fault.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { accessibilityFaults } from './accessibility-faults.mjs';
import { build, PAGES, SAMPLE } from './build.mjs';
import { localCertificate } from './certificate.mjs';
import { findChromium } from './chromium.mjs';
import { takeGuidePictures } from './guide/guide-pictures.mjs';
import { installPackages, ROOT } from './install.mjs';
import { SCREENS } from './screens.mjs';
import { serve } from './serve.mjs';

const SIZES = [
  { name: '320', width: 320, height: 773 },
  { name: '500', width: 500, height: 773 },
  { name: '500-zoom200', width: 250, height: 386, scale: 2 },
];
const THEMES = ['light', 'dark', 'contrast'];
const LANGUAGES = ['fr', 'en'];
const YEAR_END = '2023-12-31';
const MID_YEAR = '2023-06-30';
const README_PICTURE = path.join(ROOT, 'docs', 'images', 'volet.png');
const SLOWEST_STEP = 30_000;

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, output: { type: 'string', default: 'dist/screenshots' } },
  });
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('Chromium est introuvable : installez-le, ou nommez-le dans CHROMIUM_PATH.');
  if (!installPackages() || !(await build(PAGES))) return 1;
  const folder = path.resolve(ROOT, values.output);
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.dirname(README_PICTURE), { recursive: true });
  const certificate = await localCertificate(path.join(ROOT, '.cache'));
  const server = await serve({ ...certificate, workbook: path.join(ROOT, SAMPLE) });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const faults = [];
  const job = { browser, origin: server.origin, folder, only: values.only, faults };
  try {
    for (const variant of variants()) await takeVariant(job, variant);
    if ('readme'.includes(values.only)) await takeReadmePicture(job);
    await takeGuidePictures({ ...job, shown, open: (language, size) => openForGuide(job, language, size) });
  } finally {
    await browser.close();
    await server.close();
  }
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}

/** Every size, theme and language at the end of the year; the middle of the year, when a ceiling is exceeded, once each. */
function variants() {
  const all = LANGUAGES.flatMap((language) =>
    THEMES.flatMap((theme) => SIZES.map((size) => ({ language, theme, size, today: YEAR_END, screens: SCREENS }))),
  );
  const alert = all
    .filter(({ size }) => size.name === '500')
    .map((variant) => ({ ...variant, today: MID_YEAR, screens: SCREENS.slice(0, 1), prefix: 'alert-' }));
  return [...all, ...alert];
}

async function takeVariant({ browser, origin, folder, only, faults }, variant) {
  const { language, theme, size, today, screens, prefix = '' } = variant;
  const nameOf = (screen) => `${prefix}${screen.name}-${size.name}-${theme}-${language}`;
  if (!screens.some((screen) => nameOf(screen).includes(only))) return;
  const context = await openContext(browser, variant, { width: 1440, height: 1000 }, size.scale);
  const { page, pane } = await openPane(
    context,
    `${origin}/workbench/?langue=${language}${theme === 'dark' ? '&theme=sombre' : ''}`,
    faults,
    `${theme} ${today}`,
  );
  await page.addStyleTag({ content: paneStyle(size) });
  for (const screen of screens) {
    try {
      await screen.show(pane);
      await shown(pane);
      if (nameOf(screen).includes(only)) {
        await photograph(page.locator('iframe'), path.join(folder, nameOf(screen)));
        const found = await accessibilityFaults(page.frames()[1]);
        faults.push(...found.map((fault) => `${nameOf(screen)}: ${fault}`));
      }
      await screen.leave?.(pane);
    } catch (error) {
      faults.push(`${nameOf(screen)}: ${error.message.split('\n')[0]}`);
      await photograph(page.locator('iframe'), path.join(folder, `fault-${nameOf(screen)}`));
      break;
    }
  }
  await context.close();
}

/** The window with the grid and the pane, as `npm start` shows it. */
async function takeReadmePicture({ browser, origin, faults }) {
  const context = await openContext(browser, { theme: 'light', today: MID_YEAR }, { width: 1280, height: 760 });
  const { page, pane } = await openPane(context, `${origin}/workbench/`, faults, 'readme');
  await shown(pane);
  await page.screenshot({ path: README_PICTURE });
  console.log(path.relative(ROOT, README_PICTURE));
  await context.close();
}

/** The pane alone, of a size, at the end of the year. */
async function openForGuide({ browser, origin, faults }, language, size) {
  const context = await openContext(browser, { theme: 'light', today: YEAR_END }, { width: 1440, height: 1000 });
  const { page, pane } = await openPane(
    context,
    `${origin}/workbench/?langue=${language}`,
    faults,
    `guide ${language}`,
  );
  await page.addStyleTag({ content: paneStyle(size) });
  return { page, pane, close: () => context.close() };
}

/** The pane over the rest of the page, at a size. */
function paneStyle({ width, height }) {
  return `.pane-frame iframe { position: fixed; z-index: 99999; inset: 0 auto auto 0; width: ${width}px; height: ${height}px; }`;
}

async function openContext(browser, { theme, today }, viewport, scale = 1) {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport,
    deviceScaleFactor: scale,
    forcedColors: theme === 'contrast' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(SLOWEST_STEP);
  await context.addInitScript(moveClock, `${today}T10:00:00`);
  return context;
}

async function openPane(context, address, faults, name) {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  await page.goto(address);
  await page.waitForFunction(() => window.workbench?.isReady() === true);
  return { page, pane: page.frameLocator('iframe') };
}

/** Waits until the screen, or the drawer over it, has a heading and nothing is loading, and two frames are drawn. */
async function shown(pane) {
  await pane.locator('h1:visible, h2:visible').first().waitFor();
  await pane.locator('[role="progressbar"], .fui-Skeleton').waitFor({ state: 'detached' });
  await pane
    .locator('body')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function photograph(frame, file) {
  await frame.screenshot({ path: `${file}.png` });
  console.log(path.relative(ROOT, `${file}.png`));
}

/** In the page: the clock starts on the given day. */
function moveClock(instant) {
  const shift = new Date(instant).getTime() - Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...words) {
      super(...(words.length === 0 ? [Real.now() + shift] : words));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}

process.exitCode = await main();
