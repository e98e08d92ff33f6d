/**
 * The total rows of an extract (« Résultat », « Total Résultat », « Total général »): they count for nothing, and its
 * lines must add up to the largest of them. Without a number of EJ or of DP, a row is a total by more words (« Total
 * engagé », « Ensemble »), or by being exactly the sum of the lines above.
 */
import { RUNNING_TOTAL } from '../domain/envelopes/ledger';
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';
import { TotalWords } from '../workbook/ledger/rows/total-words';

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

const LABELS = TotalWords.with(null);
const GRAND_RANK = 2;

/** A total by the words of a row without number; a running one is the sum of the lines above it (« À reporter »). */
export interface TotalLabel extends TotalWord {
  readonly isRunning: boolean;
}

/** The same in a row without number of EJ or of DP. `isBare`: it holds little else than amounts. */
export function totalLabelOf(cells: readonly CellValue[], isBare: boolean): TotalLabel | null {
  for (const [column, cell] of cells.entries()) {
    const label = typeof cell === 'string' ? LABELS.labelOf(cell) : null;
    if (label?.kind !== 'total' || !(label.isPlain || isBare)) continue;
    return { column, isGrand: label.rank === GRAND_RANK, isRunning: label.rank === RUNNING_TOTAL };
  }
  return null;
}

const LETTER_C = 99;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;

/** The amounts that a row shows, by measure: AE and CP are never added together. */
export type ShownAmounts = ReadonlyMap<Measure, number>;

/** A measure of the extract (« Montant engagé »); `ALL` for a row that names none. */
export type Measure = string;

/** The only measure of an extract, or all of them at once where a row of the measures names none. */
export const ALL: Measure = '';

/** True when some amount is not zero. */
export function isSome(shown: ShownAmounts): boolean {
  return [...shown.values()].some((cents) => cents !== 0);
}

interface TotalRow extends TotalWord {
  readonly cents: number;
  /** It is the sum of the lines above it: of all, or since the total before. */
  readonly isSum: boolean;
}

/** The sum of one line is as well that line, twice. */
const FEWEST_LINES = 2;

/** The sums of the lines and the totals that the extract shows, each measure with its own. */
export class Totals {
  private readonly byMeasure = new Map<Measure, TotalsOfMeasure>();

  addLine(shown: ShownAmounts): void {
    for (const [measure, cents] of shown) {
      this.of(measure).addLine(cents);
      if (measure !== ALL) this.of(ALL).addLine(cents);
    }
  }

  /** Removes a line that is the sum of others. */
  remove(shown: ShownAmounts): void {
    for (const [measure, cents] of shown) {
      this.of(measure).remove(cents);
      if (measure !== ALL) this.of(ALL).remove(cents);
    }
  }

  addTotal(word: TotalWord, shown: ShownAmounts): void {
    for (const [measure, cents] of shown) this.of(measure).addTotal(word, cents);
  }

  /** After a total that the result does not need. */
  startAgain(): void {
    for (const one of this.byMeasure.values()) one.startAgain();
  }

  /** True when each amount is the sum of all the lines so far. */
  isSumOfAll(shown: ShownAmounts): boolean {
    return isSome(shown) && [...shown].every(([measure, cents]) => this.of(measure).isSumOfAll(cents));
  }

  /** True when each amount is the sum of the lines so far, or of those since the last total. */
  isSum(shown: ShownAmounts): boolean {
    return isSome(shown) && [...shown].every(([measure, cents]) => this.of(measure).isSum(cents));
  }

  /** The sum of the lines of each measure. */
  sums(): ShownAmounts {
    return new Map([...this.byMeasure].map(([measure, one]) => [measure, one.sum]));
  }

  /** The total of the whole table, for each measure that shows one. */
  results(): readonly { readonly measure: Measure; readonly cents: number; readonly agrees: boolean }[] {
    return [...this.byMeasure].flatMap(([measure, one]) => {
      const result = one.result();
      return result ? [{ measure, ...result }] : [];
    });
  }

  private of(measure: Measure): TotalsOfMeasure {
    const known = this.byMeasure.get(measure) ?? new TotalsOfMeasure();
    this.byMeasure.set(measure, known);
    return known;
  }
}

class TotalsOfMeasure {
  sum = 0;
  private lines = 0;
  private sumSince = 0;
  private linesSince = 0;
  private readonly shown: TotalRow[] = [];

  addLine(cents: number): void {
    this.sum += cents;
    this.sumSince += cents;
    this.lines += 1;
    this.linesSince += 1;
  }

  remove(cents: number): void {
    this.sum -= cents;
    this.sumSince -= cents;
  }

  addTotal(word: TotalWord, cents: number): void {
    this.shown.push({ ...word, cents, isSum: this.isSum(cents) });
    this.startAgain();
  }

  startAgain(): void {
    [this.sumSince, this.linesSince] = [0, 0];
  }

  isSumOfAll(cents: number): boolean {
    return this.lines >= FEWEST_LINES && cents === this.sum;
  }

  isSum(cents: number): boolean {
    return this.isSumOfAll(cents) || (this.linesSince >= FEWEST_LINES && cents === this.sumSince);
  }

  /** The last one named so, or the sum of the outermost ones; null when there is none. */
  result(): { readonly cents: number; readonly agrees: boolean } | null {
    if (this.shown.length === 0) return null;
    const outermost = this.shown.reduce((least, { column }) => Math.min(least, column), Infinity);
    const outer = this.shown.filter(({ column }) => column === outermost);
    const grand = outer.filter(({ isGrand }) => isGrand).pop() ?? outer.filter(({ cents }) => cents === this.sum).pop();
    const cents = grand ? grand.cents : outer.reduce((sum, total) => sum + total.cents, 0);
    return { cents, agrees: cents === this.sum || (!grand && outer.every(({ isSum }) => isSum)) };
  }
}
