/**
 * Blocks of the ledger → rows of the domain. Empty rows, totals, repeated headings and cancelled rows are not counted
 * and are listed as ignored; hidden and filtered rows count like the others.
 */
import type {
  AmountReading,
  EjReading,
  Ledger,
  LedgerField,
  LedgerRow,
  TellingText,
  TextError,
  TotalRow,
} from '../../domain/envelopes/ledger';
import type { Imputation } from '../../domain/imputation/imputation';
import type { AmountUnit } from '../../domain/money/amount-text';
import { assert } from '../../domain/result';
import { comparable } from '../../domain/text';
import { isCellError, type CellValue } from '../cells';
import { RowNature } from './row-nature';
import { hiddenRowsOf } from './hidden-rows';
import { KeptRows, type Reading } from './kept-rows';
import { rowKey, type IgnoredRow, type LedgerBlock } from './ledger-source';
import { CellReader, isBlankText, textOf } from './read-cells';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { FIELD_NAMES } from '../workbook-names';

export interface ReadLedger {
  readonly ledger: Ledger;
  readonly ignored: readonly IgnoredRow[];
}

/** The reading of one row of the sheet. */
export type RowReading =
  | { readonly kind: 'row'; readonly row: LedgerRow }
  | {
      readonly kind: 'total';
      readonly label: string;
      readonly rank: number;
      readonly ae: AmountReading;
      readonly cp: AmountReading;
    }
  | { readonly kind: 'ignored'; readonly reason: 'empty' | 'cancelled' | 'repeatedHeadings' }
  | { readonly kind: 'blank' };

/** Reads every block, in order. */
export function readLedger(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): ReadLedger {
  return new LedgerReader().read(workbook, blocks);
}

/** Reads the ledger of a workbook after each edit: only the rows that changed since the last reading are read again. */
export class LedgerReader {
  private last: (Reading & { readonly cells: CellReader }) | null = null;

  /** Returns the same as `readLedger`; rows that did not change are the same objects. */
  read(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): ReadLedger {
    const kept = this.last && KeptRows.of(this.last, workbook, blocks);
    const cells = (kept && this.last?.cells) ?? new CellReader(workbook.uses1904Dates);
    const rows: LedgerRow[] = [];
    const totals: TotalRow[] = [];
    const ignored: IgnoredRow[] = [];
    blocks.forEach((block, index) =>
      readBlock(new BlockReader(workbook, block, index, cells), block, index, kept, { rows, totals, ignored }),
    );
    this.last = { workbook, blocks, rows, cells };
    const fields = new Set(blocks.flatMap((block) => [...block.columns.keys()]));
    const headings = blocks.map((block, index) => ({
      row: rowKey(index, block.headingRow),
      fields: new Set(block.columns.keys()),
    }));
    return { ledger: { rows, totals, fields, headings, hidden: hiddenRowsOf(workbook, blocks, rows) }, ignored };
  }
}

interface Collected {
  readonly rows: LedgerRow[];
  readonly totals: TotalRow[];
  readonly ignored: IgnoredRow[];
}

function readBlock(
  reader: BlockReader,
  block: LedgerBlock,
  index: number,
  kept: KeptRows | null,
  into: Collected,
): void {
  const afterTotal: number[] = []; // by rank: the row after the last total of that rank or of a higher one
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const known = kept?.rowAt(rowKey(index, row), index, row);
    if (known) {
      into.rows.push(known);
      continue;
    }
    const reading = reader.read(row);
    switch (reading.kind) {
      case 'row':
        into.rows.push(reading.row);
        break;
      case 'total': {
        const earlier = reading.rank === SINCE_THE_BEGINNING ? [] : afterTotal.slice(reading.rank);
        const firstCovered = Math.max(block.firstRow, ...earlier);
        const { label, ae, cp } = reading;
        into.totals.push({ key: rowKey(index, row), label, ae, cp, firstCovered: rowKey(index, firstCovered) });
        into.ignored.push({ row: rowKey(index, row), reason: 'total' });
        for (let rank = 0; rank <= reading.rank; rank++) afterTotal[rank] = row + 1;
        break;
      }
      case 'ignored':
        into.ignored.push({ row: rowKey(index, row), reason: reading.reason });
        break;
      case 'blank':
        break;
    }
  }
}

const SINCE_THE_BEGINNING = 3;
/** In characters: « BG00/Non affecté », the longest text that means an empty cell. */
const LONGEST_BLANK_TEXT = 16;

/** The position of the column of each field; −1 when the team's table has none. */
type Columns = Readonly<Record<LedgerField, number>>;

