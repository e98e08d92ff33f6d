/**
 * Formulas as a French Excel shows them. Only functions that French workbooks of this kind hold are translated; others
 * keep their name.
 */

const FRENCH: Readonly<Record<string, string>> = {
  SUM: 'SOMME',
  SUMIF: 'SOMME.SI',
  SUMIFS: 'SOMME.SI.ENS',
  SUMPRODUCT: 'SOMMEPROD',
  COUNT: 'NB',
  COUNTA: 'NBVAL',
  COUNTIF: 'NB.SI',
  COUNTIFS: 'NB.SI.ENS',
  IF: 'SI',
  IFERROR: 'SIERREUR',
  AND: 'ET',
  OR: 'OU',
  NOT: 'NON',
  ROUND: 'ARRONDI',
  ABS: 'ABS',
  MIN: 'MIN',
  MAX: 'MAX',
  AVERAGE: 'MOYENNE',
  VLOOKUP: 'RECHERCHEV',
  XLOOKUP: 'RECHERCHEX',
  INDEX: 'INDEX',
  MATCH: 'EQUIV',
  DATE: 'DATE',
  YEAR: 'ANNEE',
  MONTH: 'MOIS',
  DAY: 'JOUR',
  TODAY: 'AUJOURDHUI',
  TEXT: 'TEXTE',
  LEFT: 'GAUCHE',
  RIGHT: 'DROITE',
  TRIM: 'SUPPRESPACE',
  UNIQUE: 'UNIQUE',
  FILTER: 'FILTRE',
  ROWS: 'LIGNES',
  SUBTOTAL: 'SOUS.TOTAL',
};

export function toLocalFormula(formula: string, locale: string): string {
  if (!locale.startsWith('fr')) return formula;
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/);
  return parts.map((part, index) => (index % 2 === 1 ? part : localPart(part))).join('');
}

function localPart(text: string): string {
  return text
    .replace(/,/g, ';')
    .replace(/(\d)\.(?=\d)/g, '$1,')
    .replace(/\b([A-Z][A-Z0-9.]*)(?=\()/g, (name) => FRENCH[name] ?? name)
    .replace(/\bTRUE\b/g, 'VRAI')
    .replace(/\bFALSE\b/g, 'FAUX');
}
