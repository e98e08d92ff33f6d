/** The cells that some requests of a writing hold. */
import type { WritePlan, WriteStep } from '../../../workbook/plan';
import type { MovedCell } from '../../../workbook/registers/row-witnesses';
import { formulaKey } from '../../../workbook/snapshot';
import { isBlock, type Part } from './parts';

export class SentCells {
  private readonly sheets = new Map<string, Set<number>>();
  /** Names of the tables that the requests resize. */
  private readonly resized: ReadonlySet<string>;

  constructor(parts: readonly Part[]) {
    const others = parts.flatMap(({ operations }) => operations.flatMap((one) => (isBlock(one) ? [] : [one])));
    this.resized = new Set(others.flatMap((one) => (one.kind === 'resizeTable' ? [one.name.toLowerCase()] : [])));
    for (const { step, area, rows } of parts.flatMap(({ operations }) => operations.filter(isBlock))) {
      const name = step.sheet.toLowerCase();
      const cells = this.sheets.get(name) ?? new Set<number>();
      this.sheets.set(name, cells);
      rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          if (cell) cells.add(formulaKey(area.top + r, area.left + c));
        }),
      );
    }
  }

  /** Those of them that are among others. */
  among(others: readonly MovedCell[]): SentCells {
    const both = new SentCells([]);
    for (const { sheet, row, column } of others) {
      if (!this.has(sheet, row, column)) continue;
      const name = sheet.toLowerCase();
      both.sheets.set(name, (both.sheets.get(name) ?? new Set()).add(formulaKey(row, column)));
    }
    return both;
  }

  has(sheet: string, row: number, column: number): boolean {
    return this.sheets.get(sheet.toLowerCase())?.has(formulaKey(row, column)) === true;
  }

  /** A plan, or its undo, without the cells and the tables that were not sent: they are as they were, or as people made them. */
  within(plan: WritePlan): WritePlan {
    const steps = plan.steps.flatMap((step): readonly WriteStep[] => {
      if (step.kind === 'resizeTable') return this.resized.has(step.name.toLowerCase()) ? [step] : [];
      if (step.kind !== 'setCells') return [step];
      const cells = step.cells.map((row, r) =>
        row.map((cell, c) => (this.has(step.sheet, step.top + r, step.left + c) ? cell : null)),
      );
      return cells.some((row) => row.some((cell) => cell !== null)) ? [{ ...step, cells }] : [];
    });
    return { ...plan, steps };
  }
}
