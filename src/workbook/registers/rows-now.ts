/**
 * The present place of each row of a sheet whose rows moved, from those that are known: the written ones, which are
 * recognised, and the rows near them, by the cells that were recorded. For the references of formulas.
 */
import type { RowNow } from '../moved-references';
import type { RowWitness } from '../plan';
import { without, type SheetMarks } from './row-likeness';

/** A row that is known, and its present place. */
export type KnownRow = readonly [row: number, place: number];

/**
 * Between two known rows that moved as much, a row moved as they did. Where they did not, it is where its recorded
 * cells are, at one of both distances. Above the first known row, none moved or all did. Of rows that changed their
 * order, nothing is known: Excel adjusts references in another way then.
 */
export function rowsNowOf(rows: readonly KnownRow[], witnesses: readonly RowWitness[], marks: SheetMarks): RowNow {
  const known = [...rows].sort(([one], [other]) => one - other);
  const isInOrder = known.every(([, place], at) => place > (known[at - 1]?.[1] ?? -1));
  if (!isInOrder) return () => null;
  const isAt = (row: number, place: number): boolean => {
    const witness = witnesses.find(({ top, rows: recorded }) => row >= top && row < top + recorded.length);
    const text = witness?.rows[row - witness.top] ?? '';
    return (
      witness !== undefined && text.trim() !== '' && text === without(marks.rows[place] ?? '', marks.left, witness, [])
    );
  };
  return (row) => {
    const [above, below] = aroundOf(known, row);
    if (below?.[0] === row) return below[1];
    const before = above ? above[1] - above[0] : 0;
    const after = below ? below[1] - below[0] : before;
    if (before === after) return row + before;
    const places = [row + before, row + after].filter((place) => isAt(row, place));
    return places.length === 1 ? (places[0] ?? null) : null;
  };
}

/** The nearest known rows: before this one, and from this one on. */
function aroundOf(known: readonly KnownRow[], row: number): readonly [KnownRow | undefined, KnownRow | undefined] {
  let [first, end] = [0, known.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((known[middle]?.[0] ?? 0) < row) first = middle + 1;
    else end = middle;
  }
  return [known[first - 1], known[first]];
}
