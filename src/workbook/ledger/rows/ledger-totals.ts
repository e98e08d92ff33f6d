/**
 * Rows of a block that are not operations: totals, by a label in any of their texts, by formulas that sum their column
 * or by their amounts alone, balances, and parts of the row above. An EJ or DP number makes an operation of a row with
 * such a label, and so does a date or a supplier unless the label is plain; a balance may have the date of its credits.
 * A row taken for a total by mistake is still compared with its sum (DON-05).
 */
import {
  RUNNING_TOTAL,
  type AmountReading,
  type LedgerField,
  type LedgerRow,
  type RowKey,
  type RowOfCredits,
  type TotalRow,
} from '../../../domain/envelopes/ledger';
import { areCredits } from '../../../domain/envelopes/row-effects';
import { IMPUTATION_FIELDS } from '../../../domain/imputation/imputation';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import { formulaKey, valueAt, type SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';
import type { CellReader } from '../read-cells';
import { isFilled } from '../sheet-rows';
import { BareSums } from './bare-sums';
import { headsRemarks } from './marks/remarks';
import { loweringOfOperation } from './operation-words';
import { PartsOfRows } from './parts-of-rows';
import { restCellsOf, sumCellsOf, type SumCells } from './sum-cells';
import { plainWords, type FootLabel, type TotalWords } from './total-words';

/** A total, before the rows that it covers are known. */
export interface TotalReading {
  readonly kind: 'total';
  readonly label: string;
  readonly names: readonly string[];
  readonly rank: number;
  readonly ae: AmountReading;
  readonly cp: AmountReading;
  readonly isEither?: true;
  /** A sum without a word on a day of payment, which a table with another column for the days of commitment has. */
  readonly mayBePayment?: true;
  readonly mayBeCredits?: true | RowOfCredits;
}

type Row = readonly CellValue[];

const ABSENT = { kind: 'absent' } as const;
/** As « Total général »: of all the rows above. */
const GRAND_TOTAL = 2;
/** In the words of a difference: « Ce qui reste », « Encore possible ». */
const REST = /\b(?:restes?|restante?s?|disponibles?|dispo|libres?|soldes?|marges?|encore|peut|possible)\b/;
const NO_LABEL = { text: '', position: -1, meaning: null };

interface FoundLabel {
  readonly text: string;
  readonly position: number;
  readonly meaning: FootLabel;
}

/** Recognises the totals of one block. */
export class TotalRows {
  private readonly sums: ReadonlyMap<number, SumCells>;
  private readonly rests: ReadonlyMap<number, SumCells>;
  private readonly parts: PartsOfRows;
  private readonly bare: BareSums;
  private readonly firstColumn: number;
  private readonly lastColumn: number;
  private readonly amountColumns: readonly number[];
  private readonly statusColumn: number;
  private readonly envelopeColumn: number;
  private readonly operationColumn: number;
  private readonly isComputed: (sheetRow: number) => boolean;
  private readonly supplierColumn: number;
  private readonly labelColumn: number;
  private readonly ejColumn: number;
  private readonly remarkColumns: readonly number[];
  /** Of the codes of Chorus, but the envelope: credits that are given have none. */
  private readonly codeColumns: readonly number[];
  /** Its CP are those of one month or quarter. */
  private readonly isOfPeriod: boolean;
  /** One column of days for AE and CP: the day of a row is no payment's. */
  private readonly hasOneDay: boolean;
  private readonly firstRow: number;
  private readonly rows: readonly Row[];
  /** By position of the column: its texts in plain words. */
  private readonly namesAt = new Map<number, ReadonlySet<string>>();

  constructor(
    sheet: SheetSnapshot,
    block: LedgerBlock,
    private readonly words: TotalWords,
    cells: CellReader,
  ) {
    const left = sheet.used?.left ?? 0;
    const columnOf = (field: LedgerField): number => (block.columns.get(field)?.column ?? left - 1) - left;
    this.amountColumns = (['ae', 'cp'] as const).map(columnOf);
    this.isComputed = (row) => this.amountColumns.some((at) => sheet.formulas.has(formulaKey(row, left + at)));
    this.sums = sumCellsOf(sheet, block);
    this.rests = restCellsOf(sheet, block, this.sums);
    this.parts = new PartsOfRows(sheet, block, cells);
    const isFoot = (values: Row, row: number): boolean => this.sums.has(row) || this.labelOf(values) !== null;
    this.bare = new BareSums(sheet, block, cells, isFoot);
    this.firstColumn = block.left - left;
    this.lastColumn = Math.max(...[...block.columns.values()].map(({ column }) => column - left));
    this.statusColumn = columnOf('status');
    this.envelopeColumn = columnOf('ministerialAxis2');
    this.operationColumn = columnOf('operation');
    this.supplierColumn = columnOf('supplier');
    this.labelColumn = columnOf('label');
    this.ejColumn = columnOf('ejNumber');
    this.codeColumns = IMPUTATION_FIELDS.filter((field) => field !== 'ministerialAxis2').map(columnOf);
    const top = sheet.used?.top ?? 0;
    this.remarkColumns = remarkColumnsOf(sheet, block, this.lastColumn);
    this.isOfPeriod = block.paidIn !== undefined;
    this.hasOneDay = columnOf('paymentDate') === columnOf('commitmentDate');
    this.firstRow = block.firstRow;
    this.rows = sheet.values.slice(block.firstRow - top, block.lastRow + 1 - top);
  }

  /** True for a row that others decide, which it sums or details: it is then read again at each reading. */
  dependsOnOthers(sheetRow: number, known: LedgerRow): boolean {
    if (this.sums.has(sheetRow) || this.rests.has(sheetRow) || this.parts.isNamedPart(sheetRow)) return true;
    if (this.bare.isBare(sheetRow) || this.bare.isOfSummary(sheetRow)) return true;
    if (isUsual(this.withOwnDays(known))) return false;
    const row = this.rows[sheetRow - this.firstRow] ?? [];
    const mayDepend = (text: string): boolean =>
      this.words.namedTotalOf(text) !== null || this.words.labelOf(text)?.isOfFoot !== undefined;
    return row.some((value) => typeof value === 'string' && mayDepend(value));
  }

  /** The total or the balance that a row is; null for any other row. */
  read(values: Row, sheetRow: number, given: LedgerRow): TotalReading | 'balance' | null {
    const row = this.withOwnDays(given);
    if (row.ae.kind === 'absent' && row.cp.kind === 'absent') return null;
    const sums = this.sums.get(sheetRow);
    if (row.dpNumber === '' && this.parts.isPart(sheetRow)) return 'balance';
    if (!sums && isUsual(row)) return null; // no text is read
    const rank = this.bare.rankOf(sheetRow);
    if (rank !== null) return { ...totalReading(row, NO_LABEL, []), rank, ...this.paysAsTyped(row) };
    if (this.bare.isOfSummary(sheetRow)) return { ...totalReading(row, NO_LABEL, textsOf(row)), rank: GRAND_TOTAL };
    const found = this.labelOf(values) ?? this.givenByDelegant(row);
    const isSum = sums !== undefined && areOf(sums, row);
    if (isSum || (sums && !isOperation(row))) return totalReading(row, found ?? NO_LABEL, textsOf(row));
    if (!found && (this.isLonePart(values, row) || this.isRest(sheetRow, row, values))) return 'balance';
    if (!found || !this.isTotal(found, values, row)) return null;
    const { meaning, position } = found;
    if (meaning.isAlone && (isDated(row) || !this.isBesideEnvelope(values, position))) return null;
    if (meaning.isOfFoot === 'alone' && !this.isOnlyText(values, position)) return null;
    if (meaning.isOfFoot !== undefined && !this.isAtFoot(sheetRow)) return null;
    if (found.meaning.kind !== 'balance') return totalReading(row, found, textsOf(row));
    const isMovement = meaning.isMovement === true;
    if (!(holdsAmount(row.ae) || holdsAmount(row.cp))) return 'balance';
    const isOnDay = [row.commitmentDate, row.paymentDate].some(({ kind }) => kind !== 'absent'); // « mars 2023 » too
    if (!isMovement && (!isOnDay || this.isComputed(sheetRow))) return 'balance';
    const asPaid = paysAlone(row, this.hasOneDay) ? 'paid' : 'given';
    return { ...totalReading(row, found, []), mayBeCredits: isMovement ? asPaid : 'left' };
  }

  /** `=500000-SUM(E2:E9)` below the operations, with no text than an envelope, or the words of a rest. */
  private isRest(sheetRow: number, row: LedgerRow, values: Row): boolean {
    const rest = this.rests.get(sheetRow);
    if (rest === undefined || !areOf(rest, row) || isOperation(row)) return false;
    const isNamed = row.label === '' || REST.test(comparable(row.label));
    const at = row.label === '' ? -1 : this.labelColumn;
    return isNamed && this.isBesideEnvelope(values, at) && this.isAtFoot(sheetRow);
  }

  /** True for a row whose only text but this one is its envelope. */
  private isBesideEnvelope(values: Row, position: number): boolean {
    const others = values.map((value, at) => (at === this.envelopeColumn ? null : value));
    return this.isOnlyText(others, position);
  }

  /** True below the last row with an amount that neither a label nor a formula explains. */
  private isAtFoot(sheetRow: number): boolean {
    for (let at = this.rows.length - 1; at > sheetRow - this.firstRow; at--) {
      const values = this.rows[at] ?? [];
      if (!this.amountColumns.some((position) => isFilled(values[position] ?? null))) continue;
      const row = this.firstRow + at;
      if (!this.sums.has(row) && !this.rests.has(row) && this.labelOf(values) === null) return false;
    }
    return true;
  }

  private paysAsTyped(row: LedgerRow): Pick<TotalReading, 'mayBePayment'> {
    const isPaid = row.paymentDate.kind === 'date' && holdsAmount(row.cp) && !this.hasOneDay;
    return isPaid && textsOf(row).length === 0 ? { mayBePayment: true } : {};
  }

  /** « Sous-total Lot 2 » under « janvier »: the month is that of the column, and no day of the row. */
  private withOwnDays(row: LedgerRow): LedgerRow {
    return this.isOfPeriod && row.paymentDate.kind === 'date' ? { ...row, paymentDate: ABSENT } : row;
  }

  /** Of an operation with amounts that sum others: the total of those alone; null without any. */
  partialTotal(sheetRow: number, row: LedgerRow): TotalReading | null {
    const sums = this.sums.get(sheetRow);
    if (!sums) return null;
    const { ae, cp } = row;
    const total = totalReading(row, NO_LABEL, textsOf(row));
    return { ...total, ae: sums.ae ? ae : ABSENT, cp: sums.cp ? cp : ABSENT };
  }

  /** « Versement » of the délégant, as « Versement DGEFP »: credits that it gives. */
  private givenByDelegant({ supplier, label }: LedgerRow): FoundLabel | null {
    const meaning = label !== '' && this.words.isDelegant(supplier) ? this.words.labelOf(`${label} ${supplier}`) : null;
    return meaning?.isMovement ? { text: label, position: this.labelColumn, meaning } : null;
  }

  private isTotal({ meaning, position }: FoundLabel, values: readonly CellValue[], row: LedgerRow): boolean {
    const { kind, rank, isPlain, isPayment } = meaning;
    const isGiver = meaning.isMovement === true && this.words.isDelegant(row.supplier);
    const isOwnOperation = position === this.operationColumn;
    const givesBack = kind === 'balance' && !isOwnOperation && !meaning.isMovement;
    if (givesBack && loweringOfOperation(row.operation) !== null) return false;
    const hasSupplier = row.supplier !== '' && position !== this.supplierColumn && !isGiver;
    if (hasDp(row)) return false;
    if (row.ej.kind === 'ej') return kind === 'total' && rank === 0 && isPlain && !hasSupplier && !isDated(row);
    if (kind === 'total' && isPlain) return rank !== RUNNING_TOTAL || !hasSupplier;
    // « Crédits ouverts » on their day: neither a payment nor a service
    const isPaid = row.paymentDate.kind === 'date' && !this.hasOneDay && !(meaning.isNeverBought && isOfOneDay(row));
    const isOfCredits = kind === 'balance' && !isPayment && row.serviceDate.kind !== 'date' && !isPaid;
    if (isOfCredits && meaning.isOfCredits) return true;
    if (hasSupplier || (isDated(row) && !isOfCredits)) return false;
    return position !== this.supplierColumn || this.isOnlyText(values, position);
  }

  /** « Dont avenant | 2 000 »: a part of what is above, with no other word, day or number. */
  private isLonePart(values: Row, row: LedgerRow): boolean {
    if (isOperation(row) || row.supplier !== '') return false;
    const own = values.slice(0, this.lastColumn + 1);
    const texts = own.filter(
      (value, at) =>
        typeof value === 'string' && value.trim() !== '' && at >= this.firstColumn && !this.amountColumns.includes(at),
    );
    const [label] = texts;
    return texts.length === 1 && typeof label === 'string' && this.words.labelOf(label)?.kind === 'part';
  }

  /** The first text that is a label; that of a balance in a column of words or names must be the only text. */
  private labelOf(values: Row): FoundLabel | null {
    for (let position = this.firstColumn; position <= this.lastColumn; position++) {
      const value = values[position];
      if (typeof value !== 'string' || value === '') continue;
      const meaning = this.words.labelOf(value) ?? this.namedTotal(position, value);
      if (position === this.statusColumn && !(meaning && this.isTotalAlone(meaning, values))) continue;
      if (!meaning || meaning.kind === 'part') continue;
      if (meaning.isOfSubject && position !== this.labelColumn && !this.isOnlyText(values, position)) continue;
      const isOwnWord = position === this.operationColumn || position === this.supplierColumn;
      const isAnywhere = meaning.kind === 'total' || meaning.isOfCredits;
      if (isAnywhere || !isOwnWord || (!meaning.isPayment && this.isOnlyText(values, position)))
        return { text: value.trim(), position, meaning };
    }
    return this.movementInRemarks(values);
  }

  /** « Abondement » as the remark on a row that names nothing else: no subject, supplier, EJ, operation nor code. */
  private movementInRemarks(values: Row): FoundLabel | null {
    const subjects = [this.labelColumn, this.supplierColumn, this.ejColumn, this.operationColumn, ...this.codeColumns];
    if (subjects.some((position) => textOf(values[position] ?? null).trim() !== '')) return null;
    for (const position of this.remarkColumns) {
      const value = values[position];
      const meaning = typeof value === 'string' && value !== '' ? this.words.labelOf(value) : null;
      if (meaning?.isMovement) return { text: textOf(value ?? null).trim(), position, meaning };
    }
    return null;
  }

  /** « ATOL CD Total », where another row of the column is « ATOL CD ». */
  private namedTotal(position: number, text: string): FootLabel | null {
    const name = this.words.namedTotalOf(text);
    if (name === null) return null;
    const textAt = (row: Row): string => plainWords(comparable(textOf(row[position] ?? null)));
    const names = this.namesAt.get(position) ?? new Set(this.rows.map(textAt));
    this.namesAt.set(position, names);
    return names.has(name) ? { kind: 'total', rank: 0, isPlain: false } : null;
  }

  /** « Total » under « État », beside amounts and at most an envelope: any other row may be paid in total. */
  private isTotalAlone({ kind, rank, isPlain }: FootLabel, values: Row): boolean {
    if (kind !== 'total' || !isPlain || rank === RUNNING_TOTAL) return false;
    const known = new Set([this.statusColumn, this.envelopeColumn, ...this.amountColumns]);
    const own = values.slice(0, this.lastColumn + 1);
    return own.every((value, at) => at < this.firstColumn || known.has(at) || textOf(value).trim() === '');
  }

  /** An amount kept as text is no other text. */
  private isOnlyText(values: Row, position: number): boolean {
    for (let other = this.firstColumn; other <= this.lastColumn; other++) {
      if (this.amountColumns.includes(other)) continue;
      const value = values[other];
      if (other !== position && typeof value === 'string' && value.trim() !== '') return false;
    }
    return true;
  }
}

/** Where totals of each rank start to cover rows, as the same columns are read from the top. */
export class CoveredRows {
  private readonly afterTotal: RowKey[] = [];

  constructor(private readonly first: RowKey) {}

  /** The total, with the rows that it covers; credits cover none. */
  keep({ kind: _, ...total }: TotalReading, key: RowKey): TotalRow {
    return { key, ...total, firstCovered: areCredits(total) ? key : this.firstOf(total.rank, key) };
  }

  /** The first row that a total covers: the one after the last total of its rank or of a higher one. */
  firstOf(rank: number, key: RowKey): RowKey {
    const earlier = rank === RUNNING_TOTAL ? [] : this.afterTotal.slice(rank);
    const first = Math.max(this.first, ...earlier) as RowKey;
    for (let lower = 0; lower <= rank; lower++) this.afterTotal[lower] = (key + 1) as RowKey;
    return first;
  }
}

/** A total of a table with one column of amounts: of either nature when its words do not give it. */
export function ofEitherNature(total: TotalReading, { ae }: LedgerRow): TotalReading {
  const isKnown = total.ae.kind === 'amount' || total.cp.kind === 'amount' || ae.kind !== 'amount';
  return isKnown ? total : { ...total, ae, isEither: true };
}

/** An operation without the amounts that sum other rows. */
export function withoutSums(row: LedgerRow, sums: TotalReading): LedgerRow {
  const without = (sum: LedgerRow['ae'], own: LedgerRow['ae']): LedgerRow['ae'] =>
    sum.kind === 'absent' ? own : { kind: 'absent' };
  return { ...row, ae: without(sums.ae, row.ae), cp: without(sums.cp, row.cp) };
}

/** The positions of the columns headed « Observations », up to the first column without a heading. */
function remarkColumnsOf(
  sheet: SheetSnapshot,
  { left, headingRow }: LedgerBlock,
  lastColumn: number,
): readonly number[] {
  const first = sheet.used?.left ?? 0;
  const found: number[] = [];
  for (let position = left - first; ; position++) {
    const heading = textOf(valueAt(sheet, headingRow, first + position)).trim();
    if (heading === '' && position > lastColumn) return found;
    if (headsRemarks(heading)) found.push(position);
  }
}

function totalReading(
  row: LedgerRow,
  { text, meaning }: FoundLabel | typeof NO_LABEL,
  texts: readonly string[],
): TotalReading {
  const names = texts.filter((name) => name !== text);
  const mayBeCredits = meaning?.mayBeCredits === true && isDated(row) && { mayBeCredits: true as const };
  return { kind: 'total', label: text, names, rank: meaning?.rank ?? 1, ae: row.ae, cp: row.cp, ...mayBeCredits };
}

/** The texts that may name the rows of a total. */
function textsOf({ imputation, budgetLine, supplier, label, operation, ej }: LedgerRow): readonly string[] {
  const axis = imputation.ministerialAxis2;
  const texts = [axis.kind === 'absent' ? '' : axis.raw, budgetLine, supplier, label, operation];
  return [...texts, ej.kind === 'absent' ? '' : ej.raw].filter((text) => text !== '');
}

/** True where each amount of a row has such a formula. */
function areOf({ ae, cp }: SumCells, row: LedgerRow): boolean {
  return (ae || row.ae.kind === 'absent') && (cp || row.cp.kind === 'absent');
}

function isOperation(row: LedgerRow): boolean {
  return row.ej.kind === 'ej' || hasDp(row) || isDated(row);
}

/** True for an amount that is not zero, and for one that cannot be read. */
function holdsAmount(reading: AmountReading): boolean {
  return reading.kind === 'amount' ? reading.cents !== 0 : reading.kind !== 'absent';
}

/** True for a CP on the day of a payment, which is not that of an AE in a column of days for both. */
function paysAlone({ ae, cp, paymentDate }: LedgerRow, hasOneDay: boolean): boolean {
  const isAmount = cp.kind === 'amount' && cp.cents !== 0;
  return isAmount && paymentDate.kind === 'date' && (!hasOneDay || ae.kind === 'absent');
}

/** True where the day of the payment is that of the row, or where it commits nothing. */
function isOfOneDay({ ae, commitmentDate, paymentDate }: LedgerRow): boolean {
  if (ae.kind === 'absent') return true;
  return commitmentDate.kind === 'date' && paymentDate.kind === 'date' && commitmentDate.date === paymentDate.date;
}

function hasDp({ dpNumber }: LedgerRow): boolean {
  return /\d/.test(dpNumber);
}

/** An operation by its own number and a date of its own. */
function isUsual(row: LedgerRow): boolean {
  return row.ej.kind === 'ej' && isDated(row);
}

function isDated({ commitmentDate, serviceDate, paymentDate }: LedgerRow): boolean {
  return commitmentDate.kind === 'date' || serviceDate.kind === 'date' || paymentDate.kind === 'date';
}
