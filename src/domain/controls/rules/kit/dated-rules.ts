/**
 * Which of the convention's codes hold on the date of a row: a commitment is judged at its own date, a payment without
 * commitment at the date of payment.
 */
import type { CivilDate } from '../../../calendar/civil-date';
import type { ImputationRule } from '../../../envelopes/convention';
import type { LedgerRow } from '../../../envelopes/ledger';

/** The date at which the codes of a row are judged; null when it has none. */
export function codeDateOf(row: LedgerRow): CivilDate | null {
  const reading = row.ae.kind === 'absent' ? row.paymentDate : row.commitmentDate;
  return reading.kind === 'date' ? reading.date : null;
}

/** True when a rule holds on that day, its first and its last included. */
export function holdsOn(rule: ImputationRule, date: CivilDate): boolean {
  return (rule.from === null || date >= rule.from) && (rule.until === null || date <= rule.until);
}

/**
 * The codes expected of a row, each once, in the convention's order: those that hold at its date; all when it has none.
 */
export function expectedOf(rules: readonly ImputationRule[], row: LedgerRow): readonly string[] {
  const date = codeDateOf(row);
  return [...new Set(rules.filter((rule) => date === null || holdsOn(rule, date)).map((rule) => rule.value))];
}
