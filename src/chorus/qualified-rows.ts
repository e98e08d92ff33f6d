/** The rows of an extract that other columns qualify: cancelled, in another currency, or on the side of credits. */
import type { IgnoredLine } from '../domain/reconciliation/extract';
import type { CellValue } from '../workbook/cells';
import { AmountMarks } from '../workbook/ledger/rows/amount-marks';
import { Cancellations } from './cancelled-lines';
import type { Layout } from './extract-layout';

export class QualifiedRows {
  private readonly marks: AmountMarks;
  private readonly cancellations: Cancellations;

  constructor({ marks, cancelling }: Layout) {
    this.marks = new AmountMarks(marks);
    this.cancellations = new Cancellations(cancelling);
  }

  /** Why a row is no line in euros, whatever its amounts; null for any other. `hasPositive`: one of them is above zero. */
  reasonAgainst(
    cells: readonly CellValue[],
    hasPositive: () => boolean,
  ): Exclude<IgnoredLine['reason'], 'total'> | null {
    if (this.cancellations.isCancelled(cells)) return 'cancelled';
    if (this.marks.otherUnit('€', cells) !== null) return 'otherCurrency';
    return this.marks.creditIn(cells) !== null && hasPositive() ? 'amountUnreadable' : null;
  }
}
