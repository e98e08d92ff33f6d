/**
 * The words of a number format around the figure of a number, and inside it: `0" 000"` shows 12 as « 12 000 », `0","00`
 * shows 1234 as « 12,34 », `;;;` shows nothing.
 */

/** A run of a section: words shown as they are written, or the signs that the figure replaces (`#,##0.00`). */
export interface FormatPart {
  readonly kind: 'words' | 'code';
  readonly text: string;
}

const DIGITS = /[0#?]/;
const EVERY_DIGIT = /[0#?]/g;
const WHOLE = /general|standard|@/i;
/** Groups of thousands, whatever sign separates them. */
const ONLY_SPACES = /^[\s'\u2019]*$/;
const DIGIT_AT_END = /\d\s*$/;
const DIGIT_AT_START = /^\s*\d/;
const MINUS_OR_BRACKET = /[-\u2212(]/;
/** « 12 x1000 », « 12 /1 000 ». */
const FACTOR = /(?:^|[\s(€])[x×*/÷]\s?\d/i;
/** « 12 CR », beside an amount that has no minus. */
const CREDIT = /^\s*\(?(?:c|cr|cred|cr[eé]dit|cr[eé]diteur|avoir)\.?\)?\s*$/i;
const LOWERING = [/^\s*[-\u2212]/, CREDIT];

/** False for a section that shows no figure: nothing, or words alone. */
export function showsFigure(parts: readonly FormatPart[]): boolean {
  return parts.some(({ kind, text }) => kind === 'code' && (DIGITS.test(text) || WHOLE.test(text)));
}

/**
 * True when the section shows other digits than those of the number, a point of its own, a factor, or the minus or the
 * side of credits for an amount that has no minus.
 */
export function altersFigure(parts: readonly FormatPart[], isOfNegatives: boolean): boolean {
  if (!showsFigure(parts)) return /\d/.test(wordsOf(parts));
  const places = parts.flatMap(({ kind, text }, at) => (kind === 'code' && DIGITS.test(text) ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return false;
  const [before, after] = [wordsOf(parts.slice(0, first)), wordsOf(parts.slice(last + 1))];
  const inside = wordsOf(parts.slice(first, last));
  if (DIGIT_AT_END.test(before) || DIGIT_AT_START.test(after) || !ONLY_SPACES.test(inside)) return true;
  if (FACTOR.test(after)) return true;
  return !isOfNegatives && (MINUS_OR_BRACKET.test(before.trim().slice(-1)) || LOWERING.some((one) => one.test(after)));
}

/** The text shown for a number, in French. */
export function textByParts(parts: readonly FormatPart[], value: number): string {
  const groups = parts.filter(({ kind, text }) => kind === 'code' && DIGITS.test(text));
  const figures = groups.length > 1 ? inGroups(value, groups) : [decimal(value)];
  let at = 0;
  return parts
    .map((part) => (part.kind === 'words' ? part.text : groups.includes(part) ? (figures[at++] ?? '') : ''))
    .join('')
    .trim();
}

/** The digits of a whole number, as many in each group as it has places; the first group has those that are left. */
function inGroups(value: number, groups: readonly FormatPart[]): readonly string[] {
  let digits = String(Math.round(Math.abs(value)));
  const found: string[] = [];
  for (const [at, { text }] of [...groups.entries()].reverse()) {
    const places = text.match(EVERY_DIGIT)?.length ?? 0;
    const start = at === 0 ? 0 : Math.max(0, digits.length - places);
    found.unshift(digits.slice(start).padStart(places, '0'));
    digits = digits.slice(0, start);
  }
  return found;
}

function decimal(value: number): string {
  return String(Number(Math.abs(value).toPrecision(12))).replace('.', ',');
}

function wordsOf(parts: readonly FormatPart[]): string {
  return parts.map(({ kind, text }) => (kind === 'words' ? text : '')).join('');
}
