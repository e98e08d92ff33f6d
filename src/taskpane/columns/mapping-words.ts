/** Words of « Colonnes du suivi », fetched with it. */
import { formatCount } from '../../messages/format';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const f = (number: number): string => formatCount(number, 'fr');
const e = (number: number): string => formatCount(number, 'en');

const FR = {
  title: 'Colonnes du suivi',
  intro: fr`Voici ce que chaque colonne est supposée contenir. Corrigez ce qui est faux, puis confirmez : le choix est gardé dans le classeur.`,
  nothing: fr`Aucun tableau de ce classeur ne ressemble à un suivi.`,
  unreadable: fr`Le registre des colonnes ne peut pas être lu : corrigez-le d'abord.`,
  isLedger: fr`C'est (une partie de) notre suivi`,
  table: (first: number, last: number) => fr`Lignes ${String(first)} à ${String(last)}`,
  leftOut: fr`laissé de côté : trop peu de colonnes reconnues`,
  hidden: 'feuille masquée',
  confirmed: 'confirmé',
  column: (letter: string, heading: string) => fr`Colonne ${letter} : ${heading}`,
  noHeading: 'sans en-tête',
  notUsed: 'Non utilisée',
  sure: { confirmed: 'Confirmé', sure: 'Sûr', likely: 'Probable', doubtful: 'À vérifier' },
  unmapped: 'Non reconnue',
  examples: (list: string) => fr`Exemples : ${list}`,
  noExample: fr`Aucune valeur`,
  unit: (unit: string) => fr`montants en ${unit}`,
  taken: (heading: string) => fr`Déjà donné par « ${heading} ».`,
  changes: fr`Les en-têtes ont changé depuis la confirmation`,
  change: {
    headingGone: (heading: string, field: string) => fr`« ${heading} » (${field}) a disparu`,
    betterHeading: (heading: string, field: string, confirmed: string) =>
      fr`« ${heading} » semble mieux dire ${field} que « ${confirmed} »`,
    newHeading: (heading: string, field: string) => fr`« ${heading} » est nouvelle et semble dire ${field}`,
  },
  uncheckable: fr`Non contrôlable, faute de colonne`,
  without: (field: string, rules: string) => fr`${field}${rules === '' ? '' : fr` : ${rules}`}`,
  allThere: fr`Toutes les colonnes utiles aux contrôles sont là.`,
  ignored: (number: number) => fr`${f(number)} ${number < 2 ? fr`ligne ignorée` : fr`lignes ignorées`}`,
  ignoredRow: (row: number, reason: string) => fr`ligne ${String(row)} : ${reason}`,
  more: (number: number) => fr`et ${f(number)} ${number < 2 ? 'autre' : 'autres'}`,
  confirm: 'Confirmer',
};

const EN: typeof FR = {
  title: 'Columns of the ledger',
  intro:
    'This is what each column is taken for. Correct what is wrong, then confirm: the choice is kept in the workbook.',
  nothing: 'No table of this workbook looks like a ledger.',
  unreadable: 'The register of columns cannot be read: correct it first.',
  isLedger: 'This is (a part of) our ledger',
  table: (first, last) => `Rows ${first} to ${last}`,
  leftOut: 'left out: it says too little',
  hidden: 'hidden sheet',
  confirmed: 'confirmed',
  column: (letter, heading) => `Column ${letter}: ${heading}`,
  noHeading: 'no heading',
  notUsed: 'Not used',
  sure: { confirmed: 'Confirmed', sure: 'Sure', likely: 'Likely', doubtful: 'To be checked' },
  unmapped: 'Not recognised',
  examples: (list) => `Examples: ${list}`,
  noExample: 'No value',
  unit: (unit) => `amounts in ${unit}`,
  taken: (heading) => `Already given by “${heading}”.`,
  changes: 'The headings have changed since they were confirmed',
  change: {
    headingGone: (heading, field) => `“${heading}” (${field}) is gone`,
    betterHeading: (heading, field, confirmed) => `“${heading}” seems to say ${field} better than “${confirmed}”`,
    newHeading: (heading, field) => `“${heading}” is new and seems to say ${field}`,
  },
  uncheckable: 'Cannot be checked, for want of a column',
  without: (field, rules) => `${field}${rules === '' ? '' : `: ${rules}`}`,
  allThere: 'Every column that the controls need is there.',
  ignored: (number) => `${e(number)} ${number === 1 ? 'row' : 'rows'} ignored`,
  ignoredRow: (row, reason) => en`row ${String(row)}: ${reason}`,
  more: (number) => `and ${e(number)} more`,
  confirm: 'Confirm',
};

/** By language: a sentence that lacks its English does not compile. */
export const MAPPING_WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };
