/** The tables of the ledger as a person sees them: every column of the team's, and the blocks that read their rows. */
import type { Area } from '../cells';
import type { LedgerBlock } from '../ledger/ledger-source';
import { isFilled } from '../ledger/sheet-rows';
import { findSheet, findTable, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';

/** A table of the ledger: its blocks cover the same rows, and its area holds every column of the team's table. */
export interface LedgerTable {
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** The Excel Table, or the one whose columns the rows continue. */
  readonly table: string | null;
  /** Rows below an Excel Table that are not part of it. */
  readonly isBelow: boolean;
  readonly blocks: readonly { readonly block: LedgerBlock; readonly index: number }[];
}

/** Blank headings between two columns of a table. */
const WIDEST_GAP = 1;
const FEWEST_NUMBERS = 2;

/** The tables of the ledger, in reading order. */
export function ledgerTables(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly LedgerTable[] {
  const groups: { readonly block: LedgerBlock; readonly index: number }[][] = [];
  blocks.forEach((block, index) => {
    const same = groups.find(([first]) => first !== undefined && coversSameRows(first.block, block));
    if (same) same.push({ block, index });
    else groups.push([{ block, index }]);
  });
  return groups.flatMap((group) => {
    const [first] = group;
    const sheet = first && findSheet(workbook, first.block.sheet);
    if (!first || !sheet) return [];
    const others = blocks.filter((block) => block.sheet === sheet.name && !group.some((one) => one.block === block));
    return [
      {
        sheet,
        area: areaOfTable(
          workbook,
          sheet,
          group.map(({ block }) => block),
          others,
        ),
        table: first.block.table ?? first.block.belowTable ?? null,
        isBelow: first.block.belowTable !== undefined,
        blocks: group,
      },
    ];
  });
}

/** A second payment of the same rows is another block. */
export function coversSameRows(one: LedgerBlock, other: LedgerBlock): boolean {
  const isLayer = other.sharedFields !== undefined && other.sharedFields.size > 0;
  return (
    isLayer &&
    one.sheet === other.sheet &&
    one.table === other.table &&
    one.firstRow === other.firstRow &&
    one.headingRow === other.headingRow &&
    one.left === other.left
  );
}

function areaOfTable(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  group: readonly LedgerBlock[],
  others: readonly LedgerBlock[],
): Area {
  const isApart = group.some(
    (block) => block.belowTable !== undefined || others.some((one) => isPartAbove(one, block)),
  );
  const top = Math.min(...group.map(({ topRow, firstRow }) => (isApart ? firstRow : topRow)));
  const bottom = Math.max(...group.map(({ lastRow }) => lastRow));
  const columns = group.flatMap((block) => [block.left, ...[...block.columns.values()].map(({ column }) => column)]);
  const left = Math.min(...columns);
  const [first] = group;
  const name = first?.table ?? first?.belowTable;
  const known = name === undefined ? undefined : findTable(workbook, name)?.area;
  const next = others.filter((block) => block.left > left && block.topRow <= bottom && block.lastRow >= top);
  const limit = Math.min(...next.map((block) => block.left), Infinity) - 1;
  const right = known
    ? known.left + known.columns - 1
    : lastColumnOf(sheet, { ...rowsOf(group), headingRow: first?.headingRow ?? top }, Math.max(...columns), limit);
  return { top, left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** True for the part of the same table above rows that are set aside, or above the title of another envelope. */
function isPartAbove(one: LedgerBlock, block: LedgerBlock): boolean {
  return one.headingRow === block.headingRow && one.left === block.left && one.lastRow < block.firstRow;
}

interface RowsOfTable {
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

function rowsOf(group: readonly LedgerBlock[]): Omit<RowsOfTable, 'headingRow'> {
  return {
    firstRow: Math.min(...group.map(({ firstRow }) => firstRow)),
    lastRow: Math.max(...group.map(({ lastRow }) => lastRow)),
  };
}

/** The last column of a table that reaches `column`: of its headings, and of the numbers beside it without a heading. */
function lastColumnOf(sheet: SheetSnapshot, rows: RowsOfTable, column: number, limit: number): number {
  let last = lastHeading(sheet, rows.headingRow, column, limit);
  while (last < limit && holdsNumbers(sheet, rows, last + 1)) last++;
  return last;
}

/** True for a column with numbers on several rows of operations: one may be a note. */
function holdsNumbers(sheet: SheetSnapshot, { firstRow, lastRow }: RowsOfTable, column: number): boolean {
  let numbers = 0;
  for (let row = firstRow; row <= lastRow && numbers < FEWEST_NUMBERS; row++)
    if (typeof valueAt(sheet, row, column) === 'number') numbers += 1;
  return numbers >= FEWEST_NUMBERS;
}

/** The last column of the headings that begin at `column`. */
function lastHeading(sheet: SheetSnapshot, row: number, column: number, limit: number): number {
  let last = column;
  for (let next = column + 1; next <= Math.min(limit, last + WIDEST_GAP); next++) {
    if (isFilled(valueAt(sheet, row, next))) last = next;
  }
  return last;
}

/** The columns of amounts of a block, each column of the sheet once. */
export function amountColumns({ columns }: LedgerBlock) {
  const [ae, cp] = [columns.get('ae'), columns.get('cp')];
  const found = [ae && { ...ae, nature: 'ae' as const }, cp && { ...cp, nature: 'cp' as const }].filter(
    (one) => one !== undefined,
  );
  return ae && cp && ae.column === cp.column ? [{ ...ae, nature: 'other' as const }] : found;
}
