/**
 * Turns structured references (`T_Suivi[Montant TTC]`, `T[[#Totals],[x]]`, `T[@x]`) into ranges, for a calculation
 * engine that supports them only in part. The cell keeps the formula as written; it is translated at each calculation,
 * so the translation is never outdated.
 */
import { columnName, quoteSheetName } from '../address';
import type { GridArea } from '../grid';

export interface ReferencedTable {
  readonly name: string;
  readonly sheetName: string;
  /** Headings, data, and the totals row when there is one. */
  readonly area: GridArea;
  readonly columns: readonly string[];
  readonly hasTotalsRow: boolean;
}

export interface ReferenceScope {
  /** By name, in any case. */
  table(name: string): ReferencedTable | undefined;
  /** The table that holds this cell, to which `[@x]` without a table name refers. */
  tableAt(sheetName: string, row: number, column: number): ReferencedTable | undefined;
  /** The formula of a defined name when the engine must not look it up itself; undefined otherwise. */
  name(name: string, sheetName: string): string | undefined;
}

/** The cell of the formula. */
export interface FormulaPlace {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy;

/** The formula with every structured reference as a range; the same text when there is none. */
export function withoutStructuredReferences(formula: string, scope: ReferenceScope, place: FormulaPlace): string {
  let result = '';
  let position = 0;
  while (position < formula.length) {
    const step = nextPart(formula, position, scope, place);
    result += step.text;
    position = step.end;
  }
  return result;
}

interface Part {
  readonly text: string;
  readonly end: number;
}

function nextPart(formula: string, start: number, scope: ReferenceScope, place: FormulaPlace): Part {
  const character = formula.charAt(start);
  if (character === '"' || character === "'") return copied(formula, start, endOfQuoted(formula, start));
  if (character === '[') return bareBracket(formula, start, scope, place);
  WORD.lastIndex = start;
  const word = WORD.exec(formula)?.[0];
  if (word) return wordPart(formula, start, word, scope, place);
  const digits = /^[\d.]+(?:E[+-]?\d+)?/i.exec(formula.slice(start, start + 32))?.[0];
  return copied(formula, start, start + (digits?.length ?? 1));
}

const copied = (formula: string, start: number, end: number): Part => ({ text: formula.slice(start, end), end });

/** The offset after the closing quote; a doubled quote is a literal one. */
function endOfQuoted(formula: string, start: number): number {
  const quote = formula.charAt(start);
  let position = start + 1;
  while (position < formula.length) {
    if (formula.charAt(position) !== quote) position += 1;
    else if (formula.charAt(position + 1) === quote) position += 2;
    else return position + 1;
  }
  return formula.length;
}

function wordPart(formula: string, start: number, word: string, scope: ReferenceScope, place: FormulaPlace): Part {
  const end = start + word.length;
  const next = formula.charAt(end);
  const isQualified = formula.charAt(start - 1) === '!';
  if (next === '(' || next === '!' || isQualified) return copied(formula, start, end);
  const table = scope.table(word);
  if (table && next === '[') {
    const bracket = endOfBracket(formula, end);
    return { text: rangeOf(table, formula.slice(end + 1, bracket - 1), place), end: bracket };
  }
  if (table) return { text: rangeOf(table, '', place), end };
  if (next === '[') return copied(formula, start, endOfBracket(formula, end));
  const name = scope.name(word, place.sheetName);
  return name === undefined
    ? copied(formula, start, end)
    : { text: withoutStructuredReferences(stackOfTexts(name), scope, place), end };
}

const TEXT = '"(?:[^"]|"")*"';
const TEXTS_ACROSS = new RegExp(`^\\{(${TEXT}(?:,${TEXT})*)\\}$`);
const TEXTS_DOWN = new RegExp(`^\\{(${TEXT}(?:;${TEXT})*)\\}$`);

/** A constant of texts as a function that makes it: the engine cuts texts of constants at commas and semicolons. */
function stackOfTexts(definition: string): string {
  const across = TEXTS_ACROSS.exec(definition)?.[1];
  if (across !== undefined) return `HSTACK(${across})`;
  const down = TEXTS_DOWN.exec(definition)?.[1];
  return down === undefined ? definition : `VSTACK(${[...down.matchAll(new RegExp(TEXT, 'g'))].join(',')})`;
}

function bareBracket(formula: string, start: number, scope: ReferenceScope, place: FormulaPlace): Part {
  const end = endOfBracket(formula, start);
  const table = scope.tableAt(place.sheetName, place.row, place.column);
  return table ? { text: rangeOf(table, formula.slice(start + 1, end - 1), place), end } : copied(formula, start, end);
}

/** The offset after the bracket that closes the one at `start`; `'` escapes the next character. */
function endOfBracket(formula: string, start: number): number {
  let depth = 0;
  for (let position = start; position < formula.length; position += 1) {
    const character = formula.charAt(position);
    if (character === "'") position += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
  }
  return formula.length;
}

type Section = 'all' | 'data' | 'headers' | 'totals' | 'row';

const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['#all', 'all'],
  ['#data', 'data'],
  ['#headers', 'headers'],
  ['#totals', 'totals'],
  ['#this row', 'row'],
]);

