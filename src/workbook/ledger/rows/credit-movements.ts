/**
 * Labels of credits that come, go or are held: « Délégation de crédits n° 1 », « AE reçues », « Virement de PDE vers
 * SF ». A row without a number of EJ commits nothing under them.
 */
import type { KnownNames } from '../known-names';

/**
 * `credits`: the words name credits, or envelopes, and a supplier is who gives them; `act`: « Mise à disposition » of a
 * supplier may be a purchase.
 */
export type CreditMovement = 'credits' | 'act';

const ACTS =
  'delegations?|mises? a disposition|ouvertures?|notifications?|receptions?|abondements?|rallonges?|' +
  'mouvements?|virements?|transferts?|redeploiements?|reprogrammations?|fongibilites?|gels?|degels?|surgels?|mises? en reserve|' +
  'tranches?';
const CREDITS = '(?:credits?|ae|cp|autorisations? d engagement)';
/** « Délégation de crédits n° 1 », « Tranche 1 de crédits », « Ouverture AE ». */
const OF_CREDITS = new RegExp(
  `^(?:${ACTS})(?: (?:n|no|\\d{1,4}))*(?: (?:de|des|d|en|du|complementaires?))* ${CREDITS}\\b`,
);
/** « Crédits reçus », « AE reçues de la DGEFP ». */
const GIVEN = new RegExp(`^${CREDITS} (?:recue?s?|deleguee?s?|mise?s? a disposition|notifiee?s?|allouee?s?)\\b`);
/** The act alone, with its rank or its year. */
const ALONE =
  /^(?:delegations?|mises? a disposition|abondements?|redeploiements?|fongibilites?(?: asymetriques?)?|gels?|degels?|surgels?|reserves? de precaution|mises? en reserve)(?: (?:n|no|complementaires?|initiales?|\d{1,4}))*$/;
/** « Virement de PDE vers SF », « Virement reçu de PDE », « Transfert SF vers PDE ». */
const BETWEEN = /^(?:virements?|transferts?|redeploiements?|mouvements?|fongibilites?|reprises?) /;
const LINKS =
  / (?:vers|depuis|de|du|a|au|entre|et|l|la|le|enveloppes?|recue?s?|emis|emise?s?|sortants?|entrants?|fongibilites?|asymetriques?|autorisee?s?|credits?|ae|cp|n|no|\d{1,4})(?= )/g;
const STARTS =
  /^(?:deleg|mise|ouv|notif|recep|abon|rall|vers|mouv|virem|transf|redep|repr|fong|gel|degel|surgel|tranch|reserv|cred|ae |cp |autor)/;
const LONGEST = 80;

/** The movement that a comparable text names; null for any other text. */
export function creditMovementOf(text: string, names: KnownNames | null): CreditMovement | null {
  if (text.length > LONGEST || !STARTS.test(text)) return null;
  const words = text.replace(/[^a-z0-9&]+/g, ' ').trim();
  if (OF_CREDITS.test(words) || GIVEN.test(words) || isBetween(words, names)) return 'credits';
  return ALONE.test(words) ? 'act' : null;
}

/** Nothing but an act and names of envelopes. */
function isBetween(words: string, names: KnownNames | null): boolean {
  if (names === null || !BETWEEN.test(words)) return false;
  const named = `${words.replace(BETWEEN, ' | ')} `.replace(LINKS, ' |').split('|');
  const texts = named.map((text) => text.trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => names.isEnvelope(text));
}
