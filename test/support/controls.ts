/** Runs every control on a ledger drawn as a table, and writes the findings that a test expects. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Finding, FindingOf, Repair, RuleCode, Severity } from '../../src/domain/controls/findings/finding';
import { judgeLedger } from '../../src/domain/controls/judge';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Ledger, LedgerField, RowKey } from '../../src/domain/envelopes/ledger';
import { convention2023 } from './conventions';
import { ledgerOf } from './ledgers/ledger-builder';

/** Findings on the convention, on its duties and on missing columns, rather than on a row. */
const OF_THE_WHOLE = /^(ANX-|DEL-|DON-08|LEC-04)/;

/** The setting of a test: the convention (the 2023 one by default) and the day of the controls (the end of 2023). */
export interface Setting {
  readonly convention?: Convention;
  readonly asOf?: string;
  /**
   * A test draws only the columns of its rule, on a convention bent to it: findings on the whole are left out, unless
   * this is true.
   */
  readonly whole?: boolean;
}

/** Everything that the controls find in a table. */
export function findingsIn(table: string, setting: Setting = {}): Finding[] {
  return findingsOf(ledgerOf(table), setting);
}

/** Everything that the controls find in a ledger. */
export function findingsOf(ledger: Ledger, setting: Setting = {}): Finding[] {
  const asOf = isoDate(setting.asOf ?? '2023-12-31');
  const convention = setting.convention ?? convention2023();
  const { findings } = judgeLedger(ledger, convention, asOf);
  return findings.filter(({ rule }) => setting.whole === true || !OF_THE_WHOLE.test(rule));
}

/** A finding that a test expects, on a line of its table. */
export function found<C extends RuleCode>(
  rule: C,
  severity: Severity,
  line: number,
  field: LedgerField,
  details: FindingOf<C>['details'],
  repair: Repair | null = null,
): Finding {
  return { rule, severity, place: { kind: 'row', row: line as RowKey, field }, details, repair } as Finding;
}
