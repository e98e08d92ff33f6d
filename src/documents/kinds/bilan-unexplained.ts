/**
 * The movements by which the restes à payer of the Bilan differ from its blocks of AE and CP. CP paid on no EJ that the
 * ledger commits count in the CP of their envelope and lower no restes à payer, as do retraits of an EJ whose amount
 * cannot be read. After the credit year, and for what is committed in advance on the next one and withdrawn from it,
 * restes à payer move without the AE and the CP of the year. Sentences give each.
 */
import type { Envelope } from '../../domain/envelopes/convention';
import type { RowKey } from '../../domain/envelopes/ledger';
import { withdrawnInAdvance } from '../../domain/envelopes/outstanding/withdrawn-in-advance';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { LedgerFigure } from '../figures/ledger-figure';
import { namedRows } from '../figures/rows-in-words';
import type { DocumentSource } from '../input';

/** Amounts in cents. */
export interface UnexplainedPayments {
  /** In the credit year. */
  readonly paid: number;
  /** The part of `paid` that lowers no restes à payer. */
  readonly unexplained: number;
  /** The rows whose payments make that part; none when they draw in part on stated restes à payer without EJ. */
  readonly rows: readonly RowKey[];
  /** By the as-of date, on other credits than those of the year. */
  readonly elsewhere: Elsewhere;
  /** The part of `elsewhere.decommitted` that is withdrawn in the credit year, from commitments in advance. */
  readonly inAdvance: number;
  /** The retraits, among those of the year, that lower no restes à payer. */
  readonly idle: number;
  /** The part of `idle` on EJ of earlier years, which free no AE. */
  readonly idleEarlier: number;
}

/** Movements of the restes à payer that are in neither the AE nor the CP of the year. */
export type Elsewhere = Readonly<Record<'committed' | 'decommitted' | 'paid', number>>;

const NOWHERE: Elsewhere = { committed: 0, decommitted: 0, paid: 0 };

export const NO_PAYMENTS: UnexplainedPayments = {
  paid: 0,
  unexplained: 0,
  rows: [],
  elsewhere: NOWHERE,
  inAdvance: 0,
  idle: 0,
  idleEarlier: 0,
};

/** Those of an envelope; none where the restes à payer are not calculable. */
export function unexplainedPayments(source: DocumentSource, envelope: Envelope): UnexplainedPayments {
  const { balances } = source.input;
  const cents = (figure: LedgerFigure): number | null => source.own.cents(figure, { envelope, line: null });
  const paid = cents('paid');
  const [committed, decommitted, earlier] = [cents('committed'), cents('decommitted'), cents('decommittedEarlier')];
  if (balances.missing.outstanding !== null) return NO_PAYMENTS;
  if (paid === null || committed === null || decommitted === null || earlier === null) return NO_PAYMENTS;
  const [ended, now] = [source.yearEnd.of(envelope.code), balances.byEj.of(envelope.code)];
  const inAdvance = withdrawnInAdvance(source.input.charged).get(envelope.code) ?? 0;
  const elsewhere = {
    committed: now.committed - committed,
    decommitted: inAdvance + now.decommitted - ended.decommitted,
    paid: now.paid - ended.paid,
  };
  const rows = source.yearEnd.withoutCommitment(envelope.code);
  const sum = rows.reduce((total, { cp }) => total + (cp.kind === 'amount' ? cp.cents : 0), 0);
  const unexplained = paid - ended.paid;
  const idle = decommitted + earlier + inAdvance - ended.decommitted;
  return {
    paid,
    unexplained,
    rows: sum === unexplained ? rows.map(({ key }) => key) : [],
    elsewhere,
    inAdvance,
    idle,
    idleEarlier: Math.max(0, idle - decommitted - inAdvance),
  };
}

/** Those of several envelopes together; the rows only when all of them are known. */
export function addedUp(parts: readonly UnexplainedPayments[]): UnexplainedPayments {
  const isKnown = parts.every(({ unexplained, rows }) => unexplained === 0 || rows.length > 0);
  const sum = (of: (part: UnexplainedPayments) => number): number => parts.reduce((cents, part) => cents + of(part), 0);
  return {
    paid: sum(({ paid }) => paid),
    unexplained: sum(({ unexplained }) => unexplained),
    rows: isKnown ? parts.flatMap(({ unexplained, rows }) => (unexplained === 0 ? [] : rows)) : [],
    elsewhere: {
      committed: sum(({ elsewhere }) => elsewhere.committed),
      decommitted: sum(({ elsewhere }) => elsewhere.decommitted),
      paid: sum(({ elsewhere }) => elsewhere.paid),
    },
    inAdvance: sum(({ inAdvance }) => inAdvance),
    idle: sum(({ idle }) => idle),
    idleEarlier: sum(({ idleEarlier }) => idleEarlier),
  };
}

/** The sentences under a block of the RAP; none when its movements are those of the blocks of AE and CP. */
export function unexplainedSentences(source: DocumentSource, payments: UnexplainedPayments): readonly string[] {
  const { elsewhere } = payments;
  const isElsewhere = elsewhere.committed !== 0 || elsewhere.decommitted !== 0 || elsewhere.paid !== 0;
  const { asOf } = source.input.balances;
  return [
    // A reader of a publication has neither the rows of the team nor its sheets, whose names are free texts.
    ...(payments.unexplained === 0
      ? []
      : [words.withoutCommitment(payments, source.input.texts ? [] : namedRows(source, payments.rows))]),
    ...(payments.idle === 0 ? [] : [words.idleRetraits(payments.idle)]),
    ...(isElsewhere ? [words.onOtherCredits(elsewhere, source.convention.creditYear, asOf)] : []),
  ];
}
