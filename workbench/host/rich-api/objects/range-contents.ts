/** Reads and writes the contents of a range, with Excel's rules for shapes, typed text and text cells. */
import { isWholeColumns, isWholeRows } from '../../address';
import type { GridArea, GridCellChange, GridValue } from '../../grid';
import { readTyped, shownText } from '../../number-format';
import { invalidArgument, notImplemented, type HostError } from '../errors';
import { toWire, type Model } from '../model';
import { toLocalFormula } from '../local-formulas';
import type { RangeState } from './range-state';

/** Above this, Excel returns null instead of the cells. */
const MOST_CELLS = 5_000_000;
/** Excel's own limits, in characters: of a cell, of a formula, and of a text inside a formula. */
const LONGEST = { text: 32_767, formula: 8192, literal: 255 };

const isReadable = ({ area }: RangeState): boolean =>
  !isWholeColumns(area) && !isWholeRows(area) && area.rows * area.columns <= MOST_CELLS;

export function readValues(state: RangeState, model: Model): unknown {
  return isReadable(state) ? model.grid.readValues(state.sheetId, state.area).map((row) => row.map(toWire)) : null;
}

export function readFormulas(state: RangeState, model: Model): unknown {
  if (!isReadable(state)) return null;
  const values = model.grid.readValues(state.sheetId, state.area);
  const formulas = model.grid.readFormulas(state.sheetId, state.area);
  return values.map((line, row) => line.map((value, column) => formulas[row]?.[column] ?? toWire(value)));
}

export function readFormulasLocal(state: RangeState, model: Model): unknown {
  if (!isReadable(state)) return null;
  const { locale } = model.options;
  const values = model.grid.readValues(state.sheetId, state.area);
  const formulas = model.grid.readFormulas(state.sheetId, state.area);
  return values.map((line, row) =>
    line.map((value, column) => {
      const formula = formulas[row]?.[column];
      return formula ? toLocalFormula(formula, locale) : shownText(value, 'General', locale);
    }),
  );
}

export function readNumberFormats(state: RangeState, model: Model): unknown {
  return isReadable(state) ? model.grid.readNumberFormats(state.sheetId, state.area) : null;
}

export function readTexts(state: RangeState, model: Model): unknown {
  return isReadable(state) ? model.grid.readTexts(state.sheetId, state.area) : null;
}

export function readValueTypes(state: RangeState, model: Model): unknown {
  return isReadable(state) ? model.grid.readValues(state.sheetId, state.area).map((row) => row.map(valueType)) : null;
}

