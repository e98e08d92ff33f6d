/**
 * A cell of the ledger holds an Excel error (`#REF!`, `#N/A`, `#VALEUR!`): its value is lost to every total that
 * includes it. Texts are judged when they decide where a row counts or identify its piece (poste, état, opération, EJ,
 * DP), not an objet or a titulaire. It replaces the other findings on the same cell. The faithful follow-up of expenses
 * is owed to the délégant (convention, art. 2.2). Nobody should switch it off.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { FIGURE_FIELDS } from './kit/reading-fields';
import { CELL_ERROR, ODD_CODE } from '../facts/row-traits';

/** DON-06. */
export const cellError: RowControl<'DON-06'> = {
  rule: 'DON-06',
  scope: 'row',
  needs: [],
  concerns: CELL_ERROR | ODD_CODE,
  check(row, inspection, report) {
    for (const verdict of inspection.codeVerdictsOf(row)) {
      const { kind, field } = verdict;
      if (kind === 'cellError') report(findingAt('DON-06', 'error', cellOf(row, field), { field, raw: verdict.raw }));
    }
    for (const { field, raw } of row.errors ?? [])
      report(findingAt('DON-06', 'error', cellOf(row, field), { field, raw }));
    if (row.ej.kind === 'cellError') {
      report(findingAt('DON-06', 'error', cellOf(row, 'ejNumber'), { field: 'ejNumber', raw: row.ej.raw }));
    }
    for (const field of FIGURE_FIELDS) {
      const reading = row[field];
      if (reading.kind === 'cellError')
        report(findingAt('DON-06', 'error', cellOf(row, field), { field, raw: reading.raw }));
    }
  },
};
