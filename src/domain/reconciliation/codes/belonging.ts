/** Whether codes are those of a convention, by the fields that distinguish its credits from the others'. */
import { valuesGiven } from '../../controls/facts/allowed-codes';
import type { Convention } from '../../envelopes/convention';
import { normaliseCode } from '../../imputation/chorus-codes';
import { IMPUTATION_FIELDS, type ImputationField } from '../../imputation/imputation';
import { matchesPattern } from '../../imputation/patterns';

/** `unknown`: no code to judge by; `own`: all allowed by the convention; `foreign`: one that is not. */
export type Belonging = 'unknown' | 'own' | 'foreign';

/** A code that the convention does not allow, and those that it allows. */
export interface ForeignCode {
  readonly field: ImputationField;
  readonly code: string;
  readonly allowed: readonly string[];
}

/** Codes as a convention sees them. `foreign` is filled for those that are of other credits, and for no others. */
export interface JudgedCodes {
  readonly belonging: Belonging;
  readonly foreign: readonly ForeignCode[];
}

/** The fields that show other credits; several conventions share a programme, which shows none to be theirs. */
const TELLING: readonly ImputationField[] = ['programme', 'functionalDomain', 'financialCentre', 'activity'];
const AXIS = IMPUTATION_FIELDS.indexOf('ministerialAxis2');

interface Allowed {
  readonly field: ImputationField;
  readonly at: number;
  readonly values: readonly string[];
}

/** Judges codes against one convention (art. 1.2 and 3). */
export class Belongings {
  private readonly allowed: readonly Allowed[];

  constructor(
    convention: Convention,
    /** False for a convention of one envelope, which takes every line. */
    private readonly hasTellingAxis: boolean,
  ) {
    this.allowed = TELLING.map((field) => ({
      field,
      at: IMPUTATION_FIELDS.indexOf(field),
      values: valuesGiven(convention, field).map((value) => normaliseCode(field, value)),
    })).filter(({ values }) => values.length > 0);
  }

  /** By those fields; without any of them, by the envelope that axe ministériel 2 names. */
  judge(values: readonly (string | null)[]): JudgedCodes {
    const foreign: ForeignCode[] = [];
    let belonging: Belonging = 'unknown';
    let isAnyKnown = false;
    for (const { field, at, values: allowed } of this.allowed) {
      const code = values[at] ?? null;
      if (code === null) continue;
      isAnyKnown ||= field !== 'programme';
      if (!allowed.some((value) => matchesPattern(value, code) || isPartOf(code, value)))
        foreign.push({ field, code, allowed });
      else if (field !== 'programme' && allowed.some((value) => matchesPattern(value, code))) belonging = 'own';
    }
    if (foreign.length > 0) return { belonging: 'foreign', foreign };
    if (!isAnyKnown && this.hasTellingAxis && (values[AXIS] ?? null) !== null) belonging = 'own';
    return { belonging, foreign };
  }
}

/** True for the action of a sous-action (« 0103-01 » of « 0103-01-01 »): less precise, it contradicts nothing. */
function isPartOf(code: string, allowed: string): boolean {
  return allowed.startsWith(`${code}-`);
}
