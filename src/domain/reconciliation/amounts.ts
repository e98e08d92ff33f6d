/**
 * What the reconciliation compares: single amounts of either side, each with what it can be recognised by. A row of the
 * team's table has one for its AE and one for its CP; a line of Chorus is one. Both sides have one form, so that one
 * procedure settles them.
 */
import type { LedgerRow } from '../envelopes/ledger';
import type { Nature } from '../money/nature';
import type { Codes } from './codes';
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
  /** Its codes are not the convention's: it is looked at only because the ledger names its EJ. */
  readonly isForeign: boolean;
}

/** Why an amount is not compared. */
export type NotCompared =
  /** Of another credit year. */
  | 'outsideCreditYear'
  /** Later than the day of the reconciliation. */
  | 'afterAsOf'
  /** A commitment that is not signed yet. */
  | 'project'
  | 'cancelled'
  | 'amountUnreadable'
  /** A row, or a line, that says no amount, or zero. */
  | 'noAmount'
  /** Type 200: the mirror of a payment on its EJ, never a commitment. */
  | 'mirror'
  /** An earlier EJ brought forward, of which ENV_RAP says nothing. */
  | 'carryOver'
  /** The same line stands in an earlier extract, or an extract of another shape already tells that EJ. */
  | 'otherExtract'
  /** No extract tells this nature. */
  | 'natureNotGiven'
  /** The extracts lack the number by which the row could be found. */
  | 'keyNotGiven'
  /** The extract says no code and nobody knows the EJ: it may be anybody's. */
  | 'codesNotGiven';

/** The plain form of the number of a poste: `0000000005` and `5.0` are `5`. */
export function plainLine(text: string): string {
  if (text === '' || (text.charCodeAt(0) !== 48 && /^\d+$/.test(text))) return text;
  return /^0*(\d+)(?:[.,]0*)?$/.exec(text.trim())?.[1] ?? text.trim();
}

const NO_DP: readonly string[] = [];
const ONE_DP = /^\d{6,10}$/;

/** The plain forms of the DP numbers of a cell, ten digits each; the text itself when it is none (« voir mail »). */
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

/** The sum of amounts, in cents. */
export function sumOf(amounts: readonly Amount[]): number {
  let cents = 0;
  for (const amount of amounts) cents += amount.cents;
  return cents;
}

/**
 * An order that depends on what amounts say and never on where they stand, so that sorted files give the same result.
 */
export function byContent(one: Amount, other: Amount): number {
  return (
    one.day - other.day ||
    one.cents - other.cents ||
    compareTexts(one.dp, other.dp) ||
    compareTexts(one.dpLine, other.dpLine) ||
    compareTexts(one.ejLine, other.ejLine) ||
    compareTexts(one.codes.text, other.codes.text) ||
    compareTexts(one.ej, other.ej)
  );
}

/** Plain order of code units, the same on each machine. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
