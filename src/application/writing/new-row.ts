/**
 * « Nouvelle ligne »: an operation typed in a form, as one more row under the table of the ledger. It is judged before
 * it is written, by reading the workbook as it would be with it.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText } from '../../domain/calendar/date-text';
import type { LedgerField, RowKey } from '../../domain/envelopes/ledger';
import { eurosIn, readAmountText } from '../../domain/money/amount-text';
import type { Nature } from '../../domain/money/nature';
import { failure, success, type Result } from '../../domain/result';
import type { Slices } from '../../domain/slices';
import { firstTaken } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import { continuesTable, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import { LedgerReader } from '../../workbook/ledger/read-ledger';
import type { PlannedCell, WritePlan } from '../../workbook/plan';
import { extendedTable, filledBelow } from '../../workbook/reading/extended-table';
import { serialOfDate } from '../../workbook/serials';
import { snapshotAfter } from '../../workbook/snapshot-after';
import { findSheet, findTable, formulaKey, valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import { controlInSlices, type ControlledDossier } from '../control';
import type { Dossier } from '../dossier';
import { openDossierInSlices, type OpenOptions } from '../open-dossier';
import { keysAt } from '../row-situation';
import { contentsOf } from './register-rows';

/** The texts of a form by field; absent and blank ones leave their cell as it is. */
export type RowTexts = Partial<Readonly<Record<LedgerField, string>>>;

/** A row to write. */
export interface NewRow {
  /** The sheet whose table takes it; null for the last table of the ledger. */
  readonly sheet: string | null;
  /** Of its amount, where one column holds those of both natures. */
  readonly nature: Nature;
  /** The code of its envelope, where each has columns of its own; absent until it is chosen. */
  readonly envelope?: string;
  readonly texts: RowTexts;
}

const DATES: ReadonlySet<LedgerField> = new Set([
  'commitmentDate',
  'serviceDate',
  'receiptDate',
  'paymentDate',
  'contractEnd',
]);
const AMOUNTS: ReadonlySet<LedgerField> = new Set(['ae', 'cp']);

/**
 * The table that a new row goes to: the last one of a sheet, else the last one of the ledger, with the columns of its
 * envelope where each has its own.
 */
export function blockForNewRow(
  { blocks }: Dossier,
  { sheet, envelope = '' }: Pick<NewRow, 'sheet' | 'envelope'>,
): LedgerBlock | null {
  const above = blocks.filter(({ belowTable }) => belowTable === undefined);
  const plain = above.filter(({ sharedFields }) => !sharedFields);
  const block = plain.filter((one) => one.sheet === sheet).at(-1) ?? plain.at(-1);
  const isOfEnvelope = (one: LedgerBlock): boolean =>
    one.abreast?.envelope === envelope && block !== undefined && continuesTable(one, block);
  return above.find(isOfEnvelope) ?? block ?? null;
}

/** The fields whose text cannot be written as the amount or the date that their column holds. */
export function unreadableTexts({ texts }: Pick<NewRow, 'texts'>): readonly LedgerField[] {
  const fields = Object.entries(texts) as [LedgerField, string][];
  return fields.flatMap(([field, text]) => {
    if (text.trim() === '') return [];
    if (DATES.has(field)) return parseDateText(text) === null ? [field] : [];
    return AMOUNTS.has(field) && readAmountText(text) === null ? [field] : [];
  });
}

/** The row of the sheet, from 0, where a new row of a table goes: the first blank one under it. */
export function rowForNewRow({ workbook }: Dossier, block: LedgerBlock): number {
  const sheet = findSheet(workbook, block.sheet);
  const table = block.table === null ? null : findTable(workbook, block.table);
  if (table) return table.area.top + table.area.rows;
  let row = block.lastRow + 1;
  while (sheet && !isBlankRow(sheet, block, row)) row++;
  return row;
}

function columnsOf({ columns, left }: LedgerBlock): { readonly left: number; readonly count: number } {
  const right = Math.max(...[...columns.values()].map(({ column }) => column));
  return { left, count: right - left + 1 };
}

function isBlankRow(sheet: SheetSnapshot, block: LedgerBlock, row: number): boolean {
  const { left, count } = columnsOf(block);
  return Array.from({ length: count }, (_, offset) => valueAt(sheet, row, left + offset)).every(
    (value) => value === null,
  );
}

/**
 * The plan that writes the row. Refuses a protected sheet, a table that cannot take the row in, a filled cell under a
 * Table, and texts that are no amount or no date.
 */
