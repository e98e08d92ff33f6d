/**
 * The total rows of an extract (« Résultat », « Total Résultat », « Total général »): they count for nothing, and its
 * lines must add up to the largest of them.
 */
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';

const TOTAL = /^((sous )?(total|resultat)|total (general|resultat)|resultat (global|total)|somme|cumul)$/;
const GRAND = /^(total|total (general|resultat)|resultat (global|total))$/;
const LONGEST_WORD = 40;

/** The word of a total row: its column, and whether it totals the whole table. */
export interface TotalWord {
  readonly column: number;
  readonly isGrand: boolean;
}

/** The word of total in a row; null when it is a line like another. A supplier may be called Total. */
export function totalWordOf(cells: readonly CellValue[], except: ReadonlySet<number>): TotalWord | null {
  for (const [column, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell.length < 5 || cell.length > LONGEST_WORD || except.has(column)) continue;
    const first = cell.trimStart().charCodeAt(0) | 0x20;
    if (first !== LETTER_T && first !== LETTER_R && first !== LETTER_S && first !== LETTER_C) continue;
    const word = comparable(cell);
    if (TOTAL.test(word)) return { column, isGrand: GRAND.test(word) };
  }
  return null;
}

const LETTER_C = 99;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

/** The sums of the lines and the totals that the extract shows. */
export class Totals {
  private sum = 0;
  private readonly shown: (TotalWord & { readonly cents: number })[] = [];

  addLine(cents: number): void {
    this.sum += cents;
  }

  addTotal(word: TotalWord, cents: number): void {
    this.shown.push({ ...word, cents });
  }

  /** The total of the whole table: the last one named so, or the sum of the outermost ones; null when there is none. */
  result(): { readonly cents: number; readonly agrees: boolean } | null {
    if (this.shown.length === 0) return null;
    const outermost = this.shown.reduce((least, { column }) => Math.min(least, column), Infinity);
    const outer = this.shown.filter(({ column }) => column === outermost);
    const grand = outer.filter(({ isGrand }) => isGrand).pop();
    const cents = grand ? grand.cents : outer.reduce((sum, total) => sum + total.cents, 0);
    return { cents, agrees: cents === this.sum };
  }
}
