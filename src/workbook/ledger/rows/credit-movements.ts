/**
 * Labels of credits that come, go or are held: « Délégation de crédits n° 1 », « AE reçues », « Virement de PDE vers
 * SF ». A row without a number of EJ commits nothing under them.
 */
import type { KnownNames } from '../known-names';

/**
 * `credits`: the words name credits, or envelopes, and a supplier is who gives them; `act`: « Mise à disposition » of a
 * supplier may be a purchase; `kept`: « Dotation complémentaire », « Réserve 3 % », « Non affecté » as the subject of a
 * row, where another subject beside it may be bought.
 */
export type CreditMovement = 'credits' | 'act' | 'kept';

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
/** « Report de crédits 2022 »; « Report AE » is a running total. */
const CARRIED =
  /^reports? (?:de|des) credits?(?: (?:de|des|du|d|l|exercice|gestion|annee|non consommes|ae|cp|n|n 1|20\d\d))*$/;
/** The act alone, with its rank or its year. */
const ALONE =
  /^(?:delegations?|mises? a disposition|abondements?|redeploiements?|fongibilites?(?: asymetriques?)?|gels?|degels?|surgels?|reserves? de precaution|mises? en reserve)(?: (?:n|no|complementaires?|initiales?|\d{1,4}))*$/;
/** « Virement de PDE vers SF », « Virement reçu de PDE », « Transfert SF vers PDE ». */
const BETWEEN = /^(?:virements?|transferts?|redeploiements?|mouvements?|fongibilites?|reprises?) /;
const LINKS =
  / (?:vers|depuis|de|du|a|au|entre|et|l|la|le|enveloppes?|recue?s?|emis|emise?s?|sortants?|entrants?|fongibilites?|asymetriques?|autorisee?s?|credits?|ae|cp|n|no|\d{1,4})(?= )/g;
/** « Dotation complémentaire », « Abondement DGEFP », « Avenant n° 1 à la convention DGEFP ». */
const GRANT = /^(?:dotations?|abondements?|rallonges?|delegations?|mises? a disposition) /;
const AMENDMENT = /^avenants? (?:(?:n|no|1er|\d{1,3}|modificatif|a|de|sur|la|presente) ){0,6}conventions?(?= )/;
const BESIDE_GRANTS =
  / (?:n|no|de|du|des|d|l|la|le|par|et|en|au|titre|complementaires?|supplementaires?|additionnel(?:le)?s?|initiales?|exceptionnel(?:le)?s?|budgetaires?|delegation|gestion|delegant|\d{1,4})(?= )/g;
/** « Réserve 3 % », « Reste à programmer », « Non affecté ». */
const NOT_ALLOTTED =
  /^(?:reserves?(?: (?:de|precaution|budgetaire|generale|commune|globale|n|\d{1,3}))*|(?:(?:restes?|reliquats?|montants?) )?a programmer|(?:restes?|reliquats?) a (?:repartir|affecter|ventiler|allouer)|(?:(?:restes?|montants?|reliquats?|part) )?non (?:affecte|programme|alloue|reparti)e?s?)(?: (?:ae|cp|20\d\d))*$/;
const STARTS =
  /^(?:deleg|mise|ouv|notif|recep|abon|rall|vers|mouv|virem|transf|redep|repr|fong|gel|degel|surgel|tranch|reserv|cred|ae |cp |autor|dotat|avenant|rest|reliq|report|mont|part |non |a prog)/;
const LONGEST = 80;

/** The movement that a comparable text names; null for any other text. */
export function creditMovementOf(text: string, names: KnownNames | null): CreditMovement | null {
  if (text.length > LONGEST || !STARTS.test(text)) return null;
  const words = text.replace(/[^a-z0-9&]+/g, ' ').trim();
  if (OF_CREDITS.test(words) || GIVEN.test(words) || CARRIED.test(words) || isBetween(words, names)) return 'credits';
  if (ALONE.test(words)) return 'act';
  return NOT_ALLOTTED.test(words) || isGrant(words, names) ? 'kept' : null;
}

/** Nothing but what is given, its rank, its kind, who gives it and to which envelope. */
function isGrant(words: string, names: KnownNames | null): boolean {
  const [all, rest] = [`${words} `, ` ${words} `.replace(/^ \S{1,20}/, '')];
  const others = AMENDMENT.test(all) ? ` ${all.replace(AMENDMENT, '').trim()} ` : GRANT.test(all) ? rest : null;
  if (others === null) return false;
  const named = others.replace(BESIDE_GRANTS, ' |').split(/[| ]/);
  return named.every((word) => word === '' || names?.isParty?.(word) === true || names?.isEnvelope(word) === true);
}

/** Nothing but an act and names of envelopes. */
function isBetween(words: string, names: KnownNames | null): boolean {
  if (names === null || !BETWEEN.test(words)) return false;
  const named = `${words.replace(BETWEEN, ' | ')} `.replace(LINKS, ' |').split('|');
  const texts = named.map((text) => text.trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => names.isEnvelope(text));
}
