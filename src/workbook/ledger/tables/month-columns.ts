/**
 * Payments by month in columns beside the EJ: « CP janvier », « Payé 03/2023 », « janv », « févr »… Each column is a
 * layer of the rows, paid on the last day of its month: the day is not known (DON-08). A plan or a forecast by month is
 * no payment, and a month whose year nothing gives is not read.
 */
import { addDays, addMonths, civilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import { monthOf } from '../../../domain/calendar/date-text';
import { comparable } from '../../../domain/text';
import { subjectOf, type ColumnHeading } from '../heading-rows';
import { wordsOfHeading, type Concept } from '../heading-words';
import type { KnownNames } from '../known-names';
import { isBlankText, textOf, type CellReader } from '../read-cells';
import { textsOf, type Row, type SheetRows } from '../sheet-rows';
import { withoutUnit } from '../units';

/** A column of what was paid in one month. */
export interface MonthColumn {
  readonly heading: ColumnHeading;
  /** The last day of the month. */
  readonly paidOn: CivilDate;
}

/** The rows of a sheet, and what is known around them. */
interface Search {
  readonly sheet: string;
  readonly table: string | null;
  readonly rows: SheetRows;
  readonly cells: CellReader;
  readonly names: KnownNames | null;
}

/** The headings, under the group titles, and the rows below them. */
interface Given {
  readonly topRow: number;
  readonly upper: Row | null;
  readonly headings: readonly ColumnHeading[];
  readonly samples: readonly Row[];
}

interface Named {
  readonly heading: ColumnHeading;
  readonly month: number;
  readonly year: number | null;
  /** Its words name a payment; otherwise it names the month alone. */
  readonly pays: boolean;
}

const FEWEST_MONTHS = 3;
const TITLE_ROWS = 8;
const MOST_TEXTS_OF_A_TITLE = 3;
const LONGEST_TEXT = 120;
const YEAR = /^20\d\d$/;
const SHORT_YEAR = /^[2-4]\d$/;
const MONTH_NUMBER = /^(?:0?[1-9]|1[0-2])$/;
const PLANNED = /\b(?:previ|prevu|programm|planif|estim|budget|forecast|echeanc|cible)/;
const PAYMENT: readonly Concept[] = ['cp', 'payment', 'dp'];
/** Words that qualify a payment. */
const ALLOWED: ReadonlySet<Concept> = new Set<Concept>([...PAYMENT, 'amount', 'month', 'consumed', 'credit', 'year']);

/** The columns of months of a table; empty when they are no payments, or when one month has two columns. */
export function monthColumns(search: Search, given: Given): readonly MonthColumn[] {
  const found = given.headings.flatMap((heading) => namedMonth(heading, groupOf(given, heading.position)) ?? []);
  const pays = found.some((one) => one.pays);
  const months = found.filter((one) => one.pays === pays && holdsAmounts(search, given.samples, one.heading.position));
  if (months.length < FEWEST_MONTHS) return [];
  const around = textsAround(search, given.topRow);
  if (around.some((text) => PLANNED.test(comparable(text)))) return [];
  if (!pays && around.some((text) => subjectOf(text) === 'commitment')) return [];
  const year = yearOf(around, search.names?.creditYear ?? null);
  const dated = months.flatMap(({ heading, month, year: own }) => {
    const first = civilDate(own ?? year ?? 0, month, 1);
    return first === null || (own ?? year) === null ? [] : [{ heading, paidOn: addDays(addMonths(first, 1), -1) }];
  });
  const isDistinct = new Set(dated.map(({ paidOn }) => paidOn)).size === dated.length;
  return isDistinct && dated.length === months.length ? dated : [];
}

/** Null for a heading with other words than a month, its year, and those of a payment. */
function namedMonth(heading: ColumnHeading, group: string): Named | null {
  if (heading.kind !== 'shown') return null;
  const text = comparable(withoutUnit(`${group} ${heading.text}`.slice(0, LONGEST_TEXT)));
  if (PLANNED.test(text)) return null;
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const at = words.findIndex((word) => monthOf(word) > 0);
  const inFigures = words.findIndex((word, index) => MONTH_NUMBER.test(word) && YEAR.test(words[index + 1] ?? ''));
  const position = at >= 0 ? at : inFigures;
  if (position < 0) return null;
  const month = at >= 0 ? monthOf(words[at] ?? '') : Number(words[inFigures]);
  const next = words[position + 1] ?? '';
  const years = words.filter((word) => YEAR.test(word)).map(Number);
  const year = years[0] ?? (SHORT_YEAR.test(next) ? 2000 + Number(next) : null);
  const isPart = (word: string, index: number): boolean =>
    index === position || YEAR.test(word) || (index === position + 1 && SHORT_YEAR.test(word));
  const { concepts, unknown } = wordsOfHeading(words.filter((word, index) => !isPart(word, index)).join(' '));
  if (unknown > 0 || new Set(years).size > 1 || ![...concepts].every((concept) => ALLOWED.has(concept))) return null;
  return { heading, month, year, pays: PAYMENT.some((concept) => concepts.has(concept)) };
}

/** The group title over a column: the last one at its left. */
function groupOf({ upper }: Given, position: number): string {
  for (let at = position; upper && at >= 0; at--) {
    const text = textOf(upper[at] ?? null).trim();
    if (text !== '') return text;
  }
  return '';
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
  const texts = [sheet, ...(table === null ? [] : [table.replaceAll('_', ' ')])];
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
