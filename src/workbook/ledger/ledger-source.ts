/** The place of the ledger in the workbook: one block per table or range, with its mapped columns; keys of rows. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { BlockHeadings, LedgerField, LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import type { DatesLeft } from '../../domain/envelopes/reading-facts';
import type { ImputationField } from '../../domain/imputation/imputation';
import type { UnitOfColumns } from './units';
import type { EffectRow } from './tables/effect-rows';
import type { UnitRow } from './tables/unit-rows';
import type { MarkColumns } from './rows/amount-marks';
import type { CarriedOfTable } from './rows/marks/carried-marks';
import type { TellingColumn } from './rows/marks/telling-columns';
import type { EffectMarkColumn } from './rows/marks/effect-marks';
import type { AmountUnit } from '../../domain/money/amount-text';
import type { RowFilter } from './column-field';

/** A column of the team's table that is mapped to a field. */
export interface LedgerColumn {
  readonly field: LedgerField;
  /** Column of the sheet, from 0. */
  readonly column: number;
  readonly heading: string;
  /** Of a column of amounts in thousands or millions; absent when it is in euros. */
  readonly unit?: AmountUnit;
  /**
   * The other currency of a column of amounts: of its heading, which the user confirmed all the same, or of all the
   * table by a title or the name of the sheet. None of its amounts is read.
   */
  readonly otherUnit?: string;
}

/** One table or plain range of the ledger. Rows are those of the sheet, from 0. */
export interface LedgerBlock {
  readonly sheet: string;
  /** Name of the Excel Table; null for a plain range. */
  readonly table: string | null;
  /** The Excel Table under whose columns these rows are, without being part of it (LEC-02). */
  readonly belowTable?: string;
  /** The first column of the table, mapped or not. */
  readonly left: number;
  /** The row of the group titles when there are two rows of headings; otherwise the row of the headings. */
  readonly topRow: number;
  readonly headingRow: number;
  readonly firstRow: number;
  /** Last data row, totals row excluded. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<LedgerField, LedgerColumn>;
  /**
   * The column of the sheet whose words give the nature, AE or CP, of the one amount of a row; `ae` and `cp` then have
   * the same column, and so may the dates. Absent: each nature has its own column.
   */
  readonly natureColumn?: number;
  /** The columns of the sheet that qualify the amounts of each row: « USD », « k€ », « C ». */
  readonly marks?: MarkColumns;
  /** The columns of the sheet by which the team takes rows out: « Annulé », « Hors convention ». */
  readonly effectMarks?: readonly EffectMarkColumn[];
  /** The columns of the sheet with further facts of a row: « Fin de suspension », « Gestion anticipée ». */
  readonly tellingColumns?: readonly TellingColumn[];
  /** The titles around its rows, where one of them may take rows out. */
  readonly effectRows?: readonly EffectRow[];
  /** The same, where one is the operation of rows that have no column for it: « Retraits ». */
  readonly operationRows?: readonly EffectRow[];
  /** The columns and the titles by which the team may enter again EJ of earlier years: « Report », « RAP 2022 ». */
  readonly carried?: CarriedOfTable;
  /** The units of the columns that name none, by a title, a note or the name of the sheet. */
  readonly units?: readonly UnitOfColumns[];
  /** Columns of the sheet whose amounts are without tax by the words around the table: « Montants HT ». */
  readonly withoutTax?: ReadonlySet<number>;
  /** Rows among the operations that give a unit to those below them. */
  readonly unitRows?: readonly UnitRow[];
  /** The titles that give the year of the rows below them, in a convention of several years: « Exercice 2025 ». */
  readonly yearRows?: readonly EffectRow[];
  /** Columns of the sheet by which a ledger of several years or conventions is filtered. */
  readonly filters?: ReadonlyMap<RowFilter, number>;
  /** The envelope of the rows that write none. */
  readonly envelope?: BlockEnvelope;
  /** Its amounts are those of one envelope, beside those of others on the same rows. */
  readonly abreast?: Abreast;
  readonly datesLeft?: DatesLeft;
  /** A further payment of rows that another block reads too: these fields are judged there. */
  readonly sharedFields?: ReadonlySet<LedgerField>;
  /** The period that heads the column of CP of the rows. */
  readonly paidIn?: PaidIn;
  /** The year that heads their column of AE. */
  readonly committedIn?: PaidIn;
  /** The team types its payments with a minus. */
  readonly paysNegative?: true;
  /** It types its commitments with a minus, below the credits that it is given. */
  readonly commitsNegative?: true;
  /** Columns of dates whose texts give the month first. */
  readonly monthFirst?: ReadonlySet<LedgerField>;
  /** Columns whose blank cells repeat the cell above: vertical merges, and groups whose first row alone is written. */
  readonly filledDown?: ReadonlySet<LedgerField>;
  /** The columns that show the groups of its rows; absent where its own do. */
  readonly groupsOfRows?: GroupsOfRows;
}

