/** Words of the help, fetched with it. */
import type { Language } from '../../messages/language';
import { fr } from '../../messages/typography';

const FR = {
  title: 'Aide',
  page: fr`Toute l'aide, hors ligne, dans une autre fenêtre`,
  guide: fr`Guide par tâche, hors ligne, dans une autre fenêtre`,
  search: fr`Rechercher dans l'aide`,
  clearSearch: 'Effacer la recherche',
  functions: 'Fonctions',
  functionsIntro: fr`Sélectionnez une cellule vide du classeur, puis insérez une formule : vous en changerez les arguments dans Excel.`,
  insert: 'Insérer',
  insertAbout: (name: string) => fr`Insérer : ${name}`,
  arguments: (list: string) => fr`Arguments : ${list}`,
  rules: 'Règles',
  rulesIntro: fr`Le code ouvre la page de la règle : un exemple, sa référence, le remède.`,
  documents: 'Documents',
  documentPreview: (sheet: string) => fr`Aperçu : ${sheet}`,
  nothing: fr`Rien ne répond à cette recherche.`,
};

const EN: typeof FR = {
  title: 'Help',
  page: 'All the help, offline, in another window',
  guide: 'Guide by task, offline, in another window',
  search: 'Search the help',
  clearSearch: 'Clear the search',
  functions: 'Functions',
  functionsIntro: 'Select an empty cell of the workbook, then insert a formula: change its arguments in Excel.',
  insert: 'Insert',
  insertAbout: (name) => `Insert: ${name}`,
  arguments: (list) => `Arguments: ${list}`,
  rules: 'Rules',
  rulesIntro: 'The code opens the page of the rule: an example, its reference, the remedy.',
  documents: 'Documents',
  documentPreview: (sheet) => `Preview: ${sheet}`,
  nothing: 'Nothing answers this search.',
};

/** By language: a sentence that lacks its English does not compile. */
export const HELP_WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };
