/** « Ce qui vous attend », as data: what is due, found, not counted, not read, not compared. No words here. */
import type { ControlReport, Dossier } from '../../application/dossier';
import type { Severity } from '../../domain/controls/findings/finding';
import { isRepairable } from '../../application/writing/repair';
import { needsConfirmation } from '../columns/column-state';
import { dutyViews } from '../duties/duty-views';
import { openFindings } from '../findings/open-findings';

export type Await =
  /** `days`: late by so many days, or due in so many; of several duties, the first. */
  | {
      readonly kind: 'lateDuties' | 'soonDuties';
      readonly count: number;
      readonly days: number;
      readonly label: string;
    }
  | { readonly kind: 'findings'; readonly errors: number; readonly warnings: number; readonly infos: number }
  | { readonly kind: 'repairs'; readonly count: number }
  /** `all`: the rows of the ledger, without those that are no operation (totals, cancelled rows). */
  | { readonly kind: 'unchecked'; readonly count: number; readonly all: number }
  | { readonly kind: 'unread'; readonly count: number }
  | { readonly kind: 'columns' }
  /** `extracts`: how many are compared with the ledger. */
  | { readonly kind: 'chorus'; readonly extracts: number };

/** In the order of the list. */
export function awaitsOf(dossier: Dossier, report: ControlReport, extracts: number): readonly Await[] {
  const open = openFindings(report);
  const count = (severity: Severity): number => open.filter((one) => one.severity === severity).length;
  const repairs = open.filter((finding) => isRepairable(dossier, finding)).length;
  const unread = dossier.account.filter(({ role }) => role === 'unread').length;
  return [
    ...dutiesOf(dossier, report),
    ...(open.length === 0
      ? []
      : [{ kind: 'findings', errors: count('error'), warnings: count('warning'), infos: count('info') } as const]),
    ...(repairs === 0 ? [] : [{ kind: 'repairs', count: repairs } as const]),
    ...(report.unchecked.length === 0
      ? []
      : [
          {
            kind: 'unchecked',
            count: report.unchecked.length,
            all: report.rows.checked + report.rows.unchecked,
          } as const,
        ]),
    ...(unread === 0 ? [] : [{ kind: 'unread', count: unread } as const]),
    ...(needsConfirmation(dossier) ? [{ kind: 'columns' } as const] : []),
    { kind: 'chorus', extracts },
  ];
}

function dutiesOf(dossier: Dossier, report: ControlReport): readonly Await[] {
  const views = dutyViews(dossier, report);
  return (['late', 'soon'] as const).flatMap((status): readonly Await[] => {
    const due = views.filter((view) => view.status === status);
    const [first] = due;
    if (!first || first.due === null) return [];
    const days = Math.abs(first.due - report.asOf);
    return [{ kind: status === 'late' ? 'lateDuties' : 'soonDuties', count: due.length, days, label: first.label }];
  });
}
