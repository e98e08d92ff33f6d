/** The figures that rows of the ledger add up to, and the rows that each covers. */
import type { BudgetLine, Envelope } from '../../domain/envelopes/convention';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';

export const LEDGER_FIGURES = [
  /** AE committed, before the decommitments of the year. */
  'committed',
  /** Decommitments of EJ of the year: they free AE. */
  'decommitted',
  /** Decommitments of earlier EJ: they lower what is outstanding, and free nothing. */
  'decommittedEarlier',
  'paid',
  /** Paid on earlier EJ. */
  'paidEarlier',
  /** Service certified, not paid. */
  'serviceNotPaid',
] as const;

/** All are positive when they are what their name states. */
export type LedgerFigure = (typeof LEDGER_FIGURES)[number];

/** An envelope, one of its budget lines, or its rows that name none. */
export interface Scope {
  readonly envelope: Envelope;
  readonly line: BudgetLine | 'none' | null;
}

/** `PDE`, `PDE, Outils de production`: for notes and control lines, where a label of an annex is too long. */
export function shortName({ envelope, line }: Scope): string {
  if (line === null) return envelope.code;
  return words.inside(envelope.code, line === 'none' ? words.withoutLine : (line.aliases[0] ?? line.label));
}
