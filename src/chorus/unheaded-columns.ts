/**
 * Columns of an extract without a heading that hold amounts, which are in no line: a copy of the amounts, their tax, or
 * payments whose heading was lost. A blank heading beside a code is that of its label; ranks, years and long numbers
 * are no amounts.
 */
import type { UnheadedColumn } from '../domain/reconciliation/extract-reading';
import { textOf, type CellValue } from '../workbook/cells';
import { isFilled } from '../workbook/ledger/sheet-rows';
import { meaningOfHeading } from './extract-columns';
import { hasTwin, type Layout } from './extract-layout';
import { shownInRow, type GridRow } from './extract-rows';

const LEAST_OF_A_NUMBER = 10_000_000;
const YEARS = { first: 1990, last: 2100 };
const DECIMALS = /^[-+(]?\d[\d .\u00a0\u202f]{0,14}[,.]\d{2}\)?(?: ?€)?$/;

/** The unheaded columns with amounts among these rows, which are below the headings. */
export function unheadedAmounts(rows: readonly GridRow[], { headings, bank }: Layout): readonly UnheadedColumn[] {
  return headings.flatMap((heading, column) => {
    if (isFilled(heading) || bank.has(column)) return [];
    const left = meaningOfHeading(headings[column - 1]);
    if (left !== null && hasTwin(left.field)) return [];
    const amounts = rows.flatMap((row) => amountIn(row, column) ?? []);
    const isRank = amounts.length > 1 && amounts.every((amount, at) => amount === (amounts[0] ?? 0) + at);
    if (amounts.length === 0 || isRank) return [];
    const filled = headings.flatMap((one, at) => (isFilled(one) ? [{ text: textOf(one).trim(), at }] : []));
    const beside = filled.filter(({ at }) => at < column).at(-1) ?? filled[0];
    return [{ beside: beside?.text ?? '', count: amounts.length }];
  });
}

/** The number of a cell that may be an amount; null for any other. */
function amountIn(row: GridRow, column: number): number | null {
  const cell: CellValue = row.cells[column] ?? null;
  if (typeof cell === 'string') return DECIMALS.test(cell.trim()) ? NaN : null;
  if (typeof cell !== 'number' || cell === 0 || shownInRow(row, column)?.kind === 'date') return null;
  const isWhole = Number.isInteger(cell);
  const isYear = isWhole && cell >= YEARS.first && cell <= YEARS.last;
  return isYear || (isWhole && Math.abs(cell) >= LEAST_OF_A_NUMBER) ? null : cell;
}
