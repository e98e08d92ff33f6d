/**
 * The grammar of Chorus codes, as real extracts write them: société prefix (`BG00/`), no-break spaces and typographic
 * hyphens, « # » for nothing, and what a spreadsheet does to codes that look like numbers. A reading judges the form
 * alone; whether the code is the convention's is a control.
 */
import type { CodeReading, ImputationField } from './imputation';

type CodedField = Exclude<ImputationField, 'ministerialAxis2'>;

interface Grammar {
  readonly canonical: RegExp;
  /** The same code with the leading zero of its programme, or of its number, dropped; null when none can be. */
  readonly withoutZero: RegExp | null;
}

/** Forms that published extracts of Chorus have. The programme is also written with three digits. */
const GRAMMARS: Readonly<Record<CodedField, Grammar>> = {
  programme: { canonical: /^\d{4}$/, withoutZero: null },
  functionalDomain: { canonical: /^\d{4}-\d{2}(-\d{2})?$/, withoutZero: /^[1-9]\d{2}-\d{2}(-\d{2})?$/ },
  financialCentre: {
    canonical: /^\d{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/,
    withoutZero: /^[1-9]\d{2}-[A-Z0-9]{4}-[A-Z0-9]{4}$/,
  },
  activity: { canonical: /^\d{4}[A-Z0-9]{8}$/, withoutZero: /^[1-9]\d{2}[A-Z0-9]{8}$/ },
  costCentre: { canonical: /^([A-Z0-9]{10}|\d{2}[A-Z]{2}\d{3})$/, withoutZero: /^[1-9]\d{8}$/ },
  ministerialAxis1: { canonical: /^\d{2}(-[A-Z0-9-]+)?$/, withoutZero: /^[1-9](-[A-Z0-9-]+)?$/ },
};

const PLACEHOLDERS: ReadonlySet<string> = new Set(['', '#', 'NON AFFECTE', 'NON AFFECTÉ', 'N/A', 'NAN', 'NULL']);
const LONGEST_PLACEHOLDER = 'BG00/NON AFFECTÉ'.length;
const SPACES = /[\s\u200b\u2060]+/g;
const HYPHENS = /[\u2010-\u2015\u2212\u00ad\ufe63\uff0d]/g;
const PREFIX = /^[A-Z0-9]{4}\//;
const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?E[+-]\d+$|^[+-]?\d+[.,]\d+E\d+$/;
const DECIMAL_PART = /^[+-]?\d+[.,]\d*$/;
const DIGITS_OF_A_NUMBER = 15;
/** Between a code and its label, as Chorus shows them: « 0103-01-01 - FNE », « 103 : AMPCE », « EMPEF00075 (DGE) ». */
const BEFORE_LABEL = / [-\u2010-\u2015\u2212:|] |: | \(/;
/** A label in small letters, which no code of axe 1 is. */
const SMALL = /\p{Ll}/u;
const LETTERS = /\p{L}{2}/u;
/** « P103 », « BOP 103 », « Prog. 103 ». */
const NAMED_PROGRAMME = /^(?:P|BOP|PGM|PROG\.?|PROGRAMME)(0?\d{3})$/;

/**
 * Reads a code cell; `isNumber` is true when the cell holds a number, whose decimal form is `raw`. Axe ministériel 2 is
 * typed by hand: any text is its own code.
 * @example readCode('activity', '10300000104', true) // zeroLost, canonical 010300000104
 */
export function readCode(field: ImputationField, raw: string, isNumber: boolean): CodeReading {
  const text = raw.replace(SPACES, ' ').trim();
  if (isPlaceholder(text)) return { kind: 'absent' };
  if (field === 'ministerialAxis2') return { kind: 'code', raw, canonical: text };
  if (!isNumber && field === 'ministerialAxis1' && SMALL.test(text)) {
    const own = ownCode(field, text); // « 36 - Emploi »; « 09-PNPR » is a code
    if (own !== null && own !== normalise(text)) return { kind: 'code', raw, canonical: own };
  }
  const code = normalise(text);
  const grammar = GRAMMARS[field];
  if (isNumber && isDamagedNumber(code)) return { kind: 'damaged', raw };
  if (field === 'programme' && /^\d{3}$/.test(code)) return { kind: 'code', raw, canonical: `0${code}` };
  if (grammar.canonical.test(code)) return { kind: 'code', raw, canonical: code };
  if (grammar.withoutZero?.test(code)) return { kind: 'zeroLost', raw, canonical: `0${code}` };
  if (SCIENTIFIC.test(code) || DECIMAL_PART.test(code)) return { kind: 'damaged', raw };
  const own = isNumber ? null : ownCode(field, text);
  return own === null ? { kind: 'malformed', raw } : { kind: 'code', raw, canonical: own };
}

/** The code that a text gives with its label, or a programme with its word; null for none. */
function ownCode(field: CodedField, text: string): string | null {
  const end = text.search(BEFORE_LABEL);
  const hasLabel = end > 0 && LETTERS.test(text.slice(end));
  const code = normalise(hasLabel ? text.slice(0, end) : text);
  if (field === 'programme') {
    const digits = NAMED_PROGRAMME.exec(code)?.[1] ?? (hasLabel && /^0?\d{3}$/.test(code) ? code : null);
    return digits && digits.padStart(4, '0');
  }
  return hasLabel && /\d/.test(code) && GRAMMARS[field].canonical.test(code) ? code : null;
}

/** True when a text is what Chorus or a person writes for « nothing here » (`#`, `Non affecté`, `BG00/N/A`, spaces). */
export function isPlaceholder(text: string): boolean {
  if (endsWithDigit(text)) return false; // almost every code, date and number, without a copy
  const trimmed = text.trim();
  return trimmed.length <= LONGEST_PLACEHOLDER && PLACEHOLDERS.has(trimmed.toUpperCase().replace(PREFIX, ''));
}

function endsWithDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0x30 && last <= 0x39;
}

/**
 * The form under which a code is compared: upper case, hyphens plain, no spaces, no société prefix. The convention's
 * own values pass through it too.
 * @example normaliseCode('BG00/empef00075') // 'EMPEF00075'
 */
export function normaliseCode(field: ImputationField, raw: string): string {
  const reading = readCode(field, raw, false);
  return reading.kind === 'code' || reading.kind === 'zeroLost' ? reading.canonical : normalise(raw);
}

/** The programme, four digits, that begins a canonical code of this field; null for a field that carries none. */
export function programmeOf(field: ImputationField, canonical: string): string | null {
  switch (field) {
    case 'programme':
    case 'functionalDomain':
    case 'financialCentre':
    case 'activity':
      return /^\d{4}/.exec(canonical)?.[0] ?? null;
    case 'costCentre':
    case 'ministerialAxis1':
    case 'ministerialAxis2':
      return null;
  }
}

function normalise(text: string): string {
  return text.replace(SPACES, '').replace(HYPHENS, '-').toUpperCase().replace(PREFIX, '');
}

/** A number shown with an exponent or decimals, or longer than a spreadsheet keeps: its digits are not all there. */
function isDamagedNumber(code: string): boolean {
  return !/^\d+$/.test(code) || code.length > DIGITS_OF_A_NUMBER;
}
