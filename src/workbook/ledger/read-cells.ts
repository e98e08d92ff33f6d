/**
 * Cell values → readings of the domain, without judging them. Equal cells give the same object: the cost is that of the
 * distinct values, and rows with the same codes share one `Imputation`.
 */
import { comparable } from '../../domain/text';
import { toIso, type CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText, parseMonthFirst } from '../../domain/calendar/date-text';
import type { AmountReading, DateReading, EjReading } from '../../domain/envelopes/ledger';
import { isPlaceholder, readCode } from '../../domain/imputation/chorus-codes';
import { readEj } from '../../domain/imputation/ej-number';
import {
  IMPUTATION_FIELDS,
  type CodeReading,
  type Imputation,
  type ImputationField,
} from '../../domain/imputation/imputation';
import { eurosIn, readAmountNumber, readAmountText, type AmountUnit } from '../../domain/money/amount-text';
import { isCellError, textOf, type CellValue } from '../cells';
import { shownText, type HiddenAmount, type ShownNumber } from '../number-formats';
import { dateOfSerial } from '../serials';
import { shownAt, valueAt, type SheetSnapshot } from '../snapshot';
import { holdsCodes, statusOfCell, statusUnder, type StatusReading } from './rows/status-words';

/** With more distinct values, remembering costs more than it saves. */
const MOST_REMEMBERED = 50_000;
/** After so many distinct values, remembering goes on only where they were found again as often. */
const ENOUGH_TO_JUDGE = 4_000;

const ABSENT: { readonly kind: 'absent' } = { kind: 'absent' };
const NO_STATUS: StatusReading = { status: 'firm', isKnown: true };

/** A dash or a slash typed in a cell of amounts or dates, which means « nothing ». */
const DASH = /^[-\u2010-\u2015\u2212/]$/;
/** Words for no amount, day or EJ at all; « NC », « à préciser » are of one that is not known. */
const NOTHING: ReadonlySet<string> = new Set(['neant', 'sans objet', 's o', 'so', 'aucun', 'aucune', 'rien', 'ras']);
const LONGEST_NOTHING = 20;
/**
 * A day, a month, a year or a day and its month alone (`10`, `2023`, `1502`), whose serial number is a day of 1900 to
 * 1908: no operation is so old. Excel shows the first one as 10/01/1900.
 */
const LAST_PART_OF_DATE = 3112;
/** A serial number kept as text (`45119`), from 1982 to 2064: other five-digit texts are not dates. */
const SERIAL_AS_TEXT = /^[345]\d{4}$/;

/** A column of amounts, and their unit or currency; absent for euros. */
export interface AmountColumn {
  readonly column: number;
  readonly unit?: AmountUnit;
  readonly otherUnit?: string;
}

type Key = string | number | boolean;

/** An amount in another currency, or in a unit that is not read, is none. */
export function inOtherUnit(reading: AmountReading, otherUnit: string): AmountReading {
  return doubtful(reading, otherUnit, 'unit');
}

/** Nor is an amount that these words make uncertain. */
export function doubtful(reading: AmountReading, words: string, doubt: 'unit' | 'side'): AmountReading {
  return reading.kind === 'amount' ? { kind: 'unreadable', raw: `${reading.raw} ${words}`, doubt } : reading;
}

/** Reads the cells of one workbook; create one per reading. */
export class CellReader {
  private readonly amounts: Readonly<Record<AmountUnit, Memory<AmountReading>>> = {
    '€': new Memory(),
    'k€': new Memory(),
    'M€': new Memory(),
  };
  private readonly dates = new Memory<DateReading>();
  private readonly monthFirst = new Memory<DateReading>();
  private readonly ejs = new Memory<EjReading>();
  private readonly codes: Readonly<Record<ImputationField, Memory<CodeReading>>> = {
    programme: new Memory(),
    functionalDomain: new Memory(),
    financialCentre: new Memory(),
    activity: new Memory(),
    costCentre: new Memory(),
    ministerialAxis1: new Memory(),
    ministerialAxis2: new Memory(),
  };
  private readonly statuses = new Memory<StatusReading>();
  private readonly errors = new Map<string, { readonly kind: 'cellError'; readonly raw: string }>();
  private readonly pool = new ImputationPool();

  constructor(private readonly uses1904: boolean) {}

  /** An amount in euros; `unit` is that of its column. */
  amount(value: CellValue, unit: AmountUnit = '€'): AmountReading {
    if (value === null || value === '') return ABSENT;
    if (isCellError(value)) return this.error(value.error);
    const known = this.amounts[unit];
    return known.get(value) ?? known.keep(value, readAmount(value, unit));
  }