/** Reads the rows of one block, each independently of the others. */
export class BlockReader {
  private readonly sheet: SheetSnapshot;
  private readonly columns: Columns;
  private readonly headingRows: readonly (readonly CellValue[])[];
  private readonly units: Readonly<Record<'ae' | 'cp', AmountUnit>>;
  private readonly positions: readonly number[];
  private readonly firstColumn: number;
  private readonly lastColumn: number;
  private readonly nature: RowNature | null;

  constructor(
    workbook: WorkbookSnapshot,
    block: LedgerBlock,
    private readonly index: number,
    private readonly cells: CellReader,
  ) {
    const sheet = findSheet(workbook, block.sheet);
    assert(sheet, `the sheet ${block.sheet} of a ledger block exists`);
    this.sheet = sheet;
    const left = sheet.used?.left ?? 0;
    const columnOf = (field: LedgerField): number =>
      (block.columns.get(field)?.column ?? -1) - (block.columns.has(field) ? left : 0);
    this.columns = columnsOf(columnOf);
    this.positions = [...block.columns.values()].map(({ column }) => column - left);
    this.headingRows = [...new Set([block.topRow, block.headingRow])].map(
      (row) => sheet.values[row - (sheet.used?.top ?? 0)] ?? [],
    );
    this.units = { ae: block.columns.get('ae')?.unit ?? '€', cp: block.columns.get('cp')?.unit ?? '€' };
    this.firstColumn = block.left - left;
    this.lastColumn = Math.max(...this.positions);
    this.nature = RowNature.of(block, left);
  }

  /** Reads a row of the sheet. */
  read(sheetRow: number): RowReading {
    const values = this.sheet.values[sheetRow - (this.sheet.used?.top ?? 0)];
    if (!values || this.isBlank(values)) return { kind: 'blank' };
    const whole = this.readRow(values, sheetRow);
    const row = this.nature ? this.nature.apply(whole, values) : whole;
    if (row.ej.kind !== 'ej' && this.isUndated(row)) {
      const total = this.totalOf(values, row);
      if (total) return total;
      if (this.repeatsHeadings(values)) return { kind: 'ignored', reason: 'repeatedHeadings' };
      if (this.isLoneText(values, row)) return { kind: 'ignored', reason: 'empty' };
    }
    if (row.status === 'cancelled') return { kind: 'ignored', reason: 'cancelled' };
    return { kind: 'row', row };
  }

  private readRow(values: readonly CellValue[], sheetRow: number): LedgerRow {
    const { cells, columns } = this;
    const errors = textErrors(values, columns);
    const ej = cells.ej(at(values, columns.ejNumber));
    return {
      ...(errors && { errors }),
      key: rowKey(this.index, sheetRow),
      imputation: cells.imputation(this.imputationOf(values)),
      budgetLine: trimmed(at(values, columns.budgetLine)),
      status: cells.status(at(values, columns.status)),
      operation: trimmed(at(values, columns.operation)),
      ej,
      ejLine: trimmed(at(values, columns.ejLine)) || lineOf(ej),
      dpNumber: trimmed(at(values, columns.dpNumber)),
      dpLine: trimmed(at(values, columns.dpLine)),
      supplier: trimmed(at(values, columns.supplier)),
      label: trimmed(at(values, columns.label)),
      commitmentDate: cells.date(at(values, columns.commitmentDate)),
      serviceDate: cells.date(at(values, columns.serviceDate)),
      receiptDate: cells.date(at(values, columns.receiptDate)),
      paymentDate: cells.date(at(values, columns.paymentDate)),
      contractEnd: cells.date(at(values, columns.contractEnd)),
      ae: cells.amount(at(values, columns.ae), this.units.ae),
      cp: cells.amount(at(values, columns.cp), this.units.cp),
    };
  }

  private imputationOf(values: readonly CellValue[]): Imputation {
    const { cells, columns } = this;
    return {
      programme: cells.code('programme', at(values, columns.programme)),
      functionalDomain: cells.code('functionalDomain', at(values, columns.functionalDomain)),
      financialCentre: cells.code('financialCentre', at(values, columns.financialCentre)),
      activity: cells.code('activity', at(values, columns.activity)),
      costCentre: cells.code('costCentre', at(values, columns.costCentre)),
      ministerialAxis1: cells.code('ministerialAxis1', at(values, columns.ministerialAxis1)),
      ministerialAxis2: cells.code('ministerialAxis2', at(values, columns.ministerialAxis2)),
    };
  }

