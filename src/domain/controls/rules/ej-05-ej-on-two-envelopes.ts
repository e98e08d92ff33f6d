/**
 * One EJ charged to two envelopes, which are not fungible (convention, art. 1.2). Its envelope is that of its first
 * commitment, else of its first row; the rows on another are blamed. A second commitment on a poste of the EJ of its
 * own is a doubt only: Chorus lets the postes of one EJ bear several imputations; what is then paid there has nothing
 * wrong. A row whose own poste is that of the other envelope is FON-04 alone. Switch it off for a convention whose
 * orders are shared by the envelopes.
 */
import { envelopeFieldsOf } from '../../envelopes/envelope-field';
import type { LedgerRow } from '../../envelopes/ledger';
import type { ImputationField } from '../../imputation/imputation';
import { cellOf, findingAt, type LedgerControl, type Report } from '../control-contract';
import type { Inspection } from '../facts/inspection';

/** EJ-05. */
export const ejOnTwoEnvelopes: LedgerControl<'EJ-05'> = {
  rule: 'EJ-05',
  scope: 'ledger',
  needs: ['ejNumber'],
  check(inspection, report) {
    const { commitments, convention } = inspection;
    if (!envelopeFieldsOf(convention).some((field) => inspection.has(field))) return;
    for (const ej of commitments.onSeveralAxes) {
      const charges = commitments.rowsOf(ej).flatMap((row) => chargeOf(row, inspection) ?? []);
      checkEj(ej, charges, report);
    }
  },
};

/** A row of an EJ that moves money, its envelope and the field that names it. */
interface Charge {
  readonly row: LedgerRow;
  readonly envelope: string;
  readonly by: ImputationField;
  readonly commits: boolean;
  readonly isDisguised: boolean;
}

function chargeOf(row: LedgerRow, inspection: Inspection): Charge | null {
  if (row.ae.kind === 'absent' && row.cp.kind === 'absent') return null;
  const assignment = inspection.assignmentOf(row);
  if (assignment.kind !== 'assigned') return null;
  const commits = row.status === 'firm' && row.ae.kind === 'amount' && row.ae.cents > 0;
  const { envelope, by, lineOwner } = assignment;
  const isOwnLine = !row.inherited?.has('budgetLine'); // FON-04 is at the poste of the row itself
  return { row, envelope: envelope.code, by, commits, isDisguised: lineOwner !== null && isOwnLine };
}

function checkEj(ej: string, charges: readonly Charge[], report: Report<'EJ-05'>): void {
  const commitments = charges.filter(({ commits }) => commits).sort((one, other) => dayOf(one.row) - dayOf(other.row));
  const first = commitments[0] ?? charges[0];
  if (!first) return;
  const committedTo = new Set(commitments.map(({ envelope }) => envelope));
  for (const { row, envelope, by, commits, isDisguised } of charges) {
    if (envelope === first.envelope || isDisguised) continue;
    if (!commits && committedTo.has(envelope)) continue;
    const isOwnPoste = commits && row.ejLine !== '' && row.ejLine !== first.row.ejLine;
    const ownPoste = isOwnPoste && { ownPoste: row.ejLine };
    const details = { ej, envelope, firstEnvelope: first.envelope, commits, ...ownPoste };
    report(findingAt('EJ-05', isOwnPoste ? 'warning' : 'error', cellOf(row, by), details));
  }
}

/** An undated commitment comes last: its date is wanted before it decides for the others. */
function dayOf({ commitmentDate }: LedgerRow): number {
  return commitmentDate.kind === 'date' ? commitmentDate.date : Number.MAX_SAFE_INTEGER;
}
