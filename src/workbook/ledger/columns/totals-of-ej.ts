/**
 * The amount of a whole EJ, again on each of its rows, beside a column with the amount of each: « Montant EJ » beside
 * « Montant poste ». Whichever names the EJ better, its rows are what counts; the other would count an EJ as many times
 * as it has rows.
 */
import { textOf, type CellValue } from '../../cells';
import type { ColumnField } from '../column-field';
import { wordsOfHeading } from '../heading-words';
import type { CellReader } from '../read-cells';

type Rows = readonly (readonly CellValue[])[];

/** A column that may be a field. */
interface Claimed {
  readonly field: ColumnField;
  readonly position: number;
  readonly heading: string;
  readonly confidence: number;
}

/** A sheet of more columns of amounts is not compared in pairs. */
const MOST_COLUMNS = 12;
/** The last EJ of a sample may go on below it. */
const ALMOST_ALL = 0.8;

/** The positions of the columns that only repeat the total of each EJ. `rows` are some rows below the headings. */
export function totalsOfEj(claims: readonly Claimed[], rows: Rows, cells: CellReader): ReadonlySet<number> {
  const found = new Set<number>();
  const [ej] = claims
    .filter(({ field }) => field === 'ejNumber')
    .sort((one, other) => other.confidence - one.confidence);
  const amounts = claims.filter(({ field }) => field === 'ae' || field === 'cp' || field === 'amount');
  if (!ej || amounts.length < 2 || new Set(amounts.map(({ position }) => position)).size > MOST_COLUMNS) return found;
  const groups = groupsOf(rows, ej.position);
  for (const whole of amounts) {
    const details = amounts.filter((detail) => detail.position !== whole.position && mayDetail(detail, whole));
    if (details.some((detail) => areSummed(groups, whole.position, detail.position, cells))) found.add(whole.position);
  }
  return found;
}

/** True for an amount of the same nature by its own words: « Montant » alone may be paid. */
function mayDetail(detail: Claimed, whole: Claimed): boolean {
  const { concepts } = wordsOfHeading(detail.heading);
  return detail.field === whole.field && [...concepts].some((concept) => concept !== 'amount');
}

/** The rows of each EJ. */
function groupsOf(rows: Rows, ejNumber: number): readonly Rows[] {
  const groups = new Map<string, (readonly CellValue[])[]>();
  for (const row of rows) {
    const number = textOf(row[ejNumber] ?? null).trim();
    if (number === '') continue;
    const known = groups.get(number);
    if (known) known.push(row);
    else groups.set(number, [row]);
  }
  return [...groups.values()];
}

/**
 * True where the one amount of almost each EJ under `whole` is the sum of those under `detail`, several for some EJ. An
 * EJ with a part that cannot be read is compared with nothing: it only has several where its one amount exceeds a part.
 */
function areSummed(groups: readonly Rows[], whole: number, detail: number, cells: CellReader): boolean {
  let [sums, others, isDetailed] = [0, 0, false];
  for (const rows of groups) {
    const [totals, parts] = [amountsUnder(whole, rows, cells), amountsUnder(detail, rows, cells)];
    const [total] = totals.cents;
    if (total === undefined) continue;
    const isOne = totals.cents.every((cents) => cents === total);
    const sum = parts.cents.reduce((one, other) => one + other, 0);
    if (!parts.isWhole) isDetailed ||= isOne && 0 < sum && sum < total;
    else if (!isOne || sum !== total) others++;
    else {
      sums++;
      isDetailed ||= parts.cents.length > 1;
    }
  }
  return isDetailed && sums >= ALMOST_ALL * (sums + others);
}

/** The amounts of these rows in one column, but 0; whole unless one cannot be read. */
function amountsUnder(position: number, rows: Rows, cells: CellReader): { cents: readonly number[]; isWhole: boolean } {
  const readings = rows.map((row) => cells.amount(row[position] ?? null));
  return {
    cents: readings.flatMap((reading) => (reading.kind === 'amount' && reading.cents !== 0 ? [reading.cents] : [])),
    isWhole: readings.every(({ kind }) => kind === 'amount' || kind === 'absent'),
  };
}