/** The columns of the first block of some rows, and those of the amounts of all their blocks. */
export interface GroupsOfRows {
  readonly columns: ReadonlyMap<LedgerField, LedgerColumn>;
  readonly amounts: readonly number[];
  /** Those of AE, where each envelope has its own; absent for that of the first block. */
  readonly commits?: readonly number[];
  /** Another table of the ledger, with the same headings, writes its EJ once. */
  readonly isUsual: boolean;
}

/** The amounts of one envelope on rows that have those of others too: a row may have several, or only one. */
export interface Abreast {
  /** The code of the envelope. */
  readonly envelope: string;
  /** The words that name it: « AE PDE ». */
  readonly text: string;
  /** Its own columns of the sheet: all have the others. */
  readonly own: OwnColumns;
  /** Those of the other envelopes, from left to right. */
  readonly others: readonly OwnColumns[];
  /** Of these, the number whose blocks come first: a row that has one of them is a part of theirs. */
  readonly before: number;
}

export type OwnColumns = ReadonlyMap<LedgerField, number>;

/** The columns whose amounts were converted to euros; one that holds AE and CP is one column. */
export function convertedColumns({ columns }: LedgerBlock): readonly (LedgerColumn & { readonly unit: AmountUnit })[] {
  const byColumn = new Map(
    [...columns.values()].flatMap((column) =>
      column.unit === undefined ? [] : [[column.column, { ...column, unit: column.unit }] as const],
    ),
  );
  return [...byColumn.values()];
}

/** A period of amounts whose day is not known: each counts on the last one. */
export interface PaidIn {
  readonly period: 'month' | 'quarter' | 'year';
  readonly lastDay: CivilDate;
}

/** An envelope that a block takes from something around it (LEC-07). */
export interface BlockEnvelope {
  /** The field that decides the envelope of a row (`envelopeFieldOf`), or axe 2. */
  readonly field: ImputationField;
  /** The code of the envelope. */
  readonly code: string;
  /** Its value in that field. */
  readonly value: string;
  readonly from: 'title' | 'heading' | 'sheet' | 'only';
  /** The title, the heading, or the name of the sheet. */
  readonly text: string;
}

/**
 * `empty`: a single text, such as the title of a section; blank rows are not listed. `balance`: an amount that sums no
 * row, such as « Reste » or « Crédits ouverts ». `otherYear`, `otherConvention`: by the column of the year or of the
 * convention in a shared ledger.
 */
export type IgnoredReason =
  'empty' | 'total' | 'balance' | 'cancelled' | 'repeatedHeadings' | 'otherYear' | 'otherConvention';

/** A row of the team's table that is not counted, and why. */
export interface IgnoredRow {
  readonly row: RowKey;
  readonly reason: IgnoredReason;
}

/** A cell of a sheet, from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const ROWS_PER_SHEET = 1_048_576;

/** The key of a row of a block; ascending in reading order. */
export function rowKey(blockIndex: number, sheetRow: number): RowKey {
  return (blockIndex * ROWS_PER_SHEET + sheetRow) as RowKey;
}

