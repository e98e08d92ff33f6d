/** The differences between the cells of a sheet at two moments, as steps of a plan for its file. */
import type { FileStep, LookChange, PlacedLook, PlacedResult } from '../../../src/adapters/xlsx/write/file-steps';
import type { PlannedCell, WriteStep } from '../../../src/workbook/plan';
import type { GridArea, GridCell, GridSheetContents, GridStyle, GridValue } from '../../host/grid';
import { cellKey, type Computed } from './copy-state';

type PlacedCell = GridCell & { readonly row: number; readonly column: number };

export interface CellSteps {
  readonly cells: readonly WriteStep[];
  readonly looks: readonly FileStep[];
  /** Results of formulas that did not change themselves: not an edit. */
  readonly results: readonly FileStep[];
}

export interface ComparedSheet {
  /** Its name in the copy. */
  readonly name: string;
  /** Null for a new sheet. */
  readonly before: GridSheetContents | null;
  readonly now: GridSheetContents;
  readonly spillsBefore: readonly GridArea[];
  readonly spills: readonly GridArea[];
  /** By `cellKey`: the results once the file was opened; null when they are not known. */
  readonly calculated: ReadonlyMap<number, Computed> | null;
  /** A formula of before, with the present names of the sheets. */
  readonly presentFormula: (formula: string) => string;
  /** Texts that the copy has in some cells whatever the grid has, by `cellKey`: headings of tables. */
  readonly texts: ReadonlyMap<number, string>;
}

export function compareCells(sheet: ComparedSheet): CellSteps {
  const edits = new Map<number, Map<number, PlannedCell>>();
  const looks: PlacedLook[] = [];
  const results: PlacedResult[] = [];
  const spilled = spilledCells(sheet.spills);
  const spilledBefore = spilledCells(sheet.spillsBefore);
  for (const [old, cell] of pairs(sheet.before?.cells ?? [], sheet.now.cells)) {
    const { row, column } = cell ?? old!;
    const key = cellKey(row, column);
    const before = spilledBefore.has(key) ? withoutContent(old) : old;
    const text = sheet.texts.get(key);
    const isSpilled = spilled.has(key) && !isSameValue(cell?.value ?? null, before?.value ?? null);
    const now = isSpilled ? withoutContent(cell) : text === undefined ? cell : { ...cell, value: text };
    const change = contentChange(sheet, key, before, now);
    if (change?.kind === 'edit') put(edits, row, column, change.cell);
    if (change?.kind === 'result') results.push({ row, column, value: change.value });
    const look = lookChange(computedLook(before, sheet.calculated?.get(key)), now);
    if (look) looks.push({ row, column, ...look });
  }
  const { name } = sheet;
  const kept = sheet.spills.filter(({ top, left }) => edits.get(top)?.has(left));
  return {
    cells: blocks(name, edits),
    looks: [
      ...(looks.length > 0 ? [{ kind: 'setLooks', sheet: name, looks } as const] : []),
      ...kept.map((area) => ({ kind: 'spill', sheet: name, area }) as const),
    ],
    results: results.length > 0 ? [{ kind: 'setResults', sheet: name, results }] : [],
  };
}

/** The cells of both, in one pass: each list is in the order of rows, then columns. */
function* pairs(
  before: readonly PlacedCell[],
  now: readonly PlacedCell[],
): Generator<readonly [PlacedCell | undefined, PlacedCell | undefined]> {
  let at = 0;
  for (const cell of now) {
    const key = cellKey(cell.row, cell.column);
    for (; at < before.length && cellKey(before[at]!.row, before[at]!.column) < key; at += 1)
      yield [before[at], undefined];
    const same = before[at];
    const isSame = same !== undefined && cellKey(same.row, same.column) === key;
    if (isSame) at += 1;
    yield [isSame ? same : undefined, cell];
  }
  for (; at < before.length; at += 1) yield [before[at], undefined];
}

/** The cells that hold a result of a formula elsewhere. */
function spilledCells(areas: readonly GridArea[]): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { top, left, rows, columns } of areas) {
    for (let row = top; row < top + rows; row += 1) {
      for (let column = left; column < left + columns; column += 1) keys.add(cellKey(row, column));
    }
    keys.delete(cellKey(top, left));
  }
  return keys;
}

function withoutContent(cell: PlacedCell | undefined): PlacedCell | undefined {
  if (!cell || cell.formula !== undefined) return cell;
  return { ...cell, value: null };
}

type ContentChange =
  | { readonly kind: 'edit'; readonly cell: PlannedCell }
  | { readonly kind: 'result'; readonly value: PlannedCell['value'] };

