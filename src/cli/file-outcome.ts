/** The outcome of `check` for one workbook among several: its text, and its line of the summary. */
import type { ControlReport, Dossier } from '../application/dossier';
import type { Nature } from '../domain/money/nature';

/** 0: nothing above warning; 1: at least one error finding; 2: something that cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** The result of a command over one workbook, run apart. */
export interface FileOutcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
  /** Null when the workbook could not be used. */
  readonly summary: FileSummary | null;
}

export interface FileSummary {
  readonly convention: string;
  readonly read: number;
  readonly checked: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that somebody accepted with a reason, counted above too; the errors among them. */
  readonly accepted: { readonly findings: number; readonly errors: number };
  /** Places of the workbook with amounts that nothing reads, and the sum of these amounts in cents. */
  readonly unread: { readonly places: number; readonly cents: number };
  /** In cents; null where not calculable. */
  readonly envelopes: readonly { readonly code: string; readonly remaining: Readonly<Record<Nature, number | null>> }[];
}

export function summaryOf(dossier: Dossier, report: ControlReport): FileSummary {
  const count = (severity: string): number => report.findings.filter((finding) => finding.severity === severity).length;
  const { convention, account } = dossier;
  const unread = account.filter(({ role }) => role === 'unread');
  const unreadCents = unread.reduce((total, { sums }) => total + sums.ae + sums.cp + sums.other, 0);
  const remaining = (envelope: string, nature: Nature): number | null =>
    report.balances.figures({ envelope, line: null }, nature).remaining?.cents ?? null;
  return {
    convention: convention.id === '' ? convention.reference : convention.id,
    read: report.rows.read,
    checked: report.rows.checked,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    accepted: {
      findings: report.accepted.size,
      errors: [...report.accepted.keys()].filter(({ severity }) => severity === 'error').length,
    },
    unread: { places: unread.length, cents: unreadCents },
    envelopes: convention.envelopes.map(({ code }) => ({
      code,
      remaining: { AE: remaining(code, 'AE'), CP: remaining(code, 'CP') },
    })),
  };
}
