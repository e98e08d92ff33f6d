/**
 * Words by which amounts are rounded: « Les montants sont arrondis à la centaine », « AE (arrondies à l'euro) ». They
 * give no unit to the amounts, which count as they are. Amounts rounded to a thousand or a million may be written in
 * thousands: these words stay among those of units.
 */
import { remembering } from '../../../domain/remembering';
import { comparable } from '../../../domain/text';

const BASE = String.raw`(?:(?:unite|euro|dizaine|centaine)s?|(?:10|50|100) ?(?:€|euros?)|€)`;
const OF_EUROS = String.raw`(?: (?:d )?(?:euros?|€))?`;
const NEAREST = String.raw`(?: (?:pres|superieure?|inferieure?|(?:le |la )?plus proche))?`;
const ROUNDED = String.raw`arrondi(?:e?s?|r)(?: (?:a|au|aux)(?: (?:la |l )?)${BASE}${OF_EUROS}${NEAREST})`;
const IN_ENGLISH = String.raw`rounded (?:up |down )?to the (?:nearest )?(?:euro|unit|ten|hundred)s?(?: (?:of )?euros?)?`;
const CLAUSE = new RegExp(String.raw`(?<![a-z])(?:${ROUNDED}|${IN_ENGLISH})(?![a-z])`);
/** « Arrondi au centime », « corrigé des centimes », « sans centimes »: amounts in euros. */
const OF_CENTS =
  /(?<![a-z])(?:(?:arrondi|exact|corrig|verifi|ajust|juste|control)[a-z]{0,4} (?:au|aux|des|les) centimes?|au centime|(?:sans|hors) (?:les )?centimes?|rounded to the(?: nearest)? cent|without cents)(?: d euros?)?(?: pres)?(?![a-z])/;
/** About the amounts of a table, and about nothing else than they. */
const OF_AMOUNTS =
  /(?<![a-z])(?:montants?|chiffres?|sommes?|valeurs?|donnees|tableaux?|suivi|ae|cp|engagements?|paiements?|amounts?|figures|values)(?![a-z])/;
/** « Chiffres arrondis », « Montants en euros, arrondis ». */
const ROUNDED_AMOUNTS =
  /(?<![a-z])(?:montants|chiffres|sommes|valeurs|ae|cp|amounts|figures|values)(?: (?:sont|ae|cp|en|euros?|€|ttc|are|in)){0,4},? (?:arrondie?s|rounded)(?![a-z])/;
const NOT_ROUNDED = /(?<![a-z])(?:non|pas|jamais|ni|not|never|seuils?|bareme|loyers?|indemnites?)(?![a-z])/;
const LONGEST = 200;

/** The text without its words of rounding, in which « à l'euro » is no unit. */
export function withoutRounding(text: string): string {
  const words = comparable(text.slice(0, LONGEST));
  if (!CLAUSE.test(words) && !OF_CENTS.test(words)) return text;
  return words.replace(CLAUSE, '').replace(OF_CENTS, '');
}

/** True for a text by which the amounts of a table are rounded. */
export const roundsAmounts = remembering((text): boolean => {
  if (text.length > LONGEST) return false;
  const words = comparable(text).replace(OF_CENTS, '');
  const isRounded = ROUNDED_AMOUNTS.test(words) || (CLAUSE.test(words) && OF_AMOUNTS.test(words));
  return isRounded && !NOT_ROUNDED.test(words);
});
