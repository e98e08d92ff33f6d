/**
 * A commitment or a payment of another year than the credits, inside the convention: the 2023 one is signed on 13 December 2022 and its
 * credits are « pour 2023 » (art. 1.2; annuality, LOLF art. 15). Switch it off for credits of several years.
 */
import { periodControl } from './period';

/** PER-03. */
export const outsideCreditYear = periodControl('PER-03', (field, date, { creditYear }) => ({ field, date, creditYear }));
