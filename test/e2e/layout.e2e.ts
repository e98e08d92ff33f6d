/**
 * The pane where room lacks: at 200 % zoom (250 × 386 pixels of the pane), at its narrowest (320) and at its usual
 * width (500). Content has at least half of the height, what is pressed stays in view, and nothing is cut unseen.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openAtelier, sizePane, startServer, type Atelier, type PaneSize, type Server } from '../support/excel/browser';
import { eventually } from '../support/excel/eventually';
import { openTab, startAddinAgain, unfoldHeader } from '../support/excel/gestures';

const ZOOM_200 = { width: 250, height: 386 };
const NARROW = { width: 320, height: 773 };
const USUAL = { width: 500, height: 773 };
const ROOMY = { width: 620, height: 773 };
/** Pixels at the left and the right of each screen; the usual width is the last. */
const GUTTERS = [
  [NARROW, 12],
  [USUAL, 16],
] as const;
const SMALLEST_TEXT = 12;
const CODE = '010300000104';

let server: Server;
let atelier: Atelier;
let page: Page;
let pane: FrameLocator;

beforeAll(async () => {
  server = await startServer();
  atelier = await openAtelier(server.origin, { today: '2023-12-31' });
  ({ page, pane } = atelier);
});
afterAll(async () => {
  await atelier.close();
  await server.stop();
});
afterEach(() => expect(atelier.errors).toEqual([]));

/**
 * The first screen of an add-in that starts in a pane of that size, without the form that another test left open; no
 * test here writes in the workbook.
 */
async function openAt(size: PaneSize): Promise<void> {
  await sizePane(page, size);
  await page.evaluate(() => window.sessionStorage.clear());
  await startAddinAgain(page);
}

/** From the menu of screens, where the tabs have no room. */
async function choose(screen: RegExp): Promise<void> {
  await pane.locator('[aria-haspopup="menu"]').click();
  await pane.getByRole('menuitemradio', { name: screen }).click();
}

/** The share of the height of the pane that an element has in view. */
function shareOfHeight(element: Locator): Promise<number> {
  return element.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return (Math.min(bottom, window.innerHeight) - Math.max(top, 0)) / window.innerHeight;
  });
}

/** Whether the whole of an element is in view, and over everything else. */
function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const isWithin = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
    const seen = [top + 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y));
    return isWithin && seen.every((shown) => shown !== null && (one.contains(shown) || shown.contains(one)));
  });
}

/** The whole of an element comes into view. */
const expectInView = (element: Locator): Promise<void> =>
  eventually(async () => expect(await isInView(element)).toBe(true));

/** An element comes to have at least half of the height of the pane. */
const expectHalfOfHeight = (element: Locator): Promise<void> =>
  eventually(async () => expect(await shareOfHeight(element)).toBeGreaterThanOrEqual(0.5));

/** The focus comes to an element. */
const expectFocused = (element: Locator): Promise<void> =>
  eventually(async () => expect(await element.evaluate((one) => one === document.activeElement)).toBe(true));

/** The size of the smallest text of an element, in pixels. */
function smallestText(element: Locator): Promise<number> {
  return element.evaluate((one) =>
    Math.min(...[...one.querySelectorAll('*')].map((part) => parseFloat(getComputedStyle(part).fontSize))),
  );
}

/** The first line of an answer, while the answer itself is out of view. */
const aboveButtons = (drawer: Locator): Locator =>
  drawer.locator(':scope > div').nth(2).locator('[aria-hidden="true"]');

const contentOf = (frame: Locator): Locator => frame.locator(':scope > div').nth(1);

