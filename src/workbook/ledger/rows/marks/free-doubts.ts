/**
 * The doubt that free words leave on a row or on its amount, by the kinds of remarks that are read in plain words, with
 * the names of the convention's envelopes: in French and in English.
 */
import { isGivenBack, isNearly, isOfWrongAmount } from './amount-words';
import { isAside, isAsideAlone } from './aside-words';
import { isDropped } from './dropped-words';
import { hasClauses, plainClauses, type RemarkNames } from './clause-words';
import { awaitsAgreement, isForOthers, isOfAnotherYear } from './elsewhere-words';
import { isDoubtInEnglish, isOfAnotherYearInEnglish, isWrongAmountInEnglish } from './english-words';
import { mayHold } from './marking-words';
import { endsOnOthers, isOfAPerson, isRestOfOthers, isReturned, isShared, mayEndOnOthers } from './share-words';
import { centsInCurrency, centsStatedIn } from './stated-words';

/** The names of the convention, and the text that names the envelope of the row; none where they are not known. */
export interface NamesOnRow {
  readonly names: RemarkNames | null;
  readonly own: string;
}

export const NO_NAMES: NamesOnRow = { names: null, own: '' };
const SETTLED =
  /\b(?:puis|(?<!(?:non|pas) )levee?s?|debloquee?s?|degelee?s?|resolue?s?|regularisee?s?|corrigee?s?|rectifiee?s?|verifiee?s?|ok|fixed|solved|resolved|lifted|then)\b/;

/**
 * A doubt on the amount of a row, or on the row; `year`: unless it is dated in the year of the words; `stated`: unless
 * its amount is the one that they give; `currency`: where its amount is the one that they give in another currency.
 */
export type FreeDoubt = 'amount' | 'row' | 'year' | 'stated' | 'currency' | null;

