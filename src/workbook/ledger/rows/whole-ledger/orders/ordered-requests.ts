/**
 * Requests that were ordered and are still in the ledger: « DA 1000123456 » and the EJ of the same label, supplier,
 * envelope and AE; and an EJ that is planned, « Prévisionnel », then engaged on another row, for the same AE. What the
 * first reserves, the EJ consumes too: it is reported (LEC-05). Requests repeated each month, with more orders than
 * requests, are not judged.
 */
import { namesRequest } from '../../../../../domain/imputation/ej-number';
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark } from '../../../../../domain/envelopes/reading-facts';
import { comparable } from '../../../../../domain/text';
import type { ReadLedger } from '../../../read-ledger';
import { envelopeNamed } from './order-facts';
import { plainWords } from '../words-of-rows';

const REQUEST = /^(?:d\.? ?a\.?|demandes?|(?:purchase )?requests?|expressions? de besoins?)(?![a-z])/;

/** The same ledger with those requests in doubt; with their other marks. */
export function withOrderedRequests(read: ReadLedger): ReadLedger {
  const { rows } = read.ledger;
  const requests = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const keys = row.status === 'project' ? [keyOfEj(row), isRequest(row) ? keyOf(row) : null] : [];
    for (const key of keys) if (key !== null) requests.set(key, [...(requests.get(key) ?? []), row]);
  }
  if (requests.size === 0) return read;
  const orders = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const keys = row.status === 'firm' ? [keyOfEj(row), row.ej.kind === 'ej' ? keyOf(row) : null] : [];
    for (const key of keys) if (key !== null && requests.has(key)) orders.set(key, [...(orders.get(key) ?? []), row]);
  }
  const ordered = new Map<LedgerRow, string>();
  for (const [key, found] of orders) {
    const asked = requests.get(key) ?? [];
    if (found.length > asked.length) continue;
    for (const [at, { ej, commitmentDate, supplier }] of found.entries()) {
      const request = asked[at];
      if (request === undefined || ej.kind !== 'ej') continue;
      if (isBefore(commitmentDate, request.commitmentDate) || !areOfOneSupplier(supplier, request.supplier)) continue;
      ordered.set(request, ej.number);
    }
  }
  if (ordered.size === 0) return read;
  const marked = rows.map((row) => {
    const raw = ordered.get(row);
    return raw === undefined ? row : withMark(row, { heading: '', raw, about: 'replaced' });
  });
  return { ...read, ledger: { ...read.ledger, rows: marked } };
}

function isRequest({ statusText = '', operation, ej }: LedgerRow): boolean {
  if (ej.kind === 'malformed' && namesRequest(ej.raw)) return true;
  return [statusText, operation].some((words) => REQUEST.test(comparable(words).trim()));
}

/** Envelope, AE and label of a row that has a label, or a supplier; null for any other. */
function keyOf(row: LedgerRow): string | null {
  const { ae, label, supplier } = row;
  if (ae.kind !== 'amount' || ae.cents <= 0 || (label === '' && supplier === '')) return null;
  return [ae.cents, envelopeNamed(row), plainWords(label) || `supplier ${plainWords(supplier)}`].join('|');
}

/** EJ, AE and label of a row of an EJ; null for any other. */
function keyOfEj({ ej, ae, label }: LedgerRow): string | null {
  if (ej.kind !== 'ej' || ae.kind !== 'amount' || ae.cents <= 0) return null;
  return ['EJ', ej.number, ae.cents, plainWords(label)].join('|');
}

function isBefore(one: LedgerRow['commitmentDate'], other: LedgerRow['commitmentDate']): boolean {
  return one.kind === 'date' && other.kind === 'date' && one.date < other.date;
}

/** A request may not know its supplier yet. */
function areOfOneSupplier(one: string, requested: string): boolean {
  return requested === '' || one === '' || plainWords(one) === plainWords(requested);
}
