/**
 * The figure that a formula shows: `=ENVELOPE.AVAILABLE(A5,"AE")` is that of the envelope named in A5. The arguments are
 * read as the functions read them. Null for anything but one call of a figure, with texts, numbers or single cells.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { columnNumber, isCellError, type CellValue } from '../../workbook/cells';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { Dossier } from '../dossier';
import { readDate, readKey, readNature } from '../functions/function-arguments';
import type { ExplainedFigure, FigureSubject } from './explain-figure';

/** A figure, and the day that its formula asks for; null when the formula leaves it out. */
export interface FigureOfFormula {
  readonly subject: FigureSubject;
  readonly asOf: CivilDate | null;
}

const FIGURES: ReadonlyMap<string, ExplainedFigure> = new Map([
  ['ALLOCATED', 'allocated'],
  ['CONSUMED', 'consumed'],
  ['RESERVED', 'reserved'],
  ['REMAINING', 'remaining'],
  ['AVAILABLE', 'available'],
]);

const CALL = 'ENVELOPE.';

/** `formula` is invariant, of a cell of `sheet`. */
export function figureOfFormula(
  { workbook, convention }: Dossier,
  sheet: string,
  formula: string,
): FigureOfFormula | null {
  const call = callOf(formula);
  const figure = call && FIGURES.get(call.name);
  if (!call || !figure || call.args.length < 2 || call.args.length > 4) return null;
  const values = call.args.map((text) => argumentOf(workbook, sheet, text));
  if (values.includes(undefined)) return null;
  const [envelope, nature, line, day] = values;
  const key = readKey(envelope, line, convention, workbook.uses1904Dates);
  const which = readNature(nature);
  const asOf = readDate(day, workbook.uses1904Dates);
  if (!key.ok || !which.ok || !asOf.ok) return null;
  return { subject: { ...key.value, nature: which.value, figure }, asOf: asOf.value };
}

/** The first call of a formula, with the texts of its arguments; null when there is none. */
function callOf(formula: string): { readonly name: string; readonly args: readonly string[] } | null {
  const start = formula.toUpperCase().indexOf(CALL);
  const open = formula.indexOf('(', start);
  if (start < 0 || open < 0) return null;
  const args: string[] = [];
  let [depth, from, quote] = [0, open + 1, ''];
  for (let at = open + 1; at < formula.length; at++) {
    const letter = formula.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(' || letter === '{') depth++;
    else if (depth === 0 && (letter === ',' || letter === ')')) {
      args.push(formula.slice(from, at).trim());
      if (letter === ')') return { name: formula.slice(start + CALL.length, open).toUpperCase(), args };
      from = at + 1;
    } else if (letter === ')' || letter === '}') depth--;
  }
  return null;
}

/** The value of an argument; undefined for what only Excel can compute. */
function argumentOf(workbook: WorkbookSnapshot, sheet: string, text: string): CellValue | undefined {
  if (text === '') return null;
  if (text.startsWith('"')) return text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : undefined;
  if (!Number.isNaN(Number(text))) return Number(text);
  const mark = text.lastIndexOf('!');
  const named = text.slice(0, Math.max(0, mark));
  const name = mark < 0 ? sheet : named.startsWith("'") ? named.slice(1, -1).replaceAll("''", "'") : named;
  const cell = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text.slice(mark + 1));
  const target = findSheet(workbook, name);
  if (!cell || !target) return undefined;
  const [, column = '', row = ''] = cell;
  const value = valueAt(target, Number(row) - 1, columnNumber(column));
  return isCellError(value) ? undefined : value;
}
