/**
 * Translates formulas to French Excel. Only functions common in such workbooks are translated; others keep their name.
 */
import { languageOf, type HostLanguage } from '../languages';

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
  const translate = TRANSLATIONS[languageOf(locale)];
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/);
  return parts.map((part, index) => (index % 2 === 1 ? part : translate(part))).join('');
}

const TRANSLATIONS: Readonly<Record<HostLanguage, (text: string) => string>> = { fr: inFrench, en: (text) => text };

function inFrench(text: string): string {
  return text
    .replace(/,/g, ';')
    .replace(/(\d)\.(?=\d)/g, '$1,')
    .replace(/\b([A-Z][A-Z0-9.]*)(?=\()/g, (name) => FRENCH[name] ?? name)
    .replace(/\bTRUE\b/g, 'VRAI')
    .replace(/\bFALSE\b/g, 'FAUX');
}
