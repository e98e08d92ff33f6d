/**
 * A total row inside the data. It is never counted, so that nothing is counted twice, and it is compared with the sets
 * of rows that it may sum: an information when it agrees with one of them, an error when it agrees with none, a warning
 * when nothing can read it or when its rows are not in the ledger, since somebody reads that total (convention, art.
 * 2.2: the follow-up owed to the délégant). Switch it off for ledgers built by subtotals.
 */
import type { Ledger, LedgerRow, TotalRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import { AMOUNT_FIELDS } from './kit/reading-fields';
import { SummedRows, type PossibleSums, type RowSums } from './kit/summed-rows';

type Nature = 'ae' | 'cp';
type Details = FindingOf<'DON-05'>['details'];

/** DON-05. */
export const totalRow: LedgerControl<'DON-05'> = {
  rule: 'DON-05',
  scope: 'ledger',
  needs: [],
  check({ ledger, convention, assign }, report) {
    if (ledger.totals.length === 0) return;
    const summed = new SummedRows(ledger, convention, assign);
    const shared = ledger.leftOut && new SummedRows(withLeftOut(ledger, ledger.leftOut), convention, assign);
    ledger.totals.forEach((total, index) => {
      const { likely, sets } = summed.of(index);
      compare(total, { likely, sets: [...sets, ...(shared?.of(index).sets ?? [])] }).forEach(report);
    });
  },
};

/** Totals of a shared ledger sum the rows of other conventions and years too. */
function withLeftOut(ledger: Ledger, leftOut: readonly LedgerRow[]): Ledger {
  return { ...ledger, rows: [...ledger.rows, ...leftOut].sort((one, other) => one.key - other.key) };
}

function compare(total: TotalRow, { likely, sets }: PossibleSums): readonly FindingOf<'DON-05'>[] {
  const shown = AMOUNT_FIELDS.filter((field) => total[field].kind !== 'absent');
  const [first] = shown;
  if (!first) return [];
  const all = [...(likely ? [likely] : []), ...sets];
  const agreesOn = (sums: RowSums, field: Nature): boolean => centsOf(total, field) === sums[field];
  const right = all.find((sums) => shown.every((field) => agreesOn(sums, field)));
  if (right) return [findingAt('DON-05', 'info', cellOf(total, first), detailsOf(total, first, right))];
  const halfRight = all.find((sums) => shown.some((field) => sums[field] !== 0 && agreesOn(sums, field)));
  const expected = halfRight ?? likely;
  const wrong = shown.filter((field) => !expected || !agreesOn(expected, field));
  return wrong.map((field) => {
    const isRead = expected !== null && total[field].kind === 'amount';
    return findingAt('DON-05', isRead ? 'error' : 'warning', cellOf(total, field), detailsOf(total, field, expected));
  });
}

function detailsOf(total: TotalRow, field: Nature, sums: RowSums | null): Details {
  const reading = total[field];
  const sum = sums?.[field] ?? null;
  if (reading.kind === 'amount') return { field, shown: reading.cents, sum };
  return { field, shown: null, raw: reading.kind === 'absent' ? '' : reading.raw, sum };
}

function centsOf(total: TotalRow, field: Nature): number | null {
  const reading = total[field];
  return reading.kind === 'amount' ? reading.cents : null;
}
