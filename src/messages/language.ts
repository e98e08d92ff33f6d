/** The languages of what people read: French first. */
export type Language = 'fr' | 'en';

/** Both, for tests and for the build of translated files. */
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** The language of an Office locale such as `fr-FR` or `en-GB`; French unless English is asked for. */
export function languageOf(locale: string): Language {
  return /^en\b/i.test(locale) ? 'en' : 'fr';
}
