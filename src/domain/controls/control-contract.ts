/**
 * A control is one rule, one pure function and one finding code. A row control judges one row at a time; a ledger
 * control needs the other rows (ceilings, duplicates, totals) or the convention alone. Controls contain no wording.
 */
import type { LedgerField, LedgerRow, RowKey } from '../envelopes/ledger';
import type { Slices } from '../slices';
import type { FindingOf, Place, Repair, RuleCode, Severity } from './findings/finding';
import type { Inspection } from './facts/inspection';

/** The function that receives the findings of a control. */
export type Report<C extends RuleCode> = (finding: FindingOf<C>) => void;

/** A rule that one row answers alone. */
export interface RowControl<C extends RuleCode = RuleCode> {
  readonly rule: C;
  readonly scope: 'row';
  /** Columns without which the rule cannot be judged: the control then does nothing. */
  readonly needs: readonly LedgerField[];
  /** Columns that it judges one by one: those that the table lacks are left out, and the others are judged. */
  readonly judges?: readonly LedgerField[];
  /** Bits of `row-traits.ts`: it finds nothing in a row that has none of them. Absent: it is asked about every row. */
  readonly concerns?: number;
  check(row: LedgerRow, inspection: Inspection, report: Report<C>): void;
}

/** A rule that needs several rows, or the convention alone. */
export interface LedgerControl<C extends RuleCode = RuleCode> {
  readonly rule: C;
  readonly scope: 'ledger';
  /** Columns without which the rule cannot be judged: the control then does nothing. */
  readonly needs: readonly LedgerField[];
  /** Returns its slices where it passes over the rows several times. */
  check(inspection: Inspection, report: Report<C>): Slices<void> | void;
}

/** Either kind. */
export type Control = RowControl | LedgerControl;

/** The cell of a field on a row. */
export function cellOf(row: { readonly key: RowKey }, field: LedgerField): Place {
  return { kind: 'row', row: row.key, field };
}

/**
 * A finding on a cell of the ledger. The cast only ties the code to its own details, which the parameters already do.
 */
export function findingAt<C extends RuleCode>(
  rule: C,
  severity: Severity,
  place: Place,
  details: FindingOf<C>['details'],
  repair: Repair | null = null,
): FindingOf<C> {
  return { rule, severity, place, details, repair } as FindingOf<C>;
}
