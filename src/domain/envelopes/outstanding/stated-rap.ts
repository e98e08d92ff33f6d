/**
 * Restes à payer that the convention states at the start of a credit year: the EJ of its RAP lists, and « dont RAP » of
 * its envelopes. Several years may state them: the ledger itself rolls what it holds, so only the statement at the
 * start of the ledger is used, and the later ones are compared with it (RAP-01).
 */
import { civilDate, yearOf, type CivilDate } from '../../calendar/civil-date';
import { assert } from '../../result';
import type { Convention } from '../convention';
import { commitmentDay } from '../commitment-year';
import type { LedgerRow } from '../ledger';
import type { YearTerms } from '../terms';

/** Restes à payer stated for one EJ, or for the earlier EJ of an envelope together. */
export interface StatedRap {
  readonly cents: number;
  /** The first day of the year that states them: what was paid before is already deducted. */
  readonly from: CivilDate;
}

/** The terms of the credit years by that of the convention, ascending. */
function termsUntilNow(convention: Convention): readonly YearTerms[] {
  const { creditYear, ceilings, envelopes, rap, otherYears } = convention;
  if (otherYears.length === 0) return [{ year: creditYear, ceilings, envelopes, rap }];
  return [...otherYears, { year: creditYear, ceilings, envelopes, rap }]
    .filter(({ year }) => year <= creditYear)
    .sort((one, other) => one.year - other.year);
}

/** The EJ of the RAP lists by the credit year, each as stated at the start of the ledger. */
export function listedRapOf(rows: readonly LedgerRow[], convention: Convention): ReadonlyMap<string, StatedRap> {
  const years = termsUntilNow(convention).filter(({ rap }) => rap.length > 0);
  const firstYear = years.length > 1 ? firstYearOf(rows) : Number.NEGATIVE_INFINITY;
  const listed = new Map<string, StatedRap>();
  for (const { year, rap } of years) {
    const own = new Map<string, number>();
    for (const { ej, amount } of rap) own.set(ej, (own.get(ej) ?? 0) + amount.cents);
    for (const [ej, cents] of own)
      if (!listed.has(ej) || year <= firstYear) listed.set(ej, { cents, from: newYear(year) });
  }
  return listed;
}

/** « dont RAP » of each envelope that has some, by its code, as stated at the start of the ledger. */
export function openingRapOf(rows: readonly LedgerRow[], convention: Convention): ReadonlyMap<string, StatedRap> {
  const years = termsUntilNow(convention);
  const firstYear = years.length > 1 ? firstYearOf(rows) : Number.NEGATIVE_INFINITY;
  const opening = new Map<string, StatedRap>();
  for (const { year, envelopes } of years) {
    for (const { code, openingRap } of envelopes) {
      if (openingRap.isZero || (opening.has(code) && year > firstYear)) continue;
      opening.set(code, { cents: openingRap.cents, from: newYear(year) });
    }
  }
  return opening;
}

/**
 * The envelope of a listed EJ: the only one with « dont RAP »; else the first, among those with some (`codes`), in which
 * the ledger has a row of it. Null: the amount is in « dont RAP » of one of them.
 */
export function ownerOf(
  ej: string,
  codes: Iterable<string>,
  envelopesOf: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const all = [...codes];
  return (all.length === 1 ? all : all.filter((code) => envelopesOf.get(ej)?.has(code)))[0] ?? null;
}

/** The first of January. */
export function newYear(year: number): CivilDate {
  const day = civilDate(year, 1, 1);
  assert(day !== null, `not a year: ${year}`);
  return day;
}

/** The first year in which a row commits or pays; infinite for a ledger without dates. */
function firstYearOf(rows: readonly LedgerRow[]): number {
  let first = Number.POSITIVE_INFINITY;
  const look = (day: CivilDate | null): void => {
    if (day !== null && day < first) first = day;
  };
  for (const row of rows) {
    if (row.status === 'cancelled') continue;
    if (row.ae.kind === 'amount') look(commitmentDay(row));
    if (row.cp.kind === 'amount') look(row.paymentDate.kind === 'date' ? row.paymentDate.date : null);
  }
  return Number.isFinite(first) ? yearOf(first as CivilDate) : first;
}
