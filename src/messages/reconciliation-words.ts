/** Words of the reconciliation with Chorus: states, reasons, shapes, and repairs of an extract. */
import { RECONCILIATION as ENGLISH } from './en/reconciliation';
import { RECONCILIATION as FRENCH } from './fr/reconciliation';
import type { Language } from './language';

const WORDS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** The words of a language. */
export function reconciliationWords(language: Language): typeof FRENCH {
  return WORDS[language];
}
