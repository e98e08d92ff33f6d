/**
 * The opening restes à payer that the convention states for an envelope (art. 1.2: « dont RAP ») are not those that the
 * earlier years leave: the figures follow the ledger. Judged only where the ledger plainly keeps earlier years, with an
 * EJ of the envelope in them, or where an earlier credit year states restes à payer, which the ledger rolls; EJ that
 * only the RAP list names count as listed. A smaller amount is a
 * doubt (warning) when those years are before the convention: their other EJ may be in no ledger of the team. Switch it
 * off by leaving « dont RAP » empty. In the list of earlier EJ, a text that is no EJ number is an error: the payments
 * on that EJ are not recognised as those of an earlier one. So is a negative amount. An EJ on several rows of a year is
 * a doubt: they add up, and may be one row pasted twice. So is a list that does not add up to « dont RAP »: restes à
 * payer follow the EJ, and the rest of « dont RAP » where it has more; the part of the CP (PLA-05) remains « dont
 * RAP ». A list need not name the EJ of the ledger.
 */
import type { Convention, Envelope } from '../../envelopes/convention';
import { WHOLE_CONVENTION } from '../../envelopes/ceilings';
import { boundedCents } from '../../envelopes/figure-sums';
import type { Balances } from '../../envelopes/figures';
import type { YearTerms } from '../../envelopes/terms';
import { readEj } from '../../imputation/ej-number';
import { findingAt, type LedgerControl, type Report } from '../control-contract';
import type { NegativeRap } from '../findings/details/rap';
import type { Place } from '../findings/finding';
import { openingRapCell, openingRapCellOf, rapCell } from './kit/convention-place';

/** RAP-01. */
export const openingAgainstLedger: LedgerControl<'RAP-01'> = {
  rule: 'RAP-01',
  scope: 'ledger',
  needs: ['ejNumber', 'ae', 'cp', 'paymentDate'],
  check({ convention, balances }, report) {
    checkStatements(convention, balances, report);
    if (balances.missing.outstanding !== null) return;
    for (const envelope of convention.envelopes) {
      const { code, openingRap } = envelope;
      if (openingRap.isZero || !balances.byEj.rollsEarlierYears(code)) continue;
      const [stated, rolled] = [openingRap.cents, balances.byEj.of(code).opening];
      if (stated === rolled) continue;
      const isPartial = rolled < stated && !convention.otherYears.some(({ year }) => year < convention.creditYear);
      const details = { envelope: code, stated, rolled, isPartial };
      report(findingAt('RAP-01', isPartial ? 'warning' : 'error', openingRapCell(convention, envelope), details));
    }
  },
};

/** The lists of EJ and « dont RAP », in each credit year. */
function checkStatements(convention: Convention, balances: Balances, report: Report<'RAP-01'>): void {
  const { creditYear, envelopes, ceilings, rap } = convention;
  for (const terms of [{ year: creditYear, envelopes, ceilings, rap }, ...convention.otherYears]) {
    const isSound = checkAmounts(terms, report);
    reportRepeated(terms, report);
    for (const [index, { ej, amount }] of terms.rap.entries()) {
      if (readEj(ej, false).kind === 'ej') continue;
      report(findingAt('RAP-01', 'error', rapCell(terms.year, index, ej, 'EJ'), { raw: ej, cents: amount.cents }));
    }
    if (isSound && terms.rap.length > 0)
      compareList(terms, terms.year === creditYear ? listingOf(balances) : ELSEWHERE, report);
  }
}

/** An EJ that the list of a year has more than once, at its second row. */
function reportRepeated({ year, rap }: YearTerms, report: Report<'RAP-01'>): void {
  const places = new Map<string, number[]>();
  for (const [index, { ej }] of rap.entries()) places.set(ej, [...(places.get(ej) ?? []), index]);
  for (const [ej, rows] of places) {
    const [, second] = rows;
    if (second === undefined || readEj(ej, false).kind !== 'ej') continue;
    const cents = rows.reduce((sum, index) => boundedCents(sum + (rap[index]?.amount.cents ?? 0)), 0);
    const details = { repeated: ej, year, rows: rows.length, cents };
    report(findingAt('RAP-01', 'warning', rapCell(year, second, ej, 'EJ'), details));
  }
}

