/** The least and the most of the numbers of a convention, the same in its tables and in a file. */

type Bounds = readonly [least: number, most: number];

export const YEAR_BOUNDS: Bounds = [1900, 9999];
export const NOTICE_MONTHS_BOUNDS: Bounds = [0, 120];
/** Days to reply, days to pay. */
export const DAYS_BOUNDS: Bounds = [0, 366];
/** Of any unit, in the delay of a duty. */
export const DELAY_BOUNDS: Bounds = [0, 3660];
/** Credit years besides that of the convention. */
export const MOST_OTHER_YEARS = 30;
