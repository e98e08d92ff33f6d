/**
 * The cells of a row as values that two states of a ledger can compare: an amount kept as text equals the same number,
 * and a date the same day, however typed.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { AmountReading, DateReading, LedgerField, LedgerRow, RowStatus } from '../envelopes/ledger';
import { IMPUTATION_FIELDS, type CodeReading } from '../imputation/imputation';

/** The value of a cell; amounts in cents, an empty text for an empty cell. */
export type RowValue =
  | { readonly text: string }
  | { readonly amount: number }
  | { readonly date: CivilDate }
  /** `typed`: its words in the cell; empty for a blank one. */
  | { readonly status: RowStatus; readonly typed: string };

/** The fields that are compared, in the order of a ledger. */
export const COMPARED_FIELDS = [
  ...IMPUTATION_FIELDS,
  'budgetLine',
  'operation',
  'status',
  'ejNumber',
  'ejLine',
  'dpNumber',
  'dpLine',
  'supplier',
  'label',
  'commitmentDate',
  'serviceDate',
  'receiptDate',
  'paymentDate',
  'contractEnd',
  'ae',
  'cp',
] as const satisfies readonly LedgerField[];

/** A field that is compared. */
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** The value of a cell of a row. */
export function rowValue(row: LedgerRow, field: ComparedField): RowValue {
  switch (field) {
    case 'ae':
    case 'cp':
      return amountValue(row[field]);
    case 'commitmentDate':
    case 'serviceDate':
    case 'receiptDate':
    case 'paymentDate':
    case 'contractEnd':
      return dateValue(row[field]);
    case 'status':
      return row.unknownStatus === undefined
        ? { status: row.status, typed: row.statusText ?? '' }
        : { text: row.unknownStatus };
    case 'ejNumber':
      return { text: row.ej.kind === 'ej' ? row.ej.number : row.ej.kind === 'absent' ? '' : row.ej.raw };
    case 'operation':
    case 'budgetLine':
    case 'ejLine':
    case 'dpNumber':
    case 'dpLine':
    case 'supplier':
    case 'label':
      return { text: row[field] };
    default:
      return { text: codeText(row.imputation[field]) };
  }
}

/** A text that is equal for equal values of one field; empty for an empty cell. */
export function valueKey(row: LedgerRow, field: ComparedField): string {
  const value = rowValue(row, field);
  if ('amount' in value) return `€${value.amount}`;
  if ('date' in value) return `#${value.date}`;
  if ('status' in value) return value.typed === '' ? value.status : `${value.status} ${value.typed}`;
  return value.text;
}

function amountValue(reading: AmountReading): RowValue {
  if (reading.kind === 'amount') return { amount: reading.cents };
  return { text: reading.kind === 'absent' ? '' : reading.raw };
}

function dateValue(reading: DateReading): RowValue {
  if (reading.kind === 'date') return { date: reading.date };
  return { text: reading.kind === 'absent' ? '' : reading.raw };
}

function codeText(reading: CodeReading): string {
  return reading.kind === 'absent' ? '' : reading.raw;
}
