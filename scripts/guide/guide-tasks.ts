/** The pages of the user guide in reading order: the file of each task, without its extension, by language. */
import type { Language } from '../../src/messages/language';

export const GUIDE_TASKS: readonly Readonly<Record<Language, string>>[] = [
  { fr: 'demarrer', en: 'start' },
  { fr: 'situation', en: 'situation' },
  { fr: 'chiffre', en: 'figure' },
  { fr: 'engager', en: 'commit' },
  { fr: 'corriger', en: 'findings' },
  { fr: 'nouvelle-ligne', en: 'new-row' },
  { fr: 'chorus', en: 'chorus' },
  { fr: 'documents', en: 'documents' },
  { fr: 'depuis', en: 'since' },
  { fr: 'echeances', en: 'deadlines' },
];

/** The folder of the guide in a language, below the root. */
export const GUIDE_FOLDERS: Readonly<Record<Language, string>> = { fr: 'docs/guide', en: 'docs/guide/en' };
