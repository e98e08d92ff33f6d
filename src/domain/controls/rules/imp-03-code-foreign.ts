/**
 * A well-formed code that is not one of the convention's: the expense would be charged on other credits (convention,
 * art. 1.2 for the programme and the activité, art. 3 for the « Référence Chorus »). Switch it off when several
 * conventions share one ledger.
 */
import { codeControl, severityOfCode } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';
import { expectedOf } from './kit/dated-rules';

/** IMP-03. */
export const codeForeign = codeControl('IMP-03', 'foreign', ({ field, raw, rules }, row) =>
  findingAt('IMP-03', severityOfCode(field), cellOf(row, field), { field, raw, expected: expectedOf(rules, row) }),
);
