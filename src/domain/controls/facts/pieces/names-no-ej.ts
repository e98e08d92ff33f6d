/** Rows that name no EJ in the column of its number. */
import type { LedgerRow } from '../../../envelopes/ledger';

/** True for a blank cell, and for words in its place: « Prestations » above the EJ of that poste. */
export function namesNoEj({ ej }: LedgerRow): boolean {
  return ej.kind === 'absent' || (ej.kind === 'malformed' && !/\d/.test(ej.raw));
}
