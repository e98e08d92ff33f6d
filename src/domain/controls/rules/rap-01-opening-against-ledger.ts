/**
 * The opening restes à payer that the convention states for an envelope (art. 1.2: « dont RAP ») are not those that the
 * earlier years leave: the figures follow the ledger. Judged only where the ledger plainly keeps earlier years, with an
 * EJ of the envelope in them, or where an earlier credit year states restes à payer, which the ledger rolls; EJ that
 * only the RAP list names count as listed. A smaller amount is a
 * doubt (warning) when those years are before the convention: their other EJ may be in no ledger of the team. Switch it
 * off by leaving « dont RAP » empty. In the list of earlier EJ, a text that is no EJ number is an error: the payments
 * on that EJ are not recognised as those of an earlier one.
 */
import type { Convention } from '../../envelopes/convention';
import { readEj } from '../../imputation/ej-number';
import { findingAt, type LedgerControl, type Report } from '../control-contract';
import { openingRapCell, rapCell } from './kit/convention-place';

/** RAP-01. */
export const openingAgainstLedger: LedgerControl<'RAP-01'> = {
  rule: 'RAP-01',
  scope: 'ledger',
  needs: ['ejNumber', 'ae', 'cp', 'paymentDate'],
  check({ convention, balances }, report) {
    checkList(convention, report);
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

function checkList({ creditYear, rap, otherYears }: Convention, report: Report<'RAP-01'>): void {
  for (const of of [{ year: creditYear, rap }, ...otherYears]) {
    for (const [index, { ej, amount }] of of.rap.entries()) {
      if (readEj(ej, false).kind === 'ej') continue;
      report(findingAt('RAP-01', 'error', rapCell(of.year, index, ej, 'EJ'), { raw: ej, cents: amount.cents }));
    }
  }
}
