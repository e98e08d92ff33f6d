/**
 * French words of the findings, one file for each family of rules. The tagged template sets the no-break spaces; what
 * users typed goes through `say.quote`.
 */
import type { RuleCode } from '../../../domain/controls/findings/finding';
import { ANX_FR } from './anx';
import { DEL_FR } from './del';
import { CHO_FR } from './cho';
import { DON_FR } from './don';
import { EJ_FR } from './ej';
import { FON_FR } from './fon';
import { IMP_FR } from './imp';
import { PER_FR } from './per';
import { PLA_FR } from './pla';
import type { FindingWords } from '../../words';

/** Short names of the rules, for lists and filters. */
export const TITLES_FR: Readonly<Record<RuleCode, string>> = {
  ...IMP_FR.titles,
  ...PLA_FR.titles,
  ...FON_FR.titles,
  ...PER_FR.titles,
  ...EJ_FR.titles,
  ...CHO_FR.titles,
  ...DON_FR.titles,
  ...ANX_FR.titles,
  ...DEL_FR.titles,
};

/** The sentences of each rule. */
export const FINDINGS_FR: FindingWords = {
  ...IMP_FR.words,
  ...PLA_FR.words,
  ...FON_FR.words,
  ...PER_FR.words,
  ...EJ_FR.words,
  ...CHO_FR.words,
  ...DON_FR.words,
  ...ANX_FR.words,
  ...DEL_FR.words,
};
