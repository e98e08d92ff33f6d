/**
 * A code that the convention imposes is not filled in, though its column exists (convention, art. 2.1 and 3: the «
 * Référence Chorus » of every expense). A payment takes the imputation of its commitment, as in Chorus extracts, so it
 * is not blamed when its EJ is committed in the ledger. Switch it off for a team that leaves the codes to Chorus alone.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { codeControl, severityOfCode } from './kit/code-control';
import type { Commitments } from '../facts/commitments';
import { cellOf, findingAt } from '../control-contract';
import { expectedOf } from './kit/dated-rules';

/** IMP-01. */
export const codeAbsent = codeControl('IMP-01', 'absent', ({ field, rules }, row, inspection) => {
  if (inherits(row, inspection.commitments)) return null;
  return findingAt('IMP-01', severityOfCode(field), cellOf(row, field), { field, expected: expectedOf(rules, row) });
});

function inherits(row: LedgerRow, commitments: Commitments): boolean {
  const pays = row.cp.kind !== 'absent';
  const commits = row.ae.kind === 'amount' ? row.ae.cents !== 0 : row.ae.kind !== 'absent';
  return pays && !commits && row.ej.kind === 'ej' && commitments.isCommitted(row.ej.number);
}
