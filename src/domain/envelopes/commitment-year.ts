/**
 * The commitments that are charged to the credits of the year: those dated in it, and those made « en gestion anticipée
 * » from 1 November before it (LOLF, art. 9), which the kind of operation names. The EJ committed before are earlier
 * ones: their decommitments free no AE.
 */
import { type CivilDate, civilDate } from '../calendar/civil-date';
import { assert } from '../result';
import type { Convention } from './convention';
import { coversYear } from './credit-years';
import type { LedgerRow } from './ledger';

/** The first and the last day of the credit year, and the first on which its credits may be committed in advance. */
export interface CreditDays {
  readonly anticipatedFrom: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /**
   * The first day on which those of the next year may be, when the convention gives it credits: such commitments are
   * charged there.
   */
  readonly nextAnticipatedFrom: CivilDate | null;
}

/** « gestion anticipée », « EJ anticipé », « par anticipation ». */
const ANTICIPATED = /anticip/i;

/** The days of the credits of a convention. */
export function creditDaysOf(convention: Convention): CreditDays {
  const { creditYear } = convention;
  const [from, until] = [civilDate(creditYear, 1, 1), civilDate(creditYear, 12, 31)];
  assert(from !== null && until !== null, `not a year: ${creditYear}`);
  const nextAnticipatedFrom = coversYear(convention, creditYear + 1) ? civilDate(creditYear, 11, 1) : null;
  return { anticipatedFrom: civilDate(creditYear - 1, 11, 1) ?? from, from, until, nextAnticipatedFrom };
}

/** True when the kind of operation names a commitment in advance, whether or not it is allowed. */
export function saysAnticipated(row: LedgerRow): boolean {
  return ANTICIPATED.test(row.operation);
}

/** True when a commitment of that day is charged to the credits of the year. */
export function isOfCredits(
  row: LedgerRow,
  date: CivilDate,
  { anticipatedFrom, from, until, nextAnticipatedFrom }: CreditDays,
): boolean {
  if (nextAnticipatedFrom !== null && date >= nextAnticipatedFrom && saysAnticipated(row)) return false;
  if (date >= from) return date <= until;
  return date >= anticipatedFrom && saysAnticipated(row);
}

/**
 * True when a row shows its EJ to be of an earlier year: a signed commitment, dated before the credits and not made in
 * advance on them.
 */
export function commitsEarlier(row: LedgerRow, days: CreditDays): boolean {
  if (row.commitmentDate.kind !== 'date' || row.commitmentDate.date >= days.from) return false;
  if (row.status !== 'firm' || row.ae.kind !== 'amount' || row.ae.cents <= 0) return false;
  return row.ej.kind === 'ej' && !isOfCredits(row, row.commitmentDate.date, days);
}
