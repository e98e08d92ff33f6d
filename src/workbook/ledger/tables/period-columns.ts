/**
 * Payments by month, quarter or year in columns beside the EJ: « CP janvier », « Payé 03/2023 », « janv », « T1 »,
 * « 2e trimestre », « CP 2022 »… Each column is a layer of the rows, paid on the last day of its period: the day is
 * not known (DON-08). « AE 2022 | AE 2023 » are read in the same way. A plan or a forecast is no payment, and a period
 * whose year nothing gives is not read. Quarters beside months are their totals, and years beside either.
 */
import { addDays, addMonths, civilDate } from '../../../domain/calendar/civil-date';
import { monthOf } from '../../../domain/calendar/date-text';
import { comparable } from '../../../domain/text';
import { subjectOf } from '../columns/subjects';
import type { ColumnHeading } from '../heading-rows';
import { wordsOfHeading, type Concept } from '../heading-words';
import type { KnownNames } from '../known-names';
import type { PaidIn } from '../ledger-source';
import { textOf } from '../../cells';
import { isBlankText, type CellReader } from '../read-cells';
import type { SheetSnapshot } from '../../snapshot';
import { textsOf, type Row, type SheetRows } from '../sheet-rows';
import { isNoteOfColumns } from '../under-headings';
import { withoutUnit } from '../units';

/** A column of what was paid in one month, one quarter or one year, or committed in one year. */
export interface PeriodColumn {
  readonly nature: 'ae' | 'cp';
  readonly heading: ColumnHeading;
  readonly paidIn: PaidIn;
}

/** The rows of a sheet, and what is known around them. */
interface Search {
  readonly sheet: Pick<SheetSnapshot, 'name'>;
  readonly table: string | null;
  readonly rows: SheetRows;
  readonly cells: CellReader;
  readonly names: KnownNames | null;
}

/** The headings, under the group titles, and the rows below them. */
interface Given {
  readonly topRow: number;
  readonly headingRow: number;
  readonly upper: Row | null;
  readonly headings: readonly ColumnHeading[];
  readonly samples: readonly Row[];
}

interface Named {
  readonly heading: ColumnHeading;
  readonly period: PaidIn['period'];
  /** The last one of a quarter. */
  readonly month: number;
  readonly year: number | null;
  /** Its words name a payment; otherwise it names the month alone. */
  readonly pays: boolean;
  readonly commits: boolean;
}

const FEWEST: Readonly<Record<PaidIn['period'], number>> = { month: 3, quarter: 2, year: 2 };
const TITLE_ROWS = 8;
const MOST_TEXTS_OF_A_TITLE = 3;
const LONGEST_TEXT = 120;
const YEAR = /^20\d\d$/;
const SHORT_YEAR = /^[2-4]\d$/;
const SHORT_QUARTER = /^(?:t|q|trim|trimestre)([1-4])$/;
const QUARTER = /^trim(?:estre)?$/;
const RANK = /^([1-4])(?:er|ere|e|eme|nd|nde)?$/;
const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;
const PLANNED = /\b(?:previ|prevu|programm|planif|estim|budget|forecast|echeanc|cible)/;
/** Paid since the beginning, and not in the period: « Payé au 31/01/2023 », « jusqu'en mars », « Situation au » over days. */
const UP_TO_A_DAY = /\b(?:cumul|depuis|jusqu|arrete)|\bau(?: \d{1,2}(?:er)?\b|$)/;
/** The same in a title around: « Suivi des CP au 31/03/2023 » is the day of any table. */
const SINCE_THE_BEGINNING = /\b(?:cumul|depuis)|\bau$/;
const PAYMENT: readonly Concept[] = ['cp', 'payment', 'dp'];
const COMMITMENT: readonly Concept[] = ['ae', 'commitment'];
const QUALIFIERS: readonly Concept[] = ['amount', 'month', 'consumed', 'credit', 'year'];
/** The words of a payment, and those that qualify it. */
const OF_PAYMENT: ReadonlySet<Concept> = new Set<Concept>([...PAYMENT, ...QUALIFIERS]);
/** « Crédits AE 2023 » are given, not committed. */
const OF_COMMITMENT: ReadonlySet<Concept> = new Set<Concept>([
  ...COMMITMENT,
  ...QUALIFIERS.filter((one) => one !== 'credit'),
]);

const YEAR_OF_TITLE = /\b20\d\d\b/;
const WORDS_OF_ENVELOPE = /^(?:enveloppe|suivi|exercice|[\s().:–-]){0,12}$/;

