/**
 * The doubt that words of a team leave on the row where they are, and its mark: one judge for all places, remarks,
 * labels, statuses, names of operations, notes, titles. Each place gives to some words a meaning of its own: in a
 * label, those before its first clause are the name of what is bought.
 */
import { comparable } from '../../../../domain/text';
import { textOf, type CellValue } from '../../../cells';
import { isBlankText } from '../../read-cells';
import { doubtsAmount } from './amount-remarks';
import { hasClauses, withLastClause } from './clause-words';
import {
  beginsAsRemark,
  centsStated,
  doubtOfLabel,
  doubtOfRemark,
  isWaiting,
  NO_NAMES,
  type FreeDoubt,
  type NamesOnRow,
} from './free-doubts';
import { mayHold, mayHoldAny } from './marking-words';
import { isOwnVerdict } from './own-verdicts';
import { namesFinanceLaw } from '../credit-movements';
import {
  isCancelledPayment,
  isKnownOperation,
  isLoweringAlone,
  isNetOfIt,
  loweringInBudget,
  loweringOfOperation,
} from '../operation-words';
import { doubtOnPayment, isRejectedPiece, type MarkFound } from './payment-doubts';
import {
  announcesProject,
  isForecastAlone,
  isNotEngaged,
  isOptional,
  labelAnnouncesProject,
  labelTakesRowOut,
  takesRowOut,
  wordsTakeRowOut,
} from './remarks';
import { isStatusAlone, statusOfWords } from '../status-words';
import { centsBeforeTax, centsInCurrency } from './stated-words';
import { TotalWords } from '../total-words';
import { doubtsRow, labelDoubtsRow, wordsDoubtRow } from './row-doubts';

/**
 * The words of a column: the label of operations; remarks, also in a column without a heading, named by its letter;
 * words of status under a heading that is not about them, « Dossier » « Projet »; the operation of the rows,
 * « Demande », and where most of its words are understood (`acts`) those that are not; the nature of the amounts, « AE
 * 2022 »; any other words, as « Refus » under « Décision »; the state of the rows (`states`), « Payé deux fois »; the numbers
 * of DP (`pieces`), « rejetée ».
 */
export type WordsHeld =
  'labels' | 'remarks' | 'statuses' | 'operations' | 'acts' | 'natures' | 'words' | 'states' | 'pieces';

/** Columns whose cells may be about the payment of their row. */
const ON_PAYMENTS: ReadonlySet<WordsHeld> = new Set(['states', 'remarks', 'words', 'labels', 'operations', 'acts']);
/** The kind of the operation of each row, which no row is without. */
const OPERATIONS: ReadonlySet<WordsHeld> = new Set(['operations', 'acts']);
/** Columns whose cells may be about the amount of their row. */
const IN_WORDS: ReadonlySet<WordsHeld> = new Set(['states', 'remarks', 'words', 'labels']);
/** Those whose every mark begins with a word of `marking-words.ts`. */
const IN_FREE_WORDS: ReadonlySet<WordsHeld> = new Set(['states', 'remarks', 'labels']);
const FIGURES = /^[\d\s.,()%€+-]+$/;
/** « Recette » of a piece of software; « Annule l'EJ … », on the row that stays; « Annulation partielle de 200 € », « Annulation sans frais possible ». */
const OF_TESTS_OR_DONE = /^\W*(?:recettes?\W*$|annule)|\b(?:sans frais|possible)\b|\d ?(?:k?€|euros?)/i;
const LONGEST_MARK = 120;
const SUMS = TotalWords.with(null);
/** « Budget » and « Consommation » may be those of the expense. */
const OF_GIVEN = /^(?:dotations?|credits?|plafonds?|disponibles?|dispo|restes?|restants?|soldes? )/;
const YEARS = /\b20\d\d\b/g;

/** The whole row may be out; or its amount, or itself, is in doubt. */
export type Doubt = 'whole' | FreeDoubt;

/** The doubt that words leave, by the place where they are. */
export function doubtOf(holds: WordsHeld, text: string, hasEj: boolean, of: NamesOnRow): Doubt {
  const doubt = doubtIn(holds, text, hasEj, of);
  const clauses = doubt === null && holds === 'labels' && mayHoldAny(text) ? withLastClause(text) : null;
  return clauses === null ? doubt : doubtIn(holds, clauses, hasEj, of);
}

function doubtIn(holds: WordsHeld, text: string, hasEj: boolean, of: NamesOnRow): Doubt {
  const isNoExpense = !hasEj && (holds === 'remarks' || holds === 'states') && namesNoExpense(text);
  if (IN_FREE_WORDS.has(holds) && !isNoExpense && !mayHoldAny(text)) return null;
  if (isOwnVerdict(text)) return null;
  if (holds === 'states' && !isFirmForSure(text)) return null;
  if (isTakenOut(holds, text, hasEj)) return 'whole';
  if (isNoExpense) return 'row';
  const doubt = IN_WORDS.has(holds) ? doubtedIn(holds, text) : null;
  if (doubt !== null || !IN_FREE_WORDS.has(holds)) return doubt;
  return holds === 'labels' ? doubtOfLabel(text, of) : doubtOfRemark(text, of);
}

/** « Dotation initiale », « Crédits notifiés », « Total »: without an EJ, the row may be credits that are given, or a sum. */
function namesNoExpense(text: string): boolean {
  const meaning = SUMS.labelOf(text.trim());
  if (!meaning?.isPlain || meaning.isPayment || meaning.kind === 'part' || namesFinanceLaw(comparable(text)))
    return false;
  return meaning.kind === 'total' || meaning.isMovement === true || OF_GIVEN.test(comparable(text).trim());
}

