/**
 * The words of a status → firm, project or cancelled, by their meaning: « Visa refusé », « non notifié », « demande
 * d'achat », « en attente de signature », « soldé ». A commitment that has been paid, served or closed was signed; one
 * that is asked for, planned or on its way to a signature is not. A row leaves the figures only by words that are
 * understood from the first one to the last that matters.
 */
import type { LedgerRow, RowStatus } from '../../../domain/envelopes/ledger';
import { namesRequest } from '../../../domain/imputation/ej-number';
import { comparable } from '../../../domain/text';
import { cancelsRow, isTicked } from './marks/effect-headings';
import { isOfStatus, isRowWord, NEGATIONS, ON_THE_WAY, roleOf, wordsOf, type Role } from './status-roles';

/** A status that is not understood is firm, out of prudence, and is reported (LEC-05). */
export interface StatusReading {
  readonly status: RowStatus;
  readonly isKnown: boolean;
}

/** The words of a status, and the role of each. */
interface Read {
  readonly words: readonly string[];
  readonly roles: readonly (Role | undefined)[];
  /** Where « non », « pas » or « sans » is; −1 without one. */
  readonly negation: number;
}

/** « Signer », « émettre »; « signataire » has its own ending. */
const INFINITIVE = /(?:er|ir|re)$/;
/** « Sans objet » alone may mean that there is no status to give: it is not known. */
const ENDED = /\bsans suite\b|\bdevenue?s? sans objet\b/;
/** Under « Statut », a number is a code; under « Avancement », it is a share. */
const OF_CODES = /^(?:statut|etat|status)(?: |$)/;
const LATER = /^(?:puis|apres|remplac|retabli|reengag|accord|obtenu|accept)/;
/** Acts that are done: « Prévu puis engagé » is not a project for sure. */
const DONE = /^(?:engagee?s?|signee?s?|notifiee?s?|conclue?s?|attribuee?s?|emise?s?|passee?s?)$/;
const PART = /^(?:avenant|reconduction|tranche|option|reliquat|complement)/;
/** « Partiellement annulé » still holds an amount. */
const PARTLY = /^parti(?:e$|el)/;
/** « Annulé » and the rest, with its reason, its day or its author; « annulation » may be asked for, or of anything. */
const DROPPED_ALREADY = /(?:e|ee)s?$|^(?:caduc|caduque|cancel|reject|defavorable|infructueu|irrecevable)/;
/** After these, the words name what is awaited, or by whom. */
const AWAITED = /^(?:attente|attend|pending)/;
const REASON = /^(?:faute|pour|suite|cause|manque)$/;
const WHOLLY = /^(?:totale?|integrale?|definiti(?:f|ve))$/;
const DRAFT = /^(?:previsi|brouillon|draft)/;
/** « EJ en gestion anticipée », which PER-03 judges. */
const ADVANCE = /^(?:ej )?(?:en )?(?:gestion )?anticip[a-z]{1,5}(?: sur)?(?: credits)?(?: \d{4})?$/;
/** « Définitif », « Engagement réel », beside « Provisionnel » and « Prévu ». */
const DEFINITE = /^(?:definiti(?:f|ve)|reel(?:le)?|certaine?)s?$/;
const OF_DEFINITE = /^(?:ej|engagements?|juridiques?|commandes?|bc|(?:definiti(?:f|ve)|reel(?:le)?|certaine?)s?)$/;
/** Acts by which a row leaves its envelope: « SF » after them is one, « Transféré SF », and no service fait. */
const MOVES = /^(?:transfer|reimput|imputer|bascul|deplac|reaffect|redeploi|reclass|vire|report|sur$|vers$)/;
/** Words of an act that is not signed, after which « SF » is an envelope: « À engager SF », « Projet SF ». */
const NOT_SIGNED = /^(?:projets?$|previ|prevue?s?$|brouillon|draft|engag|achats?$|da$)/;
/** Acts that come before a signature: « Procédure en cours », « Analyse des offres en cours ». */
const BEFORE_SIGNING =
  /^(?:procedures?|consultations?|appels?|passation|concurrence|analyses?|offres?|sourc|attribution|selection|choix|conventionnement|contractualisation|montage|devis|dce|cctp|ccap|besoins?)/;
/** A call for tenders and its quotations: no contract is signed, whatever is done of them: « Devis reçu », « Consultation lancée ». */
const TENDER =
  /^(?:concurrence|passation|(?:re)?consultations?|appels?|aoo?|offres?|sourcing|sourcage|dce|rfi|rfq|tenders?|devis|quotes?|quotations?|cotations?)$/;
