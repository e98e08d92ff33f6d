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
import { isShared } from './share-words';
import { centsStatedIn } from './stated-words';

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
 * its amount is the one that they give.
 */
export type FreeDoubt = 'amount' | 'row' | 'year' | 'stated' | null;

/** The doubt of a remark. */
export function doubtOfRemark(remark: string, of: NamesOnRow): FreeDoubt {
  const clauses = unsettledClauses(remark, of);
  if (clauses.length === 1 && isAsideAlone(remark, clauses[0] ?? '')) return 'row';
  if (isDropped(clauses)) return 'row';
  if (clauses.some((clause) => isForOthers(clause) || isAside(clause) || isDoubtInEnglish(clause))) return 'row';
  if (clauses.some((clause) => isOfWrongAmount(clause) || isGivenBack(clause) || isWrongAmountInEnglish(clause)))
    return 'amount';
  if (clauses.some(isShared) || (clauses.length > 0 && isNearly(remark))) return 'amount';
  if (statedIn(clauses).length > 0) return 'stated';
  return clauses.some((clause) => isOfAnotherYear(clause) || isOfAnotherYearInEnglish(clause)) ? 'year' : null;
}

/** The doubt of a label, after the name of its operation: « Maintenance (à imputer ailleurs) ». */
export function doubtOfLabel(label: string, of: NamesOnRow): FreeDoubt {
  if (!hasClauses(label)) return null;
  const clauses = unsettledClauses(label, of).slice(1);
  if (clauses.some((clause) => isForOthers(clause) || isAside(clause) || isDoubtInEnglish(clause))) return 'row';
  return clauses.some((clause) => isOfWrongAmount(clause) || isWrongAmountInEnglish(clause)) ? 'amount' : null;
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
