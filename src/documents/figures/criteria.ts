/**
 * One condition of a SUMIFS: how it is written, and which cells meet it in Excel. Where Excel, LibreOffice and the grid
 * of the workbench might differ, the cell is doubtful, and the caller writes a value instead of a formula.
 */
import { isCellError, type CellValue } from '../../workbook/cells';

/** Cells under a reference of a formula. */
export interface ReferencedCells {
  readonly reference: string;
  readonly cells: readonly CellValue[];
}

/** A number that a formula computes. */
export interface FormulaNumber {
  /** Written after `&`: only operators that bind tighter. */
  readonly formula: string;
  readonly value: number;
}

export type Criterion =
  /** The whole cell is this text, ignoring case. `at` is a cell with the same text, written in its place. */
  | { readonly kind: 'equals'; readonly text: string; readonly at?: string }
  | { readonly kind: 'differs'; readonly text: string }
  | { readonly kind: 'below' | 'from'; readonly bound: FormulaNumber }
  | { readonly kind: 'negative' | 'positive' }
  | { readonly kind: 'filled' }
  /** The cell is in the list, and counts as often as the list has it, as in SUMPRODUCT. */
  | { readonly kind: 'listed'; readonly list: ReferencedCells };

/** The weight of a cell on which engines may differ. */
export const DOUBTFUL = 65_535;

/** Excel refuses a longer text in a formula, and matches nothing with a longer criterion. */
export const LONGEST_TEXT = 255;

const WHOLE_NUMBER = /^[1-9]\d{0,14}$/;
/** Digits with signs, separators, currencies and at most one word: Excel may read a number, a date, an hour or a rate. */
const LIKE_A_NUMBER = /^[^\p{L}\d]*\d[\d\s.,:/+\-%€$£()]*(?:\p{L}{1,10}\.?[\d\s.,:/-]*)?$/u;
const LIKE_A_MONTH =
  /^(?:jan|f[ée]v|feb|mar|av|apr|mai|may|jui|jun|jul|ao|aug|sep|oct|nov|d[ée]c)\p{L}*\.?[\s\-/.]*\d{1,4}$/iu;
const LIKE_A_WORD_OF_EXCEL =
  /^(?:true|false|vrai|faux|#(?:n\/a|null!|div\/0!|value!|valeur!|ref!|name\?|nom\?|num!|nombre!))$/i;
/** Invisible characters, which some engines compare and others ignore. */
export const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** The criterion for a literal text: escapes `~`, `*`, `?` and an operator at the start. */
export function escapeCriterion(text: string): string {
  const escaped = escapeWildcards(text);
  return /^[=<>]/.test(text) ? `=${escaped}` : escaped;
}

/** True when a reference to a cell may replace the text: Excel finds no wildcard and no operator in it. */
export function isPlainCriterion(text: string): boolean {
  return text !== '' && escapeCriterion(text) === text;
}

/** Why no SUMIFS can look for this text as it is; null when one can. */
export function refusalOf(text: string): 'tooLong' | 'likeANumber' | null {
  if (escapeCriterion(text).length + 2 > LONGEST_TEXT) return 'tooLong';
  if (WHOLE_NUMBER.test(text)) return null;
  return [LIKE_A_NUMBER, LIKE_A_MONTH, LIKE_A_WORD_OF_EXCEL].some((pattern) => pattern.test(text.trim()))
    ? 'likeANumber'
    : null;
}

/** The criterion as written in a formula. */
export function printCriterion(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'equals':
      return criterion.at ?? quote(escapeCriterion(criterion.text));
    case 'differs':
      return quote(`<>${escapeWildcards(criterion.text)}`);
    case 'below':
      return `"<"&${criterion.bound.formula}`;
    case 'from':
      return `">="&${criterion.bound.formula}`;
    case 'negative':
      return '"<0"';
    case 'positive':
      return '">0"';
    case 'filled':
      return '"<>"';
    case 'listed':
      return criterion.list.reference;
  }
}

