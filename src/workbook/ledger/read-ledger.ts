/**
 * Blocks of the ledger → rows of the domain. Empty rows, totals, repeated headings and cancelled rows are not counted
 * and are listed as ignored; hidden and filtered rows count like the others.
 */
import type { Ledger, LedgerField, LedgerRow, TellingText, TextError, TotalRow } from '../../domain/envelopes/ledger';
import type { Imputation } from '../../domain/imputation/imputation';
import { assert } from '../../domain/result';
import { drain, type Slices } from '../../domain/slices';
import { isCellError, textOf, type CellValue } from '../cells';
import { linkAbreast, RowsAbreast } from './columns/rows-abreast';
import { RowNature } from './row-nature';
import { repeatedHeadings, type RepeatedHeadings } from './rows/repeated-headings';
import { BlockAmounts } from './rows/block-amounts';
import { daysOfPeriod, isReadElsewhere } from './rows/payments/period-of-payments';
import { unseenAmountsOf } from './rows/unseen-amounts';
import { hiddenRowsOf } from './rows/hidden-rows';
import { otherTextsOf } from './rows/other-texts';
import { struckRowsOf } from './rows/struck-rows';
import { KeptRows, type Reading } from './rows/kept-rows';
import type { KnownNames } from './known-names';
import { createReaders, type Readers } from './ledger-readers';
import {
  fieldsOf,
  headingsOf,
  isSamePart,
  linkToFirstPart,
  rowKey,
  type BlockEnvelope,
  type IgnoredRow,
  type LedgerBlock,
} from './ledger-source';
import { comeDay, paymentIn } from './rows/payments/not-paid-words';
import { minusUnder, withoutMinuses, type MinusUnder } from './rows/payments/negative-payments';
import { withSignOfOperation } from './rows/operation-sign';
import { at, holdsNoDp, holdsWordsAlone, holdZerosAlone, isSurelyFilled, lineOf, trimmed } from './rows/row-cells';
import { EffectMarks } from './rows/marks/effect-marks';
import { withMarks } from './rows/marks/payment-doubts';
import { toldBy } from './rows/marks/telling-columns';
import { withStatusOfEj } from './rows/status-words';
import { isBlankText, statusCell } from './read-cells';
import { FilledDown } from './rows/groups/filled-down';
import { CoveredRows, ofEitherNature, TotalRows, withoutSums, type TotalReading } from './rows/ledger-totals';
import { isNoteOfColumns } from './under-headings';
import { areCredits } from '../../domain/envelopes/row-effects';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { FIELD_NAMES } from '../field-names';

export interface ReadLedger {
  readonly ledger: Ledger;
  readonly ignored: readonly IgnoredRow[];
}

/** The reading of one row of the sheet. */
export type RowReading =
  /** `total`: those of its amounts that sum other rows, which the row then has not. */
  | { readonly kind: 'row'; readonly row: LedgerRow; readonly total?: TotalReading }
  | TotalReading
  | { readonly kind: 'ignored'; readonly reason: Exclude<IgnoredRow['reason'], 'total' | 'cancelled'> }
  | { readonly kind: 'cancelled'; readonly row: LedgerRow }
  | { readonly kind: 'blank' };

/** Reads every block, in order; `names` are those of the convention, which totals name too. */
export function readLedger(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  names: KnownNames | null = null,
): ReadLedger {
  return new LedgerReader().read(workbook, blocks, names);
}

/** Reads the ledger of a workbook after each edit: only the rows that changed since the last reading are read again. */
export class LedgerReader {
  private last: (Reading & { readonly readers: Readers }) | null = null;

  /** Returns the same as `readLedger`; rows that did not change are the same objects. */
  read(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[], names: KnownNames | null = null): ReadLedger {
    return drain(this.readInSlices(workbook, blocks, names));
  }

