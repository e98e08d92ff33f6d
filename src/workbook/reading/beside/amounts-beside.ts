/**
 * Typed amounts on the rows of the ledger, on the right of its table: « 2e versement » beside an Excel Table, « CP
 * complémentaire » or « Date | € » after a blank column, an amount without a heading. They are no table of their own:
 * the EJ and the envelope are those of their rows. Balances, plans, prices, counts and small summaries are left.
 */
import { comparable } from '../../../domain/text';
import { namesAPlan } from '../../ledger/rows/marks/effect-headings';
import type { Concept } from '../../ledger/heading-words';
import { textOf } from '../../cells';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import { isYear, type AreaColumn } from '../amount-columns';
import { costsAmong } from '../purchases/doubtful-spending';
import { mayBeSpent, namesAFigure, namesASpentAmount } from '../purchases/purchase-words';
import type { CentsByRow, LedgerRows } from './ledger-rows';

/** An amount of a rectangle; `cents` is null for one that cannot be read. */
export interface AmountBeside {
  readonly row: number;
  readonly column: AreaColumn;
  readonly cents: number | null;
  /** Typed, and no total. */
  readonly isMain: boolean;
}

/** Amounts that are in no figure: a column by its heading, or a doubt. */
export interface FoundBeside {
  readonly heading: string | null;
  readonly amounts: readonly AmountBeside[];
}

const DAYS_OF_YEAR = 366;
/** Money that goes back, or comes before the rest. */
const SETTLED: readonly Concept[] = ['creditNote', 'instalment', 'invoice', 'withdrawal'];
/** « CP à payer », « Acompte à demander »: balances, as they are within the table. */
const TO_COME = /(?:^| )a (?:payer|demander|facturer|recevoir|liquider|mandater|engager)(?: |$)/;
const NO_PAYMENT: readonly Concept[] = [
  ...([
    'limit',
    'allocated',
    'share',
    'budget',
    'convention',
    'quantity',
    'number',
    'year',
    'date',
    'tax',
    'withoutTax',
  ] as const),
];
/** « Commentaire », « Suivi »: a column of words beside amounts that makes them no table of its own. */
const REMARKS: readonly Concept[] = ['comment', 'status', 'number', 'dp', 'invoice', 'piece'];

/** The amounts of a rectangle beside these rows that no figure has. */
export function amountsBeside(
  sheet: SheetSnapshot,
  rows: LedgerRows,
  columns: readonly AreaColumn[],
  amounts: readonly AmountBeside[],
): readonly FoundBeside[] {
  const typed = amounts.filter(
    ({ row, column, cents, isMain }) => isMain && cents !== 0 && rows.counts(row) && !rows.isTaken(row, column.column),
  );
  const isLabelled = (one: AmountBeside): boolean => labelsOf(sheet, rows, columns, one).length > 0;
  const found: FoundBeside[] = [];
  const doubts: AmountBeside[] = [];
  for (const column of new Set(typed.map((one) => one.column))) {
    const own = typed.filter((one) => one.column === column);
    const cents: CentsByRow = new Map(own.flatMap((one) => (one.cents === null ? [] : [[one.row, one.cents]])));
    if (rows.areRepeatedBy(column, cents)) continue;
    const isHeaded = rows.headingsOver(column.column).length > 0;
    if (own.some(isLabelled)) doubts.push(...own.filter((one) => isSpentByLabel(sheet, rows, columns, one)));
    else if (isHeaded && namesSpent(column, columns)) found.push({ heading: column.heading, amounts: own });
    else if (mayBeAmounts(column, isHeaded, cents) && !rows.areSums(cents)) doubts.push(...own);
  }
  const [spent, unsure] = [
    found.filter((one) => !areDetails(rows, one, found, amounts)),
    areRanks(doubts) ? [] : doubts,
  ];
  return unsure.length === 0 ? spent : [...spent, { heading: null, amounts: inOrder(unsure) }];
}

