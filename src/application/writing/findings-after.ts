/**
 * Findings of one reading, found again in a later one. A row that was sorted or pushed down keeps its findings: they
 * are known by their rule and by the contents behind them, as accepted findings are.
 */
import type { Finding } from '../../domain/controls/findings/finding';
import { acceptedViews } from '../../workbook/registers/acceptances';
import type { ControlReport, Dossier } from '../dossier';
import { groupedBy } from '../../domain/grouped';

/** One reading of the workbook, and its findings. */
export interface SeenReading {
  readonly dossier: Dossier;
  readonly report: Pick<ControlReport, 'findings'>;
}

/** A finding as the user saw it: the reading of that moment, which may be older than the last one. */
export interface SeenFinding {
  readonly finding: Finding;
  readonly reading: SeenReading;
}

/** The findings of `now` that are those of `before`. */
export function findingsAfter(findings: readonly Finding[], before: SeenReading, now: SeenReading): readonly Finding[] {
  return [...followedFindings(findings, before, now).values()];
}

/**
 * The finding of `now` for each one of `before` that is still found. Of equal ones (a row entered twice), the one in the
 * same cell, else the first. Findings that are not of the controls of `before` stay as they are.
 */
export function followedFindings(
  findings: readonly Finding[],
  before: SeenReading,
  now: SeenReading,
): ReadonlyMap<Finding, Finding> {
  if (before.dossier === now.dossier) return new Map(findings.map((finding) => [finding, finding]));
  const rules = new Set(findings.map(({ rule }) => rule));
  const viewNow = viewsOf(now);
  const asked = now.report.findings.filter(({ rule }) => rules.has(rule));
  const left = groupedBy(
    asked.map((finding) => ({ finding, ...viewNow(finding) })),
    ({ key }) => key,
  );
  const viewBefore = viewsOf(before);
  const known = new Set(before.report.findings);
  const followed = new Map<Finding, Finding>();
  for (const finding of findings) {
    const found = known.has(finding) ? takeEqual(left, viewBefore(finding)) : finding;
    if (found) followed.set(finding, found);
  }
  return followed;
}

interface View {
  /** The rule, and the digest of the contents behind. */
  readonly key: string;
  readonly cell: string;
}

/** Takes the finding of that key off those that are left: the one in the same cell, else the first. */
function takeEqual(left: Map<string, readonly (View & { readonly finding: Finding })[]>, view: View): Finding | null {
  const equal = left.get(view.key) ?? [];
  const found = equal.find(({ cell }) => cell === view.cell) ?? equal[0];
  left.set(
    view.key,
    equal.filter((one) => one !== found),
  );
  return found?.finding ?? null;
}

function viewsOf({ dossier }: SeenReading): (finding: Finding) => View {
  const viewOf = acceptedViews(dossier.workbook, dossier.blocks, dossier.ledger);
  return (finding) => {
    const { digest, sheet, cell } = viewOf(finding);
    return { key: JSON.stringify([finding.rule, digest, sheet]), cell };
  };
}
