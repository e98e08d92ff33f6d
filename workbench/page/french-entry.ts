/**
 * Converts what a person types in a French Excel to the grid's English form: `1 234,56 €` is a number, and semicolons
 * separate the arguments of `=SOMME`. Any other text is unchanged.
 */

const NUMBER = /^([+-]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?[ \u00a0\u202f]?(€|%)?$/;

/** A typed number in the grid's form (`1234.56`, `12.5%`), or null when the text is not a number in French form. */
export function readFrenchNumber(text: string): string | null {
  const match = NUMBER.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction, unit] = match;
  const digits = whole.replace(/\D/g, '');
  const number = `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}${unit === '%' ? '%' : ''}`;
  return number === text.trim() ? null : number;
}

/**
 * A typed formula in the grid's form. A formula is certainly French only with a semicolon between arguments: then
 * semicolons become commas and decimal commas become dots; texts, sheet names and array constants are unchanged.
 */
export function readFrenchFormula(formula: string): string {
  const parts = formula.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[^"'{]+|["'{]/g) ?? [];
  const isOpaque = (part: string): boolean => /^["'{]/.test(part);
  if (!parts.some((part) => !isOpaque(part) && part.includes(';'))) return formula;
  return parts
    .map((part) => (isOpaque(part) ? part : part.replace(/(\d),(\d)/g, '$1.$2').replaceAll(';', ',')))
    .join('');
}
