/**
 * Several tables of one extract, one under another, as one extract. A second one may list the same operations again, by
 * EJ or by month: it is read where none of its numbers is in a table with more lines, and its lines are listed as not
 * read elsewhere.
 */
import type { ChorusExtract, ChorusLine, ShownTotal } from '../domain/reconciliation/extract';
import type {
  ExtractLack,
  IgnoredLine,
  UnheadedColumn,
  UnknownStatus,
  UncountedColumn,
  UnreadYears,
} from '../domain/reconciliation/extract-reading';
import type { Measure, ShownAmounts } from './total-rows';

/** The reading of one table. */
export interface TableReading extends Pick<ChorusExtract, 'shape' | 'lines' | 'ignored' | 'lacks' | 'shownTotals'> {
  /** Its headings: two tables with the same ones are pages of one list. */
  readonly form: string;
  /** The sums of its lines, by measure. */
  readonly sums: ShownAmounts;
  readonly unheaded: readonly UnheadedColumn[];
  readonly unused: readonly UncountedColumn[];
  readonly statuses: readonly UnknownStatus[];
  readonly years: readonly UnreadYears[];
}

type Joined = Omit<ChorusExtract, 'source' | 'repairs' | 'part' | 'updated' | 'datesCreation' | 'refusal'>;

/** The tables of one extract, at least one, as one reading. */
export function joined(readings: readonly TableReading[]): Joined {
  const kept: TableReading[] = [];
  for (const reading of [...readings].sort((one, other) => other.lines.length - one.lines.length))
    if (!kept.some((other) => reading.form !== other.form && repeats(reading.lines, other.lines))) kept.push(reading);
  const inOrder = readings.filter((reading) => kept.includes(reading));
  const ignored = readings.flatMap((reading) =>
    kept.includes(reading) ? reading.ignored : [...reading.ignored, ...asUnread(reading.lines)],
  );
  const [unheaded, statuses] = [inOrder.flatMap((one) => one.unheaded), inOrder.flatMap((one) => one.statuses)];
  const [unused, years] = [inOrder.flatMap((one) => one.unused), inOrder.flatMap((one) => one.years)];
  return {
    shape: kept[0]?.shape ?? 'unnamed',
    lines: inOrder.flatMap(({ lines }) => lines),
    ignored: readings.length === 1 ? ignored : ignored.sort((one, other) => one.line - other.line),
    lacks: lacksOf(inOrder),
    shownTotals: totalsOf(inOrder),
    ...(unheaded.length > 0 && { unheaded }),
    ...(unused.length > 0 && { unused }),
    ...(statuses.length > 0 && { statuses }),
    ...(years.length > 0 && { years }),
  };
}

/** A number that one table gives can be looked for; of the rest, each line must have it. */
function lacksOf(readings: readonly TableReading[]): readonly ExtractLack[] {
  const all = new Set(readings.flatMap(({ lacks }) => lacks));
  return [...all].filter((lack) =>
    lack === 'ej' || lack === 'dp' ? readings.every(({ lacks }) => lacks.includes(lack)) : true,
  );
}

/** True when some line of one table may be that of another: the same DP, or the same EJ where one gives no DP. */
export function repeats(lines: readonly ChorusLine[], others: readonly ChorusLine[]): boolean {
  const [own, known] = [numbersIn(lines), numbersIn(others)];
  const by = own.areNamed && known.areNamed ? 'byDp' : 'byEj';
  if (own.hasUnnumbered) return true;
  for (const number of own[by]) if (known[by].has(number)) return true;
  return false;
}

/** The numbers of some lines: a CP by its DP, or each by its EJ. */
interface Numbers {
  readonly byDp: ReadonlySet<string>;
  readonly byEj: ReadonlySet<string>;
  /** Each CP has its DP. */
  readonly areNamed: boolean;
  /** Some line has neither. */
  readonly hasUnnumbered: boolean;
}

/** Each table is compared with all the others. */
const numbers = new WeakMap<readonly ChorusLine[], Numbers>();

function numbersIn(lines: readonly ChorusLine[]): Numbers {
  const known = numbers.get(lines);
  if (known) return known;
  const found = {
    byDp: new Set(lines.map(({ nature, ej, dp }) => (nature === 'CP' ? dp : `${nature} ${ej}`))),
    byEj: new Set(lines.map(({ nature, ej }) => `${nature} ${ej}`)),
    areNamed: lines.every(({ nature, dp }) => nature === 'AE' || dp !== ''),
    hasUnnumbered: lines.some(({ ej, dp }) => ej === '' && dp === ''),
  };
  numbers.set(lines, found);
  return found;
}

function asUnread(lines: readonly ChorusLine[]): readonly IgnoredLine[] {
  const cents = new Map<number, number>();
  for (const { line, cents: one } of lines) cents.set(line, (cents.get(line) ?? 0) + one);
  return lines.flatMap(({ line, ej, dp }) => {
    const sum = cents.get(line);
    if (sum === undefined) return [];
    cents.delete(line);
    const raw = [ej, dp].filter((number) => number !== '').join(' · ');
    return [{ line, reason: 'otherHeadings' as const, raw, cents: sum }];
  });
}

/** The total of each measure. */
function totalsOf(readings: readonly TableReading[]): ChorusExtract['shownTotals'] {
  const measures = new Set(readings.flatMap(({ shownTotals }) => shownTotals.map(({ measure }) => measure)));
  return [...measures].flatMap((measure) => totalOf(readings, measure) ?? []);
}

/** The total of all the tables when the last shows it, else their sum; it agrees when each does. */
function totalOf(readings: readonly TableReading[], measure: Measure): ShownTotal | null {
  const totals = readings.flatMap(({ shownTotals }) => shownTotals.filter((total) => total.measure === measure));
  const [first] = totals;
  if (first === undefined || readings.length === 1) return first ?? null;
  const read = readings.reduce((sum, { sums }) => sum + (sums.get(measure) ?? 0), 0);
  const last = totals.at(-1) ?? first;
  if (last.cents === read && totals.slice(0, -1).every(({ agrees }) => agrees)) return { ...last, agrees: true };
  const wrong = totals.find(({ agrees }) => !agrees);
  return wrong ?? { measure, cents: totals.reduce((sum, { cents }) => sum + cents, 0), agrees: true };
}
