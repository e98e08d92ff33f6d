/** English words of the amounts that a figure lacks. */
import type { MissedPhrases } from '../fr/missed';
import { formatCount } from '../format';

const of = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'en')} ${count === 1 ? one : many}`;

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

export const MISSED: MissedPhrases = {
  listed,
  unreadOf: {
    AE: (count) => of(count, 'amount of AE not read', 'amounts of AE not read'),
    CP: (count) => of(count, 'amount of CP not read', 'amounts of CP not read'),
  },
  unread: (ae, cp, count) => `${of(count, 'amount', 'amounts')} not read (${ae} of AE, ${cp} of CP)`,
  unknown: (count) => of(count, 'amount of unknown nature', 'amounts of unknown nature'),
  amountOf: { AE: (amount) => `${amount} of AE`, CP: (amount) => `${amount} of CP` },
  ofRows: (amounts, rows) => `${amounts} of ${of(rows, 'unchecked row', 'unchecked rows')}`,
  undated: (amount, rows) =>
    `Consumed CP calculated without ${amount}, reserved: unreadable date of payment on ${of(rows, 'row', 'rows')}`,
  both: (missed, undated) => `${missed}; ${undated}`,
  without: (missed) => `Calculated without ${missed}`,
};
