/** Numbers as cells show them, and typed text as Excel reads it, in the language of the workbook's user. */
import { numfmt } from '@univerjs/core';
import type { GridValue } from './grid';

/** `fr-FR` → `fr`, as the number formats name languages. */
const languageOf = (locale: string): string => locale.split('-')[0] ?? 'en';

/** What the cell shows. A column too narrow shows `#####` in Excel; that is a matter of screens, not of this host. */
export function shownText(value: GridValue, numberFormat: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean')
    return languageOf(locale) === 'fr' ? (value ? 'VRAI' : 'FAUX') : value ? 'TRUE' : 'FALSE';
  return numfmt.format(numberFormat, value, { locale: languageOf(locale), throws: false });
}

export interface TypedEntry {
  readonly value: GridValue;
  /** The format that Excel gives to a cell without one, after such an entry (`12/03/2023`, `5%`). */
  readonly numberFormat?: string;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** What a text becomes when it is typed into a cell that is not of the text format; an apostrophe keeps it text. */
export function readTyped(text: string, locale: string): TypedEntry {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (ERRORS.has(text)) return { value: { error: text } };
  const read = numfmt.parseValue(text, { locale: languageOf(locale) });
  if (!read) return { value: text };
  return typeof read.v === 'number' && read.z
    ? { value: read.v, numberFormat: String(read.z) }
    : { value: read.v as GridValue };
}
