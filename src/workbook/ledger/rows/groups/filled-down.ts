/**
 * Columns whose blank cells repeat the cell above: vertical merges, and the groups that `group-finder.ts` recognises.
 * Amounts are never repeated.
 */
import type { LedgerField } from '../../../../domain/envelopes/ledger';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import type { KnownNames } from '../../known-names';
import { continuesTable, type LedgerBlock } from '../../ledger-source';
import { TotalWords } from '../total-words';
import { amountColumns, isFilled } from './group-cells';
import { GroupFinder, showGroups, type Payments } from './group-finder';

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
/** Rows of the first look at a column: most ledgers have no group, and are not read further. */
const FIRST_LOOK = 300;
/** Merged cells of one column, as a bound on what a file may claim. */
const MOST_MERGED = 1_048_576;

/** The columns of a block that repeat the cell above, and its payments. */
interface Repeated {
  /** The columns to fill down; empty for most ledgers. */
  readonly fields: ReadonlySet<LedgerField>;
  readonly payments: Payments;
}

function findRepeated(sheet: SheetSnapshot, block: LedgerBlock, words: TotalWords): Repeated {
  const merged = mergedFields(sheet, block);
  const finder = new GroupFinder(sheet, block, words, FIRST_LOOK);
  const seen = finder.fields();
  const groups = seen.size === 0 ? seen : new GroupFinder(sheet, block, words, Infinity).fields();
  return { fields: new Set([...merged, ...groups]), payments: finder.payments() };
}

/** The blocks with the columns to fill down, which blocks of the same rows share; the same objects where there is none. */
export function withGroups(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  names: KnownNames,
): readonly LedgerBlock[] {
  const words = TotalWords.with(names);
  const tables = blocks.filter(({ sharedFields }) => !sharedFields).map((first) => rowsOf(blocks, first));
  const found = (one: RowsOfTable): Repeated => {
    const sheet = findSheet(workbook, one.first.sheet);
    return sheet ? findRepeated(sheet, withRows(one, one.first), words) : NOTHING;
  };
  const alone = tables.map((table) => ({ table, ...found(table) }));
  const usual = usualFields(alone);
  const filled = new Map<LedgerBlock, LedgerBlock>();
  for (const { table, fields } of alone) {
    const isUsual = !fields.has('ejNumber') && usual.has(fieldsOf(table));
    const own = isUsual ? { ...table, isUsual } : table;
    const filledDown = isUsual ? found(own).fields : fields;
    for (const block of [own.first, ...own.layers]) {
      const ofBlock = [...filledDown].filter((field) => block === own.first || block.sharedFields?.has(field));
      if (ofBlock.length > 0) filled.set(block, { ...withRows(own, block), filledDown: new Set(ofBlock) });
    }
  }
  return filled.size === 0 ? blocks : blocks.map((block) => filled.get(block) ?? block);
}

const NOTHING: Repeated = { fields: new Set(), payments: { all: 0, withoutEj: 0 } };

/**
 * The fields of the tables that write each EJ once: one of them shows it, or all of them together, as the sections of
 * the envelopes, each with a payment.
 */
function usualFields(tables: readonly (Repeated & { readonly table: RowsOfTable })[]): ReadonlySet<string> {
  const known = new Map<string, Payments>();
  const usual = new Set<string>();
  for (const { table, fields, payments } of tables) {
    const key = fieldsOf(table);
    if (fields.has('ejNumber')) usual.add(key);
    const { all, withoutEj } = known.get(key) ?? NOTHING.payments;
    known.set(key, { all: all + payments.all, withoutEj: withoutEj + payments.withoutEj });
  }
  for (const [key, payments] of known) if (showGroups(payments)) usual.add(key);
  return usual;
}

/** The rows of a table, with the blocks of their further payments. */
interface RowsOfTable {
  readonly first: LedgerBlock;
  readonly layers: readonly LedgerBlock[];
  readonly isUsual: boolean;
}

function rowsOf(blocks: readonly LedgerBlock[], first: LedgerBlock): RowsOfTable {
  return { first, layers: blocks.filter((block) => block.sharedFields && areRowsOf(block, first)), isUsual: false };
}

function withRows({ first, layers, isUsual }: RowsOfTable, block: LedgerBlock): LedgerBlock {
  if (layers.length === 0 && !isUsual) return block;
  const amounts = [first, ...layers].flatMap(amountColumns);
  const ofAe = [first, ...layers].flatMap(({ columns }) => columns.get('ae')?.column ?? []);
  const commits = first.abreast && { commits: ofAe };
  return { ...block, groupsOfRows: { columns: first.columns, amounts, ...commits, isUsual } };
}

/** The fields from left to right, which are those of any other table of the same kind. */
function fieldsOf({ first: { columns } }: RowsOfTable): string {
  const inOrder = [...columns.values()].sort((one, other) => one.column - other.column);
  return inOrder.map(({ field }) => field).join(' ');
}

function areRowsOf(block: LedgerBlock, first: LedgerBlock): boolean {
  return continuesTable(block, first) && block.firstRow === first.firstRow && block.lastRow === first.lastRow;
}

/** For each cell to fill, the row that it repeats. */
export class FilledDown {
  private constructor(private readonly sources: ReadonlyMap<LedgerField, ReadonlyMap<number, number>>) {}

  /** Null for a block without groups. */
  static of(sheet: SheetSnapshot, block: LedgerBlock, words: TotalWords): FilledDown | null {
    if (!block.filledDown || block.filledDown.size === 0) return null;
    const sources = new Map<LedgerField, ReadonlyMap<number, number>>();
    const merged = mergedFields(sheet, block);
    const finder = new GroupFinder(sheet, block, words, Infinity);
    const byGroup = [...block.filledDown].filter((field) => !merged.has(field));
    for (const field of merged) sources.set(field, mergedSources(sheet, block, field));
    for (const [field, rows] of finder.sourcesOf(byGroup)) sources.set(field, rows);
    return new FilledDown(sources);
  }

  /** The fields of a row to fill, each with the row that it repeats; null for most rows. */
  at(row: number): ReadonlyMap<LedgerField, number> | null {
    let found: Map<LedgerField, number> | null = null;
    for (const [field, rows] of this.sources) {
      const source = rows.get(row);
      if (source !== undefined) (found ??= new Map<LedgerField, number>()).set(field, source);
    }
    return found;
  }
}

/** The fields whose column has a vertical merge among the rows of a block. */
function mergedFields(sheet: SheetSnapshot, block: LedgerBlock): ReadonlySet<LedgerField> {
  const fields = new Set<LedgerField>();
  if (!sheet.merges) return fields;
  const columns = [...block.columns.values()].filter(({ field }) => !AMOUNTS.includes(field));
  for (const { top, left, rows, columns: width } of sheet.merges) {
    if (rows < 2 || top > block.lastRow || top + rows - 1 < block.firstRow) continue;
    if (!isFilled(valueAt(sheet, top, left))) continue; // it repeats nothing
    for (const { field, column } of columns) if (column >= left && column < left + width) fields.add(field);
  }
  return fields;
}

function mergedSources(sheet: SheetSnapshot, block: LedgerBlock, field: LedgerField): ReadonlyMap<number, number> {
  const column = block.columns.get(field)?.column ?? -1;
  const sources = new Map<number, number>();
  let filled = 0;
  for (const { top, left, rows, columns } of sheet.merges ?? []) {
    if (column < left || column >= left + columns || top < block.firstRow) continue;
    for (let row = top + 1; row < top + rows && row <= block.lastRow && filled < MOST_MERGED; row++, filled++)
      sources.set(row, top);
  }
  return sources;
}
