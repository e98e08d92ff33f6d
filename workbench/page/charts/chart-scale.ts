/** The scale of an axis of values: from and to rounded numbers, with a few rounded ticks between them. */

export interface Scale {
  readonly lowest: number;
  readonly highest: number;
  /** In ascending order, `lowest` and `highest` included. */
  readonly ticks: readonly number[];
}

/** Spaces between ticks are one of these, times a power of ten. */
const STEPS = [1, 2, 5, 10];
/** Rounding errors of `index * step` are below this many digits. */
const DIGITS = 12;
/** Lines whose lowest value is above this part of the highest do not start from zero, as in Excel. */
const FAR_FROM_ZERO = 5 / 6;

/**
 * The scale over these values with at most `mostTicks` spaces; 0 to 1 without any value.
 *
 * @example scaleOf([0, 573_032], 5).ticks // [0, 200_000, 400_000, 600_000]
 */
export function scaleOf(values: readonly number[], mostTicks: number, mayLeaveZero = false): Scale {
  const [least, most] = extentOf(values);
  const isFar = mayLeaveZero && least > 0 && least > most * FAR_FROM_ZERO;
  const bottom = isFar ? least : Math.min(0, least);
  const top = Math.max(most, isFar ? most : 0);
  const step = stepOf(top === bottom ? Math.abs(top) || 1 : top - bottom, Math.max(1, mostTicks));
  const first = Math.floor(rounded(bottom / step));
  const last = Math.max(first + 1, Math.ceil(rounded(top / step)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step));
  return { lowest: ticks[0] ?? 0, highest: ticks.at(-1) ?? 1, ticks };
}

function extentOf(values: readonly number[]): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? [0, 1] : [least, most];
}

/** The smallest rounded step that spans the length; one more space may be needed at an end. */
function stepOf(length: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(length / most));
  return rounded((STEPS.find((step) => step * power * most >= length * (1 - 1e-9)) ?? 10) * power);
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
