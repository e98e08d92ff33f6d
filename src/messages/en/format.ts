/** How English writes numbers and dates. The month is in letters: the order of figures would be a guess. */
import type { FORMAT as FRENCH } from '../fr/format';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const FORMAT: typeof FRENCH = {
  decimal: '.',
  thousands: ',',
  minus: '−',
  euros: (sign, number) => `${sign}€${number}`,
  percent: (number) => `${number}%`,
  noRate: 'n/a',
  notCalculable: 'not calculable',
  booleans: { yes: 'TRUE', no: 'FALSE' },
  dateInLetters: ({ year, month, day }) => `${day}\u00a0${MONTHS[month - 1] ?? ''} ${year}`,
  date: ({ year, month, day }) => `${day}\u00a0${MONTHS[month - 1] ?? ''} ${year}`,
};
