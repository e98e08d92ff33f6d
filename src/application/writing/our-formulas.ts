/**
 * The formulas of a workbook that call ENVELOPE functions. « Corriger les formules » enters those again that Excel left
 * at `#NAME?`: a file saved where the add-in was absent keeps its calls under other names, and Excel asks for a function
 * again only when its formula is entered. « Figer les formules » leaves their values, for readers without the add-in.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, isCellError } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import { codeOf } from '../../workbook/formula-text';
import { namedCallsIn, type NameUse } from '../../workbook/named-calls';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import {
  arrayAt,
  columnOfKey,
  rowOfKey,
  valueAt,
  type NameSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import { answerOf, callAlone, shows } from '../functions/call-in-cell';
import type { FunctionState } from '../functions/function-state';

/** A call as Excel keeps it where the add-in is absent, with the number of an external link or without. */
const KEPT_CALL = /(?:\[\d{1,5}\]!)?_xldudf_ENVELOPE_([A-Z]{2,20})(?=\()/gi;
const CALL = /(?:^|[^\w.])(?:ENVELOPE\.|_xldudf_ENVELOPE_)[A-Z]{2,20}\(/i;
/** Functions whose values fill the cells around: without their formula, only the first cell would be left. */
const TABLE_CALL = /(?:^|[^\w.])(?:ENVELOPE\.|_xldudf_ENVELOPE_)(?:SUMMARY|FINDINGS)\(/i;
/** Functions that give a value for an error: the cell does not show that its call has none. */
const GUARD = /(?:^|[^\w.])(?:IFERROR|IFNA|IS[A-Z]{3,10}|ERROR\.TYPE|TYPE|AGGREGATE|COUNTA?)\(/i;

interface FormulaCell extends NameUse {
  /** The formula without its texts and names. */
  readonly code: string;
}

/** Formulas that call our functions. */
interface Calls {
  readonly all: readonly FormulaCell[];
  /** Those that show `#NAME?`, or hide it. */
  readonly broken: ReadonlySet<FormulaCell>;
}

/** The number of formulas that call our functions, themselves or by a name, and show `#NAME?`, or hide it. */
export function countBroken(workbook: WorkbookSnapshot): number {
  return callsIn(workbook).broken.size + byNames(workbook).uses.filter(showsNoName).length;
}

/** Formulas that call our functions: those that can be replaced by their values, and those that cannot. */
export function countFreezable(workbook: WorkbookSnapshot): { readonly freezable: number; readonly left: number } {
  const { all, broken } = callsIn(workbook);
  const freezable = all.filter((cell) => !broken.has(cell) && isFreezable(cell)).length;
  return { freezable, left: all.length - freezable + byNames(workbook).uses.length };
}

/**
 * The plan that enters the broken formulas again, under the names that Excel knows, the definitions of the names that
 * they use first. Refuses a protected sheet.
 */
export function planFormulas(workbook: WorkbookSnapshot): Result<WritePlan, Failure> {
  const { names, uses, isOneBroken } = byNames(workbook);
  const cells = [...callsIn(workbook).broken, ...uses.filter(showsNoName)];
  const plan = planOf('formulas', cells, ({ formula }) => ({ value: null, formula: asEntered(formula) }));
  const kept = !isOneBroken ? [] : names.filter(({ refersTo }) => asEntered(refersTo) !== refersTo);
  if (!plan.ok || kept.length === 0) return plan;
  const definitions = kept.map(({ name, refersTo }): WriteStep => ({
    ...{ kind: 'defineName', name },
    formula: asEntered(refersTo),
  }));
  return success({ ...plan.value, steps: [...definitions, ...plan.value.steps] });
}

/**
 * The plan that replaces formulas by the values that they show. Formulas in error, without a value yet, that fill
 * several cells or may hide an error stay. Refuses a protected sheet, and a cell that does not show the answer of its
 * call: Excel has not calculated it.
 */
export function planValues(workbook: WorkbookSnapshot, state: FunctionState | null): Result<WritePlan, Failure> {
  const { all, broken } = callsIn(workbook);
  const cells = all.filter((cell) => !broken.has(cell) && isFreezable(cell));
  if (state === null)
    return planOf(
      'values',
      cells.filter(({ code }) => !GUARD.test(code)),
      valueOf,
    );
  const known = cells.map((cell) => ({ cell, shown: answerShown(cell, workbook, state) }));
  const stale = known.find(({ shown }) => shown === false)?.cell;
  if (stale) {
    const place = { sheet: stale.sheet.name, cell: cellAddress(stale.row, stale.column) };
    return failure({ code: 'notCalculated', place });
  }
  const sure = known.filter(({ cell: { code }, shown }) => shown === true || !GUARD.test(code));
  return planOf(
    'values',
    sure.map(({ cell }) => cell),
    valueOf,
  );
}

const valueOf = ({ value }: NameUse): PlannedCell => ({ value });

/** A hidden `#NAME?` is known by the name under which Excel keeps the call, or by the calls beside that show theirs. */
function callsIn({ sheets }: WorkbookSnapshot): Calls {
  const all = sheets.flatMap((sheet) =>
    [...sheet.formulas].flatMap(([key, formula]): FormulaCell[] => {
      const code = codeOf(formula);
      if (!CALL.test(code)) return [];
      const [row, column] = [rowOfKey(key), columnOfKey(key)];
      return [{ sheet, row, column, formula, code, value: valueAt(sheet, row, column) }];
    }),
  );
  const isOneBroken = all.some(showsNoName);
  const hidesNoName = ({ code }: FormulaCell): boolean =>
    GUARD.test(code) && (isOneBroken || code.search(KEPT_CALL) >= 0);
  return { all, broken: new Set(all.filter((cell) => showsNoName(cell) || hidesNoName(cell))) };
}

const isCall = (formula: string): boolean => CALL.test(codeOf(formula));

/** The names defined by our calls, and the cells that use such a name without a call of their own. */
function byNames(workbook: WorkbookSnapshot): {
  readonly names: readonly NameSnapshot[];
  readonly uses: readonly NameUse[];
  /** True when a cell that uses one shows `#NAME?`, with a call of its own or without. */
  readonly isOneBroken: boolean;
} {
  const { names, uses } = namedCallsIn(workbook, isCall);
  return { names, uses: uses.filter(({ formula }) => !isCall(formula)), isOneBroken: uses.some(showsNoName) };
}

const showsNoName = ({ value }: NameUse): boolean => isCellError(value) && value.error === '#NAME?';

function isFreezable({ sheet, row, column, formula, code, value }: FormulaCell): boolean {
  if (value === null || isCellError(value) || TABLE_CALL.test(code)) return false;
  return arrayAt(sheet, row, column) === undefined && (!GUARD.test(code) || callAlone(formula) !== null);
}

/** Whether a cell shows the answer of its call; null where the formula computes with it, or reads it from ranges. */
function answerShown(
  { sheet, formula, value }: FormulaCell,
  workbook: WorkbookSnapshot,
  state: FunctionState,
): boolean | null {
  const call = callAlone(formula);
  const answer = call ? answerOf(call, sheet, workbook, state) : undefined;
  if (answer === undefined) return null;
  return answer === null ? call?.isGuarded === true : shows(value, answer);
}

/** The formula as a user enters it. */
function asEntered(formula: string): string {
  let entered = '';
  let from = 0;
  for (const { 0: kept, 1: name, index } of codeOf(formula).matchAll(KEPT_CALL)) {
    entered += `${formula.slice(from, index)}ENVELOPE.${name}`;
    from = index + kept.length;
  }
  return entered + formula.slice(from);
}

function planOf(
  purpose: 'formulas' | 'values',
  cells: readonly NameUse[],
  contentOf: (cell: NameUse) => PlannedCell,
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
  readonly first: NameUse;
  readonly cells: NameUse[];
}

const placeOf = ({ first }: Run): { sheet: string; top: number; left: number } => ({
  sheet: first.sheet.name,
  top: first.row,
  left: first.column,
});

/** Adjacent cells of a column as one step: a thousand copies of a formula are a few ranges. */
function runsOf(cells: readonly NameUse[]): Run[] {
  const runs: Run[] = [];
  const order = new Map([...new Set(cells.map(({ sheet }) => sheet))].map((sheet, index) => [sheet, index]));
  const rank = ({ sheet }: NameUse): number => order.get(sheet) ?? 0;
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
