/**
 * Titles of groups of columns that are not what their words alone mean: « Initial » and « Avenant » over « Date » and
 * « Montant » are the parts of a commitment, « Acompte 1 » and « Solde » are payments, and « PDE », « SF » are
 * envelopes side by side, where « SF » alone is a service fait.
 */
import { textOf, type CellValue } from '../cells';
import { isAmendment, isInitial, isInstalment, isLastInstalment } from './heading-ranks';
import { wordsOfHeading } from './heading-words';

/** How the headings under a title are read. */
export interface GroupReading {
  /** The words to read in place of the title; empty when it names no field. */
  readonly as: string;
  /** Its amounts are a part of those of another column, which is read alone. */
  readonly isPart: boolean;
  /** Its dates too: that of the commitment is elsewhere. */
  readonly hasNoDate: boolean;
}

interface HeadingTests {
  readonly isEnvelope: (text: string) => boolean;
  readonly isWhole: (heading: string) => boolean;
  readonly isPaid: (heading: string) => boolean;
}

type Row = readonly CellValue[];
type Readings = ReadonlyMap<string, GroupReading>;

const NONE: Readings = new Map();
const BETWEEN_NAMES = /[()–—:/]/;
const BEFORE_A_NAME = /^enveloppes?\s/i;

/**
 * The readings of the titles over a row of headings that are not read as written. `isWhole` is true for a heading that
 * names all that is committed, `isPaid` for one of what is paid.
 */
export function groupReadings(upper: Row | null, lower: Row, { isEnvelope, isWhole, isPaid }: HeadingTests): Readings {
  const titles = upper ? [...new Set(upper.map((value) => textOf(value).trim()).filter((text) => text !== ''))] : [];
  if (!upper || titles.length === 0) return NONE;
  if (areEnvelopes(titles, isEnvelope) && (titles.length > 1 || isOverAll(upper, lower)))
    return new Map(titles.map((title) => [title, { as: '', isPart: false, hasNoDate: false }]));
  return new Map([...partsOfCommitment(upper, lower, titles, isWhole), ...instalmentsOf(upper, lower, isPaid)]);
}

function partsOfCommitment(
  upper: Row,
  lower: Row,
  titles: readonly string[],
  isWhole: HeadingTests['isWhole'],
): Readings {
  const initial = titles.filter(isInitial);
  const further = titles.filter(isAmendment);
  if (initial.length !== 1 || further.length === 0) return NONE;
  const isPart = hasWhole(upper, lower, new Set([...initial, ...further]), isWhole);
  return new Map(
    [...initial, ...further].map((title, index) => [
      title,
      { as: index === 0 ? 'Engagement' : `Engagement ${index + 1}`, isPart, hasNoDate: isPart && index > 0 },
    ]),
  );
}

/**
 * « Acompte 1 », « Acompte 2 », « Solde », each over a date and its amount: payments of the row. None beside a column
 * of what is paid, which may be their sum; « Solde » alone is what is left.
 */
function instalmentsOf(upper: Row, lower: Row, isPaid: HeadingTests['isPaid']): Readings {
  const groups = groupsOf(upper, lower);
  const paid = groups.filter(({ title }) => isInstalment(title) || isLastInstalment(title));
  const others = groups.filter((group) => !paid.includes(group));
  const isDated = paid.every(({ headings }) => headings.some(isDate) && headings.some((text) => !isDate(text)));
  const areTwice = new Set(paid.map(({ title }) => title)).size < paid.length;
  if (!isDated || areTwice || !paid.some(({ title }) => isInstalment(title))) return NONE;
  if (others.some(({ title, headings }) => isPaid(title) || headings.some(isPaid))) return NONE;
  return new Map(
    paid.map(({ title }, index) => [title, { as: `Paiement ${index + 1}`, isPart: false, hasNoDate: false }]),
  );
}

/** The titles of groups, with the headings under each; a heading without a title is under an empty one. */
function groupsOf(upper: Row, lower: Row): readonly { readonly title: string; readonly headings: string[] }[] {
  const groups: { title: string; headings: string[] }[] = [{ title: '', headings: [] }];
  for (let position = 0; position < Math.max(upper.length, lower.length); position++) {
    const title = textOf(upper[position] ?? null).trim();
    const heading = textOf(lower[position] ?? null).trim();
    if (title !== '') groups.push({ title, headings: [] });
    if (heading !== '') groups.at(-1)?.headings.push(heading);
  }
  return groups;
}

function isDate(text: string): boolean {
  const { concepts } = wordsOfHeading(text);
  return concepts.has('date') || concepts.has('on');
}

/** « Signaux Faibles (SF) », « Enveloppe PDE – Place des entreprises »: the names in a title. */
function namesOf(title: string): readonly string[] {
  const names = title.split(BETWEEN_NAMES).map((name) => name.trim());
  return names.filter((name) => name !== '').map((name) => name.replace(BEFORE_A_NAME, ''));
}

/** True for titles that all name envelopes: « PDE », « Enveloppe SF »; none of them is a part of a heading. */
export function areEnvelopes(titles: readonly string[], isEnvelope: HeadingTests['isEnvelope']): boolean {
  return titles.length > 0 && titles.every((title) => namesOf(title).every(isEnvelope));
}

/** True for a title that begins where the headings do: « SF » over some columns only is a service fait. */
function isOverAll(upper: Row, lower: Row): boolean {
  const first = (row: Row): number => row.findIndex((value) => textOf(value).trim() !== '');
  return first(upper) <= first(lower);
}

/** True when a column outside these groups holds the sum of their amounts. */
function hasWhole(upper: Row, lower: Row, parts: ReadonlySet<string>, isWhole: (heading: string) => boolean): boolean {
  let group = '';
  for (let position = 0; position < Math.max(upper.length, lower.length); position++) {
    const title = textOf(upper[position] ?? null).trim();
    const heading = textOf(lower[position] ?? null).trim();
    if (title !== '') group = title;
    if (!parts.has(group) && isWhole(heading === '' ? title : heading)) return true;
  }
  return false;
}
