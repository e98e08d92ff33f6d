/** The field that a label of a message names, in either language: a person may type what the product shows. */
import { comparable } from '../domain/text';
import type { ColumnField } from '../workbook/ledger/column-field';
import { fieldLabel } from './labels';

/** One of the fields, by its label; null without one. */
export function fieldOfLabel<F extends ColumnField>(name: string, fields: readonly F[]): F | null {
  const wanted = comparable(name);
  const isLabel = (field: F): boolean =>
    [fieldLabel(field, 'fr'), fieldLabel(field, 'en')].some((label) => comparable(label) === wanted);
  return fields.find(isLabel) ?? null;
}
