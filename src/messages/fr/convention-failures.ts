/** French words of the refusal of a convention: the fault with its place, then what to do. */
import type { ConventionProblem } from '../../workbook/convention/convention-problem';
import { NO_CEILING } from '../../workbook/convention/convention-words';
import type { BadConvention } from '../../workbook/failure';
import { CONVENTION_KEYS, TABLES } from '../../workbook/workbook-names';
import { isFraction, NOT_CALCULATED, type FailureDescription } from '../failure-description';
import { fr, shorten } from '../typography';

/** Faults of one place of a convention, in a few words. */
export const PROBLEMS: Readonly<Record<ConventionProblem, (found: string, expected: string) => string>> = {
  tableMissing: () => fr`la table n'existe pas`,
  tableLost: () => fr`ces cellules ne forment pas un tableau de ce nom`,
  columnMissing: (_, expected) => (expected === '' ? fr`une colonne manque` : fr`la colonne « ${expected} » manque`),
  valueMissing: () => fr`une valeur manque`,
  amountUnreadable: (found) =>
    isFraction(found)
      ? fr`« ${shorten(found)} » a plus de deux décimales ; un montant est au centime`
      : fr`« ${shorten(found)} » n'est pas un montant`,
  dateUnreadable: (found) => fr`« ${shorten(found)} » n'est pas une date`,
  numberUnreadable: (found) => fr`« ${shorten(found)} » n'est pas un nombre attendu ici`,
  areaUnreadable: (found) =>
    found === '' ? fr`une plage de cellules manque` : fr`« ${shorten(found)} » n'est pas une plage de cellules`,
  wordUnknown: (found) => fr`le mot « ${shorten(found)} » n'est pas connu`,
  envelopeUnknown: (found) => fr`l'enveloppe « ${shorten(found)} » n'existe pas`,
  lineUnknown: (found) => fr`le poste de dépense « ${shorten(found)} » n'existe pas dans cette enveloppe`,
  partUnknown: (found) => fr`la convention n'a pas « ${shorten(found)} », son plafond ne porterait sur rien`,
  sheetUnknown: (found) => fr`la feuille « ${shorten(found)} » n'existe pas`,
  codeMissing: () => fr`cette ligne n'a pas le code de son enveloppe`,
  noteRow: (found) =>
    fr`« ${shorten(found)} » n'est pas une enveloppe : la ligne n'a rien d'autre, et rien ne la nomme`,
  totalRow: (found) => fr`« ${shorten(found)} » est une ligne de total, pas une ligne de la convention`,
  nameRepeated: (found, other) =>
    fr`le nom « ${shorten(found)} » désigne deux choses${other === '' ? '' : fr`, ici et en ${other}`}`,
  codeShared: (found, expected) => fr`« ${shorten(found)} » désigne deux choses (${shorten(expected)})`,
  severalCodes: (found) => fr`« ${shorten(found)} » contient plusieurs codes`,
  untilBeforeFrom: (found) => fr`le dernier jour du code, ${shorten(found)}, précède le premier`,
  otherField: (found) => fr`« ${shorten(found)} » n'est pas le champ dont le code a la forme`,
  damagedCode: (found) => fr`« ${shorten(found)} » est un code converti en nombre par Excel`,
  nameReserved: (found) => fr`« ${shorten(found)} » désigne toute la convention, et ne peut nommer une enveloppe`,
  errorInCell: (found) =>
    found === NOT_CALCULATED
      ? fr`la formule n'a pas de résultat enregistré, recalculez le classeur dans Excel`
      : fr`la cellule contient l'erreur ${shorten(found)}`,
  endBeforeSignature: () => fr`la fin est antérieure à la signature`,
  dateFar: (found, year) => fr`la date ${shorten(found)} est à plus de cinquante ans de l'exercice ${shorten(year)}`,
  closesNothing: (found, years) =>
    fr`la date limite ${shorten(found)} n'est d'aucun exercice de la convention (${shorten(years)}), elle ne bornerait rien`,
  severalYears: (found) => fr`« ${shorten(found)} » contient plusieurs exercices`,
  bothNatures: (found) => fr`« ${shorten(found)} » désigne à la fois les AE et les CP`,
  yearAfterEnd: (found) => fr`l'exercice ${shorten(found)} commence après la fin de la convention`,
  wrongKind: (found) => fr`« ${shorten(found)} » n'est pas du type attendu`,
  memberUnknown: (found) => fr`« ${shorten(found)} » n'est pas un élément connu`,
  memberRepeated: (found) => fr`« ${shorten(found)} » est donné deux fois`,
};

