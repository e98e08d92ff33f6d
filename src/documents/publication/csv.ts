/**
 * A published table as a CSV file (RFC 4180): UTF-8, comma, CRLF. A text that a spreadsheet would run as a formula is
 * preceded by an apostrophe: what people typed is data, in the reader's Excel too.
 */
import type { PublishedField, PublishedValue, Resource } from './resource';

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA_BEGINS = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** The file of a table, headings first. */
export function csvOf({ fields, rows }: Resource): string {
  const heading = fields.map(({ name }) => name).join(',');
  const lines = rows.map((row) => fields.map((field, position) => cellOf(field, row[position] ?? null)).join(','));
  return [heading, ...lines].map((line) => `${line}\r\n`).join('');
}

/** Numbers and dates are the product's own and may begin with a minus; texts are the users'. */
function cellOf(field: PublishedField, value: PublishedValue): string {
  if (value === null) return '';
  const text = field.type === 'string' && FORMULA_BEGINS.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
