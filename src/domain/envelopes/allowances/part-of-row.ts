/** The programme and the titre that a row is charged to, for the ceilings over them. */
import { programmeOfEnvelope, programmesAccepted, titreOf } from './part-ceilings';
import type { Assignment } from '../assignment';
import type { CeilingPart } from './allowances';
import type { Convention } from '../convention';
import type { LedgerRow } from '../ledger';
import { programmeOf } from '../../imputation/chorus-codes';
import { IMPUTATION_FIELDS } from '../../imputation/imputation';

/** The envelope of a row, and its own poste: a payment on an earlier EJ has the titre of the poste it names. */
type ChargedTo = Pick<Extract<Assignment, { readonly kind: 'assigned' }>, 'envelope' | 'line'>;

/**
 * A function that returns the programme or the titre of a row; null when it is not known. The programme is that of the
 * envelope, or of the codes of the row where the envelope accepts several.
 */
export function partOf(
  convention: Convention,
  part: CeilingPart,
): (row: LedgerRow, chargedTo: ChargedTo) => string | null {
  if (part === 'titre') return (_row, { envelope, line }) => titreOf(envelope, line);
  const ofEnvelopes = new Map(
    convention.envelopes.map((envelope) => [
      envelope,
      { own: programmeOfEnvelope(convention, envelope), accepted: programmesAccepted(convention, envelope) },
    ]),
  );
  return (row, { envelope }) => {
    const [typed, known] = [programmeOfRow(row), ofEnvelopes.get(envelope)];
    return typed !== null && known?.accepted.has(typed) ? typed : (known?.own ?? typed);
  };
}

function programmeOfRow({ imputation }: LedgerRow): string | null {
  for (const field of IMPUTATION_FIELDS) {
    const reading = imputation[field];
    const isRead = reading.kind === 'code' || reading.kind === 'zeroLost';
    const programme = isRead ? programmeOf(field, reading.canonical) : null;
    if (programme !== null) return programme;
  }
  return null;
}
