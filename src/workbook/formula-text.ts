/**
 * Two formulas that Excel writes differently and that are the same: spaces, case, quotes that a sheet name does not
 * need.
 */

/** True when the formulas are the same but for how they are written. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

/** Outside its texts, without spaces nor case, sheet names without quotes. */
function plain(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/'((?:[^']|'')+)'!/g, '$1!')
            .replace(/\s+/g, '')
            .toUpperCase(),
    )
    .join('');
}
