/** PER: the bounds of the convention first, then the order of the dates and the delays. */
import type { Control } from '../control-contract';
import { beforeSignature } from './per-01-before-signature';
import { afterEnd } from './per-02-after-end';
import { outsideCreditYear } from './per-03-outside-credit-year';
import { afterClosing } from './per-04-after-closing';
import { datesOutOfOrder } from './per-05-dates-out-of-order';
import { paidLate } from './per-06-paid-late';
import { afterContract } from './per-07-after-contract';
import { noticeWithoutEffect } from './per-08-notice-without-effect';
import { afterTermination } from './per-09-after-termination';

/** In reading order. */
export const periodControls: readonly Control[] = [
  noticeWithoutEffect,
  beforeSignature,
  afterEnd,
  outsideCreditYear,
  afterClosing,
  afterTermination,
  afterContract,
  datesOutOfOrder,
  paidLate,
];
