/**
 * The restes à payer that the ledger leaves on the EJ of earlier years when the credit year opens, to compare with the
 * bascule of Chorus. An EJ with a commitment without a date, or in advance on the credits of the year, may owe nothing
 * to earlier ones.
 */
import { addDays, type CivilDate } from '../../calendar/civil-date';
import type { ChargedLedger } from '../charged-ledger';
import type { RowKey } from '../ledger';
import { OutstandingBook } from './outstanding-book';

/** The restes à payer of an EJ at the opening, in cents, and its first row. */
export interface RolledRest {
  readonly cents: number;
  readonly row: RowKey;
}

/** By EJ, before the day `first`; `anticipated`: those committed in advance. */
export function rolledRestsOf(
  charged: ChargedLedger,
  first: CivilDate,
  anticipated: ReadonlySet<string>,
): ReadonlyMap<string, RolledRest> {
  const rows = new Map<string, RowKey>();
  const uncertain = new Set(anticipated);
  for (const { ej, ae, status, commitmentDate, key } of charged.ledger.rows) {
    if (ej.kind !== 'ej' || status === 'cancelled' || ae.kind === 'absent') continue;
    if (ae.kind !== 'amount' || commitmentDate.kind !== 'date') uncertain.add(ej.number);
    else if (commitmentDate.date < first && !rows.has(ej.number)) rows.set(ej.number, key);
  }
  const rests = new Map<string, RolledRest>();
  for (const { ej, outstanding } of new OutstandingBook({ ...charged, asOf: addDays(first, -1) }).entries()) {
    const row = ej === null || uncertain.has(ej) ? undefined : rows.get(ej);
    if (ej !== null && row !== undefined) rests.set(ej, { cents: (rests.get(ej)?.cents ?? 0) + outstanding, row });
  }
  return rests;
}