export function planNewRow(dossier: Dossier, newRow: NewRow): Result<WritePlan, Failure> {
  const { workbook } = dossier;
  const block = blockForNewRow(dossier, newRow);
  const sheet = block && findSheet(workbook, block.sheet);
  if (!block || !sheet) return failure({ code: 'sheetMissing', sheet: newRow.sheet ?? '' });
  const row = rowForNewRow(dossier, block);
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const { left, count } = columnsOf(block);
  const cells = cellsOf(block, newRow, workbook.uses1904Dates, (column) => isComputed(sheet, block, row - 1, column));
  const area = { top: row, left, rows: 1, columns: count };
  const table = block.table === null ? null : findTable(workbook, block.table);
  // what somebody typed under a Table is neither written over nor taken in
  const taken = table ? filledBelow(sheet, table, row) : firstTaken(sheet, area);
  if (taken) return failure(taken);
  const extended = block.table === null ? null : extendedTable(workbook, block.table, area);
  if (block.table !== null && !extended)
    return failure({ code: 'tableNotPlain', table: block.table, sheet: sheet.name });
  return success({
    purpose: 'row',
    expected: [contentsOf(sheet, area)],
    steps: [
      { kind: 'setCells', sheet: sheet.name, top: row, left, cells: [cells] },
      ...(table && extended
        ? [
            {
              ...{ kind: 'resizeTable' as const, sheet: sheet.name, name: table.name },
              ...{ area: extended.area, from: table.area },
            },
          ]
        : []),
    ],
  });
}

/** Excel fills a computed column of a Table itself. */
function isComputed(sheet: SheetSnapshot, { table }: LedgerBlock, row: number, column: number): boolean {
  return table !== null && sheet.formulas.has(formulaKey(row, column));
}

function cellsOf(
  block: LedgerBlock,
  { nature, texts }: NewRow,
  uses1904: boolean,
  isLeft: (column: number) => boolean,
): readonly (PlannedCell | null)[] {
  const { left, count } = columnsOf(block);
  const cells: (PlannedCell | null)[] = Array.from({ length: count }, () => null);
  for (const [field, { column, unit }] of block.columns) {
    const cell = isLeft(column) ? null : cellOf(field, texts[field]?.trim() ?? '', unit ?? '€', uses1904);
    if (cell) cells[column - left] = cell;
  }
  if (block.natureColumn !== undefined) cells[block.natureColumn - left] = { value: nature };
  return cells;
}

function cellOf(
  field: LedgerField,
  text: string,
  unit: Parameters<typeof eurosIn>[0],
  uses1904: boolean,
): PlannedCell | null {
  if (text === '') return null;
  if (AMOUNTS.has(field)) {
    const amount = readAmountText(text);
    return amount && { value: amount.cents / (100 * eurosIn(unit)), style: 'repairedAmount' };
  }
  if (DATES.has(field)) {
    const date = parseDateText(text);
    const serial = date && serialOfDate(date, uses1904);
    return serial === null ? null : { value: serial, style: 'repairedDate' };
  }
  return { value: text, style: 'repairedText' };
}

/** The report of the ledger as it would be with the row. */
export interface JudgedRow extends ControlledDossier {
  /** Empty when the row would not be read as an operation. */
  readonly keys: readonly RowKey[];
}

/** Judges a row before it is written, yielding between slices; the reader keeps the rows from one look to the next. */
export function* judgeNewRow(
  dossier: Dossier,
  newRow: NewRow,
  asOf: CivilDate,
  options: OpenOptions,
  reader: LedgerReader,
): Slices<Result<JudgedRow, Failure>> {
  const plan = planNewRow(dossier, newRow);
  if (!plan.ok) return plan;
  const opened = yield* openDossierInSlices(snapshotAfter(dossier.workbook, plan.value), options, reader);
  if (!opened.ok) return opened;
  yield;
  const controlled = yield* controlInSlices(opened.value, asOf);
  const block = blockForNewRow(dossier, newRow);
  const at = new Set(block ? keysAt(controlled.dossier, block.sheet, rowForNewRow(dossier, block)) : []);
  const keys = controlled.dossier.ledger.rows.flatMap(({ key }) => (at.has(key) ? key : []));
  return success({ ...controlled, keys });
}

/** A reader for `judgeNewRow`. */
export function newRowReader(): LedgerReader {
  return new LedgerReader();
}
