/**
 * The plan of the undo record that the workbook keeps, with guards set to the present cells: Excel may have respelt a
 * formula, and a writing that stopped left some cells unchanged.
 */
import { sameFormula } from '../../workbook/formula-text';
import { isCellError, type CellValue } from '../../workbook/cells';
import type { ExpectedCells, WritePlan } from '../../workbook/plan';
import { findSheet, formulaKey, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { UndoRecord } from '../../workbook/registers/undo-record';

/**
 * The undo plan. A cell that somebody changed since keeps its guard, so that the undo is refused and names the cell.
 */
export function undoOfRecord(workbook: WorkbookSnapshot, { undo, isComplete }: UndoRecord): WritePlan {
  const earlier = isComplete ? null : new Earlier(undo);
  const expected = undo.expected.map((guard): ExpectedCells => {
    const sheet = findSheet(workbook, guard.sheet);
    if (!sheet) return guard;
    const settled = (written: CellValue, row: number, column: number): CellValue => {
      const present = contentAt(sheet, row, column);
      return isSame(written, present) || earlier?.held(guard.sheet, row, column, present) ? present : written;
    };
    return {
      ...guard,
      contents: guard.contents.map((row, r) =>
        row.map((written, c) => settled(written, guard.top + r, guard.left + c)),
      ),
    };
  });
  return { ...undo, expected };
}

/** The contents of the cells before the writing. */
class Earlier {
  private readonly contents = new Map<string, CellValue>();
  private readonly created = new Set<string>();

  constructor(undo: WritePlan) {
    for (const step of undo.steps) {
      if (step.kind === 'deleteSheet') this.created.add(step.sheet);
      if (step.kind !== 'setCells') continue;
      step.cells.forEach((row, r) =>
        row.forEach((cell, c) => {
          if (cell) this.contents.set(`${step.sheet}\n${step.top + r}\n${step.left + c}`, cell.formula ?? cell.value);
        }),
      );
    }
  }

  held(sheet: string, row: number, column: number, present: CellValue): boolean {
    const before = this.created.has(sheet) ? null : this.contents.get(`${sheet}\n${row}\n${column}`);
    return before !== undefined && isSame(before, present);
  }
}

function contentAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.formulas.get(formulaKey(row, column)) ?? valueAt(sheet, row, column);
}

function isSame(one: CellValue, other: CellValue): boolean {
  if (isCellError(one) || isCellError(other))
    return isCellError(one) && isCellError(other) && one.error === other.error;
  if (typeof one === 'string' && typeof other === 'string' && one.startsWith('=') && other.startsWith('='))
    return sameFormula(one, other);
  // A number written in a text cell is read back as a text.
  if (typeof one === 'number' || typeof other === 'number') return String(one) === String(other);
  return (one === '' ? null : one) === (other === '' ? null : other);
}