/** False when one of them is negative: the sums mean nothing. */
function checkAmounts({ year, envelopes, rap }: YearTerms, report: Report<'RAP-01'>): boolean {
  let isSound = true;
  const negative = (place: Place, cents: number, of: NegativeRap['of']): void => {
    isSound = false;
    report(findingAt('RAP-01', 'error', place, { cents, of }));
  };
  for (const envelope of envelopes) {
    const { code, openingRap } = envelope;
    if (openingRap.cents < 0)
      negative(openingRapCellOf({ envelopes, year }, envelope), openingRap.cents, { envelope: code });
  }
  for (const [index, { ej, amount }] of rap.entries())
    if (amount.cents < 0) negative(rapCell(year, index, ej, 'Montant'), amount.cents, { ej });
  return isSound;
}

/** The list and « dont RAP » of a year differ: by envelope where one has less than its EJ, or else together. */
function compareList(terms: YearTerms, { owners, mayLackEjs }: Listing, report: Report<'RAP-01'>): void {
  const { year, envelopes, rap } = terms;
  const withRap = envelopes.filter(({ openingRap }) => !openingRap.isZero);
  const [only] = withRap.length === 1 ? withRap : envelopes.length === 1 ? envelopes : [];
  const listedOf = (isAsked: (ej: string) => boolean): number =>
    rap.reduce((sum, { ej, amount }) => (isAsked(ej) ? boundedCents(sum + amount.cents) : sum), 0);
  const gapAt = (envelope: Envelope, listed: number): void => {
    const details = { envelope: envelope.code, year, stated: envelope.openingRap.cents, listed };
    report(findingAt('RAP-01', 'warning', openingRapCellOf(terms, envelope), details));
  };
  const listed = listedOf(() => true);
  const isGap = (sum: number, stated: number, of: readonly Envelope[]): boolean =>
    sum > stated || (sum < stated && !of.some(({ code }) => mayLackEjs(code)));
  if (only) return isGap(listed, only.openingRap.cents, [only]) ? gapAt(only, listed) : undefined;
  const short = envelopes
    .map((envelope) => ({ envelope, own: listedOf((ej) => owners.get(ej) === envelope.code) }))
    .filter(({ envelope, own }) => own > envelope.openingRap.cents);
  for (const { envelope, own } of short) gapAt(envelope, own);
  const stated = withRap.reduce((sum, { openingRap }) => boundedCents(sum + openingRap.cents), 0);
  if (short.length > 0 || !isGap(listed, stated, withRap)) return;
  const place = rapCell(year, 0, rap[0]?.ej ?? '', 'Montant');
  report(findingAt('RAP-01', 'warning', place, { envelope: WHOLE_CONVENTION, year, stated, listed }));
}

/** The facts of the ledger by which a list is judged. */
interface Listing {
  /** The envelope of each EJ that something commits, the first of several. */
  readonly owners: ReadonlyMap<string, string>;
  /** True for an envelope whose earlier EJ are in the ledger: its list need not name them. */
  readonly mayLackEjs: (envelope: string) => boolean;
}

/** In a year that is not that of the figures. */
const ELSEWHERE: Listing = { owners: new Map(), mayLackEjs: () => true };

function listingOf({ missing, byEj }: Balances): Listing {
  if (missing.outstanding !== null) return ELSEWHERE;
  const owners = new Map<string, string>();
  for (const { ej, envelope } of byEj.entries()) if (ej !== null && !owners.has(ej)) owners.set(ej, envelope);
  return { owners, mayLackEjs: (envelope) => byEj.rollsEarlierYears(envelope) };
}
