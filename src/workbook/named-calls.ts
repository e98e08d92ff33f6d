/**
 * Functions called by the definition of a name, `Reste` as `=ENVELOPE.REMAINING("PDE";"CP")`: the cells that use such a
 * name, by itself or through another name, show what the function answers without calling it themselves.
 */
import { segmentsOf } from './formula-text';
import {
  columnOfKey,
  rowOfKey,
  valueAt,
  type NameSnapshot,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from './snapshot';
import type { CellValue } from './cells';

const WORD = /(?<![\p{L}\p{N}_.\\!])[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}(?![\p{L}\p{N}_.\\(!])/gu;

/** A cell with the formula that uses a name. */
export interface NameUse {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: CellValue;
}

export interface NamedCalls {
  /** The names of the workbook whose own definition is a call. */
  readonly names: readonly NameSnapshot[];
  /** The cells that use them, also beside a call of their own. */
  readonly uses: readonly NameUse[];
}

/** The calls by names of the workbook; `isCall` recognises one. Names local to a sheet are not looked for. */
export function namedCallsIn(workbook: WorkbookSnapshot, isCall: (formula: string) => boolean): NamedCalls {
  const names = workbook.names.filter(({ scope, refersTo }) => scope === null && isCall(refersTo));
  if (names.length === 0) return { names, uses: [] };
  const calling = callingNames(workbook, names);
  const uses = workbook.sheets.flatMap((sheet) => {
    const local = localNames(workbook, sheet);
    return [...sheet.formulas].flatMap(([key, formula]): readonly NameUse[] => {
      const isUse = wordsOf(formula).some((word) => calling.has(word) && !local.has(word));
      if (!isUse) return [];
      const [row, column] = [rowOfKey(key), columnOfKey(key)];
      return [{ sheet, row, column, formula, value: valueAt(sheet, row, column) }];
    });
  });
  return { names, uses };
}

/** These names, and those whose definitions use one, in lower case. */
function callingNames(workbook: WorkbookSnapshot, names: readonly NameSnapshot[]): ReadonlySet<string> {
  const calling = new Set(names.map(({ name }) => name.toLowerCase()));
  const others = workbook.names.filter(({ name, scope }) => scope === null && !calling.has(name.toLowerCase()));
  const words = new Map(others.map(({ name, refersTo }) => [name.toLowerCase(), wordsOf(refersTo)]));
  for (let before = 0; before < calling.size;) {
    before = calling.size;
    for (const [name, used] of words) if (used.some((word) => calling.has(word))) calling.add(name);
  }
  return calling;
}

/** A name of the sheet hides that of the workbook on it. */
function localNames({ names }: WorkbookSnapshot, { name: sheet }: SheetSnapshot): ReadonlySet<string> {
  return new Set(names.flatMap(({ name, scope }) => (scope === sheet ? [name.toLowerCase()] : [])));
}

/** The words of a formula that may be names, in lower case: no text, no function, no sheet, no column of a table. */
function wordsOf(formula: string): readonly string[] {
  const code = segmentsOf(formula).filter(({ kind }) => kind === 'code');
  return code.flatMap(({ text }) => text.match(WORD) ?? []).map((word) => word.toLowerCase());
}
