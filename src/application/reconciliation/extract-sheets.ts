/** Sheets of the user's own workbook that are extracts of Chorus by their headings: the ledger is compared with them. */
import { hasColumnsOfChorus, ROWS_LOOKED_AT } from '../../chorus/extract-looks';
import { gridOfSheet } from '../../chorus/extract-rows';
import { layoutsOf } from '../../chorus/table-layouts';
import { rememberingEach } from '../../domain/remembering';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** True for the headings of a known extract, or for columns of Chorus; a table that could merely be one is not. */
export function isExtractSheet(workbook: WorkbookSnapshot, name: string): boolean {
  const sheet = findSheet(workbook, name);
  return sheet ? hasKnownLayout(sheet) : false;
}

const hasKnownLayout = rememberingEach((sheet: SheetSnapshot): boolean => {
  const rows = gridOfSheet({ ...sheet, values: sheet.values.slice(0, ROWS_LOOKED_AT) });
  const found = layoutsOf(rows, sheet.name);
  return found.ok && (found.value.some(({ layout }) => layout.shape !== 'unnamed') || hasColumnsOfChorus(rows));
});
