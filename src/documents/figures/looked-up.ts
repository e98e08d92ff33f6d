/**
 * A cell of one of our tables, found by the label of its row: a row that somebody inserts above, or a sort, would move
 * another value beside a label that the document has.
 */
import { headingOf, type ColumnOf, type OurRow, type OurTable } from '../../workbook/registers/our-tables';
import type { CellValue } from '../../workbook/cells';
import type { PlannedCell, StyleName } from '../../workbook/plan';
import type { TableId } from '../../workbook/workbook-names';
import { escapeWildcards, LONGEST_TEXT, quote, UNSEEN } from './criteria';

/**
 * The formula; null where no formula finds this row alone: no label, or that of another row. A cell that is blank, now
 * or later, gives a blank: INDEX alone would give 0. With `beside`, so does a row whose cell of that column is no longer
 * the one of the document at `cell`.
 */
export function lookedUp<T extends TableId>(
  table: OurTable<T>,
  row: OurRow<T>,
  column: ColumnOf<T>,
  labelColumn: ColumnOf<T>,
  beside: { readonly column: ColumnOf<T>; readonly cell: string } | null = null,
): string | null {
  const label = table.value(row, labelColumn);
  if (typeof label !== 'string' || label === '') return null;
  const wanted = escapeWildcards(label);
  const isSame = (other: OurRow<T>): boolean => keyOf(table.value(other, labelColumn)) === keyOf(label);
  if (wanted.length > LONGEST_TEXT || label.search(UNSEEN) >= 0 || table.rows().filter(isSame).length > 1) return null;
  const inTable = (of: ColumnOf<T>): string => `${table.name}[${headingOf(table.id, of)}]`;
  const found = (of: ColumnOf<T>): string => `INDEX(${inTable(of)},MATCH(${quote(wanted)},${inTable(labelColumn)},0))`;
  const value = found(column);
  const isBlank = `${value}=""`;
  const isOther = beside && `${found(beside.column)}&""<>${beside.cell}&""`;
  return `=IF(${isOther === null ? isBlank : `OR(${isBlank},${isOther})`},"",${value})`;
}

/** A number of a table is looked up there; a text is a value, since a formula could shorten or convert it. */
export function liveCell(value: CellValue, formula: string | null, style: StyleName): PlannedCell {
  return typeof value !== 'number' || formula === null ? { value, style } : { value, formula, style };
}

/** As Excel compares texts. */
function keyOf(value: unknown): string {
  return String(value).toLowerCase();
}
