/** The languages that people read: French first. A new one is a word here and a folder beside `fr/`. */
export const LANGUAGES = ['fr', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of an Office locale such as `fr-FR` or `en-GB`; French for a language that we do not have. */
export function languageOf(locale: string): Language {
  const [name] = locale.toLowerCase().split(/\W/, 1);
  return LANGUAGES.find((language) => language === name) ?? 'fr';
}
