/**
 * A commitment dated after the termination took effect (décret 2004-1085, art. 5; 2023 convention, art. 5): the
 * délégataire no longer commits for the délégant. While only the sending of the notice is known the date of effect is a
 * doubt, hence a warning. A decommitment may come later. Switch it off by leaving the dates of termination empty.
 */
import { terminationNotice } from '../../envelopes/termination';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { breaksPeriod, isDecommitment } from './kit/period-control';

/** PER-09. */
export const afterTermination: RowControl<'PER-09'> = {
  rule: 'PER-09',
  scope: 'row',
  needs: ['commitmentDate'],
  check(row, inspection, report) {
    if (row.commitmentDate.kind !== 'date') return;
    const notice = terminationNotice(inspection.convention);
    const { date } = row.commitmentDate;
    if (!notice?.hasEffect || date <= notice.noticeEnds) return;
    if (isDecommitment(row)) return;
    if (breaksPeriod(row, 'commitmentDate', inspection)) return;
    const severity = notice.isReceived ? 'error' : 'warning';
    report(findingAt('PER-09', severity, cellOf(row, 'commitmentDate'), { date, effectiveOn: notice.noticeEnds }));
  },
};
