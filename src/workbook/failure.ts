/**
 * Every expected failure, with the data of its sentence. `messages/` has a sentence and a remedy for each in both
 * languages. When one is returned, nothing was written and nothing was lost, except for `halfWritten`,
 * `entriesLost`, `entriesUnknown`, `outcomeUnknown`, a lost `richValue` and the sheets that `editsKept` keeps.
 */
import type { ExtractRefusal } from '../domain/reconciliation/extract';
import type { CellValue } from './cells';
import type { ConventionProblem } from './convention/convention-problem';

export type Failure =
  /** No table or range of the workbook looks like a ledger; `obstacle`: the nearest, absent when nothing is near. */
  | { readonly code: 'noLedger'; readonly obstacle?: LedgerObstacle }
  /** Two tables repeat the same operations, or a name is that of no ledger: the user chooses. */
  /** `unknown`: a name that the user gave, and that none of them has. */
  | { readonly code: 'severalLedgers'; readonly candidates: readonly LedgerRival[]; readonly unknown?: string }
  /**
   * The only candidate is turned: periods as headings, measures in rows, or commitments and payments in one column.
   */
  | {
      readonly code: 'turnedLedger';
      readonly sheet: string;
      /** The first of its headings. */
      readonly cell: string;
      readonly what: 'years' | 'months' | 'measures' | 'natures';
      readonly words: readonly string[];
    }
  /** A column that the user confirmed (`ENV_Colonnes`) and that makes the figures no longer fits the table. */
  | {
      readonly code: 'mappingOutdated';
      readonly sheet: string;
      /** Its heading; where it is gone, the first heading of the table. */
      readonly cell: string;
      readonly heading: string;
      /** The name of the field in `ENV_Colonnes`. */
      readonly field: string;
      readonly why: 'gone' | 'otherValues';
    }
  /** The workbook has no convention tables and no convention was named. */
  | { readonly code: 'noConvention' }
  | BadConvention
  | { readonly code: 'unknownConvention'; readonly id: string; readonly known: readonly string[] }
  | { readonly code: 'sheetProtected'; readonly sheet: string }
  | { readonly code: 'structureProtected' }
  /**
   * A table that a row must be added to is filtered, has hidden rows or a totals row: the new row might not be visible.
   */
  | { readonly code: 'tableNotPlain'; readonly table: string; readonly sheet: string }
  /** A cell to be written holds something that the product did not write. */
  | {
      readonly code: 'occupied';
      readonly sheet: string;
      readonly cell: string;
      readonly isOfTable?: true;
      /** The formula of another cell fills it, maybe with an empty text. */
      readonly isOfFormula?: true;
      /** The first text of the row of a document that goes away, and with it the comment of the cell. */
      readonly goneRow?: string;
      /** The table of ours that fills the cell of a document, where the content belongs. */
      readonly register?: string;
    }
  /** An undo would delete a sheet with what people put on it beside the contents of its cells. */
  | { readonly code: 'sheetHolds'; readonly sheet: string; readonly things: readonly ThingsOnSheet[] }
  /** A sheet has the name of a document but holds something else; `cell` is its first filled cell. */
  | { readonly code: 'sheetTaken'; readonly sheet: string; readonly cell: string }
  /** An empty sheet with the name of a document, on which nobody would see it; `byMacro`: Excel does not list it. */
  | { readonly code: 'sheetHidden'; readonly sheet: string; readonly byMacro: boolean }
  /**
   * A document no longer has the rows and columns that were written: one was added at `cell`, or its content there was
   * deleted, sorted or overwritten.
   */
  | {
      readonly code: 'documentAltered';
      readonly sheet: string;
      readonly cell: string;
      /** The range of the document. */
      readonly name: string;
      readonly what: 'rowAdded' | 'columnAdded' | 'lost';
    }
  /** A cell changed between the plan and the writing. */
  | { readonly code: 'changedMeanwhile'; readonly sheet: string; readonly cell: string }
  /** Excel wrote something else there than it was asked, without an error: a filter, a formula of the whole column. */
  | { readonly code: 'writtenOtherwise'; readonly sheet: string; readonly cell: string }
  /**
   * A cell to be written holds a data type or an image, of which Excel gives only a text or an error: nothing could
   * give it back. `isLost`: it came at the moment of the writing, which covered it; `others` are lost as it is. `unknown`:
   * see `entriesUnknown`; `kept`, `keptSheets`: see `editsKept`; each absent without any.
   */
  | {
      readonly code: 'richValue';
      readonly sheet: string;
      readonly cell: string;
      readonly isLost?: true;
      readonly others?: readonly CellOfFailure[];
      readonly unknown?: readonly CellOfFailure[];
      readonly kept?: readonly CellOfFailure[];
      readonly keptSheets?: readonly KeptSheet[];
    }
  | { readonly code: 'nameTaken'; readonly name: string }
  | { readonly code: 'sheetMissing'; readonly sheet: string }
  | { readonly code: 'mergedCells'; readonly sheet: string; readonly cell: string | null }
  | { readonly code: 'cellBeingEdited' }
  | { readonly code: 'tooLarge'; readonly what: string; readonly limit: string }
  | { readonly code: 'busy' }
  | { readonly code: 'noPermission' }
  /**
   * Excel calculates still, or on demand; `place`: a cell that does not show the answer of its ENVELOPE call. Nothing
   * was written.
   */
  | {
      readonly code: 'notCalculated';
      readonly place: { readonly sheet: string; readonly cell: string } | null;
    }
  /** The user has selected several ranges, a chart or a shape where one range of cells is needed. */
  | { readonly code: 'selectionNotOne' }
  /** Excel refused with an error that no other code names. */
  | { readonly code: 'hostRefused'; readonly hostCode: string; readonly message: string }
  /** A batch failed half way and could not be rolled back: the one failure that leaves something written. */
  | {
      readonly code: 'halfWritten';
      readonly sheets: readonly string[];
      readonly hostCode: string;
      readonly message: string;
      readonly lost?: LostContents;
    }
  /** A bug of ours; `message`, for whoever repairs it, is never shown. */
  | { readonly code: 'internalError'; readonly message: string }
  /** A colleague undid a writing in several requests while it was under way, or gave up its undo: it was rolled back. */
  | { readonly code: 'endedByOther' }
  /** The user stopped a long writing, which was rolled back. */
  | { readonly code: 'stopped' }
  /**
   * A writing failed and was rolled back, except these cells, where somebody typed or moved rows; a new sheet with
   * one is kept. `keptSheets`: new sheets kept for what people put on them; absent without any.
   */
  | {
      readonly code: 'editsKept';
      readonly cells: readonly CellOfFailure[];
      readonly keptSheets?: readonly KeptSheet[];
    }
  /**
   * A writing was rolled back after a request whose answer was lost, and somebody had pasted over these cells just
   * before it: what they held then is not known, and Excel announces no content of a paste.
   */
  | {
      readonly code: 'entriesUnknown';
      readonly cells: readonly CellOfFailure[];
      readonly keptSheets?: readonly KeptSheet[];
    }
  /**
   * Excel refused to write back what somebody had typed under the writing, or in a sheet just before it was deleted:
   * the contents are here only. `sheets`: those where the writing stays half done; absent when it does not.
   */
  | {
      readonly code: 'entriesLost';
      readonly entries: readonly LostEntry[];
      readonly sheets?: readonly string[];
      readonly lost?: LostContents;
    }
  /**
   * The answer of Excel was lost, and whether it wrote cannot be looked up: the connection is down. `entries`: those that
   * somebody had just typed in its cells, and that it covered if it wrote; absent when there is none.
   */
  | { readonly code: 'outcomeUnknown'; readonly entries?: readonly LostEntry[]; readonly lost?: LostContents }
  /** The connection broke; the workbook shows that nothing was written. */
  | { readonly code: 'notWritten' }
  /** The sheet that an undo deletes is used by a formula of another sheet, or by a defined name. */
  | { readonly code: 'sheetReferenced'; readonly sheet: string; readonly by: SheetUse }
  | { readonly code: 'excelTooOld'; readonly needs: string }
  /** `isEmpty`: a folder or a pattern without a workbook. */
  | { readonly code: 'fileMissing'; readonly path: string; readonly isEmpty?: true }
  /** A folder, or a pipe or a device from which nothing came within `silence` seconds. */
  | { readonly code: 'notAFile'; readonly path: string; readonly silence: number | null }
  | { readonly code: 'fileExists'; readonly path: string }
  | { readonly code: 'fileUnwritable'; readonly path: string }
  | {
      readonly code: 'notAWorkbook';
      readonly looksLike: 'pdf' | 'xls' | 'xlsb' | 'csv' | 'ods' | 'html' | 'zip' | 'empty' | 'unknown';
    }
  | { readonly code: 'encrypted' }
  | { readonly code: 'signed' }
  /** Shared in the former way of Excel, with a history of its changes: it can hold no table. */
  | { readonly code: 'sharedWorkbook' }
  /** Distinct formats of cells: no other can be added. */
  | { readonly code: 'tooManyFormats'; readonly limit: number }
  | { readonly code: 'damagedFile'; readonly part: string }
  /** The written copy failed its own check: it gets no name. */
  | { readonly code: 'unsoundCopy'; readonly part: string }
  | ExtractRefusal
  /** A finding was accepted without a reason or an author. */
  | { readonly code: 'acceptanceIncomplete'; readonly missing: 'reason' | 'author' }
  /** A place was set aside without a reason or an author. */
  | { readonly code: 'setAsideIncomplete'; readonly missing: 'reason' | 'author' }
  /** An optional package is not installed; `install` is the command that installs it. */
  | { readonly code: 'engineMissing'; readonly engine: string; readonly install: string }
  /** A folder that is no lake, or one of another version. */
  | { readonly code: 'notALake'; readonly path: string }
  /** The path of a lake has a character that DuckDB reads as a pattern. */
  | { readonly code: 'lakeName'; readonly path: string }
  /** Another command writes in the lake; `lock` is its mark. */
  | { readonly code: 'lakeBusy'; readonly path: string; readonly lock: string }
  /** Anything but one SELECT. */
  | { readonly code: 'queryNotOne' }
  /** DuckDB refuses a query; `problem` is its sentence. */
  | { readonly code: 'badQuery'; readonly problem: string }
  | { readonly code: 'usage'; readonly problem: string };