  /** True when every mapped column is blank: a note beside the table does not make a row. */
  private isBlank(values: readonly CellValue[]): boolean {
    const { positions } = this;
    for (const position of positions) if (isSurelyFilled(values[position] ?? null)) return false;
    return positions.every((position) => isBlankText(textOf(values[position] ?? null)));
  }

  /** True without a date and without a DP number: the row may not be an operation. */
  private isUndated(row: LedgerRow): boolean {
    const dates = [row.commitmentDate, row.serviceDate, row.paymentDate];
    return dates.every(({ kind }) => kind !== 'date') && !/\d/.test(row.dpNumber);
  }

  /** A row that sums others: its first text is « Total », it has an amount, and neither EJ nor DP. */
  private totalOf(values: readonly CellValue[], row: LedgerRow): RowReading | null {
    if (row.ae.kind === 'absent' && row.cp.kind === 'absent') return null;
    const label = this.firstText(values);
    const rank = label === null ? null : totalRank(label);
    return label === null || rank === null ? null : { kind: 'total', label, rank, ae: row.ae, cp: row.cp };
  }

  private firstText(values: readonly CellValue[]): string | null {
    for (let position = this.firstColumn; position <= this.lastColumn; position++) {
      const value = values[position];
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
    }
    return null;
  }

  /** True for a row that repeats the headings, or the group titles above them. */
  private repeatsHeadings(values: readonly CellValue[]): boolean {
    return this.headingRows.some((headings) => this.repeats(values, headings));
  }

  private repeats(values: readonly CellValue[], headings: readonly CellValue[]): boolean {
    const named = this.positions.filter((position) => typeof headings[position] === 'string');
    const isSame = (position: number): boolean =>
      comparable(textOf(values[position] ?? null)) === comparable(textOf(headings[position] ?? null));
    const same = named.filter((position) => typeof values[position] === 'string' && isSame(position));
    return same.length >= 2 && same.length * 2 >= named.length;
  }

  /** The title of a section, or a note: one text, without amount, EJ or DP. */
  private isLoneText(values: readonly CellValue[], row: LedgerRow): boolean {
    const isTitle = row.ej.kind === 'absent' || (row.ej.kind === 'malformed' && !/\d/.test(row.ej.raw));
    if (row.ae.kind !== 'absent' || row.cp.kind !== 'absent' || !isTitle) return false;
    const filled = this.positions.filter((position) => !isBlankText(textOf(values[position] ?? null)));
    return filled.length <= 1;
  }
}

/** The line that the cell of the EJ adds to it. */
function lineOf(ej: EjReading): string {
  return ej.kind === 'ej' ? (ej.line ?? '') : '';
}

/** The value of a column; null when the table has no such column (−1). */
function at(values: readonly CellValue[], position: number): CellValue {
  return position < 0 ? null : (values[position] ?? null);
}

/** A quick test: true for a number, or for a text longer than any blank text. */
function isSurelyFilled(value: CellValue): boolean {
  if (typeof value !== 'string') return typeof value === 'number';
  return value.length > LONGEST_BLANK_TEXT && value.trim().length > LONGEST_BLANK_TEXT;
}

function trimmed(value: CellValue): string {
  if (typeof value === 'string') return value.trim();
  return value === null ? '' : textOf(value);
}

const TELLING_TEXTS: readonly TellingText[] = ['budgetLine', 'status', 'operation', 'ejLine', 'dpNumber', 'dpLine'];

/** The error cells of the columns read as texts; null on almost every row. */
function textErrors(values: readonly CellValue[], columns: Columns): readonly TextError[] | null {
  let found: TextError[] | null = null;
  for (const field of TELLING_TEXTS) {
    const value = at(values, columns[field]);
    if (isCellError(value)) (found ??= []).push({ field, raw: value.error });
  }
  return found;
}

/** Totals of a group, of a part, of the table, and since the beginning. */
const RANKS: readonly (readonly [RegExp, number])[] = [
  [/^sous (total|totaux)\b/, 0],
  [/^(total general|total resultat|resultat global)\b/, 2],
  [/^(cumul|report|a reporter)\b/, SINCE_THE_BEGINNING],
  [/^(total|totaux|resultat)\b/, 1],
];

/** The rank of a total; null when the text is no total. */
function totalRank(label: string): number | null {
  const word = comparable(label);
  return RANKS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function columnsOf(columnOf: (field: LedgerField) => number): Columns {
  const fields = Object.keys(FIELD_NAMES) as LedgerField[];
  return Object.fromEntries(fields.map((field) => [field, columnOf(field)])) as Columns;
}
