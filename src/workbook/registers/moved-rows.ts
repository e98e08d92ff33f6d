/**
 * Finds where the rows of an undo are now, after rows were inserted, deleted or sorted while a writing was under way or
 * since it stopped. A row that is found is restored there, with the references of its formulas as Excel would have
 * adjusted them; the others are named, and left as they are.
 */
import type { CellValue } from '../cells';
import { withRowsMoved, type RowNow, type RowsNow } from '../moved-references';
import type { ExpectedCells, PlannedCell, RowWitness, WritePlan, WriteStep } from '../plan';
import { haveColumnsMoved } from './moved-columns';
import { rowsNowOf } from './rows-now';
import { judged, mayHaveMoved, placesOf, shiftIn, type KnownOrMovedRow, type RolledBack } from './row-places';
import { without, type SheetMarks } from './row-likeness';
import type { Shift } from './shifted-rows';
import {
  BLANK,
  holdsAllButOne,
  writtenRows,
  type MovedCell,
  type PresentMarks,
  type WrittenRow,
} from './row-witnesses';

/** The marks of a sheet; null when they are not read. */
export type MarksOfSheet = (sheet: string) => SheetMarks | null;

export interface FoundRows {
  /** The undo with its rows where they are now. */
  readonly undo: WritePlan;
  /** The same with each guard where its row is now; null when a row is not found for certain. */
  readonly followed: WritePlan | null;
  /** Its cells that are left out: another one of its rows is in their place, or a row that their formula uses is gone. */
  readonly lost: readonly MovedCell[];
  /** Its cells in rows that look like those that were written, while others are like them in full: sorted, or edited. */
  readonly unsure: readonly MovedCell[];
  /** The present row of a row of the undo: its own when it did not move, or is not found. */
  readonly rowOf: (sheet: string, row: number) => number;
  /** True for a present row that is one of the undo and moved there. */
  readonly isFound: (sheet: string, row: number) => boolean;
  /** True for a sheet whose rows are all known, where they moved too. */
  readonly isCertain: (sheet: string) => boolean;
  /** True when no row of the undo moved, or may have. */
  readonly areInPlace: boolean;
  /** A cell of a sheet whose columns were inserted or deleted since: nothing is restored by its address. Null for none. */
  readonly inMovedColumns: MovedCell | null;
}

/** Of an undo whose rows did not move. */
export const IN_PLACE: Pick<FoundRows, 'rowOf' | 'isFound' | 'unsure' | 'inMovedColumns'> = {
  rowOf: (_, row) => row,
  isFound: () => false,
  unsure: [],
  inMovedColumns: null,
};

type SetCells = Extract<WriteStep, { kind: 'setCells' }>;

/** The undo with its rows where they are now; of sheets whose rows are all in place, and of those not read, as it is. */
export function findRows(
  undo: WritePlan,
  presentMarks: PresentMarks,
  marksOf: MarksOfSheet,
  rolledBack: RolledBack | null = null,
): FoundRows {
  const sheets = new Map<string, SheetRows>();
  const movedSheets = new Set<string>();
  const certain = new Set<string>();
  const isCertain = (sheet: string): boolean => certain.has(sheet.toLowerCase());
  for (const [sheet, rows] of rowsBySheet(undo, presentMarks)) {
    const marks = mayHaveMoved(rows, rolledBack) ? marksOf(sheet) : null;
    const shift = marks && rolledBack && shiftIn(sheet, undo, rows, marks, rolledBack);
    if (shift) certain.add(sheet);
    const isByPosition = rolledBack?.isByPosition ?? (() => false);
    const known = marks ? judged(rows, marks, shift, isByPosition) : rows;
    if (shift || known.some(({ isInPlace }) => !isInPlace)) movedSheets.add(sheet);
    if (marks && movedSheets.has(sheet)) sheets.set(sheet, new SheetRows(known, marks, isByPosition, shift));
  }
  if (sheets.size === 0) return { undo, followed: null, lost: [], ...IN_PLACE, isCertain, areInPlace: true };
  const found = (sheet: string): SheetRows | undefined => sheets.get(sheet.toLowerCase());
  const rowsNow: RowsNow = (sheet) => found(sheet)?.rowNow ?? null;
  const unknown: MovedCell[] = [];
  const there: Omit<WritePlan, 'expected'> = {
    ...undo,
    steps: undo.steps.flatMap((step): readonly WriteStep[] =>
      step.kind === 'setCells' ? stepsMoved(step, found(step.sheet) ?? null, rowsNow, unknown) : [step],
    ),
    witnesses: [
      ...(undo.witnesses ?? []).filter(({ sheet }) => !found(sheet)),
      ...[...sheets.values()].flatMap((rows) => rows.witnesses()),
    ],
  };
  const areFound =
    sheets.size === movedSheets.size && unknown.length === 0 && [...sheets.values()].every((rows) => rows.areFound);
  const adjusted = (guard: ExpectedCells): ExpectedCells => withContentsMoved(guard, rowsNow);
  const allGuards = (): WritePlan['expected'] =>
    undo.expected.flatMap((guard) => (found(guard.sheet)?.guards(guard) ?? [guard]).map(adjusted));
  return {
    undo: {
      ...there,
      expected: undo.expected.flatMap((guard) => [
        guard,
        ...(found(guard.sheet)?.guardsMoved(guard) ?? []).map(adjusted),
      ]),
    },
    followed: areFound ? { ...there, expected: allGuards() } : null,
    lost: [...[...sheets.values()].flatMap((rows) => rows.lost()), ...unknown],
    unsure: [...sheets.values()].flatMap((rows) => rows.unsure()),
    rowOf: (sheet, row) => found(sheet)?.placeOf(row) ?? row,
    isFound: (sheet, row) => found(sheet)?.isTarget(row) === true,
    isCertain,
    areInPlace: [...sheets.values()].every((rows) => rows.areInPlace),
    inMovedColumns: [...sheets.values()].map((rows) => rows.inMovedColumns()).find((cell) => cell !== null) ?? null,
  };
}

