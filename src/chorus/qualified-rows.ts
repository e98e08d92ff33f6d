/** The rows of an extract that other columns qualify: without effect, in another currency, or on the side of credits. */
import type { IgnoredLine } from '../domain/reconciliation/extract';
import type { CellValue } from '../workbook/cells';
import { AmountMarks } from '../workbook/ledger/rows/amount-marks';
import { Effects } from './lines-without-effect';
import type { Layout } from './extract-layout';

export class QualifiedRows {
  private readonly marks: AmountMarks;
  private readonly effects: Effects;

  constructor({ marks, effects }: Layout) {
    this.marks = new AmountMarks(marks);
    this.effects = new Effects(effects);
  }

  /** Why a row is no line in euros, whatever its amounts; null for any other. `hasPositive`: one of them is above zero. */
  reasonAgainst(
    cells: readonly CellValue[],
    hasPositive: () => boolean,
  ): Exclude<IgnoredLine['reason'], 'total'> | null {
    const effectless = this.effects.lacking(cells);
    if (effectless !== null) return effectless;
    if (this.marks.otherUnit('€', cells) !== null) return 'otherCurrency';
    return this.marks.creditIn(cells) !== null && hasPositive() ? 'amountUnreadable' : null;
  }
}
