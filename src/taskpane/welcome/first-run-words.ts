/** Words of the first minutes, fetched with them. */
import { formatCount } from '../../messages/format';
import { counted } from '../../messages/french-count';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';
import type { NotRead } from './found-views';

const e = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'en')} ${count === 1 ? one : many}`;

const FR = {
  title: 'Voici ce que contient ce classeur',
  emptyTitle: 'Ce classeur est vide',
  untouched: fr`Rien n'a été modifié, rien ne sort du classeur.`,
  example: 'Ouvrir un exemple dans un nouveau classeur',
  rows: (rows: number, ignored: number) =>
    ignored === 0
      ? counted(rows, 'ligne', 'lignes')
      : fr`${counted(rows, 'ligne', 'lignes')}, ${counted(ignored, 'ignorée', 'ignorées')}`,
  headingsAt: (row: number) => fr`En-têtes en ligne ${String(row)}`,
  columnsOf: (name: string) => fr`Colonnes de ${name}`,
  column: 'Colonne',
  readAs: 'Lue comme',
  certainty: 'Certitude',
  sure: 'Sûre',
  toCheck: 'À vérifier',
  otherColumns: (count: number) => counted(count, 'autre colonne', 'autres colonnes'),
  unknown: (list: string) => fr`Sans usage : ${list}.`,
  notRead: (why: string) => fr`Non lue : ${why}`,
  why: {
    noAmount: fr`aucune colonne de montant.`,
    notALedger: fr`ses montants n'ont pas la forme d'un suivi.`,
  } satisfies Record<NotRead, string>,
  headings: 'En-têtes',
  otherHeadings: fr`Les en-têtes sont ailleurs ?`,
  noTable: fr`Aucun tableau ne ressemble à un suivi. Indiquez où sont ses en-têtes, ou choisissez une convention : un tableau Suivi pourra être créé ensuite.`,
  which: fr`Quelle convention appliquer ?`,
  other: 'Une autre convention…',
  control: 'Contrôler le suivi',
  describe: 'Décrire la convention…',
  chooseFirst: 'Choisissez une convention.',
  whatIsAdded: fr`Ses feuilles s'ajoutent au classeur ; aucune feuille existante n'est touchée.`,
};

const EN: typeof FR = {
  title: 'This is what the workbook contains',
  emptyTitle: 'This workbook is empty',
  untouched: 'Nothing was changed, nothing leaves the workbook.',
  example: 'Open an example in a new workbook',
  rows: (rows, ignored) =>
    ignored === 0 ? e(rows, 'row', 'rows') : `${e(rows, 'row', 'rows')}, ${formatCount(ignored, 'en')} ignored`,
  headingsAt: (row) => en`Headings in row ${String(row)}`,
  columnsOf: (name) => `Columns of ${name}`,
  column: 'Column',
  readAs: 'Read as',
  certainty: 'Certainty',
  sure: 'Sure',
  toCheck: 'To be checked',
  otherColumns: (count) => e(count, 'other column', 'other columns'),
  unknown: (list) => `Not used: ${list}.`,
  notRead: (why) => `Not read: ${why}`,
  why: {
    noAmount: 'no column of amounts.',
    notALedger: 'its amounts do not have the shape of a ledger.',
  },
  headings: 'Headings',
  otherHeadings: 'Are the headings elsewhere?',
  noTable:
    'No table looks like a ledger. Show where its headings are, or choose a convention: a table Suivi can then be made.',
  which: 'Which convention applies?',
  other: 'Another convention…',
  control: 'Check the ledger',
  describe: 'Describe the convention…',
  chooseFirst: 'Choose a convention.',
  whatIsAdded: 'Its sheets are added to the workbook; no existing sheet is touched.',
};

/** By language: a sentence that lacks its English does not compile. */
export const FIRST_RUN_WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };
