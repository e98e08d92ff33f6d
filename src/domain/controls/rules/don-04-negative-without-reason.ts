/**
 * A negative amount that nothing explains: neither an EJ nor a DP to tie it to, nor a word of reason (retrait, avoir,
 * pénalité…). Negative rows are normal in Chorus, but only the decommitment of a commitment of the year frees AE (GBCP,
 * décret 2012-1246, art. 160), so that its origin must be known. A doubt only, hence a warning. Where the ledger
 * has EJ numbers, negative AE without one are EJ-08's. Switch it off for extracts that come from Chorus.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { comparable } from '../../text';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { AMOUNT_FIELDS } from './kit/reading-fields';
import { NEGATIVE } from '../facts/row-traits';

/** Beginnings of words, without accents. */
const REASON = new RegExp(
  `\\b(${[
    'retrait',
    'avoir',
    'annul',
    'regul',
    'penalit',
    'rembours',
    'desengag',
    'degagement',
    'diminution',
    'reduction',
    'restitution',
    'reversement',
    'retablissement',
    'rectif',
    'correct',
    'extourn',
    'contrepassation',
    'trop percu',
    'trop verse',
    'ristourne',
    'remise',
    'rabais',
    'reimputation',
    'resiliation',
  ].join('|')})`,
);

/** DON-04. */
export const negativeWithoutReason: RowControl<'DON-04'> = {
  rule: 'DON-04',
  scope: 'row',
  needs: [],
  concerns: NEGATIVE,
  check(row, inspection, report) {
    const field = AMOUNT_FIELDS.find((name) => isNegative(row, name));
    if (!field || row.ej.kind !== 'absent' || row.dpNumber !== '' || !canSayWhy(inspection)) return;
    if (field === 'ae' && inspection.has('ejNumber')) return;
    const reading = row[field];
    if (reading.kind !== 'amount' || REASON.test(comparable(`${row.operation} ${row.label}`))) return;
    report(findingAt('DON-04', 'warning', cellOf(row, field), { field, cents: reading.cents }));
  },
};

function isNegative(row: LedgerRow, field: 'ae' | 'cp'): boolean {
  const reading = row[field];
  return reading.kind === 'amount' && reading.cents < 0;
}

/** A table with none of these columns has no place for a reason: its rows are not judged. */
function canSayWhy(inspection: { has(field: 'ejNumber' | 'dpNumber' | 'operation' | 'label'): boolean }): boolean {
  return (
    inspection.has('ejNumber') || inspection.has('dpNumber') || inspection.has('operation') || inspection.has('label')
  );
}
