/**
 * A poste de dépense that no envelope has: the row is counted on its envelope and on none of its postes (annexes 1
 * and 2). The nearest poste of the envelope is offered, and is the repair when it is at one typing error. So is a name
 * that several postes share, with those it may be, and a blank poste where most rows have one: once for each envelope,
 * with the sum. A poste of another envelope is FON-04. Switch it off for a team whose postes are finer than the
 * convention's.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { namesNoLine } from '../facts/lineless-rows';
import { UNKNOWN_LINE } from '../facts/row-traits';

/** LEC-06. */
export const lineUnknown: RowControl<'LEC-06'> = {
  rule: 'LEC-06',
  scope: 'row',
  needs: ['budgetLine'],
  concerns: UNKNOWN_LINE,
  check(row, inspection, report) {
    const assignment = inspection.assignmentOf(row);
    if (assignment.kind !== 'assigned' || assignment.line !== null || assignment.lineOwner !== null) return;
    const raw = row.budgetLine;
    if (row.errors?.some(({ field }) => field === 'budgetLine')) return;
    const blank = namesNoLine(row) ? inspection.linelessRows.get(row.key) : undefined;
    if (blank) {
      const details = { envelope: assignment.envelope.code, raw, nearest: null, blank };
      report(findingAt('LEC-06', 'warning', cellOf(row, 'budgetLine'), details));
    }
    const unknown = inspection.lineNames.unknown(assignment.envelope, raw);
    if (unknown === null) return;
    const { nearest, isTypo, ...known } = unknown;
    const repair = nearest !== null && isTypo ? ({ kind: 'text', value: nearest } as const) : null;
    const details = { envelope: assignment.envelope.code, raw, nearest, ...known };
    report(findingAt('LEC-06', 'warning', cellOf(row, 'budgetLine'), details, repair));
  },
};
