/**
 * Which rows below a table of the convention are rows of it: the cells that no row of that table goes without, each of
 * its own kind (a day, an envelope, a code, an amount). A note, a total or the headings of another table are not.
 */
import { CONVENTION_KEYS, COLUMNS, keyOfClause, type TableId } from '../../workbook-names';
import { CLAUSES } from '../../../domain/envelopes/terms';
import { IMPUTATION_FIELDS } from '../../../domain/imputation/imputation';
import { comparable } from '../../../domain/text';
import { ANY_ENVELOPE, DUTY_WORDS, identifierOf, movementMeaning, PART_WORDS } from '../../convention/convention-words';
import { fieldOfName } from '../../ledger/headings';
import type { KnownNames } from '../../ledger/known-names';
import type { CellReader } from '../../ledger/read-cells';
import type { TotalWords } from '../../ledger/rows/total-words';
import type { ColumnOf, OurRow } from '../../registers/our-tables';

/** One row, as its signs read it. */
export interface RowRead<T extends TableId> {
  readonly row: OurRow<T>;
  readonly cells: CellReader;
  readonly names: KnownNames | null;
  readonly words: TotalWords;
}

type Signs = { readonly [T in TableId]: (read: RowRead<T>) => boolean };

const KEYS: ReadonlySet<string> = new Set(
  [...Object.values(CONVENTION_KEYS), ...CLAUSES.map((clause) => keyOfClause(clause))].map(comparable),
);
/** « Plafond AE 2024 ». */
const KEY_OF_YEAR = / (?:19|20)\d\d$/;
const RULE = /^[A-Z]{3}-\d\d$/;

const SIGNS: Signs = {
  convention: (read) => isKey(textOf(read, 'key')),
  envelopes: (read) => isName(read, 'code') && hasAmount(read, ['ae', 'cp']),
  lines: (read) =>
    isName(read, 'envelope') &&
    isName(read, 'label') &&
    (namesEnvelope(read, ['envelope']) || hasAmount(read, ['delegated', 'ae', 'cp'])),
  imputations: (read) => isImputationField(textOf(read, 'field')) && textOf(read, 'value') !== '',
  movements: (read) =>
    hasAmount(read, ['amount']) &&
    (isDay(read, 'date') || namesEnvelope(read, ['from', 'to']) || movementMeaning(textOf(read, 'type')) !== null),
  fungibility: (read) => namesEnvelope(read, ['from']) && namesEnvelope(read, ['to']),
  partCeilings: (read) =>
    identifierOf(PART_WORDS, textOf(read, 'part')) !== null && hasAmount(read, ['value', 'ae', 'cp']),
  rap: (read) => isName(read, 'ej') && /\d/.test(textOf(read, 'ej')) && hasAmount(read, ['amount']),
  requests: (read) => isDay(read, 'receivedOn'),
  duties: (read) =>
    identifierOf(DUTY_WORDS, textOf(read, 'type')) !== null &&
    (isDay(read, 'dueOn') || textOf(read, 'count') !== '' || textOf(read, 'label') !== ''),
  indicators: (read) => isName(read, 'indicator') && textOf(read, 'value') !== '',
  milestones: (read) => namesEnvelope(read, ['envelope']) && textOf(read, 'milestone') !== '',
  acceptances: (read) => RULE.test(textOf(read, 'rule')) && textOf(read, 'sheet') !== '',
  columns: (read) => textOf(read, 'heading') !== '' && fieldOfName(textOf(read, 'field')) !== null,
  reading: (read) => textOf(read, 'sheet') !== '' && textOf(read, 'decision') !== '' && textOf(read, 'reason') !== '',
};

/** True for cells that make a row of the table. */
export function isRowOf<T extends TableId>(id: T, read: RowRead<T>): boolean {
  const headings = Object.values<string>(COLUMNS[id]).map(comparable);
  const columns = Object.keys(COLUMNS[id]) as ColumnOf<T>[];
  const repeated = columns.filter((column) => headings.includes(comparable(textOf(read, column))));
  return repeated.length < 2 && SIGNS[id](read);
}

function textOf<T extends TableId>({ row }: RowRead<T>, column: ColumnOf<T>): string {
  return row.table.text(row, column);
}

/** A text that is not the label of a total. */
function isName<T extends TableId>(read: RowRead<T>, column: ColumnOf<T>): boolean {
  const text = textOf(read, column);
  return text !== '' && read.words.labelOf(text)?.isPlain !== true;
}

function isDay<T extends TableId>({ row, cells }: RowRead<T>, column: ColumnOf<T>): boolean {
  return cells.date(row.table.value(row, column)).kind === 'date';
}

function hasAmount<T extends TableId>({ row, cells }: RowRead<T>, columns: readonly ColumnOf<T>[]): boolean {
  return columns.some((column) => cells.amount(row.table.value(row, column)).kind === 'amount');
}

function namesEnvelope<T extends TableId>(read: RowRead<T>, columns: readonly ColumnOf<T>[]): boolean {
  return columns.some((column) => {
    const text = textOf(read, column);
    return text === ANY_ENVELOPE || (text !== '' && (read.names?.isEnvelope(text) ?? false));
  });
}

function isKey(text: string): boolean {
  const key = comparable(text);
  return KEYS.has(key) || KEYS.has(key.replace(KEY_OF_YEAR, ''));
}

function isImputationField(text: string): boolean {
  const field = fieldOfName(text);
  return field !== null && (IMPUTATION_FIELDS as readonly string[]).includes(field);
}
