/** How French writes numbers and dates. */
import type { CivilParts } from '../../domain/calendar/civil-date';

const NO_BREAK = '\u00a0';

export const FORMAT = {
  decimal: ',',
  /** A narrow no-break space. */
  thousands: '\u202f',
  euros: (sign: string, number: string): string => `${sign}${number}${NO_BREAK}€`,
  percent: (number: string): string => `${number}${NO_BREAK}%`,
  noRate: 's.o.',
  notCalculable: 'non calculable',
  date: ({ year, month, day }: CivilParts): string =>
    `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year).padStart(4, '0')}`,
};
