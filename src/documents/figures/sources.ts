/** The columns that formulas may use: those of the ledger, block by block, and those of our own tables. */
import type { LedgerField, RowKey } from '../../domain/envelopes/ledger';
import type { ImputationField } from '../../domain/imputation/imputation';
import type { Nature } from '../../domain/money/nature';
import { comparable } from '../../domain/text';
import { fixedAddress, quoteSheet, textOf, type Area, type CellValue } from '../../workbook/cells';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import { natureOfCell } from '../../workbook/ledger/nature-words';
import { ownHeadings } from '../../workbook/registers/our-tables';
import { COLUMNS, TABLES, type TableId } from '../../workbook/workbook-names';
import {
  findSheet,
  findTable,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import { NativeColumn } from './column';

/** Headings that not every engine accepts in a structured reference: the column is referred to by its cells. */
const UNSAFE_HEADING = /[\p{Cc},:"{}@\\]/u;

/** The name of a column of the ledger in formulas, from its reference. */
export type NameOfColumn = (field: LedgerField | 'nature', reference: string) => string;

/** One block of the ledger, its columns by field. */
export class LedgerColumns {
  private known: ReadonlyMap<LedgerField, NativeColumn> | null = null;
  private natures: NativeColumn | null = null;
  private readonly sheet: SheetSnapshot | undefined;
  private readonly table: TableSnapshot | null;

  /** `nameOf` is the name of a column in formulas, its reference unless given. */
  constructor(
    workbook: WorkbookSnapshot,
    readonly block: LedgerBlock,
    /** The column that names the envelopes of the rows: axe ministériel 2, or another code. */
    readonly naming: ImputationField = 'ministerialAxis2',
    private readonly nameOf: NameOfColumn = (_, reference) => reference,
  ) {
    this.sheet = findSheet(workbook, block.sheet);
    const table = block.table === null ? undefined : findTable(workbook, block.table);
    this.table = table && coversBlock(table, block) ? table : null;
  }

  /** Null when the ledger has no such column, or no row yet. */
  column(field: LedgerField): NativeColumn | null {
    return (this.known ??= this.readAll()).get(field) ?? null;
  }

  /**
   * Of a block with one amount for both natures: the column of their words, and the words that do not give this one.
   * Null for another block.
   */
  otherNatures(nature: Nature): { readonly column: NativeColumn; readonly words: readonly string[] } | null {
    const { natureColumn, columns } = this.block;
    if (natureColumn === undefined || columns.get('ae')?.column !== columns.get('cp')?.column) return null;
    const column = (this.natures ??= this.readNatures(natureColumn));
    const words = new Set(column.cells.map(textOf));
    return { column, words: [...words].filter((word) => word !== '' && natureOfCell(word) !== nature) };
  }

  private readNatures(column: number): NativeColumn {
    const { firstRow, lastRow } = this.block;
    const { sheet } = this;
    const area = { top: firstRow, rows: Math.max(0, lastRow - firstRow + 1) };
    const [cells = []] = sheet ? cellsOf(sheet, area, [column]) : [];
    const reference = referenceTo(this.block.sheet, this.table, { ...area, left: column, columns: 1 });
    return new NativeColumn(this.nameOf('nature', reference), cells);
  }

  /** Reads all columns in one pass, row by row: the cells of a row are adjacent in memory. */
  private readAll(): ReadonlyMap<LedgerField, NativeColumn> {
    const { firstRow, lastRow, columns } = this.block;
    const { sheet } = this;
    if (!sheet || lastRow < firstRow) return new Map();
    const mapped = [...columns.values()];
    const area: Omit<Area, 'left' | 'columns'> = { top: firstRow, rows: lastRow - firstRow + 1 };
    const cells = cellsOf(
      sheet,
      area,
      mapped.map(({ column }) => column),
    );
    return new Map(
      mapped.map(({ field, column }, position) => {
        const reference = referenceTo(sheet.name, this.table, { ...area, left: column, columns: 1 });
        return [field, new NativeColumn(this.nameOf(field, reference), cells[position] ?? [])];
      }),
    );
  }
}

/** The raw cells of a row of the ledger. */
export class RowCells {
  constructor(private readonly blocks: readonly LedgerColumns[]) {}

  at(key: RowKey, field: LedgerField): CellValue {
    const columns = this.blocks[blockOfRow(key)];
    return columns?.column(field)?.cells[sheetRow(key) - columns.block.firstRow] ?? null;
  }

  /** The cell that names the envelope of a row. */
  nameAt(key: RowKey): CellValue {
    return this.at(key, this.blocks[blockOfRow(key)]?.naming ?? 'ministerialAxis2');
  }

  /** The fields of such cells. */
  get namings(): ReadonlySet<ImputationField> {
    return new Set(this.blocks.map(({ naming }) => naming));
  }
}

/** One of our tables, its columns by name. */
export class TableColumns<T extends TableId> {
  private readonly known = new Map<string, NativeColumn | null>();

  private constructor(
    private readonly id: T,
    private readonly table: TableSnapshot,
    private readonly sheet: SheetSnapshot,
  ) {}

  /** Null when the workbook has no such table, as when the user named the convention. */
  static find<T extends TableId>(workbook: WorkbookSnapshot, id: T): TableColumns<T> | null {
    const table = findTable(workbook, TABLES[id]);
    const sheet = table && findSheet(workbook, table.sheet);
    return table && sheet && table.area.rows > 1 ? new TableColumns(id, table, sheet) : null;
  }

  column(name: keyof (typeof COLUMNS)[T] & string): NativeColumn | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const heading = comparable(COLUMNS[this.id][name] as string);
    const position = ownHeadings(this.id, this.table.columns).indexOf(heading);
    const { top, left, rows } = this.table.area;
    const area: Area = { top: top + 1, left: left + position, rows: rows - 1, columns: 1 };
    const column =
      position < 0
        ? null
        : new NativeColumn(
            referenceTo(this.sheet.name, this.table, area),
            cellsOf(this.sheet, area, [area.left])[0] ?? [],
          );
    this.known.set(name, column);
    return column;
  }
}

/** `T_Suivi[Montant AE TTC]`, its special characters escaped by `'`; `Suivi!$F$5:$F$150` outside a table. */
function referenceTo(sheet: string, table: TableSnapshot | null, area: Area): string {
  const heading = table?.columns[area.left - table.area.left];
  if (table && heading !== undefined && heading.trim() !== '' && !UNSAFE_HEADING.test(heading)) {
    return `${table.name}[${heading.replace(/['[\]#]/g, "'$&")}]`;
  }
  const address = fixedAddress({ ...area, rows: Math.max(area.rows, 1) });
  return `${quoteSheet(sheet)}!${address}`;
}

function coversBlock(table: TableSnapshot, block: LedgerBlock): boolean {
  return table.area.top + 1 === block.firstRow && table.area.top + table.area.rows - 1 === block.lastRow;
}

/** The cells of some columns of the sheet, column by column. */
function cellsOf(
  sheet: SheetSnapshot,
  { top, rows }: Pick<Area, 'top' | 'rows'>,
  columns: readonly number[],
): readonly (readonly CellValue[])[] {
  const { top: firstRow, left } = sheet.used ?? { top: 0, left: 0 };
  const cells = columns.map(() => new Array<CellValue>(rows).fill(null));
  for (let row = 0; row < rows; row++) {
    const values = sheet.used ? sheet.values[top + row - firstRow] : undefined;
    if (!values) continue;
    for (let position = 0; position < columns.length; position++) {
      const column = cells[position];
      if (column) column[row] = values[(columns[position] ?? 0) - left] ?? null;
    }
  }
  return cells;
}
