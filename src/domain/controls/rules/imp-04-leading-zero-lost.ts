/**
 * The convention's code without its leading zero, which a spreadsheet drops from what it takes for a number; the
 * convention itself prints its activité both ways (art. 1.2 and 3). Certain to repair, as text. Switch it off when the
 * extract pads its codes later.
 */
import { codeControl, severityOfCode } from './kit/code-control';
import { cellOf, findingAt } from '../control-contract';

/** IMP-04. */
export const leadingZeroLost = codeControl('IMP-04', 'zeroLost', ({ field, raw, expected }, row) =>
  findingAt(
    'IMP-04',
    severityOfCode(field),
    cellOf(row, field),
    { field, raw, expected },
    { kind: 'text', value: expected },
  ),
);
