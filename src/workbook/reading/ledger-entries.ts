/**
 * The entries of the tables of the ledger: the rows counted, its totals, the rows that their contents leave out, and
 * each column of amounts that no figure uses.
 */
import { otherUnitAt, unitsBelow } from '../ledger/tables/unit-rows';
import type { Concept } from '../ledger/heading-words';
import type { AmountReading, LedgerField, TotalRow } from '../../domain/envelopes/ledger';
import { areaAddress, textOf, type Area } from '../cells';
import { blockOfRow, sheetRow, type IgnoredReason, type LedgerBlock } from '../ledger/ledger-source';
import { CellReader } from '../ledger/read-cells';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import type { ReadingEntry, ReadingReason, ReadingRole } from './account';
import { centsAt, isUnreadableAmount } from './amount-cells';
import { columnOf, isInPlaceOfAmount, type AreaColumn } from './amount-columns';
import { isComputed } from './derived-cells';
import { usedColumns, type IdlePlace } from './idle-columns';
import { type Counted, countRows, isUnreadable, type LedgerRead } from './block-counts';
import { amountsAmongHeadings } from './outside/heading-amounts';
import { amountColumns, type LedgerTable } from './ledger-tables';
import type { SetAsidePlaces } from './set-aside-places';
import { CountedAmounts, hasOwnDays, isOwnPayment } from './row-amounts';
import { PlaceSums, sumsIn, type AmountNature } from './place-sums';

const LEFT_OUT: Readonly<Record<IgnoredReason, readonly [ReadingRole, ReadingReason]>> = {
  empty: ['derived', 'totals'],
  total: ['derived', 'totals'],
  balance: ['derived', 'totals'],
  repeatedHeadings: ['derived', 'totals'],
  cancelled: ['setAside', 'cancelled'],
  otherYear: ['setAside', 'otherYear'],
  otherConvention: ['setAside', 'otherConvention'],
};
/** Fields of words and of numbers of DP. A column of such a field that holds amounts with cents is read by nothing. */
const WORDS: readonly LedgerField[] = ['supplier', 'label', 'status', 'operation', 'budgetLine', 'dpNumber'];
/** An amount in a row that does not count. */
interface LeftOutCell {
  readonly row: number;
  readonly column: number;
  readonly nature: AmountNature;
  readonly cents: number;
  readonly reason: IgnoredReason;
}

/** « Part de la DGE », « Désengagé », « Avoir »: a share, and what lowers the amount. */
const NO_PARTS: readonly Concept[] = ['share', 'withdrawal', 'creditNote'];

/** Counts the cells of the tables of the ledger. */
export class LedgerEntries {
  /** The columns of the tables counted so far that nothing uses. */
  readonly idle: IdlePlace[] = [];
  private readonly cells: CellReader;
  private readonly counted: readonly Counted[];
  private readonly ignoredRows: readonly ReadonlyMap<number, IgnoredReason>[];
  private readonly totals: readonly ReadonlyMap<number, TotalRow>[];
  readonly countedAmounts: CountedAmounts;

  constructor(workbook: WorkbookSnapshot, read: LedgerRead) {
    this.cells = new CellReader(workbook.uses1904Dates);
    this.counted = countRows(read);
    this.countedAmounts = new CountedAmounts(read.ledger.rows, read.blocks.length);
    const ignored = read.blocks.map(() => new Map<number, IgnoredReason>());
    for (const { row, reason } of read.ignored) ignored[blockOfRow(row)]?.set(sheetRow(row), reason);
    this.ignoredRows = ignored;
    const totals = read.blocks.map(() => new Map<number, TotalRow>());
    for (const total of read.ledger.totals) totals[blockOfRow(total.key)]?.set(sheetRow(total.key), total);
    this.totals = totals;
  }

  /** The entries of one table; places of its sheet that the user set aside are not in its columns. */
  of(found: LedgerTable, aside: SetAsidePlaces): readonly ReadingEntry[] {
    const table = { ...found, firstRow: firstRowOf(found, aside) };
    const leftOut = new Map<IgnoredReason, PlaceSums>();
    this.addIgnored(table, leftOut);
    const columns = this.unusedColumns(table, aside, leftOut);
    const unknown = this.natureUnknown(table);
    const above = amountsAmongHeadings(found, this.cells);
    const others = [...leftOut].filter(([, sums]) => !sums.isEmpty);
    const { asides, unseen } = this.asideUnderHeadings(table, aside);
    const rowsOf = (sums: PlaceSums): Area => sums.rowsOf(table.area);
    return [
      this.ledgerEntry(table),
      ...[...asides].map(([reason, sums]) => entry(table, sums.area, 'setAside', 'byUser', reason, sums)),
      ...(unseen.isEmpty ? [] : [entry(table, rowsOf(unseen), 'unread', 'amongAside', '', unseen)]),
      ...(above.isEmpty ? [] : [entry(table, rowsOf(above), 'unread', 'notRecognised', '', above)]),
      ...(unknown.isEmpty ? [] : [entry(table, rowsOf(unknown), 'unread', 'natureUnknown', '', unknown)]),
      ...others.map(([reason, sums]) => entry(table, sums.area, ...LEFT_OUT[reason], '', sums)),
      ...columns,
    ];
  }

