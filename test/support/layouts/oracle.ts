/** How the product reads a drawn workbook, against the true figures. */
import { controlledAt, hasOpenError } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { DrawnLayout } from './layouts';
import type { TrueFigures } from './truth';

/**
 * `read`: the true figures and no error that is not due, or the question that is due. `falseAlarm`: the true figures under
 * an error. `asked`: a failure, which is a sentence with a remedy. `reported`: wrong figures under an error. `silent`: wrong
 * figures, or a thing to report, and no error.
 */
export type Outcome = 'read' | 'falseAlarm' | 'asked' | 'reported' | 'silent';

export interface Reading {
  readonly outcome: Outcome;
  /** The failure, or the rules of the errors. */
  readonly codes: readonly string[];
  /** The figures that differ, as `2023-12-31 PDE aeConsumed: 12300, not 45600` (cents). */
  readonly differences: readonly string[];
}

/** Errors that a feature deserves, although every figure is right. */
const DUE: Readonly<Record<string, readonly string[]>> = {
  'retrait typed as a positive amount': ['DON-10'],
  'a copy of the ledger': ['LEC-01'],
  'rows below the Table': ['LEC-02'],
  'shape: months in columns': ['LEC-04', 'LEC-05', 'DON-08'],
  // The EJ drawn for the year before may leave more than the « dont RAP » of the convention.
  'rows of another year, with a column of years': ['RAP-01'],
};

/** The duties of the team, whatever its ledger: such an error shows nothing about the reading. */
const DUTIES = 'DEL-';

/** From the best to the worst. */
export const OUTCOMES: readonly Outcome[] = ['read', 'falseAlarm', 'asked', 'reported', 'silent'];

/** One report of the product at a date. */
export interface Shown {
  /** The rules of its errors. */
  readonly errors: readonly string[];
  /** The command line would exit with 1. */
  readonly hasError: boolean;
  /** The figures of an envelope, or of the convention (`*`); NaN for one that cannot be computed. */
  readonly shown: (envelope: string) => TrueFigures;
}

/** The worst outcome of the dates of a layout. */
export function readLayout(layout: DrawnLayout): Reading {
  const opened = openDossier(layout.workbook, { convention: layout.convention });
  if (!opened.ok) return askedOf(layout, opened.failure.code);
  const readings = [...layout.truth.keys()].map((date) => {
    const { report } = controlledAt(opened.value, isoDate(date));
    const shown = (envelope: string): TrueFigures => {
      const ae = report.balances.figures({ envelope, line: null }, 'AE');
      const cp = report.balances.figures({ envelope, line: null }, 'CP');
      return {
        aeConsumed: centsOf(ae.consumed),
        aeReserved: centsOf(ae.reserved),
        cpConsumed: centsOf(cp.consumed),
        cpReserved: centsOf(cp.reserved),
      };
    };
    const errors = report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    return judge(layout, date, { errors, hasError: hasOpenError(report), shown });
  });
  return readings.reduce((worst, one) =>
    OUTCOMES.indexOf(one.outcome) > OUTCOMES.indexOf(worst.outcome) ? one : worst,
  );
}

/** The outcome of a failure: right where the workbook must be asked about. */
export function askedOf({ mustReport }: DrawnLayout, code: string): Reading {
  return { outcome: mustReport ? 'read' : 'asked', codes: [code], differences: [] };
}

/** The outcome of a report at a date. */
export function judge(layout: DrawnLayout, date: string, report: Shown): Reading {
  const { shown } = report;
  const errors = report.errors.filter((rule) => !rule.startsWith(DUTIES));
  const hasError = report.hasError && errors.length > 0;
  const due = new Set(layout.features.flatMap((feature) => DUE[feature.replace('parts: ', '')] ?? []));
  const undue = errors.filter((rule) => !due.has(rule));
  const differences = differencesOf(date, withTotal(layout.truth.get(date) ?? new Map<string, TrueFigures>()), shown);
  const outcome = outcomeOf(differences.length > 0, hasError, layout.mustReport, undue.length > 0);
  return { outcome, codes: [...new Set(outcome === 'falseAlarm' ? undue : errors)], differences };
}

function outcomeOf(isWrong: boolean, hasError: boolean, mustReport: boolean, hasUndue: boolean): Outcome {
  if (isWrong) return hasError ? 'reported' : 'silent';
  if (mustReport && !hasError) return 'silent';
  return hasUndue ? 'falseAlarm' : 'read';
}

/** The convention's own figures are the sums of its envelopes. */
function withTotal(truth: ReadonlyMap<string, TrueFigures>): ReadonlyMap<string, TrueFigures> {
  const all = [...truth.values()];
  const sum = (figure: keyof TrueFigures): number => all.reduce((total, one) => total + one[figure], 0);
  return new Map([
    ...truth,
    [
      '*',
      {
        aeConsumed: sum('aeConsumed'),
        aeReserved: sum('aeReserved'),
        cpConsumed: sum('cpConsumed'),
        cpReserved: sum('cpReserved'),
      },
    ],
  ]);
}

function differencesOf(
  date: string,
  truth: ReadonlyMap<string, TrueFigures>,
  shown: (envelope: string) => TrueFigures,
): readonly string[] {
  return [...truth].flatMap(([envelope, figures]) => {
    const found = shown(envelope);
    return (Object.keys(figures) as (keyof TrueFigures)[])
      .filter((figure) => found[figure] !== figures[figure])
      .map((figure) => `${date} ${envelope} ${figure}: ${found[figure]}, not ${figures[figure]}`);
  });
}

/** A figure that cannot be computed is no true figure. */
function centsOf(amount: { readonly cents: number } | null): number {
  return amount?.cents ?? Number.NaN;
}
