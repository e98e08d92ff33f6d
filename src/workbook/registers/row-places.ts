/** The present places of the rows of an undo in one sheet: as its shift gives them, else by what each one is like. */
import { isEvident, Likeness, type SheetMarks } from './row-likeness';
import type { RowWitness, WritePlan } from '../plan';
import type { WrittenRow } from './row-witnesses';
import { placeAfter, shiftOf, type Shift } from './shifted-rows';

/** A rollback knows more than an undo: people did little since the request that it rolls back. */
export interface RolledBack {
  /** True after a first try, which may have restored some rows. */
  readonly isAgain: boolean;
  /** True for a cell that was written after the rows of its sheet had moved: by position, whichever row was there. */
  readonly isByPosition: (sheet: string, row: number, column: number) => boolean;
  /** The witnesses of the undo with what some rows may hold instead. */
  readonly otherwise: readonly RowWitness[];
}

export interface KnownOrMovedRow extends WrittenRow {
  readonly isUnsure?: boolean;
}

export function judged(
  rows: readonly WrittenRow[],
  marks: SheetMarks,
  shift: Shift | null,
  isByPosition: RolledBack['isByPosition'],
): readonly KnownOrMovedRow[] {
  if (shift) return rows.map((one) => ({ ...one, isInPlace: placeAfter(shift, one.row) === one.row }));
  const hadMoved = ({ witness: { sheet }, row, columns }: WrittenRow): boolean =>
    columns.some((column) => isByPosition(sheet, row, column));
  return withUnsure(
    rows.map((one) => (hadMoved(one) ? { ...one, isInPlace: false } : one)),
    marks,
  );
}

/**
 * A row in its place, where some of the other cells changed while another row of the sheet has all of them, is not
 * known: somebody edited it, or sorted the rows. Most cells are equal in rows of the same codes.
 */
function withUnsure(rows: readonly WrittenRow[], marks: SheetMarks): readonly KnownOrMovedRow[] {
  const likeness = new Likeness(rows, marks);
  return rows.map((one) =>
    one.isInPlace && one.isChanged && likeness.isElsewhere(one) ? { ...one, isInPlace: false, isUnsure: true } : one,
  );
}

/** The present rows of those that moved and are found. */
export function placesOf(
  rows: readonly KnownOrMovedRow[],
  marks: SheetMarks,
  shift: Shift | null,
): ReadonlyMap<number, number> {
  return shift ? placesAfter(rows, shift) : likelyPlaces(rows, marks);
}

function placesAfter(rows: readonly KnownOrMovedRow[], shift: Shift): ReadonlyMap<number, number> {
  const places = rows.map(({ row }) => [row, placeAfter(shift, row)] as const);
  return new Map(places.flatMap(([row, place]) => (place === null || place === row ? [] : [[row, place] as const])));
}

/** Where one row alone is like it, else as far as the nearest ones moved. */
function likelyPlaces(rows: readonly KnownOrMovedRow[], marks: SheetMarks): ReadonlyMap<number, number> {
  const likeness = new Likeness(rows, marks);
  const inPlace = new Set(rows.flatMap(({ row, isInPlace }) => (isInPlace ? [row] : [])));
  const moved = rows
    .filter(({ row, isUnsure }) => !inPlace.has(row) && isUnsure !== true)
    .sort((one, other) => one.row - other.row);
  const found = new Map<number, number>();
  for (const one of moved) {
    const place = likeness.onlyPlaceOf(one);
    if (place !== null) found.set(one.row, place);
  }
  const known = [...[...inPlace].map((row) => [row, row] as const), ...found].sort(([one], [other]) => one - other);
  let next = 0;
  for (const one of moved) {
    while (next < known.length && (known[next]?.[0] ?? 0) < one.row) next += 1;
    if (found.has(one.row)) continue;
    const [above, below] = [offsetOf(known[next - 1]), offsetOf(known[next])];
    if ((above === null || below === null) && !isEvident(one)) {
      const beside = likeness.placeBeside(one);
      if (beside !== null) found.set(one.row, beside);
      continue;
    }
    const offsets = new Set([above, below].filter((offset) => offset !== null));
    const places = [...offsets].map((offset) => one.row + offset).filter((place) => likeness.isAt(one, place));
    const holding = places.length > 1 ? places.filter((place) => likeness.holdsWritten(one, place)) : places;
    if (holding.length === 1 && holding[0] !== undefined) found.set(one.row, holding[0]);
  }
  return withoutShared(found, inPlace);
}

function offsetOf(known: readonly [number, number] | undefined): number | null {
  return known ? known[1] - known[0] : null;
}

/** Two rows cannot be in one place. */
function withoutShared(found: ReadonlyMap<number, number>, taken: ReadonlySet<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const place of found.values()) counts.set(place, (counts.get(place) ?? 0) + 1);
  return new Map([...found].filter(([, place]) => counts.get(place) === 1 && !taken.has(place)));
}

/** True when the rest of their sheet is needed to know where these rows are. */
export function mayHaveMoved(rows: readonly WrittenRow[], rolledBack: RolledBack | null): boolean {
  if (rows.some(({ isInPlace, isChanged }) => !isInPlace || isChanged)) return true;
  if (!rolledBack || rolledBack.isAgain) return false;
  return rows.some(({ isEmptied }) => isEmptied) || rows.filter(({ isAsLeft }) => !isAsLeft).length > 1;
}

/** The shift of the rows of a sheet, when it is all that happened in them since the request that is rolled back. */
export function shiftIn(
  sheet: string,
  undo: WritePlan,
  rows: readonly WrittenRow[],
  marks: SheetMarks,
  { isByPosition, otherwise }: RolledBack,
): Shift | null {
  if (rows.some(({ row, columns }) => columns.some((column) => isByPosition(sheet, row, column)))) return null;
  const isOfSheet = (one: RowWitness): boolean => one.sheet.toLowerCase() === sheet.toLowerCase();
  return shiftOf((undo.witnesses ?? []).filter(isOfSheet), otherwise.filter(isOfSheet), marks);
}
