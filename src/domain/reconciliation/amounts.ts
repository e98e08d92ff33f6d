/**
 * The amounts that the reconciliation compares, with the numbers, date and codes that identify them. A ledger row has
 * one for its AE and one for its CP; a line of Chorus is one. Both sides have the same form, so that one procedure
 * matches them.
 */
import type { LedgerRow } from '../envelopes/ledger';
import { compareImputations } from '../imputation/imputation';
import type { Nature } from '../money/nature';
import { compareTexts } from '../text';
import type { ForeignCode } from './codes/belonging';
import type { Codes } from './codes/comparable-codes';
import type { ChorusLine } from './extract';

/** The day of an amount whose date is absent or unreadable. */
export const NO_DAY = -(2 ** 31);

/** An amount of either side. Numbers of EJ, DP and postes are in their plain form; empty when absent. */
export interface Amount {
  readonly cents: number;
  /** The civil date, or `NO_DAY`. */
  readonly day: number;
  readonly ej: string;
  readonly ejLine: string;
  readonly dp: string;
  readonly dpLine: string;
  readonly codes: Codes;
}

/** The AE or the CP of a row of the ledger. */
export interface LedgerAmount extends Amount {
  readonly row: LedgerRow;
  readonly nature: Nature;
  /** Numbers of the DP that the row names after the first: a row may sum several. */
  readonly otherDps: readonly string[];
}

/** A line of an extract. */
export interface ChorusAmount extends Amount {
  /** Position of its extract among those given, from 0. */
  readonly extract: number;
  readonly line: ChorusLine;
  /** Its codes that are not the convention's; with some, it is compared only because the ledger names its EJ. */
  readonly foreign: readonly ForeignCode[];
}

/** Why an amount is not compared. */
export type NotCompared =
  | 'outsideCreditYear'
  /** Later than the day of the reconciliation. */
  | 'afterAsOf'
  /** A commitment that is not signed yet. */
  | 'project'
  | 'cancelled'
  | 'amountUnreadable'
  /** A row or a line without an amount, or of zero. */
  | 'noAmount'
  /** Type 200: the mirror of a payment on its EJ, never a commitment. */
  | 'mirror'
  /** An earlier EJ brought forward that ENV_RAP does not list. */
  | 'carryOver'
  /** Another extract has the same line, or one of a preferred shape has that operation. */
  | 'otherExtract'
  /** A newer extract of its shape has another state of that poste or DP. */
  | 'replaced'
  /** Another extract has that number with another amount, and nothing shows which is right. */
  | 'otherAmount'
  | 'natureNotGiven'
  /** The extracts lack the number by which the row could be found. */
  | 'keyNotGiven'
  /** The extract has no codes and the ledger does not name the EJ: it may belong to another convention. */
  | 'codesNotGiven'
  /** The same, and the number of its EJ is damaged (« 1,40514E+09 »): it may be that of an EJ of the ledger. */
  | 'ejUnreadable';

/** The plain form of the number of a poste: `0000000005` and `5.0` are `5`. */
export function plainLine(text: string): string {
  if (text === '' || (text.charCodeAt(0) !== 48 && /^\d+$/.test(text))) return text;
  return /^0*([1-9]\d*|0)(?:[.,]0*)?$/.exec(text.trim())?.[1] ?? text.trim();
}

const NO_DP: readonly string[] = [];
const ONE_DP = /^\d{6,10}$/;

/** The DP numbers of a cell, ten digits each; the text itself when it holds no number (« voir mail »). */
export function plainDps(text: string): readonly string[] {
  if (text === '') return NO_DP;
  if (ONE_DP.test(text)) return [plainDp(text)];
  const parts = text.split(/[\s,;/+&\u00a0\u202f-]+|\bet\b/u).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => /^\d{6,10}$/.test(part))
    ? [...new Set(parts.map(plainDp))]
    : [plainDp(text.trim())];
}

/** A DP number as extracts write it once padded: ten digits. */
export function plainDp(text: string): string {
  return text.length < 10 && /^\d+$/.test(text) ? text.padStart(10, '0') : text;
}

/** A DP number as people write it: nine digits, without the zero that `plainDp` or an extract puts before them. */
export function shownDp(dp: string): string {
  return /^0\d{9}$/.test(dp) ? dp.slice(1) : dp;
}

/** The sum of amounts, in cents. */
export function sumOf(amounts: readonly Amount[]): number {
  let cents = 0;
  for (const amount of amounts) cents += amount.cents;
  return cents;
}

/**
 * Orders amounts of one side by content, never by position, so that a sorted file gives the same result. Amounts that
 * compare equal are interchangeable.
 */
export function byContent<A extends Amount>(one: A, other: A): number {
  return (
    one.day - other.day ||
    one.cents - other.cents ||
    compareTexts(one.dp, other.dp) ||
    compareTexts(one.dpLine, other.dpLine) ||
    compareTexts(one.ejLine, other.ejLine) ||
    compareTexts(one.codes.text, other.codes.text) ||
    compareTexts(one.ej, other.ej) ||
    compareRest(one, other)
  );
}

/** The first amount by content; undefined when there is none. */
export function firstOf<A extends Amount>(amounts: readonly A[]): A | undefined {
  let first = amounts[0];
  for (const amount of amounts) if (first && byContent(amount, first) < 0) first = amount;
  return first;
}

/** Items in the order of the first of their amounts by content. */
export function sortedByFirst<T, A extends Amount>(
  items: readonly T[],
  amountsOf: (item: T) => readonly A[],
): readonly T[] {
  if (items.length < 2) return items;
  return items
    .map((item) => ({ item, first: firstOf(amountsOf(item)) }))
    .sort((one, other) => (one.first && other.first ? byContent(one.first, other.first) : 0))
    .map(({ item }) => item);
}

/** Groups of one key, in the order of their first; a null key is alone. */
export function groupsBy<A>(amounts: readonly A[], keyOf: (amount: A) => string | null): A[][] {
  const groups = new Map<string, A[]>();
  const all: A[][] = [];
  for (const amount of amounts) {
    const key = keyOf(amount);
    const known = key === null ? undefined : groups.get(key);
    if (known) known.push(amount);
    else {
      const group = [amount];
      all.push(group);
      if (key !== null) groups.set(key, group);
    }
  }
  return all;
}

function compareRest(one: Amount, other: Amount): number {
  if (isLedgerAmount(one) && isLedgerAmount(other)) return compareTexts(one.otherDps.join(), other.otherDps.join());
  if (!isChorusAmount(one) || !isChorusAmount(other)) return 0;
  const [line, otherLine] = [one.line, other.line];
  return (
    compareTexts(line.company, otherLine.company) ||
    compareTexts(line.movement, otherLine.movement) ||
    (line.exercise ?? 0) - (otherLine.exercise ?? 0) ||
    compareTexts(line.supplier, otherLine.supplier) ||
    compareImputations(line.imputation, otherLine.imputation)
  );
}

function isLedgerAmount(amount: Amount): amount is LedgerAmount {
  return 'row' in amount;
}

function isChorusAmount(amount: Amount): amount is ChorusAmount {
  return 'line' in amount;
}
