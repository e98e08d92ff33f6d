/** The state of a workbook before a plan is written: what a refusal and an undo are decided on. */
import type { RowMarks } from '../../../workbook/row-marks';
import type { Area, CellValue } from '../../../workbook/cells';
import type { ThingKind } from '../../../workbook/failure';
import type { CellOfSheet } from '../spills';
import type { MovedCell } from '../../../workbook/registers/row-witnesses';
import type { DoubtfulBorders } from './looks/borders';
import type {
  CellLook,
  ChartLook,
  ExpectedCells,
  InputMessage,
  MovedBreaks,
  PageLook,
  RowWitness,
  WriteStep,
} from '../../../workbook/plan';

export type SetCells = Extract<WriteStep, { kind: 'setCells' }>;
export type AppendRow = Extract<WriteStep, { kind: 'appendRow' }>;
export type ResizeTable = Extract<WriteStep, { kind: 'resizeTable' }>;
export type AddChart = Extract<WriteStep, { kind: 'addChart' }>;
export type RedrawChart = Extract<WriteStep, { kind: 'redrawChart' }>;
export type DeleteChart = Extract<WriteStep, { kind: 'deleteChart' }>;

/** The cells under a `setCells` step. Looks are read only where the step changes them. */
export interface CellsBefore {
  readonly contents: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly looks: readonly (readonly CellLook[])[] | null;
  readonly merged: readonly Area[];
  /** Parts of the rectangle of which formulas fill some cells. */
  readonly spilling: readonly Area[];
}

/** A chart to redraw, as found in the workbook. */
export interface PresentChart {
  readonly name: string;
  readonly title: string;
  readonly series: readonly string[];
  /** True when it covers the cells that the plan gave it: nobody moved or resized it. */
  readonly isInPlace: boolean;
}

/** The validation of cells that have our list, or no rule. */
export interface PresentList {
  /** Null without a rule. */
  readonly source: string | null;
  /** The input message of the team, which cells have with or without a rule; null without one. */
  readonly prompt: InputMessage | null;
}

/** The sheet of the undo record, or the name for a new one. */
export interface UndoPlace {
  readonly name: string;
  /** Null when the sheet is yet to be added. */
  readonly id: string | null;
  /** The state of the record there; null when there is none. */
  readonly state: string | null;
  /** Its key; blank without any. */
  readonly key: string;
}

/** Of the Excel that is written in. */
export interface WritingHost {
  /** It gives the notes of cells, which are no comments (ExcelApi 1.18): a sheet is not deleted with them. */
  readonly givesNotes: boolean;
  /** That it takes in one request, and gives in one answer; as Excel on the web when it is not given. */
  readonly requestBytes?: number;
}

/** Excel on the web refuses 5 MB, and restarts an add-in that does not answer for 5 seconds. */
export const USUAL_REQUEST_BYTES = 3_000_000;

/** The things of a sheet by kind: a chart by its name, a shape by its type, others by nothing. */
export type FoundThings = ReadonlyMap<ThingKind, readonly string[]>;

