/**
 * The CP paid on no EJ that the ledger commits: they count in the CP of their envelope and lower no restes à payer, so
 * that the two blocks of the Bilan show two amounts. A sentence states the difference, and its rows.
 */
import type { Envelope } from '../../domain/envelopes/convention';
import type { RowKey } from '../../domain/envelopes/ledger';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { LedgerFigure } from '../figures/ledger-figure';
import { namedRows } from '../figures/rows-in-words';
import type { DocumentSource } from '../input';

/** Amounts in cents. */
export interface UnexplainedPayments {
  readonly paid: number;
  /** The part of `paid` that lowers no restes à payer. */
  readonly unexplained: number;
  /** The rows whose payments make that part; none when they draw in part on stated restes à payer without EJ. */
  readonly rows: readonly RowKey[];
}

export const NO_PAYMENTS: UnexplainedPayments = { paid: 0, unexplained: 0, rows: [] };

/** Those of an envelope in the credit year; none where the restes à payer are not calculable. */
export function unexplainedPayments(
  { input: { balances }, own }: DocumentSource,
  envelope: Envelope,
): UnexplainedPayments {
  const cents = (figure: LedgerFigure): number | null => own.cents(figure, { envelope, line: null });
  const paid = cents('paid');
  const [committed, decommitted, earlier] = [cents('committed'), cents('decommitted'), cents('decommittedEarlier')];
  if (balances.missing.outstanding !== null) return NO_PAYMENTS;
  if (paid === null || committed === null || decommitted === null || earlier === null) return NO_PAYMENTS;
  const rolled = balances.byEj.of(envelope.code);
  const explained = rolled.opening + committed - decommitted - earlier - rolled.outstanding;
  const rows = balances.byEj.withoutCommitment(envelope.code);
  const sum = rows.reduce((total, { cp }) => total + (cp.kind === 'amount' ? cp.cents : 0), 0);
  const unexplained = paid - explained;
  return { paid, unexplained, rows: sum === unexplained ? rows.map(({ key }) => key) : [] };
}

/** Those of several envelopes together; the rows only when all of them are known. */
export function addedUp(parts: readonly UnexplainedPayments[]): UnexplainedPayments {
  const isKnown = parts.every(({ unexplained, rows }) => unexplained === 0 || rows.length > 0);
  return {
    paid: parts.reduce((sum, { paid }) => sum + paid, 0),
    unexplained: parts.reduce((sum, { unexplained }) => sum + unexplained, 0),
    rows: isKnown ? parts.flatMap(({ unexplained, rows }) => (unexplained === 0 ? [] : rows)) : [],
  };
}

/** The sentence under a block of the RAP; null when both blocks have the same payments. */
export function unexplainedSentence(source: DocumentSource, payments: UnexplainedPayments): string | null {
  if (payments.unexplained === 0) return null;
  // A reader of a publication has neither the rows of the team nor its sheets, whose names are free texts.
  return words.withoutCommitment(payments, source.input.texts ? [] : namedRows(source, payments.rows));
}