describe('at 200 % zoom', () => {
  test('the menu of screens is there with the first screen, and one pressed before its entries came opens them', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((done) => (release = done));
    const entries = /\/screen-menu\.[0-9a-f]+\.js$/;
    await page.route(entries, async (route) => {
      await released;
      await route.continue();
    });
    await openAt(ZOOM_200);
    await pane.getByRole('heading', { level: 1, name: /^La convention dépasse/ }).waitFor();
    const menu = pane.getByRole('button', { name: /^Situation, / });
    await expectInView(menu);
    await menu.click();
    release();
    await pane.getByRole('menuitemradio', { name: /^Documents/ }).click();
    await pane.getByRole('region', { name: 'Documents' }).waitFor();
    await page.unroute(entries);
  });

  test('the unfolded header leaves half of the height to the screen, with its buttons in view', async () => {
    await openAt(ZOOM_200);
    await unfoldHeader(pane);
    const help = pane.getByRole('button', { name: 'Aide' });
    await help.waitFor();
    await expectHalfOfHeight(pane.locator('#panel'));
    await expectInView(help);
    await help.click();
    await expectHalfOfHeight(contentOf(pane.getByRole('dialog')));
  });

  test('the answer of « Et si j’engage… » is in view above the buttons', async () => {
    await openAt(ZOOM_200);
    await pane.getByRole('button', { name: /^Disponible en AE, Place/ }).click();
    const drawer = pane.getByRole('dialog');
    await drawer.getByRole('textbox', { name: 'Montant TTC' }).fill('12000');
    await drawer.getByRole('button', { name: 'Et si j’engage…' }).click();
    const answer = aboveButtons(drawer).getByText(/^Non\s: deux plafonds seraient dépassés/);
    await answer.waitFor();
    await expectInView(answer);
    await expectInView(drawer.getByRole('button', { name: 'Calculer' }));
    await expectHalfOfHeight(contentOf(drawer));
  });

  test('in a pane with room for it, the answer is there once; it is above the buttons when it is scrolled away', async () => {
    const high = { ...USUAL, height: 660 };
    await openAt(high);
    await pane.getByRole('button', { name: /^Disponible en AE, Place/ }).click();
    const drawer = pane.getByRole('dialog');
    await drawer.getByRole('textbox', { name: 'Montant TTC' }).fill('12000');
    await drawer.getByRole('button', { name: 'Et si j’engage…' }).click();
    const answer = drawer.getByText(/^Non\s: deux plafonds seraient dépassés/);
    await answer.waitFor();
    await drawer.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await answer.count()).toBe(1);
    await sizePane(page, { ...USUAL, height: 260 });
    const repeated = aboveButtons(drawer).getByText(/^Non/);
    await repeated.waitFor();
    await sizePane(page, high);
    await repeated.waitFor({ state: 'detached' });
  });

  test('the field in which one types stays in view when the answer takes its place above the buttons', async () => {
    await openAt(ZOOM_200);
    await pane.getByRole('button', { name: 'Nouvelle ligne' }).click();
    const drawer = pane.getByRole('dialog');
    await drawer.getByRole('combobox').first().selectOption({ index: 1 });
    const amount = drawer.getByRole('textbox', { name: 'Montant AE' });
    await amount.fill('1440');
    await aboveButtons(drawer)
      .getByText(/^Disponible insuffisant/)
      .waitFor();
    await expectInView(amount);
    await expectHalfOfHeight(contentOf(drawer));
  });

  test('the name of a poste that is cut ends with an ellipsis, and is whole on request', async () => {
    await openAt(ZOOM_200);
    await pane.getByRole('button', { name: 'Nouvelle ligne' }).click();
    const drawer = pane.getByRole('dialog');
    await drawer.getByRole('combobox', { name: 'Enveloppe' }).selectOption({ index: 1 });
    const poste = drawer.getByRole('combobox', { name: 'Poste de dépense' });
    await poste.selectOption({ index: 1 });
    expect(await poste.evaluate((select) => getComputedStyle(select).textOverflow)).toBe('ellipsis');
    expect(await poste.getAttribute('title')).toMatch(/^Prestations \(charges de personnel\)/);
  });

  test('a code is on one line before and after its correction', async () => {
    await openAt(ZOOM_200);
    await choose(/^À traiter/);
    await pane.getByRole('button', { name: 'Filtrer' }).click();
    await pane.getByRole('button', { name: /^Corrections certaines/ }).click();
    await pane
      .getByRole('button', { name: /^Voir les/ })
      .last()
      .click();
    for (const code of [CODE.slice(1), CODE]) {
      const lines = await pane
        .getByRole('dialog')
        .getByText(code, { exact: true })
        .first()
        .evaluate((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return range.getClientRects().length;
        });
      expect(lines).toBe(1);
    }
  });

  test('the heading that stays at the top is as wide as the finding under it', async () => {
    await openAt(ZOOM_200);
    await choose(/^À traiter/);
    await pane.locator('li[data-index] button[title]').first().click();
    const finding = pane.locator('[aria-current="true"]').locator('..');
    await finding.getByRole('button', { name: /^Accepter…/ }).waitFor();
    await eventually(async () => {
      const [heading, card] = await Promise.all([
        pane.getByRole('heading', { level: 2, name: /^Erreurs/ }).boundingBox(),
        finding.boundingBox(),
      ]);
      expect(heading?.x).toBeLessThanOrEqual(card?.x ?? NaN);
      // the ground of the card goes on over the gutter on its right, as on its left
      const left = card?.x ?? NaN;
      expect((heading?.x ?? NaN) + (heading?.width ?? NaN)).toBeGreaterThanOrEqual(ZOOM_200.width - left);
    });
  });
});

