/**
 * Words by which a team enters again, in a year, the EJ of earlier years: « Report des EJ non soldés 2022 », « RAP
 * 2022 », « EJ antérieurs ». Pure words: every one of them has to be known, so that « Formation reportée au 12 juin »
 * and « Report de la page précédente » are none.
 */
import { comparable } from '../../../../domain/text';
import type { RemarkNames } from './clause-words';

/** The words of the convention that such texts may hold. */
export type CarriedNames = RemarkNames;

/**
 * `title`: a title, or the name of a sheet; `operation`: the kind of an operation, « Report » there is one by itself;
 * `words`: any other cell.
 */
export type CarriedIn = 'title' | 'operation' | 'words';

const LONGEST = 80;
const MOST_CLAUSES = 4;
const CLAUSE = /[;:()\n\r.,]+|\s[-–—]\s/;
/** Words written in two, as one. */
const IN_TWO: readonly (readonly [RegExp, string])[] = [
  [/\brestes? (?:a|du) (?:payer|regler|solder|mandater)\b/g, 'rap'],
  [/\bn 1\b/g, 'anterieur'],
  [/\bnon soldee?s?\b/g, 'nonsolde'],
  [/\b(?:0?1 ?[/.-] ?0?1 ?[/.-] ?|1 ?er janvier )(?=20\d\d\b)/g, 'nouvelan '],
  [/\b31 ?[/.-] ?12 ?[/.-] ?(?=20\d\d\b)|\b31 decembre (?=20\d\d\b)/g, ''],
];
/** Words that announce such EJ without a year. */
const CARRYING = /^(?:rap|reports|reportee?s?|bascul(?:e|ee?s|ee|ements?)|anterieure?s?|anteriorite)$/;
/** Those that do beside « EJ », or an earlier year: « Reliquats 2022 », « Report des EJ ». */
const CARRYING_EJS = /^(?:report|reprises?|precedente?s?)$/;
const CARRYING_YEARS = /^(?:reliquats?|nonsolde|stocks?|encours)$/;
const EARLIER_THAN = /^(?:anterieure?s?|anteriorite|precedente?s?|nouvelan|reports)$/;
const COMMITMENTS = /^(?:ej|engagements?|engagee?s?)$/;
const FILLERS =
  /^(?:a|au|aux|d|de|du|des|l|la|le|les|et|en|sur|par|pour|avec|ej|engagements?|engagee?s?|juridiques?|exercices?|gestions?|annees?|ae|suivi|liste|etat|tableau|detail|recap|recapitulatif|part|partie|ouverte?s?|cours|issue?s?|venant|restante?s?|nouvelan|nonsolde|paiements?|dp|lignes?|operations?|commandes?|bc|marches?|anciens?|anciennes?|ancien)$/;
const YEAR = /^20\d\d$/;
/** « EJ 2022 », « Suivi des engagements 2022 ». « Marchés 2022 » may have orders of a later year. */
const OF_ONE_YEAR = /^(?:(?:suivi|ej|engagements?|engagee?s?|exercices?|gestion|annee|des?|du|l|la|en) ){0,4}(20\d\d)$/;
/** « Année EJ », « Exercice d’origine », « Millésime de l'engagement », « Origine ». */
const YEAR_OF_EJ =
  /^(?:(?:annee|an|exercice|millesime|gestion) (?:(?:de|d|du|l) ?)*(?:ej|engagement(?: juridique)?|origine|creation|commande|notification)|origine(?: (?:de|du|l|d) ?)*(?:ej|engagement)?)$/;

/** True for the heading of the year of an EJ, « Année EJ ». */
export function headsYearOfEj(heading: string): boolean {
  return heading.length <= LONGEST && YEAR_OF_EJ.test(comparable(heading));
}

/** True for words that announce EJ of earlier years. */
export function announcesCarried(text: string, where: CarriedIn, names: CarriedNames): boolean {
  if (where === 'words')
    return text
      .slice(0, 2 * LONGEST)
      .split(CLAUSE, MOST_CLAUSES)
      .some((clause) => announces(clause, where, names));
  return announces(text, where, names);
}

function announces(text: string, where: CarriedIn, names: CarriedNames): boolean {
  if (text.length > LONGEST) return false;
  const [first, last] = names.creditYears;
  const plain = comparable(text);
  const year = Number(OF_ONE_YEAR.exec(plain)?.[1] ?? last);
  if (year < first) return plain.split(' ').some((word) => COMMITMENTS.test(word));
  const words = IN_TWO.reduce((all, [two, one]) => all.replace(two, one), plain)
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  if (!words.every((word) => isKnown(word)) && !areKnown(words, names)) return false;
  return carry(words, where, last);
}

function carry(words: readonly string[], where: CarriedIn, last: number): boolean {
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const years = words.filter((word) => YEAR.test(word)).map(Number);
  const areEarlier = years.length > 0 && years.every((year) => year < last);
  const isBefore = years.length > 0 && has(EARLIER_THAN) && !years.some((year) => year > last);
  if (years.length > 0 && !areEarlier && !isBefore) return false;
  const isOfEj = has(COMMITMENTS);
  if (has(CARRYING)) return where !== 'words' || years.length > 0 || isOfEj;
  if (has(CARRYING_EJS)) return areEarlier || isOfEj || (where === 'operation' && words.includes('report'));
  return has(CARRYING_YEARS) && areEarlier;
}

function isKnown(word: string): boolean {
  return [FILLERS, CARRYING, CARRYING_EJS, CARRYING_YEARS, YEAR].some((known) => known.test(word));
}

/** True when the words that are none of ours name an envelope, together: « RAP 2022 Signaux Faibles ». */
function areKnown(words: readonly string[], names: CarriedNames): boolean {
  const others = words.map((word) => !isKnown(word));
  return names.isEnvelope(words.slice(others.indexOf(true), others.lastIndexOf(true) + 1).join(' '));
}
