/**
 * A code that has not the form of a Chorus code: Chorus would refuse it, and no convention can allow it. The forms are
 * those of real extracts. Switch it off for a team whose column holds free text beside the code.
 */
import { codeControl, severityOfCode } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';
import { expectedOf } from './kit/dated-rules';

/** IMP-02. */
export const codeMalformed = codeControl('IMP-02', 'malformed', ({ field, raw, rules }, row) =>
  findingAt('IMP-02', severityOfCode(field), cellOf(row, field), { field, raw, expected: expectedOf(rules, row) }),
);
