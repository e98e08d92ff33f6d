/** What a document is before it meets a sheet: cells in rows, where people may write, and how the page looks. */
import type { Convention } from '../domain/envelopes/convention';
import type { Nature } from '../domain/money/nature';
import type { Area } from '../workbook/cells';
import type { PageStart } from './page/pagination';
import { NOTICE_KINDS, type NoticeKind } from '../messages/documents/notices-fr';
import {
  annexRange,
  annexSheet,
  bilanSheet,
  forecastSheet,
  NOTICES,
  qualitativeSheet,
  RANGES,
  SHEETS,
} from '../workbook/workbook-names';
import type { PlannedCell, PlannedChart } from '../workbook/plan';

/**
 * One annex per envelope, numbered from 1; the Répartition of art. 1.2; the Référence Chorus of art. 3; the yearly
 * financial summary and the yearly qualitative report of art. 2.2; the reconciliation, which needs extracts of Chorus
 * and is asked for with them; the notices, each by its own word.
 */
export type DocumentId =
  `annexe${number}` | 'repartition' | 'reference' | 'bilan' | 'qualitatif' | 'etat' | 'rapprochement' | NoticeId;

/** The word of a notice. */
export type NoticeId = (typeof NOTICES)[NoticeKind]['id'];

/** Where a document goes: its sheet when it is new, its named range for ever. */
export interface DocumentFrame {
  readonly id: DocumentId;
  readonly sheet: string;
  readonly range: string;
  /** Written when it is asked for, and never with « all the documents »: a notice is sent when its facts are there. */
  readonly onDemand: boolean;
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

/** A chart of a document, in the cells of the sheet. */
export interface PageChart extends Omit<PlannedChart, 'source'> {
  /** The sheet of the cells that it draws; null for that of the document. */
  readonly source: string | null;
  readonly envelope: string;
  readonly nature: Nature;
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
  readonly charts: readonly PageChart[];
  /** Rows where a printed page may begin, in order; those under a chart; those where a page does begin. */
  readonly starts: readonly PageStart[];
  readonly covered: ReadonlySet<number>;
  readonly breaks: readonly number[];
}

/** Every document of a convention, in the order in which they are read. */
export function documentsOf(convention: Convention): readonly DocumentFrame[] {
  const frames: readonly DocumentFrame[] = [
    ...convention.envelopes.map((_, index): DocumentFrame => ({
      id: `annexe${index + 1}`,
      sheet: annexSheet(index + 1),
      range: annexRange(index + 1),
      onDemand: false,
    })),
    { id: 'repartition', sheet: SHEETS.repartition, range: RANGES.repartition, onDemand: false },
    { id: 'reference', sheet: SHEETS.reference, range: RANGES.reference, onDemand: false },
    { id: 'bilan', sheet: bilanSheet(convention.creditYear), range: RANGES.bilan, onDemand: false },
    { id: 'qualitatif', sheet: qualitativeSheet(convention.creditYear), range: RANGES.qualitative, onDemand: false },
    { id: 'etat', sheet: forecastSheet(convention.creditYear), range: RANGES.forecast, onDemand: false },
    ...NOTICE_KINDS.map((kind): DocumentFrame => ({ ...NOTICES[kind], onDemand: true })),
  ];
  return convention.otherYears.length === 0
    ? frames
    : frames.map((frame) => ofCreditYear(frame, convention.creditYear));
}

/** Each credit year has its own documents: those of the year before stay as they are. */
function ofCreditYear({ id, sheet, range, onDemand }: DocumentFrame, year: number): DocumentFrame {
  return { id, onDemand, sheet: sheet.includes(String(year)) ? sheet : `${sheet} ${year}`, range: `${range}_${year}` };
}

/** The documents asked for; those that are not on demand when none is named. */
export function documentsAsked(
  convention: Convention,
  asked: readonly DocumentId[] | undefined,
): readonly DocumentFrame[] {
  return documentsOf(convention).filter(({ id, onDemand }) => (asked ? asked.includes(id) : !onDemand));
}

/** The kind of a notice; null for another document. */
export function noticeKindOf(id: DocumentId): NoticeKind | null {
  return NOTICE_KINDS.find((kind) => NOTICES[kind].id === id) ?? null;
}

/** The area that a page takes from its origin. */
export function areaOf(page: DocumentPage, origin: Origin): Area {
  return { top: origin.row, left: origin.column, rows: page.rows.length, columns: page.widths.length };
}
