/**
 * Civil dates ⇄ serial numbers of cells. Two systems: 1900 (Excel's, with a 29 February 1900 that never existed, for
 * compatibility with Lotus) and 1904 (old Mac workbooks). A time of day is a fraction and is dropped.
 */
import type { CivilDate } from '../domain/calendar/civil-date';

const FALSE_LEAP_DAY = 60; // 29/02/1900 in the 1900 system: no such day
const SERIAL_OF_1970 = 25_569;
const SERIAL_OF_1970_IN_1904 = 24_107;
const LAST_SERIAL = 2_958_465; // 31/12/9999
const LAST_SERIAL_IN_1904 = 2_957_003;

/**
 * The date of a serial number, or null when the number is no date (negative, zero in the 1900 system, after 9999,
 * 29/02/1900).
 */
export function dateOfSerial(serial: number, uses1904: boolean): CivilDate | null {
  const day = Math.floor(serial);
  if (uses1904) return day >= 0 && day <= LAST_SERIAL_IN_1904 ? ((day - SERIAL_OF_1970_IN_1904) as CivilDate) : null;
  if (!(day >= 1 && day <= LAST_SERIAL) || day === FALSE_LEAP_DAY) return null;
  return (day < FALSE_LEAP_DAY ? day + 1 - SERIAL_OF_1970 : day - SERIAL_OF_1970) as CivilDate;
}

/** The serial number of a date, or null when the system has none (before 1900, or before 1904; after 9999). */
export function serialOfDate(date: CivilDate, uses1904: boolean): number | null {
  if (date > LAST_SERIAL - SERIAL_OF_1970) return null;
  if (uses1904) return date >= -SERIAL_OF_1970_IN_1904 ? date + SERIAL_OF_1970_IN_1904 : null;
  const serial = date + SERIAL_OF_1970;
  if (serial > FALSE_LEAP_DAY) return serial;
  return serial >= 2 ? serial - 1 : null;
}
