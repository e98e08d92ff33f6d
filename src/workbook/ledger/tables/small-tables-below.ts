/**
 * A small table below the operations of a plain range, after a blank row: contacts, codes, a legend, a summary under
 * headings of its own. None of its rows has the number of an EJ or of a DP, a date or an amount of the ledger, a day
 * and an amount, nor an envelope where the ledger has it: it is no part of the ledger.
 */
import { readEj } from '../../../domain/imputation/ej-number';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import type { CellValue } from '../../cells';
import type { BlockSearch, FoundBlock } from '../make-block';
import { textOf } from '../read-cells';
import { isFilled, looksLikeHeadings, type Row } from '../sheet-rows';

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
const DATES: readonly LedgerField[] = ['commitmentDate', 'serviceDate', 'paymentDate'];
/** Cells of a row that is no note. */
const FEWEST_CELLS = 2;
const MOST_ROWS = 60;
/** The serial numbers of the days of a convention, from 2010 to 2040: an amount may be as large. */
const [FIRST_DAY, LAST_DAY] = [40_179, 51_501];

/** The last row of the operations of the tables found under one row of headings, above such small tables. */
export function lastRowOfOperations(search: BlockSearch, found: readonly FoundBlock[], lastRow: number): number {
  const first = found[0]?.block;
  if (!first) return lastRow;
  const rows = new RowsOfTables(search, found);
  let last = lastRow;
  let below: Row[] = [];
  for (let row = lastRow; row >= Math.max(first.firstRow, lastRow - MOST_ROWS); row--) {
    const values = rows.at(row);
    if (values.some(isFilled)) {
      if (rows.isOperation(values)) return last;
      below.unshift(values);
      continue;
    }
    if (rows.nameEnvelopes(below)) return last;
    if (below.some((cells) => cells.filter(isFilled).length >= FEWEST_CELLS)) last = row - 1;
    below = [];
  }
  return lastRow;
}

/** The rows of some tables, in all their columns. */
class RowsOfTables {
  private readonly left: number;
  private readonly right: number;
  private readonly positions: (...fields: LedgerField[]) => readonly number[];

  constructor(
    private readonly search: BlockSearch,
    found: readonly FoundBlock[],
  ) {
    const columns = found.flatMap(({ block }) => [...block.columns.values()]);
    const at = columns.map(({ column }) => column - search.rows.left);
    const headings = found.flatMap(({ block }) =>
      search.rows.at(block.headingRow).map((cell, at) => (isFilled(cell) ? at : 0)),
    );
    [this.left, this.right] = [Math.min(...at), Math.max(...at, ...headings)];
    this.positions = (...fields) =>
      columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column - search.rows.left - this.left);
  }

  at(row: number): Row {
    return this.search.rows.at(row).slice(this.left, this.right + 1);
  }

  isOperation(values: Row): boolean {
    const { cells } = this.search;
    const has = (fields: readonly LedgerField[], isIn: (value: CellValue) => boolean): boolean =>
      this.positions(...fields).some((position) => isIn(values[position] ?? null));
    return (
      values.some(
        (value) => isFilled(value) && readEj(textOf(value).trim(), typeof value === 'number').kind === 'ej',
      ) ||
      has(AMOUNTS, (value) => isFilled(value) && /\d/.test(textOf(value))) ||
      has(DATES, (value) => cells.date(value).kind === 'date') ||
      has(['dpNumber'], (value) => /\d{6}/.test(textOf(value))) ||
      this.isDated(values)
    );
  }

  /** A day and an amount, under whatever headings: « Hermine », 15/03/2023, 1 200. */
  private isDated(values: Row): boolean {
    const numbers = values.filter((value) => typeof value === 'number');
    const isDay = (value: CellValue): boolean =>
      typeof value === 'number'
        ? Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY
        : isFilled(value) && this.search.cells.date(value).kind === 'date';
    const days = values.filter(isDay);
    return days.length > 0 && numbers.length > days.filter((value) => typeof value === 'number').length;
  }

  /** Envelopes in the column of the envelope, unless the rows have headings of their own. */
  nameEnvelopes(rows: readonly Row[]): boolean {
    const { names } = this.search;
    const isEnvelope = (values: Row): boolean =>
      this.positions('ministerialAxis2').some((position) => {
        const text = textOf(values[position] ?? null).trim();
        return text !== '' && names?.isEnvelope(text) === true;
      });
    const headings = rows.find((values) => values.filter(isFilled).length >= FEWEST_CELLS);
    return rows.some(isEnvelope) && (!headings || !looksLikeHeadings(headings) || isEnvelope(headings));
  }
}
