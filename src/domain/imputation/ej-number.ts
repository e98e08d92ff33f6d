/** Numbers of engagements juridiques: ten digits, the first two of which give the nature of the contract (10 to 22). */
import type { EjReading } from '../envelopes/ledger';
import { isPlaceholder } from './chorus-codes';

const EJ = /^(1\d|2[0-2])\d{8}$/;
const SPACES = /[\s\u200b\u2060]+/g;

/**
 * Reads an EJ cell; a number (`isNumber`, its decimal form in `raw`) is as good as text, since no EJ begins with a
 * zero. `#` is absent.
 * @example readEj('2103105755', true) // { kind: 'ej', number: '2103105755', … }
 */
export function readEj(raw: string, isNumber: boolean): EjReading {
  const number = isNumber ? raw : raw.replace(SPACES, '');
  if (isPlaceholder(raw)) return { kind: 'absent' };
  return EJ.test(number) ? { kind: 'ej', number, raw } : { kind: 'malformed', raw };
}
