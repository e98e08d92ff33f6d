/**
 * What one row contributes to the figures at a date, before anyone asks on which envelope: the only place where the product says
 * what is consumed, reserved, paid on earlier EJ, or of no effect.
 */
import type { CivilDate } from '../calendar/civil-date';
import { isoDate } from '../calendar/civil-date';
import type { Convention } from './convention';
import { daysOfCreditYear } from './credit-years';
import type { DateReading, LedgerRow } from './ledger';

/** Cents that a row adds to each figure. */
export interface RowEffect {
  /** An amount cannot be read: the row is unchecked and adds nothing. */
  readonly unreadable: boolean;
  /** The row bears on an EJ of the RAP list: its CP stays outside every poste. */
  readonly onRap: boolean;
  readonly aeConsumed: number;
  readonly aeReserved: number;
  readonly cpConsumed: number;
  readonly cpReserved: number;
  /** Retrait on an earlier EJ, positive: it lowers the restes à payer and frees no AE (GBCP art. 160). */
  readonly earlierDecommitted: number;
}

type MutableEffect = { -readonly [K in keyof RowEffect]: RowEffect[K] };

/**
 * A function that says what a row contributes at a date. It returns one object, rewritten at each call: read it before the next.
 * @example createEffects(convention, asOf)(row).cpConsumed
 */
export function createEffects(convention: Convention, asOf: CivilDate): (row: LedgerRow) => RowEffect {
  const earlierEjs: ReadonlySet<string> = new Set(convention.rap.map((entry) => entry.ej));
  const { from, until } = committedBetween(convention, asOf);
  const paid = daysOfCreditYear(convention);
  const effect = noEffect();
  return (row) => {
    clear(effect);
    if (row.status === 'cancelled') return effect;
    effect.unreadable = !isReadable(row.ae.kind) || !isReadable(row.cp.kind);
    if (effect.unreadable) return effect;
    effect.onRap = row.ej.kind === 'ej' && earlierEjs.has(row.ej.number);
    if (row.ae.kind === 'amount') addCommitment(effect, row, row.ae.cents, countsBetween(row.commitmentDate, from, until));
    if (row.cp.kind === 'amount' && isPaidBetween(row, paid.first, paid.last)) addPayment(effect, row, row.cp.cents, asOf);
    return effect;
  };
}

/** A row that is not signed reserves AE; an undated one counts, out of prudence. */
function addCommitment(effect: MutableEffect, row: LedgerRow, cents: number, isDatedWell: boolean): void {
  const isEarlierDecommitment = cents < 0 && effect.onRap;
  if (row.status === 'project') {
    if (!isEarlierDecommitment) effect.aeReserved = cents;
    return;
  }
  if (!isDatedWell) return;
  if (isEarlierDecommitment) effect.earlierDecommitted = -cents;
  else effect.aeConsumed = cents;
}

/** Paid by the day: consumed. Due and not paid, or without a date that says so: reserved. Service to come and payment to come: nothing. */
function addPayment(effect: MutableEffect, row: LedgerRow, cents: number, asOf: CivilDate): void {
  if (row.paymentDate.kind !== 'date') effect.cpReserved = cents;
  else if (row.paymentDate.date <= asOf) effect.cpConsumed = cents;
  else if (row.serviceDate.kind !== 'date' || row.serviceDate.date <= asOf) effect.cpReserved = cents;
}

function countsBetween(reading: DateReading, from: CivilDate, until: CivilDate): boolean {
  return reading.kind !== 'date' || (reading.date >= from && reading.date <= until);
}

/** The days on which a commitment consumes the credits of the year, as seen at a date. */
function committedBetween(convention: Convention, asOf: CivilDate): { readonly from: CivilDate; readonly until: CivilDate } {
  const year = String(convention.creditYear).padStart(4, '0');
  const [from, lastDay] = [isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)];
  return { from, until: asOf < lastDay ? asOf : lastDay };
}

/** A payment of another credit year of the convention counts there alone. */
function isPaidBetween({ paymentDate }: LedgerRow, first: number, last: number): boolean {
  return paymentDate.kind !== 'date' || (paymentDate.date >= first && paymentDate.date <= last);
}

function isReadable(kind: LedgerRow['ae']['kind']): boolean {
  return kind === 'amount' || kind === 'absent';
}

function noEffect(): MutableEffect {
  return { unreadable: false, onRap: false, aeConsumed: 0, aeReserved: 0, cpConsumed: 0, cpReserved: 0, earlierDecommitted: 0 };
}

function clear(effect: MutableEffect): void {
  effect.unreadable = false;
  effect.onRap = false;
  effect.aeConsumed = 0;
  effect.aeReserved = 0;
  effect.cpConsumed = 0;
  effect.cpReserved = 0;
  effect.earlierDecommitted = 0;
}
