/** What a document is before it meets a sheet: cells in rows, where people may write, and how the page looks. */
import type { Convention } from '../domain/envelopes/convention';
import type { Area } from '../workbook/cells';
import { annexRange, annexSheet, bilanSheet, RANGES, SHEETS } from '../workbook/names';
import type { PlannedCell } from '../workbook/plan';

/** One annex per envelope, numbered from 1; the Répartition of art. 1.2; the yearly financial summary. */
export type DocumentId = `annexe${number}` | 'repartition' | 'bilan';

/** Where a document goes: its sheet when it is new, its named range for ever. */
export interface DocumentFrame {
  readonly id: DocumentId;
  readonly sheet: string;
  readonly range: string;
}

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

/** A document laid out from its origin. */
export interface DocumentPage {
  /** As many cells in each row; null is a cell that stays the user's or empty. */
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  /** Rows whose first cell opens a section: what is below it is found again by it. */
  readonly sectionRows: ReadonlySet<number>;
  /** The column where the user writes comments; null when there is none. */
  readonly commentColumn: number | null;
  readonly widths: readonly number[];
  readonly landscape: boolean;
  readonly highlights: readonly Highlight[];
}

/** Every document of a convention, in the order in which they are read. */
export function documentsOf(convention: Convention): readonly DocumentFrame[] {
  const frames: readonly DocumentFrame[] = [
    ...convention.envelopes.map((_, index): DocumentFrame => ({
      id: `annexe${index + 1}`,
      sheet: annexSheet(index + 1),
      range: annexRange(index + 1),
    })),
    { id: 'repartition', sheet: SHEETS.repartition, range: RANGES.repartition },
    { id: 'bilan', sheet: bilanSheet(convention.creditYear), range: RANGES.bilan },
  ];
  return convention.otherYears.length === 0 ? frames : frames.map((frame) => ofCreditYear(frame, convention.creditYear));
}

/** Each credit year has its own documents: those of the year before stay as they are. */
function ofCreditYear({ id, sheet, range }: DocumentFrame, year: number): DocumentFrame {
  return { id, sheet: sheet.includes(String(year)) ? sheet : `${sheet} ${year}`, range: `${range}_${year}` };
}

/** The area that a page takes from its origin. */
export function areaOf(page: DocumentPage, origin: Origin): Area {
  return { top: origin.row, left: origin.column, rows: page.rows.length, columns: page.widths.length };
}
