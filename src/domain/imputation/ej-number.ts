/** Numbers of engagements juridiques: ten digits, the first two of which give the nature of the contract (10 to 22). */
import type { EjReading } from '../envelopes/ledger';
import { isPlaceholder } from './chorus-codes';

const EJ = /^(1\d|2[0-2])\d{8}$/;
const LONGEST_EJ = 60;
const UNSEEN = /[\u200b\u2060]/g;
/** Words that introduce the number: « EJ », « n° », « N°EJ : », « Engagement juridique ». */
const INTRODUCTION =
  /^['’]?(?:(?:e\.?j\.?|engagements?|juridiques?|chorus|bons?|commande|bc|march[ée]s?|n|no|nr|num(?:[ée]ro)?|r[ée]f(?:[ée]rence)?|de|l|d)(?![\p{L}])[\s.:°º'’-]*)*/iu;
/** Ten digits with spaces or points between them, then perhaps `.0`, and the line of the EJ after a bar or a hyphen. */
const NUMBER = /^(\d(?:[\s.]?\d){9})(?:[.,]0+)?(?:\s?[/-]\s?(\d{1,5}))?$/;
const SEVERAL = /(?:1\d|2[0-2])\d{8}(?!\d)/g;

/**
 * Reads an EJ cell; a number (`isNumber`, its decimal form in `raw`) is as good as text, since no EJ begins with a
 * zero. `#` is absent. The words before the number and the line after it do not make it doubtful.
 * @example readEj('N° EJ : 2103105755/10', false) // { kind: 'ej', number: '2103105755', line: '10', … }
 */
export function readEj(raw: string, isNumber: boolean): EjReading {
  if (EJ.test(raw)) return { kind: 'ej', number: raw, raw };
  if (isPlaceholder(raw)) return { kind: 'absent' };
  if (isNumber) return { kind: 'malformed', raw };
  if (raw.length > LONGEST_EJ) return { kind: 'malformed', raw };
  const text = raw.replace(UNSEEN, '').replace(/\s+/g, ' ').trim().replace(INTRODUCTION, '');
  const match = NUMBER.exec(text);
  const number = match?.[1]?.replace(/\D/g, '');
  if (number === undefined || !EJ.test(number)) return { kind: 'malformed', raw };
  const line = match?.[2];
  return line === undefined ? { kind: 'ej', number, raw } : { kind: 'ej', number, line, raw };
}

/** Ten digits; `TF` and six digits of an affectation; three leading zeros and the rest, as anonymised extracts have. */
const NUMBER_OF_CHORUS = /^(?:[1-9]\d{9}|000\d{7}|TF\d{6})$/i;

/**
 * True for the number of an EJ that lost digits in an extract: « 1,40514E+09 », « 14051354?0 », nine digits, `#REF!`.
 * Words alone (« Hors EJ ») are none.
 */
export function isDamagedEj(number: string): boolean {
  return /[\d#]/.test(number) && !NUMBER_OF_CHORUS.test(number);
}

/** The ten digits of a text, without the words around them; the text itself where it is no EJ number. */
export function ejNumberOf(raw: string): string {
  const reading = readEj(raw, false);
  return reading.kind === 'ej' ? reading.number : raw.trim();
}

/** « DA 1000123456 », « Demande d'achat n° 12 »: the request, which is no order yet. */
const REQUEST = /^\s?(?:d\.?a\.?|demandes? d['’]\s?achats?)(?!\p{L})[\s.:°º-]{0,4}(?:n[\s.:°º]{0,3})?\d{0,12}\s?$/iu;

/** True for the number of a request under « N° EJ ». */
export function namesRequest(raw: string): boolean {
  return raw.length <= LONGEST_EJ && REQUEST.test(raw);
}

/** True for a text that holds several EJ numbers. */
export function holdsSeveralEjs(raw: string): boolean {
  return new Set(raw.slice(0, LONGEST_EJ).match(SEVERAL)).size > 1;
}
