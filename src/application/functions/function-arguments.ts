/** Reads the arguments of the custom functions as Excel gives them: null when left out, 0 for an empty cell. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText } from '../../domain/calendar/date-text';
import { MOST_DAYS } from '../../domain/calendar/working-days';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention, Envelope } from '../../domain/envelopes/convention';
import type { FigureKey } from '../../domain/envelopes/figures';
import { findEnvelope, findLine, nearestEnvelopeName, nearestLineName } from '../../domain/envelopes/names';
import { readAmountNumber, readAmountText } from '../../domain/money/amount-text';
import type { Severity } from '../../domain/controls/findings/finding';
import type { Nature } from '../../domain/money/nature';
import { failure, success, type Result } from '../../domain/result';
import { isCellError, textOf as textOfCell, type CellValue } from '../../workbook/cells';
import { dateOfSerial } from '../../workbook/serials';
import type { FunctionProblem } from './function-words';
import { severityOfName } from './function-tables';

/** An argument: a value, an error, or the rows of a range; null when left out. */
export type FunctionArgument = unknown;

type Read<T> = Result<T, FunctionProblem>;

const LONGEST_TEXT = 255;
/** In 1982, or in 1986 where days are counted from 1904. */
const FIRST_SERIAL = 30_000;
/** In cells; a longer row is not a row of a ledger. */
const WIDEST_ROW = 200;
const LONGEST_CELL = 32_767;

/** True for an argument left out, and for a reference to an empty cell. */
export function isAbsent(argument: FunctionArgument): boolean {
  return argument === null || argument === undefined || argument === '' || argument === 0;
}

/**
 * The arguments of a function that takes no range: a range of one cell counts as its value; a larger one is refused.
 * So is an error, which is never an argument left out.
 */
export function singleValues(given: readonly FunctionArgument[]): Read<readonly FunctionArgument[]> {
  const values: FunctionArgument[] = [];
  for (const [index, argument] of given.entries()) {
    const value = singleValue(argument);
    if (Array.isArray(value)) return failure({ problem: 'severalCells', position: index + 1 });
    if (typeof value === 'object' && value !== null)
      return failure({ problem: 'errorGiven', position: index + 1, error: errorOf(value) });
    values.push(value);
  }
  return success(values);
}

/** The argument, out of its range when that has one cell. */
function singleValue(argument: FunctionArgument): unknown {
  if (!Array.isArray(argument) || argument.length !== 1) return argument;
  const row: unknown = argument[0];
  if (!Array.isArray(row)) return row;
  return row.length === 1 ? row[0] : row;
}

/** An argument as trimmed text, at most 255 characters, a boolean as the cell shows it; empty when left out. */
export function textOf(argument: FunctionArgument): string {
  if (isAbsent(argument)) return '';
  const value = typeof argument === 'object' ? errorOf(argument) : argument;
  return (typeof value === 'boolean' ? textOfCell(value) : String(value)).trim().slice(0, LONGEST_TEXT);
}

/** The error that an argument is; `#VALUE!` for a range where one value is expected. */
function errorOf(argument: unknown): string {
  const value = argument as CellValue;
  return isCellError(value) && typeof value.error === 'string' ? value.error : '#VALUE!';
}

/** An envelope by code, label or alias; null for `"*"`, the whole convention. */
export function readEnvelope(argument: FunctionArgument, convention: Convention): Read<Envelope | null> {
  const name = textOf(argument);
  if (name === '' || typeof argument === 'object') return failure({ problem: 'noEnvelope' });
  if (name === WHOLE_CONVENTION) return success(null);
  const envelope = findEnvelope(convention, name);
  return envelope
    ? success(envelope)
    : failure({ problem: 'unknownEnvelope', name, nearest: nearestEnvelopeName(convention, name) });
}

/** The key of a figure: an envelope (or `"*"`), and one of its budget lines when given. */
export function readKey(
  envelopeArgument: FunctionArgument,
  lineArgument: FunctionArgument,
  convention: Convention,
  uses1904Dates: boolean,
): Read<FigureKey> {
  const read = readEnvelope(envelopeArgument, convention);
  if (!read.ok) return read;
  const envelope = read.value;
  const name = textOf(lineArgument);
  if (name === '') return success({ envelope: envelope?.code ?? WHOLE_CONVENTION, line: null });
  const line = envelope && findLine(envelope, name);
  const date = line ? null : dateInPlaceOfLine(lineArgument, uses1904Dates);
  if (date !== null) return failure({ problem: 'dateAsLine', date });
  if (!envelope) return failure({ problem: 'lineOfWhole' });
  if (!line)
    return failure({
      problem: 'unknownLine',
      name,
      envelope: envelope.label,
      nearest: nearestLineName(envelope, name),
      ...(envelope.lines.length === 0 && { hasNoLine: true }),
    });
  return success({ envelope: envelope.code, line: line.index });
}

