/**
 * The rows of a ledger that may repeat another, whole or in part: those whose digest is that of another row. Equal rows
 * always have equal digests; different rows hardly ever, so that only a few are compared whole, however alike the rows
 * of a ledger.
 */
import type { AmountReading, DateReading, LedgerRow } from '../../envelopes/ledger';
import { comparable } from '../../text';

/** The usual number, which is its own form. */
const PLAIN_NUMBER = /^(?:[1-9]\d{0,20})?$/;
/** The end of a text distinguishes rows better than its beginning: numbers count up, labels end with a month. */
const LETTERS_OF_A_TEXT = 8;

/**
 * The rows that share their digest with another, in order: by their figures, then those that remain by their numbers,
 * and by their words, the slowest to compare.
 */
export function rowsThatMayRepeat(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return [digestOfFigures, digestOfNumbers, digestOfWords].reduce(
    (alike, digestBy) => (alike.length === 0 ? alike : withEqualDigests(alike, digestBy)),
    rows,
  );
}

/** The rows that have the EJ, the day of payment and the CP of another, in order. */
export function rowsThatMayPayTwice(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return withEqualDigests(rows, ({ ej, cp, paymentDate }) =>
    mixText(mix(centsOf(cp), dayOf(paymentDate)), ej.kind === 'ej' ? ej.number : ''),
  );
}

/** The rows that have the DP of another, in order. */
export function rowsThatMayShareDp(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  return withEqualDigests(rows, ({ dpNumber, dpLine }) =>
    mixText(mixText(0, comparableNumber(dpNumber)), comparableNumber(dpLine)),
  );
}

/**
 * Digests are split into buckets by their first bits: a table of a few thousand entries stays in the processor's cache,
 * one of a million does not.
 */
function withEqualDigests(rows: readonly LedgerRow[], digestBy: (row: LedgerRow) => number): readonly LedgerRow[] {
  const digests = new Int32Array(rows.length);
  const ends = new Int32Array(BUCKETS + 1);
  rows.forEach((row, index) => {
    const digest = (digests[index] = digestBy(row));
    ends[bucketOf(digest) + 1] = (ends[bucketOf(digest) + 1] ?? 0) + 1;
  });
  for (let bucket = 0; bucket < BUCKETS; bucket++) ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0);
  const [next, sorted, rowOf] = [ends.slice(), new Int32Array(rows.length), new Int32Array(rows.length)];
  digests.forEach((digest, index) => {
    const place = next[bucketOf(digest)] ?? 0;
    next[bucketOf(digest)] = place + 1;
    sorted[place] = digest;
    rowOf[place] = index;
  });
  const isRepeated = new Uint8Array(rows.length);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const [from, to] = [ends[bucket] ?? 0, ends[bucket + 1] ?? 0];
    if (to - from < 2) continue; // most buckets of a small ledger: nothing there is repeated
    for (const place of repeatedIn(sorted.subarray(from, to))) isRepeated[rowOf[from + place] ?? 0] = 1;
  }
  return rows.filter((_, index) => isRepeated[index] === 1);
}

const BUCKETS = 256;

function bucketOf(digest: number): number {
  return digest >>> 24;
}

/** The places of the digests that another place has too; some may be listed twice. */
function repeatedIn(digests: Int32Array): readonly number[] {
  const found: number[] = [];
  // Open addressing: a slot holds a place + 1.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(digests.length * 2 + 2)));
  digests.forEach((digest, place) => {
    const first = firstOf(digest, place, digests, slots);
    if (first !== place) found.push(first, place);
  });
  return found;
}

/** The first place of that digest, which is the place itself when none came before; it then takes a slot. */
function firstOf(digest: number, place: number, digests: Int32Array, slots: Int32Array): number {
  const mask = slots.length - 1;
  let slot = digest & mask;
  for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
    if (digests[held - 1] === digest) return held - 1;
    slot = (slot + 1) & mask;
  }
  slots[slot] = place + 1;
  return place;
}

function digestOfFigures(row: LedgerRow): number {
  const amounts = mix(centsOf(row.ae), centsOf(row.cp));
  return mix(mix(mix(amounts, dayOf(row.commitmentDate)), dayOf(row.serviceDate)), dayOf(row.paymentDate));
}

function digestOfNumbers(row: LedgerRow): number {
  const ej = row.ej.kind === 'ej' ? row.ej.number : '';
  return mixText(mixText(digestOfFigures(row), ej), comparableNumber(row.dpNumber));
}

function digestOfWords(row: LedgerRow): number {
  return mixText(mixText(digestOfNumbers(row), comparable(row.label)), comparable(row.supplier));
}

/**
 * The form under which two spellings of one number are equal: Excel drops the first zeros of a number that is not kept
 * as text.
 * @example comparableNumber('0100 012 345') // '100012345'
 */
export function comparableNumber(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  const digits = comparable(text).replaceAll(' ', '');
  let first = 0;
  while (digits[first] === '0' && first < digits.length - 1) first++;
  return digits.slice(first);
}

/** A date as one text; what cannot be read is marked. */
export function textOfDate(reading: DateReading): string {
  return reading.kind === 'date' ? `=${reading.date}` : 'raw' in reading ? `?${reading.raw}` : '';
}

/** An amount as one text; what cannot be read is marked. */
export function textOfAmount(reading: AmountReading): string {
  return reading.kind === 'amount' ? `=${reading.cents}` : 'raw' in reading ? `?${reading.raw}` : '';
}

function mix(digest: number, value: number): number {
  const mixed = Math.imul(digest ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function mixText(digest: number, text: string): number {
  let mixed = digest ^ text.length;
  for (let at = Math.max(0, text.length - LETTERS_OF_A_TEXT); at < text.length; at++)
    mixed = (Math.imul(mixed, 31) + text.charCodeAt(at)) | 0;
  return mix(mixed, text.length);
}

function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}

function dayOf(reading: DateReading): number {
  return reading.kind === 'date' ? reading.date : 0;
}
