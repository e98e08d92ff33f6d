/** The pane used by the keyboard alone: each key goes through the real client of Office, which has its own Tab. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { SLOWEST_STEP } from './browser';

/** More keys than this to reach a thing, and nobody would. */
const MOST_KEYS = 80;

export class Keyboard {
  /** Buttons pressed since `start`. */
  presses = 0;
  private startedAt = 0;

  constructor(
    private readonly page: Page,
    private readonly pane: FrameLocator,
  ) {}

  /** Begins a task: the focus is on the first control of the pane, where F6 takes it in Excel. */
  async start(): Promise<void> {
    this.presses = 0;
    await this.pane.getByRole('banner').getByRole('button').first().focus();
    this.startedAt = Date.now();
  }

  /** Seconds since `start`, with the time that the keys take to reach a thing. */
  get seconds(): number {
    return (Date.now() - this.startedAt) / 1000;
  }

  /** Presses a button of the ribbon, which Excel reaches by its own keys. */
  async pressRibbon(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).focus();
    this.presses++;
    await this.page.keyboard.press('Enter');
  }

  /** Moves the focus to the target by Tab or Shift+Tab, whichever leads there. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    const passed: string[] = [];
    for (let keys = 0; keys < MOST_KEYS; keys++) {
      const step = await target.evaluate((element) => {
        const at = document.activeElement;
        if (at === element || element.contains(at)) return null;
        const isAfter = at !== null && (element.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        return isAfter ? 'Shift+Tab' : 'Tab';
      });
      if (step === null) return;
      await this.page.keyboard.press(step);
      passed.push(await this.focused());
    }
    throw new Error(`not reached by Tab; passed: ${[...new Set(passed)].join(' | ')}`);
  }

  /** Reaches a button and presses it. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    this.presses++;
    await this.page.keyboard.press(key);
  }

  /** Reaches a field and types over what it holds. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Opens a tab of the pane by the arrows. */
  async openTab(name: string): Promise<void> {
    const chosen = this.pane.getByRole('tab', { selected: true });
    await this.reach(chosen);
    const wanted = this.pane.getByRole('tab', { name: new RegExp(`^${name}`) });
    await this.page.keyboard.press('Home');
    await this.waitFor(chosen);
    for (let keys = 0; keys < 5 && (await wanted.getAttribute('aria-selected')) !== 'true'; keys++) {
      await this.page.keyboard.press('ArrowRight');
      await this.waitFor(chosen);
    }
    this.presses++;
    await this.pane.getByText('Lecture du classeur…').first().waitFor({ state: 'hidden' });
  }

  /** Waits until the focus is on the element. */
  async waitFor(target: Locator): Promise<void> {
    const end = Date.now() + SLOWEST_STEP;
    while (Date.now() < end) {
      const isThere = await target.evaluate(
        (element) =>
          new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(element === document.activeElement))),
      );
      if (isThere) return;
    }
    throw new Error(`the focus is on: ${await this.focused()}`);
  }

  /** The thing under the focus, in the words of a screen reader. */
  private focused(): Promise<string> {
    return this.pane.locator('body').evaluate(() => {
      const at = document.activeElement;
      return (at?.getAttribute('aria-label') ?? at?.textContent ?? at?.tagName ?? '').slice(0, 40);
    });
  }
}
