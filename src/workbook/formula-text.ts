/**
 * The text of formulas: their comparison (Excel rewrites spaces, case and needless quotes), the sheets that they name
 * and their other names, the cells that they use.
 */
import { parseArea, quoteSheet, type Area } from './cells';

/** True when the formulas differ at most by spaces, case outside texts, quotes around sheet names and marks. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || plainFormula(one) === plainFormula(other);
}

/** One spelling of the formulas that `sameFormula` finds the same. */
export function plainFormula(formula: string): string {
  return plain(withoutMarks(formula));
}

/**
 * The formula without the marks « @ » that Excel puts before functions, names and ranges in a formula that was saved by
 * a program without dynamic arrays: `=@ENVELOPE.CHECK(…)` is the same call. `[@AE]` is a column of a table.
 */
export function withoutMarks(formula: string): string {
  if (!formula.includes('@')) return formula;
  return segmentsOf(formula)
    .map(({ kind, text }) => (kind === 'code' ? text.replaceAll('@', '') : text))
    .join('');
}

/** A text, or a name between apostrophes; a quote inside is written twice. */
const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
const PLAIN_SHEET = /(?<![\p{L}\p{N}_.])([\p{L}\p{N}_.]+)!/gu;
const CELLS_OF_SHEET = /(?<![\p{L}\p{N}_.])[\p{L}\p{N}_.]+!\$?[A-Z]{1,3}\$?\d{0,7}(?::\$?[A-Z]{1,3}\$?\d{0,7})?/giu;
const CELLS =
  /(?:(?<![\p{L}\p{N}_.])[\p{L}\p{N}_.]+)?!#REF!|#(?:REF!)?|(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(])/giu;
const CELLS_AFTER_NAME = /^!\$?[A-Z]{1,3}\$?\d{0,7}(?::\$?[A-Z]{1,3}\$?\d{0,7})?/i;
const CELLS_AFTER_MARK = /^!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(])/iu;
const ALL_CELLS =
  /(?:(?<![\p{L}\p{N}_.:\]])([\p{L}\p{N}_.]+)!)?(?<![\p{L}\p{N}_.$:[])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(!])/giu;

/** The names before an exclamation mark: `'Suivi 2023'!`, `Suivi!`. */
export function sheetsNamedIn(formula: string): readonly string[] {
  const parts = formula.split(QUOTED);
  return parts.flatMap((part, index) =>
    isSheetName(parts, index)
      ? [part.slice(1, -1).replaceAll("''", "'")]
      : isQuoted(part)
        ? []
        : [...part.matchAll(PLAIN_SHEET)].map(([, name = '']) => name),
  );
}

/** The cells of a sheet that a formula uses; `isOwn`: the formula is on that sheet, whose name it may leave out. */
export function cellsUsed(formula: string, sheet: string, isOwn: boolean): readonly Area[] {
  const wanted = sheet.toLowerCase();
  if (!isOwn && !formula.toLowerCase().includes(wanted.replaceAll("'", "''"))) return []; // most formulas
  const parts = formula.split(QUOTED);
  return parts.flatMap((part, index) => {
    if (isSheetName(parts, index)) {
      const named = part.slice(1, -1).replaceAll("''", "'").toLowerCase() === wanted;
      return named ? areaIn(CELLS_AFTER_MARK.exec(parts[index + 1] ?? '')?.[1]) : [];
    }
    if (isQuoted(part)) return [];
    const rest = isSheetName(parts, index - 1) ? part.replace(CELLS_AFTER_MARK, '') : part;
    return [...rest.matchAll(ALL_CELLS)].flatMap(([, named, cells]) =>
      (named === undefined ? isOwn : named.toLowerCase() === wanted) ? areaIn(cells) : [],
    );
  });
}

