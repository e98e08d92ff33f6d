/**
 * Labels of credits that come, go or are held: « Délégation de crédits n° 1 », « AE reçues », « Virement de PDE vers
 * SF », « LFI 2023 », « Gel de la réserve de précaution », « Abondement fonds de concours », « Notification DGEFP ». A
 * row without a number of EJ commits nothing under them.
 */
import type { KnownNames } from '../known-names';

/**
 * `credits`: the words name credits, or envelopes, and a supplier is who gives them; `act`: « Gel », « Redéploiement » of
 * a supplier may be a purchase; `bareAct`: so may « Mise à disposition n° 2 », and its payment too; `granted`:
 * « Abondement DGEFP » as the subject of a row, where another subject beside it may be bought; `kept`: so « Dotation
 * complémentaire », « Réserve 3 % », « Non affecté », which may be paid.
 */
export type CreditMovement = 'credits' | 'act' | 'bareAct' | 'granted' | 'kept';

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
/** « Enveloppe notifiée »: an envelope of paper is received. */
const ENVELOPE_GIVEN =
  /^enveloppes? (?:deleguee?s?|notifiee?s?|allouee?s?|ouvertes?|votee?s?)(?: (?:de|du|d|par|la|le|en|initiales?|ae|cp|20\d\d))*$/;
/** « LFI 2023 », « Loi de finances rectificative », « Décret d'avance », « Budget rectificatif n° 1 »: they open credits. */
const FINANCE_LAW =
  /^(?:lfi|lfr|lfrs|lfg|plf|plfr|(?:projets? de )?lois? de finances(?: (?:initiale|rectificative|de fin de gestion))?s?|decrets? (?:d avances?|de (?:virement|transfert)s?)|budgets? (?:rectificatif|supplementaire|primitif)s?)(?: (?:n|no|de|du|pour|fin|gestion|exercice|ae|cp|\d{1,4}))*$/;
/** « DM1 », « Décision modificative n° 2 ». */
const AMENDED =
  /^(?:dm ?\d{1,2}|decisions? (?:budgetaires? )?modificatives?)(?: (?:n|no|de|du|budgetaires?|\d{1,4}))*$/;
const SUPPORT_FUNDS = '(?:fonds? de concours|fdc|attributions? de produits?)';
/** « Report de crédits 2022 », « Report FDC »; « Report AE » is a running total. */
const CARRIED = new RegExp(
  `^(?:reports? (?:de|des) credits?|(?:reports?|reliquats?) (?:(?:de|des|du|sur) )?${SUPPORT_FUNDS})` +
    '(?: (?:de|des|du|d|l|exercice|gestion|annee|non consommes|ae|cp|n|n 1|20\\d\\d))*$',
);
/** « Rattachement de fonds de concours », « Fonds de concours rattaché ». */
const SUPPORTED = new RegExp(
  `^(?:rattachements? (?:(?:de|des|du|d|l|un) )*${SUPPORT_FUNDS}|${SUPPORT_FUNDS} (?:rattache|recu|ouvert)e?s?)` +
    '(?: (?:n|no|de|du|en|ae|cp|\\d{1,4}))*$',
);
/** Perhaps credits: « Report 2022 », « Report de l'exercice précédent » on a day of its own; else a running total. */
const MAY_CARRY =
  /^(?:reports?|reliquats?) (?:(?:de|des|du|d|l|la|ae|cp|sur|exercice|gestion|annee) )*(?:20\d\d|n ?1|anterieure?s?|precedente?s?)$/;
/** The act, with its rank or its year. */
const ALONE =
  /^(?:delegations?|mises? a disposition|abondements?|redeploiements?|fongibilites?(?: asymetriques?)?|gels?|degels?|surgels?|reserves? de precaution|mises? en reserve)(?: (?:n|no|complementaires?|initiales?|\d{1,4}))*$/;
/** A supplier, or an administration that lends an agent, may give these too, more than once. */
const BARE = /^(?:delegations?|mises? a disposition|abondements?|mad)\b(?! de credits)(?!.* (?:ae|cp)\b)/;
/** « MAD n° 1 », « MAD complémentaire »; « MAD » alone is that of a person. */
const SHORT = /^mad(?: (?:de credits|complementaires?|initiales?|ae|cp|n|no|\d{1,4})){1,4}$/;
/** « Gel réserve de précaution 3 % », « Dégel de la réserve », « Mise en réserve 4 % des AE ». */
const HELD =
  /^(?:gels?|degels?|surgels?|mises? en reserve|annulations? de credits)(?: (?:de|des|du|d|la|l|en|sur|au|titre|pour|initiale?s?|complementaires?|partiel(?:le)?s?|totale?s?|reserves?|precaution|credits?|ae|cp|lfi|gestion|fin|n|no|\d{1,4}))*$/;
/** « Virement de PDE vers SF », « Virement reçu de PDE », « Transfert SF vers PDE ». */
const BETWEEN = /^(?:virements?|transferts?|redeploiements?|mouvements?|fongibilites?|reprises?) /;
const LINKS =
  / (?:vers|depuis|de|du|a|au|entre|et|l|la|le|enveloppes?|recue?s?|emis|emise?s?|sortants?|entrants?|fongibilites?|asymetriques?|autorisee?s?|credits?|ae|cp|n|no|\d{1,4})(?= )/g;
