/**
 * A code of the convention used outside the dates between which it holds (an avenant changed the « Référence Chorus »:
 * art. 3 and 4). A commitment is judged at its own date, a payment without commitment at the date of payment; a row
 * without date is not judged. Switch it off when the codes of the convention have no dates.
 */
import { codeControl, severityOfCode } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';
import { codeDateOf, expectedOf, holdsOn } from './kit/dated-rules';

/** IMP-09. */
export const codeOutOfDate = codeControl('IMP-09', 'dated', ({ field, raw, rules, allowing }, row) => {
  const date = codeDateOf(row);
  const [rule] = allowing;
  if (date === null || !rule || allowing.some((one) => holdsOn(one, date))) return null;
  const details = { field, raw, date, from: rule.from, until: rule.until, expected: expectedOf(rules, row) };
  return findingAt('IMP-09', severityOfCode(field), cellOf(row, field), details);
});
