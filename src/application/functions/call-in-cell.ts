/**
 * The answer of the only ENVELOPE call of a cell, alone or guarded by IFERROR, computed again from its formula: its
 * arguments are constants or cells. A cell that Excel has not calculated yet, or whose function it lost, shows another.
 */
import { isCellError, parseArea } from '../../workbook/cells';
import { codeOf } from '../../workbook/formula-text';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import { figureOfCall } from './function-answers';
import type { FunctionArgument } from './function-arguments';
import type { FunctionState } from './function-state';
import type { FunctionValue } from './function-tables';

/** A call, alone in its formula but for its guard. */
export interface CallAlone {
  readonly name: string;
  /** The texts of its arguments. */
  readonly args: readonly string[];
  /** `IFERROR(…, 0)`: the cell shows something else for an error. */
  readonly isGuarded: boolean;
}

const START = /^=\s{0,9}((?:_xlfn\.)?(?:IFERROR|IFNA)\(\s{0,9})?ENVELOPE\.([A-Z]{2,20})\(/i;
const TEXT = /^"((?:[^"]|"")*)"$/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const CELL = /^(?:('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d{1,7})$/iu;
/** Figures that differ by less are one: Excel keeps fifteen digits. */
const PRECISION = 1e-12;

/** The call that is all of a formula; null for any other formula. */
export function callAlone(formula: string): CallAlone | null {
  const code = codeOf(formula);
  const [start, guard, name = ''] = START.exec(code) ?? [];
  if (start === undefined || code.includes('{')) return null;
  const { commas, end } = argumentsFrom(code, start.length);
  if (end < 0 || (guard !== undefined && code[end + 1] !== ',')) return null;
  const last = guard === undefined ? end : argumentsFrom(code, end + 2).end;
  if (last < 0 || code.slice(last + 1).trim() !== '') return null;
  const cuts = [start.length - 1, ...commas, end];
  const args = cuts.slice(1).map((cut, at) => formula.slice((cuts[at] ?? 0) + 1, cut).trim());
  return { name: name.toUpperCase(), args: args.join('') === '' ? [] : args, isGuarded: guard !== undefined };
}

/** The commas between the arguments that begin there, and the parenthesis that closes them; -1 without one. */
function argumentsFrom(code: string, first: number): { readonly commas: readonly number[]; readonly end: number } {
  const commas: number[] = [];
  let depth = 0;
  for (let at = first; at < code.length; at++) {
    if (code[at] === '(') depth++;
    else if (code[at] === ',' && depth === 0) commas.push(at);
    else if (code[at] === ')' && depth-- === 0) return { commas, end: at };
  }
  return { commas, end: -1 };
}

/** The answer of a call; null for an error, undefined where its arguments or its answer depend on more. */
export function answerOf(
  { name, args }: CallAlone,
  sheet: SheetSnapshot,
  workbook: WorkbookSnapshot,
  state: FunctionState,
): FunctionValue | null | undefined {
  const values = args.map((text) => argumentOf(text, sheet, workbook));
  return values.includes(undefined) ? undefined : figureOfCall(name, values, state);
}

function argumentOf(text: string, own: SheetSnapshot, workbook: WorkbookSnapshot): FunctionArgument | undefined {
  if (text === '') return null;
  const [, quoted] = TEXT.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  if (NUMBER.test(text)) return Number(text);
  const [, named, cell = ''] = CELL.exec(text) ?? [];
  const area = parseArea(cell);
  const sheet = named === undefined ? own : findSheet(workbook, plainName(named));
  if (!area || !sheet) return undefined;
  const value = valueAt(sheet, area.top, area.left);
  return value === null || value === '' || isCellError(value) ? undefined : value;
}

function plainName(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** True for what a cell with that answer shows. */
export function shows(value: unknown, answer: FunctionValue): boolean {
  if (typeof value !== 'number' || typeof answer !== 'number') return value === answer;
  return Math.abs(value - answer) <= PRECISION * Math.max(1, Math.abs(answer));
}
