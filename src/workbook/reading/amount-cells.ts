/** Which cells of a column of amounts hold one. */
import { parseDateText } from '../../domain/calendar/date-text';
import { readAmountNumber, readAmountText, type AmountUnit } from '../../domain/money/amount-text';
import { comparable } from '../../domain/text';
import { isCellError, type CellValue } from '../cells';
import { isAmountIn, isBlankText } from '../ledger/read-cells';
import type { ShownNumber } from '../number-formats';
import { shownAt, valueAt, type SheetSnapshot } from '../snapshot';

const LONGEST_AMOUNT = 60;
/** « env. 12 500 », « ≈ 12 500 », « 12,5 K ». */
const FIRST_FIGURE = /^(?:env\.?|environ|approx\.?|[~≈<>≤≥±])?\s?[-+−(€]?\s?€?\s?\d/i;
/** Words that mean no amount, or answer whether there is one. */
const NO_AMOUNT =
  /^(?:neant|aucune?|sans objet|s\.? ?o\.?|gratuit|offert|nul|zero|oui|non|ok|x|idem|yes|no|none|nil|free)$/;

/** A column of amounts, and their unit; null for a currency or a unit that is not read. */
export interface AmountsOfColumn {
  readonly column: number;
  readonly isMoney: boolean;
  readonly unit: AmountUnit | null;
}

/** The cents of a cell in a column of amounts; null for anything else. */
export function centsOf(value: CellValue, unit: AmountUnit = '€'): number | null {
  if (typeof value === 'number') return readAmountNumber(value, unit)?.cents ?? null;
  if (typeof value !== 'string' || isBlankText(value)) return null;
  return readAmountText(value, unit)?.cents ?? null;
}

/** The cents of a cell of a sheet; `unreadable`: it is, or is shown as, something else than an amount in euros. */
export function centsAt(
  sheet: SheetSnapshot,
  row: number,
  { column, isMoney, unit }: AmountsOfColumn,
): number | 'unreadable' | null {
  const value = valueAt(sheet, row, column);
  if (unit === null) return centsOf(value) === null ? null : 'unreadable';
  const shown = typeof value === 'number' ? shownAt(sheet, row, column) : undefined;
  if (shown === undefined || isAmountIn(shown, unit)) return centsOf(value, unit);
  return isMoney || !NO_MONEY.includes(shown.kind) ? 'unreadable' : null;
}

/** Under a heading that is not of amounts, these are no amounts: a rate, a duration, a number of file or of telephone. */
const NO_MONEY: readonly ShownNumber['kind'][] = ['percentage', 'time', 'quantity', 'altered'];

/**
 * True for a text of a column of amounts that means an amount, and cannot be read as one: « 12,5 K », « 1O0,00 ». It
 * begins with a figure, and has at least as many figures as letters; no date, and no percentage.
 */
export function isUnreadableAmount(value: CellValue): boolean {
  if (typeof value !== 'string' || isBlankText(value) || value.length > LONGEST_AMOUNT || centsOf(value) !== null)
    return false;
  const text = value.trim();
  if (!FIRST_FIGURE.test(text) || text.includes('%') || parseDateText(text) !== null) return false;
  return (text.match(/\d/g)?.length ?? 0) >= (text.match(/\p{L}/gu)?.length ?? 0);
}

/** True for words in place of an amount, under a heading of amounts: « à préciser », « cent euros », « 20 % ». */
export function areWordsForAmount(value: CellValue): boolean {
  if (typeof value !== 'string' || isBlankText(value) || value.length > LONGEST_AMOUNT || centsOf(value) !== null)
    return false;
  const text = value.trim();
  return !NO_AMOUNT.test(comparable(text)) && parseDateText(text) === null;
}

/** True for any other content of a cell of AE or CP: an error of Excel, a text with a figure in it. */
export function isNoAmount(value: CellValue): boolean {
  if (isCellError(value)) return true;
  return typeof value === 'string' && /\d/.test(value) && !isBlankText(value) && centsOf(value) === null;
}