export function badConvention(failure: BadConvention): FailureDescription {
  const { table, cell, problem, found, expected } = failure;
  const place = cell === null || cell === '' ? table : `${table}, ${cell}`;
  return {
    sentence: fr`Données de la convention illisibles (${place}) : ${PROBLEMS[problem](found, expected)}.`,
    remedy: remedyOf(failure),
  };
}

function remedyOf({ table, problem, expected, alsoLost = [] }: BadConvention): string {
  if (problem === 'tableLost')
    return fr`Mettez ces cellules sous forme de tableau (Insertion, Tableau) et donnez-lui le nom ${table}, ou effacez-les si elles ne servent plus.${sameFor(alsoLost)}`;
  if (problem === 'codeShared')
    return fr`Laissez-le à une seule enveloppe ; un code commun à toutes n'en indique aucune.`;
  if (problem === 'totalRow')
    return fr`Supprimez cette ligne : les totaux sont calculés par le complément, et elle compterait en double.`;
  if (problem === 'noteRow')
    return fr`Placez une note hors de la table ; si c'est une enveloppe, saisissez ses montants d'AE et de CP, ou « ${NO_CEILING} » s'il n'y a pas de plafond.`;
  if (problem === 'codeMissing')
    return fr`Saisissez un code court, par exemple PDE, qui ne soit à aucune autre enveloppe, ou supprimez la ligne si elle n'en est pas une.`;
  if (problem === 'nameRepeated' && expected !== '')
    return fr`Donnez un autre nom à l'une des deux ; si ces lignes sont une seule et même chose, réunissez-les en une ligne.`;
  if (problem === 'dateFar') return fr`Corrigez l'année de cette date, ou l'exercice.`;
  if (problem === 'closesNothing') return fr`Corrigez l'année de cette date, ou effacez-la si elle n'est pas connue.`;
  if (problem === 'severalYears') return severalYears(table);
  if (problem === 'bothNatures') return bothNatures(table);
  if (problem === 'severalCodes') return fr`Inscrivez un seul code par ligne.`;
  if (problem === 'amountUnreadable' && (expected === '' || expected === NO_CEILING))
    return fr`Saisissez un montant en euros, par exemple 500 000,00${expected === NO_CEILING ? fr`, ou « ${NO_CEILING} » s'il n'y a pas de plafond` : ''}.`;
  if (problem === 'dateUnreadable' && expected === '') return fr`Saisissez une date, par exemple 31/12/2023.`;
  if (problem === 'damagedCode') return fr`Saisissez le code complet, en format Texte.`;
  if (expected === '' && problem === 'memberUnknown')
    return fr`Donnez à cet élément un nom connu ou supprimez-le, puis recommencez.`;
  if (expected === '' || expected === NO_CEILING || problem === 'columnMissing')
    return fr`Corrigez cet endroit, puis recommencez.`;
  return fr`Attendu : ${shorten(expected)}.`;
}

function severalYears(table: string): string {
  if (table === TABLES.convention)
    return fr`Saisissez un seul exercice, et les suivants dans « ${CONVENTION_KEYS.otherYears} », par exemple 2024; 2025.`;
  return fr`Inscrivez une ligne par exercice, chacune avec son montant.`;
}

function bothNatures(table: string): string {
  if (table === TABLES.fungibility)
    return fr`Laissez la cellule vide pour les deux natures, ou inscrivez une ligne par nature.`;
  return fr`Inscrivez une ligne pour les AE et une ligne pour les CP, chacune avec son montant.`;
}

function sameFor(lost: Required<BadConvention>['alsoLost']): string {
  if (lost.length === 0) return '';
  return fr` Faites de même pour ${lost.map(({ table, cell }) => `${table} (${cell})`).join(', ')}.`;
}