  /**
   * Amounts in places set aside between the headings and the first row that counts: they are in the rectangle of the
   * table. By reason; `unseen`: in rows that the user did not see.
   */
  private asideUnderHeadings(
    table: OpenTable,
    aside: SetAsidePlaces,
  ): { readonly asides: ReadonlyMap<string, PlaceSums>; readonly unseen: PlaceSums } {
    const { blocks, sheet, firstRow } = table;
    const asides = new Map<string, PlaceSums>();
    const unseen = new PlaceSums();
    const columns = new Map(
      blocks.flatMap(({ block }) => amountColumns(block).map((one) => [one.column, one] as const)),
    );
    for (let row = firstRow; row < (blocks[0]?.block.firstRow ?? 0); row++) {
      for (const amounts of columns.values()) {
        const { column, nature } = amounts;
        if (!aside.surrounds(row, column)) continue;
        const reading = this.cells.amountAt(sheet, row, amounts);
        const choice = aside.at(row, column);
        const sums = choice ? sumsIn(asides, choice.reason) : unseen;
        if (reading.kind === 'amount') sums.add(row, column, nature, reading.cents);
        else if (isUnreadable(reading)) sums.addUnreadable(row, column);
      }
    }
    return { asides, unseen };
  }

  private ledgerEntry(table: LedgerTable): ReadingEntry {
    let [ae, cp, rows, unreadable] = [0, 0, 0, 0];
    const seen = table.blocks.length > 1 ? new Set<number>() : null;
    for (const { index } of table.blocks) {
      const counted = this.counted[index];
      if (!counted) continue;
      ae += counted.ae;
      cp += counted.cp;
      unreadable += counted.unreadable;
      rows += counted.rows;
      if (seen) for (const row of counted.rowsWithAmount) seen.add(row);
    }
    const { area, sheet } = table;
    return {
      sheet: sheet.name,
      area: areaAddress(area),
      table: table.table,
      isHidden: sheet.visibility !== 'visible',
      role: 'ledger',
      reason: table.isBelow ? 'belowTable' : table.table === null ? 'range' : 'table',
      detail: '',
      rows: seen ? seen.size : rows,
      sums: { ae, cp, other: 0 },
      unreadable,
    };
  }

  /** Amounts in the mapped columns of rows that do not count, and of totals. */
  private addIgnored({ blocks, sheet }: LedgerTable, into: Map<IgnoredReason, PlaceSums>): void {
    const cells: LeftOutCell[] = [];
    for (const { block, index } of blocks) {
      const totals = this.totals[index] ?? new Map<number, TotalRow>();
      const rows: [number, IgnoredReason][] = [...totals.keys()].map((row) => [row, 'total']);
      for (const ignored of this.ignoredRows[index] ?? []) if (!totals.has(ignored[0])) rows.push(ignored);
      for (const [row, reason] of rows) {
        for (const amounts of amountColumns(block)) {
          const { column, nature } = amounts;
          const total = totals.get(row);
          if (total && !(nature === 'other' ? isAmount(total.ae) || isAmount(total.cp) : isAmount(total[nature])))
            continue;
          const reading = this.cells.amountAt(sheet, row, amounts);
          if (reading.kind === 'amount') cells.push({ row, column, nature, cents: reading.cents, reason });
        }
      }
    }
    cells.sort((one, other) => one.row - other.row);
    for (const { row, column, nature, cents, reason } of cells) sumsIn(into, reason).add(row, column, nature, cents);
  }

