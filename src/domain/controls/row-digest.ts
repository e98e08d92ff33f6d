/**
 * Which rows of a ledger may repeat another: those whose digest is that of another row. Equal rows always have equal digests; different
 * rows hardly ever, so that only a few are compared whole, however alike the rows of a ledger.
 */
import type { AmountReading, DateReading, LedgerRow } from '../envelopes/ledger';

/** The end of a text tells rows apart better than its beginning: numbers count up, labels end with a month. */
const LETTERS_OF_A_TEXT = 8;

/** The rows that share their digest with another, in order: by their figures, then those that remain by their references. */
export function rowsThatMayRepeat(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const alike = withEqualDigests(rows, digestOfFigures);
  return alike.length === 0 ? alike : withEqualDigests(alike, digestOf);
}

function withEqualDigests(rows: readonly LedgerRow[], digestBy: (row: LedgerRow) => number): readonly LedgerRow[] {
  const digests = new Int32Array(rows.length);
  const isRepeated = new Uint8Array(rows.length);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(rows.length * 2 + 2))); // open addressing; a slot holds an index + 1
  rows.forEach((row, index) => {
    const digest = (digests[index] = digestBy(row));
    const first = firstOf(digest, index, digests, slots);
    if (first !== index) isRepeated[first] = isRepeated[index] = 1;
  });
  return rows.filter((_, index) => isRepeated[index] === 1);
}

/** The first row of that digest, which is the row itself when none came before; it then takes a slot. */
function firstOf(digest: number, index: number, digests: Int32Array, slots: Int32Array): number {
  const mask = slots.length - 1;
  let slot = digest & mask;
  for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
    if (digests[held - 1] === digest) return held - 1;
    slot = (slot + 1) & mask;
  }
  slots[slot] = index + 1;
  return index;
}

function digestOfFigures(row: LedgerRow): number {
  const amounts = mix(centsOf(row.ae), centsOf(row.cp));
  return mix(mix(mix(amounts, dayOf(row.commitmentDate)), dayOf(row.serviceDate)), dayOf(row.paymentDate));
}

/** A number that equal rows share, and that different ones hardly ever do. */
export function digestOf(row: LedgerRow): number {
  const ej = row.ej.kind === 'ej' ? row.ej.number : '';
  return mixText(mixText(mixText(mixText(digestOfFigures(row), ej), row.dpNumber), row.label), row.supplier);
}

function mix(digest: number, value: number): number {
  const mixed = Math.imul(digest ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function mixText(digest: number, text: string): number {
  let mixed = digest ^ text.length;
  for (let at = Math.max(0, text.length - LETTERS_OF_A_TEXT); at < text.length; at++) mixed = (Math.imul(mixed, 31) + text.charCodeAt(at)) | 0;
  return mix(mixed, text.length);
}

function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}

function dayOf(reading: DateReading): number {
  return reading.kind === 'date' ? reading.date : 0;
}
