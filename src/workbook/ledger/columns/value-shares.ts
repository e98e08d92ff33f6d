/** The share of the values of a column that can be read as a field: what decides between headings that mean several. */
import { IMPUTATION_FIELDS, type CodeReading, type ImputationField } from '../../../domain/imputation/imputation';
import { isCellError, textOf, type CellValue } from '../../cells';
import type { ColumnField } from '../column-field';
import { wordsOfHeading } from '../heading-words';
import type { KnownNames } from '../known-names';
import type { ColumnHeading } from '../heading-rows';
import { isInvoice } from '../heading-ranks';
import type { ValuedHeading } from '../natured-columns';
import { natureOfCell } from '../nature-words';
import type { CellReader } from '../read-cells';

/** The reader of the cells, and the names of the convention; null when none is known. */
export interface ValueReaders {
  readonly cells: CellReader;
  readonly names: KnownNames | null;
}

/** Chorus numbers have nine digits and more; smaller numbers are amounts. */
const SMALLEST_NUMBERED_DP = 10_000_000;

const AMOUNTS: ReadonlySet<ColumnField> = new Set(['ae', 'cp', 'amount']);
const DATES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...(['commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate', 'contractEnd'] as const),
]);
const NUMBERED: ReadonlySet<ColumnField> = new Set<ColumnField>(['dpNumber', ...DATES]);
/** The serial number of one day in five hundred. */
const ROUND = 500;
/** Serial numbers of 2018 to 2032. */
const LATELY = { first: 43_101, last: 48_579 };
const FEWEST_AMOUNTS = 3;
const FEWEST_WITHOUT_CENTS = 2;
/** Codes that one word names: « Fin. », « Activité », « Programme ». */
const ONE_WORD: ReadonlySet<ColumnField> = new Set<ColumnField>(['programme', 'financialCentre', 'activity']);
/** The serial numbers of our dates are larger, and so are amounts. */
const LARGEST_COUNT = 1_000;
const YES_OR_NO = /^(?:oui|non|ok|ko|nok|x|o|n|vrai|faux|✓|✔|✗|✘)$/i;
/** Smaller numbers may be ranks. */
const SMALLEST_AMOUNT = 100;

/**
 * From 0 to 1, of filled cells; null when there are none. Cells in error may be anything. Below `least`, a share that
 * no caller needs: 0.
 */
export function shareThatReads(
  field: ColumnField,
  values: readonly CellValue[],
  readers: ValueReaders,
  least = 0,
): number | null {
  if (values.length === 0) return null;
  let share = 1;
  let misread = 0;
  for (const value of values) {
    if (isCellError(value) || reads(field, value, readers)) continue;
    share = (values.length - ++misread) / values.length;
    if (share < least) return 0;
  }
  return share;
}

/** The readers under a heading that names envelopes: names with a typing error are theirs too. */
export function withNearNames({ cells, names }: ValueReaders): ValueReaders {
  if (names === null) return { cells, names };
  const isEnvelope = (text: string): boolean => names.isEnvelope(text) || names.isNearEnvelope?.(text) === true;
  return { cells, names: { ...names, isEnvelope } };
}

/**
 * True for a column of numbers that are amounts whatever its heading, « DP », « Service fait », « Coût »: none can be
 * of the field, and some have cents or, for a field of dates or of DP, are larger than a rank.
 */
export function holdsAmounts(field: ColumnField, values: readonly CellValue[], readers: ValueReaders): boolean {
  const numbers = values.filter((value) => typeof value === 'number');
  const fewest = isCodeField(field) ? 1 : FEWEST_AMOUNTS;
  if (numbers.length < fewest || numbers.length < values.length || AMOUNTS.has(field)) return false;
  const hasCents = numbers.some((value) => !Number.isInteger(value));
  if (!hasCents && !(NUMBERED.has(field) && numbers.some((value) => Math.abs(value) >= SMALLEST_AMOUNT))) return false;
  const share = isCodeField(field)
    ? shareOfCodes(field, values, readers.cells)
    : shareThatReads(field, values, readers);
  return share === 0;
}

/**
 * True for numbers that nobody would type as dates, most of them far from our years, « Service fait » over 20 000 and
 * 3 000,50, one of them beside round ones alone, 6 000 and 40 000, or shown in euros.
 */
export function holdsNoDates(
  field: ColumnField,
  {
    heading,
    values,
  }: { readonly heading: Pick<ColumnHeading, 'isOfDates' | 'isInEuros'> } & Pick<ValuedHeading, 'values'>,
): boolean {
  if (!DATES.has(field) || heading.isOfDates) return false;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0 || numbers.length < values.length) return false;
  const others = numbers.filter((value) => !isOfOurYears(value) && Math.abs(value) >= SMALLEST_AMOUNT);
  const areAmounts = others.length >= FEWEST_WITHOUT_CENTS || others.some((value) => !Number.isInteger(value));
  const isRound = (value: number): boolean => value % ROUND === 0 && (value < LATELY.first || value > LATELY.last);
  const areRound = others.length > 0 && numbers.every((value) => others.includes(value) || isRound(value));
  return heading.isInEuros === true || areRound || (areAmounts && others.length * 2 > numbers.length);
}

