/**
 * A date, a number or an amount in the row of the headings, right or left of them: « Mis à jour le | 05/01/2024 »,
 * « Budget AE | 600 000 », « 600 000 ». They are no part of the table, and the headings are read without them.
 */
import type { CellValue } from '../../cells';
import type { ColumnField } from '../column-field';
import { readHeadings } from '../heading-rows';
import { isFilled, looksLikeHeadings, type Row } from '../sheet-rows';

/** Headings that follow one another, of which so many are those of a ledger. */
const FEWEST_HEADINGS = 3;
/** « Budget AE | 600 000 | Consommé | 53 845 »: cells of the other group. */
const MOST_BESIDE = 6;
/** A value right beside the headings. */
const MOST_TOUCHING = 1;

const NUMBER = /\d{5}/;
const SHORTEST_PIECE = 9;
const FEWEST_OF_A_PIECE = 100_000_000;
const PIECE = /^[a-z° ]{0,6}\d{9,14}$/i;
const AMOUNTS: readonly ColumnField[] = ['ae', 'cp', 'amount'];

interface Run {
  readonly from: number;
  /** The last position. */
  readonly to: number;
}

/**
 * A row of headings without the groups of cells beside them that hold a value; any other row as it is. `above`: the row
 * above it, which is an operation where this one may be, or the headings of these values, where it is one.
 */
export function withoutValuesBeside(row: Row, above: Row): Row {
  if (row.some(isPiece)) return row; // almost every row
  const headings = longestRunOfTexts(row);
  if (!headings || looksLikeHeadings(row)) return row;
  if (above.slice(headings.from, headings.to + 1).some((value) => isFilled(value) && !isHeading(value))) return row;
  if (isLikeOperation(row, headings, above)) return row;
  const apart = runsOf(row, isFilled).flatMap((run) => valuesOf(row, run, headings));
  if (looksLikeHeadings(above) && apart.some((run) => isUnderHeading(row, run, above))) return row;
  const without = row.map((value, position) =>
    apart.some(({ from, to }) => position >= from && position <= to) ? null : value,
  );
  if (!looksLikeHeadings(without, FEWEST_HEADINGS) || without.some(isNumbered) || !areKnown(without)) return row;
  const [first, last] = endsOf(without);
  const isOnOneSide = apart.every(({ to }) => to < first) || apart.every(({ from }) => from > last);
  return isOnOneSide ? without : row;
}

/** A row of groups, without the values that are beside the columns of the headings under it. */
export function withinColumns(row: Row, headings: Row): Row {
  if (looksLikeHeadings(row, 1)) return row;
  const [first, last] = endsOf(headings);
  const within = row.map((value, position) => (position >= first && position <= last ? value : null));
  return looksLikeHeadings(within, 1) ? within : row;
}

/** The first and the last filled position. */
function endsOf(row: Row): readonly [number, number] {
  const filled = row.flatMap((value, position) => (isFilled(value) ? [position] : []));
  return [filled[0] ?? 0, filled.at(-1) ?? -1];
}

/** An EJ, a DP or a code, which begins an operation. */
function isPiece(value: CellValue): boolean {
  if (typeof value === 'number') return value >= FEWEST_OF_A_PIECE;
  return typeof value === 'string' && value.length >= SHORTEST_PIECE && PIECE.test(value.trim());
}

/** « EJ1405726493 » is no heading. */
function isNumbered(value: CellValue): boolean {
  return typeof value === 'string' && NUMBER.test(value);
}

/** The longest run of texts that may be headings; null for a row of data, which has few of them together. */
function longestRunOfTexts(row: Row): Run | null {
  let [best, from]: [Run | null, number] = [null, 0];
  for (let position = 0; position <= row.length; position++) {
    const value = row[position] ?? null;
    if (typeof value === 'string' && isFilled(value) && looksLikeHeadings([value], 1)) continue;
    const length = position - from;
    if (length >= FEWEST_HEADINGS && (!best || length > best.to - best.from + 1)) best = { from, to: position - 1 };
    from = position + 1;
  }
  return best;
}

function runsOf(row: Row, isOf: (value: CellValue) => boolean): readonly Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let position = 0; position <= row.length; position++) {
    const isIn = position < row.length && isOf(row[position] ?? null);
    if (isIn && from < 0) from = position;
    if (isIn || from < 0) continue;
    runs.push({ from, to: position - 1 });
    from = -1;
  }
  return runs;
}

/** The cells of a run that are apart from the headings: all of them, or the value that touches them. */
function valuesOf(row: Row, { from, to }: Run, headings: Run): readonly Run[] {
  if (row.slice(from, to + 1).every(isHeading)) return [];
  if (headings.from < from || headings.to > to) return to - from < MOST_BESIDE ? [{ from, to }] : [];
  const sides = [
    { from, to: headings.from - 1 },
    { from: headings.to + 1, to },
  ].filter((side) => side.from <= side.to);
  return sides.reduce((sum, side) => sum + side.to - side.from + 1, 0) <= MOST_TOUCHING ? sides : [];
}

/** True for a row under another with words in the same columns, and a number or a date under one of its own: two operations. */
function isLikeOperation(row: Row, { from, to }: Run, above: Row): boolean {
  const words = above.slice(from, to + 1).filter(isFilled);
  const isValue = (value: CellValue): boolean => isFilled(value) && !isHeading(value);
  return words.length >= FEWEST_HEADINGS && row.some((value, at) => isValue(value) && isValue(above[at] ?? null));
}

/** True when a value of a run is under a text: « 12 740,91 » under « Montant », on a row without an EJ. */
function isUnderHeading(row: Row, { from, to }: Run, above: Row): boolean {
  return row.slice(from, to + 1).some((value, at) => !isHeading(value) && isFilled(above[from + at] ?? null));
}

/** A text that may be a heading, or a year. */
function isHeading(value: CellValue): boolean {
  return looksLikeHeadings([value, 'x'], 1);
}

/** True for headings of a ledger, an amount among them: an operation may be words as well. */
function areKnown(texts: Row): boolean {
  const known = readHeadings({ lower: texts, upper: null, subject: null, left: 0 }).filter(
    ({ kind, meaning }) => kind === 'shown' && meaning.size > 0,
  );
  return (
    known.length >= FEWEST_HEADINGS &&
    known.some(({ meaning }) => [...meaning.keys()].some((field) => AMOUNTS.includes(field)))
  );
}
