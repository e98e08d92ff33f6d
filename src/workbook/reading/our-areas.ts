/** The places of a sheet that the product wrote: tables of the convention, documents, copies, the journal. */
import type { Area } from '../cells';
import { placeOfReference } from '../references';
import type { NameSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../snapshot';
import { namesOurCells } from '../document-names';
import { isOurTable, JOURNAL } from '../workbook-names';

/** A place that the product wrote. */
export interface OurArea {
  readonly area: Area;
  /** Null for the range of a document. */
  readonly table: TableSnapshot | null;
  readonly role: 'convention' | 'document';
}

/** The tables and the ranges of documents of a sheet; no two cover the same cell. */
export function ourAreas(workbook: WorkbookSnapshot, sheet: SheetSnapshot): readonly OurArea[] {
  const tables = workbook.tables
    .filter((table) => isOurTable(table) && table.sheet === sheet.name)
    .map((table): OurArea => ({
      area: table.area,
      table,
      role: table.name.toLowerCase() === JOURNAL.table.toLowerCase() ? 'document' : 'convention',
    }));
  const found = [...tables];
  for (const name of workbook.names) {
    if (!namesOurCells(name.name)) continue;
    const area = areaOn(sheet, name);
    if (area && !found.some((known) => overlap(known.area, area))) found.push({ area, table: null, role: 'document' });
  }
  return found;
}

/** The area of a name on a sheet; null when the name is not one area of that sheet. */
export function areaOn(sheet: SheetSnapshot, { refersTo }: NameSnapshot): Area | null {
  const place = placeOfReference(refersTo);
  return place?.sheet === sheet.name ? place.area : null;
}

/** True when two areas share a cell. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.top < other.top + other.rows &&
    other.top < one.top + one.rows &&
    one.left < other.left + other.columns &&
    other.left < one.left + one.columns
  );
}
