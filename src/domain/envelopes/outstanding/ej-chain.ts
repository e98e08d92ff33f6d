/**
 * The life of an EJ in the ledger, from the commitment to the payment: each step with its row, its day and its amount.
 * The sums are those of the restes à payer, so that they never differ from the figure of that name.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { ChargedLedger } from '../charged-ledger';
import type { Balances } from '../figures';
import type { AmountReading, DateReading, LedgerRow, RowKey } from '../ledger';

/** `project`: a commitment that is not signed; `service`: it consumes nothing; `payment` not done: it is due. */
export type StepKind = 'commitment' | 'project' | 'decommitment' | 'service' | 'payment';

/** One step of the chain. */
export interface ChainStep {
  readonly kind: StepKind;
  readonly row: RowKey;
  /** Null when the row has none, or none that can be read. */
  readonly date: CivilDate | null;
  /** Null when it cannot be read. */
  readonly cents: number | null;
  /** At the date of the figures. */
  readonly isDone: boolean;
}

/** Committed − decommitted − paid = left; in cents. */
export interface ChainSums {
  readonly committed: number;
  readonly decommitted: number;
  readonly paid: number;
  readonly left: number;
}

/** The chain of one EJ. */
export interface EjChain {
  readonly ej: string;
  /** By kind, then in reading order. */
  readonly steps: readonly ChainStep[];
  /** Null where the ledger does not make the restes à payer, or has none of this EJ. */
  readonly sums: ChainSums | null;
}

const ORDER: readonly StepKind[] = ['project', 'commitment', 'decommitment', 'service', 'payment'];

/** The chain of an EJ; null when no row of the ledger has it. */
export function chainOf(charged: ChargedLedger, balances: Balances, ej: string): EjChain | null {
  const steps: ChainStep[] = [];
  for (const row of charged.ledger.rows) {
    if (row.ej.kind === 'ej' && row.ej.number === ej && row.status !== 'cancelled')
      steps.push(...stepsOf(row, charged.asOf));
  }
  if (steps.length === 0) return null;
  steps.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || one.row - other.row);
  return { ej, steps, sums: sumsOf(balances, ej) };
}

function stepsOf(row: LedgerRow, asOf: CivilDate): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  const add = (kind: StepKind, reading: DateReading, amount: AmountReading): void => {
    const date = reading.kind === 'date' ? reading.date : null;
    const isDone =
      kind !== 'project' &&
      (kind === 'payment' || kind === 'service' ? date !== null && date <= asOf : date === null || date <= asOf);
    steps.push({ kind, row: row.key, date, cents: amount.kind === 'amount' ? Math.abs(amount.cents) : null, isDone });
  };
  if (row.ae.kind !== 'absent') {
    const isWithdrawn = row.ae.kind === 'amount' && row.ae.cents < 0;
    add(isWithdrawn ? 'decommitment' : row.status === 'project' ? 'project' : 'commitment', row.commitmentDate, row.ae);
  }
  if (row.serviceDate.kind === 'date') add('service', row.serviceDate, row.cp.kind === 'absent' ? row.ae : row.cp);
  if (row.cp.kind !== 'absent') add('payment', row.paymentDate, row.cp);
  return steps;
}

function sumsOf(balances: Balances, ej: string): ChainSums | null {
  if (balances.missing.outstanding !== null) return null;
  const entries = [...balances.byEj.entries()].filter((entry) => entry.ej === ej);
  if (entries.length === 0) return null;
  const sum = (of: 'committed' | 'decommitted' | 'paid' | 'outstanding'): number =>
    entries.reduce((total, entry) => total + entry[of], 0);
  return { committed: sum('committed'), decommitted: sum('decommitted'), paid: sum('paid'), left: sum('outstanding') };
}