  /** The same, yielding between rows. */
  *readInSlices(
    workbook: WorkbookSnapshot,
    blocks: readonly LedgerBlock[],
    names: KnownNames | null,
  ): Slices<ReadLedger> {
    const kept =
      this.last?.readers.names?.key === names?.key ? this.last && KeptRows.of(this.last, workbook, blocks) : null;
    const readers = (kept && this.last?.readers) ?? createReaders(workbook, names);
    const rows: LedgerRow[] = [];
    const cancelled: LedgerRow[] = [];
    const totals: TotalRow[] = [];
    const ignored: IgnoredRow[] = [];
    let covered: CoveredRows | null = null;
    for (const [index, block] of blocks.entries()) {
      covered =
        covered && isSamePart(block, blocks[index - 1]) ? covered : new CoveredRows(rowKey(index, block.firstRow));
      const into = { rows, cancelled, totals, ignored, covered, linked: linkToFirstPart(blocks, index) };
      yield* readBlock(new BlockReader(workbook, block, index, readers), block, index, kept, into);
    }
    yield;
    linkAbreast(rows, blocks);
    this.last = { workbook, blocks, rows, readers };
    const fields = new Set(blocks.flatMap(fieldsOf));
    const headings = blocks.flatMap((_, index) => headingsOf(blocks, index) ?? []);
    const hidden = hiddenRowsOf(workbook, blocks, rows);
    yield;
    const unseen = unseenAmountsOf(workbook, blocks, rows);
    yield;
    const leftOut = cancelled.length > 0 && { leftOut: cancelled };
    const struck = struckRowsOf(workbook, blocks, rows);
    yield;
    const others = otherTextsOf(workbook, blocks);
    yield;
    return { ledger: { rows, totals, ...leftOut, fields, headings, hidden, unseen, ...struck, ...others }, ignored };
  }
}

interface Collected {
  readonly rows: LedgerRow[];
  readonly cancelled: LedgerRow[];
  readonly totals: TotalRow[];
  readonly ignored: IgnoredRow[];
  readonly covered: CoveredRows;
  readonly linked: (row: LedgerRow) => LedgerRow;
}

/** Rows read between two pauses: a few milliseconds of work. */
const ROWS_PER_SLICE = 5000;

function* readBlock(
  reader: BlockReader,
  block: LedgerBlock,
  index: number,
  kept: KeptRows | null,
  into: Collected,
): Slices<void> {
  const isLayer = block.sharedFields !== undefined && !block.abreast; // the first block lists what is ignored
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    if ((row - block.firstRow) % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    const known = kept?.rowAt(rowKey(index, row), index, row);
    if (known && !reader.dependsOnOthers(row, known)) {
      into.rows.push(known);
      continue;
    }
    const reading = reader.read(row);
    const ignored = isLayer || reader.isFurther(row) ? [] : into.ignored;
    switch (reading.kind) {
      case 'row':
        into.rows.push(into.linked(reading.row));
        if (reading.total) into.totals.push(into.covered.keep(reading.total, rowKey(index, row)));
        break;
      case 'total':
        into.totals.push(into.covered.keep(reading, rowKey(index, row)));
        ignored.push({ row: rowKey(index, row), reason: areCredits(reading) ? 'balance' : 'total' });
        break;
      case 'cancelled':
        into.cancelled.push(reading.row);
        ignored.push({ row: rowKey(index, row), reason: 'cancelled' });
        break;
      case 'ignored':
        ignored.push({ row: rowKey(index, row), reason: reading.reason });
        break;
      case 'blank':
        break;
    }
  }
}

/** The position of the column of each field; −1 when the team's table has none. */
type Columns = Readonly<Record<LedgerField, number>>;

