/**
 * The formulas of a workbook that call ENVELOPE functions. « Corriger les formules » enters those again that Excel left
 * at `#NAME?`: a file saved where the add-in was absent keeps its calls under other names, and Excel asks for a function
 * again only when its formula is entered. « Figer les formules » leaves their values, for readers without the add-in.
 */
import { failure, success, type Result } from '../../domain/result';
import { isCellError, type CellValue } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import { namedCallsIn } from '../../workbook/named-calls';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import {
  columnOfKey,
  rowOfKey,
  valueAt,
  type NameSnapshot,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';

/** A call as Excel keeps it where the add-in is absent, with the number of an external link or without. */
const KEPT_CALL = /(?:\[\d{1,5}\]!)?_xldudf_ENVELOPE_([A-Z]{2,20})(?=\()/gi;
const CALL = /(?:^|[^\w.])(?:ENVELOPE\.|_xldudf_ENVELOPE_)[A-Z]{2,20}\(/i;
/** Functions whose values fill the cells around: without their formula, only the first cell would be left. */
const TABLE_CALL = /(?:^|[^\w.])(?:ENVELOPE\.|_xldudf_ENVELOPE_)(?:SUMMARY|FINDINGS)\(/i;

interface FormulaCell {
  readonly sheet: SheetSnapshot;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: CellValue;
}

/** The number of formulas that call our functions, themselves or by a name, and show `#NAME?`. */
export function countBroken(workbook: WorkbookSnapshot): number {
  return brokenIn(workbook).cells.length;
}

/** Formulas that call our functions: those that can be replaced by their values, and those that cannot. */
export function countFreezable(workbook: WorkbookSnapshot): { readonly freezable: number; readonly left: number } {
  const calls = callsOf(workbook);
  const freezable = calls.filter(isFreezable).length;
  return { freezable, left: calls.length - freezable };
}

/**
 * The plan that enters the broken formulas again, under the names that Excel knows, the definitions of the names that
 * they use first. Refuses a protected sheet.
 */
export function planFormulas(workbook: WorkbookSnapshot): Result<WritePlan, Failure> {
  const contentOf = ({ formula }: FormulaCell): PlannedCell => ({ value: null, formula: asEntered(formula) });
  const { cells, names } = brokenIn(workbook);
  const plan = planOf('formulas', cells, contentOf);
  const kept = names.filter(({ refersTo }) => asEntered(refersTo) !== refersTo);
  if (!plan.ok || kept.length === 0) return plan;
  const definitions = kept.map(({ name, refersTo }): WriteStep => ({
    kind: 'defineName',
    name,
    formula: asEntered(refersTo),
  }));
  return success({ ...plan.value, steps: [...definitions, ...plan.value.steps] });
}

/**
 * The plan that replaces formulas by the values that they show. Formulas in error, without a value yet, or that fill
 * several cells stay. Refuses a protected sheet.
 */
export function planValues(workbook: WorkbookSnapshot): Result<WritePlan, Failure> {
  return planOf('values', callsOf(workbook).filter(isFreezable), ({ value }) => ({ value }));
}

function callsOf({ sheets }: WorkbookSnapshot): FormulaCell[] {
  return sheets.flatMap((sheet) =>
    [...sheet.formulas].flatMap(([key, formula]) => {
      if (!isCall(formula)) return [];
      const [row, column] = [rowOfKey(key), columnOfKey(key)];
      return [{ sheet, row, column, formula, value: valueAt(sheet, row, column) }];
    }),
  );
}

const isCall = (formula: string): boolean => outsideTexts(formula).some((part) => CALL.test(part));

/** The formulas at `#NAME?`, and the names of our calls, where one of these formulas uses such a name. */
function brokenIn(workbook: WorkbookSnapshot): {
  readonly cells: readonly FormulaCell[];
  readonly names: readonly NameSnapshot[];
} {
  const { names, uses } = namedCallsIn(workbook, isCall);
  const broken = uses.filter(isBroken);
  const cells = [...callsOf(workbook).filter(isBroken), ...broken.filter(({ formula }) => !isCall(formula))];
  return { cells, names: broken.length > 0 ? names : [] };
}

const isBroken = ({ value }: FormulaCell): boolean => isCellError(value) && value.error === '#NAME?';

function isFreezable({ formula, value }: FormulaCell): boolean {
  return value !== null && !isCellError(value) && !outsideTexts(formula).some((part) => TABLE_CALL.test(part));
}

/** The parts of a formula that are no text: a quote inside a text is doubled, so that every other part is outside. */
function outsideTexts(formula: string): string[] {
  return formula.split('"').filter((_, index) => index % 2 === 0);
}

/** The formula as a user enters it. */
function asEntered(formula: string): string {
  const parts = formula.split('"');
  return parts.map((part, index) => (index % 2 === 0 ? part.replace(KEPT_CALL, 'ENVELOPE.$1') : part)).join('"');
}

function planOf(
  purpose: 'formulas' | 'values',
  cells: readonly FormulaCell[],
  contentOf: (cell: FormulaCell) => PlannedCell,
): Result<WritePlan, Failure> {
  const closed = cells.find(({ sheet }) => sheet.isProtected);
  if (closed) return failure({ code: 'sheetProtected', sheet: closed.sheet.name });
  const runs = runsOf(cells);
  return success({
    purpose,
    expected: runs.map((run): ExpectedCells => ({
      ...placeOf(run),
      contents: run.cells.map(({ formula }) => [formula]),
    })),
    steps: runs.map((run): WriteStep => ({
      kind: 'setCells',
      ...placeOf(run),
      cells: run.cells.map((cell) => [contentOf(cell)]),
    })),
  });
}

/** Cells one under the other. */
interface Run {
  readonly first: FormulaCell;
  readonly cells: FormulaCell[];
}

const placeOf = ({ first }: Run): { sheet: string; top: number; left: number } => ({
  sheet: first.sheet.name,
  top: first.row,
  left: first.column,
});

/** Adjacent cells of a column as one step: a thousand copies of a formula are a few ranges. */
function runsOf(cells: readonly FormulaCell[]): Run[] {
  const runs: Run[] = [];
  const order = new Map([...new Set(cells.map(({ sheet }) => sheet))].map((sheet, index) => [sheet, index]));
  const rank = ({ sheet }: FormulaCell): number => order.get(sheet) ?? 0;
  const sorted = [...cells].sort(
    (one, other) => rank(one) - rank(other) || one.column - other.column || one.row - other.row,
  );
  for (const cell of sorted) {
    const above = runs.at(-1)?.cells.at(-1);
    const isBelow = above?.sheet === cell.sheet && above.column === cell.column && above.row + 1 === cell.row;
    if (isBelow) runs.at(-1)?.cells.push(cell);
    else runs.push({ first: cell, cells: [cell] });
  }
  return runs;
}
