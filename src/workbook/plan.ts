/**
 * What a use case wants done to a workbook, as data: it can be shown, tested, refused, undone, and applied by either
 * adapter. Steps are carried out in order, in one batch, or not at all.
 */
import type { Area, CellValue } from './cells';

/** Looks by meaning; `STYLES` gives each its format, and each adapter draws it. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'label'
  | 'text'
  | 'code'
  | 'amount'
  | 'rate'
  | 'date'
  | 'year'
  | 'totalLabel'
  | 'totalAmount'
  | 'totalRate'
  | 'note'
  /** A line of a letter. */
  | 'paragraph'
  | 'controlLabel'
  | 'controlAmount'
  | 'controlText'
  | 'inputText'
  /** A repaired cell of the team's own table: the number format that the value needs, and nothing else of its look. */
  | 'repairedText'
  | 'repairedAmount'
  | 'repairedDate';

/** A line around a cell, in the words of the adapter that read it. */
export interface LookBorder {
  readonly line: string;
  readonly weight: string;
  /** `#RRGGBB`. */
  readonly color: string;
}

/**
 * The exact look of a cell before a plan, as an adapter read it: only an undo plan carries it, for the same adapter.
 */
export interface CellLook {
  readonly numberFormat: string;
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly color: string;
  };
  /** `#RRGGBB`; null when the cell is not filled. */
  readonly fill: string | null;
  readonly borders: Readonly<Record<'top' | 'bottom' | 'left' | 'right', LookBorder | null>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
}

/** The page set-up of a sheet before a plan; null members are the host's own choice. */
export interface PageLook {
  readonly landscape: boolean;
  readonly paper: string | null;
  readonly scale: number | null;
  readonly pagesWide: number | null;
  readonly pagesTall: number | null;
  /** Left, centre and right of the foot, in the codes of the adapter that read it. */
  readonly footer?: readonly string[];
  /** Rows before which somebody put a page break. */
  readonly breaks?: readonly number[];
}

/** A page break of ours that goes with its row: `from` null is a new one, `to` null one that goes away. */
export interface BreakMove {
  readonly from: number | null;
  readonly to: number | null;
}

/** One cell to write. With a formula, `value` is the result that we computed: files keep it as the cached value. */
export interface PlannedCell {
  readonly value: CellValue;
  /**
   * Invariant English form with a leading `=`; absent for a plain value. Text in `value` is always written as text,
   * never as a formula.
   */
  readonly formula?: string;
  /** Absent: the cell keeps its format. */
  readonly style?: StyleName;
  /** In an undo plan: the look to put back; takes the place of `style`. */
  readonly look?: CellLook;
  /** In an undo plan: the number format to put back where the look did not change. */
  readonly numberFormat?: string;
}

/**
 * What a series of a chart stands for; `chart-looks.ts` gives each its shape and its colour, the same in a file, in
 * Excel and in the pane.
 */
export type SeriesRole = 'realised' | 'expected' | 'cumulated' | 'ceiling';

/** A chart over rows of cells: amounts by month, or whatever the headings say. */
export interface PlannedChart {
  /** Ours, by `CHART_PREFIX`: what it is known by from one generation to the next. */
  readonly name: string;
  readonly title: string;
  /** One sentence for those who do not see it. */
  readonly description: string;
  /** The sheet of the cells that it draws. */
  readonly source: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly area: Area; readonly role: SeriesRole }[];
  /** What is said beside each axis. */
  readonly axes: { readonly categories: string; readonly values: string };
  /** The cells that it covers. */
  readonly place: Area;
}

/**
 * A chart as it stood before a plan took it away, as an adapter read it: only an undo plan carries it, for the same
 * adapter.
 */
export interface ChartLook {
  readonly title: string;
  /** In points from the corner of the sheet. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /**
   * Those that it had: people take some away, and give others a shape and a colour of line. Excel does not say the
   * colour that fills columns.
   */
  readonly series: readonly { readonly name: string; readonly shape: string; readonly line: string }[];
}

/** The id of a highlight that was not known when its undo was written: it is the one with that formula. */
export const WHATEVER_ID = '';

