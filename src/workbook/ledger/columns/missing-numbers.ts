/**
 * A number that a series of columns lacks, where its neighbours leave no other: « Engagement | (blank) | Paiement 2 »,
 * each over « Date | € », or « CP 1 | CP 2 | (blank) | Date paiement 2 », a merged title or a heading that was lost.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { parseDateText } from '../../../domain/calendar/date-text';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import type { HeadingMeaning } from '../headings';
import { wordsOfHeading, type Concept } from '../heading-words';

/** An amount begins so; the serial number of a day from 2000 to 2100 has five digits. */
const NUMBER = /^[-−+(]?\d/;
const SERIAL = /^[3-7]\d{4}$/;
const DAYS: ReadonlySet<LedgerField> = new Set<LedgerField>([
  'commitmentDate',
  'paymentDate',
  'serviceDate',
  'receiptDate',
]);

const PAYS: readonly Concept[] = ['payment', 'cp', 'dp', 'instalment'];

type Row = readonly CellValue[];

interface Group {
  readonly title: string;
  readonly from: number;
  /** The headings under the title, in the form that is compared. */
  readonly headings: readonly string[];
}

/** A column with its rank, null without a number. */
interface Numbered {
  readonly position: number;
  readonly meaning: HeadingMeaning;
  readonly kind: 'shown' | 'twin' | 'blank';
  readonly rank: number | null;
}

/** The titles over the headings, with those that were lost. */
export interface CompletedTitles {
  readonly upper: Row | null;
  /** Columns of a group that a lost title may have, where nothing shows which: no figure takes them. */
  readonly doubtful: ReadonlySet<number>;
}

/**
 * The titles with the one that is lost before « Paiement 2 »: no title has the number before, and the group on its left
 * has twice the headings that are under « Paiement 2 ».
 */
export function withMissingTitle(upper: Row | null, lower: Row): CompletedTitles {
  if (!upper) return { upper, doubtful: new Set() };
  const groups = groupsOf(upper, lower);
  const doubtful = new Set<number>();
  for (const [at, { title, headings, from }] of groups.entries()) {
    const [rank, before] = [wordsOfHeading(title).rank, groups[at - 1]];
    if (!before || before.title === '') continue;
    if (rank === null || rank < 2) {
      for (const position of untitledPairs(before, { title, headings, from }, upper)) doubtful.add(position);
      continue;
    }
    const isBefore = (one: Group): boolean =>
      seriesOf(one.title) === seriesOf(title) && (wordsOfHeading(one.title).rank ?? 1) === rank - 1;
    if (groups.some(isBefore)) continue;
    const start = startOfLost(before.headings, headings);
    if (start === null) {
      for (const offset of repeatedAmong(before.headings, headings)) doubtful.add(before.from + offset);
      continue;
    }
    const lost = withNumber(title, rank, rank - 1);
    const titles = Array.from({ length: from }, (_, i) => (i === before.from + start ? lost : (upper[i] ?? null)));
    return withMissingTitle([...titles, ...upper.slice(from)], lower); // another one may be lost before it
  }
  return { upper, doubtful };
}

/** The series of a title: its words in any order, « 1er paiement » and « Paiement 2 » being of one series. */
function seriesOf(title: string): string {
  const { concepts, unknown } = wordsOfHeading(title);
  if (unknown === 0 && concepts.size > 0) return [...concepts].sort().join(' ');
  return comparable(title)
    .replace(/(?<!\d)\d{1,2}(?!\d)/g, '')
    .trim();
}

/** « Paiement 2 », « Paiement II » and « 2e paiement » with another number. */
function withNumber(title: string, rank: number, other: number): string {
  const numbered = title.replace(/(?<!\d)\d{1,2}(?!\d)/g, (digits) => String(Number(digits) === rank ? other : digits));
  return numbered === title ? title.replace(/[ivx]{1,3}$/i, String(other)) : numbered;
}

/**
 * Where the columns of the lost title begin among those of the group before it, « Date, €, N° DP, Date, € » before
 * « N° DP, Date, € »: at their end, each heading once, with the most of those under the title that is there. All that
 * would be twice in one group are among them, and the day with its amount. Null where nothing is sure.
 */
function startOfLost(before: readonly string[], own: readonly string[]): number | null {
  let best: { readonly start: number; readonly shared: number } | null = null;
  for (const start of before.keys()) {
    const lost = before.slice(start).filter((heading) => heading !== '');
    const first = before[start] ?? '';
    if (first === '' || !own.includes(first) || new Set(lost).size < lost.length) continue;
    const twice = own.filter((heading) => heading !== '' && before.slice(0, start).includes(heading));
    const hasDays = !own.some(isDay) || lost.some(isDay);
    const shared = own.filter((heading) => lost.includes(heading)).length;
    const isSure = twice.length > 0 && twice.every((heading) => lost.includes(heading)) && hasDays && shared > 1;
    const isBetter = best === null || shared > best.shared || (shared === best.shared && first === own[0]);
    if (isSure && isBetter) best = { start, shared };
  }
  return best?.start ?? null;
}

/** The columns of a group whose heading it has already, among those that the next group has too. */
function repeatedAmong(before: readonly string[], own: readonly string[]): readonly number[] {
  return [...before.keys()].filter((at) => {
    const heading = before[at] ?? '';
    return heading !== '' && own.includes(heading) && before.indexOf(heading) < at;
  });
}

/**
 * The columns of a group, without a title of their own, that hold a second time what is under « Paiement » on their
 * right: they may be of either, « Engagement | (blank) | Paiement », each over « Date | € ».
 */
function untitledPairs(before: Group, own: Group, upper: Row): readonly number[] {
  if (!PAYS.some((concept) => wordsOfHeading(own.title).concepts.has(concept))) return [];
  if (seriesOf(before.title) === seriesOf(own.title) || startOfLost(before.headings, own.headings) === null) return [];
  const repeated = repeatedAmong(before.headings, own.headings);
  if (!repeated.some((offset) => isDay(before.headings[offset] ?? ''))) return [];
  const places = repeated.map((offset) => before.from + offset);
  return places.some((position) => textOf(upper[position] ?? null).trim() !== '') ? [] : places;
}

function isDay(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  return concepts.has('date') || concepts.has('on');
}

/** The groups of columns; one title written over each of its columns makes one group. */
function groupsOf(upper: Row, lower: Row): readonly Group[] {
  const titleAt = (position: number): string => textOf(upper[position] ?? null).trim();
  const filled = [...upper.keys()].filter((position) => titleAt(position) !== '');
  const starts = filled.filter((position, at) => at === 0 || titleAt(position) !== titleAt(filled[at - 1] ?? position));
  return starts.map((from, at) => {
    const under = lower.slice(from, starts[at + 1] ?? lower.length).map(plainHeading);
    while (under.at(-1) === '') under.pop();
    return { title: titleAt(from), from, headings: under };
  });
}

/** « Date2 », as Excel names a second « Date » of its Table, is « date ». */
function plainHeading(value: CellValue): string {
  return comparable(textOf(value))
    .replace(/(?<=\D)\d{1,2}$/, '')
    .trim();
}

/**
 * The columns, where a blank heading is « Date paiement 1 »: it is as far from « CP 1 » as « Date paiement 2 » from
 * « CP 2 », no other column has that number, and most of its values are days. `meaningOf`: the fields of a heading.
 * `valuesUnder`: the texts of some cells of a column.
 */
export function withMissingNumbers<H extends Numbered>(
  headings: readonly H[],
  meaningOf: (heading: H) => HeadingMeaning,
  valuesUnder: (position: number) => readonly string[],
): readonly H[] {
  if (headings.filter(({ rank }) => rank !== null).length < 2) return headings;
  const series = headings.map((heading): Member => ({ ...heading, meaning: meaningOf(heading) }));
  const completed = headings.map((heading) => {
    const found = heading.kind === 'blank' ? lostAt(heading.position, series) : [];
    const lost = found.find(({ field }) => areOf(field, valuesUnder(heading.position)));
    return lost ? { ...heading, meaning: lost.meaning, kind: 'twin' as const, rank: lost.rank } : heading;
  });
  return completed.every((heading, at) => heading === headings[at]) ? headings : completed;
}

type Member = Pick<Numbered, 'position' | 'meaning' | 'rank'>;

/** The fields with a number that a column at this place may be. */
function lostAt(at: number, series: readonly Member[]): readonly (Member & { field: LedgerField; rank: number })[] {
  return series.flatMap((like) => {
    const field = fieldOf(like);
    if (field === null || like.rank === null) return [];
    return series
      .filter((beside) => beside.rank === like.rank && fieldOf(beside) !== field)
      .flatMap((beside) => {
        const own = series.find(({ position }) => position === at - (like.position - beside.position));
        const rank = own?.rank ?? 1;
        const isOfSeries = own !== undefined && rank !== like.rank && fieldOf(own) === fieldOf(beside);
        const isThere = series.some((one) => (one.rank ?? 1) === rank && fieldOf(one) === field);
        return isOfSeries && !isThere ? [{ ...like, field, rank }] : [];
      });
  });
}

/** True where most of the texts are of the field: a « - » or « en attente » among days is for its cell to report. */
function areOf(field: LedgerField, values: readonly string[]): boolean {
  const read = values.filter((text) => (DAYS.has(field) ? isDayText(text.trim()) : NUMBER.test(text.trim())));
  return read.length > 0 && read.length * 2 >= values.length;
}

function isDayText(text: string): boolean {
  return SERIAL.test(text) || parseDateText(text) !== null;
}

/** The field that a heading names best; null for none. */
function fieldOf({ meaning }: Pick<Numbered, 'meaning'>): LedgerField | null {
  const best = [...meaning].sort(([, one], [, other]) => other - one)[0];
  return best?.[0] ?? null;
}
