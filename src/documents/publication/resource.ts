/**
 * A published table as data: its fields as the Table Schema says them (specs.frictionlessdata.io/table-schema), its
 * values already in their published form. Amounts are decimal strings with a point and two digits, dates are ISO;
 * nothing here depends on a language of a machine.
 */
import { toIso, type CivilDate } from '../../domain/calendar/civil-date';
import { Euros } from '../../domain/money/euros';

/** A field of a published table; its title and description are French, its name has no accent and no space. */
export interface PublishedField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'integer' | 'date';
  readonly required?: boolean;
  /** Every value, or the refusal of the reader. */
  readonly values?: readonly string[];
  readonly pattern?: string;
}

/** A value as it is written; null is an empty cell. */
export type PublishedValue = string | null;

/** A table of the package. */
export interface Resource {
  /** Without accent or space: the file is `<name>.csv`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly PublishedField[];
  /** As many values in each row as there are fields. */
  readonly rows: readonly (readonly PublishedValue[])[];
}

/** `426968.00`, from whole cents. */
export function publishedAmount(cents: number): string {
  return Euros.fromCents(cents).toDecimalString();
}

/** `2023-12-31`; null stays empty. */
export function publishedDate(date: CivilDate | null): PublishedValue {
  return date === null ? null : toIso(date);
}

/** A text of the workbook; an empty one is no value. */
export function publishedText(text: string): PublishedValue {
  return text === '' ? null : text;
}
