/** The reference in each language, below the root. */
import type { Language } from '../../src/messages/language';

export const REFERENCE_FILES: Readonly<Record<Language, string>> = {
  fr: 'docs/reference.md',
  en: 'docs/reference.en.md',
};
