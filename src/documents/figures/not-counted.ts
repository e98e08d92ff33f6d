/** The amounts of the ledger that a document leaves out, by reason: they explain the total of the list to the cent. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { AmountReading, LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import { paysBy } from '../../domain/envelopes/outstanding/owed-rows';
import type { Nature } from '../../domain/money/nature';
import { placeOfRow, sheetRow, type IgnoredReason } from '../../workbook/ledger/ledger-source';
import { CellReader } from '../../workbook/ledger/read-cells';
import { findSheet } from '../../workbook/snapshot';
import type { DocumentSource } from '../input';

export type NotCountedPart =
  | 'cancelled'
  | 'project'
  | 'otherPeriod'
  | 'otherConvention'
  | 'notPaid'
  | 'earlier'
  | 'freesNothing'
  | 'unchecked'
  | 'totals';

/** The part of the amounts of an ignored row. */
const PART_OF: Readonly<Partial<Record<IgnoredReason, NotCountedPart>>> = {
  cancelled: 'cancelled',
  balance: 'totals',
  otherYear: 'otherPeriod',
  otherConvention: 'otherConvention',
};

/** The amounts left out, in a fixed order. */
export function partsNotCounted(
  source: DocumentSource,
  nature: Nature,
): readonly { readonly part: NotCountedPart; readonly cents: number }[] {
  const sums: Record<NotCountedPart, number> = {
    cancelled: 0,
    project: 0,
    otherPeriod: 0,
    otherConvention: 0,
    notPaid: 0,
    earlier: 0,
    freesNothing: 0,
    unchecked: 0,
    totals: 0,
  };
  const { ledger, balances } = source.input;
  const { asOf } = balances;
  const { charged } = source;
  const { committed, decommitted, decommittedEarlier, paid } = charged.adds;
  charged.read[nature].forEach((read, at) => {
    if (read === 0) return;
    if (!charged.counts(at)) return void (sums.unchecked += read);
    if (nature === 'CP') return void (sums[partOfPayment(ledger.rows[at], asOf)] += read - (paid[at] ?? 0));
    const above = charged.uncounted.get(at) ?? 0;
    sums.freesNothing -= above;
    const cents = read + above;
    if (cents === 0) return;
    if (decommittedEarlier[at] !== 0) sums.earlier += cents;
    else if (committed[at] === 0 && decommitted[at] === 0)
      sums[ledger.rows[at]?.status === 'project' ? 'project' : 'otherPeriod'] += cents;
  });
  for (const total of ledger.totals) sums.totals += centsOf(nature === 'AE' ? total.ae : total.cp);
  for (const { part, cents } of ignoredAmounts(source, nature)) sums[part] += cents;
  return (Object.keys(sums) as NotCountedPart[]).map((part) => ({ part, cents: sums[part] }));
}

/** Of what a payment does not consume: paid by the day, it consumes the CP of another year. */
function partOfPayment(row: LedgerRow | undefined, asOf: CivilDate): NotCountedPart {
  return row && paysBy(row, asOf) ? 'otherPeriod' : 'notPaid';
}

/** Visits every amount of a column as the product reads it, counted or not. */
export function eachAmountOfColumn(
  source: DocumentSource,
  nature: Nature,
  add: (row: RowKey, cents: number) => void,
): void {
  const { charged } = source;
  const { totals } = source.input.ledger;
  charged.read[nature].forEach((cents, at) => add(charged.keyOf(at), cents));
  for (const total of totals) add(total.key, centsOf(nature === 'AE' ? total.ae : total.cp));
  for (const { row, cents } of ignoredAmounts(source, nature)) add(row, cents);
}

/** Ignored rows are not in the ledger, so their cells are read here. */
function ignoredAmounts(
  { input }: DocumentSource,
  nature: Nature,
): readonly { readonly row: RowKey; readonly part: NotCountedPart; readonly cents: number }[] {
  const reader = new CellReader(input.workbook.uses1904Dates);
  const field = nature === 'AE' ? 'ae' : 'cp';
  return input.ignored.flatMap(({ row, reason }) => {
    const part = PART_OF[reason];
    if (!part) return [];
    const place = placeOfRow(input.blocks, row);
    const column = place?.block.columns.get(field);
    const sheet = place && findSheet(input.workbook, place.block.sheet);
    if (!sheet || !column) return [{ row, part, cents: 0 }];
    return [{ row, part, cents: centsOf(reader.amountAt(sheet, sheetRow(row), column)) }];
  });
}

function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