/** The acts of it; « Devis n° 12 » and « Consultation » may be what is bought. */
const TENDERING =
  /^(?:concurrence|passation|sourcing|sourcage|cours|venir|lanc[a-z]{1,5}|recu[es]{0,2}|receptions?|recevoir|demand[a-z]{1,3}|relanc[a-z]{1,3}|attente|prepar[a-z]{1,6}|redaction|analys[a-z]{1,4}|depouill[a-z]{2,6}|publi[a-z]{1,7}|ouvert[a-z]{1,4}|received|requested)$/;
const TENDER_ENDED = /^(?:termine|fini|clos|clotur|achev|fait)/;
/** Beside both. « Devis accepté » and « Marché passé après consultation » have other words. */
const OF_TENDER =
  /^(?:mise?s?|en|a|d|marches?|procedures?|fournisseurs?|prestataires?|non|pas|n|no|\d{1,10}|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;
/** « Lancé » may be of a call for tenders, unless it is of an order. */
const LAUNCHED = /^lancee?s?$/;
const ORDER = /^(?:commandes?|bc|bdc|bons?|ej|engagements?|prestations?|travaux|executions?)$/;
/** « Remboursé »: by the supplier, unless to a person, whose expense it is. */
const REFUNDED = /^rembours(?:ee?s?|er)$/;
const TO_A_PERSON = /^(?:agents?|frais|missions?|avances?|notes?|ndf|deplacements?|personnels?|salaries?|stagiaires?)$/;
/** « Sans visa », « Dispensé de visa », « Visa non requis »: the EJ needs none, as most below a threshold. */
const NO_VISA =
  /^(?:(?:sans|hors|dispensee?s?|exemptee?s?|non soumise?s?(?: a)?) visas?|visas? (?:(?:non|pas) (?:requis|necessaires?|obligatoires?)|sans objet))(?: (?:cbcm|cbr|dcb|cbm))?$/;
/** « Pas fait »: the order itself, or what comes after it. */
const NOT_DONE = /^(?:non|pas) faite?s?$/;
/** Beside « annulé »: it may not be. */
const TO_CONFIRM = /\b(?:a (?:re)?(?:confirmer|verifier|valider|voir|preciser|controler)|sous reserve|sauf)\b/;
const LONGEST = 120;

const ANSWER = /^(?:oui|non|o|n|vrai|faux)$/;
const YES = /^[ov]/;
const NO_MARK = /^(?:non|no|n|faux|false|0)$/;

const FIRM: StatusReading = { status: 'firm', isKnown: true };
const PROJECT: StatusReading = { status: 'project', isKnown: true };
const DROPPED: StatusReading = { status: 'cancelled', isKnown: true };
const UNKNOWN: StatusReading = { status: 'firm', isKnown: false };

/** The words of a cell under its heading: « Non » under « Engagé ? » means « non engagé », « X » under « Annulé » annulé. */
export function statusUnder(heading: string, text: string): string {
  const answer = text.length > LONGEST ? '' : comparable(text).trim();
  const question = heading.slice(0, LONGEST).replaceAll('?', ' ').trim();
  if (cancelsRow(heading)) return isTicked(answer) ? question : NO_MARK.test(answer) ? '' : text;
  if (!ANSWER.test(answer) || !statusOfWords(question).isKnown) return text;
  return YES.test(answer) ? question : `non ${question}`;
}

/** True for « Statut », « État EJ »: numbers under it are codes, which may mean anything. */
export function holdsCodes(heading: string): boolean {
  return OF_CODES.test(comparable(heading));
}

/** True for words of status alone, « En attente de signature »; « Projet Alpha » is a name. */
export function isStatusAlone(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every(isOfStatus);
}

/** True when words of status name the act that makes an EJ firm, « Non signé », or a draft of it. */
export function namesItsAct(text: string): boolean {
  return wordsOf(text).some((word) => DRAFT.test(word) || roleOf(word) === 'signs' || roleOf(word) === 'signing');
}

/** That of a cell, which decides without a finding: « Annulé ? », « Annulé, à confirmer » is a doubt, and is not known. */
export function statusOfCell(text: string): StatusReading {
  if (text.includes('?')) return UNKNOWN;
  const found = statusOfWords(text);
  return found.status === 'cancelled' && TO_CONFIRM.test(comparable(text)) ? UNKNOWN : found;
}

/** The status that words mean; an empty text is firm. */
export function statusOfWords(text: string): StatusReading {
  const words = wordsOf(text);
  if (words.length === 0) return text.trim() === '' ? FIRM : UNKNOWN;
  if (NO_VISA.test(words.join(' '))) return FIRM;
  const tender = statusOfTender(words);
  if (tender !== null) return tender;
  const roles = words.map((word) => roleOf(word));
  const read = { words, roles, negation: words.findIndex((word) => NEGATIONS.has(word)) };
  const dropped = ENDED.test(words.join(' ')) ? words.indexOf('sans') : roles.indexOf('drops');
  if (roles.includes('mayDrop')) return UNKNOWN;
  if (words.some((word) => DEFINITE.test(word)) && words.every((word) => OF_DEFINITE.test(word))) return FIRM;
  if (dropped >= 0) return isDropped(read, dropped) ? DROPPED : UNKNOWN;
  if (leavesItsEnvelope(words) || isRefunded(words)) return UNKNOWN;
  if (NOT_DONE.test(words.join(' '))) return UNKNOWN;
  if (roles.some((role, at) => role === 'follows' && !(words[at] === 'cp' && words.includes('ae')))) return FIRM;
  if (roles.includes('awaits')) return isAwaited(read) ? PROJECT : UNKNOWN;
  return statusOfAct(read);
}

/** The status of a call for tenders alone; null for any other words, « Devis n° 12 », « Sans mise en concurrence ». */
function statusOfTender(words: readonly string[]): StatusReading | null {
  const isOne = (word: string): boolean => TENDER.test(word);
  const isEnded = words.some((word) => TENDER_ENDED.test(word));
  const isOnIt = (word: string): boolean => isOne(word) || TENDERING.test(word) || OF_TENDER.test(word);
  if (!words.some(isOne) || !words.every((word) => isOnIt(word) || TENDER_ENDED.test(word))) return null;
  if (isEnded) return UNKNOWN;
  const acts = words.filter(
    (word) => TENDERING.test(word) && !(isOne(word) && words.some((one) => NEGATIONS.has(one))),
  );
  return acts.length > 0 || words.join(' ') === 'appel offres' ? PROJECT : null;
}

/** « Transféré SF », « Sur SF », « À engager SF »: of an envelope with this name, as « Attente SF » is not. */
function leavesItsEnvelope(words: readonly string[]): boolean {
  const at = words.indexOf('sf');
  if (at < 1) return false;
  const others = words.slice(0, at);
  const isServed = words.slice(at + 1).some((word) => !isPlain(word) || roleOf(word) === 'follows'); // « SF fait »
  if (isServed) return false;
  if (others.some((word) => MOVES.test(word))) return true;
  return others.some((word) => NOT_SIGNED.test(word)) && isProject(others.join(' '));
}

function isProject(words: string): boolean {
  return statusOfWords(words).status === 'project';
}

function isRefunded(words: readonly string[]): boolean {
  return words.some((word) => REFUNDED.test(word)) && !words.some((word) => TO_A_PERSON.test(word));
}

/** The status by the act that makes an EJ firm: done, on its way, or still to come. */
function statusOfAct({ words, roles, negation }: Read): StatusReading {
  const toCome = words.findIndex((word, at) => isToCome(word, words[at - 1], roles[at]));
  if (toCome >= 0) return isOfRow(words.slice(0, toCome)) ? PROJECT : UNKNOWN;
  const acts = roles.includes('signs') || roles.includes('signing');
  if (acts && negation >= 0) return isOfRow(words.slice(0, negation)) ? PROJECT : UNKNOWN;
  const isOnItsWay = words.includes('cours') && words.some((word) => BEFORE_SIGNING.test(word));
  if (isOnItsWay && !words.some((word) => DONE.test(word))) return UNKNOWN;
  if (words.some((word, at) => roles[at] === 'signs' && !LAUNCHED.test(word))) return FIRM;
  if (roles.includes('signs')) return words.some((word) => ORDER.test(word)) ? FIRM : UNKNOWN;
  if (roles.includes('signing')) return roles.includes('grants') ? FIRM : words.includes('cours') ? PROJECT : UNKNOWN;
  if (words.some((word) => BEFORE_SIGNING.test(word))) return UNKNOWN;
  if (words.includes('cours') || (words[0] === 'ej' && words.every(isOfStatus))) return FIRM;
  return ADVANCE.test(words.join(' ')) ? FIRM : UNKNOWN;
}

/** True for words that leave the act that follows them one of the row: « Commande », « DGE ». */
function isOfRow(words: readonly string[]): boolean {
  return words.every((word) => isOfStatus(word) || isRowWord(word));
}

/**
 * True when the row itself counts for nothing: before the word that drops it, only words of the row (« Commande
 * annulée », « Refus de visa »); no later step beside it (« Réceptionné, DP refusée », « Visa refusé puis accordé »);
 * and it is done, not asked for (« Annulation demandée »), nor of anything else (« Abandon de poste »).
 */
function isDropped({ words, roles }: Read, dropped: number): boolean {
  if (words.some((word, at) => (at !== dropped && NEGATIONS.has(word)) || PARTLY.test(word))) return false;
  const isLater = (word: string, at: number): boolean =>
    LATER.test(word) || (roles[at] === 'follows' && !isRowWord(word));
  if (!words.slice(0, dropped).every(isRowWord) || words.some(isLater)) return false;
  if (words[dropped] === 'sans' || DROPPED_ALREADY.test(words[dropped] ?? '')) return true;
  if (roles.slice(0, dropped).includes('awaits')) return false;
  const after = words.slice(dropped + 1);
  return REASON.test(after[0] ?? '') || after.every((word) => isRowWord(word) || WHOLLY.test(word) || isPlain(word));
}

/** « EJ », « le 3 mars »: beside the name of an act, it names neither a wait nor another thing. */
function isPlain(word: string): boolean {
  return isOfStatus(word) && roleOf(word) !== 'awaits' && word !== 'cours' && word !== 'a';
}

/**
 * True when the row itself is asked for, planned or awaited. Not « Engagé, avenant en projet », of which a part is;
 * « Non prévu »; « Prévu puis engagé »; nor « Projet Alpha », « Chef de projet », which are names.
 */
function isAwaited({ words, roles, negation }: Read): boolean {
  const first = roles.find((role) => role !== undefined);
  const isSigned = first === 'signs' && !isRowWord(words[0] ?? '') && !INFINITIVE.test(words[0] ?? '');
  if (isSigned || negation >= 0 || words.some((word) => PART.test(word))) return false;
  if (words.some((word, at) => DONE.test(word) && !ON_THE_WAY.has(words[at - 1] ?? ''))) return false;
  const awaits = roles.indexOf('awaits');
  const isWaiting = words[awaits] === 'attente' && ON_THE_WAY.has(words[awaits - 1] ?? '');
  if (!isWaiting && !isOfRow(words.slice(0, awaits))) return false;
  return AWAITED.test(words[awaits] ?? '') || words.slice(awaits).every(isOfStatus);
}

/** « À signer », « en signature », « en cours de validation », « engagement à venir ». */
function isToCome(word: string, before: string | undefined, role: Role | undefined): boolean {
  if (word === 'venir' && before === 'a') return true;
  if (role === 'signing') return before !== undefined && ON_THE_WAY.has(before);
  if (role !== 'signs') return false;
  return INFINITIVE.test(word) || before === 'cours';
}

const LONGEST_STATE = 60;
/** An EJ that is being entered; « En cours d'exécution » is one that was signed. */
const NOT_YET =
  /^(?:ej |bc |commande )?(?:(?:encore )?en cours(?: (?:de |d )?(?:creation|saisie|emission|passation|engagement|redaction|preparation|validation|signature|generation|chorus|cree|etablissement))?|(?:a|en) (?:saisir|generer|etablir|emettre|passer|faire|ouvrir|creer|creation|demander|lancer|lancement|preparation)|pas encore(?: (?:cree|engage|passe|emis|signe|saisi|fait)e?s?)?|non (?:cree|emis|passe|saisi)e?s?|to be (?:created|issued|raised|signed)|to come|pending)$/;
/** The number alone is awaited. */
const OF_NUMBER = /\b(?:n|no|num|numeros?)\b|°/;

/** Beside a day of commitment, it may be the number alone that is awaited. */
const UNDER_WAY = /^(?:en cours|en attente)$/;

/**
 * The row by words under « N° EJ » that are the state of the order rather than its number: « annulé », « à venir »,
 * « DA 1000123456 ». They are the status of a row that has no other one, and that nobody has paid.
 */
export function withStatusOfEj(row: LedgerRow): LedgerRow {
  const { ej, status, statusText, unknownStatus, cp, commitmentDate, paymentDate } = row;
  if (ej.kind !== 'malformed' || status !== 'firm' || (statusText ?? unknownStatus) !== undefined) return row;
  const found = statusOfEj(ej.raw);
  if (found === 'cancelled') return { ...row, status: found, statusText: ej.raw.trim() };
  const hasCp = cp.kind === 'amount' ? cp.cents > 0 : cp.kind !== 'absent';
  const isPaid = hasCp && paymentDate.kind === 'date';
  const isSigned = commitmentDate.kind === 'date' && UNDER_WAY.test(comparable(ej.raw).trim());
  return found === 'project' && !isPaid && !isSigned ? { ...row, status: found } : row;
}

function statusOfEj(raw: string): 'project' | 'cancelled' | null {
  if (namesRequest(raw)) return 'project';
  if (raw.length > LONGEST_STATE || /\d/.test(raw)) return null;
  const words = comparable(raw).trim();
  if (OF_NUMBER.test(words)) return null;
  if (NOT_YET.test(words.replace(/[^a-z]+/g, ' ').trim())) return 'project';
  const { status, isKnown } = statusOfCell(raw);
  if (!isKnown || status === 'firm') return null;
  return status === 'cancelled' || isStatusAlone(raw) ? status : null;
}