export function valueType(value: GridValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return value.isEntity ? 'RichValue' : 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** `values` and `formulas` accept the same entries: a text that starts with `=` is a formula in both. */
export function writeContents(state: RangeState, given: unknown, model: Model): void {
  model.guardSheet(state.sheetId);
  const entries = matrixOf(given, state.area);
  const formats = model.grid.readNumberFormats(state.sheetId, state.area);
  const changes = entries.map((line, row) =>
    line.map((raw, column) => changeOf(raw, formats[row]?.[column] ?? 'General', model.options.locale)),
  );
  model.grid.writeCells(state.sheetId, state.area.top, state.area.left, overHiddenRows(changes, state, model));
  if (model.weaknesses.has('fillsTableColumns')) fillColumns(state, changes, model);
}

/** Fills each blank column of a table with the formula that is entered in it; one that names no cells. */
function fillColumns(
  { sheetId, area }: RangeState,
  changes: readonly (readonly (GridCellChange | null)[])[],
  { grid }: Model,
): void {
  for (const table of grid.tables().filter((one) => one.sheetId === sheetId))
    for (let column = table.area.left; column < table.area.left + table.area.columns; column++) {
      const body = { ...table.area, top: table.area.top + 1, rows: table.area.rows - 1, left: column, columns: 1 };
      const formula = changes.find((line) => line[column - area.left]?.formula)?.[column - area.left]?.formula;
      const isFree = (_: unknown, at: number): boolean =>
        body.top + at < area.top || body.top + at >= area.top + area.rows;
      const others = grid.readValues(sheetId, body).filter(isFree);
      const formulas = grid.readFormulas(sheetId, body).filter(isFree);
      const isBlank = [...others, ...formulas].every(([content]) => content === null);
      if (!formula || !isBlank || area.top <= table.area.top || area.top >= body.top + body.rows) continue;
      grid.writeCells(
        sheetId,
        body.top,
        column,
        Array.from({ length: body.rows }, (line, at) => [isFree(line, at) ? { formula } : null]),
      );
    }
}

/** The changes of several rows as an Excel that passes over hidden ones makes them. */
function overHiddenRows(
  changes: readonly (readonly (GridCellChange | null)[])[],
  { sheetId, area }: RangeState,
  model: Model,
): readonly (readonly (GridCellChange | null)[])[] {
  const isHidden = (_: unknown, row: number): boolean => model.grid.isRowHidden(sheetId, area.top + row);
  if (!model.weaknesses.has('writesVisibleRows') || changes.length === 1 || !changes.some(isHidden)) return changes;
  return changes.map((line, row) => (isHidden(line, row) ? line.map(() => null) : (changes[0] ?? [])));
}

export function writeNumberFormats(state: RangeState, given: unknown, model: Model): void {
  model.guardSheet(state.sheetId);
  if (!Array.isArray(given)) {
    model.grid.formatArea(state.sheetId, state.area, { numberFormat: formatOf(given) });
    return;
  }
  const only =
    given.length === 1 && Array.isArray(given[0]) && given[0].length === 1 ? (given[0] as unknown[])[0] : null;
  if (typeof only === 'string') return writeNumberFormats(state, only, model); // one format is for every cell
  const changes = matrixOf(given, state.area).map((line) =>
    line.map((format) => (format === null ? null : { numberFormat: formatOf(format) })),
  );
  model.grid.writeCells(state.sheetId, state.area.top, state.area.left, changes);
}

function formatOf(given: unknown): string {
  if (typeof given !== 'string') throw invalidArgument();
  return given === '' ? 'General' : given;
}

export function checkShape(state: RangeState, rows: unknown, columns: unknown): void {
  if (rows !== state.area.rows || columns !== state.area.columns) throw shapeMismatch();
}

function shapeMismatch(): HostError {
  return invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/** The rows of an argument that has the size of the area; any other is refused. */
export function rowsOfShape(given: readonly unknown[], area: GridArea): unknown[][] {
  const hasShape =
    given.length === area.rows && given.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!hasShape) throw shapeMismatch();
  return given as unknown[][];
}

/** Rows of entries with the size of the area; a single value applies to every cell. */
function matrixOf(given: unknown, area: GridArea): unknown[][] {
  if (isWholeColumns(area) || isWholeRows(area))
    throw invalidArgument('Cells of a whole column or row cannot be written at once.');
  if (!Array.isArray(given))
    return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => given));
  return rowsOfShape(given, area);
}

/** The change of one entry to its cell; null leaves it unchanged. */
export function changeOf(raw: unknown, numberFormat: string, locale: string): GridCellChange | null {
  if (raw === null || raw === undefined) return null;
  if (raw === '') return { value: null };
  const isTextCell = numberFormat === '@';
  if (typeof raw === 'number' || typeof raw === 'boolean') {
    if (typeof raw === 'number' && !Number.isFinite(raw)) throw invalidArgument();
    return { value: isTextCell ? shownText(raw, 'General', locale) : raw };
  }
  if (typeof raw !== 'string') throw notImplemented('a cell value that is not a text, a number or a boolean');
  if (raw.length > LONGEST.text) throw invalidArgument('A cell holds at most 32,767 characters.');
  if (isTextCell) return { value: raw }; // an apostrophe too is kept
  const formula = formulaOf(raw, locale);
  if (formula !== null) return { formula };
  const typed = readTyped(raw, locale);
  return typed.numberFormat !== undefined && numberFormat === 'General'
    ? { value: typed.value, numberFormat: typed.numberFormat }
    : { value: typed.value };
}

/** The formula that Excel makes of a text, or null: `=…` always, `+…`, `-…` and `@…` unless they are numbers. */
function formulaOf(text: string, locale: string): string | null {
  if (text.length < 2) return null;
  const first = text.charAt(0);
  const isSigned = first === '+' || first === '-' || first === '@';
  if (first !== '=' && !(isSigned && typeof readTyped(text, locale).value === 'string')) return null;
  const formula = first === '=' ? text : `=${text}`;
  if (!isWellFormed(formula) || isTooLong(formula))
    throw invalidArgument(`There's a problem with this formula: ${formula.slice(0, 100)}`);
  return formula;
}

/** True when Excel refuses a formula, or a text in it, for its length. A doubled quote counts once. */
function isTooLong(formula: string): boolean {
  const literals = formula.match(/"(?:[^"]|"")*"/g) ?? [];
  return (
    formula.length > LONGEST.formula ||
    literals.some((literal) => literal.slice(1, -1).replaceAll('""', '"').length > LONGEST.literal)
  );
}

/** True when brackets and quotes are closed and there is no local separator; Excel refuses other formulas at once. */
function isWellFormed(formula: string): boolean {
  let depth = 0;
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]/g, '');
  for (const character of bare) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && !bare.includes('"') && !/;(?![^{]*\})/.test(bare);
}
