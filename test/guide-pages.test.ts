/**
 * The user guide: a page for each of the ten tasks in both languages, without anything from a network, with small
 * pictures, and in the words that the pane shows.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { guidePages, guideSources } from '../scripts/guide/guide-pages';
import { GUIDE_FOLDERS, GUIDE_TASKS } from '../scripts/guide/guide-tasks';
import { LANGUAGES } from '../src/messages/language';
import { bannedIn, bannedInEnglish } from './messages/ban-list';
import { linksOf, textOf } from './support/guides';
import { filesBelow, ROOT } from './support/tidy/sources';

const LARGEST_PICTURE = 120_000;
const LARGEST_GUIDE = 1_500_000;
const pages = guidePages(ROOT);

test('ten tasks, each with its page in both languages; no page is outside the list', () => {
  expect(GUIDE_TASKS).toHaveLength(10);
  const files = filesBelow('docs/guide').filter((path) => path.endsWith('.md'));
  expect(
    guideSources()
      .filter((path) => path.startsWith('docs/guide/'))
      .sort(),
  ).toEqual(files.sort());
  for (const language of LANGUAGES) {
    const index = linksOf(`${GUIDE_FOLDERS[language]}/README.md`).map(({ file }) => file);
    const tasks = GUIDE_TASKS.map((task) => `${GUIDE_FOLDERS[language]}/${task[language]}.md`);
    expect(index.filter((file) => tasks.includes(file))).toEqual(tasks);
  }
});

test.each([...pages])('%s asks for nothing outside the bundle, and its links lead to pages', (place, html) => {
  expect(html).not.toMatch(/https?:|<script|undefined| on\w+=/);
  expect(html).toContain('<meta http-equiv="Content-Security-Policy" content="default-src \'none\';');
  const named = [...html.matchAll(/ (?:href|src)="([^"#]*)(?:#([^"]*))?"/g)];
  for (const [, path = '', anchor] of named) {
    const target = path === '' ? place : posix.join(posix.dirname(place), path);
    const isAsset = target.startsWith('../assets/') && existsSync(join(ROOT, target.slice('../'.length)));
    const isThere =
      isAsset || target === '../help.html' || pages.has(target) || existsSync(join(ROOT, 'docs/guide', target));
    expect([path, isThere]).toEqual([path, true]);
    if (anchor !== undefined && pages.has(target)) expect(pages.get(target)).toContain(` id="${decodeURI(anchor)}"`);
  }
});

test('each task has a picture; pictures are small and all used', () => {
  const folders = LANGUAGES.map((language) => `${GUIDE_FOLDERS[language]}/images`);
  const pictures = folders.flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`));
  const shown = guideSources().flatMap((source) => linksOf(source).filter(({ isImage }) => isImage));
  expect(pictures.sort()).toEqual([...new Set(shown.map(({ file }) => file))].sort());
  const sizes = pictures.map((file) => statSync(join(ROOT, file)).size);
  expect(Math.max(...sizes)).toBeLessThan(LARGEST_PICTURE);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_GUIDE);
  for (const task of GUIDE_TASKS)
    for (const language of LANGUAGES)
      expect(linksOf(`${GUIDE_FOLDERS[language]}/${task[language]}.md`).some(({ isImage }) => isImage)).toBe(true);
});

/** As compared: our typography against that of the sources. */
const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll("\\'", "'");
const shownTexts = plain(
  ['manifest.xml', ...['src/taskpane', 'src/messages'].flatMap(filesBelow).filter((path) => /\.tsx?$/.test(path))]
    .map((path) => textOf(path).replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n'),
);

test.each(guideSources().filter((path) => path.startsWith('docs/guide/')))(
  '%s: each button and each screen has the name that the pane gives it',
  (source) => {
    const named = [
      ...textOf(source).matchAll(/(?<!\*)\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)/g),
      ...textOf(source).matchAll(/« (Annuler [^»]+) »/g),
    ];
    const parts = named
      .flatMap(([, name = '']) =>
        plain(name)
          .replace(/\s+/g, ' ')
          .split(/ ?… ?|…/),
      )
      .filter((part) => part !== '');
    expect(parts.filter((part) => !shownTexts.includes(part))).toEqual([]);
  },
);

test('the words of the guide are those of the product', () => {
  for (const language of LANGUAGES) {
    const banned = language === 'fr' ? bannedIn : bannedInEnglish;
    for (const source of guideSources().filter((path) => path.startsWith(`${GUIDE_FOLDERS[language]}/`))) {
      if (language === 'fr' && source.startsWith(`${GUIDE_FOLDERS.en}/`)) continue;
      expect([source, banned(textOf(source))]).toEqual([source, []]);
    }
  }
});
