/**
 * The totals that ceilings bound, each made of the accounts of a timeline: the convention, an envelope, a poste, the
 * earlier EJ of an envelope.
 */
import { WHOLE_CONVENTION } from '../../envelopes/ceilings';
import type { BudgetLine, Envelope } from '../../envelopes/convention';
import type { Account } from './timeline';

/** What the total of each kind is kept for. */
export interface GroupOf {
  readonly whole: typeof WHOLE_CONVENTION;
  readonly envelope: Envelope;
  readonly line: BudgetLine;
  /** Payments on the EJ of the RAP list, by envelope. */
  readonly rap: Envelope;
}

/** A kind of total. */
export type Lane = keyof GroupOf;

/** The kinds of totals. */
export const LANES: readonly Lane[] = ['whole', 'envelope', 'line', 'rap'];

/** The total of that kind to which an account adds; null when it adds to none. */
export function groupOf<L extends Lane>(lane: L, account: Account): GroupOf[L] | null;
/** The same, for a kind that is not known beforehand. */
export function groupOf(lane: Lane, { envelope, line, onRap }: Account): GroupOf[Lane] | null {
  switch (lane) {
    case 'whole':
      return WHOLE_CONVENTION;
    case 'envelope':
      return envelope;
    case 'line':
      return line;
    case 'rap':
      return onRap ? envelope : null;
  }
}
