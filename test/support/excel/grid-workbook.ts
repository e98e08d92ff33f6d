/** Workbooks for tests of the host, written as a reader sees them: addresses and contents. */
import { columnName, parseLocalAddress } from '../../../workbench/host/address';
import {
  emptySheet,
  type GridArea,
  type GridCell,
  type GridName,
  type GridSheetContents,
  type GridValue,
  type GridWorkbook,
} from '../../../workbench/host/grid';

/** A value, or a formula when it is text that starts with `=`, or a whole cell. */
export type Content = GridValue | GridCell;

export interface SheetText {
  readonly name: string;
  /** By address of the first cell: rows of contents. */
  readonly blocks?: Readonly<Record<string, readonly (readonly Content[])[]>>;
  readonly more?: Partial<GridSheetContents>;
}

export interface TableText {
  readonly name: string;
  readonly sheet: string;
  readonly area: string;
  readonly hasTotalsRow?: boolean;
}

export function area(address: string): GridArea {
  const found = parseLocalAddress(address);
  if (!found) throw new Error(`not an address: ${address}`);
  return found;
}

export function sheetContents({ name, blocks = {}, more = {} }: SheetText): GridSheetContents {
  const cells = Object.entries(blocks).flatMap(([address, rows]) => cellsOf(area(address), rows));
  return { ...emptySheet(name), cells, ...more };
}

function cellsOf(start: GridArea, rows: readonly (readonly Content[])[]): GridSheetContents['cells'] {
  return rows.flatMap((line, row) =>
    line.map((content, column) => ({ row: start.top + row, column: start.left + column, ...cellOf(content) })),
  );
}

function cellOf(content: Content): GridCell {
  if (typeof content === 'object' && content !== null && 'value' in content) return content;
  if (typeof content === 'string' && content.startsWith('=')) return { value: null, formula: content };
  return { value: content };
}

export function workbookOf(
  sheets: readonly SheetText[],
  tables: readonly TableText[] = [],
  names: readonly Partial<GridName>[] = [],
): GridWorkbook {
  return {
    name: 'Suivi 2023.xlsx',
    sheets: sheets.map(sheetContents),
    tables: tables.map(({ name, sheet, area: address, hasTotalsRow = false }) => {
      const place = area(address);
      const headings = Array.from({ length: place.columns }, (_, index) => columnName(place.left + index));
      return { name, sheet, area: place, columns: headings, hasTotalsRow, style: 'TableStyleMedium2' };
    }),
    names: names.map((name) => ({ name: '', scope: null, refersTo: '=0', visible: true, comment: '', ...name })),
    activeSheet: sheets[0]?.name ?? null,
    uses1904Dates: false,
    structureProtected: false,
  };
}