/** A date that was given as the budget line; a small number may be the name of one. */
function dateInPlaceOfLine(argument: FunctionArgument, uses1904Dates: boolean): CivilDate | null {
  const read = readDate(argument, uses1904Dates);
  const isSerial = typeof argument === 'number' && argument >= FIRST_SERIAL;
  return read.ok && (isSerial || typeof argument === 'string') ? read.value : null;
}

/** `AE` or `CP`, whatever the case. */
export function readNature(argument: FunctionArgument): Read<Nature> {
  const text = textOf(argument).toUpperCase();
  return text === 'AE' || text === 'CP' ? success(text) : failure({ problem: 'badNature', raw: textOf(argument) });
}

/** A date as a serial number or as text; null when left out. */
export function readDate(argument: FunctionArgument, uses1904Dates: boolean): Read<CivilDate | null> {
  if (isAbsent(argument)) return success(null);
  const isTooSmall = typeof argument === 'number' && argument < FIRST_SERIAL; // 2023 alone is a year, not a day of 1905
  const date = typeof argument === 'number' ? dateOfSerial(argument, uses1904Dates) : parseDateText(textOf(argument));
  return date === null || isTooSmall ? failure({ problem: 'badDate', raw: textOf(argument) }) : success(date);
}

/** A whole number of days; null when left out. Zero is a number of days, though an empty cell is passed as zero too. */
export function readDays(argument: FunctionArgument): Read<number | null> {
  if (argument !== 0 && isAbsent(argument)) return success(null);
  const days =
    typeof argument === 'number' ? argument : /^\d{1,5}$/.test(textOf(argument)) ? Number(textOf(argument)) : NaN;
  const isUsable = Number.isInteger(days) && days >= 0 && days <= MOST_DAYS;
  return isUsable ? success(days) : failure({ problem: 'badDays', raw: textOf(argument), most: MOST_DAYS });
}

/** An amount in cents, from euros as a number or as text (« 1 234,56 »); refused when left out. */
export function readAmount(argument: FunctionArgument): Read<number> {
  const read = typeof argument === 'number' ? readAmountNumber(argument) : readAmountText(textOf(argument));
  return read ? success(read.cents) : failure({ problem: 'badAmount', raw: textOf(argument) });
}

/** « erreur », « avertissement », « information », in French or in English; null when left out. */
export function readSeverity(argument: FunctionArgument): Read<Severity | null> {
  const name = textOf(argument);
  if (name === '') return success(null);
  const severity = severityOfName(name);
  return severity ? success(severity) : failure({ problem: 'badSeverity', raw: name });
}

/** The cells of one row (or of one column) of a range; refuses any other shape. */
export function readRow(argument: FunctionArgument): Read<readonly CellValue[]> {
  const rows = rowsOf(argument);
  const cells = rows.length === 1 ? rows[0] : rows.every((row) => row.length === 1) ? rows.flat() : undefined;
  return cells && cells.length > 0 && cells.length <= WIDEST_ROW ? success(cells) : failure({ problem: 'badRow' });
}

/** One row of headings, two with group titles above, or one column; refused unless there are as many as cells. */
export function readHeadingRows(argument: FunctionArgument, cells: number): Read<readonly (readonly CellValue[])[]> {
  const rows = rowsOf(argument);
  const isColumn = rows.length === cells && rows.every((row) => row.length === 1);
  const given = isColumn ? [rows.flat()] : rows;
  const width = given[0]?.length ?? 0;
  const isFitting = given.length >= 1 && given.length <= 2 && given.every((row) => row.length === cells);
  return isFitting ? success(given) : failure({ problem: 'rowAndHeadings', cells, headings: width });
}

function rowsOf(argument: FunctionArgument): readonly (readonly CellValue[])[] {
  if (!Array.isArray(argument)) return [[cellOf(argument)]];
  return argument
    .slice(0, WIDEST_ROW + 1)
    .map((row: unknown) => (Array.isArray(row) ? row.slice(0, WIDEST_ROW + 1).map(cellOf) : [cellOf(row)]));
}

/** Excel passes 0 for an empty cell of a range. */
function cellOf(value: unknown): CellValue {
  if (typeof value === 'string') return value === '' ? null : value.slice(0, LONGEST_CELL);
  if (typeof value === 'number') return value === 0 || !Number.isFinite(value) ? null : value;
  if (typeof value === 'object' && value !== null) return { error: errorOf(value) };
  return typeof value === 'boolean' ? value : null;
}
