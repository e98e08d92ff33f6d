/** The amounts of the rows of one block, in the unit of their column. */
import type { AmountReading } from '../../../domain/envelopes/ledger';
import type { AmountUnit } from '../../../domain/money/amount-text';
import { textOf, type CellValue } from '../../cells';
import { shownAt, type SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';
import { doubtful, inOtherUnit, isBlankText, type CellReader } from '../read-cells';
import { otherUnitAt, unitsBelow, type UnitFrom } from '../tables/unit-rows';
import { AmountMarks, shiftedMarks } from './amount-marks';

type AmountField = 'ae' | 'cp';

interface AmountColumn {
  readonly column: number;
  readonly position: number;
  readonly unit: AmountUnit;
  /** Of all its amounts, which are then not read: « $ ». */
  readonly otherUnit: string | null;
  /** Of its amounts from a row of the sheet on, by the rows of units among them; null for its own unit again. */
  readonly from: readonly UnitFrom[];
}

export class BlockAmounts {
  private readonly columns: Readonly<Record<AmountField, AmountColumn | null>>;
  private readonly marks: AmountMarks;

  constructor(
    private readonly sheet: SheetSnapshot,
    { columns, marks, unitRows = [] }: LedgerBlock,
    private readonly cells: CellReader,
  ) {
    const of = (field: AmountField): AmountColumn | null => {
      const known = columns.get(field);
      if (!known) return null;
      const { column, unit = '€', otherUnit = null } = known;
      const own = otherUnit === null ? { unit } : { otherUnit };
      const from = unitsBelow(unitRows, column, field, own);
      return { column, position: column - (sheet.used?.left ?? 0), unit, otherUnit, from };
    };
    this.columns = { ae: of('ae'), cp: of('cp') };
    this.marks = new AmountMarks(marks ? shiftedMarks(marks, -(sheet.used?.left ?? 0)) : null);
  }

  /** The amount of a row of the sheet, whose values are given. A number that its cell shows as something else is none. */
  read(field: AmountField, values: readonly CellValue[], sheetRow: number): AmountReading {
    const found = this.columns[field];
    const value = found ? (values[found.position] ?? null) : null;
    if (!found) return this.cells.amount(value);
    const reading = this.cells.amountShown(value, shownAt(this.sheet, sheetRow, found.column), found.unit);
    const otherUnit = this.marks.otherUnit(found.unit, values) ?? found.otherUnit ?? otherUnitAt(found.from, sheetRow);
    if (otherUnit !== null) return inOtherUnit(reading, otherUnit);
    if (reading.kind === 'amount' && this.marks.isMinus(reading, values)) return { ...reading, cents: -reading.cents };
    const credit = this.marks.creditAgainst(reading, values);
    return credit === null ? reading : doubtful(reading, credit, 'side');
  }

  /** True for a row with anything in a cell of amounts. */
  areIn(values: readonly CellValue[]): boolean {
    return [this.columns.ae, this.columns.cp].some(
      (found) => found !== null && !isBlankText(textOf(values[found.position] ?? null)),
    );
  }
}
