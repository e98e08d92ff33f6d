/**
 * The user guide as pages that need no network, in `guide/` of the bundle: each file of `docs/guide` in French and in
 * English, and the reference. webpack.config.js writes them beside the help of the pane. The sources are the Markdown
 * files, which GitHub shows too; links between them become links between pages.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Marked, type Token } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';
import { LANGUAGES, type Language } from '../../src/messages/language';
import { REFERENCE_FILES } from '../reference/reference-files';
import { GUIDE_FOLDERS, GUIDE_TASKS } from './guide-tasks';

const INDEX = 'README';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'";
const STYLE = [
  'body{font:16px/1.55 "Segoe UI",system-ui,sans-serif;max-width:46rem;margin:1.5rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}',
  'h1,h2,h3{color:#000091;line-height:1.25}h2{margin-top:2rem}',
  'a{color:#0b5cad}code{background:#f3f3f9;padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}',
  'pre{background:#f3f3f9;padding:.6rem;overflow-x:auto}pre code{padding:0}',
  'img{max-width:100%;height:auto;border:1px solid #ccc;border-radius:4px}',
  'nav{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:.5rem 0;border-bottom:1px solid #ddd}',
  'nav.end{border-bottom:0;border-top:1px solid #ddd;margin-top:2rem}',
  '.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ddd}',
  ':target{outline:2px solid #000091;outline-offset:.3rem}',
  '@media (prefers-color-scheme:dark){body{background:#1f1f1f;color:#eee}h1,h2,h3{color:#a9a9ff}a{color:#7ab8ff}code,pre{background:#2e2e38}th,td,nav{border-color:#444}}',
  '@media print{nav{display:none}}',
].join('\n');

const WORDS: Readonly<Record<Language, Readonly<Record<'guide' | 'other' | 'reference' | 'help' | 'tasks', string>>>> =
  {
    fr: { guide: 'Guide', other: 'English', reference: 'Référence', help: 'Aide', tasks: 'Autres tâches' },
    en: { guide: 'Guide', other: 'Français', reference: 'Reference', help: 'Help', tasks: 'Other tasks' },
  };

/** A page: its source below the root, and its place below `guide/`. */
interface Page {
  readonly source: string;
  readonly target: string;
  readonly language: Language;
  /** The page of the other language, below `guide/`. */
  readonly other: string;
}

/** Every page of the project in `root`, by its place below `guide/`. */
export function guidePages(root: string): ReadonlyMap<string, string> {
  const pages = LANGUAGES.flatMap(pagesIn);
  const texts = new Map(pages.map(({ source }) => [source, readFileSync(join(root, source), 'utf8')] as const));
  return new Map(pages.map((page) => [page.target, htmlOf(page, pages, texts)] as const));
}

/** The sources of the pages, below the root. */
export function guideSources(): readonly string[] {
  return LANGUAGES.flatMap(pagesIn).map(({ source }) => source);
}

function pagesIn(language: Language): readonly Page[] {
  const rest = LANGUAGES.find((one) => one !== language) ?? language;
  const names = [...GUIDE_TASKS, { fr: INDEX, en: INDEX }];
  const guide = names.map((names) => ({
    source: `${GUIDE_FOLDERS[language]}/${names[language]}.md`,
    target: targetOf(language, names[language]),
    language,
    other: targetOf(rest, names[rest]),
  }));
  const reference = {
    source: REFERENCE_FILES[language],
    target: targetOf(language, 'reference'),
    language,
    other: targetOf(rest, 'reference'),
  };
  return [...guide, reference];
}

function targetOf(language: Language, name: string): string {
  return `${language === 'fr' ? '' : `${language}/`}${name === INDEX ? 'index' : name}.html`;
}

/** `texts` are the sources, by their place. */
function htmlOf(page: Page, pages: readonly Page[], texts: ReadonlyMap<string, string>): string {
  const { source, target, language, other } = page;
  const markdown = texts.get(source) ?? '';
  const marked = new Marked(gfmHeadingId(), {
    walkTokens: (token: Token) => {
      if (token.type === 'link' && 'href' in token) token.href = linkOf(String(token.href), page, pages);
    },
  });
  const parsed = String(marked.parse(markdown, { async: false }));
  const body = (language === 'fr' ? frenchSpaces(parsed) : parsed).replace(
    /<table>[\s\S]*?<\/table>/g,
    (table) => `<div class="wide">${table}</div>`,
  );
  const words = WORDS[language];
  const up = targetOf(language, INDEX);
  const to = (name: string): string => posix.relative(posix.dirname(target), name);
  const top = [
    `<a href="${to(up)}">${words.guide}</a>`,
    `<a href="${to(targetOf(language, 'reference'))}">${words.reference}</a>`,
    `<a href="${to('../help.html')}">${words.help}</a>`,
    `<a href="${to(other)}" hreflang="${language === 'fr' ? 'en' : 'fr'}">${words.other}</a>`,
  ].join('');
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="icon" href="${to('../assets/icon-32.png')}">`,
    `<title>${text(titleOf(markdown))} — Enveloppe</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    `<body>\n<nav aria-label="${words.guide}">${top}</nav>\n<main>\n${body}</main>`,
    neighbours(page, pages, texts),
    '</body>\n</html>\n',
  ].join('\n');
}

/** No line ends inside « » or a number, nor before a sign; code and tags are left as they are. */
function frenchSpaces(html: string): string {
  const parts = html.split(/(<code>[\s\S]*?<\/code>|<[^>]+>)/);
  const typeset = (words: string): string =>
    words
      .replace(/« /g, '«\u00a0')
      .replace(/ (?=[»:;?!%€])/g, '\u00a0')
      .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u202f');
  return parts.map((part, index) => (index % 2 === 0 ? typeset(part) : part)).join('');
}

/** Links to the task before and to the next one. */
function neighbours({ target, language }: Page, pages: readonly Page[], texts: ReadonlyMap<string, string>): string {
  const tasks = pages.filter((page) => page.language === language && isTask(page));
  const at = tasks.findIndex((page) => page.target === target);
  if (at < 0) return '';
  const linkTo = (page: Page | undefined, before: string, after: string): string =>
    page === undefined
      ? ''
      : `<a href="${posix.basename(page.target)}">${before}${text(titleOf(texts.get(page.source) ?? ''))}${after}</a>`;
  return `<nav class="end" aria-label="${WORDS[language].tasks}">${linkTo(tasks[at - 1], '← ', '')}${linkTo(tasks[at + 1], '', ' →')}</nav>`;
}

function isTask({ source, language }: Page): boolean {
  return GUIDE_TASKS.some((task) => source === `${GUIDE_FOLDERS[language]}/${task[language]}.md`);
}

function titleOf(markdown: string): string {
  return /^# (.+)$/m.exec(markdown)?.[1] ?? '';
}

/** The link of a page to another one; the gallery is the help of the pane. Throws on a file that is not in the bundle. */
function linkOf(href: string, { source, target }: Page, pages: readonly Page[]): string {
  if (href.startsWith('#')) return href;
  const [file = '', anchor] = href.split('#');
  const named = posix.join(posix.dirname(source), file);
  const here = posix.dirname(target);
  if (named === 'docs/gallery.md') return `${posix.relative(here, '../help.html')}#${(anchor ?? '').toUpperCase()}`;
  const page = pages.find((one) => one.source === named)?.target;
  if (page === undefined) throw new Error(`${source}: ${href} is not a page of the guide`);
  return `${posix.relative(here, page)}${anchor === undefined ? '' : `#${anchor}`}`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
