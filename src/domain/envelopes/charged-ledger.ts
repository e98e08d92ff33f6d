/**
 * A ledger under a convention at a date, with the envelope and the poste that each row is charged to and the amounts
 * that it adds to the figures. Made once, then passed to everything that counts rows: figures, controls, forecast,
 * documents, reconciliation.
 */
import type { CivilDate } from '../calendar/civil-date';
import { createAssigner, type Assigner } from './assignment';
import { earlierEjsOf } from './commitment-year';
import type { Convention } from './convention';
import { Decommitments } from './decommitments';
import type { Ledger, LedgerRow } from './ledger';
import { missingColumnsOf, type MissingColumns } from './missing-columns';
import { createEffects, type RowEffect } from './row-effects';

/** The ledger and the two functions that charge its rows. */
export interface ChargedLedger {
  readonly ledger: Ledger;
  /** The convention of the credit year of `asOf`. */
  readonly convention: Convention;
  readonly asOf: CivilDate;
  /** The columns that its figures lack. */
  readonly missing: MissingColumns;
  /** The EJ that the ledger dates before the credits; those of the RAP list are not repeated here. */
  readonly earlierEjs: ReadonlySet<string>;
  /** The retraits, and what each really withdraws. */
  readonly decommitments: Decommitments;
  /** Envelope and poste of a row; remembered by pair of code and poste. */
  readonly assign: Assigner;
  /** Amounts that a row adds at `asOf`. One object, rewritten at each call: read it before the next call. */
  readonly effectOf: (row: LedgerRow) => RowEffect;
}

/**
 * Charges a ledger.
 * @example chargeLedger(ledger, convention, isoDate('2023-12-31')).assign(row)
 */
export function chargeLedger(ledger: Ledger, convention: Convention, asOf: CivilDate): ChargedLedger {
  const earlierEjs = earlierEjsOf(ledger.rows, convention);
  const decommitments = new Decommitments(ledger.rows, convention);
  const effectOf = createEffects(convention, asOf, earlierEjs, decommitments.uncountedAt(asOf));
  const missing = missingColumnsOf(ledger, convention);
  const assign = createAssigner(convention);
  return { ledger, convention, asOf, missing, earlierEjs, decommitments, assign, effectOf };
}

/** The same rows, charged to the same envelopes, at another date under the same convention. */
export function chargedAt(charged: ChargedLedger, asOf: CivilDate): ChargedLedger {
  if (asOf === charged.asOf) return charged;
  const { convention, earlierEjs, decommitments } = charged;
  return { ...charged, asOf, effectOf: createEffects(convention, asOf, earlierEjs, decommitments.uncountedAt(asOf)) };
}