function yearsIn(text: string): readonly number[] {
  return (text.slice(0, LONGEST_MARK).match(YEARS) ?? []).map(Number);
}

function isTakenOut(holds: WordsHeld, text: string, hasEj: boolean): boolean {
  if (holds === 'statuses') return isOtherStatus(text);
  if (holds === 'operations' || holds === 'acts')
    return isOptional(text) || isDoubtfulOperation(text, holds === 'acts');
  if (holds === 'natures') return false;
  if (holds === 'words') return wordsTakeRowOut(text, hasEj);
  if (holds === 'labels' && labelTakesRowOut(text, hasEj)) return true;
  return isRemark(holds, text) && takesRowOut(text);
}

function isRemark(holds: WordsHeld, text: string): boolean {
  return holds === 'remarks' || holds === 'states' || (holds === 'labels' && beginsAsRemark(text));
}

/** The thing that free words leave in doubt: the amount, rather than the whole row. */
function doubtedIn(holds: WordsHeld, text: string): 'amount' | 'row' | null {
  if (doubtsAmount(text) || (holds === 'words' && isLoweringAlone(text))) return 'amount';
  if (holds === 'remarks' && mayHold('lowering', text) && namesLowering(text)) return 'amount';
  const isDoubt = isRemark(holds, text) ? doubtsRow : holds === 'labels' ? labelDoubtsRow : wordsDoubtRow;
  return isDoubt(text) ? 'row' : null;
}

/** « Désengagement », « Avenant de diminution »: a remark that is, as a whole, an operation that lowers. */
function namesLowering(text: string): boolean {
  if (OF_TESTS_OR_DONE.test(text) || isNetOfIt(text)) return false;
  return (isLoweringAlone(text) && loweringOfOperation(text) !== null) || loweringInBudget(text) !== null;
}

/** True for a state that is understood as that of a firm commitment: the others are reported as they are, or reserved. */
function isFirmForSure(text: string): boolean {
  const { status, isKnown } = statusOfWords(text);
  return isKnown && status === 'firm' && text.includes(' ');
}

/** True for a status, as a whole, of what is not firm. */
export function isOtherStatus(text: string): boolean {
  return statusOfWords(text).status !== 'firm' && isStatusAlone(text);
}

/** « Demande d'achat », « Rejet »; « Annulation » lowers its amount, which is counted so. */
function isDoubtfulOperation(text: string, isAmongActs: boolean): boolean {
  if (isBlankText(text) || FIGURES.test(text) || loweringOfOperation(text) !== null) return false;
  if (isForecastAlone(text, false)) return true;
  return isCancelledPayment(text) || isOtherStatus(text) || (isAmongActs && !isKnownOperation(text));
}

/**
 * The place of words on a row. `mayBeDraft`: of one with AE and without a status; `mayBeForecast`: nor paid; `mayBePlan`:
 * nor an EJ.
 */
export interface WordsOnRow {
  readonly holds: WordsHeld;
  readonly mayBeDraft: boolean;
  readonly mayBeForecast: boolean;
  readonly mayBePlan: boolean;
  readonly of: NamesOnRow;
}

/** The mark of a doubt that words leave; null where they leave none, nor on what is still to come. */
export function markOfDoubt(
  words: string,
  doubt: Doubt,
  { holds, mayBeDraft, mayBeForecast, mayBePlan, of }: WordsOnRow,
): Omit<MarkFound, 'heading'> | null {
  const raw = shown(words);
  if (holds === 'pieces') return isRejectedPiece(words) ? { raw, about: 'unpaid', paidIn: null } : null;
  const mayAwait = mayBeDraft && (isRemark(holds, words) || hasClauses(words));
  if (doubt === 'whole' && OPERATIONS.has(holds)) return { raw, about: 'operation' };
  if (doubt === 'whole' || (mayAwait && isOfProject(holds, words))) return { raw };
  if (mayBeForecast && isForecastAlone(words, isRemark(holds, words))) return { raw };
  if (mayBePlan && isNotEngaged(words, isRemark(holds, words))) return { raw };
  if (doubt === 'year') return { raw, about: 'row', ofYears: yearsIn(words) };
  if (doubt === 'currency') return { raw, about: 'amount', ifCents: centsInCurrency(words) ?? 0 };
  if (doubt === 'stated') return { raw, about: 'amount', ofCents: centsStated(words, of) };
  if (doubt !== null) return { raw, about: doubt };
  if (mayAwait && isWaiting(words, of)) return { raw, about: 'row' };
  const denied = ON_PAYMENTS.has(holds) ? doubtOnPayment(words) : null;
  if (denied) return { raw, about: 'unpaid', paidIn: denied.year };
  const withoutTax = IN_FREE_WORDS.has(holds) && mayHold('amount', words) ? centsBeforeTax(words) : null;
  return withoutTax === null ? null : { raw, about: 'amount', ifCents: withoutTax };
}

function isOfProject(holds: WordsHeld, words: string): boolean {
  return isRemark(holds, words) ? announcesProject(words) : labelAnnouncesProject(words);
}

/**
 * The mark that a remark in no column leaves on its row, such as a note of one of its cells; null without one.
 * `mayBeDraft`: of a row with AE and without a status. « Total » may be about the cell.
 */
export function markOfRemark(
  remark: string,
  mayBeDraft: boolean,
  of: NamesOnRow = NO_NAMES,
): Omit<MarkFound, 'heading'> | null {
  return markOfDoubt(remark, doubtOf('remarks', remark, true, of), {
    holds: 'remarks',
    mayBeDraft,
    mayBeForecast: false,
    mayBePlan: false,
    of,
  });
}

/** The first letters of a cell, as its mark quotes them. */
export function shown(value: CellValue): string {
  return textOf(value).trim().slice(0, LONGEST_MARK);
}
