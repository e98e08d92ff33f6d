/** What a control on several rows sees of a ledger that is edited row by row, and what it answers to each edit. */
import type { LedgerRow } from '../../envelopes/ledger';
import type { Finding } from '../findings/finding';
import type { Inspection } from '../facts/inspection';
import type { Courses, Reached } from './courses';

/** One edit, once everything that controls share tells of the ledger after it. */
export interface Edit {
  /** Null when the row is new. */
  readonly before: LedgerRow | null;
  /** Null when the row is deleted. */
  readonly after: LedgerRow | null;
  /** The totals in the order of time that it changes, and from when on. */
  readonly reached: readonly Reached[];
}

/**
 * Where a rule says what it finds now on a row (its key; −1 before every row), in place of what it found there. `part`
 * orders what it finds on one row from several sides: AE before CP, an envelope before its poste; below 8.
 */
export type Put = (row: number, part: number, findings: readonly Finding[]) => void;

/** The state of one rule. It must always have put what a whole run would find. */
export interface Follower {
  /** Everything that it finds, at the beginning. */
  begin(put: Put): void;
  /** What changes with an edit. */
  follow(edit: Edit, put: Put): void;
}

/** The ledger that followers share; each part already tells of the edited ledger when they are asked. */
export interface LiveLedger {
  readonly inspection: Inspection;
  readonly courses: Courses;
  /** The row of a key that is in the ledger. */
  rowOf(key: number): LedgerRow;
}
