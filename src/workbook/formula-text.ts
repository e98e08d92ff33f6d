/** Compares formulas, which Excel rewrites: spaces, case, quotes that a sheet name does not need. */

/** True when the formulas differ at most by spaces, case outside texts, and quotes around sheet names. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

/** Without spaces, in upper case, without quotes around sheet names; texts are left as they are. */
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
