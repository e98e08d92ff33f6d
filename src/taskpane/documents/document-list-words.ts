/** Words of the list of documents and of their preview, fetched with them. */
import { formatCount } from '../../messages/format';
import { counted, plural } from '../../messages/french-count';
import type { Language } from '../../messages/language';
import { fr } from '../../messages/typography';

const e = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'en')} ${count === 1 ? one : many}`;

const FR = {
  toSend: 'À envoyer',
  reports: 'Annexes et bilans',
  letters: (count: number) => fr`Autres courriers (${formatCount(count, 'fr')})`,
  updateAll: (count: number) =>
    count === 1 ? 'Mettre à jour le document périmé' : fr`Mettre à jour les ${formatCount(count, 'fr')} périmés`,
  generateAll: 'Tout générer',
  generateOthers: (count: number) =>
    count === 1 ? 'Générer le seul possible' : fr`Générer les ${formatCount(count, 'fr')} possibles`,
  compare: 'Comparer avec le suivi',
  comparing: 'Comparaison des documents avec le suivi…',
  compared: (upToDate: number, outdated: number, never: number, refused: number) =>
    fr`${formatCount(upToDate, 'fr')} à jour, ${counted(outdated, 'périmé', 'périmés')}, ${counted(never, 'jamais écrit', 'jamais écrits')}` +
    (refused === 0 ? '.' : fr`, ${counted(refused, 'impossible à écrire', 'impossibles à écrire')}.`),
  states: {
    never: 'Jamais écrit',
    upToDate: 'À jour',
    upToDateOn: (date: string) => fr`À jour ; porte la situation au ${date}`,
    outdated: 'Périmé',
    outdatedOn: (date: string) => fr`Périmé : porte la situation au ${date}`,
    cells: (cells: number) =>
      fr`${counted(cells, 'cellule', 'cellules')} ${plural(cells, 'diffère', 'diffèrent')} du suivi`,
    refused: (why: string) => fr`Ne peut pas être mis à jour. ${why}`,
    refusedNew: (why: string) => fr`Ne peut pas être généré. ${why}`,
    unknown: 'État à comparer',
    expectedSince: (date: string) => fr`Attendu depuis le ${date}`,
    expectedOn: (date: string) => fr`À envoyer le ${date} au plus tard`,
  },
  act: {
    preview: 'Aperçu',
    generate: 'Générer',
    update: 'Mettre à jour',
    open: 'Ouvrir',
    about: (button: string, document: string) => fr`${button} : ${document}`,
  },
  copies: 'Copies figées et réglages',
  copiesHint: fr`Une copie figée garde les valeurs du jour sur une feuille datée, que rien ne récrit.`,
  toCopy: 'Documents à copier',
  publication: 'Publication',
  publicationWhere: (article: string) => (article === '' ? 'data.gouv.fr' : fr`data.gouv.fr, ${article}`),
  page: (sheet: string) => fr`Page du document : ${sheet}`,
  pages: (count: number) => fr`Aperçu de ${counted(count, 'document', 'documents')}`,
  shownPage: 'Document affiché',
  reduced: (share: string) => fr`Page réduite à ${share}`,
  realSize: 'Taille réelle',
  wider: fr`Plus large que le volet`,
  wholeWidth: 'Ajuster au volet',
  rowsHidden: (rows: number) =>
    fr`${counted(rows, 'ligne de plus', 'lignes de plus')}, à lire dans la feuille une fois le document généré.`,
  changes: 'Ce qui sera écrit',
  added: (sheets: readonly string[]) =>
    sheets.length === 1
      ? fr`Une feuille ajoutée : « ${sheets[0] ?? ''} ».`
      : fr`${formatCount(sheets.length, 'fr')} feuilles ajoutées : ${sheets.join(', ')}.`,
  changed: (sheets: readonly string[], cells: number) =>
    fr`${sheets.length === 1 ? 'Feuille mise à jour' : 'Feuilles mises à jour'} : ${sheets.join(', ')} ; ${counted(cells, 'cellule récrite', 'cellules récrites')}.`,
  untouched: fr`Aucune cellule existante ne change.`,
  nothing: fr`Rien : le document est déjà à jour.`,
  leftOut: (sheets: readonly string[]) =>
    sheets.length === 1
      ? fr`Ne peut pas être écrit, et reste à part : ${sheets[0] ?? ''}. La liste des documents en donne le motif.`
      : fr`Ne peuvent pas être écrits, et restent à part : ${sheets.join(', ')}. La liste des documents en donne le motif.`,
  write: { generate: 'Générer', update: 'Mettre à jour', copy: 'Figer une copie' },
};

export type DocumentListWords = typeof FR;

const EN: DocumentListWords = {
  toSend: 'To send',
  reports: 'Annexes and reports',
  letters: (count) => `Other letters (${formatCount(count, 'en')})`,
  updateAll: (count) => (count === 1 ? 'Update the outdated one' : `Update the ${formatCount(count, 'en')} outdated`),
  generateAll: 'Write all',
  generateOthers: (count) =>
    count === 1 ? 'Write the only possible one' : `Write the ${formatCount(count, 'en')} possible ones`,
  compare: 'Compare with the ledger',
  comparing: 'Comparing the documents with the ledger…',
  compared: (upToDate, outdated, never, refused) =>
    `${formatCount(upToDate, 'en')} up to date, ${formatCount(outdated, 'en')} outdated, ${formatCount(never, 'en')} never written` +
    (refused === 0 ? '.' : `, ${formatCount(refused, 'en')} that cannot be written.`),
  states: {
    never: 'Never written',
    upToDate: 'Up to date',
    upToDateOn: (date) => `Up to date; states the situation on ${date}`,
    outdated: 'Outdated',
    outdatedOn: (date) => `Outdated: states the situation on ${date}`,
    cells: (cells) => `${e(cells, 'cell differs', 'cells differ')} from the ledger`,
    refused: (why) => `Cannot be updated. ${why}`,
    refusedNew: (why) => `Cannot be written. ${why}`,
    unknown: 'State to compare',
    expectedSince: (date) => `Expected since ${date}`,
    expectedOn: (date) => `To send by ${date}`,
  },
  act: {
    preview: 'Preview',
    generate: 'Write',
    update: 'Update',
    open: 'Open',
    about: (button, document) => `${button}: ${document}`,
  },
  copies: 'Frozen copies and settings',
  copiesHint: 'A frozen copy keeps the values of the day on a dated sheet, which nothing rewrites.',
  toCopy: 'Documents to copy',
  publication: 'Publication',
  publicationWhere: (article) => (article === '' ? 'data.gouv.fr' : `data.gouv.fr, ${article}`),
  page: (sheet) => `Page of the document: ${sheet}`,
  pages: (count) => `Preview of ${e(count, 'document', 'documents')}`,
  shownPage: 'Document shown',
  reduced: (share) => `Page reduced to ${share}`,
  realSize: 'Actual size',
  wider: 'Wider than the pane',
  wholeWidth: 'Fit to the pane',
  rowsHidden: (rows) => `${e(rows, 'more row', 'more rows')}, to read in the sheet once the document is written.`,
  changes: 'What will be written',
  added: (sheets) =>
    sheets.length === 1
      ? `One sheet added: “${sheets[0] ?? ''}”.`
      : `${formatCount(sheets.length, 'en')} sheets added: ${sheets.join(', ')}.`,
  changed: (sheets, cells) =>
    `${sheets.length === 1 ? 'Sheet updated' : 'Sheets updated'}: ${sheets.join(', ')}; ${e(cells, 'cell rewritten', 'cells rewritten')}.`,
  untouched: 'No existing cell changes.',
  nothing: 'Nothing: the document is up to date.',
  leftOut: (sheets) => `Cannot be written, and left out: ${sheets.join(', ')}. The list of documents gives the reason.`,
  write: { generate: 'Write', update: 'Update', copy: 'Freeze a copy' },
};

/** By language: a sentence that lacks its English does not compile. */
export const DOCUMENT_LIST_WORDS: Readonly<Record<Language, DocumentListWords>> = { fr: FR, en: EN };
