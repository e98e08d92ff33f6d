/**
 * A well-formed code that is not one of the convention's: the expense would be charged on other credits (convention,
 * art. 1.2 for the programme and the activité, art. 3 for the « Référence Chorus »). Or one that it gives to another
 * envelope: the code or the second axis is wrong, and the row belongs to the ledger. Switch it off when several
 * conventions share one ledger.
 */
import { codeControl, severityOfCode } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';
import { expectedOf } from './kit/dated-rules';

/** IMP-03. */
export const codeForeign = codeControl('IMP-03', 'foreign', ({ field, raw, rules, owners }, row) => {
  const details = { field, raw, expected: expectedOf(rules, row), ...(owners.length > 0 && { owners }) };
  return findingAt('IMP-03', severityOfCode(field), cellOf(row, field), details);
});
