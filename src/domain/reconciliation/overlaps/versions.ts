/**
 * Extracts of one shape, of several days. Some shapes give each poste of an EJ, or each DP, as it is on the day of the
 * extract: an amount that changed in between is in each of them, and the newest alone is right.
 */
import { type ChorusAmount, groupsBy } from '../amounts';
import type { ChorusExtract, ChorusLine, ChorusShape } from '../extract';
import { compareTexts } from '../../text';

/** An extract and those of its amounts that concern the convention. */
export interface OwnAmounts {
  readonly extract: ChorusExtract;
  readonly own: readonly ChorusAmount[];
}

/** `replaced`: a newer extract has another state of it; `otherAmount`: nothing shows which of the two is newer. */
export type Outdated = 'replaced' | 'otherAmount';

/** True where the lines are states, one for each poste or DP; elsewhere they are movements, which add up. */
const HOLDS_STATES: Readonly<Record<ChorusShape, boolean>> = {
  nationalAe: true,
  nationalCp: true,
  infBud53Ae: true,
  infBud53Cp: true,
  infBud53Measures: true,
  jp51: false,
  jp57: false,
  journal: false,
  subvention: true,
  unnamed: false,
};

/** An extract follows another when at most one number in so many is missing from it: an EJ may have been deleted. */
const ONE_MISSING_IN = 10;

/** The newest first; of one day, in the order of the names: never that in which they were given. */
export function newestFirst(files: readonly OwnAmounts[]): readonly OwnAmounts[] {
  return files
    .map((file) => ({ file, day: dayOf(file.extract) }))
    .sort((one, other) => other.day - one.day || compareTexts(one.file.extract.source, other.file.extract.source))
    .map(({ file }) => file);
}

/** The amounts of older extracts of one shape, the newest first, whose number a newer one has in another state. */
export function outdatedAmong(files: readonly OwnAmounts[]): ReadonlyMap<ChorusAmount, Outdated> {
  const found = new Map<ChorusAmount, Outdated>();
  const shape = files[0]?.extract.shape;
  if (files.length < 2 || shape === undefined || !HOLDS_STATES[shape]) return found;
  const states = files.map(({ own, extract }) => ({ day: dayOf(extract), of: statesOf(own) }));
  for (const [at, older] of states.entries()) {
    const seen = new Set<string>();
    for (const newer of states.slice(0, at)) {
      const isLater = newer.day > older.day && isFollowedBy(older.of, newer.of);
      for (const [key, amounts] of older.of) {
        const known = newer.of.get(key);
        if (!known || seen.has(key)) continue;
        seen.add(key);
        const [left, others] = [without(amounts, known), without(known, amounts)];
        const isContested = others.length > 0 && areOfOneCode([...left, ...others]);
        if (isLater || isContested) for (const amount of left) found.set(amount, isLater ? 'replaced' : 'otherAmount');
      }
    }
  }
  return found;
}

/** The content of a line, its position and codes apart. */
export function identityOf({ line, ej, ejLine, dp, dpLine }: ChorusAmount): string {
  const { movement, nature, company, exercise, date, cents } = line;
  return [movement, nature, ej, ejLine, dp, dpLine, company, exercise ?? '', date ?? '', cents].join('|');
}

/** The nature of a line; the stages of a payment are apart, and so is what earlier years leave. */
export function kindOf({ movement, nature }: ChorusLine): string {
  return movement === 'carryOver' || movement === 'certified' || movement === 'invoiced' || movement === 'reduction'
    ? movement
    : nature;
}

type States = ReadonlyMap<string, readonly ChorusAmount[]>;

function statesOf(amounts: readonly ChorusAmount[]): States {
  return new Map(groupsBy(amounts, keyOf).flatMap((group) => (group[0] ? [[keyOf(group[0]) ?? '', group]] : [])));
}

/** The key of Chorus: EJ and poste; société, exercice, DP and its poste. Null for a line without a number. */
function keyOf({ line, ej, ejLine, dp, dpLine }: ChorusAmount): string | null {
  if (ej === '' && dp === '') return null;
  return [kindOf(line), line.company, line.exercise ?? '', ej, ejLine, dp, dpLine].join('|');
}

/** The newer one goes on from the older: it has its numbers, and some lines as they were. Parts of one list do not. */
function isFollowedBy(older: States, newer: States): boolean {
  let [missing, hasSame] = [0, false];
  for (const [key, amounts] of older) {
    const known = newer.get(key);
    if (!known) missing += 1;
    else hasSame ||= without(amounts, known).length < amounts.length;
  }
  return hasSame && missing * ONE_MISSING_IN <= older.size;
}

/** The amounts that the others do not have as often. */
function without(amounts: readonly ChorusAmount[], others: readonly ChorusAmount[]): readonly ChorusAmount[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(identityOf(other), (counts.get(identityOf(other)) ?? 0) + 1);
  return amounts.filter((amount) => {
    const count = counts.get(identityOf(amount)) ?? 0;
    counts.set(identityOf(amount), count - 1);
    return count <= 0;
  });
}

/** An EJ charged to two codes may be in an extract of each. */
function areOfOneCode(amounts: readonly ChorusAmount[]): boolean {
  return new Set(amounts.map(({ codes }) => codes.text)).size === 1;
}

function dayOf({ updated, lines }: ChorusExtract): number {
  return lines.reduce((day, { date }) => Math.max(day, date ?? day), updated ?? Number.NEGATIVE_INFINITY);
}
