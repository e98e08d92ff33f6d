/** The amounts of the ledger that a document leaves out, by reason: they explain the total of the list to the cent. */
import type { AmountReading, RowKey } from '../../domain/envelopes/ledger';
import type { Nature } from '../../domain/money/nature';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import { CellReader } from '../../workbook/ledger/read-cells';
import type { DocumentSource } from '../input';

export type NotCountedPart =
  'cancelled' | 'project' | 'otherPeriod' | 'notPaid' | 'earlier' | 'freesNothing' | 'unchecked' | 'totals';

/** The amounts left out, in a fixed order. */
export function partsNotCounted(
  source: DocumentSource,
  nature: Nature,
): readonly { readonly part: NotCountedPart; readonly cents: number }[] {
  const sums: Record<NotCountedPart, number> = {
    cancelled: 0,
    project: 0,
    otherPeriod: 0,
    notPaid: 0,
    earlier: 0,
    freesNothing: 0,
    unchecked: 0,
    totals: 0,
  };
  const { ledger } = source.input;
  const { charged } = source;
  const { committed, decommitted, decommittedEarlier, paid } = charged.adds;
  charged.read[nature].forEach((read, at) => {
    if (read === 0) return;
    if (!charged.counts(at)) return void (sums.unchecked += read);
    if (nature === 'CP') return void (sums.notPaid += read - (paid[at] ?? 0));
    const above = charged.uncounted.get(at) ?? 0;
    sums.freesNothing -= above;
    const cents = read + above;
    if (cents === 0) return;
    if (decommittedEarlier[at] !== 0) sums.earlier += cents;
    else if (committed[at] === 0 && decommitted[at] === 0)
      sums[ledger.rows[at]?.status === 'project' ? 'project' : 'otherPeriod'] += cents;
  });
  for (const total of ledger.totals) sums.totals += centsOf(nature === 'AE' ? total.ae : total.cp);
  for (const cents of cancelledAmounts(source, nature).values()) sums.cancelled += cents;
  return (Object.keys(sums) as NotCountedPart[]).map((part) => ({ part, cents: sums[part] }));
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
  for (const [row, cents] of cancelledAmounts(source, nature)) add(row, cents);
}

/** Cancelled rows are not in the ledger, so their cells are read here. */
function cancelledAmounts(source: DocumentSource, nature: Nature): ReadonlyMap<RowKey, number> {
  const reader = new CellReader(source.input.workbook.uses1904Dates);
  const cancelled = source.input.ignored.filter(({ reason }) => reason === 'cancelled');
  const field = nature === 'AE' ? 'ae' : 'cp';
  const unitOf = (row: RowKey) => placeOfRow(source.input.blocks, row)?.block.columns.get(field)?.unit;
  return new Map(cancelled.map(({ row }) => [row, centsOf(reader.amount(source.cells.at(row, field), unitOf(row)))]));
}

function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
