/**
 * The rows of a sheet in which people only inserted, or only deleted, rows next to one another since a writing. Every
 * other row is then as the writing left it, or as it was before, and each one is found, blank ones too: a document has
 * many rows of one cell, by which none is recognised alone.
 */
import type { RowWitness } from '../plan';
import type { SheetMarks } from './row-likeness';
import { BLANK } from './row-witnesses';

/** The rows of a sheet from one on are so much further down, or up: those between are deleted. By 0: none moved. */
export interface Shift {
  readonly from: number;
  readonly by: number;
}

/** A row of a witness: as the writing left it, and as it may be instead. */
interface Row {
  readonly witness: RowWitness;
  readonly row: number;
  readonly written: string;
  readonly other: string;
}

/**
 * The shift by which each row of the witnesses of a sheet is as written; null when there is none, or when it could be
 * another one. `otherwise`: the same witnesses with what some rows may hold instead.
 */
export function shiftOf(
  witnesses: readonly RowWitness[],
  otherwise: readonly RowWitness[],
  marks: SheetMarks,
): Shift | null {
  const present = new PresentRows(marks);
  const rows = witnesses
    .flatMap((witness, number) =>
      witness.rows.map((written, r): Row => {
        return { witness, row: witness.top + r, written, other: otherwise[number]?.rows[r] ?? written };
      }),
    )
    .sort((one, other) => one.row - other.row);
  const isAt = ({ witness, written, other }: Row, place: number): boolean => {
    const text = present.textAt(place, witness);
    return text === written || text === other;
  };
  const first = rows.findIndex((one) => !isAt(one, one.row));
  const changed = rows[first];
  if (!changed) return { from: 0, by: 0 };
  const by = distanceOf(rows.slice(first), present);
  if (by === null) return null;
  const still = rows.reduce((last, one) => (isAt(one, one.row + by) ? last : one.row), -1);
  const earliest = Math.max(0, still + 1 - Math.max(0, -by));
  if (by === 0 || earliest > changed.row) return null;
  const either = rows.filter(({ row }) => row >= earliest && row < changed.row);
  const isFilled = ({ witness }: Row, place: number): boolean => !isBlank(present.textAt(place, witness));
  // rows were deleted, or inserted, right above the first one that is further up, or down
  const moved = (by > 0 ? either : rows.filter(({ row }) => row > still)).find((one) => isFilled(one, one.row + by));
  const from = Math.min(changed.row, moved ? moved.row + Math.min(0, by) : changed.row);
  const isSure = either.every((one) => !isFilled(one, one.row) || (by > 0 && one.row < from));
  const isGone = ({ row }: Row): boolean => by < 0 && row >= from && row < from - by;
  return isSure && !isElsewhere(rows, isGone, present) ? { from, by } : null;
}

/** True when a row that would be deleted is in the sheet: no other one of the witnesses is like it, so it was sorted. */
function isElsewhere(rows: readonly Row[], isGone: (one: Row) => boolean, present: PresentRows): boolean {
  const counts = new Map<string, number>();
  for (const { written, other } of rows)
    for (const text of new Set([written, other])) counts.set(text, (counts.get(text) ?? 0) + 1);
  const isFound = ({ witness, written, other }: Row): boolean =>
    [written, other].some(
      (text) => !isBlank(text) && counts.get(text) === 1 && present.onlyPlaceOf(text, witness) !== null,
    );
  return rows.some((one) => isGone(one) && isFound(one));
}

/** Where a row is after the shift; null when it is deleted. */
export function placeAfter({ from, by }: Shift, row: number): number | null {
  if (row < from) return row;
  return row + by < from ? null : row + by;
}

/** How far the last of the rows moved that is alone like itself, among them and in the sheet. */
function distanceOf(rows: readonly Row[], present: PresentRows): number | null {
  const counts = new Map<string, number>();
  for (const { written } of rows) counts.set(written, (counts.get(written) ?? 0) + 1);
  for (const { witness, row, written } of [...rows].reverse()) {
    if (isBlank(written) || counts.get(written) !== 1) continue;
    const place = present.onlyPlaceOf(written, witness);
    if (place !== null) return place - row;
  }
  return null;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The rows of a sheet as it is now, in the columns of a witness. */
class PresentRows {
  /** By the columns: the place of each text, -1 for one of several places. */
  private readonly places = new Map<string, ReadonlyMap<string, number>>();

  constructor(private readonly marks: SheetMarks) {}

  textAt(place: number, { left, rows }: RowWitness): string {
    const width = rows[0]?.length ?? 0;
    const first = left - this.marks.left;
    return (this.marks.rows[place] ?? '').slice(first, first + width).padEnd(width, BLANK);
  }

  onlyPlaceOf(text: string, witness: RowWitness): number | null {
    const key = `${witness.left} ${text.length}`;
    const known = this.places.get(key) ?? this.placesIn(witness);
    this.places.set(key, known);
    const place = known.get(text) ?? -1;
    return place < 0 ? null : place;
  }

  private placesIn(witness: RowWitness): ReadonlyMap<string, number> {
    const places = new Map<string, number>();
    for (let place = 0; place < this.marks.rows.length; place++) {
      const text = this.textAt(place, witness);
      places.set(text, places.has(text) ? -1 : place);
    }
    return places;
  }
}
