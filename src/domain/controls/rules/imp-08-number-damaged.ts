/**
 * A code that the spreadsheet took for a number and showed as `1,03E+10` or `10300000104.0`: digits may be lost, so
 * nothing is guessed and no repair is offered. The code must be typed again, as text. Nobody should switch it off.
 */
import { codeControl, severityOfCode } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';
import { expectedOf } from './kit/dated-rules';

/** IMP-08. */
export const numberDamaged = codeControl('IMP-08', 'damaged', ({ field, raw, rules }, row) =>
  findingAt('IMP-08', severityOfCode(field), cellOf(row, field), { field, raw, expected: expectedOf(rules, row) }),
);
