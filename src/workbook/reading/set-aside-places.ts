/** The places of one sheet that the user set aside (ENV_Lecture). */
import type { ReadingChoice } from '../registers/reading-choices';
import type { SheetSnapshot } from '../snapshot';

export class SetAsidePlaces {
  private readonly choices: readonly ReadingChoice[];

  constructor(choices: readonly ReadingChoice[], sheet: SheetSnapshot) {
    const name = sheet.name.toLowerCase();
    this.choices = choices.filter((choice) => choice.decision === 'setAside' && choice.sheet.toLowerCase() === name);
  }

  /** The choice that covers a cell; null without one. */
  at(row: number, column: number): ReadingChoice | null {
    if (this.choices.length === 0) return null;
    return this.choices.find(({ area }) => area === null || holds(area, row, column)) ?? null;
  }
}

function holds(area: NonNullable<ReadingChoice['area']>, row: number, column: number): boolean {
  return row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
}
