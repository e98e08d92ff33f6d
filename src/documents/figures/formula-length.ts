/** The length of a formula as French Excel shows it: its names of functions are longer than those of files. */

/** Excel refuses a formula of more than 8,192 characters in the language of its user: there is room to edit one. */
export const LONGEST_FORMULA = 7_300;

/** The functions of our formulas whose French name has another length, such as SOMME.SI.ENS. */
const FRENCH: ReadonlyMap<string, string> = new Map([
  ['SUMIFS', 'SOMME.SI.ENS'],
  ['SUMPRODUCT', 'SOMMEPROD'],
  ['SUM', 'SOMME'],
  ['ROUND', 'ARRONDI'],
  ['IF', 'SI'],
]);
const FUNCTION = /"[^"]*"?|'[^']*'?|\[[^\]]*\]?|(?<![A-Z])([A-Z]{1,30})\(/g;

/** Characters of the formula in French, or in English when that is longer. */
export function formulaLength(formula: string): number {
  let added = 0;
  for (const [, name = ''] of formula.matchAll(FUNCTION)) {
    const french = FRENCH.get(name);
    if (french !== undefined) added += Math.max(0, french.length - name.length);
  }
  return formula.length + added;
}
