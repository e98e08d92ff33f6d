/**
 * Negative AE on an operation that commits (« Engagement », « Complément »), which count as a retrait of their EJ; or
 * those of a payment of the same amount, which frees no AE: AE are consumed in full at the signature; or a
 * negative amount that nothing explains: neither an EJ nor a DP to tie it to, nor a word of reason (retrait, avoir,
 * pénalité…). Negative rows are normal in Chorus, but only the decommitment of a commitment of the year frees AE (GBCP,
 * décret 2012-1246, art. 160), so that its origin must be known. A doubt only, hence a warning. Where the ledger
 * has EJ numbers, negative AE without one are EJ-08's. Switch it off for extracts that come from Chorus.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { comparable } from '../../text';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { AMOUNT_FIELDS } from './kit/reading-fields';
import type { Inspection } from '../facts/inspection';
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

/** Beginnings of the first word of an operation that raises an EJ, without accents. */
const RAISES = ['engag', 'complem', 'commande', 'hausse', 'augment', 'ajout'];
/** Beginnings of other words by which such a row may lower its EJ all the same. */
const MAY_LOWER = ['baiss', 'moins', 'ajust', 'sold', 'clot', 'deduc', 'negati', 'minor'];

/** DON-04. */
export const negativeWithoutReason: RowControl<'DON-04'> = {
  rule: 'DON-04',
  scope: 'row',
  needs: [],
  concerns: NEGATIVE,
  check(row, inspection, report) {
    const field = AMOUNT_FIELDS.find((name) => isNegative(row, name));
    const reading = field && row[field];
    if (!field || reading?.kind !== 'amount') return;
    const { operation } = row;
    const isOfRaise = field === 'ae' && row.ej.kind === 'ej' && raises(row);
    const isOfPayment = field === 'ae' && paysAsMuch(row) && !isUnknown(row, inspection);
    if (!isOfRaise && !isOfPayment && (row.ej.kind !== 'absent' || row.dpNumber !== '' || !canSayWhy(inspection)))
      return;
    if (field === 'ae' && row.ej.kind === 'absent' && inspection.has('ejNumber')) return;
    if (REASON.test(comparable(`${operation} ${row.label}`))) return;
    const why = isOfPayment ? { isOfPayment } : isOfRaise && { operation };
    const details = { field, cents: reading.cents, ...why };
    report(findingAt('DON-04', 'warning', cellOf(row, field), details));
  },
};

/** True for an operation that raises its EJ, with no word that leaves a doubt. */
function raises({ operation, label }: LedgerRow): boolean {
  const first = comparable(operation);
  if (!RAISES.some((beginning) => first.startsWith(beginning))) return false;
  const words = comparable(`${operation} ${label}`).split(' ');
  return !words.some((word) => MAY_LOWER.some((beginning) => word.startsWith(beginning)));
}

/** « AE −20 000 | CP 20 000 »: what is paid was taken off what is committed. */
function paysAsMuch({ ae, cp }: LedgerRow): boolean {
  return ae.kind === 'amount' && cp.kind === 'amount' && cp.cents > 0 && ae.cents === -cp.cents;
}

/** A retrait of an EJ that nothing commits is EJ-08's, or EJ-03's. */
function isUnknown({ ej }: LedgerRow, { decommitments }: Inspection): boolean {
  return ej.kind === 'ej' ? decommitments.isUnknown(ej.number) : true;
}

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
