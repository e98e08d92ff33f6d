/** How French writes numbers and dates. */
import type { CivilParts } from '../../domain/calendar/civil-date';

const NO_BREAK = '\u00a0';
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

export const FORMAT = {
  decimal: ',',
  /** A narrow no-break space. */
  thousands: '\u202f',
  /** The minus sign, longer than a hyphen. */
  minus: '\u2212',
  euros: (sign: string, number: string): string => `${sign}${number}${NO_BREAK}€`,
  percent: (number: string): string => `${number}${NO_BREAK}%`,
  noRate: 's.o.',
  notCalculable: 'non calculable',
  /** As Excel shows them. */
  booleans: { yes: 'VRAI', no: 'FAUX' },
  dateInLetters: ({ year, month, day }: CivilParts): string =>
    `${day === 1 ? '1er' : String(day)}${NO_BREAK}${MONTHS[month - 1] ?? ''} ${String(year)}`,
  date: ({ year, month, day }: CivilParts): string =>
    `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year).padStart(4, '0')}`,
};
