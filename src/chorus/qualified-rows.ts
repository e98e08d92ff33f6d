/** The rows of an extract that other columns qualify: without effect, in another currency, or on the side of credits. */
import type { IgnoredLine, UnknownStatus } from '../domain/reconciliation/extract-reading';
import { textOf, type CellValue } from '../workbook/cells';
import { AmountMarks } from '../workbook/ledger/rows/amount-marks';
import { Effects } from './lines-without-effect';
import { amountColumns, type Layout } from './extract-layout';
import type { GridRow } from './extract-rows';

export class QualifiedRows {
  private readonly marks: AmountMarks;
  private readonly effects: Effects;
  private readonly statuses = new Map<string, UnknownStatus>();

  /** The columns that a stroke concerns: the number of the piece, and the amounts. */
  private readonly ofLine: readonly number[];

  constructor({ marks, effects, columns, amounts }: Layout) {
    this.marks = new AmountMarks(marks);
    this.effects = new Effects(effects);
    this.ofLine = [columns.get('ej'), columns.get('dp'), ...amountColumns(amounts)].filter((one) => one !== undefined);
  }

  /**
   * Why a row is no line in euros, whatever its amounts; null for any other. `hasPositive`: one of them is above zero,
   * so that « Avoir », or the side of credits, contradicts its sign.
   */
  reasonAgainst(
    cells: readonly CellValue[],
    hasPositive: () => boolean,
  ): Exclude<IgnoredLine['reason'], 'total'> | null {
    const effectless = this.effects.lacking(cells);
    if (effectless !== null) return effectless;
    if (this.marks.otherUnit('€', cells) !== null) return 'otherCurrency';
    const isOfCredits = this.marks.creditIn(cells) !== null || this.effects.lowers(cells);
    return isOfCredits && hasPositive() ? 'amountUnreadable' : null;
  }

  /** Notes the words of status of a row that counts, where they are not known, and its stroke. */
  count({ line, cells, struck }: GridRow): void {
    const crossed = this.ofLine.find((column) => struck?.has(column) === true && textOf(cells[column] ?? null) !== '');
    const stroke =
      crossed === undefined ? [] : [{ heading: '', words: textOf(cells[crossed] ?? null), isStruck: true as const }];
    for (const unknown of [...this.effects.unknownIn(cells), ...stroke]) {
      const key = [unknown.heading, 'isStruck' in unknown, unknown.words].join('\n');
      const count = (this.statuses.get(key)?.count ?? 0) + 1;
      this.statuses.set(key, { line, ...this.statuses.get(key), ...unknown, count });
    }
  }

  unknownStatuses(): readonly UnknownStatus[] {
    return [...this.statuses.values()];
  }
}