/** « CP T1 | CP T2 », « AE initiale | AE avenant »: on each row they add up to its AE, its CP or what it has left. */
function areDetails(
  rows: LedgerRows,
  { amounts }: FoundBeside,
  found: readonly FoundBeside[],
  beside: readonly AmountBeside[],
): boolean {
  const own = amounts[0]?.column;
  const all = found.flatMap((one) => one.amounts);
  const others = new Set(beside.map(({ column }) => column).filter((column) => column !== own));
  const pairs = [...others].map((other) => [
    ...amounts,
    ...beside.filter(({ row, column }) => column === other && amounts.some((one) => one.row === row)),
  ]);
  return [all.filter(({ column }) => column.nature === own?.nature), all, ...pairs].some(
    (details) => details.length > amounts.length && rows.areAddedBy(sumsByRow(details)),
  );
}

function sumsByRow(amounts: readonly AmountBeside[]): CentsByRow {
  const sums = new Map<number, number>();
  for (const { row, cents } of amounts) sums.set(row, (sums.get(row) ?? 0) + (cents ?? NaN));
  return sums;
}

/** Whole numbers that follow one another, such as those of invoices. */
function areRanks(amounts: readonly AmountBeside[]): boolean {
  const numbers = inOrder(amounts).map(({ cents }) => (cents ?? NaN) / 100);
  return numbers.length > 1 && numbers.every((one, at) => at === 0 || one - (numbers[at - 1] ?? NaN) === 1);
}

/** The words on the row of an amount, in the columns of the rectangle that describe something else than the row. */
function labelsOf(
  sheet: SheetSnapshot,
  rows: LedgerRows,
  columns: readonly AreaColumn[],
  { row }: AmountBeside,
): readonly string[] {
  return columns.flatMap(({ kind, column, concepts }) => {
    if (kind !== 'others') return [];
    const isRemark = rows.headingsOver(column).length > 0 && REMARKS.some((concept) => concepts.has(concept));
    const text = textOf(valueAt(sheet, row, column)).trim();
    return isRemark || !/\p{L}/u.test(text) ? [] : [text];
  });
}

/** « + 2e facture payée | 3 000 »: words of a payment that are no figure. */
function isSpentByLabel(
  sheet: SheetSnapshot,
  rows: LedgerRows,
  columns: readonly AreaColumn[],
  amount: AmountBeside,
): boolean {
  const labels = labelsOf(sheet, rows, columns, amount);
  const isSum = amount.cents !== null && rows.areSums(new Map([[amount.row, amount.cents]]));
  return !isSum && labels.some((label) => namesASpentAmount(label) && !namesAFigure(label) && !namesAPlan(label));
}

/** « 2e versement », « CP », « AE avenant », « € », « Avoir ». */
function namesSpent(column: AreaColumn, columns: readonly AreaColumn[]): boolean {
  const { heading, concepts, isOther } = column;
  if (isOther || namesAPlan(heading) || NO_PAYMENT.some((concept) => concepts.has(concept))) return false;
  if (TO_COME.test(comparable(heading))) return false;
  if (mayBeSpent(column) || costsAmong(columns, () => false).includes(column)) return true;
  return SETTLED.some((concept) => concepts.has(concept)) || namesASpentAmount(heading);
}

/** Without words of a payment: euros by their cells, or where nothing names them, more than the days of a year. */
function mayBeAmounts(column: AreaColumn, isHeaded: boolean, cents: CentsByRow): boolean {
  const { heading, concepts, isOther, hasEuros, mayBeDates } = column;
  if (isOther || namesAPlan(heading) || NO_PAYMENT.some((concept) => concepts.has(concept))) return false;
  if (isHeaded || heading !== '') return hasEuros && !/(?:^| )(?:prix|pu|tjm|taux|cout)/.test(comparable(heading));
  const values = [...cents.values()].map((one) => Math.abs(one) / 100);
  return hasEuros || (!mayBeDates && values.some((value) => value > DAYS_OF_YEAR && !isYear(value)));
}

function inOrder(amounts: readonly AmountBeside[]): readonly AmountBeside[] {
  return [...amounts].sort((one, other) => one.row - other.row || one.column.column - other.column.column);
}
