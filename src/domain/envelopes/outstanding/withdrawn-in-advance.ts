/**
 * The retraits of commitments in advance on the credits of the next year: dated in the credit year, they lower its
 * restes à payer and free none of its AE.
 */
import type { ChargedLedger } from '../charged-ledger';
import { commitmentDay, creditDaysOf, isOfCredits } from '../commitment-year';
import { commitsBy } from './owed-rows';

/** Cents withdrawn by envelope, by the as-of date; an envelope without any is left out. */
export function withdrawnInAdvance(charged: ChargedLedger): ReadonlyMap<string, number> {
  const { convention, asOf, assign, decommitments } = charged;
  const days = creditDaysOf(convention);
  const withdrawn = new Map<string, number>();
  if (days.nextAnticipatedFrom === null) return withdrawn;
  const uncounted = decommitments.uncountedAt(asOf);
  for (const { row, cents } of decommitments.all()) {
    const day = commitmentDay(row);
    if (day === null || day < days.from || day > days.until || !commitsBy(row, asOf)) continue;
    const assignment = assign(row);
    if (isOfCredits(row, day, days) || assignment.kind !== 'assigned') continue;
    const { code } = assignment.envelope;
    withdrawn.set(code, (withdrawn.get(code) ?? 0) + cents - (uncounted.get(row) ?? 0));
  }
  return withdrawn;
}
