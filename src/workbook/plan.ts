/**
 * The changes that a use case makes to a workbook, as data: a plan can be shown, tested, refused, undone, and applied
 * by either adapter. Its steps are applied in order, in one batch, or not at all.
 */
import type { Area, CellValue } from './cells';
import type { FollowedRows } from './followed-rows';
import type { DocumentAdvice } from './writer-advice';

/** A style by its meaning; `STYLES` has the format of each. */
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
  /** A repaired cell of the team's own table: sets the number format that the value needs, and nothing else. */
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
  /** Absent: the plan did not change them. */
  readonly borders?: Readonly<Record<'top' | 'bottom' | 'left' | 'right', LookBorder | null>>;
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

/** Moves a page break of ours with its row; `from` null adds one, `to` null removes one. */
export interface BreakMove {
  readonly from: number | null;
  readonly to: number | null;
}

/** One cell to write. With a formula, `value` is its result, which files store as the cached value. */
export interface PlannedCell {
  readonly value: CellValue;
  /**
   * Invariant English form with a leading `=`; absent for a plain value. Text in `value` is always written as text,
   * never as a formula.
   */
  readonly formula?: string;
  /** Absent: the cell keeps its format. */
  readonly style?: StyleName;
  /** In an undo plan: the look to restore, instead of `style`. */
  readonly look?: CellLook;
  /** In an undo plan: the number format to restore where the look did not change. */
  readonly numberFormat?: string;
}

/** The meaning of a series of a chart; `chart-looks.ts` has the shape and the colour of each. */
export type SeriesRole = 'realised' | 'expected' | 'cumulated' | 'ceiling';

/** A chart of rows of cells, such as amounts by month. */
export interface PlannedChart {
  /** Starts with `CHART_PREFIX`; identifies the chart from one generation to the next. */
  readonly name: string;
  readonly title: string;
  /** The alternative text. */
  readonly description: string;
  /** The sheet of the cells that it draws. */
  readonly source: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly area: Area; readonly role: SeriesRole }[];
  /** The titles of the axes. */
  readonly axes: { readonly categories: string; readonly values: string };
  /** The cells that it covers. */
  readonly place: Area;
}

/** A chart before a plan deleted it, as an adapter read it. Only an undo plan carries it, for the same adapter. */
export interface ChartLook {
  readonly title: string;
  /** In points from the corner of the sheet. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /**
   * Its series, some of which a person may have removed or restyled. Excel does not give the fill colour of columns.
   */
  readonly series: readonly { readonly name: string; readonly shape: string; readonly line: string }[];
}

/** The id of a highlight when its undo was written before it was known: the one with that formula is meant. */
export const WHATEVER_ID = '';

