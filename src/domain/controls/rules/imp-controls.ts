/** IMP: the envelope first, which decides the codes that are allowed, then each code. */
import type { Control } from '../control-contract';
import { codeAbsent } from './imp-01-code-absent';
import { codeMalformed } from './imp-02-code-malformed';
import { codeForeign } from './imp-03-code-foreign';
import { leadingZeroLost } from './imp-04-leading-zero-lost';
import { codesContradict } from './imp-05-codes-contradict';
import { envelopeUnknown } from './imp-06-envelope-unknown';
import { envelopeByOtherName } from './imp-07-envelope-by-other-name';
import { numberDamaged } from './imp-08-number-damaged';
import { codeOutOfDate } from './imp-09-code-out-of-date';

/** In reading order. */
export const imputationControls: readonly Control[] = [
  envelopeUnknown,
  envelopeByOtherName,
  codeAbsent,
  codeMalformed,
  numberDamaged,
  leadingZeroLost,
  codesContradict,
  codeForeign,
  codeOutOfDate,
];