function rowsBySheet(undo: WritePlan, presentMarks: PresentMarks): ReadonlyMap<string, readonly WrittenRow[]> {
  const bySheet = new Map<string, WrittenRow[]>();
  for (const row of writtenRows(undo.steps, undo.witnesses ?? [], presentMarks)) {
    const key = row.witness.sheet.toLowerCase();
    const rows = bySheet.get(key) ?? [];
    bySheet.set(key, rows);
    rows.push(row);
  }
  return bySheet;
}

/** The cells of a step where their rows are now. `rows`: null for a sheet whose rows did not move. */
function stepsMoved(step: SetCells, rows: SheetRows | null, rowsNow: RowsNow, unknown: MovedCell[]): SetCells[] {
  const moved = (rows?.steps(step) ?? [step]).map((one) => withFormulasMoved(one, rowsNow, unknown));
  return [...moved, ...(rows?.leftInPlace(step) ?? [])];
}

/** The step with the formulas of its cells after the move; `unknown` gets the cells whose formula is not known any more. */
function withFormulasMoved(step: SetCells, rowsNow: RowsNow, unknown: MovedCell[]): SetCells {
  const moved = (cell: PlannedCell | null, row: number, column: number): PlannedCell | null => {
    if (cell?.formula === undefined) return cell;
    const formula = withRowsMoved(cell.formula, step.sheet, rowsNow);
    if (formula !== null) return { ...cell, formula };
    unknown.push({ sheet: step.sheet, row, column });
    return null;
  };
  return {
    ...step,
    cells: step.cells.map((row, r) => row.map((cell, c) => moved(cell, step.top + r, step.left + c))),
  };
}

/** The guard with its formulas after the move; one that is not known any more is held by no cell. */
function withContentsMoved(guard: ExpectedCells, rowsNow: RowsNow): ExpectedCells {
  const moved = (content: CellValue): CellValue =>
    typeof content === 'string' && content.startsWith('=')
      ? (withRowsMoved(content, guard.sheet, rowsNow) ?? content)
      : content;
  return { ...guard, contents: guard.contents.map((row) => row.map(moved)) };
}

/**
 * The cells of rows that hold all that was written in a row of the undo but one content, which may be edited. That row
 * held nothing else, and is blank: one may be it, moved among blank ones, or another one like it. None of rows that
 * are found.
 */
export function likeEmptiedRows(
  undo: WritePlan,
  presentMarks: PresentMarks,
  marksOf: MarksOfSheet,
  { isCertain, rowOf }: Pick<FoundRows, 'isCertain' | 'rowOf'>,
): readonly MovedCell[] {
  const written = writtenRows(undo.steps, undo.witnesses ?? [], presentMarks);
  return written.flatMap(({ witness, row, columns, isInPlace, isEmptied }) => {
    const isLeft = isInPlace || rowOf(witness.sheet, row) === row; // not found elsewhere
    const marks = isLeft && isEmptied && !isCertain(witness.sheet) ? marksOf(witness.sheet) : null;
    if (!marks) return [];
    const wanted = ' '.repeat(witness.left - marks.left) + (witness.rows[row - witness.top] ?? '');
    return marks.rows.flatMap((now, at) =>
      at !== row && holdsAllButOne(wanted, now)
        ? columns.map((column) => ({ sheet: witness.sheet, row: at, column }))
        : [],
    );
  });
}

