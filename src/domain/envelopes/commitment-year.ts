/**
 * The commitments that are charged to the credits of the year: those dated in it, and those made « en gestion anticipée
 * » from 1 November before it (LOLF, art. 9), which the kind of operation names. The EJ committed before are earlier
 * ones: their decommitments free no AE.
 */
import { type CivilDate, civilDate, yearOf } from '../calendar/civil-date';
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

/** True when the kind of operation names a commitment in advance, whether or not it is allowed; and for its retraits. */
export function saysAnticipated({ operation, isInAdvance }: LedgerRow): boolean {
  return isInAdvance === true || ANTICIPATED.test(operation);
}

/**
 * The rows, where those that lower an EJ committed in advance are in advance as it is: « Retrait » on 10 December frees
 * the credits that the EJ of 20 November took, up to the end of that year. An EJ with another commitment is left out.
 */
export function withAdvances(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const since = new Map<string, CivilDate>();
  for (const row of rows) if (commits(row) && saysAnticipated(row)) open(since, row);
  if (since.size === 0) return rows;
  for (const row of rows)
    if (commits(row) && !saysAnticipated(row) && row.ej.kind === 'ej') since.delete(row.ej.number);
  return rows.map((row) => {
    const first = row.ej.kind === 'ej' ? since.get(row.ej.number) : undefined;
    const { ae, commitmentDate } = row;
    if (first === undefined || ae.kind !== 'amount' || ae.cents >= 0 || commitmentDate.kind !== 'date') return row;
    const { date } = commitmentDate;
    return date >= first && yearOf(date) === yearOf(first) ? { ...row, isInAdvance: true } : row;
  });
}

function commits({ ae, ej, status }: LedgerRow): boolean {
  return status !== 'cancelled' && ej.kind === 'ej' && ae.kind === 'amount' && ae.cents > 0;
}

function open(since: Map<string, CivilDate>, { ej, commitmentDate }: LedgerRow): void {
  if (ej.kind !== 'ej' || commitmentDate.kind !== 'date') return;
  const known = since.get(ej.number);
  if (known === undefined || commitmentDate.date < known) since.set(ej.number, commitmentDate.date);
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
