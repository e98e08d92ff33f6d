/** PLA: the narrowest ceiling first, then the thresholds. */
import type { Control } from '../control-contract';
import { aeCeiling } from './pla-01-ae-ceiling';
import { cpCeiling } from './pla-02-cp-ceiling';
import { conventionCeiling } from './pla-03-convention-ceiling';
import { budgetLineCeiling } from './pla-04-line-ceiling';
import { openingRap } from './pla-05-opening-rap';
import { thresholdReached } from './pla-06-threshold-reached';

/** In reading order. */
export const ceilingControls: readonly Control[] = [
  openingRap,
  budgetLineCeiling,
  aeCeiling,
  cpCeiling,
  conventionCeiling,
  thresholdReached,
];
