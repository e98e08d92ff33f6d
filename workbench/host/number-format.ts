/** Formats numbers as cells show them and parses typed text as Excel does, in the user's language. */
import { numfmt } from '@univerjs/core';
import type { GridValue } from './grid';
import { languageOf, type HostLanguage } from './languages';

const BOOLEANS: Readonly<Record<HostLanguage, readonly [ifTrue: string, ifFalse: string]>> = {
  fr: ['VRAI', 'FAUX'],
  en: ['TRUE', 'FALSE'],
};

/** The displayed text of a cell; never the `#####` of a narrow column. */
export function shownText(value: GridValue, numberFormat: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return BOOLEANS[languageOf(locale)][value ? 0 : 1];
  return numfmt.format(numberFormat, value, { locale: languageOf(locale), throws: false });
}

export interface TypedEntry {
  readonly value: GridValue;
  /** The format that Excel sets on an unformatted cell for such an entry (`12/03/2023`, `5%`). */
  readonly numberFormat?: string;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** Parses text typed into a cell that does not have the text format; an apostrophe forces text. */
export function readTyped(text: string, locale: string): TypedEntry {
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (ERRORS.has(text)) return { value: { error: text } };
  const read = numfmt.parseValue(text, { locale: languageOf(locale) });
  if (!read) return { value: text };
  return typeof read.v === 'number' && read.z
    ? { value: read.v, numberFormat: String(read.z) }
    : { value: read.v as GridValue };
}
