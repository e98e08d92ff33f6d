/**
 * What consumes AE or CP at a date, in the order of time: undated first (prudence), then by date, then in reading order. Only rows
 * that are charged to an envelope and count as consumed take part; what is only reserved crosses no ceiling.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { BudgetLine, Envelope } from '../envelopes/convention';
import type { LedgerRow } from '../envelopes/ledger';
import { createEffects } from '../envelopes/row-effects';
import type { Nature } from '../money/nature';
import type { ControlContext } from './context';

/** One row's consumption of one nature. */
export interface Step {
  readonly row: LedgerRow;
  readonly date: CivilDate | null;
  readonly cents: number;
  readonly envelope: Envelope;
  /** Null too when the row pays an earlier EJ: the opening RAP has no poste. */
  readonly line: BudgetLine | null;
  /** The row bears on an EJ of the RAP list. */
  readonly onRap: boolean;
}

const UNDATED = Number.NEGATIVE_INFINITY;

/** The steps of a nature, in order. */
export function timelineOf(nature: Nature, { convention, ledger, asOf, assign }: ControlContext): readonly Step[] {
  const effectOf = createEffects(convention, asOf);
  const byDate = new Map<number, Step[]>();
  for (const row of ledger.rows) {
    const effect = effectOf(row);
    const cents = nature === 'AE' ? effect.aeConsumed : effect.cpConsumed;
    if (cents === 0) continue;
    const assignment = assign(row);
    if (assignment.kind !== 'assigned') continue;
    const reading = nature === 'AE' ? row.commitmentDate : row.paymentDate;
    const date = reading.kind === 'date' ? reading.date : null;
    const { onRap } = effect;
    const line = nature === 'CP' && onRap ? null : assignment.line;
    const step: Step = { row, date, cents, envelope: assignment.envelope, line, onRap };
    const sameDay = byDate.get(date ?? UNDATED);
    if (sameDay) sameDay.push(step);
    else byDate.set(date ?? UNDATED, [step]);
  }
  return [...byDate.keys()].sort((first, second) => first - second).flatMap((date) => byDate.get(date) ?? []);
}
