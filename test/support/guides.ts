/** The guides of the project as Markdown: their links, their headings' anchors and the commands that they give. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Marked, type Token, type Tokens } from 'marked';
import { getHeadingList, gfmHeadingId } from 'marked-gfm-heading-id';
import { filesBelow, ROOT } from './tidy/sources';

/** Every guide that a person reads, from the root. */
export const GUIDES: readonly string[] = [
  ...['README.md', 'LISEZMOI.md', 'CONTRIBUTING.md'],
  ...filesBelow('docs').filter((path) => path.endsWith('.md')),
  ...['scripts', 'src', 'workbench', 'test/e2e'].flatMap(filesBelow).filter((path) => path.endsWith('README.md')),
];

/** A link or an image: the file, from the root, and the anchor in it. */
export interface GuideLink {
  readonly href: string;
  readonly file: string;
  readonly anchor: string | null;
  readonly isImage: boolean;
  readonly text: string;
}

export function textOf(guide: string): string {
  return readFileSync(join(ROOT, guide), 'utf8');
}

/** The links of a guide, those of its tables and lists too. */
export function linksOf(guide: string): readonly GuideLink[] {
  return tokensOf(guide)
    .filter((token): token is Tokens.Link | Tokens.Image => token.type === 'link' || token.type === 'image')
    .map((token) => {
      const [path = '', anchor = null] = token.href.split('#');
      const file = path === '' ? guide : posix.join(posix.dirname(guide), decodeURI(path));
      return { href: token.href, file, anchor, isImage: token.type === 'image', text: token.text };
    });
}

/** By guide: a page of the reference has hundreds of links to one guide. */
const anchors = new Map<string, readonly string[]>();

/** The anchors of the headings of a guide, as GitHub makes them. */
export function anchorsOf(guide: string): readonly string[] {
  const known = anchors.get(guide);
  if (known) return known;
  const marked = new Marked(gfmHeadingId());
  marked.parse(textOf(guide), { async: false });
  const found = getHeadingList().map(({ id }) => id);
  anchors.set(guide, found);
  return found;
}

/** The commands of a guide: lines of code, and code between backquotes, that begin with the name of a program. */
export function commandsOf(guide: string): readonly string[] {
  const code = tokensOf(guide)
    .filter((token): token is Tokens.Code | Tokens.Codespan => token.type === 'code' || token.type === 'codespan')
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim());
  return code.filter((line) => /^(?:npm|npx|node|curl|sha256sum|podman|sudo|cp|nginx|git)\s/.test(line));
}

function tokensOf(guide: string): readonly Token[] {
  const found: Token[] = [];
  const marked = new Marked();
  void marked.walkTokens(marked.lexer(textOf(guide)), (token) => {
    found.push(token);
  });
  return found;
}
