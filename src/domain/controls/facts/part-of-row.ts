/** The programme and the titre that a row is charged to, for the ceilings over them. */
import { programmeOfEnvelope, titreOf } from '../../envelopes/allowances/part-ceilings';
import type { Assignment } from '../../envelopes/assignment';
import type { CeilingPart } from '../../envelopes/allowances/allowances';
import type { Convention } from '../../envelopes/convention';
import type { LedgerRow } from '../../envelopes/ledger';
import { programmeOf } from '../../imputation/chorus-codes';
import { IMPUTATION_FIELDS } from '../../imputation/imputation';

/** The envelope of a row, and its own poste: a payment on an earlier EJ has the titre of the poste it names. */
type ChargedTo = Pick<Extract<Assignment, { readonly kind: 'assigned' }>, 'envelope' | 'line'>;

/**
 * A function that returns the programme or the titre of a row; null when it is not known. The programme is that of the
 * envelope, or of the codes of the row where the envelope has several.
 */
export function partOf(
  convention: Convention,
  part: CeilingPart,
): (row: LedgerRow, chargedTo: ChargedTo) => string | null {
  if (part === 'titre') return (_row, { envelope, line }) => titreOf(envelope, line);
  const ofEnvelope = new Map(
    convention.envelopes.map((envelope) => [envelope, programmeOfEnvelope(convention, envelope.code)]),
  );
  return (row, { envelope }) => ofEnvelope.get(envelope) ?? programmeOfRow(row);
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
