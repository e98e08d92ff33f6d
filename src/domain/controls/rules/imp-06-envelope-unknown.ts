/**
 * The code that names the beneficiary of the expense, axe ministériel 2 (convention, art. 1.2) or that of the field
 * which the convention uses; without it, or with one that names no envelope, the row is charged nowhere and is shown as
 * unchecked. Another field whose code is itself at fault is reported there alone (IMP-01, IMP-03…): this control
 * reports a code that the convention has, and that names no envelope or several. A code whose row of ENV_Imputations
 * cannot be read is DON-08, and where no row names an envelope their column is missing (LEC-04). Never switch it off:
 * an unmatched row must not pass for a right one.
 */
import { rulesNaming } from '../../envelopes/envelope-field';
import type { LedgerRow } from '../../envelopes/ledger';
import type { ImputationField } from '../../imputation/imputation';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { ODD_ENVELOPE } from '../facts/row-traits';

/** IMP-06. */
export const envelopeUnknown: RowControl<'IMP-06'> = {
  rule: 'IMP-06',
  scope: 'row',
  needs: [],
  judges: ['ministerialAxis2'],
  concerns: ODD_ENVELOPE,
  check(row, inspection, report) {
    if (inspection.assignmentOf(row).kind !== 'unchecked' || inspection.missing.envelopes !== null) return;
    const field = inspection.naming.of(row);
    const reading = row.imputation[field];
    if (!inspection.has(field) || reading.kind === 'cellError' || isReported(field, row, inspection)) return;
    const raw = reading.kind === 'absent' ? '' : reading.raw;
    if (field !== 'ministerialAxis2') {
      const expected = [...new Set(rulesNaming(inspection.convention, field).map(({ value }) => value))];
      report(findingAt('IMP-06', 'error', cellOf(row, field), { field, raw, expected, nearest: null }));
      return;
    }
    const { expected } = inspection.axisNames;
    const alias = inspection.axisNames.listing(raw);
    const nearest = raw === '' || alias !== null ? null : inspection.axisNames.nearest(raw);
    const details = { raw, expected, nearest, ...(alias !== null && { alias }) };
    report(findingAt('IMP-06', 'error', cellOf(row, field), details));
  },
};

/** True where another control reports why the code of that field names no envelope. */
function isReported(field: ImputationField, row: LedgerRow, inspection: Inspection): boolean {
  const reading = row.imputation[field];
  if (inspection.isOfUnreadCode(field, reading)) return true;
  if (field === 'ministerialAxis2') return false;
  const isJudged = inspection
    .codeVerdictsOf(row)
    .some((verdict) => verdict.field === field && verdict.kind !== 'dated');
  return reading.kind === 'absent' || isJudged;
}
