/** Reconciles a drawn ledger with drawn extracts, and tells the groups and the findings as a person would. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Finding } from '../../src/domain/controls/finding';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { ChorusExtract } from '../../src/domain/reconciliation/extract';
import type { ReconciliationGroup } from '../../src/domain/reconciliation/groups';
import { reconcile, type Reconciliation } from '../../src/domain/reconciliation/reconcile';
import { convention2023 } from './conventions';
import { extractOf } from './extract-builder';
import { ledgerOf } from './ledger-builder';

/** What a test may set: the convention (the 2023 one by default) and the day (the end of 2023). */
export interface ReconciliationSetting {
  readonly convention?: Convention;
  readonly asOf?: string;
}

/** Reconciles tables. */
export function reconciled(ledger: string, extracts: string | readonly ChorusExtract[], setting: ReconciliationSetting = {}): Reconciliation {
  return reconcile({
    convention: setting.convention ?? convention2023(),
    ledger: ledgerOf(ledger),
    extracts: typeof extracts === 'string' ? [extractOf(extracts)] : extracts,
    asOf: isoDate(setting.asOf ?? '2023-12-31'),
  });
}

/** `matched dp: 1, 2 = 1` : status (why) by what, rows of the ledger = lines of the extract. */
export function told({ status, by, why, rows, lines }: ReconciliationGroup): string {
  const how = [status, ...(why === null ? [] : [`(${why})`]), ...(by === null ? [] : [by])].join(' ');
  return `${how}: ${rows.map(({ row }) => Number(row.key)).join(', ')} = ${lines.map(({ line }) => line.line).join(', ')}`;
}

/** `CHO-03 error 2 cp`, at the row and the field, at `extrait.csv:3`, or at a cell of a convention table. */
export function toldFinding({ rule, severity, place }: Finding): string {
  const where = place.kind === 'row' ? `${Number(place.row)} ${place.field}` : place.kind === 'extract' ? `${place.source}:${place.line}` : `${place.table} ${place.row}`;
  return `${rule} ${severity} ${where}`;
}
