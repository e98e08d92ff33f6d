/**
 * Converts formulas between two forms: as people and Office.js write them (`=ENVELOPE.REMAINING("PDE","CP")`,
 * `Suivi[@AE]`), and as files store them (`_xldudf_ENVELOPE_REMAINING(…)`, `Suivi[[#This Row],[AE]]`, `_xlfn.` before
 * functions newer than Excel 2007). Only text outside strings, quoted sheet names and brackets is parsed.
 */
import { cellAddress, columnName, columnNumber } from '../../workbook/cells';
import { segmentsOf, type FormulaSegment } from '../../workbook/formula-text';

const ADD_IN = 'ENVELOPE';

/** Functions newer than the file format; those of `_xlws.` take both prefixes. */
const NEWER_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'IFNA IFS SWITCH MAXIFS MINIFS CONCAT TEXTJOIN XLOOKUP XMATCH UNIQUE SORTBY SEQUENCE RANDARRAY LET LAMBDA MAP REDUCE SCAN BYROW BYCOL ' +
    'MAKEARRAY ISOMITTED TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK TOCOL TOROW WRAPROWS WRAPCOLS TAKE DROP CHOOSECOLS CHOOSEROWS EXPAND ' +
    'ARRAYTOTEXT VALUETOTEXT DAYS ISOWEEKNUM FORMULATEXT SHEET SHEETS NUMBERVALUE ISFORMULA XOR BASE DECIMAL CEILING.MATH FLOOR.MATH ' +
    'STDEV.S STDEV.P VAR.S VAR.P PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC QUARTILE.EXC ' +
    'RANK.EQ RANK.AVG MODE.SNGL MODE.MULT NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV UNICHAR UNICODE PDURATION RRI ENCODEURL WEBSERVICE FILTERXML'
  ).split(' '),
);
const NEWER_SHEET_FUNCTIONS: ReadonlySet<string> = new Set(['FILTER', 'SORT']);

/** The form that files store, without `=`. */
export function toFileFormula(formula: string): string {
  const segments = segmentsOf(formula.startsWith('=') ? formula.slice(1) : formula);
  const parameters = letNames(segments);
  return segments.map((segment) => toFileSegment(segment, parameters)).join('');
}

function toFileSegment(segment: FormulaSegment, parameters: ReadonlySet<string>): string {
  if (segment.kind === 'bracket') return thisRowOf(segment.text);
  if (segment.kind !== 'code') return segment.text;
  const withCalls = segment.text.replace(/(?<![\p{L}\p{N}_.])([A-Za-z][\w.]*)(?=\()/gu, (name: string) =>
    fileNameOf(name),
  );
  if (parameters.size === 0) return withCalls;
  const word = /(?<![\p{L}\p{N}_.!])[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(!])/gu;
  return withCalls.replace(word, (name) => (parameters.has(name.toUpperCase()) ? `_xlpm.${name}` : name));
}

function fileNameOf(name: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith(`${ADD_IN}.`)) return `_xldudf_${upper.replaceAll('.', '_')}`;
  if (NEWER_SHEET_FUNCTIONS.has(upper)) return `_xlfn._xlws.${upper}`;
  return NEWER_FUNCTIONS.has(upper) ? `_xlfn.${upper}` : name;
}

/** `[@AE]` and `[@[Montant AE]]` are `[[#This Row],[AE]]` in a file; `[@]` is `[#This Row]`. */
function thisRowOf(bracket: string): string {
  if (!bracket.startsWith('[@')) return bracket;
  const inside = bracket.slice(2, -1);
  if (inside === '') return '[#This Row]';
  return `[[#This Row],${inside.startsWith('[') ? inside : `[${inside}]`}]`;
}

/** Names that a LET declares: every other argument but the last. */
function letNames(segments: readonly FormulaSegment[]): ReadonlySet<string> {
  const names = new Set<string>();
  const code = segments
    .map((segment) => (segment.kind === 'code' ? segment.text : ' '.repeat(segment.text.length)))
    .join('');
  for (const call of code.matchAll(/(?<![\w.])LET\(/gi)) {
    const given = argumentsFrom(code, call.index + call[0].length);
    given.slice(0, -1).forEach((argument, index) => {
      if (index % 2 === 0 && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(argument.trim()))
        names.add(argument.trim().toUpperCase());
    });
  }
  return names;
}

function argumentsFrom(code: string, start: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < code.length; at += 1) {
    const character = code[at];
    if (character === '(' || character === '{') depth += 1;
    if (character === ')' || character === '}') depth -= 1;
    if (depth < 0 || (character === ',' && depth === 0)) {
      found.push(code.slice(from, at));
      from = at + 1;
    }
    if (depth < 0) break;
  }
  return found;
}