/** « Dotation complémentaire », « Abondement DGEFP », « Avenant n° 1 à la convention DGEFP ». */
const GRANT = /^(?:dotations?|abondements?|rallonges?|delegations?|mises? a disposition) /;
/** « Notification DGEFP », « Complément DGEFP (avenant 1) »: of credits, where the délégant gives it. */
const GIVEN_BY = /^(?:notifications?|versements?|complements?|attributions?|apports?) /;
const NEVER_BOUGHT = new RegExp(`^(?:abondements?|rallonges?)\\b|\\b${SUPPORT_FUNDS}\\b`);
const DELEGANT = /^deleg(?:uant|ant)s?$/;
const AMENDMENT = /^avenants? (?:(?:n|no|1er|\d{1,3}|modificatif|a|de|sur|la|presente) ){0,6}conventions?(?= )/;
const BESIDE_GRANTS =
  / (?:fonds? de concours|fdc|attributions? de produits?|n|no|1er|1ere|2e|3e|de|du|des|d|l|la|le|par|et|en|au|titre|avenants?|complementaires?|supplementaires?|additionnel(?:le)?s?|initiales?|exceptionnel(?:le)?s?|budgetaires?|delegation|gestion|delegant|\d{1,4})(?= )/g;
/** « Réserve 3 % », « Reste à programmer », « Non affecté ». */
const NOT_ALLOTTED =
  /^(?:reserves?(?: (?:de|precaution|budgetaire|generale|commune|globale|n|\d{1,3}))*|(?:(?:restes?|reliquats?|montants?) )?a programmer|(?:restes?|reliquats?) a (?:repartir|affecter|ventiler|allouer)|(?:(?:restes?|montants?|reliquats?|part) )?non (?:affecte|programme|alloue|reparti)e?s?)(?: (?:ae|cp|20\d\d))*$/;
const STARTS =
  /^(?:deleg|mise|mad |ouv|notif|recep|abon|rall|vers|mouv|virem|transf|redep|repr|fong|gel|degel|surgel|tranch|reserv|cred|ae |cp |autor|dotat|avenant|rest|reliq|report|mont|part |non |a prog|annul|appor|attrib|budget|compl|decis|decret|dm|envel|fdc|fond|lf|loi|pl|projet|rattach)/;
const LONGEST = 80;
const NAMES_CREDITS = [OF_CREDITS, GIVEN, ENVELOPE_GIVEN, CARRIED, FINANCE_LAW, SUPPORTED];

/** The movement that a comparable text names; null for any other text. */
export function creditMovementOf(text: string, names: KnownNames | null): CreditMovement | null {
  if (text.length > LONGEST || !STARTS.test(text)) return null;
  const words = text.replace(/[^a-z0-9&]+/g, ' ').trim();
  if (NAMES_CREDITS.some((one) => one.test(words)) || isBetween(words, names)) return 'credits';
  if (ALONE.test(words) || SHORT.test(words)) return BARE.test(words) ? 'bareAct' : 'act';
  if (HELD.test(words)) return 'act';
  if (AMENDED.test(words)) return 'granted';
  return NOT_ALLOTTED.test(words) ? 'kept' : grantOf(words, names);
}

/** True for a comparable text that names a finance law alone: the credits of its row, or of its purchase in a remark. */
export function namesFinanceLaw(text: string): boolean {
  return text.length <= LONGEST && FINANCE_LAW.test(text.replace(/[^a-z0-9&]+/g, ' ').trim());
}

/** True for the comparable text of a report that may be of credits: « Report 2022 ». */
export function mayCarryCredits(text: string): boolean {
  return text.length <= LONGEST && MAY_CARRY.test(text.replace(/[^a-z0-9&]+/g, ' ').trim());
}

/** Nothing but what is given, its rank, its kind, who gives it and to which envelope; null for anything else. */
function grantOf(words: string, names: KnownNames | null): 'granted' | 'kept' | null {
  const opening = [AMENDMENT, GIVEN_BY, GRANT].find((one) => one.test(`${words} `));
  if (opening === undefined) return null;
  const isByDelegant = words.split(' ').some((word) => isDelegant(word, names));
  if (opening === GIVEN_BY && !isByDelegant) return null;
  const others = ` ${`${words} `.replace(opening, '').trim()} `;
  const named = others.replace(BESIDE_GRANTS, ' |').split(/[| ]/);
  const isNamed = (word: string): boolean =>
    word === '' || names?.isParty?.(word) === true || names?.isEnvelope(word) === true;
  if (!named.every(isNamed)) return null;
  return isByDelegant || opening === AMENDMENT || NEVER_BOUGHT.test(words) ? 'granted' : 'kept';
}

/** True for the comparable name of who lends the credits. */
export function isDelegant(word: string, names: KnownNames | null): boolean {
  return DELEGANT.test(word) || names?.isDelegant?.(word) === true;
}

/** Nothing but an act and names of envelopes. */
function isBetween(words: string, names: KnownNames | null): boolean {
  if (names === null || !BETWEEN.test(words)) return false;
  const named = `${words.replace(BETWEEN, ' | ')} `.replace(LINKS, ' |').split('|');
  const texts = named.map((text) => text.trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => names.isEnvelope(text));
}
