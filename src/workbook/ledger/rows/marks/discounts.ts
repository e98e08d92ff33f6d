/**
 * Discounts in percent beside the amounts of a row, « Remise % »: the amount may be the one before it. Not where
 * another number of the row, less the discount, makes it: a price, or a quantity and its price.
 */
import type { CellValue } from '../../../cells';

const CENT = 0.011;
/** Rates of VAT of prices without tax. */
const TAXES = [1, 1.2, 1.1, 1.055, 1.021, 1.085];
const MOST_NUMBERS = 30;
const WHOLE = 100;

/** True where an amount of the row is another of its numbers, or the product of two, less the discount. */
export function isDeducted(
  cells: readonly CellValue[],
  amounts: readonly number[],
  column: number,
  percent: number,
): boolean {
  const typed = amounts.flatMap((at) => {
    const amount = cells[at];
    return typeof amount === 'number' && amount !== 0 ? [amount] : [];
  });
  const others = cells
    .filter((value, at): value is number => typeof value === 'number' && at !== column && !amounts.includes(at))
    .slice(0, MOST_NUMBERS);
  return typed.some((amount) => isAmong(amount / (1 - percent / WHOLE), others));
}

function isAmong(before: number, numbers: readonly number[]): boolean {
  const wanted = TAXES.map((tax) => before / tax);
  const isWanted = (value: number): boolean => wanted.some((one) => Math.abs(one - value) <= CENT);
  return numbers.some((one, at) => isWanted(one) || numbers.slice(at + 1).some((other) => isWanted(one * other)));
}
