/** The styles that the tests of the pane see are jsdom's own, although fewer rules are compared. */
import { canMatch } from './support/jest/selector-subjects.cjs';

const SELECTORS = [
  ...['.wide', '.wide.dark', '.wide:first-child', '.wide[title]', 'p', 'p, .dark', 'section p', 'section > .dark'],
  ...[
    '.wide + p',
    '.wide ~ p',
    '*',
    '#one',
    ':root',
    '[title]',
    'p:not(.dark)',
    ':is(p, section)',
    'section *',
    'body p',
  ],
];

beforeEach(() => {
  document.body.innerHTML =
    '<section class="wide"><p id="one" class="wide dark" title="x">1</p><p>2</p><p class="dark wider">3</p></section>';
});
afterEach(() => (document.head.innerHTML = ''));

test.each(SELECTORS)('no element that %s matches is left out', (selector) => {
  for (const element of document.querySelectorAll(selector))
    expect(canMatch(selector, element.localName, element.getAttribute('class') ?? '')).toBe(true);
});

test('a rule of a class is not compared with other elements', () => {
  const compared = [...document.querySelectorAll('*')].filter((element) =>
    canMatch('.dark:hover', element.localName, element.getAttribute('class') ?? ''),
  );
  expect(compared.map(({ textContent }) => textContent)).toEqual(['1', '3']);
});

test('a style follows a class, a rule and a parent that change', () => {
  const [first, second] = Array.from(document.querySelectorAll('p'));
  if (first === undefined || second === undefined) throw new Error('two paragraphs');
  const isShown = (element: Element): boolean => getComputedStyle(element).visibility === 'visible';
  const hiding = (selector: string): HTMLStyleElement =>
    Object.assign(document.createElement('style'), { textContent: `${selector} { visibility: hidden }` });
  expect([first, second].map(isShown)).toEqual([true, true]);
  document.head.append(hiding('.dark'));
  expect([first, second].map(isShown)).toEqual([false, true]);
  first.classList.remove('dark');
  second.classList.add('dark');
  expect([first, second].map(isShown)).toEqual([true, false]);
  document.head.append(hiding('section'));
  expect([first, second].map(isShown)).toEqual([false, false]);
});
