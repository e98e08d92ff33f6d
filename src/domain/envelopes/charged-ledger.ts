/**
 * A ledger under a convention at a date, with the envelope and the poste that each row is charged to and the amounts
 * that it adds to the figures. Made once, then passed to everything that counts rows: figures, controls, forecast,
 * documents, reconciliation.
 */
import type { CivilDate } from '../calendar/civil-date';
import { createAssigner, type Assigner } from './assignment';
import type { Convention } from './convention';
import { Decommitments } from './decommitments';
import { earlierEjsOf } from './outstanding/earlier-ejs';
import type { Ledger } from './ledger';
import { missingColumnsOf, type MissingColumns } from './missing-columns';
import { createEffects, type EffectOf } from './row-effects';
import { listedRapOf, type StatedRap } from './outstanding/stated-rap';

/** The ledger and the two functions that charge its rows. */
export interface ChargedLedger {
  readonly ledger: Ledger;
  /** The convention of the credit year of `asOf`. */
  readonly convention: Convention;
  readonly asOf: CivilDate;
  /** The columns that its figures lack. */
  readonly missing: MissingColumns;
  /** The EJ of the RAP lists by the credit year, as stated at the start of the ledger. */
  readonly listed: ReadonlyMap<string, StatedRap>;
  /** The other EJ of earlier years: dated before the credits, or listed in an earlier credit year. */
  readonly earlierEjs: ReadonlySet<string>;
  /** The EJ whose payments draw on the opening RAP of their envelope. */
  readonly onRap: ReadonlySet<string>;
  /** True when the ledger plainly keeps earlier years: a date before the credits is then no typing error. */
  readonly earlierAreKept: boolean;
  /** The retraits, and what each really withdraws. */
  readonly decommitments: Decommitments;
  /** Envelope and poste of a row; remembered by pair of code and poste. */
  readonly assign: Assigner;
  /** Amounts that a row adds at `asOf`. One object, rewritten at each call: read it before the next call. */
  readonly effectOf: EffectOf;
}

/**
 * Charges a ledger.
 * @example chargeLedger(ledger, convention, isoDate('2023-12-31')).assign(row)
 */
export function chargeLedger(ledger: Ledger, convention: Convention, asOf: CivilDate): ChargedLedger {
  const { rows } = ledger;
  const assign = createAssigner(convention);
  const listed = listedRapOf(rows, convention);
  const { all: earlierEjs, onRap, areKept: earlierAreKept } = earlierEjsOf(rows, convention, listed, assign);
  const decommitments = new Decommitments(ledger, listed);
  const uncounted = decommitments.uncountedAt(asOf);
  const effectOf = createEffects(convention, asOf, { earlier: earlierEjs, onRap, uncounted });
  const missing = missingColumnsOf(ledger, convention, assign);
  const ejs = { listed, earlierEjs, onRap, earlierAreKept, decommitments };
  return { ledger, convention, asOf, missing, ...ejs, assign, effectOf };
}

/** The same rows, charged to the same envelopes, at another date under the same convention. */
export function chargedAt(charged: ChargedLedger, asOf: CivilDate): ChargedLedger {
  if (asOf === charged.asOf) return charged;
  const { convention, earlierEjs, onRap, decommitments } = charged;
  const ejs = { earlier: earlierEjs, onRap, uncounted: decommitments.uncountedAt(asOf) };
  return { ...charged, asOf, effectOf: createEffects(convention, asOf, ejs) };
}