/** The first words of a remark, and of few names: « À imputer sur SF », « Pas pour nous », « Financé par la DITP ». */
const BEGINS_AS_A_REMARK =
  /^\W*(?:[aà] |non |pas |ne |n['’ ]|pri[ts]e? |pay[ée]e?s? |financ[ée]e?s? |imput[ée]e?s? |engag[ée]e?s? |saisie?s? |mauvais|erreur|sur |hors |d[ée]j[àa] |double |concerne|rel[èe]ve|notre |seule|montant |50 ?%|la moiti|ej (?:non|pas|[àa]|en) |(?:ej|engagement|bc|march[ée]|commande) (?:bloqu[ée]|suspendu|gel[ée])|en attente (?:de|du|d.)|avis (?:d[ée]favorable|r[ée]serv[ée])|(?:bloqu[ée]|suspendu|gel[ée])e?s?$|factures? (?:non|pas|pay)|exercice |gestion (?:20|ant)|cr[ée]dits? 20|d[ée]penses? (?:de|hors|20)|in[ée]ligible|plus (?:de|aucun) |inconnu|absente? d)/iu;
/** « Exercice 2022 », « Crédits 2024 »; « Facture 2022 » and « 2022 » in a label may be what is bought, or its date. */
const OF_CREDITS =
  /\b(?:exercices?|gestions?|credits?|budgets?|ae|cp|imput[a-z]{1,6}|rattach[a-z]{1,6}|regul[a-z]{0,12}|releve|depenses?|(?:report|decal|bascul)ee?s?)\b/;

/** True for a label that is a remark from its first word; asked several times about one label. */
export function beginsAsRemark(label: string): boolean {
  if (last.label !== label) last = { label, isRemark: BEGINS_AS_A_REMARK.test(label) };
  return last.isRemark;
}

let last = { label: '', isRemark: false };

/** The doubt of a remark. */
export function doubtOfRemark(remark: string, of: NamesOnRow): FreeDoubt {
  if (mayHold('amount', remark) && centsInCurrency(remark) !== null) return 'currency';
  const clauses = unsettledClauses(remark, of);
  if (clauses.length === 1 && isAsideAlone(remark, clauses[0] ?? '')) return 'row';
  if (isDropped(clauses)) return 'row';
  if (clauses.some((clause) => isForOthers(clause) || isAside(clause) || isDoubtInEnglish(clause))) return 'row';
  if (clauses.some((clause) => isOfWrongAmount(clause) || isGivenBack(clause) || isWrongAmountInEnglish(clause)))
    return 'amount';
  if (
    clauses.some((clause) => isOwedByOthers(clause) || isReturned(clause)) ||
    (clauses.length > 0 && isNearly(remark))
  )
    return 'amount';
  if (statedIn(clauses).length > 0) return 'stated';
  return clauses.some((clause) => isOfAnotherYear(clause) || isOfAnotherYearInEnglish(clause)) ? 'year' : null;
}

/**
 * The doubt of a label: in the clauses after the name of its operation, « Maintenance (à imputer ailleurs) », or in all
 * of it where it begins as a remark does, « À imputer ailleurs », or is what was cancelled, « Mission annulée ».
 */
export function doubtOfLabel(label: string, of: NamesOnRow): FreeDoubt {
  const isRemark = beginsAsRemark(label);
  if (!isRemark && !hasClauses(label)) return doubtOfName(label, of);
  const all = unsettledClauses(label, of);
  const clauses = isRemark ? all : all.slice(1);
  if (isDropped(all) || clauses.some(isOfNoRow)) return 'row';
  if (clauses.some((clause) => isOfWrongAmount(clause) || isTakenBack(clause) || isWrongAmountInEnglish(clause)))
    return 'amount';
  if (clauses.some(isOwedByOthers) || (!isOfAPerson(all[0] ?? '') && clauses.some(isReturned))) return 'amount';
  if (statedIn(clauses).length > 0) return 'stated';
  return clauses.some((clause) => OF_CREDITS.test(clause) && isOfAnotherYear(clause)) ? 'year' : null;
}

/** The doubt of the name of an operation alone: « Mission annulée », « Formation refacturée à la DITP ». */
function doubtOfName(label: string, of: NamesOnRow): FreeDoubt {
  if (mayHold('cancelled', label) && isDropped(unsettledClauses(label, of))) return 'row';
  return mayEndOnOthers(label) && unsettledClauses(label, of).some(endsOnOthers) ? 'amount' : null;
}

function isOwedByOthers(clause: string): boolean {
  return isShared(clause) || isRestOfOthers(clause);
}

/** « Billet annulé, avoir à venir » is the name of an operation that the avoir will lower. */
function isTakenBack(clause: string): boolean {
  return isGivenBack(clause) && !clause.startsWith('avoir');
}

function isOfNoRow(clause: string): boolean {
  return isForOthers(clause) || isAside(clause) || isAsideAlone('', clause) || isDoubtInEnglish(clause);
}

/** True for a remark on a row that waits for an agreement: « En attente de décision ». */
export function isWaiting(remark: string, of: NamesOnRow): boolean {
  return unsettledClauses(remark, of).some(awaitsAgreement);
}

/** The amounts, in cents, that words state as those of their row. */
export function centsStated(words: string, of: NamesOnRow): readonly number[] {
  return statedIn(unsettledClauses(words, of));
}

/** « Montant final : 480 € » is two clauses. */
function statedIn(clauses: readonly string[]): readonly number[] {
  return clauses.flatMap((clause, at) => {
    const own = centsStatedIn(clause);
    return own.length > 0 ? own : centsStatedIn(`${clause} ${clauses[at + 1] ?? ''}`);
  });
}

/** The clauses of words that may leave a doubt; none where it is no more: « Imputation corrigée ». */
function unsettledClauses(words: string, { names, own }: NamesOnRow): readonly string[] {
  if (!mayHold('others', words)) return [];
  const clauses = plainClauses(words, names, own);
  return clauses.some((clause) => SETTLED.test(clause)) ? [] : clauses;
}
