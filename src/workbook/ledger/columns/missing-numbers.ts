/**
 * A number that a series of columns lacks, where its neighbours leave no other: « Engagement | (blank) | Paiement 2 »,
 * each over « Date | € », or « CP 1 | CP 2 | (blank) | Date paiement 2 », a merged title or a heading that was lost.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import type { CellValue } from '../../cells';
import type { HeadingMeaning } from '../headings';
import { wordsOfHeading } from '../heading-words';
import { textOf } from '../read-cells';

/** An amount begins so; a day, or its serial number from 2000 to 2100, has more than a few digits. */
const NUMBER = /^[-−+(]?\d/;
const DAY = /^(?:[3-7]\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})$/;
const DAYS: ReadonlySet<LedgerField> = new Set<LedgerField>([
  'commitmentDate',
  'paymentDate',
  'serviceDate',
  'receiptDate',
]);

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

/**
 * The titles with the one that is lost before « Paiement 2 »: the group on its left repeats, at its end, the headings
 * under « Paiement 2 », and no title has the number before.
 */
export function withMissingTitle(upper: Row | null, lower: Row): Row | null {
  if (!upper) return null;
  const groups = groupsOf(upper, lower);
  const known = new Set(groups.map(({ title }) => comparable(title)));
  for (const [at, { title, headings, from }] of groups.entries()) {
    const [rank, before] = [wordsOfHeading(title).rank, groups[at - 1]];
    if (rank === null || rank < 2 || !before || before.title === '') continue;
    const lost = title.replace(/\d{1,2}/, String(rank - 1));
    const unnumbered = title.replace(/\d{1,2}/, '');
    const isThere = [lost, unnumbered].some((one) => known.has(comparable(one)));
    if (lost === title || isThere || !endsTwiceWith(before.headings, headings)) continue;
    const start = from - headings.length;
    const titles = Array.from({ length: from }, (_, i) => (i === start ? lost : (upper[i] ?? null)));
    return withMissingTitle([...titles, ...upper.slice(from)], lower); // another one may be lost before it
  }
  return upper;
}

/** True for « N° EJ, Date, €, Date, € » and « Date, € ». */
function endsTwiceWith(headings: readonly string[], end: readonly string[]): boolean {
  const isEnd = (of: readonly string[]): boolean =>
    of.length >= end.length && end.every((heading, at) => of[of.length - end.length + at] === heading);
  return (
    end.length > 1 &&
    !headings.includes('') &&
    isEnd(headings) &&
    isEnd(headings.slice(0, headings.length - end.length))
  );
}

function groupsOf(upper: Row, lower: Row): readonly Group[] {
  const starts = upper.flatMap((value, position) => (textOf(value).trim() === '' ? [] : [position]));
  return starts.map((from, at) => {
    const under = lower.slice(from, starts[at + 1] ?? lower.length).map((value) => comparable(textOf(value)));
    while (at === starts.length - 1 && under.at(-1) === '') under.pop();
    return { title: textOf(upper[from] ?? null).trim(), from, headings: under };
  });
}

/**
 * The columns, where a blank heading beside « Date paiement 2 » is « Date paiement 1 »: another field of the series has
 * both numbers, side by side, and no other column has the one that is missing. `valuesUnder`: the texts of some cells of a column.
 */
export function withMissingNumbers<H extends Numbered>(
  headings: readonly H[],
  valuesUnder: (position: number) => readonly string[],
): readonly H[] {
  const numbered = headings.filter(({ rank }) => rank !== null);
  if (numbered.length < 3) return headings;
  const hasNumber = (field: LedgerField, rank: number): boolean =>
    headings.some((one) => (one.rank ?? 1) === rank && one.meaning.has(field));
  const lostAt = (heading: H, at: number): H | null => {
    if (heading.kind !== 'blank') return null;
    const values = valuesUnder(heading.position);
    for (const [beside, step] of [
      [headings[at + 1], -1],
      [headings[at - 1], 1],
    ] as const) {
      const field = fieldOf(beside);
      if (!beside || beside.rank === null || field === null) continue;
      const rank = beside.rank + step;
      const isOfSeries = numbered.some((one) => {
        const other = fieldOf(one);
        const next = headings.find(
          ({ position, rank: its, meaning }) =>
            position === one.position - step && its === beside.rank && other !== null && meaning.has(other),
        );
        return other !== field && one.rank === rank && next !== undefined;
      });
      if (rank > 0 && isOfSeries && !hasNumber(field, rank) && areOf(field, values))
        return { ...heading, meaning: beside.meaning, kind: 'twin', rank };
    }
    return null;
  };
  return headings.map((heading, at) => lostAt(heading, at) ?? heading);
}

function areOf(field: LedgerField, values: readonly string[]): boolean {
  return values.length > 0 && values.every((text) => (DAYS.has(field) ? DAY : NUMBER).test(text.trim()));
}

/** The field that a heading names best; null for none. */
function fieldOf(heading: Numbered | undefined): LedgerField | null {
  const best = [...(heading?.meaning ?? [])].sort(([, one], [, other]) => other - one)[0];
  return best?.[0] ?? null;
}
