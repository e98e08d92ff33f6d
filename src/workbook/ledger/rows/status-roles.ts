/**
 * The part that a word has in a status. Many words begin like those of a status and have none: those of people
 * (« demandeur », « signataire »), « annuel », « conforme ».
 */
import { comparable, editDistance } from '../../../domain/text';

export type Role =
  /** The row counts for nothing. */
  | 'drops'
  /** Near such a word, or one that awaits, by a typing error perhaps: no row leaves the figures by it. */
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
    'projet previs prevu previ prevoir provisionn brouillon draft attente attend demand request pending prepar propos'.split(
      ' ',
    ),
  ],
  [
    'awaits',
    'envisag estim planif planned sauvegard instruction instruir soumi redaction simul negoci futur prochain ulterieur'.split(
      ' ',
    ),
  ],
  ['signing', 'signature validation approbation visa publication notification affermissement'.split(' ')],
  [
    'signs',
    'sign notifi engag valid vise approuv approv accept attribu conclu confirm command emis emettre'.split(' '),
  ],
  ['signs', 'envoy souscri actif active ferme afferm favorable passe cree commit lance'.split(' ')],
  ['follows', 'pay paie paid sold clos clot clor closed termin fini achev execut regl mandat factur livr'.split(' ')],
  ['follows', 'recept recu certif constat service realis liquid comptabilis ordonnanc apur archiv rembours'.split(' ')],
  ['follows', 'avanc acompt traite done vers effectu decaiss debit delivr'.split(' ')],
  ['grants', 'obtenu accord donne recu'.split(' ')],
];
/** The beginnings of words that await, without their doubled letters. */
const AWAITING = BEGINNINGS.flatMap(([role, beginnings]) => (role === 'awaits' ? beginnings.map(singled) : []));
/** Short words, whole. */
const WHOLE: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...(['sf', 'dp', 'cp', 'fait', 'ok', 'oui'] as const).map((word) => [word, 'follows'] as const),
  ...(['da', 'pre', 'prevue', 'previsionnel'] as const).map((word) => [word, 'awaits'] as const),
  ...(['vu', 'bc'] as const).map((word) => [word, 'signs'] as const),
]);
export const NEGATIONS: ReadonlySet<string> = new Set(['non', 'pas', 'ni', 'jamais', 'not', 'sans']);
/** Before the name of an act, these show that it is still to come: « en signature », « pour visa », « au visa ». */
export const ON_THE_WAY: ReadonlySet<string> = new Set(['en', 'a', 'au', 'pour', 'cours']);
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
  'et',
  'etre',
  'faire',
]);
/** Words of their own, near another one: « annuel » is not « annulé », nor « conforme » « confirmé ». */
const WORD_OF_ITS_OWN =
  /^(?:annu[aei]|concurr|passat|revis|attenta|attenti|conform|reduct|refact|refug|cancer|formel|prevent|repart|ferm(?:et|er|ier))/;
/** The row and its pieces, and when: they leave a status one. */
const BESIDE =
  /^(?:ej|da|bc|bdc|dp|sf|ae|cp|cbcm|cbr|cbm|dcb|cf|visa|mise?s?|nouve[a-z]{2,4}|cours|venir|reste|devis|non|pas|cctp|ccap|dce|transmi[a-z]{1,6}|marches?|achats?|commandes?|bons?|contrats?|dossiers?|conventions?|consultations?|besoins?|procedures?|lignes?|operations?|pieces?|budgets?|budgetaires?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|t[1-4]|trimestre|semestre|annee|mois|debut|fin|\d+)$/;
/** « Demandeur », « signataire », « commanditaire », « prévisionniste », « requester »: who, and not what became of it. */
const PERSON = /(?:eur|euse|rice|iste|aire|(?<!attend)ant|requester)s?$/;
/** Words of the row as a whole, before « annulé ». */
const ROW_WORD =
  /^(?:ej|engagements?|juridiques?|commandes?|bc|bons?|marches?|lignes?|dossiers?|operations?|contrats?|demandes?|da|achats?|projets?|visas?|avis|validations?|approbations?|signatures?|notifications?|publications?|clos[a-z]{0,2}|clotur[a-z]{0,4}|classe?e?s?|declaree?s?|devenue?s?|est|ete|cbcm|cbr|cbm|dge|definitivement|finalement|totalement|\d+)$/;
const LONGEST = 120;
/** Shorter words are too near to one another to recognise a typing error. */
const SHORTEST_WITH_TYPO = 6;

/** The words of a status that may have a part in it. */
export function wordsOf(text: string): readonly string[] {
  return comparable(text.slice(0, LONGEST))
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !NOISE.has(word));
}

/** True for a word of status, or one that leaves a status what it is. */
export function isOfStatus(word: string): boolean {
  return roleOf(word) !== undefined || NEGATIONS.has(word) || ON_THE_WAY.has(word) || BESIDE.test(word);
}

/** True for a word of the row as a whole, « commande » or « visa » before « annulé ». */
export function isRowWord(word: string): boolean {
  return ROW_WORD.test(word);
}

const KNOWN = new Map<string, Role | null>();
const MOST_KNOWN = 5_000;

/** The role of a word; undefined for a word of anything else. The same words come back in the rows of a ledger. */
export function roleOf(word: string): Role | undefined {
  const known = KNOWN.get(word);
  if (known !== undefined) return known ?? undefined;
  const role = readRole(word);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(word, role ?? null);
  return role;
}

function readRole(word: string): Role | undefined {
  const whole = WHOLE.get(word);
  if (whole) return whole;
  if (PERSON.test(word) || WORD_OF_ITS_OWN.test(word)) return undefined;
  const found = BEGINNINGS.find(([, beginnings]) => beginnings.some((beginning) => word.startsWith(beginning)));
  return found?.[0] ?? nearRoleOf(word);
}

/** The role of the only beginnings at one typing error: « Nottifié ». « Attesté » is near « attente »: none for sure. */
function nearRoleOf(word: string): Role | undefined {
  if (word.length < SHORTEST_WITH_TYPO) return undefined;
  const near = new Set<Role>();
  for (const [role, beginnings] of BEGINNINGS) {
    for (const beginning of beginnings) if (isNear(word, beginning)) near.add(role);
  }
  const [only, ...others] = near;
  if (others.length > 0) return undefined;
  if (only === 'awaits' && isByDoubling(word)) return only;
  return only === 'drops' || only === 'awaits' ? 'mayDrop' : only;
}

/** « Brouilon », « Prévisionel »: only a doubled letter is lacking, or too many. */
function isByDoubling(word: string): boolean {
  const simple = singled(word);
  return AWAITING.some((beginning) => simple.startsWith(beginning));
}

function singled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

function isNear(word: string, beginning: string): boolean {
  if (beginning.length < SHORTEST_WITH_TYPO - 1 || !mayBeNear(word, beginning)) return false;
  return [-1, 0, 1].some((more) => editDistance(word.slice(0, beginning.length + more), beginning, 1) <= 1);
}

/** False, at little cost, when the first two letters already take two errors. */
function mayBeNear(word: string, beginning: string): boolean {
  return word[0] === beginning[0] || word[1] === beginning[1] || word[1] === beginning[0] || word[0] === beginning[1];
}