/** The rows of a sheet in which the undo writes. */
class SheetRows {
  /** The present row of each row that moved and is found. */
  private readonly places: ReadonlyMap<number, number>;
  private readonly targets: ReadonlySet<number>;
  /** The columns of the undo in each row, as it is now. */
  private readonly columnsAt: ReadonlyMap<number, readonly number[]>;
  /** The rows that are not in place, and not found. */
  private readonly gone: ReadonlySet<number>;
  /** Where each row of the sheet is, written or not. */
  readonly rowNow: RowNow;

  constructor(
    private readonly rows: readonly KnownOrMovedRow[],
    private readonly marks: SheetMarks,
    private readonly isByPosition: RolledBack['isByPosition'],
    shift: Shift | null,
  ) {
    this.places = placesOf(rows, marks, shift);
    this.targets = new Set(this.places.values());
    this.columnsAt = new Map(rows.map(({ row, columns }) => [this.places.get(row) ?? row, columns]));
    const isGone = ({ witness: { sheet }, row, columns, isInPlace }: WrittenRow): boolean =>
      !isInPlace && !this.places.has(row) && !columns.some((column) => isByPosition(sheet, row, column));
    this.gone = new Set(rows.filter(isGone).map(({ row }) => row));
    const known = rows
      .filter(({ row }) => !this.gone.has(row))
      .map(({ row }) => [row, this.placeOf(row) ?? row] as const);
    this.rowNow = rowsNowOf(known, [...new Set(rows.map(({ witness }) => witness))], marks);
  }

  get areInPlace(): boolean {
    return this.rows.every(({ isInPlace }) => isInPlace);
  }

  placeOf(row: number): number | undefined {
    return this.places.get(row);
  }

  isTarget(row: number): boolean {
    return this.targets.has(row);
  }

  /** The cells of a step, each run of rows where it is now. */
  steps(step: SetCells): readonly SetCells[] {
    const filled = step.cells.map((cells) => cells.some((cell) => cell !== null));
    return this.runsOf(step.top, filled).map(({ first, end, offset }) => ({
      ...step,
      top: first + offset,
      cells: step.cells.slice(first - step.top, end - step.top),
    }));
  }

  /**
   * The cells that were written by position in rows that are found elsewhere: another row was there, with the same
   * contents by then, its formulas included.
   */
  leftInPlace(step: SetCells): readonly SetCells[] {
    const cells = step.cells.map((row, r) =>
      row.map((cell, c) => (this.isLeft(step.sheet, step.top + r, step.left + c) ? cell : null)),
    );
    return cells.some((row) => row.some((cell) => cell !== null)) ? [{ ...step, cells }] : [];
  }

  private isLeft(sheet: string, row: number, column: number): boolean {
    const isElsewhere = (this.places.get(row) ?? row) !== row;
    return isElsewhere && this.isByPosition(sheet, row, column) && !this.columnsAt.get(row)?.includes(column);
  }

  /**
   * True when each row is in its place, or is found beside a row that it was beside: one like it may be elsewhere, and
   * it may be deleted.
   */
  get areFound(): boolean {
    if (this.gone.size > 0) return false;
    const writtenIn = new Map(this.rows.map(({ row, columns }) => [row, columns]));
    return this.rows.every((one) => {
      const place = this.places.get(one.row) ?? one.row;
      return (
        one.isInPlace || [-1, 1].some((side) => this.isBeside(one, place, side, writtenIn.get(one.row + side) ?? []))
      );
    });
  }

  private isBeside({ witness, row }: WrittenRow, place: number, side: number, columns: readonly number[]): boolean {
    const recorded = without(witness.rows[row + side - witness.top] ?? '', witness.left, witness, columns);
    const present = without(this.marks.rows[place + side] ?? '', this.marks.left, witness, columns);
    return recorded.trim() !== '' && recorded === present;
  }

  /** The guards of the rows that moved, where they are now. */
  guardsMoved(guard: ExpectedCells): readonly ExpectedCells[] {
    return this.guards(guard, (row) => this.places.has(row));
  }

