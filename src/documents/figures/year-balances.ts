/** The balances of each credit year of a convention, from its beginning: a ceiling exceeded in an earlier year is seen. */
import { civilDate } from '../../domain/calendar/civil-date';
import { chargeLedger, type ChargedLedger } from '../../domain/envelopes/charged-ledger';
import type { Convention } from '../../domain/envelopes/convention';
import { carriedOver } from '../../domain/envelopes/allowances/reports-to-next-year';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { commitmentDay } from '../../domain/envelopes/commitment-year';
import { conventionAt, creditYearsOf } from '../../domain/envelopes/credit-years';
import type { Balances } from '../../domain/envelopes/figures';
import type { Ledger, LedgerRow } from '../../domain/envelopes/ledger';
import { LedgerIndex } from '../../domain/envelopes/ledger-index';
import { centsOf } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { YearCredits } from './sum-of-years';

/** The figures of one credit year: on its last day, or at the as-of date for the year of that date. */
export interface YearBalances {
  readonly year: number;
  /** The convention as of that year. */
  readonly convention: Convention;
  readonly balances: Balances;
}

/**
 * The credit years up to that of the charged ledger, ascending; `current` are the balances of the last one, in which
 * alone a commitment without a day counts: the years then add up to what is committed. Where no AE has a known year,
 * no year is calculable.
 */
export function balancesByYear(charged: ChargedLedger, current: Balances): readonly YearBalances[] {
  const { ledger, convention } = charged;
  const years = creditYearsOf(convention);
  const hasFormer = years.some((year) => year < convention.creditYear);
  const dated = hasFormer && current.missing.AE === null ? withoutUndatedCommitments(ledger) : ledger;
  const earlier = years.flatMap((year): readonly YearBalances[] => {
    const lastDay = year < convention.creditYear ? civilDate(year, 12, 31) : null;
    if (lastDay === null) return [];
    const ofYear = conventionAt(convention, lastDay);
    return [{ year, convention: ofYear, balances: LedgerIndex.build(chargeLedger(dated, ofYear, lastDay)) }];
  });
  return [...earlier, { year: convention.creditYear, convention, balances: current }];
}

/** The credits of an envelope (or `'*'`) in the years that know it, with what each carries over to the next of them. */
export function creditsByYear(
  years: readonly YearBalances[],
  envelope: string,
  nature: Nature,
): readonly YearCredits[] {
  const asOf = years.at(-1)?.balances.asOf ?? null;
  return years.flatMap(({ year, convention, balances }): readonly YearCredits[] => {
    const isOf = (code: string): boolean => envelope === WHOLE_CONVENTION || code === envelope;
    const envelopes = convention.envelopes.filter(({ code }) => isOf(code));
    if (envelopes.length === 0) return [];
    const { allocated, consumed } = balances.figures({ envelope, line: null }, nature);
    const carried = envelopes.reduce((sum, one) => sum + carriedOver(convention, one, nature, asOf).left, 0);
    return [{ year, allocated: centsOf(allocated), consumed: centsOf(consumed), carriedOver: carried }];
  });
}

function withoutUndatedCommitments(ledger: Ledger): Ledger {
  const rows = ledger.rows.map((row): LedgerRow =>
    commitmentDay(row) === null ? { ...row, ae: { kind: 'absent' } } : row,
  );
  return { ...ledger, rows };
}
