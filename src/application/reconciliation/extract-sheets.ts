/** Sheets of the user's own workbook that are extracts of Chorus by their headings: the ledger is compared with them. */
import type { ExtractField } from '../../chorus/extract-columns';
import { layoutOf } from '../../chorus/extract-layout';
import { gridOfSheet } from '../../chorus/extract-rows';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** The headings of an extract are among its first rows. */
const ROWS_LOOKED_AT = 60;
/** Columns that Chorus writes, and teams seldom: two of them make an extract. */
const OF_CHORUS: readonly ExtractField[] = [
  ...(['ejLine', 'dpLine', 'referredLine', 'previousLine', 'company', 'exercise'] as const),
  ...(['accountingDate', 'changeDate', 'amountType', 'valueType'] as const),
];
const LEAST_OF_CHORUS = 2;
const known = new WeakMap<SheetSnapshot, boolean>();

/** True for the headings of a known extract, or for columns of Chorus; a table that could merely be one is not. */
export function isExtractSheet(workbook: WorkbookSnapshot, name: string): boolean {
  const sheet = findSheet(workbook, name);
  if (!sheet) return false;
  let is = known.get(sheet);
  if (is === undefined) known.set(sheet, (is = hasKnownLayout(sheet)));
  return is;
}

function hasKnownLayout(sheet: SheetSnapshot): boolean {
  const layout = layoutOf(gridOfSheet({ ...sheet, values: sheet.values.slice(0, ROWS_LOOKED_AT) }), sheet.name);
  if (!layout.ok) return false;
  const { shape, columns } = layout.value;
  return shape !== 'unnamed' || OF_CHORUS.filter((field) => columns.has(field)).length >= LEAST_OF_CHORUS;
}
