/** How the product reads a drawn workbook, against the true figures. */
import { controlledAt, hasOpenError } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { DrawnLayout } from './layouts';
import type { TrueFigures } from './truth';

/**
 * `read`: the true figures, no error that is not due. `falseAlarm`: the true figures under an error. `asked`: a failure,
 * which is a sentence with a remedy. `reported`: wrong figures under an error. `silent`: wrong figures, or a thing to
 * report, and no error.
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
  'shape: months in columns': ['LEC-04', 'DON-08'],
};

const SEVERITY: readonly Outcome[] = ['read', 'falseAlarm', 'asked', 'reported', 'silent'];

/** The worst outcome of the dates of a layout. */
export function readLayout(layout: DrawnLayout): Reading {
  const opened = openDossier(layout.workbook, { convention: layout.convention });
  if (!opened.ok) return { outcome: 'asked', codes: [opened.failure.code], differences: [] };
  const due = new Set(layout.features.flatMap((feature) => DUE[feature.replace('parts: ', '')] ?? []));
  const readings = [...layout.truth].map(([date, truth]): Reading => {
    const { report } = controlledAt(opened.value, isoDate(date));
    const errors = report.findings.filter(({ severity }) => severity === 'error').map(({ rule }): string => rule);
    const hasError = hasOpenError(report);
    const shown = (code: string): TrueFigures => {
      const ae = report.balances.figures({ envelope: code, line: null }, 'AE');
      const cp = report.balances.figures({ envelope: code, line: null }, 'CP');
      return {
        aeConsumed: centsOf(ae.consumed),
        aeReserved: centsOf(ae.reserved),
        cpConsumed: centsOf(cp.consumed),
        cpReserved: centsOf(cp.reserved),
      };
    };
    const differences = differencesOf(date, withTotal(truth), shown);
    const isWrong = differences.length > 0 || layout.mustReport;
    const undue = errors.filter((rule) => !due.has(rule));
    const outcome: Outcome =
      differences.length > 0 && hasError
        ? 'reported'
        : isWrong && !hasError
          ? 'silent'
          : undue.length > 0
            ? 'falseAlarm'
            : 'read';
    return { outcome, codes: [...new Set(outcome === 'falseAlarm' ? undue : errors)], differences };
  });
  return readings.reduce((worst, one) =>
    SEVERITY.indexOf(one.outcome) > SEVERITY.indexOf(worst.outcome) ? one : worst,
  );
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