const LAST_ROW = 1_048_576;
const AREA_AFTER_MARK = /^!(\$?[A-Z]{1,3}\$?\d{0,7}(?::\$?[A-Z]{1,3}\$?\d{0,7})?)(?![\p{L}\p{N}_.(])/iu;
const NAMED_AREAS =
  /(?<![\p{L}\p{N}_.\]])([\p{L}\p{N}_.]+)!(\$?[A-Z]{1,3}\$?\d{0,7}(?::\$?[A-Z]{1,3}\$?\d{0,7})?)(?![\p{L}\p{N}_.(])/giu;

/** The cells and whole columns of the sheets that a formula names. */
export function areasNamedIn(formula: string): readonly { readonly sheet: string; readonly area: Area }[] {
  const parts = formula.split(QUOTED);
  const found = parts.flatMap((part, index): readonly (readonly [string, string])[] => {
    if (isSheetName(parts, index)) {
      const address = AREA_AFTER_MARK.exec(parts[index + 1] ?? '')?.[1];
      return address === undefined ? [] : [[part.slice(1, -1).replaceAll("''", "'"), address]];
    }
    if (isQuoted(part)) return [];
    return [...part.matchAll(NAMED_AREAS)].map(([, sheet = '', address = '']) => [sheet, address]);
  });
  return found.flatMap(([sheet, address]) => areaIn(withRows(address)).map((area) => ({ sheet, area })));
}

/** `A:C` with its rows. */
function withRows(address: string): string {
  if (/\d/.test(address)) return address;
  const [first = '', last = first] = address.split(':');
  return `${first}1:${last}${LAST_ROW}`;
}

function areaIn(address: string | undefined): readonly Area[] {
  const area = parseArea(address ?? '');
  return area ? [area] : [];
}

/** The formula without the cells of the sheets that it names. */
export function withoutNamedSheets(formula: string): string {
  const parts = formula.split(QUOTED);
  return parts
    .map((part, index) => {
      if (isSheetName(parts, index)) return '';
      if (isQuoted(part)) return part;
      const own = isSheetName(parts, index - 1) ? part.replace(CELLS_AFTER_NAME, '') : part;
      return own.replace(CELLS_OF_SHEET, '');
    })
    .join('');
}

/** The formula without what Excel rewrites when rows or sheets move or go: cells, and the sheets before them. */
export function withoutReferences(formula: string): string {
  const parts = withoutNamedSheets(formula).split(QUOTED);
  return parts.map((part) => (isQuoted(part) ? part : part.replace(CELLS, ''))).join('');
}

function isQuoted(part: string): boolean {
  return part.startsWith('"') || part.startsWith("'");
}

/** True for a name between apostrophes that an exclamation mark follows. */
function isSheetName(parts: readonly string[], index: number): boolean {
  return parts[index]?.startsWith("'") === true && parts[index + 1]?.startsWith('!') === true;
}

/** In upper case, without spaces but those of sheet names, nor quotes around these; texts are left as they are. */
function plain(formula: string): string {
  const parts = formula.split(QUOTED);
  return parts
    .map((part, index) => {
      if (part.startsWith('"')) return part;
      return (isSheetName(parts, index) ? part.slice(1, -1) : part.replace(/\s+/g, '')).toUpperCase();
    })
    .join('');
}

export interface FormulaSegment {
  readonly kind: 'code' | 'text' | 'quoted' | 'bracket';
  readonly text: string;
}

/** Names that need no apostrophes, before an exclamation mark that is not the end of an error. */
const SHEET_IN_CODE = /(?<![\p{L}\p{N}_.\\#]|#DIV\/)([\p{L}\p{N}_.\\]+)!/gu;

/** The formula after a sheet is deleted: each reference to it is `#REF!`, as in Excel. */
export function withoutSheet(formula: string, sheet: string): string {
  const gone = sheet.toLowerCase();
  return withSheetsReplaced(formula, (name) => (name.toLowerCase() === gone ? '#REF!' : null));
}

/** The formula after a sheet is renamed. */
export function withRenamedSheet(formula: string, sheet: string, name: string): string {
  const before = sheet.toLowerCase();
  return withSheetsReplaced(formula, (one) => (one.toLowerCase() === before ? `${quoteSheet(name)}!` : null));
}

/**
 * The text of `replacementOf` takes the place of the name of a sheet and of its exclamation mark; null leaves them. The
 * sheets of other workbooks are left too.
 */
export function withSheetsReplaced(formula: string, replacementOf: (sheet: string) => string | null): string {
  if (!formula.includes('!')) return formula;
  const segments = segmentsOf(formula);
  let isMarkReplaced = false;
  const parts = segments.map(({ kind, text }, index) => {
    const rest = isMarkReplaced ? text.slice(1) : text;
    isMarkReplaced = false;
    if (kind === 'quoted' && segments[index + 1]?.text.startsWith('!') === true) {
      const replacement = replacementOf(text.slice(1, -1).replaceAll("''", "'"));
      isMarkReplaced = replacement !== null;
      return replacement ?? text;
    }
    if (kind !== 'code') return rest;
    const isAfterBracket = segments[index - 1]?.kind === 'bracket';
    return rest.replace(SHEET_IN_CODE, (whole, name: string, at: number) =>
      isAfterBracket && at === 0 ? whole : (replacementOf(name) ?? whole),
    );
  });
  return parts.join('');
}

/** The number of an external link before a name, `[1]!`. */
const LINK = /^\[\d{1,5}\]$/;

/**
 * A formula, of the same length, with a blank for each character of its texts, of its quoted names and of the columns
 * of tables, and for its marks (`withoutMarks`): a function is called where its name is left.
 */
export function codeOf(formula: string): string {
  const segments = segmentsOf(formula);
  return segments
    .map(({ kind, text }) => {
      if (kind === 'code') return text.replaceAll('@', ' ');
      return LINK.test(text) ? text : ' '.repeat(text.length);
    })
    .join('');
}

/** Splits a formula into code, strings, quoted names and brackets. An unclosed quote or bracket runs to the end. */
export function segmentsOf(formula: string): FormulaSegment[] {
  const segments: FormulaSegment[] = [];
  let at = 0;
  while (at < formula.length) {
    const character = formula[at];
    const end =
      character === '"' || character === "'"
        ? quoteEnd(formula, at, character)
        : character === '['
          ? bracketEnd(formula, at)
          : codeEnd(formula, at);
    const kind = character === '"' ? 'text' : character === "'" ? 'quoted' : character === '[' ? 'bracket' : 'code';
    segments.push({ kind, text: formula.slice(at, end) });
    at = end;
  }
  return segments;
}

function quoteEnd(formula: string, start: number, quote: string): number {
  let at = start + 1;
  for (;;) {
    const close = formula.indexOf(quote, at);
    if (close < 0) return formula.length;
    if (formula[close + 1] !== quote) return close + 1;
    at = close + 2;
  }
}

function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    if (formula[at] === "'")
      at += 1; // an apostrophe escapes the next character of a column name
    else if (formula[at] === '[') depth += 1;
    else if (formula[at] === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return formula.length;
}

function codeEnd(formula: string, start: number): number {
  for (let at = start; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === '"' || character === "'" || character === '[') return at;
  }
  return formula.length;
}
