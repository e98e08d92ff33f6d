/**
 * Axe ministériel 2 names the beneficiary of the expense (convention, art. 1.2); without it, or with a name that no
 * envelope has, the row is charged nowhere and is shown as unchecked. Where the code of another field names the
 * envelopes of its table, that code is the fault (IMP-01, IMP-03…), and where no row names one, their column is missing
 * (LEC-04): this control reports nothing. Never switch it
 * off: an unmatched row must not pass for a right one.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { ODD_ENVELOPE } from '../facts/row-traits';

/** IMP-06. */
export const envelopeUnknown: RowControl<'IMP-06'> = {
  rule: 'IMP-06',
  scope: 'row',
  needs: ['ministerialAxis2'],
  concerns: ODD_ENVELOPE,
  check(row, inspection, report) {
    const reading = row.imputation.ministerialAxis2;
    if (inspection.assignmentOf(row).kind !== 'unchecked' || reading.kind === 'cellError') return;
    if (inspection.naming.at(row.key) !== 'ministerialAxis2' || inspection.missing.envelopes !== null) return;
    const { expected } = inspection.axisNames;
    const raw = reading.kind === 'absent' ? '' : reading.raw;
    const nearest = raw === '' ? null : inspection.axisNames.nearest(raw);
    report(findingAt('IMP-06', 'error', cellOf(row, 'ministerialAxis2'), { raw, expected, nearest }));
  },
};
