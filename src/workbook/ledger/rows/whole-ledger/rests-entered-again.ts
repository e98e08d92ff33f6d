/**
 * Rests to pay that a new year, or a new month, enters again as commitments: their EJ are committed in full before, so
 * that they count once. They are left out of the ledger, each row that pays nothing with them, and reported by table
 * with their sum (DON-03).
 */
import type { CivilDate } from '../../../../domain/calendar/civil-date';
import type { LedgerRow, RowKey } from '../../../../domain/envelopes/ledger';
import type { RestAe } from '../../../../domain/envelopes/reading-facts';
import { groupedBy } from '../../../../domain/grouped';
import { comparable } from '../../../../domain/text';
import { carriedRests, type EjAmounts, type RestOpening } from '../../choice/carried-rests';
import { blockOfRow, continuesTable, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { centsOf } from './cents-of';

/** The ledger without those amounts; the same object when it has none. */
export function withoutRests(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const { ledger, ignored } = read;
  if (!holdsRest(ledger.rows, 0, 1) && !(blocks.length > 1 && holdsRest(ledger.rows, ledger.rows.length - 1, -1)))
    return read;
  const rests = restsAmong(ledger.rows, tablesOf(blocks));
  if (rests.size === 0) return read;
  const carried = new Map<RowKey, RestAe>();
  const rows: LedgerRow[] = [];
  const leftOut: LedgerRow[] = [];
  for (const row of ledger.rows) {
    const opening = rests.get(row);
    const isWhole = row.cp.kind === 'absent';
    if (opening !== undefined) carried.set(row.key, { ...opening, cents: centsOf(row.ae), isWhole });
    if (opening === undefined) rows.push(row);
    else if (isWhole) leftOut.push(row);
    else rows.push({ ...row, ae: { kind: 'absent' } });
  }
  const left = leftOut.map(({ key }) => ({ row: key, reason: 'carried' as const }));
  return {
    ledger: { ...ledger, rows, carried, leftOut: [...(ledger.leftOut ?? []), ...leftOut] },
    ignored: [...ignored, ...left].sort((one, other) => one.row - other.row),
  };
}

/** Balances of one EJ that are remembered. */
const MOST_BALANCES = 24;

/**
 * True when a row commits what was left of its EJ after some of the rows before it, or after it with the newest table
 * first: most ledgers have none, and cost one look at each row.
 */
function holdsRest(rows: readonly LedgerRow[], start: number, step: 1 | -1): boolean {
  const balances = new Map<string, number[]>();
  for (let at = start; at >= 0 && at < rows.length; at += step) {
    const row = rows[at];
    if (row?.ej.kind !== 'ej') continue;
    const known = balances.get(row.ej.number);
    const [ae, cp] = [centsOf(row.ae), centsOf(row.cp)];
    if (known === undefined) balances.set(row.ej.number, [ae - cp]);
    else {
      if (ae > 0 && known.includes(ae)) return true;
      known.unshift((known[0] ?? 0) + ae - cp);
      if (known.length > MOST_BALANCES) known.pop();
    }
  }
  return false;
}

/** The table of each block, by the index of its first block: further payments of a row are in the same one. */
function tablesOf(blocks: readonly LedgerBlock[]): readonly number[] {
  const tables: number[] = [];
  blocks.forEach((block, index) =>
    tables.push(continuesTable(block, blocks[index - 1]) ? (tables[index - 1] ?? index) : index),
  );
  return tables;
}

/** With the opening of each. */
function restsAmong(rows: readonly LedgerRow[], tables: readonly number[]): ReadonlyMap<LedgerRow, RestOpening> {
  const tableOf = ({ key }: LedgerRow): number => tables[blockOfRow(key)] ?? 0;
  const entries = [...groupedBy(rows, tableOf).values()].map((ofTable) => ofTable.map((row) => new RowAmounts(row)));
  const rests = new Map<LedgerRow, RestOpening>();
  for (const [{ row }, opening] of carriedRests(entries)) rests.set(row, opening);
  return rests;
}

/** The amounts of a row; its texts are read when they are asked for, which few are. */
class RowAmounts implements EjAmounts {
  readonly ej: string | null;
  readonly line: string;
  readonly ae: number;
  readonly cp: number;

  constructor(readonly row: LedgerRow) {
    this.ej = row.ej.kind === 'ej' ? row.ej.number : null;
    this.line = row.ejLine === '' ? '' : comparable(row.ejLine);
    this.ae = centsOf(row.ae);
    this.cp = centsOf(row.cp);
  }

  get poste(): string {
    return this.row.budgetLine;
  }

  get supplier(): string {
    return this.row.supplier;
  }

  get words(): string {
    return `${this.row.operation} ${this.row.label}`;
  }

  get committedOn(): CivilDate | null {
    return this.row.commitmentDate.kind === 'date' ? this.row.commitmentDate.date : null;
  }

  get paidOn(): CivilDate | null {
    return this.row.paymentDate.kind === 'date' ? this.row.paymentDate.date : null;
  }

  get isFirm(): boolean {
    return this.row.status === 'firm';
  }
}