/** The formula or the defined name that uses a sheet. */
export type SheetUse = { readonly sheet: string; readonly cell: string } | { readonly name: string };

/** Things that people put on a sheet, and that Excel deletes with it for good. `shape`: a drawing, a picture or a text box. */
export type ThingKind = 'comment' | 'note' | 'chart' | 'shape' | 'pivotTable' | 'slicer' | 'table';

/** How many things of a kind are on a sheet, one at least. */
export interface ThingsOnSheet {
  readonly kind: ThingKind;
  readonly count: number;
}

/** A sheet that is not deleted, for what people put on it. */
export interface KeptSheet {
  readonly sheet: string;
  readonly things: readonly ThingsOnSheet[];
}

/** A cell that a failure names. */
export interface CellOfFailure {
  readonly sheet: string;
  readonly cell: string;
}

/**
 * Contents that people put in cells at the moment of a writing, and that nothing gives back: data types and images,
 * pastes of which Excel gives no content. Each is absent without any.
 */
export interface LostContents {
  readonly rich?: readonly CellOfFailure[];
  readonly unknown?: readonly CellOfFailure[];
}

/** A content that is nowhere in the workbook any more, and where it was. */
export interface LostEntry {
  readonly sheet: string;
  readonly cell: string;
  readonly content: CellValue;
}