  /** The guards of the rows, where they are now. */
  guards(guard: ExpectedCells, isWanted: (row: number) => boolean = () => true): readonly ExpectedCells[] {
    const filled = guard.contents.map((contents) => contents.length > 0);
    return this.runsOf(guard.top, filled)
      .filter(({ first }) => isWanted(first))
      .map(({ first, end, offset }) => ({
        ...guard,
        top: first + offset,
        contents: guard.contents.slice(first - guard.top, end - guard.top),
      }));
  }

  /** By which the rows are recognised from now on; nothing is like a row that is gone. */
  witnesses(): readonly RowWitness[] {
    const there = this.rows.filter(({ row }) => !this.isReplaced(row) && !this.gone.has(row));
    const gone = this.rows.filter(({ row }) => !this.isReplaced(row) && this.gone.has(row));
    const placed = there.map(({ witness, row }) => ({ witness, place: this.places.get(row) ?? row }));
    const width = ({ rows }: RowWitness): number => rows[0]?.length ?? 0;
    placed.sort(
      (one, other) =>
        one.witness.left - other.witness.left || width(one.witness) - width(other.witness) || one.place - other.place,
    );
    const done: { sheet: string; top: number; left: number; rows: string[] }[] = [];
    for (const { witness, place } of placed) {
      const last = done.at(-1);
      const isLike = last?.left === witness.left && last.rows[0]?.length === width(witness);
      const end = last ? last.top + last.rows.length : 0;
      if (last && isLike && place >= end && place <= end + FARTHEST && !this.isGoneWithin(end, place))
        for (let row = end; row <= place; row++) last.rows.push(this.textAt(row, witness));
      else done.push({ sheet: witness.sheet, top: place, left: witness.left, rows: [this.textAt(place, witness)] });
    }
    const never = gone.map(({ witness, row }) => ({ ...witness, top: row, rows: [NOTHING.repeat(width(witness))] }));
    return [...done, ...never];
  }

  lost(): readonly MovedCell[] {
    return this.rows.flatMap(({ witness: { sheet }, row, columns }) =>
      this.isReplaced(row) && this.gone.has(row) ? columns.map((column) => ({ sheet, row, column })) : [],
    );
  }

  /** The first cell of rows that are not found, where it is their columns that moved. */
  inMovedColumns(): MovedCell | null {
    const gone = this.rows.filter(({ row }) => this.gone.has(row));
    const [first] = gone;
    if (!first || !haveColumnsMoved(gone, this.marks)) return null;
    return { sheet: first.witness.sheet, row: first.row, column: first.columns[0] ?? 0 };
  }

  unsure(): readonly MovedCell[] {
    return this.rows.flatMap(({ witness: { sheet }, row, columns, isUnsure }) =>
      isUnsure === true ? columns.map((column) => ({ sheet, row, column })) : [],
    );
  }

  /** True for a row that is not found, and in whose place another row of the undo is. */
  private isReplaced(row: number): boolean {
    return this.targets.has(row) && !this.places.has(row);
  }

  private textAt(row: number, { left, rows }: RowWitness): string {
    const text = this.marks.rows[row] ?? '';
    const first = left - this.marks.left;
    return Array.from(rows[0] ?? '', (_, c) => text[first + c] ?? BLANK).join('');
  }

  /** Runs of filled rows that moved by as much, without those in whose place another one is. */
  private runsOf(top: number, filled: readonly boolean[]): readonly Run[] {
    const runs: Run[] = [];
    for (const [r, isFilled] of filled.entries()) {
      const row = top + r;
      if (!isFilled || this.isReplaced(row)) continue;
      const offset = (this.places.get(row) ?? row) - row;
      const last = runs.at(-1);
      const isSame = last?.offset === offset && this.places.has(last.first) === this.places.has(row);
      if (last && isSame && !this.isReplacedWithin(last.end, row)) last.end = row + 1;
      else runs.push({ first: row, end: row + 1, offset });
    }
    return runs;
  }

  private isReplacedWithin(first: number, end: number): boolean {
    for (let row = first; row < end; row++) if (this.isReplaced(row)) return true;
    return false;
  }

  private isGoneWithin(first: number, end: number): boolean {
    for (let row = first; row < end; row++) if (this.gone.has(row)) return true;
    return false;
  }
}

interface Run {
  readonly first: number;
  end: number;
  readonly offset: number;
}

/** A mark of no content. */
const NOTHING = '!';
/** Rows between two that are recognised by one witness. */
const FARTHEST = 64;
