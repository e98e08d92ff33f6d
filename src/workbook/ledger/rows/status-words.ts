/**
 * The words of a status → firm, project or cancelled, by their meaning: « Visa refusé », « non notifié », « demande
 * d'achat », « en attente de signature », « soldé ». A commitment that has been paid, served or closed was signed; one
 * that is asked for, planned or on its way to a signature is not.
 */
import type { RowStatus } from '../../../domain/envelopes/ledger';
import { comparable, editDistance } from '../../../domain/text';
import { cancelsRow } from './effect-headings';

/** A status that is not understood is firm, out of prudence, and is reported (LEC-05). */
export interface StatusReading {
  readonly status: RowStatus;
  readonly isKnown: boolean;
}

/** The part of a word in a status. */
type Role =
  /** The row counts for nothing. */
  | 'drops'
  /** Near such a word, by a typing error perhaps: no row leaves the figures by it. */
  | 'mayDrop'
  /** The act that makes an EJ firm, done unless its words show that it is still to come. */
  | 'signs'
  /** The name of that act: « signature », « visa », done only when the words show it. */
  | 'signing'
  /** What comes after an EJ is firm, done or not. */
  | 'follows'
  | 'awaits'
  | 'grants';

/** Beginnings of words by which a row counts for nothing, without accents. */
export const DROPPING: readonly string[] =
  'annul abandon supprim caduc caduqu refus rejet reject cancel defavorabl irrecevabl infructueu efface'.split(' ');

/** Beginnings of words, without accents, from the most precise; French, and the English of bilingual teams. */
const BEGINNINGS: readonly (readonly [Role, readonly string[]])[] = [
  ['drops', DROPPING],
  [
    'awaits',
    'projet previs prevu previ brouillon draft attente attend demand request pending prepar propos'.split(' '),
  ],
  ['awaits', 'envisag estim planif planned sauvegard instruction instruir soumi redaction simul negoci'.split(' ')],
  ['signing', 'signature validation approbation visa publication notification'.split(' ')],
  [
    'signs',
    'sign notifi engag valid vise approuv approv accept attribu conclu confirm command emis emettre'.split(' '),
  ],
  ['signs', 'envoy souscri actif active ferme favorable passe cree commit lance'.split(' ')],
  ['follows', 'pay paie paid sold clos clot clor closed termin fini achev execut regl mandat factur livr'.split(' ')],
  ['follows', 'recept recu certif constat service realis liquid comptabilis ordonnanc apur archiv rembours'.split(' ')],
  ['follows', 'avanc acompt traite done vers effectu decaiss delivr'.split(' ')],
  ['grants', 'obtenu accord donne recu'.split(' ')],
];
/** Short words, whole. */
const WHOLE: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...(['sf', 'dp', 'ej', 'fait', 'ok', 'oui'] as const).map((word) => [word, 'follows'] as const),
  ...(['da', 'prevue', 'previsionnel'] as const).map((word) => [word, 'awaits'] as const),
  ...(['vu', 'bc'] as const).map((word) => [word, 'signs'] as const),
]);
const NEGATIONS: ReadonlySet<string> = new Set(['non', 'pas', 'ni', 'jamais', 'not', 'sans']);
/** Before the name of an act, these show that it is still to come: « en signature », « pour visa », « au visa ». */
const ON_THE_WAY: ReadonlySet<string> = new Set(['en', 'a', 'au', 'pour', 'cours']);
const NOISE: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'd',
  'l',
  'la',
  'le',
  'les',
  'par',
  'encore',
  'etre',
  'faire',
]);
const INFINITIVE = /(?:er|ir|re)$/;
/** « Sans objet » alone may mean that there is no status to give: it is not known. */
const ENDED = /\bsans suite\b|\bdevenue?s? sans objet\b/;
/** Words of their own, near another one: « annuel » is not « annulé », nor « conforme » « confirmé ». */
const WORD_OF_ITS_OWN = /^(?:annu[aei]|attenta|attenti|conform|reduct|refact|refug|cancer|formel)/;
/** Under « Statut », a number is a code; under « Avancement », it is a share. */
const OF_CODES = /^(?:statut|etat|status)(?: |$)/;
/** Words of the row as a whole, before « annulé ». */
const ROW_WORD =
  /^(?:ej|engagements?|juridiques?|commandes?|bc|bons?|marches?|lignes?|dossiers?|operations?|contrats?|demandes?|da|achats?|projets?|visas?|avis|validations?|approbations?|signatures?|notifications?|publications?|clos[a-z]{0,2}|clotur[a-z]{0,4}|classe?e?s?|declaree?s?|devenue?s?|est|ete|cbcm|cbr|cbm|dge|definitivement|finalement|totalement|\d+)$/;
