/**
 * An amount or a date that nothing can read for certain (`environ 500`, `31/02/2023`, `1.234`): the amount is not
 * counted and the row is unchecked; the date cannot be judged. A commitment without any date is counted, out of
 * prudence, and is a warning. The faithful follow-up of expenses is owed to the délégant (convention, art. 2.2). Nobody
 * should switch it off.
 */
import { isMonthText, parseDateText } from '../../calendar/date-text';
import type { LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { FIGURE_FIELDS } from './kit/reading-fields';
import { NEGATIVE, UNDATED_COMMITMENT, UNREADABLE } from '../facts/row-traits';

/** DON-01. */
export const unreadable: RowControl<'DON-01'> = {
  rule: 'DON-01',
  scope: 'row',
  needs: [],
  concerns: UNREADABLE | UNDATED_COMMITMENT | NEGATIVE,
  check(row, inspection, report) {
    for (const field of FIGURE_FIELDS) {
      const reading = row[field];
      if (reading.kind !== 'unreadable' || 'nature' in reading) continue;
      const { raw } = reading;
      const what = field === 'ae' || field === 'cp' ? amountOr(raw) : isMonthText(raw) ? 'month' : 'date';
      report(findingAt('DON-01', 'error', cellOf(row, field), { field, raw, what }));
    }
    if (lacksItsDate(row, inspection)) {
      report(
        findingAt('DON-01', 'warning', cellOf(row, 'commitmentDate'), {
          field: 'commitmentDate',
          raw: '',
          what: 'date',
        }),
      );
    }
  },
};

/** `12/05/2023` in a cell of amounts was typed one column too far, or its cell has the format of a date. */
function amountOr(raw: string): 'amount' | 'dateForAmount' {
  return parseDateText(raw) === null ? 'amount' : 'dateForAmount';
}

function lacksItsDate(row: LedgerRow, inspection: Inspection): boolean {
  if (row.commitmentDate.kind !== 'absent' || row.status !== 'firm' || !inspection.has('commitmentDate')) return false;
  return row.ae.kind === 'amount' && row.ae.cents !== 0 && !inspection.commitments.isOnEarlier(row);
}
