/** The currency or the unit of the amounts of each row, from a column of its own: « USD », « k€ ». */
import { eurosIn, type AmountUnit } from '../../../domain/money/amount-text';
import { shownUnitIn, type ShownUnit } from '../../../domain/money/shown-unit';
import type { CellValue } from '../../cells';

export class RowCurrency {
  private readonly known = new Map<string, ShownUnit | null>();

  /** Positions of the columns that give it, in the cells of a row. */
  constructor(private readonly positions: readonly number[]) {}

  /** « USD », or « k€ » beside amounts in euros; null for the unit of the amounts, or for anything else. */
  otherThan(unit: AmountUnit, cells: readonly CellValue[]): string | null {
    for (const position of this.positions) {
      const value = cells[position];
      if (typeof value === 'string' && this.isOther(value, unit)) return value.trim();
    }
    return null;
  }

  private isOther(value: string, unit: AmountUnit): boolean {
    let shown = this.known.get(value);
    if (shown === undefined) this.known.set(value, (shown = shownUnitIn(value)));
    return shown?.kind === 'currency' || (shown?.kind === 'euros' && 10 ** shown.exponent !== eurosIn(unit));
  }
}
