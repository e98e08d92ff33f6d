/**
 * The common form of the controls on one code cell: each names the verdict that it answers, and makes its finding of
 * it.
 */
import type { LedgerRow } from '../../../envelopes/ledger';
import { IMPUTATION_FIELDS, type ImputationField } from '../../../imputation/imputation';
import type { CodeVerdict, VerdictOf } from '../../facts/code-book';
import type { RowControl } from '../../control-contract';
import type { FindingOf, RuleCode, Severity } from '../../findings/finding';
import type { Inspection } from '../../facts/inspection';
import { ODD_CODE } from '../../facts/row-traits';

/** The second axis names the envelope: IMP-06 and IMP-07 judge it. */
const CODE_FIELDS = IMPUTATION_FIELDS.filter((field) => field !== 'ministerialAxis2');

/**
 * A row control on the verdicts of one kind; `toFinding` may still return null (a date decides, the column is
 * missing…).
 */
export function codeControl<C extends RuleCode, K extends CodeVerdict['kind']>(
  rule: C,
  kind: K,
  toFinding: (verdict: VerdictOf<K>, row: LedgerRow, inspection: Inspection) => FindingOf<C> | null,
): RowControl<C> {
  const isOfKind = (verdict: CodeVerdict): verdict is VerdictOf<K> => verdict.kind === kind;
  return {
    rule,
    scope: 'row',
    needs: [],
    judges: CODE_FIELDS,
    concerns: ODD_CODE,
    check(row, inspection, report) {
      for (const verdict of inspection.codeVerdictsOf(row)) {
        const finding = isOfKind(verdict) ? toFinding(verdict, row, inspection) : null;
        if (finding) report(finding);
      }
    },
  };
}

/**
 * The severity of a wrong code. The first ministerial axis is only a warning: it is analytic, it decides no credit, and
 * conventions write « axe ministériel » without its number (the 2023 one, art. 3: 36).
 */
export function severityOfCode(field: ImputationField): Severity {
  return field === 'ministerialAxis1' ? 'warning' : 'error';
}