/** Reads the rows of one block, each independently of the others. */
export class BlockReader {
  private readonly sheet: SheetSnapshot;
  private readonly columns: Columns;
  private readonly tellingTexts: (readonly [TellingText, number])[];
  private readonly headings: readonly RepeatedHeadings[];
  private readonly amounts: BlockAmounts;
  private readonly positions: readonly number[];
  /** Without those that another block of the same rows reads too. */
  private readonly ownPositions: readonly number[];
  private readonly cells: Readers['cells'];
  private readonly totals: TotalRows;
  private readonly filledDown: LedgerBlock['filledDown'];
  private readonly filled: FilledDown | null;
  private readonly fieldSets = new Map<string, ReadonlySet<LedgerField>>();
  private readonly nature: RowNature | null;
  /** The envelope of the block, for rows that have no column for it. */
  private readonly envelope: BlockEnvelope | null;
  private readonly inherited: ReadonlySet<LedgerField> | null;
  private readonly monthFirst: LedgerBlock['monthFirst'];
  /** Of a block with the amounts of one period. */
  private readonly period: ReturnType<typeof daysOfPeriod>;
  private readonly statusHeading: string;
  private readonly effectMarks: EffectMarks | null;
  private readonly telling: LedgerBlock['tellingColumns'];
  private readonly minusUnder: MinusUnder | null;
  private readonly abreast: RowsAbreast | null;

  constructor(
    workbook: WorkbookSnapshot,
    block: LedgerBlock,
    private readonly index: number,
    { cells, words }: Readers,
  ) {
    this.cells = cells;
    const sheet = findSheet(workbook, block.sheet);
    assert(sheet, `the sheet ${block.sheet} of a ledger block exists`);
    this.sheet = sheet;
    this.totals = new TotalRows(sheet, block, words, cells);
    this.filledDown = block.filledDown;
    this.filled = FilledDown.of(sheet, block, words);
    const left = sheet.used?.left ?? 0;
    const columnOf = (field: LedgerField): number =>
      (block.columns.get(field)?.column ?? -1) - (block.columns.has(field) ? left : 0);
    this.columns = columnsOf(columnOf);
    const telling = TELLING_TEXTS.filter((field) => block.columns.has(field));
    this.tellingTexts = telling.map((field) => [field, columnOf(field)]);
    this.positions = [...new Set([...block.columns.values()].map(({ column }) => column - left))];
    this.ownPositions = [...block.columns.values()]
      .filter(({ field }) => !block.sharedFields || !isReadElsewhere(block, field))
      .map(({ column }) => column - left);
    const headingRows = [block.topRow, block.headingRow].map((row) => sheet.values[row - (sheet.used?.top ?? 0)] ?? []);
    this.headings = repeatedHeadings(headingRows, this.positions);
    this.amounts = new BlockAmounts(sheet, block, cells);
    this.nature = RowNature.of(block, left);
    this.period = daysOfPeriod(block);
    this.minusUnder = minusUnder(block);
    this.statusHeading = block.columns.get('status')?.heading ?? '';
    this.effectMarks = EffectMarks.of(block, left, cells);
    this.telling = block.tellingColumns;
    this.abreast = RowsAbreast.of(block, left);
    this.envelope = block.envelope ?? null;
    this.monthFirst = block.monthFirst;
    const elsewhere = [...(block.sharedFields ?? []), ...(block.envelope ? [block.envelope.field] : [])];
    this.inherited = elsewhere.length > 0 ? new Set(elsewhere) : null;
  }

  /** Reads a row of the sheet. */
  read(sheetRow: number): RowReading {
    const values = this.sheet.values[sheetRow - (this.sheet.used?.top ?? 0)];
    if (!values || this.isBlank(values) || this.abreast?.isOfOthers(values)) return { kind: 'blank' };
    const whole = this.readRow(values, sheetRow);
    const own = this.ownAmounts(whole, values);
    const total = this.totals.read(values, sheetRow, own);
    if (total && this.repeatsHeadings(values)) return { kind: 'ignored', reason: 'repeatedHeadings' }; // « Somme engagée »
    if (total === 'balance') return { kind: 'ignored', reason: 'balance' };
    if (total) return whole === own ? total : ofEitherNature(total, whole);
    if (holdZerosAlone(values, this.positions)) return { kind: 'ignored', reason: 'empty' };
    const row = this.filledRow(values, sheetRow) ?? own;
    if (row.ej.kind !== 'ej' && this.isUndated(row)) {
      const areHeadings = this.repeatsHeadings(values) || isNoteOfColumns(values);
      if (areHeadings) return { kind: 'ignored', reason: 'repeatedHeadings' };
      if (holdsWordsAlone(values, row, this.positions, this.columns)) return { kind: 'ignored', reason: 'empty' };
    }
    const signed = withSignOfOperation(row, this.nature?.wordsOf(values) ?? '');
    if (row.status === 'cancelled') return { kind: 'cancelled', row: signed };
    const sums = this.totals.partialTotal(sheetRow, row);
    return sums ? { kind: 'row', row: withoutSums(signed, sums), total: sums } : { kind: 'row', row: signed };
  }

