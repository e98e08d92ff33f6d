/**
 * Turns that comments and test names must not use. The code is read by engineers who did not write it: the usual
 * technical word is understood at once, a word of our own has to be learned.
 */
import ts from 'typescript';
import { walk, type SourceFile } from './sources';

interface Ban {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** One row for each turn, with the word to use. */
const BANS: readonly Ban[] = [
  { pattern: /\b(said|says?|saying)\b/i, instead: 'reports, names, states, returns, shows' },
  { pattern: /\b(told|tells?|telling)\b/i, instead: 'notifies, reports, distinguishes' },
  { pattern: /\b(mend(s|ed|ing)?)\b/i, instead: 'repairs, corrects, fixes' },
  { pattern: /\b(strays?|strayed)\b/i, instead: 'leftover, unmatched' },
  { pattern: /\b(spoil(t|s)?)\b/i, instead: 'invalid, corrupted' },
  { pattern: /\b(thereof|whoever|whomever|anew|for ever)\b/i, instead: 'of it, callers that, again, permanently' },
  { pattern: /\bbeyond\b/i, instead: 'above, after, more than' },
  { pattern: /\b(take|takes|taken|taking|took) back\b/i, instead: 'undo, roll back, restore' },
  { pattern: /\b(stands?|stood)\b/i, instead: 'is, exists, is placed' },
  { pattern: /\b(goes|go|went) with\b/i, instead: 'belongs to, matches, moves with' },
  { pattern: /\b(worked|works|work|working) out\b/i, instead: 'computes' },
  { pattern: /\bparted\b/i, instead: 'split, separated' },
  { pattern: /\bfor want of\b/i, instead: 'without' },
  { pattern: /\b(laid|lays) out\b/i, instead: 'formats, places' },
];

/** A comment that opens with « What » describes around the thing; it should name it. */
const OPENS_WITH_WHAT = /^\W*What\b/;

/** The odd turns of a file, each with its line and the remedy. */
export function oddTurns(source: SourceFile): string[] {
  const texts = [...commentsOf(source), ...testNamesOf(source)];
  return texts.flatMap((text) =>
    turnsOf(text, `${source.path}:${source.tree.getLineAndCharacterOfPosition(text.at).line + 1}`),
  );
}

/** The odd turns of the comments and docstrings of a file in Python. */
export function oddTurnsOfPython(path: string, code: string): string[] {
  const comments = [...code.matchAll(/"""[^"]*"""|(?<=^|\s)#.*$/gm)];
  return comments.flatMap(({ 0: comment, index }) =>
    turnsOf(
      { text: withoutQuotes(comment.replaceAll('"""', '')), at: index, isComment: true },
      `${path}:${code.slice(0, index).split('\n').length}`,
    ),
  );
}

function turnsOf({ text, isComment }: Text, place: string): string[] {
  const found = BANS.flatMap(({ pattern, instead }) => {
    const word = pattern.exec(text)?.[0];
    return word ? [`${place}: “${word}” is not plain here; write ${instead}`] : [];
  });
  if (isComment && OPENS_WITH_WHAT.test(text)) found.push(`${place}: open with the name of the thing, not with “What”`);
  return found;
}

interface Text {
  readonly text: string;
  readonly at: number;
  readonly isComment: boolean;
}

function commentsOf(source: SourceFile): Text[] {
  const found = new Map<number, Text>();
  walk(source.tree, (node) => {
    for (const range of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []) {
      found.set(range.pos, {
        text: withoutQuotes(source.text.slice(range.pos, range.end)),
        at: range.pos,
        isComment: true,
      });
    }
  });
  return [...found.values()];
}

/** A quoted word is data or another's, not ours. */
function withoutQuotes(comment: string): string {
  return comment.replace(/`[^`]*`|«[^»]*»|“[^”]*”|"[^"\n]*"/g, '``');
}

const NAMERS: ReadonlySet<string> = new Set(['test', 'it', 'describe']);

/** The names of the tests of a file, and of their groups. */
export function testNamesOf(source: SourceFile): readonly Text[] {
  const found: Text[] = [];
  if (!source.path.startsWith('test/')) return found;
  walk(source.tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first) && NAMERS.has(node.expression.getText().split(/[.(]/)[0] ?? '')) {
      found.push({ text: withoutQuotes(first.text), at: first.getStart(), isComment: false });
    }
  });
  return found;
}
