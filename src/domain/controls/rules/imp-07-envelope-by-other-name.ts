/**
 * Axe ministériel 2 names its envelope by an alias or by a near spelling, where the convention gives the words (art.
 * 1.2: « PDE », « Signaux Faibles »). The row is counted; Chorus and native formulas want the exact words. Case and
 * accents do not matter. Switch it off for a team that has words of its own.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { ODD_ENVELOPE } from '../facts/row-traits';

/** IMP-07. */
export const envelopeByOtherName: RowControl<'IMP-07'> = {
  rule: 'IMP-07',
  scope: 'row',
  needs: ['ministerialAxis2'],
  concerns: ODD_ENVELOPE,
  check(row, inspection, report) {
    const reading = row.imputation.ministerialAxis2;
    const assignment = inspection.assignmentOf(row);
    if (assignment.kind !== 'assigned' || assignment.how === 'exact' || reading.kind !== 'code') return;
    const expected = inspection.axisNames.nameOf(assignment.envelope);
    const details = { raw: reading.raw, expected, how: assignment.how };
    report(findingAt('IMP-07', 'info', cellOf(row, 'ministerialAxis2'), details, { kind: 'text', value: expected }));
  },
};