/** The columns of periods of a table; empty when they are no payments, or when one period has two columns. */
export function periodColumns(search: Search, given: Given): readonly PeriodColumn[] {
  const named = given.headings.flatMap((heading) => {
    const title = groupOf(given, heading.position);
    const group = withoutEnvelope(title, search.names);
    const found = namedPeriod(heading, group);
    const isOfTitle = found?.period === 'year' && group !== '' && group !== title; // « PDE 2023 » over « AE »
    return found === null || isOfTitle ? [] : [found];
  });
  const paid = named.filter(({ commits }) => !commits);
  const months = columnsOf('month', paid, search, given);
  const short = months.length > 0 ? months : columnsOf('quarter', paid, search, given);
  if (short.length > 0) return short;
  const committed = named.filter(({ commits }) => commits);
  return [committed, paid].flatMap((some) => columnsOf('year', some, search, given));
}

function columnsOf(
  period: PaidIn['period'],
  named: readonly Named[],
  search: Search,
  given: Given,
): readonly PeriodColumn[] {
  const found = named.filter((one) => one.period === period);
  const pays = found.some((one) => one.pays);
  const next = search.rows.at(given.headingRow + 1);
  const below = [...given.samples, ...(isNoteOfColumns(next) ? [] : [next])]; // « Prévu | Réalisé » under each month
  const periods = found.filter((one) => one.pays === pays && holdsAmounts(search, below, one.heading.position));
  if (periods.length < FEWEST[period]) return [];
  const around = textsAround(search, given.topRow);
  if (around.some((text) => PLANNED.test(comparable(text)))) return [];
  const isSince = around.some((text) => SINCE_THE_BEGINNING.test(comparable(text).trim()));
  if (isSince && onlyRise(search, given.samples, periods)) return [];
  if (period !== 'year' && !pays && around.some((text) => subjectOf(text) === 'commitment')) return [];
  const year = yearOf(around, search.names?.creditYear ?? null);
  const dated = periods.flatMap(({ heading, month, year: own, commits }): PeriodColumn[] => {
    const first = civilDate(own ?? year ?? 0, month, 1);
    if (first === null || (own ?? year) === null) return [];
    const nature = commits ? 'ae' : 'cp';
    return [{ nature, heading, paidIn: { period, lastDay: addDays(addMonths(first, 1), -1) } }];
  });
  const isDistinct = new Set(dated.map(({ paidIn }) => paidIn.lastDay)).size === dated.length;
  return isDistinct && dated.length === periods.length ? dated : [];
}

/** Null for a heading with other words than a period, its year, and those of a payment, or of commitments by year. */
function namedPeriod(heading: ColumnHeading, group: string): Named | null {
  if (heading.kind !== 'shown') return null;
  const own = heading.words; // the text may repeat the group: « Février Réalisé » under « Février »
  const whole = own.startsWith(group) ? own : `${group} ${own}`;
  const text = comparable(withoutUnit(whole.slice(0, LONGEST_TEXT)));
  if (PLANNED.test(text) || isUpToADay(group) || isUpToADay(own)) return null;
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const found = monthIn(words) ?? quarterIn(words) ?? yearIn(words);
  if (found === null) return null;
  const { period, month, from, until } = found;
  const next = words[until] ?? '';
  const years = words.filter((word) => YEAR.test(word)).map(Number);
  const year = years[0] ?? (SHORT_YEAR.test(next) ? 2000 + Number(next) : null);
  const isPart = (word: string, index: number): boolean =>
    (index >= from && index < until) || YEAR.test(word) || (index === until && SHORT_YEAR.test(word));
  const { concepts, unknown } = wordsOfHeading(words.filter((word, index) => !isPart(word, index)).join(' '));
  const pays = PAYMENT.some((concept) => concepts.has(concept));
  const commits = period === 'year' && COMMITMENT.some((concept) => concepts.has(concept));
  const allowed = commits ? OF_COMMITMENT : OF_PAYMENT;
  if (unknown > 0 || new Set(years).size > 1 || ![...concepts].every((concept) => allowed.has(concept))) return null;
  return period !== 'year' || pays || commits ? { heading, period, month, year, pays, commits } : null;
}

function isUpToADay(words: string): boolean {
  return UP_TO_A_DAY.test(comparable(words.slice(0, LONGEST_TEXT)).trim());
}