/** Serial numbers of 1982 to 2064. */
function isOfOurYears(value: number): boolean {
  return value > 30_000 && value < 60_000;
}

/**
 * True for values that no cell of the field can be, under one word that may be of another thing: dates under « Fin »,
 * « Oui » under « Active », « Programmé » or « Facture reçue », « OK » under « SF », a count under « Factures reçues »,
 * « F23-01 » under the « Facture 1 » that is paid.
 */
export function holdsNoSuch(
  field: ColumnField,
  { heading: { words }, values }: Pick<ValuedHeading, 'values'> & { readonly heading: { readonly words: string } },
  readers: ValueReaders,
): boolean {
  if (values.length === 0) return false;
  if (field === 'cp' && isInvoice(words)) return shareThatReads('amount', values, readers) === 0;
  if (field === 'dpNumber') return areSumsOfDp(words, values, readers);
  if (field === 'serviceDate') return areAnswers(values) && !wordsOfHeading(words).concepts.has('date');
  if (field === 'receiptDate') return values.every((value) => isAnswer(value) || isCount(value));
  if (!ONE_WORD.has(field) || wordsOfHeading(words).concepts.size !== 1) return false;
  return values.every(isAnswer) || (shareThatReads('date', values, readers) === 1 && !values.some(isCount));
}

/** True for round amounts, few as they may be, under « DP 2 ». */
function areSumsOfDp(words: string, values: readonly CellValue[], readers: ValueReaders): boolean {
  const { concepts, rank } = wordsOfHeading(words);
  if (rank === null || rank < 2 || concepts.size > 1 || shareThatReads('dpNumber', values, readers) !== 0) return false;
  return values.every(
    (value) => typeof value === 'number' && value >= SMALLEST_AMOUNT && value % SMALLEST_AMOUNT === 0,
  );
}

/** True for « Oui », « KO », crosses, and nothing else. */
export function areAnswers(values: readonly CellValue[]): boolean {
  return values.every(
    (value) => typeof value === 'boolean' || (typeof value === 'string' && YES_OR_NO.test(value.trim())),
  );
}

/** Words without a digit: a code or a date that is badly typed has some. */
function isAnswer(value: CellValue): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && !/[\d#]/.test(value));
}

function isCount(value: CellValue): boolean {
  return typeof value === 'number' && Math.abs(value) < LARGEST_COUNT;
}

/** The share of values that are well-formed codes or EJ numbers: enough to recognise a column without its heading. */
export function shareOfCodes(
  field: ImputationField | 'ejNumber',
  values: readonly CellValue[],
  cells: CellReader,
): number {
  const isCode = (value: CellValue): boolean =>
    field === 'ejNumber' ? cells.ej(value).kind === 'ej' : isWellFormed(cells.code(field, value).kind);
  return values.length === 0 ? 0 : values.filter(isCode).length / values.length;
}

function isWellFormed(kind: CodeReading['kind']): boolean {
  return kind === 'code' || kind === 'zeroLost';
}

function reads(field: ColumnField, value: CellValue, { cells, names }: ValueReaders): boolean {
  if (field === 'ministerialAxis2') return typeof value === 'string' && (names?.isEnvelope(value) ?? true);
  if (isCodeField(field)) return readsAsCode(field, value, cells);
  switch (field) {
    case 'ae':
    case 'cp':
    case 'amount':
      return cells.amount(value).kind === 'amount' && !looksLikeDateText(value) && cells.ej(value).kind !== 'ej';
    case 'commitmentDate':
    case 'serviceDate':
    case 'receiptDate':
    case 'paymentDate':
    case 'contractEnd':
    case 'date':
      return cells.date(value).kind === 'date' && (typeof value !== 'number' || isOfOurYears(value));
    case 'ejNumber':
      return cells.ej(value).kind === 'ej';
    case 'ejLine':
    case 'dpLine':
      return /^\s*\d{1,10}\s*$/.test(textOf(value));
    case 'dpNumber':
      return /\d{4}/.test(textOf(value)) && !(typeof value === 'number' && value < SMALLEST_NUMBERED_DP);
    case 'creditYear':
      return /^\s*20\d\d\s*$/.test(textOf(value));
    case 'nature':
      return typeof value === 'string' && natureOfCell(value) !== null;
    case 'budgetLine':
      return isWords(value) && (names?.isBudgetLine(value) ?? true);
    case 'supplier':
    case 'label':
      return isWords(value) && !(names?.isEnvelope(value) ?? false);
    case 'operation':
    case 'status':
    case 'conventionName':
      return isWords(value);
  }
}

function isWords(value: CellValue): value is string {
  return typeof value === 'string' && /\p{L}{2}/u.test(value);
}

function isCodeField(field: ColumnField): field is ImputationField {
  return (IMPUTATION_FIELDS as readonly ColumnField[]).includes(field);
}

function readsAsCode(field: ImputationField, value: CellValue, cells: CellReader): boolean {
  const { kind } = cells.code(field, value);
  return isWellFormed(kind) || kind === 'damaged';
}

function looksLikeDateText(value: CellValue): boolean {
  return typeof value === 'string' && /^\d{1,2}[/.]\d{1,2}[/.]\d{4}/.test(value);
}
