/** French words of the findings, one file for each family of rules. */
import type { Family, FamilyWords } from '../evidence';
import { fr } from '../typography';
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

export const FINDINGS = {
  families: { IMP, PLA, FON, PER, EJ, CHO, DON, ANX, DEL, LEC, RAP } satisfies {
    readonly [F in Family]: FamilyWords<F>;
  },
  /** The expected value, after the problem. */
  expected: (expected: string): string => fr` ; attendu : ${expected}`,
};
