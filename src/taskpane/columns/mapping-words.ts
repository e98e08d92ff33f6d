/** Words of « Colonnes du suivi », fetched with it. */
import { formatCount } from '../../messages/format';
import type { Language } from '../../messages/language';
import { fr } from '../../messages/typography';

export interface MappingWords {
  readonly title: string;
  readonly intro: string;
  readonly nothing: string;
  readonly unreadable: string;
  readonly isLedger: string;
  readonly table: (first: number, last: number) => string;
  readonly leftOut: string;
  readonly hidden: string;
  readonly confirmed: string;
  readonly column: (letter: string, heading: string) => string;
  readonly noHeading: string;
  readonly notUsed: string;
  readonly sure: Readonly<Record<'confirmed' | 'sure' | 'likely' | 'doubtful', string>>;
  readonly unmapped: string;
  readonly examples: (list: string) => string;
  readonly noExample: string;
  readonly unit: (unit: string) => string;
  readonly taken: (heading: string) => string;
  readonly changes: string;
  readonly change: {
    readonly headingGone: (heading: string, field: string) => string;
    readonly betterHeading: (heading: string, field: string, confirmed: string) => string;
    readonly newHeading: (heading: string, field: string) => string;
  };
  readonly uncheckable: string;
  readonly without: (field: string, rules: string) => string;
  readonly allThere: string;
  readonly ignored: (count: number) => string;
  readonly ignoredRow: (row: number, reason: string) => string;
  readonly more: (count: number) => string;
  readonly confirm: string;
}

const f = (number: number): string => formatCount(number, 'fr');
const e = (number: number): string => formatCount(number, 'en');

const FR: MappingWords = {
  title: 'Colonnes du suivi',
  intro: fr`Voici ce que chaque colonne est supposée contenir. Corrigez ce qui est faux, puis confirmez : le choix est gardé dans le classeur (ENV_Colonnes).`,
  nothing: fr`Aucun tableau de ce classeur ne ressemble à un suivi.`,
  unreadable: fr`ENV_Colonnes ne peut pas être lu : corrigez-le d'abord.`,
  isLedger: fr`C'est (une partie de) notre suivi`,
  table: (first, last) => fr`Lignes ${String(first)} à ${String(last)}`,
  leftOut: fr`laissé de côté : il en dit trop peu`,
  hidden: 'feuille masquée',
  confirmed: 'confirmé',
  column: (letter, heading) => fr`Colonne ${letter} : ${heading}`,
  noHeading: 'sans en-tête',
  notUsed: 'Non utilisée',
  sure: { confirmed: 'Confirmé', sure: 'Sûr', likely: 'Probable', doubtful: 'À vérifier' },
  unmapped: 'Non reconnue',
  examples: (list) => fr`Exemples : ${list}`,
  noExample: fr`Aucune valeur`,
  unit: (unit) => fr`montants en ${unit}`,
  taken: (heading) => fr`Déjà donné par « ${heading} ».`,
  changes: fr`Les en-têtes ont changé depuis la confirmation`,
  change: {
    headingGone: (heading, field) => fr`« ${heading} » (${field}) a disparu`,
    betterHeading: (heading, field, confirmed) => fr`« ${heading} » semble mieux dire ${field} que « ${confirmed} »`,
    newHeading: (heading, field) => fr`« ${heading} » est nouvelle et semble dire ${field}`,
  },
  uncheckable: fr`Non contrôlable, faute de colonne`,
  without: (field, rules) => fr`${field}${rules === '' ? '' : fr` : ${rules}`}`,
  allThere: fr`Toutes les colonnes utiles aux contrôles sont là.`,
  ignored: (number) => fr`${f(number)} ${number < 2 ? fr`ligne ignorée` : fr`lignes ignorées`}`,
  ignoredRow: (row, reason) => fr`ligne ${String(row)} : ${reason}`,
  more: (number) => fr`et ${f(number)} ${number < 2 ? 'autre' : 'autres'}`,
  confirm: 'Confirmer',
};

const EN: MappingWords = {
  title: 'Columns of the ledger',
  intro:
    'This is what each column is taken for. Mend what is wrong, then confirm: the choice is kept in the workbook (ENV_Colonnes).',
  nothing: 'No table of this workbook looks like a ledger.',
  unreadable: 'ENV_Colonnes cannot be read: mend it first.',
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
  ignoredRow: (row, reason) => `row ${row}: ${reason}`,
  more: (number) => `and ${e(number)} more`,
  confirm: 'Confirm',
};

/** The words of a language. */
export function mappingWords(language: Language): MappingWords {
  return language === 'fr' ? FR : EN;
}
