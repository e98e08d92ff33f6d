/**
 * Whether the words of a column that make some rows payments and others commitments do so on the same EJ: most EJ that
 * such rows pay are committed on another. A single pair is then enough; so are letters, « E » and « P », where no stage
 * exceeds what is committed, since they may be kinds of expenses elsewhere.
 */
import type { CellValue } from '../../cells';
import { otherMeaningOf } from '../heading-grammar';
import type { ColumnHeading } from '../heading-rows';
import { natureOfCell, wordOfMark } from '../nature-words';
import { textOf, type CellReader } from '../read-cells';

/** Some payments are on EJ of earlier years, which the ledger may not have. */
const MOST = 0.8;

/** The rows of a table, with the columns of their EJ and of their one amount. */
export interface RowsOfTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly ej: number;
  readonly amount: number;
  readonly cells: CellReader;
}

/** The rows with their columns; null for a table without EJ, or without an amount of either nature. */
export function rowsOfTable(
  headings: readonly ColumnHeading[],
  rows: RowsOfTable['rows'],
  cells: CellReader,
): RowsOfTable | null {
  const scoreOf = ({ meaning }: ColumnHeading): number => meaning.get('ejNumber') ?? 0;
  const [ej] = headings.filter((one) => scoreOf(one) > 0).sort((one, other) => scoreOf(other) - scoreOf(one));
  const amount = headings.find(({ words }) => otherMeaningOf(words).has('amount'));
  return ej && amount ? { rows, ej: ej.position, amount: amount.position, cells } : null;
}

/** True where the cells of this column make payments of most EJ that they pay, and commitments of the same EJ. */
export function payWhatTheyCommit(position: number, { rows, ej, amount, cells }: RowsOfTable): boolean {
  const byEj = new Map<string, { committed: number; readonly paid: Map<string, number> }>();
  let areMarks = false;
  for (const row of rows) {
    const [number, text] = [textOf(row[ej] ?? null).trim(), textOf(row[position] ?? null).trim()];
    const [nature, reading] = [natureOfCell(text), cells.amount(row[amount] ?? null)];
    if (number === '' || nature === null || reading.kind !== 'amount') continue;
    areMarks ||= wordOfMark(text) !== null;
    const of = byEj.get(number) ?? { committed: 0, paid: new Map<string, number>() };
    byEj.set(number, of);
    if (nature === 'AE') of.committed += Math.abs(reading.cents);
    else of.paid.set(text, (of.paid.get(text) ?? 0) + Math.abs(reading.cents));
  }
  const ejs = [...byEj.values()].filter(({ paid }) => paid.size > 0);
  const isPaidOfIt = ({ committed, paid }: (typeof ejs)[number]): boolean =>
    committed > 0 && (!areMarks || [...paid.values()].every((cents) => cents <= committed));
  return ejs.length > 0 && ejs.filter(isPaidOfIt).length >= MOST * ejs.length;
}