/** The form that people write, with `=`. */
export function fromFileFormula(stored: string): string {
  if (!stored.includes('_x') && !stored.includes('[')) return `=${stored}`;
  const parts = segmentsOf(stored).map((segment) => {
    if (segment.kind === 'bracket') return displayedBracket(segment.text);
    if (segment.kind !== 'code') return segment.text;
    return segment.text
      .replace(/(?<![\w.])_xldudf_ENVELOPE_(\w+)/gi, (_, name: string) => `${ADD_IN}.${name}`)
      .replace(/(?<![\w.])(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/gi, '');
  });
  return `=${parts.join('')}`;
}

function displayedBracket(bracket: string): string {
  return bracket.replace(/^\[\[#This Row\],(\[.*\])\]$/is, shortenThisRow).replace(/^\[#This Row\]$/i, '[@]');
}

/** A column name of letters and digits only needs no bracket of its own. */
function shortenThisRow(whole: string, columns: string): string {
  const plain = /^\[([\p{L}\p{N}_.]+)\]$/u.exec(columns);
  if (plain) return `[@${plain[1]}]`;
  return /\],\s*\[/.test(columns) ? whole : `[@${columns}]`;
}

/** One end of a reference; `row` is null for a whole column, `column` for a whole row. */
interface RelativeReference {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** A shared formula split at its references, to be rendered for another cell. */
export type FormulaTemplate = readonly (string | RelativeReference)[];

const ROW_COUNT = 1_048_576;
const COLUMN_COUNT = 16_384;
const CELL = String.raw`(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})`;
const COLUMNS = String.raw`(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})`;
const ROWS = String.raw`(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})`;
const REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.$\\])(?:${CELL}|${COLUMNS}|${ROWS})(?![\p{L}\p{N}_.(!\\])`,
  'gu',
);

/** Splits a master formula at its references. */
export function templateOf(stored: string): FormulaTemplate {
  return segmentsOf(stored).flatMap((segment) =>
    segment.kind === 'code' ? templateOfCode(segment.text) : [segment.text],
  );
}

function templateOfCode(code: string): (string | RelativeReference)[] {
  const pieces: (string | RelativeReference)[] = [];
  let from = 0;
  for (const match of code.matchAll(REFERENCE)) {
    const [whole, mark, letters, rowMark, digits, leftMark, left, rightMark, right, topMark, top, bottomMark, bottom] =
      match;
    const isRow = (row = '1'): boolean => Number(row) <= ROW_COUNT;
    const isColumn = (name = 'A'): boolean => columnNumber(name) < COLUMN_COUNT;
    // looks like a reference, but is a name
    if (![digits, top, bottom].every(isRow) || ![letters, left, right].every(isColumn)) continue;
    pieces.push(code.slice(from, match.index));
    if (digits !== undefined) pieces.push(referenceTo(mark, letters, rowMark, digits));
    else if (left !== undefined) pieces.push(referenceTo(leftMark, left), ':', referenceTo(rightMark, right));
    else pieces.push(referenceTo('', undefined, topMark, top), ':', referenceTo('', undefined, bottomMark, bottom));
    from = match.index + whole.length;
  }
  pieces.push(code.slice(from));
  return pieces;
}

function referenceTo(mark: string | undefined, letters?: string, rowMark?: string, digits?: string): RelativeReference {
  return {
    column: letters === undefined ? null : columnNumber(letters),
    row: digits === undefined ? null : Number(digits) - 1,
    columnFixed: mark === '$',
    rowFixed: rowMark === '$',
  };
}

/** The formula of a template, moved by a number of rows and columns. */
export function renderTemplate(template: FormulaTemplate, down: number, right: number): string {
  let formula = '';
  for (const piece of template) formula += typeof piece === 'string' ? piece : movedReference(piece, down, right);
  return formula;
}

function movedReference(reference: RelativeReference, down: number, right: number): string {
  const { columnFixed, rowFixed } = reference;
  const row = reference.row === null || rowFixed ? reference.row : reference.row + down;
  const column = reference.column === null || columnFixed ? reference.column : reference.column + right;
  if ((row !== null && (row < 0 || row >= ROW_COUNT)) || (column !== null && (column < 0 || column >= COLUMN_COUNT)))
    return '#REF!';
  const columnText = column === null ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  if (row === null) return columnText;
  if (column !== null && !columnFixed && !rowFixed) return cellAddress(row, column);
  return `${columnText}${rowFixed ? '$' : ''}${row + 1}`;
}
