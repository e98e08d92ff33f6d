/** The cells to go to: where a finding is repaired (the ledger, one of our own tables), and those that a refusal names. */
import type { ConventionPlace, Place } from '../domain/controls/findings/finding';
import { comparable } from '../domain/text';
import { parseArea, quoteSheet, textOf } from './cells';
import type { BadConvention, CellOfFailure, Failure, LostContents } from './failure';
import { placeOfCell, type CellPlace, type LedgerBlock } from './ledger/ledger-source';
import { placeOfReference } from './references';
import { ownHeadings } from './registers/our-tables';
import { COLUMNS, registerNamed } from './workbook-names';
import { findSheet, findTable, valueAt, type TableSnapshot, type WorkbookSnapshot } from './snapshot';

/** The cell of a place; null when it is not in the workbook (a convention given apart, a line of an extract). */
export function placeInWorkbook(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  place: Place,
): CellPlace | null {
  if (place.kind === 'row') return placeOfCell(blocks, place.row, place.field);
  if (place.kind === 'extract') return null;
  if (place.kind === 'area') {
    const area = parseArea(place.area);
    return area && { sheet: place.sheet, row: area.top, column: area.left };
  }
  const table = findTable(workbook, place.table);
  if (!table) return null;
  const row = rowOf(workbook, table, place);
  return {
    sheet: table.sheet,
    row: table.area.top + 1 + row,
    column: table.area.left + Math.max(0, columnOf(table, place.column)),
  };
}

/** A cell or a sheet that a refusal names: its address, its name, or the table that was there. */
export interface RefusedPlace {
  readonly name: string;
  readonly place: CellPlace;
}

/** Places of one sentence that have a button. */
const MOST_PLACES = 5;

/** The cells that a refusal names, else its sheets, first to last; none where it names what is not in the workbook. */
export function placesOfFailure(failure: Failure): readonly RefusedPlace[] {
  switch (failure.code) {
    case 'badConvention':
      return placesOfConvention(failure);
    case 'noLedger':
      return placesOf(failure.obstacle ? [failure.obstacle] : []);
    case 'richValue':
      return placesOf([
        failure,
        ...[...(failure.others ?? []), ...(failure.unknown ?? []), ...(failure.kept ?? [])],
        ...(failure.keptSheets ?? []).map(({ sheet }) => ({ sheet })),
      ]);
    case 'editsKept':
    case 'entriesUnknown':
      return placesOf([...failure.cells, ...(failure.keptSheets ?? []).map(({ sheet }) => ({ sheet }))]);
    case 'halfWritten':
      return placesOf([...cellsLost(failure.lost), ...failure.sheets.map((sheet) => ({ sheet }))]);
    case 'entriesLost':
    case 'outcomeUnknown':
      return placesOf(cellsLost(failure.lost));
    case 'sheetReferenced':
      return placesOf('cell' in failure.by ? [failure.by] : []);
    case 'sheetMissing':
      return [];
    default:
      return 'sheet' in failure ? placesOf([failure]) : [];
  }
}

function cellsLost({ rich = [], unknown = [] }: LostContents = {}): readonly CellOfFailure[] {
  return [...rich, ...unknown];
}

/** The ways to cells, or to whole sheets, each once. */
export function placesOf(
  named: readonly { readonly sheet: string; readonly cell?: string | null }[],
): readonly RefusedPlace[] {
  const places = named.flatMap(({ sheet, cell = null }) =>
    cell === null ? [{ name: sheet, place: { sheet, row: 0, column: 0 } }] : placeNamed(`${quoteSheet(sheet)}!${cell}`),
  );
  return [...new Map(places.map((one) => [one.name, one])).values()].slice(0, MOST_PLACES);
}

/** One wrong cell by its address; tables lost together by the names that they are to be given again. */
function placesOfConvention({ table, cell, alsoLost = [] }: BadConvention): readonly RefusedPlace[] {
  const cells = [...(cell === null ? [] : [{ table, cell }]), ...alsoLost];
  return cells.flatMap((one) => placeNamed(one.cell, cells.length > 1 ? one.table : one.cell));
}

function placeNamed(address: string, name = address): readonly RefusedPlace[] {
  const found = placeOfReference(address);
  return found ? [{ name, place: { sheet: found.sheet, row: found.area.top, column: found.area.left } }] : [];
}

/** The heading of the credit year in the tables that hold several, and those that name a row. */
const YEAR = COLUMNS.envelopes.year;
const NAMING = [COLUMNS.envelopes.code, COLUMNS.convention.key, COLUMNS.rap.ej];

/** The row of the place's key, and of its year where rows have one; the row of the place when the key is not found. */
function rowOf(workbook: WorkbookSnapshot, table: TableSnapshot, { key, year, row }: ConventionPlace): number {
  const sheet = findSheet(workbook, table.sheet);
  if (key === undefined || !sheet) return row;
  const textAt = (index: number, column: number): string =>
    comparable(textOf(valueAt(sheet, table.area.top + 1 + index, table.area.left + column)));
  const keyColumn = Math.max(0, ...NAMING.map((heading) => columnOf(table, heading)));
  const indexes = Array.from({ length: table.area.rows - 1 }, (_, index) => index);
  const named = (name: string): readonly number[] =>
    indexes.filter((index) => textAt(index, keyColumn) === comparable(name));
  const ofYear = year === undefined ? [] : named(`${key} ${year}`);
  const rows = ofYear.length > 0 ? ofYear : named(key);
  const yearColumn = columnOf(table, YEAR);
  return rows.find((index) => yearColumn >= 0 && textAt(index, yearColumn) === String(year)) ?? rows[0] ?? row;
}

/** The position of a heading; −1 when the table has none. */
function columnOf(table: TableSnapshot, heading: string): number {
  const id = registerNamed(table.name);
  const headings = id === null ? table.columns.map(comparable) : ownHeadings(id, table.columns);
  return headings.indexOf(comparable(heading));
}
