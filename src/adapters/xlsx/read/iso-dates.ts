/** Cells of type `d` hold an ISO date and time where others hold a serial number. */
import { civilDate } from '../../../domain/calendar/civil-date';
import { serialOfDate } from '../../../workbook/serials';

/** The serial number of `2023-03-31`, `2023-03-31T14:30:00Z` or `T14:30:00`; null when it is none of these. */
export function parseIsoSerial(text: string, uses1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(text.trim());
  if (!match || match[0] === '') return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const date = civilDate(Number(year), Number(month), Number(day));
  const serial = date === null ? null : serialOfDate(date, uses1904);
  return serial === null ? null : serial + time;
}
