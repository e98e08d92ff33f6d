/**
 * Which rows of a sheet, as it is now, are like a row of an undo, by their marks.
 */
import type { RowWitness } from '../plan';
import { BLANK, holdsAll, rowWritten, type WrittenRow } from './row-witnesses';

/** The marks of every row of a sheet as it is now, from its first row, in the columns from `left`. */
export interface SheetMarks {
  readonly left: number;
  readonly rows: readonly string[];
  /** The same before the last request, which wrote by position in rows that had moved; absent when none did. */
  readonly before?: readonly string[];
}

/** The written columns of a row differ with what was wrong in it: so many ways in one sheet. */
const MOST_PATTERNS = 50;

/** The last row with some marks, and how many have them. */
interface LikeRows {
  readonly row: number;
  readonly count: number;
}

/** Marks that are compared for the rows that held nothing before: some tenths of a second. */
const MOST_COMPARED = 10_000_000;

/** Of a row that was not written. */
const UNKNOWN = { isInPlace: false, isChanged: false, isEmptied: false, isAsLeft: false };

/** Which rows of a sheet are like a row of the undo, its written cells apart. */
export class Likeness {
  /** By the written columns of a row: the rows with these marks. */
  private readonly patterns = new Map<string, ReadonlyMap<string, LikeRows>>();
  private readonly counts = new Map<string, number>();
  /** Of these, the rows in their place whose other cells are as they were. */
  private readonly unchanged = new Map<string, number>();
  private readonly writtenIn: ReadonlyMap<number, readonly number[]>;
  private readonly before: readonly string[];
  /** Marks compared so far, for rows that held nothing. */
  private compared = 0;

  constructor(
    rows: readonly WrittenRow[],
    private readonly marks: SheetMarks,
  ) {
    this.before = marks.before ?? marks.rows;
    this.writtenIn = new Map(rows.map(({ row, columns }) => [row, columns]));
    for (const row of rows) {
      const key = `${patternOf(row)} ${own(row)}`;
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      if (row.isInPlace && !row.isChanged) this.unchanged.set(key, (this.unchanged.get(key) ?? 0) + 1);
    }
  }

  /** The row that alone is like this one; null when none is, or several, or when other rows of the undo are like it. */
  onlyPlaceOf(one: WrittenRow): number | null {
    if (!isEvident(one)) return this.placeOfWritten(one);
    const wanted = own(one);
    if (this.counts.get(`${patternOf(one)} ${wanted}`) !== 1) return null;
    const like = this.patternFor(one)?.get(wanted);
    return like?.count === 1 ? like.row : null;
  }

  /** True when another row of the sheet, not one of the undo that is as it was, is like this one, or may be. */
  isElsewhere(one: WrittenRow): boolean {
    const rows = this.patternFor(one);
    const asTheyWere = this.unchanged.get(`${patternOf(one)} ${own(one)}`) ?? 0;
    return rows === null || (rows.get(own(one))?.count ?? 0) > asTheyWere;
  }

  /** The row that alone holds what was written in this one, which held nothing before. */
  private placeOfWritten({ witness: { left, top, rows }, row }: WrittenRow): number | null {
    const marks = rows[row - top] ?? '';
    this.compared += this.marks.rows.length * marks.length;
    if (this.compared > MOST_COMPARED) return null;
    const first = left - this.marks.left;
    const now = this.marks.rows.map((text) => text.slice(first, first + marks.length).padEnd(marks.length, BLANK));
    const isBeside = (index: number): boolean =>
      [-1, 1].some((side) => {
        const recorded = rows[row + side - top] ?? '';
        return recorded.trim() !== '' && recorded === now[index + side];
      });
    return rowWritten(marks, now, isBeside);
  }

  /** True when the row is like it, apart from the cells that the writing may have written there by position too. */
  isAt({ witness, row: from, columns }: WrittenRow, row: number): boolean {
    if (row < 0) return false; // one below the used area is blank
    const written = [...columns, ...(this.writtenIn.get(row) ?? [])];
    const recorded = without(witness.rows[from - witness.top] ?? '', witness.left, witness, written);
    return without(this.before[row] ?? '', this.marks.left, witness, written) === recorded;
  }

  /** True when the row holds all that was written in it, and something was. */
  holdsWritten({ witness, row: from, columns }: WrittenRow, row: number): boolean {
    const first = witness.left - this.marks.left;
    const now = (this.marks.rows[row] ?? '').slice(first);
    const written = Array.from(witness.rows[from - witness.top] ?? '', (mark, c) =>
      columns.includes(witness.left + c) ? mark : BLANK,
    ).join('');
    return written.trim() !== '' && holdsAll(written, now);
  }

  /**
   * The place of a row without evidence that is just beside a row of the sheet, not written, which is found, where the
   * row on its other side is found nowhere: somebody changed that one.
   */
  placeBeside(one: WrittenRow): number | null {
    const [above, below] = [this.neighbour(one, -1), this.neighbour(one, 1)];
    const places = [
      ...(typeof above === 'number' && below === 'nowhere' ? [above + 1] : []),
      ...(typeof below === 'number' && above === 'nowhere' ? [below - 1] : []),
    ];
    return places.find((place) => this.isAt(one, place)) ?? null;
  }

  /** The present place of the row beside one; `nowhere` when no row is like it; null when it shows nothing. */
  private neighbour({ witness, row }: WrittenRow, side: -1 | 1): number | 'nowhere' | null {
    const beside: WrittenRow = { witness, row: row + side, columns: [], ...UNKNOWN };
    if (this.writtenIn.has(beside.row) || !isEvident(beside)) return null;
    const rows = this.patternFor(beside);
    const like = rows?.get(own(beside));
    if (like) return like.count === 1 ? like.row : null;
    return rows ? 'nowhere' : null;
  }

  private patternFor(one: WrittenRow): ReadonlyMap<string, LikeRows> | null {
    const key = patternOf(one);
    const known = this.patterns.get(key);
    if (known) return known;
    if (this.patterns.size >= MOST_PATTERNS) return null;
    const rows = new Map<string, LikeRows>();
    for (let row = 0; row < this.marks.rows.length; row++) {
      const text = this.masked(one, row);
      rows.set(text, { row, count: (rows.get(text)?.count ?? 0) + 1 });
    }
    this.patterns.set(key, rows);
    return rows;
  }

  /** The marks of a row of the sheet in the columns of the witness, without the written ones. */
  private masked({ witness, columns }: WrittenRow, row: number): string {
    return without(this.before[row] ?? '', this.marks.left, witness, columns);
  }
}

function patternOf({ witness: { left, rows }, columns }: WrittenRow): string {
  return `${left} ${rows[0]?.length ?? 0} ${columns.join(' ')}`;
}

function own({ witness, row, columns }: WrittenRow): string {
  return without(witness.rows[row - witness.top] ?? '', witness.left, witness, columns);
}

/** True for a row that holds more than what is written in it. */
export function isEvident(one: WrittenRow): boolean {
  return own(one).trim() !== '';
}

/** The marks of a row in the columns of a witness, without some columns of the sheet. */
export function without(text: string, first: number, { left, rows }: RowWitness, columns: readonly number[]): string {
  return Array.from(rows[0] ?? '', (_, c) =>
    columns.includes(left + c) ? BLANK : (text[left + c - first] ?? BLANK),
  ).join('');
}