/** The range of the text between the outer brackets, or the error that Excel would show. */
function rangeOf(table: ReferencedTable, body: string, place: FormulaPlace): string {
  const { sections, names } = readBody(body);
  const columns = columnsOf(table, names);
  const rows = rowsOf(table, sections, place);
  if (columns === null || rows === null) return '#REF!';
  if (rows === 'outside') return '#VALUE!';
  const isThisRow = sections.includes('row');
  const mark = isThisRow ? '' : '$';
  const first = `$${columnName(columns.left)}${mark}${rows.top + 1}`;
  const last = `$${columnName(columns.left + columns.count - 1)}${mark}${rows.top + rows.count}`;
  const sheet = quoteSheetName(table.sheetName);
  return first === last ? `${sheet}!${first}` : `${sheet}!${first}:${last}`;
}

interface Body {
  readonly sections: readonly Section[];
  /** None, one, or the first and the last of a range. */
  readonly names: readonly string[];
}

function readBody(body: string): Body {
  const trimmed = body.trim();
  if (trimmed.startsWith('@')) return { sections: ['row'], names: columnNames(trimmed.slice(1)) };
  const section = SECTIONS.get(trimmed.toLowerCase());
  if (section) return { sections: [section], names: [] };
  if (!trimmed.startsWith('[')) return { sections: [], names: trimmed === '' ? [] : [unescape(trimmed)] };
  const sections: Section[] = [];
  const names: string[] = [];
  for (const item of bracketed(trimmed)) {
    const found = SECTIONS.get(item.trim().toLowerCase());
    if (found) sections.push(found);
    else names.push(unescape(item));
  }
  return { sections, names };
}

function columnNames(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  return trimmed.startsWith('[') ? bracketed(trimmed).map(unescape) : [unescape(trimmed)];
}

/** The contents of each `[…]` of a list. */
function bracketed(text: string): string[] {
  const items: string[] = [];
  let position = 0;
  while (position < text.length) {
    if (text.charAt(position) !== '[') {
      position += 1;
      continue;
    }
    const end = endOfBracket(text, position);
    items.push(text.slice(position + 1, end - 1));
    position = end;
  }
  return items;
}

const unescape = (name: string): string => name.replace(/'(.)/gs, '$1');

function columnsOf(table: ReferencedTable, names: readonly string[]): { left: number; count: number } | null {
  if (names.length === 0) return { left: table.area.left, count: table.area.columns };
  const indexes = names.map((name) => indexOfColumn(table, name));
  if (indexes.some((index) => index < 0)) return null;
  const first = Math.min(...indexes);
  return { left: table.area.left + first, count: Math.max(...indexes) - first + 1 };
}

function indexOfColumn(table: ReferencedTable, name: string): number {
  const wanted = name.trim().toLowerCase();
  return table.columns.findIndex((column) => column.trim().toLowerCase() === wanted);
}

function rowsOf(
  table: ReferencedTable,
  sections: readonly Section[],
  place: FormulaPlace,
): { top: number; count: number } | 'outside' | null {
  const { top, rows } = table.area;
  const totals = table.hasTotalsRow ? 1 : 0;
  const data = { top: top + 1, count: rows - 1 - totals };
  if (sections.includes('row')) {
    const isInside = place.row >= data.top && place.row < data.top + data.count && place.sheetName === table.sheetName;
    return isInside ? { top: place.row, count: 1 } : 'outside';
  }
  if (sections.includes('all')) return { top, count: rows };
  const hasHeaders = sections.includes('headers');
  const hasTotals = sections.includes('totals');
  if (hasTotals && totals === 0) return null;
  const hasData = sections.includes('data') || (!hasHeaders && !hasTotals);
  const start = hasHeaders ? top : hasData ? data.top : top + rows - 1;
  const end = hasTotals ? top + rows : hasData ? data.top + data.count : top + 1;
  return { top: start, count: end - start };
}

/** True when the formula may hold a structured reference or a translated name: a cheap test before the scan. */
export function mayNeedTranslation(formula: string, words: RegExp | null): boolean {
  return formula.includes('[') || (words !== null && words.test(formula));
}
