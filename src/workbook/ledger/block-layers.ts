/**
 * Further groups of columns of the same rows, « Paiement 2 », « Acompte / Solde »: each is a block of its own over
 * these rows, which shares the columns that identify the operation.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../domain/imputation/imputation';
import { isRepeated, rankOfWords } from './heading-ranks';
import type { ColumnHeading } from './heading-rows';
import type { LedgerBlock, LedgerColumn } from './ledger-source';
import type { PeriodColumn } from './tables/period-columns';
import { isShared, type ProposedColumn, type ProposedTable } from './map-columns';
import { textOf, type CellValue } from '../cells';
import type { Chosen } from '../registers/column-choices';
import type { Row } from './sheet-rows';

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
/** Columns that identify the operation of every payment of a row; they are judged on its first block. */
const SHARED: readonly LedgerField[] = [
  ...IMPUTATION_FIELDS,
  ...(['operation', 'status', 'budgetLine', 'ejNumber', 'ejLine', 'supplier', 'label', 'contractEnd'] as const),
];

/** The columns of the first group with all that are not repeated, and those of each further group. */
export interface RankedHeadings {
  readonly base: readonly ColumnHeading[];
  readonly layers: readonly (readonly ColumnHeading[])[];
}

/**
 * Splits headings by their rank. A second column that the user chose for an amount is a group of its own;
 * « Date DP 2 », chosen for the day of payment, is of the group of « CP 2 ».
 */
export function byRank(headings: readonly ColumnHeading[], chosen: Chosen): RankedHeadings {
  const ranked = withChosenTwice(headings, chosen);
  const ofAmounts = ranked.filter(({ meaning, rank }) => rank > 1 || AMOUNTS.some((field) => meaning.has(field)));
  const lowest = Math.min(...ofAmounts.map(({ rank }) => rank), Number.MAX_SAFE_INTEGER);
  const further = [...new Set(ofAmounts.map(({ rank }) => rank))].filter((rank) => rank > lowest).sort((a, b) => a - b);
  return {
    base: ranked.filter(({ rank }) => rank <= lowest),
    layers: further.map((wanted) => ranked.filter(({ rank }) => rank === wanted)),
  };
}

function withChosenTwice(headings: readonly ColumnHeading[], chosen: Chosen): readonly ColumnHeading[] {
  let last = Math.max(...headings.map(({ rank }) => rank), 1);
  const taken = new Set<string>();
  const ranks = new Set(headings.filter(({ meaning }) => meaning.has('cp')).map(({ rank }) => rank));
  const rankOf = ({ text, rank }: ColumnHeading): number => rankOfWords(text, '') ?? rank;
  return headings.map((heading) => {
    const field = chosen(heading.text);
    if (field === 'paymentDate')
      return { ...heading, rank: ranks.has(rankOf(heading)) ? rankOf(heading) : heading.rank };
    if (field !== 'ae' && field !== 'cp') return heading;
    const key = `${field} ${heading.rank}`;
    if (taken.has(key)) return { ...heading, rank: ++last };
    taken.add(key);
    return heading;
  });
}

/**
 * The block of a further group; null without an amount, or without a date of payment where the first group has one: the
 * day of that payment would be guessed.
 */
export function layerOf(base: LedgerBlock, own: ReadonlyMap<LedgerField, LedgerColumn>): LedgerBlock | null {
  if (!AMOUNTS.some((field) => own.has(field))) return null;
  if (own.has('cp') && !own.has('paymentDate') && base.columns.has('paymentDate')) return null;
  const shared = [...base.columns].filter(([field]) => SHARED.includes(field) && !own.has(field));
  const { sheet, table, left, topRow, headingRow, firstRow, lastRow, filters, envelope, filledDown } = base;
  const { marks, unitRows } = base;
  return {
    ...{ sheet, table, left, topRow, headingRow, firstRow, lastRow },
    ...(marks && { marks }),
    ...(unitRows && { unitRows }),
    ...(filters && { filters }),
    ...(envelope && { envelope }),
    ...(filledDown && { filledDown }),
    columns: new Map([...shared, ...own]),
    sharedFields: new Set(shared.map(([field]) => field)),
  };
}

