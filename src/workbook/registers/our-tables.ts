/** One of our tables in the workbook. Columns are found by their headings, in any order; other columns are ignored. */
import { comparable } from '../../domain/text';
import { cellAddress, quoteSheet, textOf, type CellValue } from '../cells';
import type { CellPlace } from '../ledger/ledger-source';
import type { ShownNumber } from '../number-formats';
import { COLUMNS, TABLES, type TableId } from '../workbook-names';
import { isBlankText } from '../ledger/read-cells';
import {
  findSheet,
  findTable,
  formulaKey,
  hasFormula,
  shownAt,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../snapshot';

/** A column of a table, by its identifier. */
export type ColumnOf<T extends TableId> = keyof (typeof COLUMNS)[T] & string;

/** A row of the table that is not blank. */
export interface OurRow<T extends TableId> {
  readonly table: OurTable<T>;
  /** Position among the data rows, from 0, blank rows included. */
  readonly index: number;
}

export class OurTable<T extends TableId> {
  private readonly positions: ReadonlyMap<string, number>;

  private constructor(
    readonly id: T,
    private readonly table: TableSnapshot,
    private readonly sheet: SheetSnapshot,
  ) {
    this.positions = new Map(
      [...ownHeadings(id, table.columns).map((heading, position) => [heading, position] as const)].reverse(),
    );
  }

  /** The table of the workbook, or null when it has none. */
  static find<T extends TableId>(workbook: WorkbookSnapshot, id: T): OurTable<T> | null {
    const table = findTable(workbook, TABLES[id]);
    const sheet = table && findSheet(workbook, table.sheet);
    return table && sheet ? new OurTable(id, table, sheet) : null;
  }

  get name(): string {
    return TABLES[this.id];
  }

  has(column: ColumnOf<T>): boolean {
    return this.positionOf(column) !== undefined;
  }

  /** The rows that are not blank, top to bottom; a formula in a column of the team fills none. */
  rows(): readonly OurRow<T>[] {
    const indexes = Array.from({ length: Math.max(0, this.table.area.rows - 1) }, (_, index) => index);
    const { left } = this.table.area;
    const ours = new Set(Object.values<string>(COLUMNS[this.id]).map(comparable));
    const headings = ownHeadings(this.id, this.table.columns);
    const isFilledAt = (row: number, heading: string, column: number): boolean =>
      !isBlankText(textOf(valueAt(this.sheet, row, column))) &&
      (ours.has(heading) || !this.sheet.formulas.has(formulaKey(row, column)));
    const isFilled = (index: number): boolean =>
      headings.some((heading, position) => isFilledAt(this.sheetRow(index), heading, left + position));
    return indexes.filter(isFilled).map((index) => ({ table: this, index }));
  }

  /** The value of a column on a row; null when the table has no such column. */
  value(row: OurRow<T>, column: ColumnOf<T>): CellValue {
    const position = this.positionOf(column);
    return position === undefined
      ? null
      : valueAt(this.sheet, this.sheetRow(row.index), this.table.area.left + position);
  }

  /** How the cell shows its number; undefined for an amount in euros. */
  shown(row: OurRow<T>, column: ColumnOf<T>): ShownNumber | undefined {
    const place = this.place(row, column);
    return this.has(column) ? shownAt(this.sheet, place.row, place.column) : undefined;
  }

  /** True for a formula that gives an empty text: what it calculates may be lost, as by IFERROR. */
  isEmptied(row: OurRow<T>, column: ColumnOf<T>): boolean {
    const place = this.place(row, column);
    return textOf(this.value(row, column)).trim() === '' && hasFormula(this.sheet, place.row, place.column);
  }

  /** The value as text, trimmed; empty when it is blank. */
  text(row: OurRow<T>, column: ColumnOf<T>): string {
    const text = textOf(this.value(row, column)).trim();
    return isBlankText(text) ? '' : text;
  }

  /** The place of the cell: on the headings when the row is null, in the first column when the column is missing. */
  place(row: OurRow<T> | null, column: ColumnOf<T>): CellPlace {
    const { top, left } = this.table.area;
    return {
      sheet: this.sheet.name,
      row: row ? this.sheetRow(row.index) : top,
      column: left + (this.positionOf(column) ?? 0),
    };
  }

  /** `Convention!E5`. */
  address(row: OurRow<T> | null, column: ColumnOf<T>): string {
    const place = this.place(row, column);
    return `${quoteSheet(place.sheet)}!${cellAddress(place.row, place.column)}`;
  }

  private positionOf(column: ColumnOf<T>): number | undefined {
    return this.positions.get(comparable(headingOf(this.id, column)));
  }

  private sheetRow(index: number): number {
    return this.table.area.top + 1 + index;
  }
}

/** « Plafond AE », « Plafond de CP »; comparable. */
const CEILING = /^plafond (?:d |de |des |en )?(ae|cp)$/;
/** « AE consommées », « Reste CP »: of a nature, and no credits that are given. */
const NOT_GIVEN = /\b(?:consomm|engag|pay|mandat|reste|solde|disponible|ecart|taux|part\b)|%/;
const OF_CEILINGS: ReadonlySet<TableId> = new Set(['envelopes', 'lines', 'partCeilings']);

/**
 * The headings of one of our tables, comparable: « Plafond AE » is « AE » where the table has no other column that may
 * be its AE.
 * @example ownHeadings('envelopes', ['Code', 'Plafond AE', 'CP']) // ['code', 'ae', 'cp']
 */
export function ownHeadings(id: TableId, columns: readonly string[]): readonly string[] {
  const headings = columns.map(comparable);
  if (!OF_CEILINGS.has(id)) return headings;
  const natures = headings.map((heading) => CEILING.exec(heading)?.[1] ?? null);
  return headings.map((heading, position) => {
    const nature = natures[position] ?? null;
    const isAlone = nature !== null && headings.filter((other) => namesCredits(other, nature)).length === 1;
    return isAlone ? nature : heading;
  });
}

/** True for a heading, comparable, that may be of the credits of that nature, `ae`: « AE 2023 », « AE/CP », « Dotation AE ». */
export function namesCredits(heading: string, nature: string): boolean {
  return heading.split(/[^a-z]/).includes(nature) && !NOT_GIVEN.test(heading);
}

/** The French heading of a column. */
export function headingOf<T extends TableId>(id: T, column: ColumnOf<T>): string {
  return COLUMNS[id][column] as string;
}
