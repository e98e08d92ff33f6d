/**
 * An EJ number that is not ten digits beginning with 10 to 22, the form that Chorus gives to every engagement
 * juridique: the payment cannot be tied to its commitment, here or in Chorus. Switch it off for a team that keeps its
 * own order numbers in that column.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';

/** EJ-03. */
export const ejMalformed: RowControl<'EJ-03'> = {
  rule: 'EJ-03',
  scope: 'row',
  needs: ['ejNumber'],
  check(row, _inspection, report) {
    if (row.ej.kind === 'malformed') report(findingAt('EJ-03', 'error', cellOf(row, 'ejNumber'), { raw: row.ej.raw }));
  },
};
