/** The languages of the simulated Excel. */
export type HostLanguage = 'fr' | 'en';

/** The language of a locale such as `fr-FR`; English for a locale without one. */
export function languageOf(locale: string): HostLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en';
}
