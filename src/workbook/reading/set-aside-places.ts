/** The places of one sheet that the user set aside (ENV_Lecture). */
import type { ReadingChoice } from '../registers/reading-choices';
import { unseenRows } from '../registers/seen-rows';
import type { SheetSnapshot } from '../snapshot';

interface PlaceAside {
  readonly choice: ReadingChoice;
  /** Rows of the sheet that came into the place after the decision, or changed. */
  readonly unseen: ReadonlySet<number>;
}

export class SetAsidePlaces {
  private readonly places: readonly PlaceAside[];

  constructor(choices: readonly ReadingChoice[], sheet: SheetSnapshot) {
    const name = sheet.name.toLowerCase();
    const own = choices.filter((choice) => choice.decision === 'setAside' && choice.sheet.toLowerCase() === name);
    this.places = own.map((choice) => ({ choice, unseen: unseenIn(sheet, choice) }));
  }

  /** The choice that leaves a cell out; null without one. */
  at(row: number, column: number): ReadingChoice | null {
    if (this.places.length === 0) return null;
    return this.places.find(({ choice, unseen }) => isIn(choice, row, column) && !unseen.has(row))?.choice ?? null;
  }

  /** True for a cell in a place that was set aside, even when its row is not one that the user saw. */
  surrounds(row: number, column: number): boolean {
    return this.places.some(({ choice }) => isIn(choice, row, column));
  }
}

function unseenIn(sheet: SheetSnapshot, { area, seen }: ReadingChoice): ReadonlySet<number> {
  return area === null || seen === undefined ? new Set() : unseenRows(sheet, area, seen);
}

function isIn({ area }: ReadingChoice, row: number, column: number): boolean {
  if (area === null) return true;
  return row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
}
