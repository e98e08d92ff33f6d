/** The places of a sheet that the product wrote: tables of the convention, documents, copies, the journal. */
import type { Area } from '../cells';
import { placeOfReference } from '../references';
import type { NameSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../snapshot';
import { JOURNAL, namesTeamCells, OUR_PREFIX } from '../workbook-names';

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
    .filter((table) => isOurs(table.name) && table.sheet === sheet.name)
    .map((table): OurArea => ({
      area: table.area,
      table,
      role: table.name === JOURNAL.table ? 'document' : 'convention',
    }));
  const found = [...tables];
  for (const name of workbook.names) {
    if (!isOurs(name.name) || namesTeamCells(name.name)) continue;
    const area = areaOn(sheet, name);
    if (area && !found.some((known) => overlap(known.area, area))) found.push({ area, table: null, role: 'document' });
  }
  return found;
}

/** True for the name of a table, a range or a sheet of the product. */
export function isOurs(name: string): boolean {
  return name.toUpperCase().startsWith(OUR_PREFIX);
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
