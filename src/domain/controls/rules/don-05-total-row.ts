/**
 * A total row inside the data. It is never counted, so that nothing is counted twice, and it is compared with the sets
 * of rows that it may sum: an information when it agrees with one of them, an error when it agrees with none, a warning
 * when nothing can read it, when its rows are not in the ledger, or when it has a day of payment and no word, since
 * somebody reads that total (convention, art. 2.2: the follow-up owed to the délégant). A dated « Report 2022 » that
 * sums no rows may be of credits, and is an information; so are the amounts of « LFI 2023 », which are no expense: a
 * warning where they cannot be read. Switch it off for ledgers built by subtotals. A figure typed in a summary outside
 * the ledger is compared in the same way (`kit/contradicted-summaries.ts`).
 */
import type { AmountReading, Ledger, LedgerRow, TotalRow } from '../../envelopes/ledger';
import { areCredits } from '../../envelopes/row-effects';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import { reportStatedFigures } from './kit/contradicted-summaries';
import { AMOUNT_FIELDS } from './kit/reading-fields';
import { SummedRows, type PossibleSums, type RowSums } from './kit/summed-rows';

type Nature = 'ae' | 'cp';
type Details = FindingOf<'DON-05'>['details'];

/** DON-05. */
export const totalRow: LedgerControl<'DON-05'> = {
  rule: 'DON-05',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { ledger, convention, assign } = inspection;
    reportStatedFigures(inspection, report);
    for (const row of ledger.totals) if (areCredits(row)) creditsIn(row).forEach(report);
    const totals = ledger.totals.filter((row) => !areCredits(row));
    if (totals.length === 0) return;
    const [own, ...others] = summable(ledger).map((one) => new SummedRows({ ...one, totals }, convention, assign));
    totals.forEach((total, index) => {
      const { likely, sets } = own?.of(index) ?? { likely: null, sets: [] };
      const more = others.flatMap((summed) => summed.of(index).sets);
      compare(total, { likely, sets: [...sets, ...more] }).forEach(report);
    });
  },
};

/**
 * The ledger, then with the rows that a total may sum although nothing counts them: cancelled ones, those of other
 * conventions and years; and each of them with amounts as they were typed, a retrait of +100 included (DON-10).
 */
function summable(ledger: Ledger): readonly Ledger[] {
  const { rows, leftOut = [] } = ledger;
  const cancelled = leftOut.filter(({ status }) => status === 'cancelled');
  const isMixed = cancelled.length > 0 && cancelled.length < leftOut.length;
  const lists = [
    rows,
    ...(leftOut.length > 0 ? [[...rows, ...leftOut]] : []),
    ...(isMixed ? [[...rows, ...cancelled]] : []),
  ];
  const typed = lists.flatMap((list) => (list.some(isLowered) ? [list.map(asTyped)] : []));
  return [...lists, ...typed].map((list) => ({ ...ledger, rows: [...list].sort((one, other) => one.key - other.key) }));
}

function isLowered({ ae, cp }: LedgerRow): boolean {
  return [ae, cp].some((reading) => reading.kind === 'amount' && reading.against !== undefined && reading.cents < 0);
}

function asTyped(row: LedgerRow): LedgerRow {
  const typed = (reading: AmountReading): AmountReading =>
    reading.kind === 'amount' && reading.against ? { ...reading, cents: Math.abs(reading.cents) } : reading;
  return isLowered(row) ? { ...row, ae: typed(row.ae), cp: typed(row.cp) } : row;
}

function compare(total: TotalRow, { likely, sets }: PossibleSums): readonly FindingOf<'DON-05'>[] {
  const shown = AMOUNT_FIELDS.filter((field) => total[field].kind !== 'absent');
  const [first] = shown;
  if (!first) return [];
  const all = [...(likely ? [likely] : []), ...sets];
  const agreesOn = (sums: RowSums, field: Nature): boolean => centsOf(total, field) === sums[field];
  const right = all.find((sums) => shown.every((field) => agreesOn(sums, field)));
  if (right) return [total.mayBePayment ? paidAsTyped(total, right) : agreed(total, first, right)];
  const halfRight = all.find((sums) => shown.some((field) => sums[field] !== 0 && agreesOn(sums, field)));
  const carried = !halfRight && total.mayBeCredits ? carriedIn(total, first) : [];
  if (carried.length > 0) return carried;
  const expected = halfRight ?? likely;
  const wrong = shown.filter((field) => !expected || !agreesOn(expected, field));
  return wrong.map((field) => {
    const isRead = expected !== null && total[field].kind === 'amount';
    return findingAt('DON-05', isRead ? 'error' : 'warning', cellOf(total, field), detailsOf(total, field, expected));
  });
}

function agreed(total: TotalRow, field: Nature, sums: RowSums): FindingOf<'DON-05'> {
  return findingAt('DON-05', 'info', cellOf(total, field), detailsOf(total, field, sums));
}

/** A row without a word on a day of payment, whose CP is a sum by chance perhaps: a doubt. */
function paidAsTyped(total: TotalRow, sums: RowSums): FindingOf<'DON-05'> {
  const details = detailsOf(total, 'cp', sums);
  if (details.shown === null) return agreed(total, 'cp', sums);
  return findingAt('DON-05', 'warning', cellOf(total, 'cp'), { ...details, mayBePayment: true });
}

/** Credits typed among the operations: one information on both amounts, a warning on each that cannot be read. */
function creditsIn(credits: TotalRow): readonly FindingOf<'DON-05'>[] {
  const { mayBeCredits: isCarried, ae, cp } = credits;
  if (isCarried === undefined || isCarried === true) return [];
  const found = AMOUNT_FIELDS.flatMap((field) => {
    const details = { ...detailsOf(credits, field, null), isCarried };
    const isRead = details.shown !== null;
    if (credits[field].kind === 'absent' || details.shown === 0) return [];
    return [findingAt('DON-05', isRead ? 'info' : 'warning', cellOf(credits, field), details)];
  });
  const [first] = found;
  if (!first || ae.kind !== 'amount' || cp.kind !== 'amount' || found.length < 2) return found;
  return [{ ...first, details: { field: 'ae', shown: ae.cents, sum: null, isCarried, beside: cp.cents } }];
}

/** The credits of a row that sums no others; none without an amount. */
function carriedIn(total: TotalRow, field: Nature): readonly FindingOf<'DON-05'>[] {
  const shown = centsOf(total, field);
  if (shown === null) return [];
  return [findingAt('DON-05', 'info', cellOf(total, field), { field, shown, sum: null, isCarried: true })];
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