  /** True for a further part of a row with amounts by envelope. */
  isFurther(sheetRow: number): boolean {
    return this.abreast?.isFurther(this.sheet.values[sheetRow - (this.sheet.used?.top ?? 0)] ?? []) === true;
  }

  /** True when other rows decide the reading of one: by its formulas, or by the cells above that it repeats. */
  dependsOnOthers(sheetRow: number, known: LedgerRow): boolean {
    const isFilled = this.filled !== null && this.filled.at(sheetRow) !== null;
    return isFilled || this.wasFilled(known) || this.totals.dependsOnOthers(sheetRow, known);
  }

  /** True for a row with cells that repeated others at the last reading. */
  private wasFilled({ inherited }: LedgerRow): boolean {
    return inherited !== undefined && [...(this.filledDown ?? [])].some((field) => inherited.has(field));
  }

  /** An operation with the cells that it repeats from above, which are judged there; null when it repeats none. */
  private filledRow(values: readonly CellValue[], sheetRow: number): LedgerRow | null {
    const above = this.filled?.at(sheetRow);
    if (!above || !this.amounts.areIn(values)) return null;
    const top = this.sheet.used?.top ?? 0;
    const filled = [...values];
    for (const [field, row] of above) {
      const position = this.columns[field];
      filled[position] = this.sheet.values[row - top]?.[position] ?? null;
    }
    const fields = [...(this.abreast?.inheritedOn(values) ?? this.inherited ?? []), ...above.keys()];
    const key = fields.join();
    const inherited = this.fieldSets.get(key) ?? new Set(fields);
    this.fieldSets.set(key, inherited);
    const row = this.readRow(filled, sheetRow);
    return { ...this.ownAmounts(row, filled), inherited };
  }

  /** The row with the amounts of its nature, or envelope, and their sign. */
  private ownAmounts(whole: LedgerRow, values: readonly CellValue[]): LedgerRow {
    const ofNature = this.nature ? this.nature.apply(whole, values) : whole;
    const row = this.abreast ? this.abreast.withoutDaysOfOthers(ofNature, values) : ofNature;
    return this.minusUnder === null ? row : withoutMinuses(row, this.minusUnder);
  }

  private readRow(values: readonly CellValue[], sheetRow: number): LedgerRow {
    const { cells, columns } = this;
    const errors = this.textErrors(values);
    const ej = cells.ej(at(values, columns.ejNumber));
    const ae = this.amounts.read('ae', values, sheetRow);
    const cp = paymentIn(this.amounts.read('cp', values, sheetRow));
    const row: LedgerRow = withStatusOfEj({
      key: rowKey(this.index, sheetRow),
      imputation: cells.imputation(this.imputationOf(values)),
      budgetLine: trimmed(at(values, columns.budgetLine)),
      ...this.statusIn(values),
      operation: trimmed(at(values, columns.operation)) || (this.effectMarks?.operationAt(sheetRow) ?? ''),
      ej,
      ejLine: trimmed(at(values, columns.ejLine)) || lineOf(ej),
      dpNumber: trimmed(at(values, columns.dpNumber)),
      dpLine: trimmed(at(values, columns.dpLine)),
      supplier: trimmed(at(values, columns.supplier)),
      label: trimmed(at(values, columns.label)),
      commitmentDate: this.period.committedOn(ae, this.day(values, 'commitmentDate')),
      serviceDate: comeDay(this.day(values, 'serviceDate')),
      receiptDate: comeDay(this.day(values, 'receiptDate')),
      paymentDate: this.period.paidOn(cp) ?? comeDay(this.day(values, 'paymentDate')),
      contractEnd: this.day(values, 'contractEnd'),
      ae,
      cp,
    });
    const marks = [...(this.effectMarks?.at(sheetRow, values, row) ?? []), ...this.period.doubtsOf(row)];
    const told = this.telling && toldBy(this.telling, values, this.sheet.used?.left ?? 0);
    const inherited = this.abreast?.inheritedOn(values) ?? this.inherited;
    if (!errors && !inherited && marks.length === 0 && !told) return row; // the usual row: no copy
    return {
      ...withMarks({ ...row, ...told }, marks),
      ...(errors && { errors }),
      ...(inherited && { inherited }),
    };
  }