/** True when rows never pay less in a period than in an earlier one, as sums since the beginning; blanks and 0 apart. */
function onlyRise({ cells }: Search, samples: readonly Row[], periods: readonly Named[]): boolean {
  const inOrder = [...periods].sort((one, other) => (one.year ?? 0) - (other.year ?? 0) || one.month - other.month);
  const rows = samples.map((row) =>
    inOrder.flatMap(({ heading }) => {
      const amount = cells.amount(row[heading.position] ?? null);
      return amount.kind === 'amount' && amount.cents !== 0 ? [amount.cents] : [];
    }),
  );
  const rises = (cents: readonly number[]): boolean =>
    cents.every((one, at) => at === 0 || one >= (cents[at - 1] ?? 0));
  return rows.some((cents) => cents.length > 1) && rows.every(rises);
}

/** A period among words, from one of them to another, excluded. */
interface FoundPeriod {
  readonly period: PaidIn['period'];
  readonly month: number;
  readonly from: number;
  readonly until: number;
}

function monthIn(words: readonly string[]): FoundPeriod | null {
  const at = words.findIndex((word) => monthOf(word) > 0);
  const inFigures = words.findIndex((word, index) => MONTH_NUMBER.test(word) && YEAR.test(words[index + 1] ?? ''));
  const from = at >= 0 ? at : inFigures;
  if (from < 0) return null;
  const month = at >= 0 ? monthOf(words[at] ?? '') : Number(words[inFigures]);
  return { period: 'month', month, from, until: from + 1 };
}

/** « T1 », « Trim 1 », « 1er trimestre », « 2e trim. ». */
function quarterIn(words: readonly string[]): FoundPeriod | null {
  for (const [from, word] of words.entries()) {
    const next = words[from + 1] ?? '';
    const short = SHORT_QUARTER.exec(word)?.[1];
    const ranked = QUARTER.test(next) ? RANK.exec(word)?.[1] : undefined;
    const followed = QUARTER.test(word) ? /^[1-4]$/.exec(next)?.[0] : undefined;
    const quarter = Number(short ?? ranked ?? followed ?? 0);
    if (quarter > 0)
      return { period: 'quarter', month: 3 * quarter, from, until: from + (short === undefined ? 2 : 1) };
  }
  return null;
}

/** « 2022 », of which the last month is December. */
function yearIn(words: readonly string[]): FoundPeriod | null {
  const from = words.findIndex((word) => YEAR.test(word));
  return from < 0 ? null : { period: 'year', month: 12, from, until: from + 1 };
}

/** The group title over a column: the last one at its left. */
function groupOf({ upper }: Given, position: number): string {
  for (let at = position; upper && at >= 0; at--) {
    const text = textOf(upper[at] ?? null).trim();
    if (text !== '') return text;
  }
  return '';
}

/** Nothing but the year of a title that names an envelope, above a table beside that of another: « PDE 2023 ». */
function withoutEnvelope(group: string, names: KnownNames | null): string {
  const within = names?.envelopesIn(group.slice(0, LONGEST_TEXT));
  if (within === undefined || within.codes.length === 0) return group;
  const year = YEAR_OF_TITLE.exec(within.rest)?.[0] ?? '';
  return WORDS_OF_ENVELOPE.test(within.rest.replace(YEAR_OF_TITLE, '')) ? year : group;
}

/** Amounts and blanks, with no other text. */
function holdsAmounts({ cells }: Search, samples: readonly Row[], position: number): boolean {
  return samples.every((row) => {
    const value = row[position] ?? null;
    return isBlankText(textOf(value)) || cells.amount(value).kind === 'amount';
  });
}

/** The titles above the headings, and the names of the Table and of the sheet. */
function textsAround({ rows, table, sheet }: Search, topRow: number): readonly string[] {
  const texts = [sheet.name, ...(table === null ? [] : [table.replaceAll('_', ' ')])];
  for (let row = topRow - 1; row >= Math.max(rows.first, topRow - TITLE_ROWS); row--) {
    const titles = textsOf(rows.at(row));
    if (titles.length > MOST_TEXTS_OF_A_TITLE) break;
    texts.push(...titles);
  }
  return texts.map((text) => text.slice(0, LONGEST_TEXT));
}

/** The year that these texts name, that of the credits when they name none; null for two. */
function yearOf(texts: readonly string[], ofCredits: number | null): number | null {
  const years = texts.flatMap((text) => text.split(/[^\d]+/).filter((word) => YEAR.test(word)));
  const [only, ...others] = new Set(years);
  if (only === undefined) return ofCredits;
  return others.length === 0 ? Number(only) : null;
}
