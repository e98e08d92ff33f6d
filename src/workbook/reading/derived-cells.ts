/** Cells that repeat others: formulas over cells of this workbook, labels of totals, pivot tables. */
import { isPeriodAlone } from '../../domain/calendar/label-period';
import { comparable } from '../../domain/text';
import { textOf, type Area } from '../cells';
import type { FootLabel, TotalWords } from '../ledger/rows/total-words';
import { formulaAt, valueAt, type SheetSnapshot } from '../snapshot';
import type { AreaColumn } from './amount-columns';

/** Functions that add nothing to the figures typed in a formula: `=ROUND(1200*1.2,2)`. */
const ARITHMETIC = /\b(?:SUM|ROUND|ROUNDUP|ROUNDDOWN|PRODUCT|ABS|INT)\(|\dE[+-]?\d/gi;
/** A formula that begins with a cell, as most do: `=M2-N2`. */
const FROM_A_CELL = /^=[-+(]?\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\d(!._])/u;
/** A cell, a column of a table, a name, or another function. */
const REFERENCE = /[\p{L}[]/u;
/** A cell of another workbook: `[1]Suivi!A1`, `'[Suivi.xlsx]PDE'!A1`. */
const ELSEWHERE = /\[[^\][]{1,260}\][^\]!,;()]{0,60}!/;
const TEXTS = /"(?:[^"]|"")*"/g;
const LONGEST_FORMULA = 8192;
const LONGEST_LABEL = 80;
const TOTAL_OF =
  /^(?:sous[- ]?)?tota(?:l|ux) (?:(?:du |de )?(?:mois )?(?:de |d'))?(?!(?:exercice |annee )?20\d\d$)(.{2,40})$/;
const MOST_ROWS_SUMMED = 200;
/** The words that Excel writes in a pivot table. */
const PIVOT = /^(?:etiquettes de (?:lignes|colonnes)|row labels|column labels)$/;
/** « Somme de Montant AE »: a pivot table when « Montant AE » is a heading of another table. */
const SUMMED = /^(?:(?:somme|nombre|moyenne|min|max) de|(?:sum|count|average) of) (.+)$/;

/** True for a cell computed from other cells of the workbook; `=12000+3000` is typed. */
export function isComputed(sheet: SheetSnapshot, row: number, column: number): boolean {
  if (sheet.formulas.size === 0) return false;
  const formula = formulaAt(sheet, row, column);
  if (formula === undefined) return false;
  if (!formula.includes('[') && FROM_A_CELL.test(formula)) return true;
  const plain = plainFormula(formula);
  return !ELSEWHERE.test(plain) && REFERENCE.test(plain.replace(ARITHMETIC, ''));
}

/** A formula without its texts. */
export function plainFormula(formula: string): string {
  return formula.slice(1, LONGEST_FORMULA).replace(TEXTS, '');
}

/**
 * The kind of label of a row that is no operation by itself; null for any other row. As in the ledger, the word of a
 * balance in a column of operations or of suppliers is an ordinary word.
 */
export function footOf(
  sheet: SheetSnapshot,
  columns: readonly AreaColumn[],
  row: number,
  words: TotalWords,
): FootLabel['kind'] | null {
  for (const { column, concepts } of columns) {
    const value = valueAt(sheet, row, column);
    const label = typeof value === 'string' && value !== '' ? words.labelOf(value) : null;
    if (!label?.isPlain || concepts.has('status')) continue;
    if (periodTotalled(textOf(value)) !== null && !isBelowAmounts(sheet, columns, row)) continue;
    if (label.kind === 'total' || !(concepts.has('operation') || concepts.has('supplier'))) return label.kind;
  }
  return null;
}

/** « avril » of « Total avril », « Sous-total avril »; null for any other label. */
export function periodTotalled(label: string): string | null {
  const [, period = ''] = TOTAL_OF.exec(comparable(label.slice(0, LONGEST_LABEL)).trim()) ?? [];
  return isPeriodAlone(period) ? period : null;
}

/** True below an amount that is no such total: the total may be its sum. */
function isBelowAmounts(sheet: SheetSnapshot, columns: readonly AreaColumn[], row: number): boolean {
  for (let above = row - 1; above >= Math.max(0, row - MOST_ROWS_SUMMED); above--) {
    const isFilled = columns.some(
      (one) => one.kind === 'amounts' && typeof valueAt(sheet, above, one.column) === 'number',
    );
    if (isFilled && !columns.some(({ column }) => periodTotalled(textOf(valueAt(sheet, above, column))) !== null))
      return true;
  }
  return false;
}

/** True for a rectangle that begins with the words of a pivot table; `headings` are those of the team's tables. */
export function isPivot(sheet: SheetSnapshot, area: Area, headings: ReadonlySet<string>): boolean {
  for (let row = area.top; row < Math.min(area.top + 3, area.top + area.rows); row++) {
    for (let column = area.left; column < area.left + Math.min(area.columns, 4); column++) {
      const text = comparable(textOf(valueAt(sheet, row, column)).slice(0, 100));
      if (PIVOT.test(text) || headings.has(SUMMED.exec(text)?.[1] ?? '')) return true;
    }
  }
  return false;
}
