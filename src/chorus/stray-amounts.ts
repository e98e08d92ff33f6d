/** Amounts outside the columns that an extract is read by: above its headings, or in a column of its own. */
import { parseDateText } from '../domain/calendar/date-text';
import type { IgnoredLine } from '../domain/reconciliation/extract-reading';
import { textOf } from '../workbook/cells';
import { centsOf } from '../workbook/reading/amount-cells';
import { isYear } from '../workbook/reading/amount-columns';
import { meaningOfHeading } from './extract-columns';
import { shownInRow, type GridRow } from './extract-rows';
import { numbersOfIgnored } from './numbers';

/** Letters of an ignored row that are shown. */
export const LONGEST_RAW = 200;
/** A whole number from here on is that of a piece, a supplier or an account. */
const LEAST_OF_A_PIECE = 1_000_000_000;
const PLAIN_DIGITS = /^\d+$/;
/** As Chorus numbers an EJ (ten digits) or a DP (nine). */
const PIECE = /^\d{9,10}$/;
/** The number of a poste has no more. */
const LEAST_OF_AN_AMOUNT = 10_000;

/** The cents of a cell that may be an amount: no zero, no year, no date, no number of a piece. Null for any other. */
export function centsIn(row: GridRow, column: number): number | null {
  const cell = row.cells[column] ?? null;
  const kind = typeof cell === 'number' ? shownInRow(row, column)?.kind : undefined;
  if (kind === 'date' || kind === 'percentage' || kind === 'time') return null;
  const cents = centsOf(cell);
  if (cents === null || cents === 0 || isYear(cents / 100)) return null;
  const isWhole = typeof cell === 'number' ? Number.isInteger(cell) : PLAIN_DIGITS.test(textOf(cell).trim());
  const isNumber = isWhole && Math.abs(cents) >= LEAST_OF_A_PIECE;
  return isNumber || (typeof cell === 'string' && parseDateText(cell.trim()) !== null) ? null : cents;
}

/** True for the digits of a number of EJ or of DP. */
export function isPiece(text: string): boolean {
  return PIECE.test(text);
}

/** True for a row with the number of an EJ or of a DP beside an amount. A criterion such as « N° EJ : 1405… » is none. */
export function holdsOperation(row: GridRow): boolean {
  const { cells } = row;
  if (!cells.some((cell) => isPiece(textOf(cell).trim()))) return false;
  return cells.some((_, column) => centsIn(row, column) !== null) && !cells.some((cell) => meaningOfHeading(cell));
}

/** A row above the headings: words, or a line that is not read; null for a blank row. */
export function rowAboveHeadings(row: GridRow, bank: ReadonlySet<number>): IgnoredLine | null {
  const { line, cells } = row;
  const texts = cells.filter((cell, column) => !bank.has(column) && textOf(cell).trim() !== '').map(textOf);
  if (texts.length === 0) return null;
  const raw = texts.join(' · ').slice(0, LONGEST_RAW);
  if (!holdsOperation(row)) return { line, reason: 'preamble', raw };
  const open = cells.filter((_, column) => !bank.has(column));
  return { line, reason: 'aboveHeadings', raw, ...numbersOfIgnored(open, null), cents: onlyAmountOf(row) };
}

/** The amount of a row whose columns are not known; null when several cells may be it. */
function onlyAmountOf(row: GridRow): number | null {
  const all = row.cells.flatMap((_, column) => centsIn(row, column) ?? []);
  const large = all.filter((cents) => Math.abs(cents) >= LEAST_OF_AN_AMOUNT || cents % 100 !== 0);
  const [only, ...others] = large.length > 0 ? large : all;
  return others.length === 0 ? (only ?? null) : null;
}
