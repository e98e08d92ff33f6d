/**
 * Whether the words of a column that make some rows payments and others commitments do so on the same EJ: most EJ that
 * such rows pay are committed on another. A single pair is then enough. Letters may be kinds of expenses, as « P » of
 * « Prestation »: they pay an EJ where no stage exceeds what is committed, on a later day, under a label that is the
 * commitment's or a payment's.
 */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { groupedBy } from '../../../domain/grouped';
import type { Nature } from '../../../domain/money/nature';
import { textOf, type CellValue } from '../../cells';
import { otherMeaningOf } from '../heading-grammar';
import type { ColumnHeading } from '../heading-rows';
import { natureOfCell, wordOfMark } from '../nature-words';
import type { CellReader } from '../read-cells';
import { isOfItsOrder } from '../rows/whole-ledger/paid-on-ej';

/** Some payments are on EJ of earlier years, which the ledger may not have. */
const MOST = 0.8;

/** The rows of a table, with the columns of their EJ and of their one amount, of their days and of their label. */
export interface RowsOfTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly ej: number;
  readonly amount: number;
  /** The columns of days of each nature, a bare « Date » in both; the best first. */
  readonly days: Readonly<Record<Nature, readonly number[]>>;
  /** Null without one. */
  readonly label: number | null;
  readonly cells: CellReader;
}

/** The rows with their columns; null for a table without EJ, or without an amount of either nature. */
export function rowsOfTable(
  headings: readonly ColumnHeading[],
  rows: RowsOfTable['rows'],
  cells: CellReader,
): RowsOfTable | null {
  const of = (field: LedgerField): readonly number[] => {
    const scoreOf = ({ meaning }: ColumnHeading): number => meaning.get(field) ?? 0;
    const found = headings.filter((one) => scoreOf(one) > 0);
    return found.sort((one, other) => scoreOf(other) - scoreOf(one)).map(({ position }) => position);
  };
  const [[ej], [label = null]] = [of('ejNumber'), of('label')];
  const amount = headings.find(({ words }) => otherMeaningOf(words).has('amount'));
  if (ej === undefined || !amount) return null;
  const bare = headings.filter(({ words }) => otherMeaningOf(words).has('date')).map(({ position }) => position);
  const days = { AE: [...of('commitmentDate'), ...bare], CP: [...of('paymentDate'), ...bare] };
  return { rows, ej, amount: amount.position, days, label, cells };
}

/** The rows of one EJ, as the cells of a column share them. */
interface RowsOfEj {
  readonly committed: Row[];
  readonly paid: Row[];
}

/** A row with what its cells hold. */
interface Row {
  readonly word: string;
  readonly cents: number;
  readonly day: CivilDate | null;
  readonly label: string;
}

/** True where the cells of this column make payments of most EJ that they pay, and commitments of the same EJ. */
export function payWhatTheyCommit(position: number, table: RowsOfTable): boolean {
  const byEj = new Map<string, RowsOfEj>();
  let areMarks = false;
  for (const row of table.rows) {
    const [number, word] = [textOf(row[table.ej] ?? null).trim(), textOf(row[position] ?? null).trim()];
    const [nature, reading] = [natureOfCell(word), table.cells.amount(row[table.amount] ?? null)];
    if (number === '' || nature === null || reading.kind !== 'amount') continue;
    areMarks ||= wordOfMark(word) !== null;
    const of = byEj.get(number) ?? { committed: [], paid: [] };
    byEj.set(number, of);
    const label = table.label === null ? '' : textOf(row[table.label] ?? null);
    const read = { word, cents: Math.abs(reading.cents), day: dayOf(row, table, nature), label };
    (nature === 'AE' ? of.committed : of.paid).push(read);
  }
  const ejs = [...byEj.values()].filter(({ paid }) => paid.length > 0);
  const isPaid = (of: RowsOfEj): boolean => of.committed.length > 0 && (!areMarks || isPaidByMarks(of));
  return ejs.length > 0 && ejs.filter(isPaid).length >= MOST * ejs.length;
}

/** The first day under a heading that may date a row of this nature. */
function dayOf(row: readonly CellValue[], { days, cells }: RowsOfTable, nature: Nature): CivilDate | null {
  for (const position of days[nature]) {
    const reading = cells.date(row[position] ?? null);
    if (reading.kind === 'date') return reading.date;
  }
  return null;
}

/** No stage exceeds what is committed, on days and under labels that are those of payments. */
function isPaidByMarks({ committed, paid }: RowsOfEj): boolean {
  const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, { cents }) => sum + cents, 0);
  const first = Math.min(...committed.flatMap(({ day }) => day ?? []));
  const labels = committed.map(({ label }) => label);
  const isOfPayment = ({ day, label }: Row): boolean => day !== null && day > first && isOfItsOrder(label, labels);
  const stages = [...groupedBy(paid, ({ word }) => word).values()];
  return paid.every(isOfPayment) && stages.every((rows) => sumOf(rows) <= sumOf(committed));
}