/** Payments that are equal on this many rows, and on all that have a second one, are a copy. */
const FEWEST_COPIES = 2;
/** The fields that distinguish two payments of one row. */
const OF_A_PAYMENT: readonly LedgerField[] = ['cp', 'paymentDate', 'dpNumber', 'dpLine'];

/**
 * True for a further group that repeats the first, and would count twice: a second column « AE » without a date of its
 * own, on rows that have an amount in the first one, unless a number in its heading makes it a further amount; payments
 * of the same sums on the same days, « CP 2 | Date de paiement 2 ». What the user chose is no copy.
 */
export function repeatsAmounts(
  own: readonly ProposedColumn[],
  first: readonly ProposedColumn[],
  rows: readonly Row[],
): boolean {
  const second = own.find(({ field, isChosen, heading }) => field === 'ae' && !isChosen && isRepeated(heading));
  const base = first.find(({ field }) => field === 'ae');
  if (second && base && !own.some(({ field }) => field === 'commitmentDate'))
    return rows.some((values) => isAmount(values[base.position]) && isAmount(values[second.position]));
  return repeatsPayments(own, first, rows);
}

function repeatsPayments(
  own: readonly ProposedColumn[],
  first: readonly ProposedColumn[],
  rows: readonly Row[],
): boolean {
  const at = (columns: readonly ProposedColumn[], field: LedgerField): number | undefined =>
    columns.find((column) => column.field === field && !column.isChosen)?.position;
  const [cp, day] = [at(own, 'cp'), at(own, 'paymentDate')];
  if (cp === undefined || day === undefined || at(first, 'cp') === undefined) return false;
  const pairs = OF_A_PAYMENT.flatMap((field) => {
    const position = at(own, field);
    return position === undefined ? [] : [[position, at(first, field) ?? -1] as const];
  });
  const filled = rows.filter((values) => isAmount(values[cp]));
  return (
    filled.length >= FEWEST_COPIES &&
    filled.every((values) => pairs.every(([one, other]) => isSameCell(values[one], values[other])))
  );
}

function isSameCell(one: CellValue | undefined, other: CellValue | undefined): boolean {
  return textOf(one ?? null).trim() === textOf(other ?? null).trim();
}

function isAmount(value: CellValue | undefined): boolean {
  return value !== 0 && (typeof value === 'number' || (typeof value === 'string' && /\d/.test(value)));
}

/** The block of a further column of one period; those of AE share the day of their EJ. */
export function datedBy(layer: LedgerBlock, { nature, paidIn }: PeriodColumn, { columns }: LedgerBlock): LedgerBlock {
  if (nature === 'cp') return { ...layer, paidIn };
  const day = columns.get('commitmentDate');
  if (day === undefined) return { ...layer, committedIn: paidIn };
  return { ...layer, committedIn: paidIn, columns: new Map([...layer.columns, ['commitmentDate', day]]) };
}

/**
 * The first group without its payments where they have no day and those of a further group have one: « CP 1 | CP 2 |
 * Date paiement 2 » does not show whether the first is paid.
 */
export function withoutUndated(
  first: ProposedTable,
  further: readonly { readonly own: ProposedTable }[],
): ProposedTable {
  const isDated = further.some(
    ({ own }) => columnOf(own, 'cp') !== undefined && columnOf(own, 'paymentDate') !== undefined,
  );
  const cp = columnOf(first, 'cp');
  if (!isDated || !cp || columnOf(first, 'paymentDate') || isShared(first.columns, 'cp')) return first;
  const { position, heading } = cp;
  return {
    ...first,
    columns: first.columns.filter((column) => column !== cp),
    unused: [...first.unused, { position, heading, likely: 'cp' }],
  };
}

function columnOf({ columns }: ProposedTable, field: LedgerField): ProposedColumn | undefined {
  return columns.find((column) => column.field === field);
}
