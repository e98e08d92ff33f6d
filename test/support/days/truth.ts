/**
 * The true figures of a workbook: its cells are read from the grid, not through the add-in's adapter, then opened and
 * judged from nothing. The figures of the session are compared with them.
 */
import { controlledAt } from '../../../src/application/control';
import { evaluateFunction, type FunctionName } from '../../../src/application/functions/function-answers';
import { stateOfDossier, type FunctionState } from '../../../src/application/functions/function-state';
import { stateOfRefusal } from '../../../src/application/functions/refused-state';
import { openDossier } from '../../../src/application/open-dossier';
import type { Session } from '../../../src/application/session/session';
import type { ControlReport, Dossier } from '../../../src/application/dossier';
import { isoDate, type CivilDate } from '../../../src/domain/calendar/civil-date';
import type { Result } from '../../../src/domain/result';
import type { FunctionArgument } from '../../../src/application/functions/function-arguments';
import { functionWordsIn } from '../../../src/functions/function-sentences';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { fieldOfName } from '../../../src/workbook/ledger/headings';
import type { Area, CellValue } from '../../../src/workbook/cells';
import { numberFormat, shownBy, type ShownNumber } from '../../../src/workbook/number-formats';
import type { Failure } from '../../../src/workbook/failure';
import { addRow } from '../../../src/workbook/row-runs';
import { formulaKey, numbersInEuros, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import type { Grid, GridSheet, GridValue } from '../../../workbench/host/grid';
import { TODAY } from './runtime';

/** The workbook as the grid holds it. */
export function snapshotOfGrid(grid: Grid): WorkbookSnapshot {
  const nameOf = (id: string): string => grid.sheet(id)?.name ?? '';
  return {
    sheets: grid.sheets().map((sheet) => sheetOf(grid, sheet)),
    tables: grid.tables().map(({ name, sheetId, area, columns, hasTotalsRow }) => ({
      name,
      sheet: nameOf(sheetId),
      area: hasTotalsRow ? { ...area, rows: area.rows - 1 } : area,
      columns,
      hasTotalsRow,
    })),
    names: grid.names().map(({ name, scope, refersTo }) => ({ name, scope: scope && nameOf(scope), refersTo })),
    uses1904Dates: grid.uses1904Dates,
    structureProtected: grid.structureProtected,
  };
}

function sheetOf(grid: Grid, { id, name, visibility, isProtected }: GridSheet): SheetSnapshot {
  const used = grid.usedArea(id, 'values');
  const about = { id, name, visibility, isProtected, used };
  const formulas = new Map<number, string>();
  const [shown, struck] = [new Map<number, ShownNumber>(), new Set<number>()];
  const euros: number[][] = [];
  const hiddenRows = new Set<number>();
  if (!used) return { ...about, values: [], formulas, hiddenRows };
  grid.readFormulas(id, used).forEach((line, r) =>
    line.forEach((formula, c) => {
      if (formula !== null) formulas.set(formulaKey(used.top + r, used.left + c), formula);
    }),
  );
  const formats = grid.readNumberFormats(id, used);
  grid.readValues(id, used).forEach((line, r) =>
    line.forEach((value, c) => {
      const format = numberFormat(formats[r]?.[c] ?? '');
      const found = typeof value === 'number' ? shownBy(format, value) : null;
      const [row, column] = [used.top + r, used.left + c];
      if (typeof value === 'number' && format?.isInEuros) addRow((euros[column] ??= []), row);
      if (found) shown.set(formulaKey(row, column), found);
      if (grid.readStyle(id, row, column).strike === true) struck.add(formulaKey(row, column));
    }),
  );
  for (let row = used.top; row < used.top + used.rows; row++) if (grid.isRowHidden(id, row)) hiddenRows.add(row);
  const hidden = Array.from({ length: used.columns }, (_, c) => used.left + c).filter((c) =>
    grid.isColumnHidden(id, c),
  );
  const values = grid.readValues(id, used).map((line) => line.map(valueOf));
  return {
    ...about,
    values,
    formulas,
    hiddenRows,
    hiddenColumns: new Set(hidden),
    shown,
    ...numbersInEuros(
      Object.entries(euros).map(([column, rows]) => [Number(column), rows] as const),
      used,
      values,
    ),
    ...(struck.size > 0 && { struck }),
    ...mergesIn(grid, id, used),
  };
}

function mergesIn(grid: Grid, id: string, used: Area): Pick<SheetSnapshot, 'merges'> {
  const merges = [...grid.merges(id)]
    .filter(({ top, left }) => top < used.top + used.rows && left < used.left + used.columns)
    .sort((one, other) => one.top - other.top || one.left - other.left);
  return merges.length > 0 ? { merges } : {};
}

function valueOf(value: GridValue): CellValue {
  return typeof value === 'object' && value !== null ? { error: value.error } : value;
}

/** A workbook opened and judged at a date. */
export interface Truth {
  readonly opened: Result<{ readonly dossier: Dossier; readonly report: ControlReport }, Failure>;
  readonly functions: FunctionState;
}

/** `asOf`: the date of the report that is shown; the functions are always those of today. */
export function truthOf(grid: Grid, asOf: CivilDate): Truth {
  const workbook = snapshotOfGrid(grid);
  const today = isoDate(TODAY);
  const opened = openDossier(workbook);
  if (!opened.ok) {
    const tables = readConventionTables(workbook);
    const convention = tables.ok ? tables.value : null;
    return {
      opened,
      functions: stateOfRefusal(opened.failure, convention, workbook.uses1904Dates, today, fieldOfName),
    };
  }
  const controlled = controlledAt(opened.value, asOf);
  return { opened: { ok: true, value: controlled }, functions: stateOfDossier(opened.value, today) };
}

/** Figures of the session that are not the true ones; empty when all are. */
export function untrueIn(session: Session, truth: Truth): string[] {
  const { phase } = session.state();
  const { opened } = truth;
  if (phase.kind === 'loading') return ['the session is still loading'];
  if (phase.kind === 'refused' && phase.workbook === null) return []; // not read: no figure is shown
  if (phase.kind === 'refused' || !opened.ok) {
    const shown = phase.kind === 'refused' ? phase.failure.code : 'a ledger';
    const real = opened.ok ? 'a ledger' : opened.failure.code;
    return shown === real ? [] : [`shows ${shown}, the workbook has ${real}`];
  }
  const [seen, real] = [figuresOf(phase.dossier, phase.report), figuresOf(opened.value.dossier, opened.value.report)];
  const untrue = real.flatMap((line, index) =>
    line === seen[index] ? [] : [`shows ${seen[index]}, the truth is ${line}`],
  );
  return [...untrue, ...differences(findingsOf(phase.report), findingsOf(opened.value.report))].slice(0, 6);
}

/** The lines that only one of the two has, each as often as it is missing in the other. */
function differences(seen: readonly string[], real: readonly string[]): string[] {
  const [extra, missing] = [without(seen, real), without(real, seen)];
  return [
    ...missing.map((line) => `does not show ${line}`),
    ...extra.map((line) => `shows ${line}, which is not there`),
  ];
}

function without(lines: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function findingsOf({ findings }: ControlReport): string[] {
  return findings.map(({ rule, severity, place }) => `finding ${plain({ rule, severity, place })}`);
}

function figuresOf({ convention }: Dossier, { balances, accepted, rows }: ControlReport): string[] {
  const keys = ['*', ...convention.envelopes.map(({ code }) => code)];
  const figures = keys.flatMap((envelope) =>
    (['AE', 'CP'] as const).map(
      (nature) => `${envelope} ${nature} ${plain(balances.figures({ envelope, line: null }, nature))}`,
    ),
  );
  const rest = keys.slice(1).map((envelope) => `${envelope} restes ${plain(balances.outstanding(envelope))}`);
  return [...figures, ...rest, `rows ${plain(rows)}`, `accepted ${accepted.size}`];
}

/** A call of a function in a cell of the dashboard. */
export interface DashboardCall {
  readonly name: FunctionName;
  readonly args: readonly FunctionArgument[];
  readonly formula: string;
}

/** The right answer of a call. */
export function trueAnswer({ name, args }: DashboardCall, { functions }: Truth): string {
  const answer = evaluateFunction(name, args, functions, functionWordsIn('fr'));
  return answer.kind === 'error' ? answer.code : JSON.stringify(answer.value);
}

/** The answer in a cell, in the same form. */
export function shownAnswer(value: GridValue): string {
  return typeof value === 'object' && value !== null ? value.error : JSON.stringify(value);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
