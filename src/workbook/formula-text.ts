/**
 * The text of formulas: their comparison (Excel rewrites spaces, case and needless quotes), the sheets that they name,
 * the cells that they use.
 */
import { parseArea, type Area } from './cells';

/** True when the formulas differ at most by spaces, case outside texts, and quotes around sheet names. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
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

/** Without spaces, in upper case, without quotes around sheet names; texts are left as they are. */
function plain(formula: string): string {
  const parts = formula.split(QUOTED);
  return parts
    .map((part, index) => {
      if (part.startsWith('"')) return part;
      return (isSheetName(parts, index) ? part.slice(1, -1) : part).replace(/\s+/g, '').toUpperCase();
    })
    .join('');
}
