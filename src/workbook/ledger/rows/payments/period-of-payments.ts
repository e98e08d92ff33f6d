/** The days of the amounts of a column of one period: its last one, unless the EJ has its own day in that year. */
import { yearOf } from '../../../../domain/calendar/civil-date';
import type { AmountReading, DateReading, LedgerField, LedgerRow } from '../../../../domain/envelopes/ledger';
import type { RowMark } from '../../../../domain/envelopes/reading-facts';
import type { LedgerBlock, PaidIn } from '../../ledger-source';

interface DaysOfPeriod {
  /** The day of the CP of a row; null for a period without a payment, and in a block without periods. */
  readonly paidOn: (cp: AmountReading) => DateReading | null;
  /** The day of the AE of a row, given that of its EJ. */
  readonly committedOn: (ae: AmountReading, day: DateReading) => DateReading;
  /** The doubt about AE that count on the last day of their year, since the day of their EJ is of another; or none. */
  readonly doubtsOf: (row: Pick<LedgerRow, 'ae' | 'commitmentDate'>) => readonly RowMark[];
}

const NO_MARKS: readonly RowMark[] = [];

/** The days of the amounts of a block. */
export function daysOfPeriod({ paidIn, committedIn, columns }: LedgerBlock): DaysOfPeriod {
  const headingOf = (field: LedgerField): string => columns.get(field)?.heading ?? '';
  const paid = paidIn ? lastDayOf(paidIn, headingOf('cp')) : null;
  const paidOn = (cp: AmountReading): DateReading | null => (isFilled(cp) ? paid : null);
  if (committedIn === undefined) return { paidOn, committedOn: (_, day) => day, doubtsOf: () => NO_MARKS };
  const heading = headingOf('ae');
  const committed = lastDayOf(committedIn, heading);
  return {
    paidOn,
    committedOn: (ae, day) => {
      if (ae.kind === 'absent' || (ae.kind === 'amount' && ae.cents === 0)) return { kind: 'absent' };
      return day.kind === 'date' && yearOf(day.date) !== yearOf(committedIn.lastDay) ? committed : day;
    },
    doubtsOf: ({ ae, commitmentDate }) =>
      isFilled(ae) && commitmentDate === committed ? [{ heading, raw: '', about: 'aeInYear' }] : NO_MARKS,
  };
}

/** True for a column of a block that another block of the same rows reads too. */
export function isReadElsewhere({ sharedFields, committedIn }: LedgerBlock, field: LedgerField): boolean {
  return sharedFields?.has(field) === true || (committedIn !== undefined && field === 'commitmentDate');
}

function lastDayOf({ lastDay }: PaidIn, raw: string): DateReading {
  return { kind: 'date', date: lastDay, asText: false, raw };
}

function isFilled(amount: AmountReading): boolean {
  return amount.kind === 'amount' && amount.cents !== 0;
}
