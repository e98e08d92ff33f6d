/**
 * Amounts that nobody sees are counted like the others: a hidden sheet, a hidden column, hidden rows, a filter left on,
 * white on white, or a format that shows no figure, no minus or another unit, always or by a condition; so are amounts
 * without tax where no column has it. Money does not disappear with them, but a reader who adds up what is visible
 * finds another total (convention, art. 2.2: the follow-up owed to the délégant). An information, once for each column,
 * once for each run of rows, and once for all when a filter makes many; a warning where the unit is uncertain and where
 * the tax is missing. So are the hidden rows of a table of the convention, once for the table, with their names.
 * Switch it off where the team works with filters on.
 */
import type { HiddenRows, Ledger, LedgerRow, UnseenAmounts } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import { AMOUNT_FIELDS } from './kit/reading-fields';
import { firstRowFrom } from '../facts/rows-by-key';

/** Above this number, the runs come from a filter, and are reported together. */
const MOST_RUNS = 5;

/** DON-07. */
export const hiddenAmounts: LedgerControl<'DON-07'> = {
  rule: 'DON-07',
  scope: 'ledger',
  needs: [],
  check({ ledger, convention }, report) {
    const runs = ledger.hidden.filter(({ what }) => what === 'rows');
    const sheets = ledger.hidden.filter(({ what }) => what === 'sheet');
    const said = runs.length > MOST_RUNS ? [runs] : runs.map((run) => [run]);
    for (const together of [...sheets.map((sheet) => [sheet]), ...said]) {
      const [first] = together;
      const field = AMOUNT_FIELDS.find((name) => ledger.fields.has(name)) ?? 'ae';
      if (first)
        report(
          findingAt('DON-07', 'info', cellOf({ key: first.first }, field), detailsOf(ledger, together, first.what)),
        );
    }
    for (const { first, field, ...unseen } of ledger.unseen ?? [])
      report(findingAt('DON-07', SEVERITIES[unseen.what], cellOf({ key: first }, field), { ...unseen, groups: 1 }));
    for (const { table, index, column, names } of convention.hiddenRows ?? []) {
      const place = { kind: 'convention', table, row: index, column } as const;
      const details = { what: 'rows', count: names.length, groups: 1, ae: 0, cp: 0, of: { table, names } } as const;
      report(findingAt('DON-07', 'info', place, details));
    }
  },
};

/** In another unit, an amount may count a thousand times what it is; without tax, a sixth of it is missing. */
const SEVERITIES = {
  column: 'info',
  figures: 'info',
  signs: 'info',
  units: 'warning',
  colors: 'info',
  rules: 'info',
  otherRules: 'warning',
  withoutTax: 'warning',
} as const satisfies Record<UnseenAmounts['what'], string>;

function detailsOf(ledger: Ledger, runs: readonly HiddenRows[], what: HiddenRows['what']) {
  let [count, ae, cp] = [0, 0, 0];
  for (const run of runs) {
    const from = firstRowFrom(ledger, run.first);
    for (let index = from; index < from + run.count; index++) {
      const row = ledger.rows[index];
      ae += row ? centsOf(row.ae) : 0;
      cp += row ? centsOf(row.cp) : 0;
    }
    count += run.count;
  }
  return { what, count, groups: runs.length, ae, cp };
}

function centsOf(reading: LedgerRow['ae']): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
