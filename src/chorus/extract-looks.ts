/**
 * Whether a sheet looks like an extract of Chorus, read or not: by columns that Chorus writes and teams seldom, or by
 * lines of numbers of EJ, codes and amounts under headings that are not known.
 */
import type { ImputationField } from '../domain/imputation/imputation';
import { textOf, type CellValue } from '../workbook/cells';
import type { ExtractField } from './extract-columns';
import { isCodeOf } from './extract-layout';
import type { GridRow } from './extract-rows';
import { fieldsOfHeadings } from './extract-tables';

/** The headings of an extract, and its first lines, are among its first rows. */
export const ROWS_LOOKED_AT = 60;
/** Columns that Chorus writes, and teams seldom: two of them make an extract. */
const OF_CHORUS: readonly ExtractField[] = [
  ...(['ejLine', 'dpLine', 'referredLine', 'previousLine', 'company', 'exercise'] as const),
  ...(['accountingDate', 'changeDate', 'amountType', 'valueType'] as const),
];
const LEAST_OF_CHORUS = 2;
const CODES: readonly ImputationField[] = ['functionalDomain', 'financialCentre', 'activity'];
const LEAST_CODES = 2;
/** The heading that a pivot table gives to its sums. */
const MEASURE_OF_PIVOT = /^(?:somme|nombre|moyenne|sum|count|average) (?:de|of) /i;
const EJ_NUMBER = /^\s?\d{10}\s?$/;

/** True for headings two of which are seldom those of a team's own table. */
export function hasColumnsOfChorus(rows: readonly GridRow[]): boolean {
  const fields = fieldsOfHeadings(rows);
  return OF_CHORUS.filter((field) => fields.has(field)).length >= LEAST_OF_CHORUS;
}

/** True for the headings or the lines of an extract; a table that could merely be one is not. */
export function looksLikeExtract(rows: readonly GridRow[]): boolean {
  const first = rows.slice(0, ROWS_LOOKED_AT);
  if (isPivot(first)) return false;
  if (fieldsOfHeadings(first).size > 0) return hasColumnsOfChorus(first);
  return first.some(({ cells }) => isLineOfChorus(cells));
}

/** True for a pivot table, which sums what its workbook holds elsewhere. */
export function isPivot(rows: readonly GridRow[]): boolean {
  return rows.slice(0, ROWS_LOOKED_AT).some(({ cells }) => cells.some(isMeasureOfPivot));
}

function isMeasureOfPivot(cell: CellValue): boolean {
  return typeof cell === 'string' && MEASURE_OF_PIVOT.test(cell);
}

function isLineOfChorus(cells: readonly CellValue[]): boolean {
  if (!cells.some((cell) => EJ_NUMBER.test(textOf(cell)))) return false;
  const codes = CODES.filter((field) => cells.some((cell) => typeof cell === 'string' && isCodeOf(field, cell)));
  return codes.length >= LEAST_CODES && cells.some((cell) => typeof cell === 'number');
}
