/** PLA: the narrowest ceiling first, then the thresholds. */
import type { Control, LedgerControl, Report } from '../control-contract';
import type { CeilingFacts } from '../facts/ceiling-facts';
import { aeCeiling } from './pla-01-ae-ceiling';
import { cpCeiling } from './pla-02-cp-ceiling';
import { conventionCeiling } from './pla-03-convention-ceiling';
import { budgetLineCeiling } from './pla-04-line-ceiling';
import { openingRap } from './pla-05-opening-rap';
import { thresholdReached } from './pla-06-threshold-reached';

/** The rules on amounts above a ceiling. */
export type OverrunRule = 'PLA-01' | 'PLA-02' | 'PLA-03' | 'PLA-04' | 'PLA-05';

/** Their controls, in reading order, which are asked about each credit year. */
export const overrunControls: readonly (Pick<LedgerControl<OverrunRule>, 'needs'> & {
  check(facts: CeilingFacts, report: Report<OverrunRule>): void;
})[] = [openingRap, budgetLineCeiling, aeCeiling, cpCeiling, conventionCeiling];

/** In reading order. */
export const ceilingControls: readonly Control[] = [
  openingRap,
  budgetLineCeiling,
  aeCeiling,
  cpCeiling,
  conventionCeiling,
  thresholdReached,
];