const LATER = /^(?:puis|apres|remplac|retabli|reengag|accord|obtenu|accept)/;
const PROJECT_WORD = /^projets?$/;
const PART = /^(?:avenant|reconduction|tranche|option|reliquat|complement)/;
/** « Partiellement annulé » still holds an amount. */
const PARTLY = /^partiel/;
const LONGEST = 120;
/** Shorter words are too near to one another to recognise a typing error. */
const SHORTEST_WITH_TYPO = 6;

const ANSWER = /^(?:oui|non|o|n|vrai|faux)$/;
const YES = /^[ov]/;
/** Under « Annulé »: a mark answers too. */
const MARK = /^(?:x{1,3}|oui|o|yes|y|vrai|true|ok|1|[✓✔☑☒✗✘×●■])$/;
const NO_MARK = /^(?:non|no|n|faux|false|0)$/;

/** The words of a cell under its heading: « Non » under « Engagé ? » means « non engagé », « X » under « Annulé » annulé. */
export function statusUnder(heading: string, text: string): string {
  const answer = text.length > LONGEST ? '' : comparable(text).trim();
  if (cancelsRow(heading)) return MARK.test(answer) ? heading : NO_MARK.test(answer) ? '' : text;
  if (!ANSWER.test(answer) || !statusOfWords(heading).isKnown) return text;
  return YES.test(answer) ? heading : `non ${heading}`;
}

/** True for « Statut », « État EJ »: numbers under it are codes, which may mean anything. */
export function holdsCodes(heading: string): boolean {
  return OF_CODES.test(comparable(heading));
}

/** Words beside those of a status that leave it one: who decides, and the piece itself. */
const BESIDE = /^(?:ej|da|bc|dp|sf|cbcm|cbr|cbm|cf|visa|cours|venir|reste|marche|devis|non|pas|\d+)$/;

/** True for words of status alone, « En attente de signature »; « Projet Alpha » is a name. */
export function isStatusAlone(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => isOfStatus(word));
}

function isOfStatus(word: string): boolean {
  return roleOf(word) !== undefined || NEGATIONS.has(word) || ON_THE_WAY.has(word) || BESIDE.test(word);
}

/** The status that words mean; an empty text is firm. */
export function statusOfWords(text: string): StatusReading {
  const words = wordsOf(text);
  if (words.length === 0) return text.trim() === '' ? FIRM : UNKNOWN;
  const roles = words.map((word) => roleOf(word));
  const isNegated = words.some((word) => NEGATIONS.has(word));
  const dropped = ENDED.test(words.join(' ')) ? words.indexOf('sans') : roles.indexOf('drops');
  if (roles.includes('mayDrop')) return UNKNOWN;
  if (dropped >= 0) return isNegatedDrop(words, dropped) || !isOfRow(words, roles, dropped) ? UNKNOWN : DROPPED;
  if (roles.includes('follows')) return FIRM;
  if (roles.includes('awaits')) return isOfPart(words, roles) ? UNKNOWN : PROJECT;
  if (words.some((word, at) => isToCome(word, words[at - 1], roles[at]))) return PROJECT;
  const acts = roles.includes('signs') || roles.includes('signing');
  if (acts && isNegated) return PROJECT;
  if (roles.includes('signs') || (roles.includes('signing') && roles.includes('grants'))) return FIRM;
  if (roles.includes('signing')) return words.includes('cours') ? PROJECT : UNKNOWN;
  return words.includes('cours') ? FIRM : UNKNOWN;
}