/** The message that Excel shows when a cell is selected. */
export interface InputMessage {
  readonly title: string;
  readonly message: string;
  readonly showPrompt: boolean;
}

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
  /**
   * Moves a table as cut and paste does: formats, comments and the references of formulas follow. Only in Excel, which
   * alone can. `sheet`, `top`, `left` are the place of its first cell, title included; `from` is its place before.
   */
  | {
      readonly kind: 'moveTable';
      readonly sheet: string;
      readonly top: number;
      readonly left: number;
      readonly name: string;
      /** The row above the headings moves with it. */
      readonly hasTitle: boolean;
      /** Blank rows that it may take at its new place, its own included: a longer table is not moved. */
      readonly room: number;
      readonly from: { readonly sheet: string; readonly top: number; readonly left: number; readonly room: number };
    }
  /**
   * Changes the number of rows of a table; same headings. `from` is its area before: the difference is what is taken in
   * or given back, whatever people put in meanwhile.
   */
  | {
      readonly kind: 'resizeTable';
      readonly sheet: string;
      readonly name: string;
      readonly area: Area;
      readonly from: Area;
    }
  /**
   * Adds a row under the last row of the table at the time of writing, with one cell for each column.
   */
  | {
      readonly kind: 'appendRow';
      readonly sheet: string;
      readonly table: string;
      readonly cells: readonly PlannedCell[];
    }
  | { readonly kind: 'setName'; readonly name: string; readonly sheet: string; readonly area: Area }
  /** Names a column of a table or a list of texts, for formulas; `formula` has a leading `=`. */
  | { readonly kind: 'defineName'; readonly name: string; readonly formula: string }
  /** Widths in characters, from the column `left`. */
  | {
      readonly kind: 'setColumnWidths';
      readonly sheet: string;
      readonly left: number;
      readonly widths: readonly number[];
    }
  /** No row and no column: unfreezes. `columns` is 0 when absent. */
  | { readonly kind: 'freezeRows'; readonly sheet: string; readonly rows: number; readonly columns?: number }
  /**
   * A4, fit to one page wide, the sheet's name and the page number in the footer unless there is one. The first
   * `titleRows` rows are repeated on each page: only on a sheet that the plan adds, since Excel's API cannot undo that.
   * A page begins before each row of `breaks`. `exactly` is the set-up that an undo plan restores instead.
   */
  | {
      readonly kind: 'setPage';
      readonly sheet: string;
      readonly landscape: boolean;
      readonly titleRows?: number;
      readonly breaks?: readonly number[];
      readonly exactly?: PageLook;
    }
  /** A break that is no longer at its recorded row was moved by the user: it is left alone. */
  | { readonly kind: 'movePageBreaks'; readonly sheet: string; readonly moves: readonly BreakMove[] }
  /** In a file, notes, links, rules and marks of people on the rows of a document follow them. */
  | ({ readonly kind: 'followRows'; readonly sheet: string } & FollowedRows)
  /**
   * Highlights the area when the formula (relative to its top left cell) is true; with `remove` (undo), deletes the
   * highlight of that id, or `WHATEVER_ID`.
   */
  | {
      readonly kind: 'highlightWhen';
      readonly sheet: string;
      readonly area: Area;
      readonly formula: string;
      readonly remove?: string;
    }
  /**
   * Gives cells a list of values to choose from, and still takes any other; cells with a rule of their own are left.
   * `source`: values between commas, or a reference with a leading `=`. The input message of the team stays; of an undo,
   * `prompt` is the one that the cells had, where they have none.
   */
  | {
      readonly kind: 'setList';
      readonly sheet: string;
      readonly area: Area;
      readonly source: string;
      readonly prompt?: InputMessage;
    }
  /** Takes away a list that `setList` gave, without its input message; a rule of somebody else is left. */
  | { readonly kind: 'removeList'; readonly sheet: string; readonly area: Area; readonly prompt?: InputMessage }
  /**
   * Comes after the cells of its data; a chart of that name must not be on the sheet. `look` is the look that an undo
   * plan restores instead of ours.
   */
  | { readonly kind: 'addChart'; readonly sheet: string; readonly chart: PlannedChart; readonly look?: ChartLook }
  /**
   * Gives the chart `before` other cells and the name of `chart`. Its look is kept, and its place too when a person
   * moved it.
   */
  | {
      readonly kind: 'redrawChart';
      readonly sheet: string;
      readonly chart: PlannedChart;
      readonly before: PlannedChart;
    }
  /** `drew` is the chart as it was planned, for the undo. */
  | { readonly kind: 'deleteChart'; readonly sheet: string; readonly name: string; readonly drew?: PlannedChart }
  /**
   * `charts`, `tables`: the names of the charts and the number of the tables that the writing put on the sheet, of which
   * any other is people's; absent in the record of an earlier version.
   */
  | {
      readonly kind: 'deleteSheet';
      readonly sheet: string;
      readonly charts?: readonly string[];
      readonly tables?: number;
    }
  /** `at`: where the plan to undo put it; absent in the record of an earlier version. */
  | {
      readonly kind: 'deleteTable';
      readonly name: string;
      readonly at?: { readonly sheet: string; readonly area: Area };
    }
  | { readonly kind: 'deleteName'; readonly name: string };

