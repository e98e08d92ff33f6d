/** The cells of one row of a table, by the position of their column. */
import { isPeriodAlone } from '../../../domain/calendar/label-period';
import type { EjReading, LedgerRow } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import { isBlankText } from '../read-cells';

/** « NB : facture attendue », « * voir le courriel », « Relance faite » alone on a row: no title, the group goes on. */
const NOTE =
  /^[^\p{L}\d]{0,5}(?:(?:n\.? ?b\.?|nota(?: bene)?|rq|remarques?|attention|ps|notes?) ?[:.–-]|n\.b\.|(?:voir|cf\.?) (?:le |la |les |l['’]|mail|courriel|note|pj|ci)|relances? (?:faite|envoy|du |au|\d)|point (?:fait|avec) |vu avec )/iu;
const OF_OTHERS = /(?:^|[^a-z])(?:paiements?|depenses?|cartes?|hors|sans|autres?|divers)(?![a-z])/; // « Remarque : hors EJ »

/** In characters: « BG00/Non affecté », the longest text that means an empty cell. */
const LONGEST_BLANK_TEXT = 16;

/** The value of a column; null when the table has no such column (−1). */
export function at(values: readonly CellValue[], position: number): CellValue {
  return position < 0 ? null : (values[position] ?? null);
}

/** A quick test: true for a number, or for a text longer than any blank text. */
export function isSurelyFilled(value: CellValue): boolean {
  if (typeof value !== 'string') return typeof value === 'number';
  return value.length > LONGEST_BLANK_TEXT && value.trim().length > LONGEST_BLANK_TEXT;
}

export function trimmed(value: CellValue): string {
  if (typeof value === 'string') return value.trim();
  return value === null ? '' : textOf(value);
}

/** « MOIS 02/2023 » is a title; an EJ number cut short is not. */
const MANY_DIGITS = /\d(?: ?\d){4}/;

/** A sentence, whose figures are an amount or the EJ that it is about: « attente du délégant sur 12 000 € ». */
const FEWEST_WORDS = 4;
const WORD = /\p{L}{2,}/gu;

/** True for a cell of EJ numbers that holds none: blank, words, a sentence or a period. */
function holdsNoEj(ej: EjReading): boolean {
  return ej.kind === 'malformed' ? holdsNoNumber(ej.raw) : ej.kind === 'absent';
}

/** True for a cell of DP numbers that holds none. */
export function holdsNoDp(dpNumber: string): boolean {
  return !/\d/.test(dpNumber) || holdsNoNumber(dpNumber);
}

function holdsNoNumber(text: string): boolean {
  return !MANY_DIGITS.test(text) || isPeriodAlone(text) || (text.match(WORD)?.length ?? 0) >= FEWEST_WORDS;
}

/** True for a cell of an amount that adds nothing: blank, or 0. */
function addsNothing(reading: LedgerRow['ae']): boolean {
  return reading.kind === 'absent' || (reading.kind === 'amount' && reading.cents === 0);
}

/** « Fait à Paris, le 31/12/2023 »: signed under the table. */
const SIGNED =
  /^\s{0,9}(?:fait|établi|etabli|arrêté|arrete|signé|signe) (?:à|a|le|par) |^\s{0,9}(?:à|a) [\p{L}-]{2,30}, le /iu;

/** « 12/03 », « 12/03/2023 ». */
const DAY = /(?<![\d/])\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?![\d/])/g;

/** True for a cell of an amount that holds none: blank, words, a period, or a signature. */
function holdsNoAmount(reading: LedgerRow['ae']): boolean {
  if (reading.kind !== 'unreadable') return reading.kind === 'absent';
  return holdsNoFigure(reading.raw) || isPeriodAlone(reading.raw) || SIGNED.test(reading.raw);
}

/** True for words without a digit (« SF ») but those of days: « Vu avec le CSP le 12/03 ». */
export function holdsNoFigure(text: string): boolean {
  return !/\d/.test(/\p{L}{2}/u.test(text) ? text.replace(DAY, '') : text);
}

/** « 2022-DGE-001 | Octo | Accord-cadre » above its orders: a supplier and an object, and no figure on the row. */
function namesWhoAndWhy(
  values: readonly CellValue[],
  filled: readonly number[],
  { supplier, label }: Readonly<Record<'supplier' | 'label', number>>,
): boolean {
  return (
    filled.every((position) => position === supplier || position === label) &&
    values.every((value) => typeof value !== 'number')
  );
}

/** True for cells of which all that are filled, in these columns, hold 0: formulas copied down before their rows. */
export function holdZerosAlone(values: readonly CellValue[], positions: readonly number[]): boolean {
  let hasZero = false;
  for (const position of positions) {
    const value = values[position] ?? null;
    if (value === 0) hasZero = true;
    else if (value !== null && !isBlankText(textOf(value))) return false;
  }
  return hasZero;
}

/** The title of a section, a note, or the marché above its orders: one text, or who and why, without any figure. */
export function holdsWordsAlone(
  values: readonly CellValue[],
  { ej, ae, cp }: LedgerRow,
  positions: readonly number[],
  columns: Readonly<Record<'supplier' | 'label', number>>,
): boolean {
  if (!holdsNoEj(ej)) return false;
  const filled = positions.filter((position) => !isBlankText(textOf(values[position] ?? null)));
  if (addsNothing(ae) && addsNothing(cp) && holdPeriod(values, filled)) return true;
  if (!holdsNoAmount(ae) || !holdsNoAmount(cp)) return false;
  return filled.length <= 1 || namesWhoAndWhy(values, filled, columns);
}

/** « Janvier » beside the zeros of its sums. */
function holdPeriod(values: readonly CellValue[], filled: readonly number[]): boolean {
  const [first, ...others] = filled.filter((position) => values[position] !== 0);
  return first !== undefined && others.length === 0 && isPeriodAlone(textOf(values[first] ?? null));
}

/** The line that the cell of the EJ adds to it. */
export function lineOf(ej: EjReading): string {
  return ej.kind === 'ej' ? (ej.line ?? '') : '';
}

/** True for a note that ends no group: « NB : facture attendue », « Relance faite ». */
export function isNoteAlone(text: string): boolean {
  return NOTE.test(text) && !OF_OTHERS.test(comparable(text));
}
