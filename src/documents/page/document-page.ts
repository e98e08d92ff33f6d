/** A document before it meets a sheet: cells in rows, where people may write, and how the page looks. */
import type { Nature } from '../../domain/money/nature';
import type { Area } from '../../workbook/cells';
import type { PlannedCell, PlannedChart } from '../../workbook/plan';
import type { PageStart } from './pagination';

/** A cell of a sheet, from 0. */
export interface Origin {
  readonly row: number;
  readonly column: number;
}

/** Paints the cells of some columns when the formula, written for the first row of the document, is true. */
export interface Highlight {
  readonly left: number;
  readonly columns: number;
  readonly formula: string;
}

/** A chart of a document, in cells of the sheet. */
export interface PageChart extends Omit<PlannedChart, 'source'> {
  /** The sheet of the cells that it draws; null for that of the document. */
  readonly source: string | null;
  readonly envelope: string;
  readonly nature: Nature;
}

/** A cell of a document. */
export interface PageCell extends PlannedCell {
  /** Of a blank cell that other data fill; absent where the document never writes. */
  readonly isElsewhereFilled?: true;
  /** The table of the workbook that fills it; absent where figures or several tables do. */
  readonly register?: string;
}

/** A document placed from its origin. */
export interface DocumentPage {
  /** As many cells in each row; null is a cell that the document leaves to the user. */
  readonly rows: readonly (readonly (PageCell | null)[])[];
  /** Rows whose first cell opens a section; it helps recognise the rows below. */
  readonly sectionRows: ReadonlySet<number>;
  /** Rows known by their first text, such as the number of an EJ: with another text, another row, and none renamed. */
  readonly itemRows: ReadonlySet<number>;
  /** The texts of first cells, by the text that earlier versions wrote in their place. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The texts that the document has, at other figures, in the first cells of rows that it leaves blank. */
  readonly withheld: ReadonlySet<string>;
  /** The column where the user writes comments; null when there is none. */
  readonly commentColumn: number | null;
  readonly widths: readonly number[];
  readonly landscape: boolean;
  readonly highlights: readonly Highlight[];
  readonly charts: readonly PageChart[];
  /** Rows where a printed page may begin, in order. */
  readonly starts: readonly PageStart[];
  /** Rows under a chart. */
  readonly covered: ReadonlySet<number>;
  /** Rows where a printed page begins. */
  readonly breaks: readonly number[];
}

/** The area that a page takes from its origin. */
export function areaOf(page: DocumentPage, origin: Origin): Area {
  return { top: origin.row, left: origin.column, rows: page.rows.length, columns: page.widths.length };
}

/** Where a document begins on a sheet of its own. */
export const TOP_LEFT: Origin = { row: 0, column: 0 };
