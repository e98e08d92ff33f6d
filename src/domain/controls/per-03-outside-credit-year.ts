/**
 * A commitment or a payment of another year than the credits, inside the convention: the 2023 one is signed on 13 December 2022 and its
 * credits are « pour 2023 » (art. 1.2; annuality, LOLF art. 15). A convention of several credit years has each of them: what is dated in
 * one counts there. Switch it off by giving those years.
 */
import { creditYearAt } from '../envelopes/credit-years';
import { periodControl } from './period';

/** PER-03. */
export const outsideCreditYear = periodControl('PER-03', (field, date, convention) => ({ field, date, creditYear: creditYearAt(convention, date) }));
