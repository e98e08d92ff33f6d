/** Converts function values between the grid and the client's runtime. */
import { isRows, type GridArgument, type GridError, type GridValue } from '../grid';
import type { FunctionParameter } from './metadata';

/**
 * The argument in the type that the function declares. A range of several cells is handed over as rows, to a parameter
 * of one value too: the add-in must refuse it.
 */
export function toParameter(argument: GridArgument, parameter: FunctionParameter | undefined): unknown {
  const rows = isRows(argument) ? argument : [[argument]];
  const isOneCell = rows.length === 1 && (rows[0]?.length ?? 0) <= 1;
  if (parameter?.dimensionality !== 'matrix' && isOneCell) return toScalar(rows[0]?.[0] ?? null, parameter);
  return rows.map((row) => row.map((value) => toScalar(value, parameter)));
}

/** The error that prevents the call: one among the arguments, or a text where a number is declared. */
export function errorAmong(
  argumentValues: readonly GridArgument[],
  parameters: readonly FunctionParameter[],
): GridError | null {
  for (const [index, argument] of argumentValues.entries()) {
    for (const value of isRows(argument) ? argument.flat() : [argument]) {
      if (isError(value)) return value;
      if (parameters[index]?.type === 'number' && typeof value === 'string' && !isNumeric(value))
        return { error: '#VALUE!' };
    }
  }
  return null;
}

const isNumeric = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

function toScalar(value: GridValue, parameter: FunctionParameter | undefined): unknown {
  if (value === null || isError(value)) return null;
  if (parameter?.type === 'string') return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  if (parameter?.type === 'number') return Number(value);
  if (parameter?.type === 'boolean') return value === true || value === 1;
  return value;
}

/** A result as a grid value; an entity counts as its basic value. */
export function fromResult(value: unknown): GridArgument {
  if (!Array.isArray(value)) return fromScalar(value);
  return value.map((row) => (Array.isArray(row) ? row.map(fromScalar) : [fromScalar(row)]));
}

function fromScalar(value: unknown): GridValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const { type, code, basicValue, message } = value as {
    type?: string;
    code?: string;
    basicValue?: unknown;
    message?: string;
  };
  if (type === 'Error') return { error: String(code ?? basicValue ?? '#VALUE!'), ...(message && { message }) };
  return fromScalar(basicValue ?? '#VALUE!');
}

/** Error numbers of the client's runtime; any other is `#VALUE!`. */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [1, '#N/A'],
  [5, '#DIV/0!'],
  [6, '#NUM!'],
  [8, '#NULL!'],
  [9, '#NAME?'],
  [10, '#NAME?'],
]);

export function fromFailure(message: unknown, errorCode: unknown): GridError {
  const error = ERRORS.get(errorCode) ?? '#VALUE!';
  return typeof message === 'string' && message !== '' ? { error, message } : { error };
}

function isError(value: GridValue): value is GridError {
  return typeof value === 'object' && value !== null;
}