export interface Before {
  /** Lower-case name (Excel ignores the case of names) to id. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Id to name. */
  readonly sheetNames: ReadonlyMap<string, string>;
  undoPlace: UndoPlace;
  /** The first cells of each sheet whose name is that of an undo record, by lower-case name. */
  readonly undoSheets: Map<string, { readonly notice: unknown; readonly state: unknown; readonly key: unknown }>;
  /** The protected ones among the plan's sheets, by lower-case name. */
  readonly protectedSheets: Set<string>;
  /** Lower-case name to sheet and area, totals row included. */
  readonly tables: Map<string, { readonly sheet: string; readonly area: Area }>;
  /** Workbook names and what they refer to. */
  readonly names: ReadonlyMap<string, string>;
  readonly structureProtected: boolean;
  readonly cells: Map<SetCells, CellsBefore>;
  readonly guards: Map<ExpectedCells, () => readonly (readonly CellValue[])[]>;
  /** The cells around those of the plan, before it; of an undo, those that it recorded, as they are now. */
  readonly witnesses: (RowWitness & { readonly rows: string[] })[];
  /** Bytes of the answer that gives these cells, row by row of each witness. */
  readonly aroundBytes: Map<RowWitness, number[]>;
  /** Of an undo: its cells in rows that somebody edited or sorted, nobody knows which, and those for which it stops. */
  readonly unsure: MovedCell[];
  /** Cells whose borders are read again before anything is written. */
  readonly doubtful: DoubtfulBorders[];
  /** The areas to write in which some rows are hidden, by lower-case sheet name. */
  readonly hiddenIn: Map<string, Area[]>;
  /** The first cell to write that the formula of another cell fills, of the steps that have one. */
  readonly filled: Map<SetCells, CellOfSheet>;
  /** The cells to write of each step that hold a data type or an image. */
  readonly rich: Map<SetCells, readonly MovedCell[]>;
  /** Contents of the sheets to delete, by lower-case name. */
  readonly sheetsToDelete: Map<string, { readonly area: Area; readonly contents: CellValue[][] }>;
  /** All else that is on them, by lower-case name. */
  readonly things: Map<string, FoundThings>;
  /** The kinds of things that Excel gives, and did not refuse so far. */
  kindsOfThings: readonly ThingKind[];
  readonly requestBytes: number;
  /** Of those, the sheets whose used area is another one since, with that area; lower-case names. */
  readonly grown: Map<string, { readonly sheet: Excel.Worksheet; readonly area: Area }>;
  /** Characters. */
  readonly widths: Map<WriteStep, number[]>;
  readonly freezes: Map<WriteStep, { readonly rows: number; readonly columns: number }>;
  readonly pages: Map<WriteStep, PageLook>;
  /** Rows below the manual page breaks of the sheets where a step sets or moves one, by lower-case sheet name. */
  readonly breaks: Map<string, readonly number[]>;
  /** The page breaks that each step moves, once the steps before it are done. */
  readonly movedBreaks: Map<WriteStep, MovedBreaks>;
  /**
   * Ids of the conditional formats of the areas that a step highlights; only those with the step's formula when the
   * step does not know the id of its own.
   */
  readonly highlights: Map<WriteStep, readonly string[]>;
  /** The list in the area of a step; absent for the rule of somebody else. */
  readonly lists: Map<WriteStep, PresentList>;
  /** Of the documents whose rows take another place, by lower-case sheet name; set once the cells are read. */
  movedLooks: ReadonlyMap<string, MovedLooks>;
  /** The rows that a step gives back, as they are now. */
  readonly takenRows: Map<ResizeTable, TakenRows>;
  /** The area of the table of a step where people made it longer meanwhile. */
  readonly foundTables: Map<ResizeTable, Area>;
  /** The tables to which a row is appended. */
  readonly growingTables: Map<AppendRow, GrowingTable>;
  /** Names of all the charts of the sheets where a step adds or deletes one, by lower-case sheet name. */
  readonly charts: Map<string, readonly string[]>;
  /** The charts to redraw that exist. */
  readonly presentCharts: Map<RedrawChart, PresentChart>;
  /** Looks of the charts to delete that the plan can draw again. */
  readonly chartLooks: Map<DeleteChart, ChartLook>;
}

/** Rows of a table that an undo takes out of it. */
export interface TakenRows {
  readonly area: Area;
  readonly contents: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** `below`: the contents of the row under the table, which a new row takes; `isBelowFilled`: a formula fills some. */
export interface GrowingTable {
  readonly isBelowFilled: boolean;
  readonly area: Area;
  readonly isPlain: boolean;
  readonly below: readonly CellValue[];
}

/** The looks of the rows of a document of one sheet that take another place. */
export interface MovedLooks {
  /** The rows that are written whole, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** By the new place, as `formulaKey` gives it. */
  readonly marks: ReadonlyMap<number, RowMarks>;
}

/** The rectangle that a step writes to. */
export function areaOf(step: SetCells): Area {
  return {
    top: step.top,
    left: step.left,
    rows: step.cells.length,
    columns: Math.max(0, ...step.cells.map((row) => row.length)),
  };
}

const POINTS_PER_PIXEL = 0.75;

/** A column width in characters: n characters take 7n + 5 pixels, and Excel's objects count in points. */
export function charactersOf(points: number): number {
  return (points / POINTS_PER_PIXEL - 5) / 7;
}

/** The reverse of `charactersOf`. */
export function pointsOf(characters: number): number {
  return (characters * 7 + 5) * POINTS_PER_PIXEL;
}
