/**
 * A published table: its fields, its values in their published form, and its CSV file (RFC 4180). Amounts are decimal
 * strings with a point and two digits, dates are ISO, whatever the locale of the machine.
 */
import { toIso, type CivilDate } from '../../domain/calendar/civil-date';
import type { KnownCents } from '../../domain/money/known-cents';
import { Euros } from '../../domain/money/euros';

/** Columns that name people or firms: published only when the team lists them. */
export const NAMING_FIELDS = ['supplier', 'label'] as const;
export type NamingField = (typeof NAMING_FIELDS)[number];

/** A field of a table (Table Schema). The title and description are French; the name has no accent and no space. */
export interface PublishedField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'integer' | 'date';
  readonly required?: boolean;
  /** The only values that a reader accepts. */
  readonly values?: readonly string[];
  readonly pattern?: string;
}

/** A published value; null is an empty cell. */
export type PublishedValue = string | null;

/** Fields whose values are those of a key of another table; a row without value refers to none. */
export interface ForeignKey {
  readonly fields: readonly string[];
  /** The name of the other table, and its fields. */
  readonly table: string;
  readonly references: readonly string[];
}

/** A table of the package. */
export interface PublishedTable {
  /** Without accent or space: the file is `<name>.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Fields that distinguish a row from every other. */
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly fields: readonly PublishedField[];
  /** As many values in each row as there are fields. */
  readonly rows: readonly (readonly PublishedValue[])[];
}

/** A field, and the value that a row gives it. */
export interface PublishedColumn<T> {
  readonly field: PublishedField;
  readonly of: (row: T) => PublishedValue;
}

/** The table of some rows. */
export function tableOf<T>(
  about: Omit<PublishedTable, 'fields' | 'rows'>,
  rows: readonly T[],
  columns: readonly PublishedColumn<T>[],
): PublishedTable {
  return {
    ...about,
    fields: columns.map(({ field }) => field),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

/** A field of text. */
export function textField(name: string, title: string, description: string): PublishedField {
  return { name, title, description, type: 'string' };
}

/** A field of dates. */
export function dateField(name: string, title: string, description: string): PublishedField {
  return { name, title, description, type: 'date' };
}

/** A field of amounts. */
export function amountField(name: string, title: string, description: string, required = true): PublishedField {
  return { name, title, description: `${description} En euros.`, type: 'number', required };
}

/** `426968.00`, from whole cents; an amount that is not calculable is no value. */
export function publishedAmount(cents: KnownCents): PublishedValue {
  return cents === null ? null : Euros.fromCents(cents).toDecimalString();
}

/** `2023-12-31`. */
export function publishedDate(date: CivilDate): string {
  return toIso(date);
}

/** A text of the workbook; an empty one is no value. */
export function publishedText(text: string): PublishedValue {
  return text === '' ? null : text;
}

/** The start of a text that a spreadsheet would run as a formula. */
const FORMULA_BEGINS = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** The part of a table that its CSV file holds. */
export interface CsvTable {
  readonly fields: readonly Pick<PublishedField, 'name' | 'type'>[];
  readonly rows: readonly (readonly PublishedValue[])[];
}

/** The CSV file of a table: UTF-8, comma, CRLF, headings first. */
export function csvOf({ fields, rows }: CsvTable): string {
  const heading = fields.map(({ name }) => name).join(',');
  const lines = rows.map((row) => fields.map((field, position) => cellOf(field, row[position] ?? null)).join(','));
  return [heading, ...lines].map((line) => `${line}\r\n`).join('');
}

/** A text that would run as a formula gets an apostrophe. Numbers are ours, and may begin with a minus. */
function cellOf(field: CsvTable['fields'][number], value: PublishedValue): string {
  if (value === null) return '';
  const text = field.type === 'string' && FORMULA_BEGINS.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
