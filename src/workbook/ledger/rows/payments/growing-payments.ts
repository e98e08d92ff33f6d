/**
 * Payments by month or quarter that grow from each period to the next on every row, « CP consommés T1 | T2 | T3 »,
 * 1000, 2500 and 4000: a cumulative figure that no heading names, perhaps. All count as they are typed, and those of
 * the last period are reported (LEC-05).
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { withMark } from '../../../../domain/envelopes/reading-facts';
import { groupedBy } from '../../../../domain/grouped';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { centsOf } from '../../read-cells';
import type { ReadLedger } from '../../read-ledger';

const FEWEST_PERIODS = 3;
/** Amounts in a random order would grow on all the rows once in so many tables. */
const RARER_THAN = 100;

/** The same ledger with those payments in doubt; with their other marks. */
export function withGrowingPayments(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  if (blocks.filter(({ paidIn }) => paidIn).length < FEWEST_PERIODS) return read;
  const paid = new Set(read.ledger.rows.filter(({ cp }) => centsOf(cp) !== 0).map(({ key }) => blockOfRow(key)));
  const last = new Map<number, string>();
  for (const all of periodsOfTables(blocks).values()) {
    const periods = all.filter((block) => paid.has(block));
    const block = periods.at(-1);
    if (block === undefined || periods.length < FEWEST_PERIODS || !areGrowing(periods, read.ledger.rows)) continue;
    last.set(block, blocks[block]?.columns.get('cp')?.heading ?? '');
  }
  if (last.size === 0) return read;
  const rows = read.ledger.rows.map((row) => {
    const heading = last.get(blockOfRow(row.key));
    return heading === undefined || centsOf(row.cp) === 0 ? row : withMark(row, { heading, raw: '', about: 'cpGrows' });
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

/** The blocks of payments of one period each, in the order of their days, by their table. */
function periodsOfTables(blocks: readonly LedgerBlock[]): ReadonlyMap<string, readonly number[]> {
  const periods = blocks.flatMap(({ paidIn }, block) => (paidIn ? [{ block, lastDay: paidIn.lastDay }] : []));
  const byTable = groupedBy(periods, ({ block }) => {
    const { sheet = '', left, headingRow, abreast } = blocks[block] ?? {};
    return [sheet, left, headingRow, abreast?.envelope].join('\u0000');
  });
  return new Map(
    [...byTable].map(([table, some]) => [
      table,
      some.sort((one, other) => (one.lastDay < other.lastDay ? -1 : 1)).map(({ block }) => block),
    ]),
  );
}

/**
 * True where no row falls, and enough of them rise twice or more for this not to be chance. Payments that add up to the
 * AE of their EJ are what they show.
 */
function areGrowing(periods: readonly number[], rows: readonly LedgerRow[]): boolean {
  const committed = new Map<string, number>();
  for (const { ej, ae } of rows)
    if (ej.kind === 'ej') committed.set(ej.number, (committed.get(ej.number) ?? 0) + centsOf(ae));
  const orderOf = new Map(periods.map((block, order) => [block, order]));
  const byRow = groupedBy(
    rows.filter(({ key, cp }) => orderOf.has(blockOfRow(key)) && centsOf(cp) !== 0),
    ({ key }) => sheetRow(key),
  );
  let chances = 1;
  for (const paid of byRow.values()) {
    const amounts = paid
      .map(({ key, cp }) => ({ order: orderOf.get(blockOfRow(key)) ?? 0, cents: centsOf(cp) }))
      .sort((one, other) => one.order - other.order);
    const isSteady = amounts.every(({ order, cents }, at) => {
      const before = amounts[at - 1];
      return cents > 0 && (before === undefined || (cents >= before.cents && order === before.order + 1));
    });
    if (!isSteady) return false;
    const distinct = new Set(amounts.map(({ cents }) => cents)).size;
    if (distinct < FEWEST_PERIODS) continue;
    const sum = amounts.reduce((total, { cents }) => total + cents, 0);
    if (paid.some(({ ej }) => ej.kind === 'ej' && committed.get(ej.number) === sum)) return false;
    for (let rank = 2; rank <= distinct; rank++) chances *= rank;
  }
  return chances >= RARER_THAN;
}
