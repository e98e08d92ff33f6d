/** Builds a document row by row, and gives the addresses that its formulas need. */
import { assert } from '../../domain/result';
import type { KnownCents } from '../../domain/money/known-cents';
import { notCalculableLabel } from '../../messages/format';
import { cellAddress, fixedAddress, type Area } from '../../workbook/cells';
import type { PlannedCell, StyleName } from '../../workbook/plan';
import type { DocumentPage, Highlight, Origin, PageCell, PageChart } from './document-page';
import { pageBreaks, partsOfList, type PageStart, type StartLevel } from './pagination';

/** A cell of the page, from its own top left corner. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/**
 * Letters per character of column width: more than one, since a width is counted in digits; fewer than in the narrowest
 * fonts.
 */
const LETTERS_PER_WIDTH = 1.15;

/** An amount and its cell, for the formulas that use it. */
export interface Shown extends Spot {
  readonly cents: KnownCents;
}

export class PageBuilder {
  private readonly lines: (readonly (PlannedCell | null)[])[] = [];
  private readonly sections = new Set<number>();
  private readonly starts = new Map<number, StartLevel>();
  private readonly items = new Set<number>();
  private readonly renamed = new Map<string, string>();
  private readonly withheld = new Set<string>();
  private cursor = 0;
  private unknown = false;

  constructor(
    private readonly origin: Origin,
    /** Characters of each column. */
    readonly widths: readonly number[],
    private readonly orientation: 'landscape' | 'portrait',
  ) {}

  get width(): number {
    return this.widths.length;
  }

  /** The row that the next `add` writes. */
  get nextRow(): number {
    return this.cursor;
  }

  /** True when a figure written so far is not calculable. */
  get hasUnknown(): boolean {
    return this.unknown;
  }

  /** Writes a row and returns its number; cells missing on its right are left untouched. */
  add(cells: readonly (PlannedCell | null)[]): number {
    const row = this.cursor++;
    this.unknown ||= cells.some((cell) => cell?.value === NOT_CALCULABLE);
    this.lines[row] = Array.from({ length: this.width }, (_, column) => cells[column] ?? null);
    return row;
  }

  /** Writes the row that opens a section. */
  addSection(cells: readonly (PlannedCell | null)[]): number {
    this.sections.add(this.cursor);
    return this.add(cells);
  }

  /** Writes a row known by its first text: with another text, another row, and none renamed. */
  addItem(cells: readonly (PlannedCell | null)[]): number {
    this.items.add(this.cursor);
    return this.add(cells);
  }

  /** The text that a first cell had in earlier versions: what the user wrote on its row follows it. */
  formerly(earlier: string, current: string): void {
    this.renamed.set(earlier, current);
  }

  /** Texts that rows left blank have at other figures: those are not of people. */
  withholds(texts: readonly string[]): void {
    for (const one of texts) this.withheld.add(one);
  }

  /** Marks the next row as one where a printed page may begin, or begins. */
  begins(level: StartLevel): void {
    this.starts.set(this.cursor, level);
  }

  /** Reserves rows whose formulas need addresses below them; `fill` writes them once the rest is placed. */
  reserve(rows: number): { fill<T>(write: () => T): T } {
    const first = this.cursor;
    for (let row = 0; row < rows; row++) this.addBlank();
    return {
      fill: (write) => {
        const end = this.cursor;
        this.cursor = first;
        const written = write();
        assert(this.cursor === first + rows, `the rows reserved at ${first} are ${rows}, not ${this.cursor - first}`);
        this.cursor = end;
        return written;
      },
    };
  }

  /**
   * Writes the items of a list under its headings, which each printed page repeats; `textsOf` are the texts of the first
   * columns of an item, which takes `rows` rows.
   */
  addList<T>(
    headings: readonly (PlannedCell | null)[],
    items: readonly T[],
    textsOf: (item: T) => readonly string[],
    add: (item: T) => void,
    { rows = 1, isSection = false }: { readonly rows?: number; readonly isSection?: boolean } = {},
  ): void {
    const again = partsOfList(items.map(textsOf), this, rows);
    if (isSection) this.addSection(headings);
    else this.add(headings);
    for (const [index, item] of items.entries()) {
      if (again.has(index)) {
        this.begins('block');
        this.add(headings);
      }
      add(item);
    }
  }

