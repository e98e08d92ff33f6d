/**
 * Amounts as cells hold them, read whole or not at all: `1 234,50 €`, `(1.234,56)`, `1 234,56-`, `12,5 k€`. Reading a
 * prefix and dropping the rest is how peers turned `1 234,50` with a no-break space into 1 euro.
 */
import { Decimal } from './decimal';

/** An amount read from a cell. */
export interface ReadAmount {
  readonly cents: number;
  /** The cell has a fraction of a cent; `cents` is rounded half away from zero. */
  readonly rounded: boolean;
}

/**
 * A thousand billion euros, above the State's budget: more than that in a cell is a SIRET or a mistake, and is not an
 * amount.
 */
export const MOST_CENTS_IN_A_CELL = 1e14;

/** The unit of a column of amounts, from its heading or a row of units. */
export type AmountUnit = '€' | 'k€' | 'M€';

/** How many decimals each unit moves. */
const DECIMALS: Readonly<Record<AmountUnit, number>> = { '€': 0, 'k€': 3, 'M€': 6 };

/** How many euros one of the unit is. */
export function eurosIn(unit: AmountUnit): number {
  return 10 ** DECIMALS[unit];
}

const LONGEST_AMOUNT = 60;
const SIGNIFICANT_DIGITS_OF_A_SHEET = 15;

/** Between two figures, two amounts in one cell; `400 200` on one line is one amount. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/;
const SPACES = /[\s\u200b\u2060]/g;
const MINUSES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const APOSTROPHES = /[\u2019\u02bc]/g;

/** Sign before, digits, sign after, unit; or the same between parentheses. */
const SIGNED = /^([-+]?) ?([\d ',.]+?) ?([-+]?) ?(€|eur|euros?|k€|keur|m€|meur)?$/i;
/** « €1,377.38 », « EUR 1,377.38 », « -€50 »: the unit before the number, as English has it. */
const UNIT_FIRST = /^([-+]?) ?(€|euros?|eur|k€|keur|m€|meur) ?(?=[-+\d.,])/i;
const UNGROUPED = /^(0|[1-9]\d*)(?:[.,](\d+))?$/;
const GROUPED = /^([1-9]\d{0,2}(?:([ '.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/;
const LOOKS_GROUPED = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * The amount of a text by French habits, English grouping too; null when it is not one amount and nothing else, or when
 * it could be two (`1.234`, `1,234`: a thousand or a unit?; figures on two lines). `unit` is that of the column: a text
 * that names another is not read either (`12 €` in a column in k€).
 * @example readAmountText('138 936 678,56') // { cents: 13893667856, rounded: false }
 */
export function readAmountText(text: string, unit: AmountUnit = '€'): ReadAmount | null {
  if (text.length > LONGEST_AMOUNT || areTwoAmounts(text)) return null;
  const plain = text.replace(SPACES, ' ').replace(MINUSES, '-').replace(APOSTROPHES, "'").trim();
  const bracketed = /^\( ?([^()]*?) ?\) ?(€|eur|euros?|k€|keur|m€|meur)?$/i.exec(plain);
  const match = SIGNED.exec(withUnitLast(bracketed?.[1] ?? plain));
  if (!match) return null;
  const [, before = '', number = '', after = '', inner = ''] = match;
  const outer = bracketed?.[2] ?? '';
  if ((before && after) || (inner && outer) || (bracketed && (before || after))) return null;
  const isNegative = bracketed !== null || before === '-' || after === '-';
  const own = inner || outer;
  const scale = own === '' ? DECIMALS[unit] : decimalsOfUnit(own);
  if (scale === null || (unit !== '€' && scale !== DECIMALS[unit])) return null;
  const parts = splitNumber(number);
  return parts && toCents(parts, scale, isNegative);
}

/**
 * The amount of a numeric cell whose column is in that unit, from the shortest decimal that names the number: 1.005 is
 * one euro and half a cent, though its binary form lies just below. Noise after the fifteen digits of a spreadsheet is
 * not called a fraction of a cent. Null when it is not finite or too large to be an amount.
 */
export function readAmountNumber(value: number, unit: AmountUnit = '€'): ReadAmount | null {
  const centsInOne = 100 * eurosIn(unit);
  const nearest = Math.round(value * centsInOne);
  if (!(Math.abs(nearest) <= MOST_CENTS_IN_A_CELL)) return null;
  const shown = nearest / centsInOne;
  if (shown === value || shown === Number(value.toPrecision(SIGNIFICANT_DIGITS_OF_A_SHEET)))
    return { cents: nearest === 0 ? 0 : nearest, rounded: false };
  const inCents = new Decimal(value).times(centsInOne);
  const cents = inCents.round().toNumber();
  const ofSheet = new Decimal(value).prec(SIGNIFICANT_DIGITS_OF_A_SHEET).times(centsInOne);
  const rounded = !ofSheet.eq(ofSheet.round());
  return { cents: cents === 0 ? 0 : cents, rounded };
}

function withUnitLast(text: string): string {
  const found = UNIT_FIRST.exec(text);
  return found === null ? text : `${found[1] ?? ''}${text.slice(found[0].length)} ${found[2] ?? ''}`;
}

/** True when figures are on both sides of a line break or of a tab. */
function areTwoAmounts(text: string): boolean {
  return BREAKS.test(text) && text.split(BREAKS).filter((line) => /\d/.test(line)).length > 1;
}

interface NumberParts {
  readonly whole: string;
  readonly fraction: string;
}

/** Separates the thousands from the decimals; null when the text is ambiguous. */
function splitNumber(number: string): NumberParts | null {
  const ungrouped = UNGROUPED.exec(number);
  if (ungrouped) {
    if (LOOKS_GROUPED.test(number)) return null;
    return { whole: ungrouped[1] ?? '', fraction: ungrouped[2] ?? '' };
  }
  const grouped = GROUPED.exec(number);
  if (!grouped) return null;
  const [, whole = '', separator = '', point = '', fraction = ''] = grouped;
  if (point === separator) return null;
  return { whole: whole.replaceAll(separator, ''), fraction };
}

/** How many decimals the unit moves: none for the euro, three for k€, six for M€. `m€` is not a unit of anyone. */
function decimalsOfUnit(unit: string): number | null {
  switch (unit.charAt(0)) {
    case 'k':
    case 'K':
      return DECIMALS['k€'];
    case 'M':
      return DECIMALS['M€'];
    case 'm':
      return null;
    default:
      return DECIMALS['€'];
  }
}

function toCents(parts: NumberParts, scale: number, isNegative: boolean): ReadAmount | null {
  const shift = scale + 2;
  const kept = parts.fraction.slice(0, shift).padEnd(shift, '0');
  const rest = parts.fraction.slice(shift);
  const size = Number(parts.whole + kept) + (/^[5-9]/.test(rest) ? 1 : 0);
  if (size > MOST_CENTS_IN_A_CELL) return null;
  return { cents: isNegative && size !== 0 ? -size : size, rounded: /[1-9]/.test(rest) };
}
