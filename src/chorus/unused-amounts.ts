/**
 * Columns of amounts whose heading is not known, and which no line counts: « Montant désengagé », « Avoirs ». Those
 * known to be something else are left (remaining, cumulated, without tax, a quantity), and so are copies of the
 * amounts that are read.
 */
import type { UncountedColumn } from '../domain/reconciliation/extract-reading';
import { textOf } from '../workbook/cells';
import { wordsOfHeading, type Concept } from '../workbook/ledger/heading-words';
import { namesOtherAmounts } from '../workbook/ledger/heading-grammar';
import { isFilled } from '../workbook/ledger/sheet-rows';
import { centsOf } from '../workbook/reading/amount-cells';
import { namesAnAmount } from '../workbook/reading/amount-columns';
import { isAmountField, meaningOfHeading } from './extract-columns';
import { amountColumns, type Layout } from './extract-layout';
import { shownInRow, type GridRow } from './extract-rows';
import { isNotInEuros } from './extract-units';
import { centsIn } from './stray-amounts';

/** Contents that are no amount of the line, and amounts that are neither committed nor paid. */
const OTHERS: readonly Concept[] = [
  ...([
    'number',
    'code',
    'type',
    'label',
    'name',
    'date',
    'on',
    'category',
    'status',
    'year',
    'comment',
    'unit',
  ] as const),
  ...(['withoutTax', 'share', 'budget', 'contract', 'supplier', 'limit'] as const),
];
const ACTS: readonly Concept[] = ['commitment', 'payment', 'ae', 'cp', 'withdrawal', 'invoice'];
const BY_THEMSELVES: readonly Concept[] = ['amount', 'creditNote', 'withdrawal', 'retained'];
/** Rows in which a column without a word of amounts must show one. */
const SAMPLE = 2_000;
const WITH_CENTS = /,\d{2}\)?-?$|€$/;
const LEAST_OF_AN_AMOUNT = 10_000;

/** Those columns; `rows` are the lines alone. */
export function unusedAmounts(rows: readonly GridRow[], layout: Layout): readonly UncountedColumn[] {
  const { headings, columns, bank, effects } = layout;
  const read = amountColumns(layout.amounts);
  const taken = new Set([...columns.values(), ...bank, ...read, ...effects.map(({ column }) => column)]);
  return headings.flatMap((cell, column) => {
    const heading = textOf(cell).trim();
    if (taken.has(column) || !isFilled(cell) || !mayBeOfAmounts(heading, column, rows)) return [];
    const amounts = rows.flatMap((row) => amountAt(row, column, read) ?? []);
    const cents = amounts.reduce((sum, one) => sum + one.cents, 0);
    return cents === 0 || amounts.every(({ isCopy }) => isCopy) ? [] : [{ heading, count: amounts.length, cents }];
  });
}

function mayBeOfAmounts(heading: string, column: number, rows: readonly GridRow[]): boolean {
  if (heading.includes('%') || isNotInEuros(heading)) return false;
  const known = meaningOfHeading(heading);
  if (known !== null) return isAmountField(known.field) && known.field !== 'received';
  const { concepts } = wordsOfHeading(heading);
  const has = (wanted: readonly Concept[]): boolean => wanted.some((concept) => concepts.has(concept));
  if (has(OTHERS) || (namesOtherAmounts(heading) && !has(['withdrawal']))) return false;
  if (concepts.has('total') && !has(ACTS)) return false;
  return namesAnAmount(heading) || has(BY_THEMSELVES) || rows.slice(0, SAMPLE).some((row) => showsAmount(row, column));
}

/** True for a number with cents, large enough to be no rate, nor a mark. */
function showsAmount(row: GridRow, column: number): boolean {
  const cell = row.cells[column] ?? null;
  const cents = centsIn(row, column);
  if (cents === null || Math.abs(cents) < LEAST_OF_AN_AMOUNT) return false;
  return typeof cell === 'number' ? !Number.isInteger(cell) : WITH_CENTS.test(textOf(cell).trim());
}

/** The amount of a cell; null without one. `isCopy`: it is one of the amounts that are read in its row, or their sum. */
function amountAt(
  row: GridRow,
  column: number,
  read: readonly number[],
): { readonly cents: number; readonly isCopy: boolean } | null {
  if (shownInRow(row, column)?.kind === 'date') return null;
  const cents = centsOf(row.cells[column] ?? null);
  if (cents === null || cents === 0) return null;
  const others = read.map((one) => centsOf(row.cells[one] ?? null) ?? 0);
  return { cents, isCopy: others.includes(cents) || others.reduce((sum, one) => sum + one, 0) === cents };
}