function contentChange(
  { presentFormula, calculated }: ComparedSheet,
  key: number,
  before: GridCell | undefined,
  now: GridCell | undefined,
): ContentChange | null {
  const formula = now?.formula;
  const formulaBefore = before?.formula === undefined ? undefined : presentFormula(before.formula);
  const [value, valueBefore] = [now?.value ?? null, before?.value ?? null];
  if (formula !== formulaBefore)
    return {
      kind: 'edit',
      cell: {
        value: formula === undefined ? constant(value) : result(value),
        ...(formula !== undefined && { formula }),
      },
    };
  if (isSameValue(value, valueBefore)) return null;
  if (formula === undefined) return { kind: 'edit', cell: { value: constant(value) } };
  // where the grid and Excel do not compute the same, the file keeps Excel's result until an edit changes the grid's
  const isAsOpened =
    valueBefore !== null && calculated !== null && isSameValue(value, calculated.get(key)?.value ?? null);
  return isAsOpened || isOfGridAlone(value) ? null : { kind: 'result', value: result(value) };
}

const FILE_ERRORS: ReadonlySet<string> = new Set('#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A'.split(' '));

/** A result as files hold it; null, which Excel computes, for an error that they do not know. */
function result(value: GridValue): PlannedCell['value'] {
  if (typeof value !== 'object' || value === null) return value;
  return FILE_ERRORS.has(value.error) ? { error: value.error } : null;
}

function constant(value: GridValue): PlannedCell['value'] {
  if (typeof value !== 'object' || value === null) return value;
  return { error: FILE_ERRORS.has(value.error) ? value.error : '#VALUE!' };
}

/** The grid could not compute it, and Excel can: a function that the grid does not know, a range that it does not spill. */
function isOfGridAlone(value: GridValue): boolean {
  return typeof value === 'object' && value !== null && (value.error === '#NAME?' || !FILE_ERRORS.has(value.error));
}

/** Two engines may differ in the last of sixteen digits. */
const SAME_DIGITS = 1e-13;

function isSameValue(one: GridValue, other: GridValue): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return one === other || Math.abs(one - other) <= SAME_DIGITS * Math.max(Math.abs(one), Math.abs(other));
  if (typeof one === 'object' && one !== null) return typeof other === 'object' && other?.error === one.error;
  return one === other || (isBlank(one) && isBlank(other));
}

const isBlank = (value: GridValue): boolean => value === null || value === '';

/** The defaults, which a grid may state or leave out. */
const USUAL: GridStyle = {
  ...{ font: 'Calibri', size: 11, bold: false, italic: false, underline: false, strike: false, wrap: false },
  ...{ color: '000000', vertical: 'bottom', indent: 0 },
};

/** The members of a style other than the defaults. */
export function ownStyle(style: GridStyle | undefined): GridStyle {
  const members = Object.entries(style ?? {}) as [keyof GridStyle, unknown][];
  return Object.fromEntries(members.filter(([member, value]) => value !== undefined && value !== USUAL[member]));
}

/** The cell with the format that the grid gave it when it first computed it. */
function computedLook(before: GridCell | undefined, computed: Computed | undefined): GridCell | undefined {
  return before && computed ? { ...before, numberFormat: computed.numberFormat } : before;
}

function lookChange(before: GridCell | undefined, now: GridCell | undefined): LookChange | null {
  const [format, formatBefore] = [now?.numberFormat ?? 'General', before?.numberFormat ?? 'General'];
  const style = styleChange(before?.style, now?.style);
  if (format === formatBefore && style === null) return null;
  return { ...(format !== formatBefore && { numberFormat: format }), ...(style && { style }) };
}

function styleChange(before: GridStyle | undefined, now: GridStyle | undefined): LookChange['style'] | null {
  if (before === now) return null;
  const [old, own] = [ownStyle(before), ownStyle(now)];
  const members = [...new Set([...Object.keys(old), ...Object.keys(own)])] as (keyof GridStyle)[];
  const changed = members.filter((member) => !isSameMember(old[member], own[member]));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((member) => [member, own[member] ?? null]));
}

function isSameMember(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function put(edits: Map<number, Map<number, PlannedCell>>, row: number, column: number, cell: PlannedCell): void {
  const line = edits.get(row) ?? new Map<number, PlannedCell>();
  edits.set(row, line.set(column, cell));
}

/** One step for each run of rows that have an edit. */
function blocks(sheet: string, edits: ReadonlyMap<number, ReadonlyMap<number, PlannedCell>>): readonly WriteStep[] {
  const runs: { top: number; lines: ReadonlyMap<number, PlannedCell>[] }[] = [];
  for (const [row, line] of [...edits].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.top + last.lines.length === row) last.lines.push(line);
    else runs.push({ top: row, lines: [line] });
  }
  return runs.map(({ top, lines }) => {
    let [left, right] = [Infinity, -1];
    for (const line of lines) {
      for (const column of line.keys()) {
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    const cells = lines.map((line) =>
      Array.from({ length: right - left + 1 }, (_, index) => line.get(left + index) ?? null),
    );
    return { kind: 'setCells', sheet, top, left, cells };
  });
}