  /** True when its pages are printed in landscape. */
  get landscape(): boolean {
    return this.orientation === 'landscape';
  }

  addBlank(): void {
    this.add([]);
  }

  /**
   * Writes a sentence over blank cells, on as many rows as it needs: wrapped in the first column it would be a narrow
   * pillar, and on one row it would shrink the printed page.
   */
  addSentence(sentence: string, style: StyleName): void {
    for (const line of this.rowsOf(sentence)) this.add([text(line, style)]);
  }

  /** The text of each row of a sentence. */
  rowsOf(sentence: string): readonly string[] {
    const letters = Math.floor(this.widths.reduce((sum, width) => sum + width, 0) * LETTERS_PER_WIDTH);
    const rows: string[] = [];
    let line = '';
    for (const word of sentence.split(' ')) {
      if (line !== '' && line.length + word.length >= letters) {
        rows.push(line);
        line = '';
      }
      line += (line === '' ? '' : ' ') + word;
    }
    return [...rows, line];
  }

  /** `B7` on the sheet. */
  at({ row, column }: Spot): string {
    return cellAddress(this.origin.row + row, this.origin.column + column);
  }

  /** `$B$7` on the sheet. */
  fixed(spot: Spot): string {
    return fixedAddress(this.area(spot, 1, 1));
  }

  /** Cells of the page as an area of the sheet. */
  area({ row, column }: Spot, rows: number, columns: number): Area {
    return { top: this.origin.row + row, left: this.origin.column + column, rows, columns };
  }

  /** `B7:B10` on the sheet, of one column. */
  span(column: number, firstRow: number, lastRow: number): string {
    return `${this.at({ row: firstRow, column })}:${this.at({ row: lastRow, column })}`;
  }

  /** The letters of a column of the page. */
  letters(column: number): string {
    return this.at({ row: 0, column }).replace(/\d+/, '');
  }

  build(look: {
    readonly commentColumn: number | null;
    readonly highlights: readonly Highlight[];
    readonly charts?: readonly PageChart[];
  }): DocumentPage {
    const starts = [...this.starts].map(([row, level]): PageStart => ({ row, level })).sort((a, b) => a.row - b.row);
    const { widths, lines: rows, renamed, withheld, landscape } = this;
    const { charts = [] } = look;
    const covered = new Set(
      charts.flatMap(({ place }) => Array.from({ length: place.rows }, (_, row) => place.top - this.origin.row + row)),
    );
    const breaks = pageBreaks({ rows, widths, landscape, starts, covered });
    return {
      ...look,
      landscape,
      charts,
      widths,
      rows,
      sectionRows: this.sections,
      itemRows: this.items,
      renamed,
      withheld,
      starts,
      covered,
      breaks,
    };
  }

  /** The row of the sheet where the page begins, from 1, for the formulas of highlights. */
  get firstSheetRow(): number {
    return this.origin.row + 1;
  }
}

/** A text; an empty one is an empty cell, as a file reads it back. */
export function text(value: string, style: StyleName, register?: string): PageCell {
  return value === '' ? filledElsewhere(style, register) : { value, style };
}

/** An empty cell with its look. */
export function blank(style: StyleName): PageCell {
  return { value: null, style };
}

/** The same, where other data fill it; those of a table of the workbook, by its name. */
export function filledElsewhere(style: StyleName, register?: string): PageCell {
  return { value: null, style, isElsewhereFilled: true, ...(register !== undefined && { register }) };
}

/** Cells between a table and the comments on its rows, which belong to neither. */
export function noTable(columns: number): readonly PlannedCell[] {
  return Array.from({ length: columns }, () => blank('subtitle'));
}

/** An amount of the page, from cents; one that is not calculable has no formula. */
export function amount(cents: KnownCents, formula: string | undefined, style: StyleName = 'amount'): PlannedCell {
  if (cents === null) return { value: NOT_CALCULABLE, style };
  const value = withoutSignOfZero(cents / 100);
  return formula === undefined ? { value, style } : { value, formula, style };
}

/** A figure that the ledger does not make. */
export const NOT_CALCULABLE = notCalculableLabel('fr');

/** A sheet has no negative zero. */
function withoutSignOfZero(number: number): number {
  return number === 0 ? 0 : number;
}
