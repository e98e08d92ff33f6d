/** Edits that somebody made between the check of a plan and the request that wrote over them. */
import { cellAddress, type CellValue } from '../../../../workbook/cells';
import { cellOfContent, sameContent } from '../../../../workbook/contents';
import type { CellLook } from '../../../../workbook/plan';
import type { SetCells } from '../before';
import type { KeptCell } from '../../../../workbook/registers/undo-of-ours';

/** An edit that somebody made after the check, and that the writing covered or deleted with its sheet. */
export interface CoveredEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
  readonly numberFormat: CellLook['numberFormat'];
  /** A data type or an image, of which `content` is the text or an error. */
  readonly isRich?: true;
}

/** The step that gives the edit back. */
export function stepOfEdit({ sheet, row, column, content, numberFormat }: CoveredEdit): SetCells {
  return { kind: 'setCells', sheet, top: row, left: column, cells: [[{ ...cellOfContent(content), numberFormat }]] };
}

/** The cell of an edit, for a sentence. */
export function placeOfEdit({ sheet, row, column }: Pick<CoveredEdit, 'sheet' | 'row' | 'column'>): KeptCell {
  return { sheet, cell: cellAddress(row, column) };
}

/** False for somebody who emptied the cell: there is nothing to give back elsewhere. */
export function isEntry({ content }: CoveredEdit): boolean {
  return !sameContent(content, null);
}
