/** Adds up the amounts of a place, by nature, and counts its rows. */
import type { Area } from '../cells';
import type { ReadingRole, ReadingSums } from './account';

export type AmountNature = keyof ReadingSums;

/** A larger sum is shown as this one: about 90 000 billion euros. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** The amounts of one place, added row by row from the top. */
export class PlaceSums {
  private readonly cents: Record<AmountNature, number> = { ae: 0, cp: 0, other: 0 };
  private top = -1;
  private bottom = -1;
  private left = Infinity;
  private right = -1;
  private counted = 0;
  private unread = 0;

  add(row: number, column: number, nature: AmountNature, cents: number): void {
    this.cents[nature] += cents;
    this.extend(row, column);
  }

  /** An amount that cannot be read. */
  addUnreadable(row: number, column: number): void {
    this.unread++;
    this.extend(row, column);
  }

  private extend(row: number, column: number): void {
    if (row !== this.bottom) this.counted++;
    if (this.top < 0) this.top = row;
    this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
  }

  get isEmpty(): boolean {
    return this.counted === 0;
  }

  /** Rows with at least one amount, read or not. */
  get rows(): number {
    return this.counted;
  }

  /** Amounts that cannot be read; none in a derived place, whose operations are elsewhere. */
  unreadableAs(role: ReadingRole): number {
    return role === 'derived' ? 0 : this.unread;
  }

  get sums(): ReadingSums {
    const { ae, cp, other } = this.cents;
    return { ae: bounded(ae), cp: bounded(cp), other: bounded(other) };
  }

  /** The smallest rectangle that holds the amounts. */
  get area(): Area {
    const { top, bottom, left, right } = this;
    return { top, left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** The rows of a wider area, from the first amount to the last. */
  rowsOf({ left, columns }: Area): Area {
    return { ...this.area, left, columns };
  }
}

/** The sums of a kind, empty at first. */
export function sumsIn<K>(sums: Map<K, PlaceSums>, key: K): PlaceSums {
  const known = sums.get(key);
  if (known) return known;
  const made = new PlaceSums();
  sums.set(key, made);
  return made;
}

function bounded(cents: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, cents));
}