export type WriteStep =
  | { readonly kind: 'addSheet'; readonly sheet: string }
  /** A null cell is left untouched. */
  | {
      readonly kind: 'setCells';
      readonly sheet: string;
      readonly top: number;
      readonly left: number;
      readonly cells: readonly (readonly (PlannedCell | null)[])[];
    }
  /** Makes an Excel Table of cells written before; the first row of the area is the headings. */
  | { readonly kind: 'addTable'; readonly sheet: string; readonly name: string; readonly area: Area }
  /** The rows of a table that stays become more or fewer; same headings. */
  | { readonly kind: 'resizeTable'; readonly sheet: string; readonly name: string; readonly area: Area }
  /**
   * Adds a row under the last one that the table has when the plan is carried out, whoever wrote that one: one cell for
   * each column.
   */
  | {
      readonly kind: 'appendRow';
      readonly sheet: string;
      readonly table: string;
      readonly cells: readonly PlannedCell[];
    }
  | { readonly kind: 'setName'; readonly name: string; readonly sheet: string; readonly area: Area }
  /** Widths in characters, from the column `left`. */
  | {
      readonly kind: 'setColumnWidths';
      readonly sheet: string;
      readonly left: number;
      readonly widths: readonly number[];
    }
  /** No row and no column: nothing is frozen any more. `columns` is 0 when absent. */
  | { readonly kind: 'freezeRows'; readonly sheet: string; readonly rows: number; readonly columns?: number }
  /**
   * A4, fit to one page wide, the sheet's name and the page number at the foot unless it says something already. The
   * first `titleRows` rows are repeated on each page: only on a sheet that the plan adds, since Excel's API cannot take
   * that back. A page begins before each row of `breaks`. `exactly` is the set-up that an undo plan puts back instead.
   */
  | {
      readonly kind: 'setPage';
      readonly sheet: string;
      readonly landscape: boolean;
      readonly titleRows?: number;
      readonly breaks?: readonly number[];
      readonly exactly?: PageLook;
    }
  /** A break that is no longer where it was put is the user's choice: it is not moved. */
  | { readonly kind: 'movePageBreaks'; readonly sheet: string; readonly moves: readonly BreakMove[] }
  /**
   * Paints the area when the formula (relative to its top left cell) is true; with `remove`, takes away the one with
   * that id, or `WHATEVER_ID` (undo).
   */
  | {
      readonly kind: 'highlightWhen';
      readonly sheet: string;
      readonly area: Area;
      readonly formula: string;
      readonly remove?: string;
    }
  /**
   * After the cells that it draws; a chart of that name must not be on the sheet. `look` is what an undo plan puts back
   * instead of ours.
   */
  | { readonly kind: 'addChart'; readonly sheet: string; readonly chart: PlannedChart; readonly look?: ChartLook }
  /**
   * The chart `before` draws other cells from now on, under the name of `chart`. Its look stays, and its place too when
   * somebody moved it.
   */
  | {
      readonly kind: 'redrawChart';
      readonly sheet: string;
      readonly chart: PlannedChart;
      readonly before: PlannedChart;
    }
  /** `drew` is what it was given to draw, for the undo. */
  | { readonly kind: 'deleteChart'; readonly sheet: string; readonly name: string; readonly drew?: PlannedChart }
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | { readonly kind: 'deleteTable'; readonly name: string }
  | { readonly kind: 'deleteName'; readonly name: string };

/** What a cell must still hold when the plan is applied; otherwise nothing is written and the cell is named. */
export interface ExpectedCells {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  /** Formula (leading `=`) or value of each cell. */
  readonly contents: readonly (readonly CellValue[])[];
}

/** What the user may ask for. */
export const PURPOSES = [
  'documents',
  'initialise',
  'repair',
  'mapping',
  'acceptance',
  'copies',
  'reconciliation',
  'undo',
] as const;

export interface WritePlan {
  /** What the user asked for, for the journal and the undo button. */
  readonly purpose: (typeof PURPOSES)[number];
  readonly expected: readonly ExpectedCells[];
  readonly steps: readonly WriteStep[];
  /** Carried out after the steps, in the same batch, and left where they are by an undo: what was done stays told. */
  readonly journal?: readonly WriteStep[];
  /**
   * Its undo is kept in the workbook too, for after a reload; a file, which is written as a copy, has its original for
   * that.
   */
  readonly keepsUndo?: true;
}

/** Everything that is carried out, in order. */
export function allSteps({ steps, journal }: WritePlan): readonly WriteStep[] {
  return journal ? [...steps, ...journal] : steps;
}

/** The page breaks of a sheet once some are moved, and the moves that happened; the breaks that people put stay. */
export function movedBreaks(
  present: readonly number[],
  moves: readonly BreakMove[],
): { readonly breaks: readonly number[]; readonly done: readonly BreakMove[] } {
  const done = moves.filter(
    ({ from, to }) =>
      (from === null || present.includes(from)) && (to === null || from !== null || !present.includes(to)),
  );
  const taken = new Set(done.map(({ from }) => from));
  const added = done.flatMap(({ to }) => to ?? []);
  return { breaks: [...new Set([...present.filter((row) => !taken.has(row)), ...added])].sort((a, b) => a - b), done };
}

/** True when the workbook is already as the plan wants it. */
export function isEmptyPlan(plan: WritePlan): boolean {
  return plan.steps.length === 0;
}