  /** Columns of amounts that are mapped to no field. */
  private unusedColumns(
    table: OpenTable,
    aside: SetAsidePlaces,
    leftOut: Map<IgnoredReason, PlaceSums>,
  ): readonly ReadingEntry[] {
    const { area, blocks, sheet } = table;
    const [first] = blocks;
    if (!first) return [];
    const fields = new Map(
      blocks.flatMap(({ block }) => [...block.columns.values()].map(({ column, field }) => [column, field] as const)),
    );
    const used = usedColumns(first.block);
    const ofTable = { sheet: sheet.name, blocks: blocks.map(({ index }) => index) };
    const lastRow = area.top + area.rows - 1;
    const isRead = (column: number): boolean => {
      const field = fields.get(column);
      return (
        field !== undefined && !(WORDS.includes(field) && holdsCents(sheet, column, first.block.firstRow, lastRow))
      );
    };
    const columnAt = (column: number): Pick<IdlePlace, 'heading' | 'found'> => {
      const headings = headingsOf(sheet, first.block, column);
      const found = columnOf(sheet, column, headings, first.block.firstRow, lastRow, first.block.units);
      return { heading: headings.at(-1) ?? '', found };
    };
    const columns: UnusedAmounts[] = [];
    for (let column = area.left; column < area.left + area.columns; column++) {
      if (isRead(column) || column === first.block.natureColumn) continue;
      const { found, heading } = columnAt(column);
      const isFree = (one: number): boolean => !isRead(one) && one >= area.left && one < area.left + area.columns;
      const beside = (): readonly AreaColumn[] =>
        [column - 1, column + 1].filter(isFree).map((one) => columnAt(one).found);
      if (found.kind === 'amounts') {
        const amounts = this.unusedColumn(table, found, aside, leftOut);
        columns.push({ ...amounts, isPayment: isOwnPayment(found) || hasOwnDays(found, beside()) });
      }
      if (!fields.has(column) && !used.has(column)) this.idle.push({ ...ofTable, heading, found });
    }
    for (const column of columnsBeside(table)) this.idle.push({ ...ofTable, ...columnAt(column) });
    const repeated = this.repeatedIn(columns, blocks);
    return columns.flatMap((column, index) => {
      const { found } = column;
      const isOther = found.isOther || repeated[index] === true;
      return [...(isOther ? column.kinds : this.withRecalls(column, blocks))].map(([kind, sums]) => {
        if (kind === FORMULAS) return entry(table, sums.area, 'derived', 'formulas', found.heading, sums);
        if (kind === RECALLED || (isOther && kind === TYPED))
          return entry(table, sums.area, 'derived', 'otherAmounts', found.heading, sums);
        if (kind !== TYPED) return entry(table, sums.area, 'setAside', 'byUser', kind, sums);
        return {
          ...entry(table, sums.area, 'unread', 'columnNotUsed', found.heading, sums),
          ...(found.unit === null && { isInOtherUnit: true as const }),
        };
      });
    });
  }

  /** The sums of a column, with those that recall the amounts of their EJ in other tables apart. */
  private withRecalls({ found, kinds, typed }: UnusedAmounts, blocks: LedgerTable['blocks']): UnusedAmounts['kinds'] {
    if (kinds.get(TYPED)?.unreadableAs('unread') !== 0) return kinds;
    const indexes = blocks.map(({ index }) => index);
    const sums = this.countedAmounts.recallsIn(found, typed, indexes);
    if (sums === null) return kinds;
    const apart = new Map([...kinds].filter(([kind]) => kind !== TYPED)).set(RECALLED, sums.recalled);
    return sums.others.isEmpty ? apart : apart.set(TYPED, sums.others);
  }

  /**
   * Which columns repeat what their rows count: one by itself, or several by their sum, such as « Initial » and
   * « Avenant » beside their « AE ».
   */
  private repeatedIn(columns: readonly UnusedAmounts[], blocks: LedgerTable['blocks']): readonly boolean[] {
    const indexes = blocks.map(({ index }) => index);
    const alone = columns.map(
      ({ found, typed, isPayment }) =>
        !found.isOther && !isPayment && this.countedAmounts.areRepeatedBy(typed, indexes, found),
    );
    const unknown = columns.filter(
      ({ found: { isOther, concepts }, typed }, index) =>
        !isOther && !NO_PARTS.some((concept) => concepts.has(concept)) && !alone[index] && typed.size > 0,
    );
    const initial = columns.filter(({ found }) => found.concepts.has('allocated'));
    const areParts =
      unknown.length > 0 &&
      [unknown, [...unknown, ...initial]].some(
        (parts) =>
          parts.length > 1 && parts.length <= MOST_PARTS && this.countedAmounts.areRepeatedByParts(parts, indexes),
      );
    return columns.map((column, index) => alone[index] === true || (areParts && unknown.includes(column)));
  }

