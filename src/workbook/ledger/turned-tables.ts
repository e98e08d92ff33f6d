/**
 * Tables that cannot be a ledger because they are turned: years or months as headings, names of measures in the rows,
 * or commitments and payments in one column of amounts. The refusal names the case.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { cellAddress, textOf, type CellValue } from '../cells';
import { choicesFor, type ColumnChoice } from '../registers/column-choices';
import { mixesNatures } from './make-block';
import { meaningOf, readHeadings, type ColumnHeading } from './heading-rows';
import { proposeColumns } from './map-columns';
import { CellReader } from './read-cells';
import { isBlankRow, isFilled, rowsOutside, type Row, type SheetRows } from './sheet-rows';
import type { WorkbookSnapshot } from '../snapshot';

/** A turned table. */
export interface TurnedTable {
  readonly sheet: string;
  /** The address of its first heading. */
  readonly cell: string;
  readonly what: 'years' | 'months' | 'measures' | 'natures';
  /** The headings or words that show it. */
  readonly words: readonly string[];
}

const ROWS_SEARCHED = 30;
const ROWS_SAMPLED = 100;
const FEWEST_PERIODS = 2;
const FEWEST_MONTHS = 3;
const MOST_WORDS = 4;
const MOST_SHEETS = 200;
/** Columns that are searched: no person turns a table of more years, months or measures. */
const MOST_COLUMNS = 200;
const YEAR = /^(?:[^\d/]*\s)?(20[0-4]\d)$/;
const MONTH = /^(janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*\.?( \d{2,4})?$/;
const PIECES: readonly LedgerField[] = ['ejNumber', 'dpNumber', 'operation'];

/** The first turned table of the visible sheets; null when there is none. */
export function findTurnedTable(workbook: WorkbookSnapshot, choices: readonly ColumnChoice[]): TurnedTable | null {
  const cells = new CellReader(workbook.uses1904Dates);
  for (const sheet of workbook.sheets.filter(({ visibility }) => visibility === 'visible').slice(0, MOST_SHEETS)) {
    const rows = rowsOutside(sheet, []);
    if (!rows) continue;
    const last = Math.min(rows.last, rows.first + ROWS_SEARCHED - 1);
    for (let row = rows.first; row <= last; row++) {
      const turned = turnedAt(rows, row, cells, choicesFor(choices, [sheet.name]));
      if (turned) return { sheet: sheet.name, cell: firstCell(rows, row), ...turned };
    }
  }
  return null;
}

type Turned = Omit<TurnedTable, 'sheet' | 'cell'>;

function firstCell(rows: SheetRows, row: number): string {
  return cellAddress(row, rows.left + rows.at(row).findIndex(isFilled));
}

function turnedAt(
  rows: SheetRows,
  row: number,
  cells: CellReader,
  chosen: ReturnType<typeof choicesFor>,
): Turned | null {
  const values = rows.at(row).slice(0, MOST_COLUMNS);
  const filled = values.filter(isFilled);
  if (filled.length < 2) return null;
  const samples = samplesUnder(rows, row);
  if (samples.length === 0) return null;
  const periods = periodsOf(values, samples);
  if (periods) return periods;
  const headings = readHeadings({ lower: values, upper: null, subject: null, left: rows.left });
  const measures = headings.some(namesAmount) ? undefined : measuresOf(values, samples);
  if (measures === null) return null; // the usual case: the fields of the columns, which cost most, are not needed
  const columns = proposeColumns(headings, samples, cells, chosen);
  if (mixesNatures(columns, samples)) {
    const amount = columns.find(({ field }) => field === 'ae' || field === 'cp');
    return { what: 'natures', words: [amount?.heading ?? ''] };
  }
  if (!columns.some(({ field }) => PIECES.includes(field))) return null;
  return columns.some(({ field }) => field === 'ae' || field === 'cp')
    ? null
    : (measures ?? measuresOf(values, samples));
}

/** Without such a heading, no column of a table is an amount of one unknown nature. */
function namesAmount({ meaning }: ColumnHeading): boolean {
  return meaning.has('ae') || meaning.has('cp');
}

function samplesUnder(rows: SheetRows, row: number): readonly Row[] {
  const samples: Row[] = [];
  for (let below = row + 1; below <= Math.min(rows.last, row + ROWS_SAMPLED); below++)
    if (!isBlankRow(rows.at(below))) samples.push(rows.at(below));
  return samples;
}

/** Years close to each other, or months, as headings of columns of numbers. */
function periodsOf(headings: Row, samples: readonly Row[]): Turned | null {
  if (!headings.filter(isFilled).every((value) => isHeading(textOf(value).trim()))) return null;
  const overNumbers = headings.flatMap((value, position) => {
    const text = textOf(value).trim();
    return (YEAR.test(text) || isMonth(text)) && holdsNumbers(samples, position) ? [text] : [];
  });
  const years = overNumbers.filter((text) => YEAR.test(text));
  const numbers = new Set(years.map((text) => Number(YEAR.exec(text)?.[1])));
  if (numbers.size >= FEWEST_PERIODS && Math.max(...numbers) - Math.min(...numbers) < 2 * numbers.size)
    return { what: 'years', words: some(years) };
  const months = overNumbers.filter(isMonth);
  return new Set(months).size >= FEWEST_MONTHS ? { what: 'months', words: some(months) } : null;
}

function isMonth(text: string): boolean {
  return MONTH.test(comparable(text));
}

/** False for codes, dates and amounts, which only a row of data has. */
function isHeading(text: string): boolean {
  return !/^\d/.test(text) || YEAR.test(text);
}

function holdsNumbers(samples: readonly Row[], position: number): boolean {
  const filled = samples.map((row): CellValue => row[position] ?? null).filter(isFilled);
  return (
    filled.length > 0 &&
    filled.filter((value) => typeof value === 'number' || /^[-(]?\d/.test(textOf(value))).length * 2 >= filled.length
  );
}

/** A column whose cells name the measure of the amount beside them: « Montant engagé », « Montant payé ». */
function measuresOf(headings: Row, samples: readonly Row[]): Turned | null {
  for (let position = 0; position < headings.length; position++) {
    const texts = samples
      .map((row) => row[position])
      .filter((value): value is string => typeof value === 'string' && value.trim() !== '');
    const measures = [...new Set(texts.map((text) => text.trim()))].slice(0, ROWS_SAMPLED);
    const fields = new Set(
      measures.flatMap((text) => [...meaningOf(text).keys()].filter((field) => field === 'ae' || field === 'cp')),
    );
    if (fields.size === 2) return { what: 'measures', words: some(measures) };
  }
  return null;
}

function some(words: readonly string[]): readonly string[] {
  return [...new Set(words)].slice(0, MOST_WORDS);
}
