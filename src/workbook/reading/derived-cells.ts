/** Cells that repeat others: formulas over cells of this workbook, rows of totals, pivot tables. */
import { comparable } from '../../domain/text';
import type { Area } from '../cells';
import { textOf } from '../ledger/read-cells';
import type { TotalWords } from '../ledger/rows/total-words';
import { formulaKey, valueAt, type SheetSnapshot } from '../snapshot';

/** Functions that add nothing to the figures typed in a formula: `=ROUND(1200*1.2,2)`. */
const ARITHMETIC = /\b(?:SUM|ROUND|ROUNDUP|ROUNDDOWN|PRODUCT|ABS|INT)\(|\dE[+-]?\d/gi;
/** A cell, a column of a table, a name, or another function. */
const REFERENCE = /[\p{L}[]/u;
/** A cell of another workbook: `[1]Suivi!A1`, `'[Suivi.xlsx]PDE'!A1`. */
const ELSEWHERE = /\[[^\][]{1,260}\][^\]!,;()]{0,60}!/;
const TEXTS = /"(?:[^"]|"")*"/g;
const LONGEST_FORMULA = 8192;
/** The words that Excel writes in a pivot table. */
const PIVOT =
  /^(?:etiquettes de (?:lignes|colonnes)|(?:somme|nombre|moyenne|min|max) de .+|row labels|column labels|(?:sum|count|average) of .+)$/;

/** True for a cell computed from other cells of the workbook; `=12000+3000` is typed. */
export function isComputed(sheet: SheetSnapshot, row: number, column: number): boolean {
  if (sheet.formulas.size === 0) return false;
  const formula = sheet.formulas.get(formulaKey(row, column));
  if (formula === undefined) return false;
  const plain = formula.slice(1, LONGEST_FORMULA).replace(TEXTS, '');
  return !ELSEWHERE.test(plain) && REFERENCE.test(plain.replace(ARITHMETIC, ''));
}

/** The kind of a row of totals or of balances; null for any other row. */
export function footOf(
  sheet: SheetSnapshot,
  { left, columns }: Area,
  row: number,
  words: TotalWords,
): 'totals' | 'otherAmounts' | null {
  for (let column = left; column < left + columns; column++) {
    const value = valueAt(sheet, row, column);
    const label = typeof value === 'string' && value !== '' ? words.labelOf(value) : null;
    if (label?.isPlain) return label.kind === 'total' ? 'totals' : 'otherAmounts';
  }
  return null;
}

/** True for a rectangle that begins with the words of a pivot table. */
export function isPivot(sheet: SheetSnapshot, area: Area): boolean {
  for (let row = area.top; row < Math.min(area.top + 3, area.top + area.rows); row++) {
    for (let column = area.left; column < area.left + Math.min(area.columns, 4); column++) {
      if (PIVOT.test(comparable(textOf(valueAt(sheet, row, column)).slice(0, 100)))) return true;
    }
  }
  return false;
}
