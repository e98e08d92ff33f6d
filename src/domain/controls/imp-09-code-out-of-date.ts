/**
 * A code of the convention used outside the dates between which it holds (an avenant changed the « Référence Chorus »: art. 3 and 4). A
 * commitment is judged at its own date, a payment without commitment at the date of payment; a row without date is not judged. Switch it
 * off when the codes of the convention have no dates.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { ImputationRule } from '../envelopes/convention';
import type { LedgerRow } from '../envelopes/ledger';
import { valuesOf } from './code-book';
import { codeControl, severityOfCode } from './code-control';
import { cellOf, findingAt } from './control';

/** IMP-09. */
export const codeOutOfDate = codeControl('IMP-09', 'dated', ({ field, raw, rules, all }, row) => {
  const date = dateOf(row);
  const [rule] = rules;
  if (date === null || !rule || rules.some((one) => holdsOn(one, date))) return null;
  const expected = valuesOf(all.filter((one) => holdsOn(one, date)));
  const details = { field, raw, date, from: rule.from, until: rule.until, expected };
  return findingAt('IMP-09', severityOfCode(field), cellOf(row, field), details);
});

function dateOf(row: LedgerRow): CivilDate | null {
  const reading = row.ae.kind === 'absent' ? row.paymentDate : row.commitmentDate;
  return reading.kind === 'date' ? reading.date : null;
}

function holdsOn(rule: ImputationRule, date: CivilDate): boolean {
  return (rule.from === null || date >= rule.from) && (rule.until === null || date <= rule.until);
}
