/**
 * Every plant. What hides rows comes last of a world, since a row put in between would change what is hidden; extracts
 * come before it.
 */
import type { RuleCode } from '../../../../src/domain/controls/findings/finding';
import { ANX_PLANTS } from './anx';
import { CHO_PLANTS } from './cho';
import { DEL_PLANTS } from './del';
import { DON_PLANTS } from './don';
import { EJ_PLANTS } from './ej';
import { FON_PLANTS } from './fon';
import { IMP_PLANTS } from './imp';
import { LEC_PLANTS } from './lec';
import { PER_PLANTS } from './per';
import { PLA_PLANTS } from './pla';
import type { Plant } from './plant';
import { RAP_PLANTS } from './rap';

export const PLANTS: readonly Plant[] = [
  ...IMP_PLANTS,
  ...PLA_PLANTS,
  ...FON_PLANTS,
  ...PER_PLANTS,
  ...EJ_PLANTS,
  ...DON_PLANTS,
  ...LEC_PLANTS,
  ...RAP_PLANTS,
  ...ANX_PLANTS,
  ...DEL_PLANTS,
  ...CHO_PLANTS,
];

/** The plants of a rule. */
export function plantsOf(rule: RuleCode): readonly Plant[] {
  return PLANTS.filter((plant) => plant.rule === rule);
}