describe.each([ZOOM_200, NARROW, USUAL])('at $width pixels', (size) => {
  beforeAll(() => openAt(size)); // each test ends on the first screen
  test.each`
    door                  | title                  | buttons
    ${/^Colonnes/}        | ${'Colonnes du suivi'} | ${['Fermer', 'Confirmer', 'Fermer sans écrire']}
    ${/^Ce qui a été lu/} | ${'Ce qui a été lu'}   | ${['Fermer']}
  `(
    '« $title » keeps its title and $buttons in view, at its end too, in no small text; Escape leads back to its button',
    async ({ door, title, buttons }: { door: RegExp; title: string; buttons: readonly string[] }) => {
      await unfoldHeader(pane);
      await pane.getByRole('banner').getByRole('button', { name: door }).click();
      const screen = pane.getByRole('region', { name: title });
      await screen.waitFor();
      const content = contentOf(screen);
      await expectHalfOfHeight(content);
      await content.evaluate((one) => one.scrollTo(0, one.scrollHeight));
      const heading = screen.getByRole('heading', { level: 1, name: title });
      await expectInView(heading);
      for (const name of buttons) await expectInView(screen.getByRole('button', { name, exact: true }));
      await expectFocused(heading);
      expect(await smallestText(screen)).toBeGreaterThanOrEqual(SMALLEST_TEXT);
      await page.keyboard.press('Escape');
      const again = pane.getByRole('banner').getByRole('button', { name: door });
      await again.waitFor();
      await expectFocused(again);
    },
  );
});

/** The tables that are wider than the paper under them. */
function tablesBeyondThePage(desk: Locator): Promise<number> {
  return desk.evaluate((one) => {
    const edge = one.querySelector('article')?.getBoundingClientRect().right ?? NaN;
    const tables = [...one.querySelectorAll('table')].map((table) => table.getBoundingClientRect().right);
    return tables.filter((right) => !(right < edge)).length;
  });
}

/** The sides on which a sign shows that the page goes on. */
function signsBeside(desk: Locator): Promise<readonly string[]> {
  return desk.evaluate((one) =>
    ['::before', '::after'].filter((side) => getComputedStyle(one.parentElement ?? one, side).display === 'block'),
  );
}

/** To the right end, and until the pane has changed the signs. */
function scrollToItsEnd(desk: Locator): Promise<void> {
  return desk.evaluate(
    (one) =>
      new Promise<void>((done) => {
        const signed = new MutationObserver(() => {
          signed.disconnect();
          done();
        });
        signed.observe(one.parentElement ?? one, { attributeFilter: ['class'] });
        one.scrollTo(one.scrollWidth, 0);
      }),
  );
}