function wordsOf(text: string): readonly string[] {
  return comparable(text.slice(0, LONGEST))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !NOISE.has(word));
}

/** « Non annulé »; « partiellement annulé » still holds an amount. */
function isNegatedDrop(words: readonly string[], dropped: number): boolean {
  return words.some((word, at) => (at !== dropped && NEGATIONS.has(word)) || PARTLY.test(word));
}

/**
 * True when the row itself counts for nothing: before the word that drops it, only words of the row (« Commande
 * annulée », « Refus de visa »), and no later step beside it (« Réceptionné, DP refusée », « Visa refusé puis
 * accordé »).
 */
function isOfRow(words: readonly string[], roles: readonly (Role | undefined)[], dropped: number): boolean {
  const isLater = (word: string, at: number): boolean =>
    LATER.test(word) || (roles[at] === 'follows' && !ROW_WORD.test(word));
  return words.slice(0, dropped).every((word) => ROW_WORD.test(word)) && !words.some(isLater);
}

/** « Engagé, avenant en projet »: what is awaited is a part of a row that is firm. « Projet Alpha » may be a name. */
function isOfPart(words: readonly string[], roles: readonly (Role | undefined)[]): boolean {
  const isDone = roles.find((role) => role !== undefined) === 'signs' && !ROW_WORD.test(words[0] ?? '');
  const isNamed = PROJECT_WORD.test(words[0] ?? '') && !words.every((word) => isOfStatus(word));
  return isNamed || (isDone && !INFINITIVE.test(words[0] ?? '')) || words.some((word) => PART.test(word));
}

const FIRM: StatusReading = { status: 'firm', isKnown: true };
const PROJECT: StatusReading = { status: 'project', isKnown: true };
const DROPPED: StatusReading = { status: 'cancelled', isKnown: true };
const UNKNOWN: StatusReading = { status: 'firm', isKnown: false };

/** « À signer », « en signature », « en cours de validation », « engagement à venir ». */
function isToCome(word: string, before: string | undefined, role: Role | undefined): boolean {
  if (word === 'venir' && before === 'a') return true;
  if (role === 'signing') return before !== undefined && ON_THE_WAY.has(before);
  if (role !== 'signs') return false;
  return INFINITIVE.test(word) || before === 'cours';
}

function roleOf(word: string): Role | undefined {
  const whole = WHOLE.get(word);
  if (whole) return whole;
  const found = BEGINNINGS.find(([, beginnings]) => beginnings.some((beginning) => word.startsWith(beginning)));
  return found?.[0] ?? nearRoleOf(word);
}

/** The role of the only beginnings at one typing error: « Nottifié ». */
function nearRoleOf(word: string): Role | undefined {
  if (word.length < SHORTEST_WITH_TYPO || WORD_OF_ITS_OWN.test(word)) return undefined;
  const near = new Set<Role>();
  for (const [role, beginnings] of BEGINNINGS) {
    for (const beginning of beginnings) if (isNear(word, beginning)) near.add(role);
  }
  const [only, ...others] = near;
  if (others.length > 0) return undefined;
  return only === 'drops' ? 'mayDrop' : only;
}

function isNear(word: string, beginning: string): boolean {
  if (beginning.length < SHORTEST_WITH_TYPO - 1 || !mayBeNear(word, beginning)) return false;
  return [-1, 0, 1].some((more) => editDistance(word.slice(0, beginning.length + more), beginning, 1) <= 1);
}

/** False, at little cost, when the first two letters already take two errors. */
function mayBeNear(word: string, beginning: string): boolean {
  return word[0] === beginning[0] || word[1] === beginning[1] || word[1] === beginning[0] || word[0] === beginning[1];
}
