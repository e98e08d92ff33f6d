/**
 * A row of the codes of the convention that cannot be read: the controls of its code are not possible (DON-08), while
 * every figure is.
 */
import type { Convention, ImputationRule, UnreadCode } from '../../../envelopes/convention';
import { findingAt, type Report } from '../../control-contract';
import type { RuleCode } from '../../findings/finding';

/** Made against the codes of the convention alone. */
export const BY_CODES: readonly RuleCode[] = ['IMP-01', 'IMP-03', 'IMP-04', 'IMP-05', 'IMP-09'];
/** Made against the words that name the envelopes. */
const BY_NAMES: readonly RuleCode[] = ['IMP-06', 'IMP-07'];
const DAYS: ReadonlySet<string> = new Set(['Du', 'Au']);

/** Reports each cell of the codes that cannot be read, at its place. */
export function reportUnreadCodes({ imputation, unreadCodes = [] }: Convention, report: Report<'DON-08'>): void {
  for (const rule of [...imputation, ...unreadCodes]) {
    if (!rule.unread) continue;
    const { index, cells } = rule.unread;
    for (const { column, raw, expected, fault } of cells) {
      const place = { kind: 'convention', table: 'ENV_Imputations', row: index, column } as const;
      const prevented = preventedBy(rule, column);
      const details = { column, unread: raw, expected, code: rule.value, prevented, ...(fault && { fault }) };
      report(findingAt('DON-08', 'error', place, details));
    }
  }
}

function preventedBy({ field, envelope }: ImputationRule | UnreadCode, column: string): readonly RuleCode[] {
  if (column === 'Libellé') return [];
  if (DAYS.has(column)) return ['IMP-09'];
  if (field === 'ministerialAxis2') return BY_NAMES;
  return field === null && envelope !== null ? [...BY_CODES, ...BY_NAMES] : BY_CODES;
}
