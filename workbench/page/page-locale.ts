/** The language in which the page plays Excel: French, or English with `?langue=en` in the address. */

export type PageLocale = 'fr-FR' | 'en-US';

/** The locale named by the search of an address, `?langue=en`; French when it names none or another. */
export function localeIn(search: string): PageLocale {
  return new URLSearchParams(search).get('langue') === 'en' ? 'en-US' : 'fr-FR';
}
