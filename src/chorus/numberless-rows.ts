/**
 * Rows of an extract whose cells of EJ and of DP are blank: totals, and the further rows of a group that writes its
 * number and codes once, as a pivot table does. « # » is no blank: Chorus writes it for a payment without EJ.
 */
import { textOf, type CellValue } from '../workbook/cells';
import { isFilled } from '../workbook/ledger/sheet-rows';
import type { ExtractField } from './extract-columns';
import type { RepairLog, GridRow } from './extract-rows';
import { amountColumns, type Layout } from './extract-layout';
import { isSome, totalLabelOf, type Measure, type ShownAmounts } from './total-rows';

/** « Total général », and the programme or the envelope that it is of. */
const MOST_CELLS_OF_A_TOTAL = 2;
const NUMBER = /\d{5}/;
const BEGINS_AS_A_NUMBER = /^\d{5}/;
const DETAILS: readonly ExtractField[] = [
  ...(['ejLine', 'dpLine', 'supplier', 'commitmentDate', 'changeDate', 'accountingDate'] as const),
  ...(['paymentDate', 'baseDate', 'serviceDate', 'amountType'] as const),
];

/** True for a row without number of EJ and of DP, in an extract that has one of them. */
export function lacksNumber({ cells }: GridRow, { columns }: Layout): boolean {
  const [ej, dp] = [columns.get('ej'), columns.get('dp')];
  if (ej !== undefined && !isNoNumber(cells[ej] ?? null)) return false;
  if (dp !== undefined && !isNoNumber(cells[dp] ?? null)) return false;
  return ej !== undefined || dp !== undefined;
}

/** A blank cell, or the label of a total: « Total 1405000001 ». */
function isNoNumber(cell: CellValue): boolean {
  if (!isFilled(cell)) return true;
  const text = textOf(cell);
  if (BEGINS_AS_A_NUMBER.test(text)) return false;
  return totalLabelOf([cell], false) !== null || (/\p{L}/u.test(text) && !NUMBER.test(text));
}

function isNumber(cell: CellValue): boolean {
  const text = textOf(cell);
  return BEGINS_AS_A_NUMBER.test(text) || (NUMBER.test(text) && totalLabelOf([cell], false) === null);
}

/** True for a row that holds little else than amounts. */
export function isAlmostBare({ cells }: GridRow, layout: Layout): boolean {
  const amounts = amountColumns(layout.amounts);
  return cells.filter((cell, column) => isFilled(cell) && !amounts.includes(column)).length <= MOST_CELLS_OF_A_TOTAL;
}

/**
 * True for a row with nothing of a line of its own: no poste, no date, no supplier. Where the extract has none of these
 * columns, a row with as many codes as a line is one.
 */
export function isWithoutDetail(row: GridRow, layout: Layout): boolean {
  const details = DETAILS.flatMap((field) => layout.columns.get(field) ?? []);
  return details.length === 0
    ? isAlmostBare(row, layout)
    : details.every((column) => !isFilled(row.cells[column] ?? null));
}

/**
 * The rows, each with the number and the codes of its group where the first row of the group alone writes them: its
 * other cells are blank, its EJ is merged with the one above, or it is the next poste of the same codes, date and
 * supplier.
 */
export function filledDown(rows: readonly GridRow[], layout: Layout, repairs: RepairLog): readonly GridRow[] {
  const { columns, amounts } = layout;
  const ej = columns.get('ej');
  if (ej === undefined) return rows;
  const others = [...columns]
    .filter(([field, column]) => column > ej && field !== 'ejLine')
    .map(([, column]) => column);
  const hasCodesBefore = [...columns.values()].some((column) => column < ej);
  let above: GridRow | null = null;
  return rows.map((row) => {
    const { cells } = row;
    if (isFilled(cells[ej] ?? null)) {
      above = isNumber(cells[ej] ?? null) ? row : null;
      return row;
    }
    const isAny = (wanted: readonly number[]): boolean => wanted.some((column) => isFilled(cells[column] ?? null));
    const isWritten = cells.slice(0, ej).some(isFilled);
    const isLine: boolean = above !== null && totalLabelOf(cells, true) === null && isAny(amountColumns(amounts));
    const isMerged = row.merged?.has(ej) === true;
    const isOfGroup = isWritten
      ? above !== null && isNextPoste(row, above, layout, ej)
      : isAny([columns.get('ejLine') ?? -1]) || (hasCodesBefore && isAny(others));
    if (above === null || !isLine || !(isMerged || isOfGroup)) {
      if (isWritten) above = null;
      return row;
    }
    repairs.add('filledDown', row.line);
    above = { ...row, cells: filledFrom(above, row, layout, ej, isWritten), isOfGroup: true };
    return above;
  });
}

/** The cells of a row with those of its group: the EJ, the codes before it, and what is merged beside, no amount. */
function filledFrom(above: GridRow, { cells, merged }: GridRow, layout: Layout, ej: number, isWritten: boolean) {
  const amounts = new Set(amountColumns(layout.amounts));
  return Array.from({ length: Math.max(cells.length, ej + 1) }, (_, column): CellValue => {
    const cell = cells[column] ?? null;
    const isShared = column === ej || (column < ej && !isWritten) || (merged?.has(column) && !amounts.has(column));
    return isShared && !isFilled(cell) ? (above.cells[column] ?? null) : cell;
  });
}

/** A row that repeats the codes, the date and the supplier of the one above, with a greater number of poste. */
function isNextPoste({ cells }: GridRow, above: GridRow, { columns, amounts }: Layout, ej: number): boolean {
  const posteIn = (of: GridRow['cells']): number =>
    Number(textOf(of[columns.get('ejLine') ?? -1] ?? null).trim() || NaN);
  if (!(posteIn(cells) > posteIn(above.cells))) return false;
  const own = new Set([columns.get('ejLine'), ...amountColumns(amounts)]);
  const same = [...cells.keys()].slice(0, ej).filter((column) => !own.has(column));
  const ofEj = (['commitmentDate', 'supplier'] as const).flatMap((field) => columns.get(field) ?? []);
  return [...same, ...ofEj].every((at) => textOf(cells[at] ?? null).trim() === textOf(above.cells[at] ?? null).trim());
}

/** The line that opens a group without a poste, which may be the sum of those that follow. */
export class GroupOfLines {
  private readonly others = new Map<Measure, number>();
  private hasOtherDp = false;

  constructor(
    readonly row: GridRow,
    /** Its own DP; empty for none. */
    private readonly dp: string,
    /** Its first line among those read, and how many it makes. */
    readonly from: number,
    readonly count: number,
    readonly shown: ShownAmounts,
  ) {}

  add(shown: ShownAmounts, dp: string): void {
    for (const [measure, cents] of shown) this.others.set(measure, (this.others.get(measure) ?? 0) + cents);
    if (this.dp !== '' && dp !== this.dp) this.hasOtherDp = true;
  }

  /** A line with its own DP sums none of another. */
  isTotal(): boolean {
    return (
      !this.hasOtherDp && isSome(this.shown) && [...this.shown].every(([one, cents]) => this.others.get(one) === cents)
    );
  }
}
