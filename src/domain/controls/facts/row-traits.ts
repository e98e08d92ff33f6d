/**
 * Unusual properties of a row, as bits computed once, so that a control is asked only about the rows that may concern
 * it: a right payment has one trait, where twenty controls would each have read it.
 */
import type { Assignment } from '../../envelopes/assignment';
import { saysAnticipated } from '../../envelopes/commitment-year';
import type { AmountReading, DateReading, LedgerRow } from '../../envelopes/ledger';
import { mayLackAmount } from './pieces/missing-amounts';
import { namesNoEj } from './pieces/names-no-ej';

/** Some date or amount cannot be read. */
export const UNREADABLE = 1;
/** Some date or amount is kept as text. */
export const AS_TEXT = 2;
/** Some date, amount or EJ cell, or a text in `errors`, holds an Excel error. */
export const CELL_ERROR = 4;
/** Some date of a commitment, a service or a payment is not one of the calm days, or it commits in advance. */
export const NOT_CALM = 8;
/** Some code has a verdict. */
export const ODD_CODE = 16;
/** The row is charged to no envelope, or not by its own name, or its poste is another's. */
export const ODD_ENVELOPE = 32;
/** Some amount is negative. */
export const NEGATIVE = 64;
/** It commits, and its commitment has no date at all. */
export const UNDATED_COMMITMENT = 128;
/** It has a positive CP amount. */
export const PAYS = 256;
/** It is paid, and its service is dated after the payment or not at all. */
export const UNSERVED = 512;
/** It is paid after the delay that runs from its receipt or its service. */
export const PAID_LATE = 1024;
/** It has a positive AE amount. */
export const COMMITS = 2048;

/** Some amount was typed with a plus although the operation lowers. */
export const AGAINST_OPERATION = 4096;

/** It is charged to an envelope and to none of its postes: unknown, ambiguous or not written. */
export const UNKNOWN_LINE = 8192;

/** It has no CP and the day or the status of a payment, or neither amount and those of an EJ. */
export const LACKS_AMOUNT = 16384;

/** It has a positive AE amount and names no EJ. */
export const COMMITS_WITHOUT_EJ = 32768;

/** Days, first and last included, on which no bound of the convention is broken, and the days that it gives to pay. */
export interface CalmDays {
  readonly first: number;
  readonly last: number;
  readonly paymentDays: number;
}

const EVERY_DAY: Omit<CalmDays, 'paymentDays'> = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

const UNKNOWN_DAY = -(2 ** 31);

/** The traits of a row; `hasOddCode` is true when the code book has a verdict on its imputation. */
export function traitsOf(row: LedgerRow, assignment: Assignment, hasOddCode: boolean, calm: CalmDays): number {
  return (
    traitsOfDate(row.commitmentDate, calm) |
    traitsOfDate(row.serviceDate, calm) |
    traitsOfDate(row.receiptDate, EVERY_DAY) |
    traitsOfDate(row.paymentDate, calm) |
    traitsOfDate(row.contractEnd, EVERY_DAY) |
    traitsOfPayment(row, calm.paymentDays) |
    traitsOfAmount(row.ae, row.commitmentDate.kind === 'absent' ? COMMITS | UNDATED_COMMITMENT : COMMITS) |
    traitsOfAmount(row.cp, PAYS) |
    (row.ej.kind === 'cellError' ? CELL_ERROR : 0) |
    (row.errors ? CELL_ERROR : 0) |
    (hasOddCode ? ODD_CODE : 0) |
    (mayLackAmount(row) ? LACKS_AMOUNT : 0) |
    (row.ae.kind === 'amount' && saysAnticipated(row) ? NOT_CALM : 0) |
    (namesNoEj(row) && row.ae.kind === 'amount' && row.ae.cents > 0 ? COMMITS_WITHOUT_EJ : 0) |
    (assignment.kind === 'assigned' && assignment.how === 'exact' && assignment.lineOwner === null ? 0 : ODD_ENVELOPE) |
    (assignment.kind === 'assigned' && assignment.line === null ? UNKNOWN_LINE : 0)
  );
}

function traitsOfPayment({ cp, paymentDate, serviceDate, receiptDate }: LedgerRow, paymentDays: number): number {
  if (paymentDate.kind !== 'date' || cp.kind !== 'amount' || cp.cents <= 0) return 0;
  const served = serviceDate.kind === 'date' ? serviceDate.date : UNKNOWN_DAY;
  const received = receiptDate.kind === 'date' ? receiptDate.date : UNKNOWN_DAY;
  const start = served > received ? served : received;
  const isLate = start !== UNKNOWN_DAY && paymentDate.date - start > paymentDays;
  return (served > paymentDate.date || serviceDate.kind === 'absent' ? UNSERVED : 0) | (isLate ? PAID_LATE : 0);
}

function traitsOfDate(reading: DateReading, { first, last }: Omit<CalmDays, 'paymentDays'>): number {
  if (reading.kind === 'absent') return 0;
  if (reading.kind === 'date')
    return (reading.asText ? AS_TEXT : 0) | (reading.date >= first && reading.date <= last ? 0 : NOT_CALM);
  return reading.kind === 'cellError' ? CELL_ERROR : UNREADABLE;
}

function traitsOfAmount(reading: AmountReading, whenPositive: number): number {
  if (reading.kind === 'absent') return 0;
  if (reading.kind === 'amount') {
    const { cents, asText, against } = reading;
    const typed = (asText ? AS_TEXT : 0) | (against ? AGAINST_OPERATION : 0);
    return typed | (cents > 0 ? whenPositive : 0) | (cents < 0 ? NEGATIVE : 0);
  }
  return reading.kind === 'cellError' ? CELL_ERROR : UNREADABLE;
}
