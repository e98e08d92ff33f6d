/** The pieces of a ledger whose amount is on some row, readable or not: by DP, by EJ, or by supplier without a number. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { LedgerRow, RowKey } from '../../../envelopes/ledger';
import { comparable } from '../../../text';
import { comparableNumber } from '../row-digest';

const SEVERAL = -1;

/** The pieces with an AE, or with a CP. */
export class KnownPieces {
  /** By key: the row of the sheet that has the amount, or `SEVERAL`. */
  private readonly rows = new Map<string, RowKey | typeof SEVERAL>();

  constructor(rows: readonly LedgerRow[], field: 'ae' | 'cp') {
    for (const row of rows) {
      if (row[field].kind === 'absent') continue;
      const line = lineOf(row);
      for (const key of keysOf(row)) {
        const known = this.rows.get(key);
        this.rows.set(key, known === undefined || known === line ? line : SEVERAL);
      }
    }
  }

  /** True when a row has the amount of the piece of another, on any day. */
  has(row: LedgerRow): boolean {
    if (row.dpNumber !== '') return this.rows.has(keyOfRequest(row));
    return row.ej.kind === 'cellError' || this.rows.has(keyOfPiece(row));
  }

  /**
   * True when another row of the sheet has the payment of a day: that of its DP, of its EJ or its supplier on that day,
   * of its EJ. Each payment of one row has its own amount.
   */
  hasOn(day: CivilDate, row: LedgerRow): boolean {
    if (row.dpNumber !== '') return this.rows.has(keyOfRequest(row));
    if (row.ej.kind === 'cellError') return true;
    if (row.ae.kind !== 'absent' && this.isElsewhere(keyOfPiece(row), row)) return true;
    if (row.ej.kind !== 'absent') return this.isElsewhere(onDay(keyOfPiece(row), day), row);
    return whoOf(row) !== '' && this.isElsewhere(onDay(whoOf(row), day), row);
  }

  private isElsewhere(key: string, row: LedgerRow): boolean {
    const known = this.rows.get(key);
    return known !== undefined && known !== lineOf(row);
  }
}

/** True for two payments, or amendments, of one row of the sheet. */
export function isOnSameRow(one: LedgerRow, other: LedgerRow): boolean {
  return lineOf(one) === lineOf(other);
}

/** The number of the piece of a row: that of its DP, else of its EJ; empty without one. */
export function numberOfPiece({ dpNumber, ej }: LedgerRow): string {
  if (dpNumber !== '') return dpNumber;
  return ej.kind === 'ej' ? ej.number : ej.kind === 'malformed' ? ej.raw : '';
}

/** The supplier of a row, else its label; empty without both. */
export function whoOf({ supplier, label }: LedgerRow): string {
  const name = supplier === '' ? label : supplier;
  return name === '' ? '' : `of ${comparable(name)}`;
}

const lineOf = ({ key, partOf }: LedgerRow): RowKey => partOf ?? key;

function keysOf(row: LedgerRow): readonly string[] {
  const keys = row.dpNumber === '' ? [] : [keyOfRequest(row)];
  const [piece, who] = [keyOfPiece(row), whoOf(row)];
  if (piece !== '') keys.push(piece);
  if (row.paymentDate.kind !== 'date') return keys;
  if (piece !== '') keys.push(onDay(piece, row.paymentDate.date));
  if (who !== '' && who !== piece) keys.push(onDay(who, row.paymentDate.date));
  return keys;
}

/** « 1 », « 2 » number the payments of one EJ. */
const SHORTEST_NUMBER = 6;

function keyOfRequest({ dpNumber, ej }: LedgerRow): string {
  const number = comparableNumber(dpNumber);
  return `DP ${number} ${number.length < SHORTEST_NUMBER && ej.kind === 'ej' ? ej.number : ''}`;
}

/** Its EJ, well formed or not; its supplier or its label without one; empty without any. */
function keyOfPiece(row: LedgerRow): string {
  const { ej } = row;
  if (ej.kind === 'ej') return `EJ ${ej.number}`;
  if (ej.kind === 'malformed') return `EJ ${comparableNumber(ej.raw)}`;
  return ej.kind === 'absent' ? whoOf(row) : '';
}

const onDay = (key: string, day: CivilDate): string => `${key} ${day}`;
