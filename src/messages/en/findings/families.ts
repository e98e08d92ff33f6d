/**
 * English words of the findings, one file for each family of rules.
 * French terms of public finance stay in French where English has none (EJ, AE, CP, délégant).
 */
import type { RuleCode } from '../../../domain/controls/findings/finding';
import { ANX_EN } from './anx';
import { DEL_EN } from './del';
import { CHO_EN } from './cho';
import { DON_EN } from './don';
import { EJ_EN } from './ej';
import { FON_EN } from './fon';
import { IMP_EN } from './imp';
import { PER_EN } from './per';
import { PLA_EN } from './pla';
import type { FindingWords } from '../../words';

/** Short names of the rules, for lists and filters. */
export const TITLES_EN: Readonly<Record<RuleCode, string>> = {
  ...IMP_EN.titles,
  ...PLA_EN.titles,
  ...FON_EN.titles,
  ...PER_EN.titles,
  ...EJ_EN.titles,
  ...CHO_EN.titles,
  ...DON_EN.titles,
  ...ANX_EN.titles,
  ...DEL_EN.titles,
};

/** The sentences of each rule. */
export const FINDINGS_EN: FindingWords = {
  ...IMP_EN.words,
  ...PLA_EN.words,
  ...FON_EN.words,
  ...PER_EN.words,
  ...EJ_EN.words,
  ...CHO_EN.words,
  ...DON_EN.words,
  ...ANX_EN.words,
  ...DEL_EN.words,
};