/** The index of the block of a row. */
export function blockOfRow(key: RowKey): number {
  return Math.floor(key / ROWS_PER_SHEET);
}

/** The row of the sheet, from 0. */
export function sheetRow(key: RowKey): number {
  return key % ROWS_PER_SHEET;
}

/** The number of a row on its sheet, from 1. */
export function rowNumber(key: RowKey): number {
  return sheetRow(key) + 1;
}

/** The block and the sheet row of a key. */
export function placeOfRow(
  blocks: readonly LedgerBlock[],
  key: RowKey,
): { readonly block: LedgerBlock; readonly row: number } | null {
  const block = blocks[blockOfRow(key)];
  return block ? { block, row: sheetRow(key) } : null;
}

/** The fields that the rows of a block have, from a column or from what is around the block. */
export function fieldsOf({ columns, envelope, paidIn }: LedgerBlock): readonly LedgerField[] {
  return [
    ...columns.keys(),
    ...(envelope ? [envelope.field] : []),
    ...(paidIn === undefined ? [] : (['paymentDate'] as const)),
  ];
}

/** The headings of a table, for findings on its columns, with those of the further payments of its rows. */
export function headingsOf(blocks: readonly LedgerBlock[], index: number): BlockHeadings | null {
  const block = blocks[index];
  if (!block || block.sharedFields || continuesTable(block, blocks[index - 1])) return null;
  const layers = blocks.filter((other) => other.sharedFields && continuesTable(other, block));
  const paidIn = [block, ...layers].find((layer) => layer.paidIn !== undefined)?.paidIn;
  return {
    row: rowKey(index, block.headingRow),
    fields: new Set([block, ...layers].flatMap(fieldsOf)),
    ...(block.datesLeft && { datesLeft: block.datesLeft }),
    ...(isOneColumn(block, 'commitmentDate', 'paymentDate') && { hasOneDate: true }),
    ...(paidIn && { paysBy: paidIn.period }),
  };
}

/** True when one column of the table is that of both fields. */
export function isOneColumn({ columns }: LedgerBlock, one: LedgerField, other: LedgerField): boolean {
  return columns.has(one) && columns.get(one)?.column === columns.get(other)?.column;
}

/** True for a further part of the same table, under the same headings. */
export function continuesTable({ sheet, headingRow, left }: LedgerBlock, before: LedgerBlock | undefined): boolean {
  return before?.sheet === sheet && before.headingRow === headingRow && before.left === left;
}

/** Links the rows of a block of further payments, or amendments, to the first part of each; others are as they are. */
export function linkToFirstPart(blocks: readonly LedgerBlock[], index: number): (row: LedgerRow) => LedgerRow {
  const further = blocks[index];
  if (!further?.sharedFields || further.abreast) return (row) => row;
  const firsts = [...blocks.entries()].filter(([, one]) => !one.sharedFields && continuesTable(further, one));
  return (row) => {
    const at = sheetRow(row.key);
    const first = firsts.find(([, { firstRow, lastRow }]) => at >= firstRow && at <= lastRow);
    return first ? { ...row, partOf: rowKey(first[0], at) } : row;
  };
}

/** True for more rows of the same columns: below an Excel Table, or after those that the user set aside. */
export function isSamePart(block: LedgerBlock, before: LedgerBlock | undefined): boolean {
  const isSame = (field: LedgerField): boolean =>
    block.columns.get(field)?.column === before?.columns.get(field)?.column;
  return continuesTable(block, before) && isSame('ae') && isSame('cp');
}

/** The cell of a field on a row; the first cell of the row when the field has no column. */
export function placeOfCell(blocks: readonly LedgerBlock[], key: RowKey, field: LedgerField): CellPlace | null {
  const place = placeOfRow(blocks, key);
  if (!place) return null;
  const { columns, paidIn } = place.block;
  const shown = field === 'paymentDate' && paidIn !== undefined ? 'cp' : field;
  const column = columns.get(shown)?.column ?? Math.min(...[...columns.values()].map((mapped) => mapped.column));
  return { sheet: place.block.sheet, row: place.row, column };
}
