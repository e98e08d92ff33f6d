/**
 * An EJ cell that does not hold one number of ten digits beginning with 10 to 22, the form of every engagement
 * juridique: the payment cannot be tied to its commitment, here or in Chorus. A retrait with it frees no AE, unless a
 * commitment of the ledger has the same text. Switch it off for a team that keeps its own order numbers in that column.
 */
import { holdsSeveralEjs, namesRequest } from '../../imputation/ej-number';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { rowsWithoutEj } from './kit/rows-without-ej';

/** EJ-03. */
export const ejMalformed: RowControl<'EJ-03'> = {
  rule: 'EJ-03',
  scope: 'row',
  needs: ['ejNumber'],
  check(row, inspection, report) {
    if (row.ej.kind !== 'malformed' || rowsWithoutEj(inspection).sums.has(row)) return; // a total (EJ-01)
    const { decommitments } = inspection;
    const { raw } = row.ej;
    if (row.status !== 'firm' && (!/\d/.test(raw) || namesRequest(raw))) return; // a project « à créer »
    const isRetrait = row.ae.kind === 'amount' && row.ae.cents < 0 && decommitments.isUnknown(raw.trim());
    const retrait = isRetrait && row.ae.kind === 'amount' ? { retrait: -row.ae.cents } : {};
    report(findingAt('EJ-03', 'error', cellOf(row, 'ejNumber'), { raw, several: holdsSeveralEjs(raw), ...retrait }));
  },
};
