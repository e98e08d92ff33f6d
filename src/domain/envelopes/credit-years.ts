/**
 * Conventions whose credits are given year by year: the terms that hold at a date are those of its credit year. A
 * convention of one year is itself at every date.
 */
import { yearOf, type CivilDate } from '../calendar/civil-date';
import { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import { comparable } from '../text';
import type { BudgetLine, Ceiling, Convention, Envelope } from './convention';
import type { YearTerms } from './terms';

/** The credit years of a convention, ascending. */
export function creditYearsOf({ creditYear, otherYears }: Convention): readonly number[] {
  return [creditYear, ...otherYears.map(({ year }) => year)].sort((first, second) => first - second);
}

/** True when the convention gives credits for that year. */
export function coversYear({ creditYear, otherYears }: Convention, year: number): boolean {
  return year === creditYear || otherYears.some((terms) => terms.year === year);
}

/**
 * The credit year of a date: its own year, or the last before it that has credits; the first for what comes before them
 * all.
 */
export function creditYearAt(convention: Convention, date: CivilDate): number {
  if (convention.otherYears.length === 0) return convention.creditYear;
  const [first = convention.creditYear, ...later] = creditYearsOf(convention);
  const year = yearOf(date);
  return later.reduce((found, candidate) => (candidate <= year ? candidate : found), first);
}

/** True when the terms of a year print a ceiling of that nature, of the whole or of an envelope. */
export function givesNature({ ceilings, envelopes }: Omit<YearTerms, 'year' | 'rap'>, nature: Nature): boolean {
  return ceilings[nature] !== null || envelopes.some((envelope) => envelope.ceilings[nature] !== null);
}

/**
 * The convention with the envelopes of every credit year, each with all its postes: what a ledger of several years may
 * name. For names alone, not for amounts.
 */
export function withEveryEnvelope(convention: Convention): Convention {
  if (convention.otherYears.length === 0) return convention;
  const byCode = new Map<string, Envelope>();
  for (const envelope of [convention, ...convention.otherYears].flatMap(({ envelopes }) => envelopes)) {
    const known = byCode.get(envelope.code);
    byCode.set(envelope.code, known ? { ...known, lines: [...known.lines, ...envelope.lines] } : envelope);
  }
  return { ...convention, envelopes: [...byCode.values()] };
}

/**
 * The conventions already turned to another year; a convention is never changed in place, and equal years give one
 * object.
 */
const turned = new WeakMap<Convention, Map<number, Convention>>();
/** The convention that each was turned from. */
const origins = new WeakMap<Convention, Convention>();

/**
 * The convention as of the credit year of a date: its ceilings, its envelopes and its RAP are those of that year, and
 * `otherYears` holds the others, so that it may be turned again. An envelope that only other years give is there too,
 * without credits: its rows are never unknown.
 * @example conventionAt(convention, isoDate('2024-03-01')).creditYear // 2024
 */
export function conventionAt(convention: Convention, date: CivilDate): Convention {
  if (convention.otherYears.length === 0) return convention;
  const origin = origins.get(convention) ?? convention;
  const year = creditYearAt(origin, date);
  let ofYears = turned.get(origin);
  if (!ofYears) turned.set(origin, (ofYears = new Map()));
  let found = ofYears.get(year);
  if (!found) {
    ofYears.set(year, (found = turnedTo(origin, year)));
    origins.set(found, origin);
  }
  return found;
}

function turnedTo(convention: Convention, creditYear: number): Convention {
  const { ceilings, envelopes, rap } = convention;
  const own: YearTerms = { year: convention.creditYear, ceilings, envelopes, rap };
  const years = [...convention.otherYears, own].sort((first, second) => first.year - second.year);
  const { year, ...terms } = years.find((one) => one.year === creditYear) ?? own;
  const elsewhere = withoutCredits({ year, ...terms }, years);
  const all = [...terms.envelopes, ...elsewhere].map((envelope) => withOtherLines(envelope, years));
  const isAsGiven = elsewhere.length === 0 && all.every((envelope, index) => envelope === terms.envelopes[index]);
  if (year === convention.creditYear && isAsGiven) return convention;
  return {
    ...convention,
    ...terms,
    envelopes: all,
    creditYear: year,
    otherYears: years.filter((one) => one.year !== year),
  };
}

/**
 * The envelopes that only other years give, each as the first of them gives it, with nothing to spend beside those that
 * the year gives.
 */
function withoutCredits(terms: YearTerms, years: readonly YearTerms[]): readonly Envelope[] {
  const found = new Map<string, Envelope>();
  const given = new Set(terms.envelopes.map(({ code }) => code));
  for (const { envelopes } of years)
    for (const one of envelopes) if (!given.has(one.code) && !found.has(one.code)) found.set(one.code, one);
  return [...found.values()].map((envelope) => ({
    ...envelope,
    ceilings: {
      AE: emptied(envelope.ceilings.AE, 'AE', terms),
      CP: emptied(envelope.ceilings.CP, 'CP', terms),
    },
    openingRap: Euros.zero<'CP'>(),
    lines: [],
  }));
}

/** The envelope with the postes that other years alone give it, each as the first of them names it. */
function withOtherLines(envelope: Envelope, years: readonly YearTerms[]): Envelope {
  const own = new Set(envelope.lines.map(({ label }) => comparable(label)));
  const found = new Map<string, BudgetLine>();
  for (const { envelopes } of years)
    for (const line of envelopes.find(({ code }) => code === envelope.code)?.lines ?? []) {
      const name = comparable(line.label);
      const known = found.get(name);
      if (known) found.set(name, { ...known, aliases: [...new Set([...known.aliases, ...line.aliases])] });
      else if (!own.has(name)) found.set(name, line);
    }
  if (found.size === 0) return envelope;
  return { ...envelope, otherLines: [...found.values()].map((line) => withoutAmount(line, envelope)) };
}

/**
 * A poste without an amount of the year: what is committed on it is above it, where the year gives AE to postes; what
 * is paid is on an EJ of its own year, and nothing bounds it.
 */
function withoutAmount(line: BudgetLine, { lines }: Envelope): BudgetLine {
  const isGiven = lines.some(({ ceilings }) => ceilings === null || ceilings.AE !== null);
  const none = { amount: Euros.zero<'AE'>(), mode: line.ceilings?.AE?.mode ?? line.mode };
  const ceilings = { AE: isGiven ? none : null, CP: null };
  return { ...line, delegated: Euros.zero<'AE'>(), total: null, ceilings, thresholds: null };
}

/**
 * Zero for a nature that the year gives; a year that gives no AE bounds none, and LEC-04 reports its consumption. One
 * that names no envelope gives its credits to all of them together, under its own ceiling.
 */
function emptied<N extends Nature>(ceiling: Ceiling<N> | null, nature: N, year: YearTerms): Ceiling<N> | null {
  const isGivenToOthers = year.envelopes.length > 0 && givesNature(year, nature);
  return ceiling && isGivenToOthers ? { ...ceiling, amount: Euros.zero<N>() } : null;
}