/** Numbers from the first to below the second. */
export interface NumberRange {
  readonly from: number;
  readonly below: number;
}

type NumberCriterion = Extract<Criterion, { readonly kind: 'below' | 'from' | 'negative' | 'positive' }>;

/** The numbers that a comparison takes; null for another criterion. */
export function rangeOf(criterion: NumberCriterion): NumberRange;
export function rangeOf(criterion: Criterion): NumberRange | null;
export function rangeOf(criterion: Criterion): NumberRange | null {
  switch (criterion.kind) {
    case 'below':
      return { from: -Infinity, below: criterion.bound.value };
    case 'from':
      return { from: criterion.bound.value, below: Infinity };
    case 'negative':
      return { from: -Infinity, below: 0 };
    case 'positive':
      return { from: Number.MIN_VALUE, below: Infinity };
    default:
      return null;
  }
}

/** True for a text that some engines compare as a number. */
export function isLikeANumber(text: string): boolean {
  return /^\s*[-+]?\d+([.,]\d+)?\s*$/.test(text);
}

/** How often the cell counts: 0 or 1, more when a list repeats it, `DOUBTFUL` when engines may differ. */
export function weigher(criterion: Criterion): (cell: CellValue) => number {
  switch (criterion.kind) {
    case 'equals':
      return weigherOfText(criterion.text);
    case 'differs': {
      const equals = weigherOfText(criterion.text);
      return (cell) => (isCellError(cell) ? DOUBTFUL : opposite(equals(cell)));
    }
    case 'below':
    case 'from':
    case 'negative':
    case 'positive':
      return weigherOfNumbers(rangeOf(criterion));
    case 'filled':
      return (cell) => (cell === '' ? DOUBTFUL : cell === null ? 0 : 1);
    case 'listed':
      return weigherOfList(criterion.list.cells);
  }
}

/** A text literal of a formula. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The text with `~` before each wildcard. */
export function escapeWildcards(text: string): string {
  return text.replace(/[~*?]/g, '~$&');
}

function opposite(weight: number): number {
  return weight === DOUBTFUL ? DOUBTFUL : weight === 0 ? 1 : 0;
}

function weigherOfText(text: string): (cell: CellValue) => number {
  if (text === '') return (cell) => (cell === null || cell === '' ? 1 : 0);
  if (refusalOf(text) !== null) return (cell) => (cell === null ? 0 : DOUBTFUL);
  const wanted = text.toLowerCase();
  const loose = seen(wanted);
  const number = WHOLE_NUMBER.test(text) ? Number(text) : null;
  return (cell) => {
    if (typeof cell === 'number') return cell === number ? 1 : 0;
    if (typeof cell !== 'string') return 0;
    const found = cell.toLowerCase();
    if (found === wanted) return 1;
    if (number !== null) return Number(cell) === number ? DOUBTFUL : 0;
    return seen(found) === loose ? DOUBTFUL : 0;
  };
}

function seen(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '');
}

/** Excel compares numbers only; some engines read a text as a number, and LibreOffice a boolean. */
function weigherOfNumbers({ from, below }: NumberRange): (cell: CellValue) => number {
  return (cell) => {
    if (typeof cell === 'number') return cell >= from && cell < below ? 1 : 0;
    if (typeof cell === 'boolean') return Number(cell) >= from && Number(cell) < below ? DOUBTFUL : 0;
    return typeof cell === 'string' && isLikeANumber(cell) ? DOUBTFUL : 0;
  };
}

function weigherOfList(list: readonly CellValue[]): (cell: CellValue) => number {
  const texts = list.flatMap((cell) =>
    typeof cell === 'string' && cell !== '' ? [cell] : typeof cell === 'number' ? [String(cell)] : [],
  );
  const weighers = texts.map(weigherOfText);
  return (cell) => {
    let weight = 0;
    for (const weigh of weighers) {
      const one = weigh(cell);
      if (one === DOUBTFUL) return DOUBTFUL;
      weight += one;
    }
    return weight;
  };
}