  private unusedColumn(
    table: OpenTable,
    found: AreaColumn,
    aside: SetAsidePlaces,
    leftOut: Map<IgnoredReason, PlaceSums>,
  ): Omit<UnusedAmounts, 'isPayment'> {
    const { sheet, area, blocks, firstRow } = table;
    const [first] = blocks;
    const ignored = this.ignoredRows[first?.index ?? 0];
    const kinds = new Map<string, PlaceSums>();
    const typed = new Map<number, number>();
    const isExcelTable = table.table !== null && !table.isBelow;
    const own = found.unit === null ? { otherUnit: '' } : { unit: found.unit };
    const units = unitsBelow(first?.block.unitRows ?? [], found.column, null, own);
    const asideAs = aside.ofColumn(found, { area, isExcelTable });
    for (let row = firstRow; row < area.top + area.rows; row++) {
      const value = valueAt(sheet, row, found.column);
      const read = centsAt(sheet, row, found);
      const cents = read === 'unreadable' || otherUnitAt(units, row) !== null ? null : read;
      if (read === null && !isUnreadableAmount(value) && !isInPlaceOfAmount(value, found)) continue;
      const choice = aside.at(row, found.column) ?? asideAs(row);
      const isTyped = !choice && !isComputed(sheet, row, found.column);
      const reason = isTyped ? ignored?.get(row) : undefined;
      if (reason) {
        if (cents !== null) sumsIn(leftOut, reason).add(row, found.column, 'other', cents);
        continue;
      }
      if (isTyped && cents !== null) typed.set(row, cents);
      const sums = sumsIn(kinds, choice?.reason ?? (isTyped ? TYPED : FORMULAS));
      if (cents === null) sums.addUnreadable(row, found.column);
      else sums.add(row, found.column, found.nature, cents);
    }
    // « AE 2024 », 0 on every row: nothing is left out of the figures.
    const isNothing = [...typed.values()].every((cents) => cents === 0);
    if (isNothing && kinds.get(TYPED)?.unreadableAs('unread') === 0) kinds.delete(TYPED);
    return { found, kinds, typed };
  }

  /** Amounts whose row is neither AE nor CP. */
  private natureUnknown({ blocks, sheet }: LedgerTable): PlaceSums {
    const sums = new PlaceSums();
    for (const { block, index } of blocks) {
      const counted = this.counted[index];
      if (block.natureColumn === undefined || !counted) continue;
      const [amount] = amountColumns(block);
      for (const row of amount ? counted.rowsWithout : []) {
        const reading = amount && this.cells.amountAt(sheet, row, amount);
        if (amount && reading?.kind === 'amount') sums.add(row, amount.column, 'other', reading.cents);
      }
    }
    return sums;
  }
}

/** A table with its first row that counts, or the one above it that the user set aside. */
interface OpenTable extends LedgerTable {
  readonly firstRow: number;
}

function firstRowOf({ area, blocks }: LedgerTable, aside: SetAsidePlaces): number {
  const [first] = blocks;
  if (!first) return area.top;
  const columns = Array.from({ length: area.columns }, (_, offset) => area.left + offset);
  for (let row = Math.max(area.top, first.block.headingRow + 1); row < first.block.firstRow; row++)
    if (columns.some((column) => aside.surrounds(row, column))) return row;
  return first.block.firstRow;
}

const FORMULAS = '\u0000formulas';
const TYPED = '\u0000typed';
const RECALLED = '\u0000recalled';
/** More columns are not the parts of one amount. */
const MOST_PARTS = 12;

/** A column of amounts that is mapped to no field. */
interface UnusedAmounts {
  readonly found: AreaColumn;
  /** Its sums by kind: formulas, typed amounts, or the reason of the user. */
  readonly kinds: ReadonlyMap<string, PlaceSums>;
  /** Cents of its typed amounts, by row of the sheet. */
  readonly typed: ReadonlyMap<number, number>;
  /** They are payments of their own, of the same sum as others or not. */
  readonly isPayment: boolean;
}

/** True for a number that is not whole: no code and no number of a supplier. */
function holdsCents(sheet: SheetSnapshot, column: number, firstRow: number, lastRow: number): boolean {
  for (let row = firstRow; row <= lastRow; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'number' && !Number.isInteger(value)) return true;
  }
  return false;
}

function isAmount({ kind }: AmountReading): boolean {
  return kind === 'amount';
}

function headingsOf(sheet: SheetSnapshot, { topRow, headingRow }: LedgerBlock, column: number): readonly string[] {
  return [...new Set([topRow, headingRow])]
    .map((row) => textOf(valueAt(sheet, row, column)).trim())
    .filter((text) => text !== '');
}

/** Columns without a heading, on the right of a table, whose words are read as remarks on its rows. */
function columnsBeside({ area, blocks }: LedgerTable): readonly number[] {
  const marked = blocks.flatMap(({ block }) => (block.effectMarks ?? []).map(({ column }) => column));
  return [...new Set(marked)].filter((column) => column >= area.left + area.columns).sort((one, other) => one - other);
}

function entry(
  { sheet, table }: LedgerTable,
  area: Area,
  role: ReadingRole,
  reason: ReadingReason,
  detail: string,
  places: PlaceSums,
): ReadingEntry {
  const isHidden = sheet.visibility !== 'visible';
  const { rows, sums } = places;
  return {
    sheet: sheet.name,
    area: areaAddress(area),
    table,
    isHidden,
    role,
    reason,
    detail,
    rows,
    sums,
    unreadable: places.unreadableAs(role),
  };
}
