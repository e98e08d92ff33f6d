/** The calculated columns of a table that grows: Excel fills the new rows, a file has to hold their formulas. */
import type { Area } from '../../../workbook/cells';
import { formulaKey } from '../../../workbook/snapshot';
import { fromFileFormula, renderTemplate, templateOf, toFileFormula } from '../formula';
import type { ColumnFormula, TableEntry } from '../read/table-part';
import type { SheetDraft } from './sheet-draft';

/** Plans the formula in each cell of the rows that `area` adds, unless the cell is filled or a value is planned. */
export function fillCalculatedColumns(draft: SheetDraft, table: TableEntry, area: Area): void {
  const end = table.area.top + table.area.rows;
  for (const [position, formula] of table.formulas) {
    const column = area.left + position;
    for (let row = end; row < area.top + area.rows; row++) {
      const isFilled = draft.valueAt(row, column) !== null || formulaAt(draft, row, column) !== undefined;
      if (isFilled) continue;
      draft.put(row, column, { value: null, formula: fromFileFormula(formulaFor(draft, table, formula, row, column)) });
      if (formula.isArray) draft.spill({ top: row, left: column, rows: 1, columns: 1 });
    }
  }
}

function formulaAt(draft: SheetDraft, row: number, column: number): string | undefined {
  const planned = draft.plannedAt(row, column);
  return planned && planned.keeps !== 'content'
    ? planned.formula
    : draft.present?.snapshot.formulas.get(formulaKey(row, column));
}

/**
 * A formula with cells beside it is that of the last row, moved down; where that cell holds none, that of the column,
 * which is written for the first row.
 */
function formulaFor(
  draft: SheetDraft,
  { area, hasHeadings }: TableEntry,
  { stored }: ColumnFormula,
  row: number,
  column: number,
): string {
  const ofColumn = templateOf(stored);
  if (ofColumn.every((piece) => typeof piece === 'string')) return stored;
  const last = area.top + area.rows - 1;
  const above = draft.present?.snapshot.formulas.get(formulaKey(last, column));
  return above === undefined
    ? renderTemplate(ofColumn, row - area.top - (hasHeadings ? 1 : 0), 0)
    : renderTemplate(templateOf(toFileFormula(above)), row - last, 0);
}