  /** The amount of a cell that shows its number in some way: none, unless it is that of its value in the unit. */
  amountShown(value: CellValue, shown: ShownNumber | undefined, unit: AmountUnit = '€'): AmountReading {
    if (shown === undefined || typeof value !== 'number') return this.amount(value, unit);
    if (shown.kind === 'date') return this.datedAmount(value);
    if (isHidden(shown) || isInUnit(shown, unit)) return this.amount(value, unit);
    const isBare = shown.kind === 'scaled' && shown.words === '';
    const raw = shownText(value, isBare ? { ...shown, words: unit } : shown);
    return { kind: 'unreadable', raw, ...(shown.kind === 'altered' && { isAltered: true }) };
  }

  /** The amount of a cell of a sheet. */
  amountAt(sheet: SheetSnapshot, row: number, { column, unit, otherUnit }: AmountColumn): AmountReading {
    const reading = this.amountShown(valueAt(sheet, row, column), shownAt(sheet, row, column), unit);
    return otherUnit === undefined ? reading : inOtherUnit(reading, otherUnit);
  }

  private datedAmount(value: number): AmountReading {
    const date = dateOfSerial(value, this.uses1904);
    if (date === null) return this.amount(value);
    const [year, month, day] = toIso(date).split('-');
    return { kind: 'unreadable', raw: `${day}/${month}/${year}` };
  }

  /** A date; `isMonthFirst` in a column whose texts give the month first. */
  date(value: CellValue, isMonthFirst = false): DateReading {
    if (value === null || value === '') return ABSENT;
    if (isCellError(value)) return this.error(value.error);
    if (isMonthFirst && typeof value === 'string') {
      return this.monthFirst.get(value) ?? this.monthFirst.keep(value, monthFirstOf(value) ?? this.readDate(value));
    }
    return this.dates.get(value) ?? this.dates.keep(value, this.readDate(value));
  }

  ej(value: CellValue): EjReading {
    if (value === null || value === '') return ABSENT;
    if (isCellError(value)) return this.error(value.error);
    return this.ejs.get(value) ?? this.ejs.keep(value, readEjCell(value));
  }

  code(field: ImputationField, value: CellValue): CodeReading {
    if (value === null || value === '') return ABSENT;
    if (isCellError(value)) return this.error(value.error);
    const known = this.codes[field];
    return known.get(value) ?? known.keep(value, readCode(field, textOf(value), typeof value === 'number'));
  }

  /** A cell that holds no words has no status to understand: the row is firm. */
  status(value: CellValue): StatusReading {
    if (typeof value !== 'string' || value === '') return NO_STATUS;
    return this.statuses.get(value) ?? this.statuses.keep(value, isBlankText(value) ? NO_STATUS : statusOfCell(value));
  }

  /** The imputation of these codes: the same object for the same readings. */
  imputation(codes: Imputation): Imputation {
    return this.pool.shared(codes);
  }

  private error(raw: string): { readonly kind: 'cellError'; readonly raw: string } {
    const known = this.errors.get(raw);
    if (known) return known;
    const reading = { kind: 'cellError', raw } as const;
    this.errors.set(raw, reading);
    return reading;
  }

  private readDate(value: Key): DateReading {
    const raw = textOf(value);
    if (typeof value === 'number') {
      if (value <= LAST_PART_OF_DATE) return { kind: 'unreadable', raw };
      const date = dateOfSerial(value, this.uses1904);
      if (date !== null) return { kind: 'date', date, asText: false, raw };
      return dateOfText(parseDateText(raw), raw); // 20230116, which no formula takes for a date
    }
    if (typeof value === 'boolean') return { kind: 'unreadable', raw };
    if (meansNothing(value)) return ABSENT;
    const text = value.trim();
    const date = SERIAL_AS_TEXT.test(text) ? dateOfSerial(Number(text), this.uses1904) : parseDateText(text);
    return dateOfText(date, raw);
  }
}

/** True for an amount that its cell hides, or shows without its minus or its tax. */
function isHidden(shown: ShownNumber): shown is HiddenAmount {
  return shown.kind === 'unseen' || shown.kind === 'unsigned' || shown.kind === 'withoutTax';
}

/** True for a number in euros, shown in k€ or not, or in the unit of its column. */
function isInUnit(shown: ShownNumber, unit: AmountUnit): boolean {
  return shown.kind === 'scaled' && 10 ** shown.exponent === eurosIn(unit);
}

/** True for a number that is an amount in euros, or in the unit of its column, however its cell shows it. */
export function isAmountIn(shown: ShownNumber, unit: AmountUnit): boolean {
  return isHidden(shown) || isInUnit(shown, unit);
}

function monthFirstOf(raw: string): DateReading | null {
  const date = parseMonthFirst(raw);
  return date === null ? null : { kind: 'date', date, asText: 'monthFirst', raw };
}

function dateOfText(date: CivilDate | null, raw: string): DateReading {
  return date === null ? { kind: 'unreadable', raw } : { kind: 'date', date, asText: true, raw };
}

