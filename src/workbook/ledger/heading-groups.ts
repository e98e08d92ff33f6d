/**
 * Titles of groups of columns that are not what their words alone mean: « Initial » and « Avenant » over « Date » and
 * « Montant » are the parts of a commitment, and « PDE », « SF » are envelopes side by side, where « SF » alone is a
 * service fait.
 */
import type { CellValue } from '../cells';
import { isAmendment, isInitial } from './heading-ranks';
import { textOf } from './read-cells';

/** How the headings under a title are read. */
export interface GroupReading {
  /** The words to read in place of the title; empty when it names no field. */
  readonly as: string;
  /** Its amounts are a part of those of another column, which is read alone. */
  readonly isPart: boolean;
  /** Its dates too: that of the commitment is elsewhere. */
  readonly hasNoDate: boolean;
}

type Row = readonly CellValue[];
type Readings = ReadonlyMap<string, GroupReading>;

const NONE: Readings = new Map();
const BETWEEN_NAMES = /[()–—:/]/;
const BEFORE_A_NAME = /^enveloppes?\s/i;

/**
 * The readings of the titles over a row of headings that are not read as written. `isWhole` is true for a heading that
 * names all that is committed.
 */
export function groupReadings(
  upper: Row | null,
  lower: Row,
  { isEnvelope, isWhole }: { isEnvelope: (text: string) => boolean; isWhole: (heading: string) => boolean },
): Readings {
  const titles = upper ? [...new Set(upper.map((value) => textOf(value).trim()).filter((text) => text !== ''))] : [];
  if (!upper || titles.length === 0) return NONE;
  if (titles.every((title) => namesOf(title).every(isEnvelope)) && (titles.length > 1 || isOverAll(upper, lower)))
    return new Map(titles.map((title) => [title, { as: '', isPart: false, hasNoDate: false }]));
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

/** « Signaux Faibles (SF) », « Enveloppe PDE – Place des entreprises »: the names in a title. */
function namesOf(title: string): readonly string[] {
  const names = title.split(BETWEEN_NAMES).map((name) => name.trim());
  return names.filter((name) => name !== '').map((name) => name.replace(BEFORE_A_NAME, ''));
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
