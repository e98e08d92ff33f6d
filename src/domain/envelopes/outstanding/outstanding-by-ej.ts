/** Restes à payer by EJ, as figures show them; amounts in cents. */
import { boundedCents } from '../figure-sums';
import type { LedgerRow } from '../ledger';

const SUMS = ['opening', 'committed', 'decommitted', 'paid', 'outstanding'] as const;

/** Movements: opening + committed − decommitted − paid = outstanding. */
export interface OutstandingSums {
  /** At the start of the credit year. */
  readonly opening: number;
  /** Since the start of the credit year, commitments in advance on its credits included. */
  readonly committed: number;
  readonly decommitted: number;
  readonly paid: number;
  readonly outstanding: number;
}

/** The restes à payer of one EJ in one envelope. */
export interface EjOutstanding {
  /** Null: the rows without EJ number, or the earlier EJ that are not named. */
  readonly ej: string | null;
  readonly envelope: string;
  /** With the stated restes à payer from which it starts. */
  readonly committed: number;
  readonly decommitted: number;
  readonly paid: number;
  readonly outstanding: number;
}

/** The restes à payer of a ledger. */
export interface OutstandingByEj {
  /** The movements of an envelope, or of the whole convention, since the start of the credit year. */
  of(envelope: string): OutstandingSums;
  /** The restes à payer that the convention states, from which those of an envelope, or of the whole, start. */
  statedIn(envelope: string): number;
  /**
   * True when the opening of this envelope comes from earlier years: the ledger plainly keeps them, with an EJ of the
   * envelope in them, or an earlier credit year states it.
   */
  rollsEarlierYears(envelope: string): boolean;
  /** The payments of the credit year, in an envelope, on no EJ that something commits: they may lower nothing. */
  withoutCommitment(envelope: string): readonly LedgerRow[];
  /** The rest, in an envelope, of the stated restes à payer on earlier EJ that nothing names. */
  notNamedIn(envelope: string): number;
  /** Each EJ that something commits, by envelope then in reading order. */
  entries(): Iterable<EjOutstanding>;
}

/** The movements of several accounts, or of several envelopes, together. */
export function addUp(parts: Iterable<OutstandingSums>): OutstandingSums {
  const total = { opening: 0, committed: 0, decommitted: 0, paid: 0, outstanding: 0 };
  for (const part of parts) for (const name of SUMS) total[name] = boundedCents(total[name] + part[name]);
  return total;
}
