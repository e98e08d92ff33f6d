/** A sheet under construction, and the snapshot of the workbook that the sheets make. */
import { cellAddress, columnName, type Area, type CellValue } from '../../../src/workbook/cells';
import {
  formulaKey,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/snapshot';

/** A cell: its value, and its formula when it has one. */
export interface DraftCell {
  readonly value: CellValue;
  readonly formula?: string;
}

export class SheetDraft {
  private readonly cells = new Map<number, Map<number, DraftCell>>();
  private readonly tableDrafts: { readonly name: string; readonly area: Area; readonly hasTotalsRow: boolean }[] = [];
  private readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  visibility: SheetSnapshot['visibility'] = 'visible';

  constructor(readonly name: string) {}

  put(row: number, column: number, value: CellValue, formula?: string): void {
    if (value === null) return;
    const cells = this.cells.get(row) ?? new Map<number, DraftCell>();
    this.cells.set(row, cells.set(column, formula === undefined ? { value } : { value, formula }));
  }

  at(row: number, column: number): CellValue {
    return this.cells.get(row)?.get(column)?.value ?? null;
  }

  /** The area is without the totals row, as in a snapshot. */
  addTable(name: string, area: Area, hasTotalsRow = false): void {
    this.tableDrafts.push({ name, area, hasTotalsRow });
  }

  /** Merges cells, of which the first alone has a value. */
  merge(area: Area): void {
    if (area.rows > 1 || area.columns > 1) this.merges.push(area);
  }

  get isEmpty(): boolean {
    return this.cells.size === 0;
  }

  /** The first row below everything. */
  get bottom(): number {
    return Math.max(-1, ...this.cells.keys()) + 1;
  }

  /** The first column on the right of everything. */
  get right(): number {
    return Math.max(-1, ...[...this.cells.values()].flatMap((row) => [...row.keys()])) + 1;
  }

  tables(): readonly TableSnapshot[] {
    return this.tableDrafts.map(({ name, area, hasTotalsRow }) => ({
      name,
      sheet: this.name,
      area,
      columns: Array.from({ length: area.columns }, (_, offset) => String(this.at(area.top, area.left + offset) ?? '')),
      hasTotalsRow,
    }));
  }

  snapshot(): SheetSnapshot {
    const rows = [...this.cells.keys()];
    const columns = [...this.cells.values()].flatMap((row) => [...row.keys()]);
    const [top, left] = [least(rows), least(columns)];
    const used = { top, left, rows: Math.max(...rows) - top + 1, columns: Math.max(...columns) - left + 1 };
    const formulas = new Map<number, string>();
    for (const [row, cells] of this.cells)
      for (const [column, { formula }] of cells)
        if (formula !== undefined) formulas.set(formulaKey(row, column), formula);
    return {
      id: this.name,
      name: this.name,
      visibility: this.visibility,
      isProtected: false,
      used: this.isEmpty ? null : used,
      values: this.isEmpty
        ? []
        : Array.from({ length: used.rows }, (_, row) =>
            Array.from({ length: used.columns }, (__, column) => this.at(top + row, left + column)),
          ),
      formulas,
      hiddenRows: this.hiddenRows,
      ...(this.merges.length > 0 ? { merges: this.merges } : {}),
    };
  }
}

function least(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : Math.min(...numbers);
}

/** The workbook of these sheets. */
export function workbookFrom(sheets: readonly SheetDraft[]): WorkbookSnapshot {
  return {
    sheets: sheets.map((sheet) => sheet.snapshot()),
    tables: sheets.flatMap((sheet) => sheet.tables()),
    names: [],
    uses1904Dates: false,
    structureProtected: false,
  };
}

/** `=SUM(F4:F12)`. */
export function sumFormula(column: number, from: number, to: number): string {
  return `=SUM(${cellAddress(from, column)}:${cellAddress(to, column)})`;
}

/** The sheets as text, for a person to look at. */
export function printed(workbook: WorkbookSnapshot): string {
  return workbook.sheets
    .map((sheet) => {
      const tables = workbook.tables.filter((table) => table.sheet === sheet.name).map(({ name }) => ` [${name}]`);
      const rows = sheet.values.map((row, index) => {
        const number = (sheet.used?.top ?? 0) + index;
        const mark = sheet.hiddenRows.has(number) ? '~' : ' ';
        return `${mark}${String(number + 1).padStart(3)} ${row.map(shown).join(' | ')}`;
      });
      const from = columnName(sheet.used?.left ?? 0);
      return [`--- ${sheet.name} (${sheet.visibility}, from column ${from})${tables.join('')}`, ...rows].join('\n');
    })
    .join('\n');
}

function shown(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value).replaceAll('\n', '⏎').slice(0, 34);
}
