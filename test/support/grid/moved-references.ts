/** The references of a formula after rows or columns moved, or a sheet took another name, as Excel rewrites them. */
import { columnName, columnNumber, quoteSheetName } from '../../../workbench/host/address';

/** Rows or columns inserted or deleted on a sheet. */
export interface LineMove {
  readonly sheet: string;
  readonly isRow: boolean;
  readonly first: number;
  /** Negative when they are deleted. */
  readonly count: number;
}

const REFERENCE =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_(])/gu;

/** Whole columns or whole rows: `$D:$E`, `Suivi!$2:$3`. */
const WHOLE_LINES =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_$.:])(\$?)([A-Z]{1,3}|\d{1,7}):(\$?)([A-Z]{1,3}|\d{1,7})(?![\p{L}\p{N}_(:])/gu;

/** `owner`: the sheet that holds the formula. */
export function moveReferences(formula: string, owner: string, move: LineMove): string {
  return moveWholeLines(moveCells(formula, owner, move), owner, move);
}

function moveWholeLines(formula: string, owner: string, move: LineMove): string {
  if (!formula.includes(':')) return formula;
  return formula.replace(WHOLE_LINES, (whole: string, sheet: string | undefined, ...rest: (string | undefined)[]) => {
    const [lock = '', first, endLock = '', last] = rest;
    if (first === undefined || last === undefined) return whole;
    const areRows = [first, last].map((line) => /\d/.test(line));
    const isOn = sheetNamed(sheet, owner).toLowerCase() === move.sheet.toLowerCase();
    if (!isOn || areRows.some((areRow) => areRow !== move.isRow)) return whole;
    const numberOf = (line: string): number => (move.isRow ? Number(line) - 1 : columnNumber(line));
    const moved = movedSpan([numberOf(first), numberOf(last)], move);
    const nameOf = (line: number): string => (move.isRow ? String(line + 1) : columnName(line));
    return moved ? `${sheet ?? ''}${lock}${nameOf(moved[0])}:${endLock}${nameOf(moved[1])}` : `${sheet ?? ''}#REF!`;
  });
}

function moveCells(formula: string, owner: string, move: LineMove): string {
  if (!/\d/.test(formula)) return formula;
  return formula.replace(REFERENCE, (whole: string, sheet: string | undefined, ...rest: (string | undefined)[]) => {
    const [lock = '', column, lockRow = '', row, endLock = '', endColumn, endLockRow = '', endRow] = rest;
    if (column === undefined || row === undefined) return whole;
    if (sheetNamed(sheet, owner).toLowerCase() !== move.sheet.toLowerCase()) return whole;
    const start = { row: Number(row) - 1, column: columnNumber(column) };
    const end = { row: Number(endRow ?? row) - 1, column: columnNumber(endColumn ?? column) };
    const moved = movedSpan(move.isRow ? [start.row, end.row] : [start.column, end.column], move);
    if (!moved) return `${sheet ?? ''}#REF!`;
    const at = (point: typeof start, line: number): [row: number, column: number] =>
      move.isRow ? [line, point.column] : [point.row, line];
    const [firstRow, firstColumn] = at(start, moved[0]);
    const [lastRow, lastColumn] = at(end, moved[1]);
    const first = `${lock}${columnName(firstColumn)}${lockRow}${firstRow + 1}`;
    const last = endRow === undefined ? '' : `:${endLock}${columnName(lastColumn)}${endLockRow}${lastRow + 1}`;
    return `${sheet ?? ''}${first}${last}`;
  });
}

/** The sheet of a reference whose cell was deleted: Excel still follows it. */
const LOST_ON_SHEET = /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)(?=#REF!)/gu;

export function renameInFormula(formula: string, before: string, after: string): string {
  return replaceOn(formula, before, (cells) => `${quoteSheetName(after)}!${cells}`);
}

/** The formula once the sheet is deleted. */
export function loseSheetInFormula(formula: string, name: string): string {
  return replaceOn(formula, name, (cells) => (cells === '' ? '' : '#REF!'));
}

/** Replaces the references to a sheet; `cells` is empty for the prefix of one whose cell was deleted. */
function replaceOn(formula: string, name: string, replacement: (cells: string) => string): string {
  if (!formula.includes('!')) return formula;
  const isOn = (sheet: string): boolean => sheetNamed(sheet, '').toLowerCase() === name.toLowerCase();
  const replaced = (whole: string, sheet: string | undefined): string =>
    sheet !== undefined && isOn(sheet) ? replacement(whole.slice(sheet.length)) : whole;
  return formula
    .replace(LOST_ON_SHEET, (sheet: string) => (isOn(sheet) ? replacement('') : sheet))
    .replace(REFERENCE, replaced)
    .replace(WHOLE_LINES, replaced);
}

/** First and last lines of a span after a move; null when it was deleted. */
export function movedSpan([first, last]: readonly [number, number], move: LineMove): [number, number] | null {
  if (move.count > 0) {
    const at = (line: number): number => (line >= move.first ? line + move.count : line);
    return [at(first), at(last)];
  }
  const end = move.first - move.count;
  if (first >= move.first && last < end) return null;
  const start = first < move.first ? first : first < end ? move.first : first + move.count;
  return [start, last < move.first ? last : last < end ? move.first - 1 : last + move.count];
}

function sheetNamed(prefix: string | undefined, owner: string): string {
  if (prefix === undefined) return owner;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
