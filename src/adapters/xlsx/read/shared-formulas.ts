/** The shared formulas of a sheet: the first cell has the formula, and each other gets it moved to its own place. */
import { type FormulaTemplate, renderTemplate, templateOf } from '../formula';

interface SharedFormula {
  readonly template: FormulaTemplate;
  readonly row: number;
  readonly column: number;
}

export class SharedFormulas {
  private readonly known = new Map<number, SharedFormula>();

  /** The formula of a cell that shares it; `stored` is the formula in the first cell, nothing in the others. */
  formulaAt(index: number, stored: string, row: number, column: number): string {
    if (stored !== '') this.known.set(index, { template: templateOf(stored), row, column });
    const first = this.known.get(index);
    return first ? renderTemplate(first.template, row - first.row, column - first.column) : stored;
  }
}