  private day(values: readonly CellValue[], field: LedgerField): LedgerRow['paymentDate'] {
    return this.cells.date(at(values, this.columns[field]), this.monthFirst?.has(field));
  }

  private statusIn(values: readonly CellValue[]): Pick<LedgerRow, 'status' | 'statusText' | 'unknownStatus'> {
    const value = at(values, this.columns.status);
    const { status, isKnown } = this.cells.status(statusCell(this.statusHeading, value));
    const text = trimmed(value);
    return { status, ...(text !== '' && { statusText: text }), ...(!isKnown && { unknownStatus: text }) };
  }

  /** The error cells of the columns read as texts; null on almost every row. */
  private textErrors(values: readonly CellValue[]): readonly TextError[] | null {
    let found: TextError[] | null = null;
    for (const [field, position] of this.tellingTexts) {
      const value = values[position];
      if (value !== undefined && isCellError(value)) (found ??= []).push({ field, raw: value.error });
    }
    return found;
  }

  private imputationOf(values: readonly CellValue[]): Imputation {
    const { cells, columns, envelope } = this;
    const codes: Imputation = {
      programme: cells.code('programme', at(values, columns.programme)),
      functionalDomain: cells.code('functionalDomain', at(values, columns.functionalDomain)),
      financialCentre: cells.code('financialCentre', at(values, columns.financialCentre)),
      activity: cells.code('activity', at(values, columns.activity)),
      costCentre: cells.code('costCentre', at(values, columns.costCentre)),
      ministerialAxis1: cells.code('ministerialAxis1', at(values, columns.ministerialAxis1)),
      ministerialAxis2: cells.code('ministerialAxis2', at(values, columns.ministerialAxis2)),
    };
    if (!envelope || columns[envelope.field] >= 0) return codes;
    return { ...codes, [envelope.field]: cells.code(envelope.field, envelope.value) };
  }

  /** True when every mapped column is blank: a note beside the table does not make a row. */
  private isBlank(values: readonly CellValue[]): boolean {
    const { ownPositions: positions } = this;
    for (const position of positions) if (isSurelyFilled(values[position] ?? null)) return false;
    return positions.every((position) => isBlankText(textOf(values[position] ?? null)));
  }

  /** True without a date and without a DP number: the row may not be an operation. */
  private isUndated(row: LedgerRow): boolean {
    const dates = [row.commitmentDate, row.serviceDate, row.paymentDate];
    return dates.every(({ kind }) => kind !== 'date') && holdsNoDp(row.dpNumber);
  }

  /** True for a row that repeats the headings, or the group titles above them. */
  private repeatsHeadings(values: readonly CellValue[]): boolean {
    return this.headings.some((headings) => headings.areIn(values));
  }
}

const TELLING_TEXTS: readonly TellingText[] = ['budgetLine', 'status', 'operation', 'ejLine', 'dpNumber', 'dpLine'];

function columnsOf(columnOf: (field: LedgerField) => number): Columns {
  const fields = Object.keys(FIELD_NAMES) as LedgerField[];
  return Object.fromEntries(fields.map((field) => [field, columnOf(field)])) as Columns;
}