/** True for a text that people or Chorus use for an empty cell: spaces, `#`, `N/A`, a dash. */
export function isBlankText(text: string): boolean {
  return isPlaceholder(text) || DASH.test(text.trim());
}

/** True for a cell that holds no amount, no day, no EJ or no name, in words too: « Néant », « sans objet ». */
export function meansNothing(text: string): boolean {
  if (isBlankText(text)) return true;
  if (text.length > LONGEST_NOTHING || /\d/.test(text)) return false; // almost every amount
  return NOTHING.has(
    comparable(text)
      .replaceAll(/[^a-z]+/g, ' ')
      .trim(),
  );
}

function readEjCell(value: Key): EjReading {
  return typeof value === 'string' && meansNothing(value) ? ABSENT : readEj(textOf(value), typeof value === 'number');
}

function readAmount(value: Key, unit: AmountUnit): AmountReading {
  const raw = textOf(value);
  if (typeof value === 'number') {
    const read = readAmountNumber(value, unit);
    return read
      ? { kind: 'amount', cents: read.cents, asText: false, rounded: read.rounded, raw }
      : { kind: 'unreadable', raw };
  }
  if (typeof value === 'boolean') return { kind: 'unreadable', raw };
  if (meansNothing(value)) return ABSENT;
  const read = readAmountText(value, unit);
  return read
    ? { kind: 'amount', cents: read.cents, asText: true, rounded: read.rounded, raw }
    : { kind: 'unreadable', raw };
}

/**
 * Readings by cell value. The last value is compared first, since columns often repeat it on the next row; a column of
 * distinct values, such as EJ numbers, is not remembered further.
 */
class Memory<T> {
  private known: Map<Key, T> | null = new Map<Key, T>();
  private hits = 0;
  private lastKey: Key | null = null;
  private lastReading: T | undefined;

  get(value: Key): T | undefined {
    if (value === this.lastKey) return this.lastReading;
    this.lastKey = value;
    this.lastReading = this.known?.get(value);
    if (this.lastReading !== undefined) this.hits++;
    return this.lastReading;
  }

  keep(value: Key, reading: T): T {
    if (this.known && this.known.size < MOST_REMEMBERED) {
      this.known.set(value, reading);
      if (this.known.size === ENOUGH_TO_JUDGE && this.hits < ENOUGH_TO_JUDGE) this.known = null;
    }
    this.lastKey = value;
    this.lastReading = reading;
    return reading;
  }
}

/** A tree of readings, one level per field: two rows with the same seven readings reach the same leaf. */
class ImputationPool {
  private readonly children: Map<CodeReading, number>[] = [new Map()];
  private readonly leaves = new Map<number, Imputation>();
  private last: Imputation | null = null;

  shared(codes: Imputation): Imputation {
    if (this.last && sameCodes(this.last, codes)) return this.last;
    this.last = this.find(codes);
    return this.last;
  }

  private find(codes: Imputation): Imputation {
    let node = 0;
    for (const field of IMPUTATION_FIELDS) node = this.childOf(node, codes[field]);
    if (node < 0) return codes;
    const known = this.leaves.get(node);
    if (known) return known;
    this.leaves.set(node, codes);
    return codes;
  }

  /** The next node; −1 once the tree has its maximum size. */
  private childOf(node: number, code: CodeReading): number {
    const children = this.children[node];
    if (!children) return -1;
    const known = children.get(code);
    if (known !== undefined) return known;
    if (this.children.length >= MOST_REMEMBERED) return -1;
    children.set(code, this.children.length);
    return this.children.push(new Map()) - 1;
  }
}

function sameCodes(one: Imputation, other: Imputation): boolean {
  return (
    one.activity === other.activity &&
    one.ministerialAxis2 === other.ministerialAxis2 &&
    one.costCentre === other.costCentre &&
    one.financialCentre === other.financialCentre &&
    one.functionalDomain === other.functionalDomain &&
    one.programme === other.programme &&
    one.ministerialAxis1 === other.ministerialAxis1
  );
}

/** « faux »: « Engagé ? » is answered in a few letters. */
const LONGEST_ANSWER = 5;

/** A cell of a column of statuses, in the words that its heading makes of it: « oui » under « Engagé ? ». */
export function statusCell(heading: string, value: CellValue): CellValue {
  const text = value === null || (typeof value === 'string' && value.length > LONGEST_ANSWER) ? null : textOf(value);
  const status = text === null ? null : statusUnder(heading, text);
  const isCode = typeof value === 'number' && holdsCodes(heading);
  return status === null || (status === text && typeof value !== 'boolean' && !isCode) ? value : status;
}

/** 0 for an amount that is absent or cannot be read, which is reported for itself. */
export function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