describe('the page of a document', () => {
  const drawer = (): Locator => pane.getByRole('dialog');
  const desk = (): Locator => drawer().getByRole('group', { name: /^Page du document/ });
  const overflow = (): Promise<number> => desk().evaluate((one) => one.scrollWidth - one.clientWidth);

  beforeAll(async () => {
    await openAt(USUAL);
    await openTab(pane, 'Documents');
  });
  afterEach(async () => {
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  });

  test.each([ZOOM_200, NARROW, USUAL])(
    'fits the $width pixels of the pane; at its real size a sign shows that it goes on',
    async (size) => {
      await sizePane(page, size);
      await pane.getByRole('button', { name: /^Aperçu\s: Bilan financier/ }).click();
      await drawer()
        .getByText(/^Page réduite à \d+\s%$/)
        .waitFor();
      await eventually(async () => expect(await overflow()).toBe(0));
      await eventually(async () => expect(await signsBeside(desk())).toEqual([]));
      expect(await tablesBeyondThePage(desk())).toBe(0);
      await expectHalfOfHeight(contentOf(drawer()));
      await drawer().getByRole('button', { name: 'Taille réelle' }).click();
      await drawer().getByText('Plus large que le volet').waitFor();
      await eventually(async () => expect(await overflow()).toBeGreaterThan(100));
      await eventually(async () => expect(await signsBeside(desk())).toEqual(['::after']));
      await scrollToItsEnd(desk());
      await eventually(async () => expect(await signsBeside(desk())).toEqual(['::before']));
      await drawer().getByRole('button', { name: 'Ajuster au volet' }).click();
      await drawer().getByRole('button', { name: 'Taille réelle' }).waitFor();
      await eventually(async () => expect(await overflow()).toBe(0));
    },
  );

  test('a page that fits is shown at its real size, without a choice', async () => {
    await sizePane(page, ROOMY);
    await pane.getByRole('button', { name: /^Aperçu\s: Référence Chorus/ }).click();
    await desk().waitFor();
    await eventually(async () => expect(await overflow()).toBe(0));
    await drawer().getByRole('button', { name: 'Taille réelle' }).waitFor({ state: 'detached' });
  });
});

test('in a narrow pane the state of a document has the width of the pane, above its buttons', async () => {
  await openAt(ZOOM_200);
  await choose(/^Documents/);
  const preview = pane.getByRole('button', { name: 'Aperçu : Annexe 1' });
  await preview.waitFor();
  const { shares, isUnder } = await preview.evaluate((button) => {
    const state = button.previousElementSibling;
    const [text, below] = [state?.getBoundingClientRect(), button.getBoundingClientRect()];
    return { shares: (text?.width ?? 0) / window.innerWidth, isUnder: below.top >= (text?.bottom ?? Infinity) };
  });
  expect({ isWide: shares > 0.7, isUnder }).toEqual({ isWide: true, isUnder: true });
});

test('the legend explains every mark of the bars at the narrowest width', async () => {
  await openAt(NARROW);
  await pane.getByRole('heading', { level: 1 }).waitFor();
  for (const mark of ['consommé', 'en attente', 'seuils', 'plafond'])
    await expectInView(pane.getByText(mark, { exact: true }).first());
});

test('the title of a drawer opened by a key has a whole ring around it', async () => {
  await openAt(ZOOM_200);
  await pane.getByRole('button', { name: /^Disponible en AE, Ensemble/ }).focus();
  await page.keyboard.press('Enter');
  const title = pane.getByRole('dialog').getByRole('heading', { level: 1 });
  await title.waitFor();
  await eventually(async () => {
    const ring = await title.evaluate((one) => {
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
      const { left, top } = one.getBoundingClientRect();
      const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      return { isFocused: one === document.activeElement, outlineStyle, isWhole: Math.min(left, top) >= reach };
    });
    expect(ring).toEqual({ isFocused: true, outlineStyle: 'solid', isWhole: true });
  });
});

/** The room at the left of what an element shows, in pixels, at each of the widths of `GUTTERS`. */
async function roomsAtTheLeft(element: Locator): Promise<readonly number[]> {
  const rooms: number[] = [];
  for (const [size] of GUTTERS) {
    await sizePane(page, size);
    const left = await element.evaluate((one) => {
      const parts = [...one.querySelectorAll('h1, h2, h3, p, button, input')].map((part) =>
        part.getBoundingClientRect(),
      );
      return Math.min(...parts.filter(({ width }) => width > 1).map(({ left }) => left));
    });
    rooms.push(Math.round(left));
  }
  return rooms;
}

test('every screen of a narrow pane, as of a usual one, has the same room at its left', async () => {
  const gutters = GUTTERS.map(([, gutter]) => gutter);
  await openAt(USUAL);
  for (const tab of ['Rapprochement Chorus', 'Documents', 'Échéances'] as const) {
    await openTab(pane, tab);
    await eventually(async () => expect([tab, await roomsAtTheLeft(pane.locator('#panel'))]).toEqual([tab, gutters]));
  }
  await unfoldHeader(pane);
  await pane.getByRole('button', { name: 'Ce qui a été lu' }).click();
  const screen = pane.getByRole('region', { name: 'Ce qui a été lu' });
  await screen.waitFor();
  await eventually(async () => expect(await roomsAtTheLeft(screen)).toEqual(gutters));
});