/** Cells that must be unchanged when the plan is applied; otherwise nothing is written and the cell is named. */
export interface ExpectedCells {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  /** The content of each cell, as `contentOf` gives it; a row without contents is not checked. */
  readonly contents: readonly (readonly CellValue[])[];
}

/** The marks of cells around written ones (`registers/row-witnesses.ts`), one text for each row. */
export interface RowWitness {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: readonly string[];
}

/** The purposes of a plan, as the journal and the undo button name them. */
export const PURPOSES = [
  'documents',
  'initialise',
  'registers',
  'ledger',
  'repair',
  'mapping',
  'acceptance',
  'reading',
  'copies',
  'reconciliation',
  'formulas',
  'values',
  'comparison',
  'extension',
  'request',
  'duty',
  'formula',
  'row',
  'statusColumn',
  'lists',
  'undo',
  'keep',
] as const;

export interface WritePlan {
  readonly purpose: (typeof PURPOSES)[number];
  readonly expected: readonly ExpectedCells[];
  readonly steps: readonly WriteStep[];
  /** Applied after the steps, in the same batch, and kept by an undo. */
  readonly journal?: readonly WriteStep[];
  /**
   * Its undo is kept in the workbook too, for use after a reload. Not needed in a file, whose original is unchanged.
   */
  readonly keepsUndo?: true;
  /** Takes the kept undo of a writing that stopped out of the workbook: what was written of it stays as it is. */
  readonly endsRecord?: true;
  /** Of an undo: the key of the record that it uses up (`undo-record.ts`); a later one stays. */
  readonly undoesRecord?: string;
  /** The sheets whose page set-up a later plan writes: until then, the kept undo states that it is missing. */
  readonly pageFollows?: readonly string[];
  /** True for that later plan. */
  readonly setsPage?: true;
  /** Of what the user chose, the cells to correct or the findings to accept that are not the same since: left out. */
  readonly leftAlone?: number;
  /** In the undo of a writing that stopped: the cells that somebody changed or moved since, which stay as they are. */
  readonly left?: readonly { readonly sheet: string; readonly cell: string }[];
  /** On the documents that it writes, for their writer. */
  readonly advice?: readonly DocumentAdvice[];
  /** In an undo plan: the ids of the sheets that it names, by which one that was renamed since is followed. */
  readonly sheetIds?: readonly { readonly sheet: string; readonly id: string }[];
  /** In an undo plan: what the rows that it changes are recognised by. */
  readonly witnesses?: readonly RowWitness[];
}

/** All the steps to apply, in order. */
export function allSteps({ steps, journal }: WritePlan): readonly WriteStep[] {
  return journal ? [...steps, ...journal] : steps;
}

/** The page breaks of a sheet after some moves, and the moves that applied. */
export interface MovedBreaks {
  readonly breaks: readonly number[];
  readonly done: readonly BreakMove[];
}

/** Breaks added by people are kept. */
export function movedBreaks(present: readonly number[], moves: readonly BreakMove[]): MovedBreaks {
  const done = moves.filter(
    ({ from, to }) =>
      (from === null || present.includes(from)) && (to === null || from !== null || !present.includes(to)),
  );
  const taken = new Set(done.map(({ from }) => from));
  const added = done.flatMap(({ to }) => to ?? []);
  return { breaks: [...new Set([...present.filter((row) => !taken.has(row)), ...added])].sort((a, b) => a - b), done };
}

/** True when the plan changes nothing. */
export function isEmptyPlan(plan: WritePlan): boolean {
  return plan.steps.length === 0 && !plan.endsRecord;
}

/** True for a plan that ends another writing, and that nothing undoes. */
export function endsAnother({ purpose }: WritePlan): boolean {
  return purpose === 'undo' || purpose === 'keep';
}
