/** The common traits of the values of one column, counted in one pass, without copies. */
import { parseDateText } from '../../domain/calendar/date-text';
import { readAmountText } from '../../domain/money/amount-text';
import { isBlankText } from '../ledger/read-cells';
import { isCellError } from '../cells';
import { hasRow } from '../row-runs';
import type { SheetSnapshot } from '../snapshot';
import { isUnreadableAmount } from './amount-cells';

/** Serial numbers of 2000 to 2050. */
const SERIALS = { first: 36_526, last: 55_152 };
/** EJ, DP and SIREN numbers have nine digits or more. */
const SHORTEST_PIECE = 1e8;
/** Nine values in ten decide. */
const NEARLY_ALL = 0.9;
const LARGEST_SHARE = 1.5;
const ROUND = 100;
/** Numbers of DP have eight digits or more, or are not round. */
const SMALLEST_DP = 1e7;
const LARGEST_COUNT = 100;
/** Days of several years. */
const MOST_DAYS = 2_000;
/** Days and people are counted by halves and quarters. */
const PART_OF_A_DAY = 0.25;
const YEARS = { first: 1990, last: 2100 };
const HAS_CURRENCY = /€|eur|[.,]\d\d(?!\d)/i;

/** True for the year, the month and the day in eight digits. */
function isDayStamp(value: number): boolean {
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  return year >= YEARS.first && year <= YEARS.last && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

export class ColumnValues {
  private numbers = 0;
  private texts = 0;
  private dateTexts = 0;
  private whole = 0;
  private years = 0;
  private serials = 0;
  private pieces = 0;
  private shares = 0;
  private smallCounts = 0;
  private quarters = 0;
  private stamps = 0;
  private hundreds = 0;
  private currencies = 0;
  private greatest = 0;
  private unreadable = 0;
  private words = 0;
  private errors = 0;
  private shownInEuros = 0;
  private cents = 0;

  /** The values of a column between two rows, both included. */
  static of(sheet: SheetSnapshot, column: number, firstRow: number, lastRow: number): ColumnValues {
    const found = new ColumnValues();
    const { top = 0, left = 0 } = sheet.used ?? {};
    const inEuros = sheet.inEuros?.get(column)?.rows;
    for (let row = firstRow; row <= lastRow; row++) {
      const value = sheet.values[row - top]?.[column - left];
      if (typeof value === 'number') {
        found.addNumber(value);
        if (inEuros && hasRow(inEuros, row)) found.shownInEuros++;
      } else if (typeof value === 'string' && value !== '') found.addText(value);
      else if (value !== undefined && isCellError(value)) found.errors++;
    }
    return found;
  }

  private addNumber(value: number): void {
    this.numbers++;
    const size = Math.abs(value);
    if (size > this.greatest) this.greatest = size;
    if (size <= MOST_DAYS && Number.isInteger(value / PART_OF_A_DAY)) this.quarters++;
    else if (size > LARGEST_SHARE && !Number.isInteger(value)) this.cents++;
    if (!Number.isInteger(value)) {
      if (size <= LARGEST_SHARE) this.shares++;
      return;
    }
    this.whole++;
    if (value >= YEARS.first && value <= YEARS.last) this.years++;
    if (isDayStamp(value)) this.stamps++;
    if (value >= SERIALS.first && value <= SERIALS.last) this.serials++;
    if (size >= SHORTEST_PIECE) this.pieces++;
    if (size <= LARGEST_COUNT) this.smallCounts++;
    if (size <= 1) this.shares++;
    if (size > 0 && size % ROUND === 0) this.hundreds++;
  }

  private addText(value: string): void {
    if (isBlankText(value)) return;
    const amount = readAmountText(value);
    if (!amount) {
      if (parseDateText(value.trim()) !== null) this.dateTexts++;
      else if (isUnreadableAmount(value)) this.unreadable++;
      else this.words++;
      return;
    }
    this.texts++;
    this.greatest = Math.max(this.greatest, Math.abs(amount.cents) / 100);
    if (HAS_CURRENCY.test(value)) this.currencies++;
  }

  /** Numbers, and texts that read as amounts. */
  get count(): number {
    return this.numbers + this.texts;
  }

  get isEmpty(): boolean {
    return this.count + this.dateTexts === 0;
  }

  get haveUnreadable(): boolean {
    return this.unreadable > 0;
  }

  /** Texts that are no amount and no date, nor meant as one. */
  get haveWords(): boolean {
    return this.words > 0;
  }

  /** Errors of Excel, such as `#N/A`. */
  get haveErrors(): boolean {
    return this.errors > 0;
  }

  /** The largest size of a value. */
  get largest(): number {
    return this.greatest;
  }

  /** At least half of the numbers have a format in euros: « 40,00 € ». */
  get areShownInEuros(): boolean {
    return this.numbers > 0 && 2 * this.shownInEuros >= this.numbers;
  }

  get areTextsOnly(): boolean {
    return this.numbers === 0;
  }

  get areDateTexts(): boolean {
    return this.dateTexts > this.count;
  }

  /** « 20240714 », as extracts give days. */
  get areDayStamps(): boolean {
    return this.stamps > 0 && this.stamps === this.count;
  }

  get haveCurrency(): boolean {
    return this.currencies > 0;
  }

  /** A number that is no half nor quarter, or a text with two decimals. */
  get haveCents(): boolean {
    return this.cents > 0 || this.currencies > 0;
  }

  get areWhole(): boolean {
    return this.whole === this.numbers;
  }

  /** Half of the numbers are round, as few numbers of pieces are, and none is so long as those. */
  get areRound(): boolean {
    return this.hundreds > 0 && 2 * this.hundreds >= this.numbers && this.greatest < SMALLEST_DP;
  }

  get areYears(): boolean {
    return this.years === this.numbers;
  }

  get areSerials(): boolean {
    return this.serials >= NEARLY_ALL * this.count;
  }

  /** Nothing but numbers of days. */
  get areSerialsAlone(): boolean {
    return this.count > 0 && this.serials === this.count && !this.haveUnreadable && !this.haveWords;
  }

  get areNumbersOfPieces(): boolean {
    return this.pieces >= NEARLY_ALL * this.numbers;
  }

  get areRates(): boolean {
    return this.shares === this.numbers;
  }

  get areSmallCounts(): boolean {
    return this.smallCounts === this.numbers;
  }

  /** Numbers of days, hours or people. */
  get areCounts(): boolean {
    return this.quarters === this.count;
  }
}