/** The rows that come nearest to the headings of a ledger, and the column that they lack. */
export interface LedgerObstacle {
  readonly sheet: string;
  /** The first heading. */
  readonly cell: string;
  /** The headings that were understood. */
  readonly understood: readonly string[];
  /** `operation`: the number of an EJ or of a DP, or a date. */
  readonly missing: 'amount' | 'operation' | 'columns';
  /** The heading of a column of numbers that was not understood; null without one. */
  readonly unread: string | null;
}

/** A table among which the user chooses the ledger. Sums in cents. */
export interface LedgerRival {
  /** The name of the Excel Table, or of the sheet. */
  readonly name: string;
  readonly rows: number;
  readonly ae: number;
  readonly cp: number;
  /** The other table that holds most of the same operations; null without one. */
  readonly repeats: string | null;
}

/** A convention table or file that cannot be read, at one precise place. */
export interface BadConvention {
  readonly code: 'badConvention';
  /** The table (`ENV_Enveloppes`), or the name of the convention file. */
  readonly table: string;
  /**
   * The address with its sheet (`Convention!E5`), or the path in the file (`envelopes[0].label`); null for the whole
   * table.
   */
  readonly cell: string | null;
  readonly problem: ConventionProblem;
  /** The content of the place, as text; empty when it holds nothing. */
  readonly found: string;
  /** An example of a right value, as text; empty when it is obvious. */
  readonly expected: string;
  /** The other tables that are lost as this one is, with their first heading; absent without any. */
  readonly alsoLost?: readonly { readonly table: string; readonly cell: string }[];
}

export type FailureCode = Failure['code'];
