/**
 * English words of the findings, one file for each family of rules. French terms of public finance stay in French where
 * English has none (EJ, AE, CP, délégant).
 */
import type { FINDINGS as FRENCH } from '../fr/findings';
import { en } from '../typography';
import { ANX } from './findings/anx';
import { CHO } from './findings/cho';
import { DEL } from './findings/del';
import { DON } from './findings/don';
import { EJ } from './findings/ej';
import { FON } from './findings/fon';
import { IMP } from './findings/imp';
import { LEC } from './findings/lec';
import { PER } from './findings/per';
import { PLA } from './findings/pla';
import { RAP } from './findings/rap';

export const FINDINGS: typeof FRENCH = {
  families: { IMP, PLA, FON, PER, EJ, CHO, DON, ANX, DEL, LEC, RAP },
  expected: (expected) => en`; expected: ${expected}`,
};
