/**
 * Joins single cells of a plan into ranges: thousands of repaired cells are then read and written in few operations.
 * Cells between two joined ones are left alone, in a step (null) as in a guard (an empty row).
 */
import { cellAddress, type CellValue } from '../../../workbook/cells';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../../workbook/plan';
import type { SetCells } from './before';

/** Rows between two cells of a column that are still joined: about what a range of its own weighs in a request. */
const WIDEST_GAP = 20;
/** Rows of a joined range: a request is cut between two of them, and no range has more merged areas than Excel gives. */
const LONGEST_RANGE = 500;

/** The same plan with fewer steps and guards. */
export function joinCells(plan: WritePlan): WritePlan {
  return { ...plan, expected: joinGuards(plan.expected), steps: joinSteps(plan.steps) };
}

function joinSteps(steps: readonly WriteStep[]): readonly WriteStep[] {
  const joined: WriteStep[] = [];
  let singles: SetCells[] = [];
  const close = (): void => {
    joined.push(...joinedSteps(singles));
    singles = [];
  };
  for (const step of steps) {
    if (isSingleStep(step)) {
      singles.push(step);
      continue;
    }
    close();
    joined.push(step);
  }
  close();
  return joined;
}

function isSingleStep(step: WriteStep): step is SetCells {
  return step.kind === 'setCells' && step.cells.length === 1 && step.cells[0]?.length === 1;
}

function joinedSteps(steps: readonly SetCells[]): readonly WriteStep[] {
  const runs = runsOf(steps.map((step) => ({ ...step, content: step.cells[0]?.[0] ?? null })));
  if (!runs) return steps;
  return runs.map((run): WriteStep => ({
    kind: 'setCells',
    ...run.place,
    cells: run.rows.map((cell): readonly (PlannedCell | null)[] => [cell ?? null]),
  }));
}

function joinGuards(guards: readonly ExpectedCells[]): readonly ExpectedCells[] {
  const isSingle = ({ contents }: ExpectedCells): boolean => contents.length === 1 && contents[0]?.length === 1;
  const singles = guards.filter(isSingle);
  const runs = runsOf(singles.map((guard) => ({ ...guard, content: guard.contents[0]?.[0] ?? null })));
  if (!runs) return guards;
  return [
    ...guards.filter((guard) => !isSingle(guard)),
    ...runs.map((run): ExpectedCells => ({
      ...run.place,
      contents: run.rows.map((content): readonly CellValue[] => (content === undefined ? [] : [content])),
    })),
  ];
}

interface Single<T> {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly content: T;
}

interface Run<T> {
  readonly place: { readonly sheet: string; readonly top: number; readonly left: number };
  /** Undefined between two joined cells. */
  readonly rows: (T | undefined)[];
}

/**
 * The cells by column, near ones together, from the top of each sheet; null when a cell comes twice, since the order
 * then matters.
 */
function runsOf<T>(cells: readonly Single<T>[]): readonly Run<T>[] | null {
  const columns = new Map<string, Single<T>[]>();
  const seen = new Set<string>();
  for (const cell of cells) {
    const address = `${cellAddress(cell.top, cell.left)} ${cell.sheet.toLowerCase()}`;
    if (seen.has(address)) return null;
    seen.add(address);
    const key = `${cell.left} ${cell.sheet.toLowerCase()}`;
    const column = columns.get(key);
    if (column) column.push(cell);
    else columns.set(key, [cell]);
  }
  const sheets = [...new Set(cells.map(({ sheet }) => sheet.toLowerCase()))];
  const orderOf = ({ place }: Run<T>): number => sheets.indexOf(place.sheet.toLowerCase());
  return [...columns.values()]
    .flatMap((column) => runsOfColumn(column.sort((one, other) => one.top - other.top)))
    .sort((one, other) => orderOf(one) - orderOf(other) || one.place.top - other.place.top);
}

function runsOfColumn<T>(column: readonly Single<T>[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const { sheet, top, left, content } of column) {
    const run = runs.at(-1);
    const offset = run ? top - run.place.top : 0;
    const isNear = run && offset - run.rows.length <= WIDEST_GAP && offset < LONGEST_RANGE;
    if (isNear) {
      while (run.rows.length < offset) run.rows.push(undefined);
      run.rows.push(content);
    } else runs.push({ place: { sheet, top, left }, rows: [content] });
  }
  return runs;
}
