/**
 * The columns of the ledger that no figure uses, with their values, the rarest first: a team may have written there
 * what changes a row, in words that no rule knows.
 */
import { parseDateText } from '../../domain/calendar/date-text';
import type { Ledger, LedgerRow } from '../../domain/envelopes/ledger';
import { groupedBy } from '../../domain/grouped';
import { comparable } from '../../domain/text';
import { textOf, type CellValue } from '../cells';
import { blockOfRow, sheetRow, type LedgerBlock } from '../ledger/ledger-source';
import { isBlankText } from '../ledger/read-cells';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { centsAt, isUnreadableAmount } from './amount-cells';
import { isInPlaceOfAmount, type AreaColumn } from './amount-columns';

/** Such a column of one table. */
export interface IdlePlace {
  readonly sheet: string;
  /** Empty without one. */
  readonly heading: string;
  /** The blocks of the table, by their index. */
  readonly blocks: readonly number[];
  readonly found: AreaColumn;
}

/** A row of a sheet, from 0. */
interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/** A value of such a column. */
export interface IdleValue {
  readonly text: string;
  readonly rows: number;
  readonly first: RowPlace;
}

/** The columns of one heading, in all the tables of the ledger. */
export interface IdleColumn {
  readonly heading: string;
  /** The first of them. */
  readonly place: IdlePlace;
  /** On how many sheets. */
  readonly sheets: number;
  /** Rows of operations with a value there. */
  readonly rows: number;
  readonly first: RowPlace;
  /** The rarest first, then in reading order. Without the dates of a column of dates. */
  readonly values: readonly IdleValue[];
}

interface Given {
  readonly workbook: WorkbookSnapshot;
  readonly ledger: Pick<Ledger, 'rows'>;
  readonly idle: readonly IdlePlace[];
}

/** The columns of a block that qualify its amounts or choose its rows: the account of reading gives them no entry. */
export function usedColumns({ natureColumn, marks, filters }: LedgerBlock): ReadonlySet<number> {
  const ofMarks = marks ? [...marks.currencies, ...marks.units, ...marks.cents, ...marks.sides] : [];
  return new Set([...ofMarks, ...(filters?.values() ?? []), ...(natureColumn === undefined ? [] : [natureColumn])]);
}

/** The columns that hold a value on a row of operations, in the order of their tables. */
export function idleColumnsOf({ workbook, ledger, idle }: Given): readonly IdleColumn[] {
  const rows = groupedBy(ledger.rows, ({ key }) => blockOfRow(key));
  const byHeading = groupedBy(idle, ({ heading, sheet, found }) => comparable(heading) || `\n${found.column} ${sheet}`);
  return [...byHeading.values()].flatMap((places) => {
    const [place] = places;
    const values = new ValuesOfColumn();
    for (const one of places) {
      const sheet = findSheet(workbook, one.sheet);
      if (sheet) values.addAll(sheet, one, rows);
    }
    const { rows: count, first } = values;
    if (!place || !first) return [];
    const sheets = new Set(places.map(({ sheet }) => sheet)).size;
    return [{ heading: place.heading, place, sheets, rows: count, first, values: values.rarestFirst() }];
  });
}

class ValuesOfColumn {
  rows = 0;
  first: RowPlace | null = null;
  private readonly known = new Map<string, { text: string; rows: number; readonly first: RowPlace }>();

  addAll(sheet: SheetSnapshot, place: IdlePlace, rowsOf: ReadonlyMap<number, readonly LedgerRow[]>): void {
    const seen = place.blocks.length > 1 ? new Set<number>() : null;
    for (const block of place.blocks)
      for (const { key } of rowsOf.get(block) ?? []) {
        const row = sheetRow(key);
        if (seen?.has(row)) continue;
        seen?.add(row);
        if (!isAccounted(sheet, row, place.found))
          this.add(valueAt(sheet, row, place.found.column), { sheet: sheet.name, row }, place.found.kind);
      }
  }

  private add(value: CellValue, place: RowPlace, kind: AreaColumn['kind']): void {
    const text = textOf(value).trim();
    if (text === '' || isBlankText(text)) return;
    this.rows++;
    this.first ??= place;
    if (kind === 'dates' && (typeof value === 'number' || parseDateText(text) !== null)) return;
    const one = this.known.get(text);
    if (one) one.rows++;
    else this.known.set(text, { text, rows: 1, first: place });
  }

  rarestFirst(): readonly IdleValue[] {
    return [...this.known.values()].sort((one, other) => one.rows - other.rows);
  }
}

/** True for an amount, or for what is in place of one: the account of reading has it, with its sum. */
function isAccounted(sheet: SheetSnapshot, row: number, found: AreaColumn): boolean {
  if (found.kind !== 'amounts') return false;
  const value = valueAt(sheet, row, found.column);
  return centsAt(sheet, row, found) !== null || isUnreadableAmount(value) || isInPlaceOfAmount(value, found);
}
