/**
 * Rows with amounts and nothing else, or the name of a period alone (« Fin mars »), or their day where the table has
 * numbers of EJ or DP, which are exactly the sums of the rows above them, of all or since the last total: totals that
 * somebody typed without a word. Any other such row is an operation. So are totals, at the foot of the operations,
 * rows with amounts beside an envelope each and nothing else, « PDE | 60 000 », « SF | 5 000 », under a title such as
 * « Récapitulatif », or where one of them is the sum of its envelope.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import type { CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock, LedgerColumn } from '../ledger-source';
import type { CellReader } from '../read-cells';
import { isFilled } from '../sheet-rows';

const AMOUNTS = ['ae', 'cp'] as const;
/** The sum of one amount is as well that amount, typed twice, unless a later sum of all the rows leaves it out. */
const FEWEST_ROWS = 2;
const FEWEST_ENVELOPES = 2;
const SUMMARY =
  /^(?:tableau )?(?:recap(?:itulatif|itulation)?s?|syntheses?|bilan|totaux|total|situation|resume|cumul|consommations?|ensemble)\b/;
const DATES = ['commitmentDate', 'serviceDate', 'paymentDate'] as const;
const OF_WORDS: ReadonlySet<LedgerField> = new Set(['label', 'operation', 'supplier', 'ejNumber']);
const PERIOD =
  /(?<![a-z\d])(?:janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|mois|trimestre|semestre|annee|exercice|page|[ts][1-4])(?![a-z\d])|\d{1,2}[/.-]\d{1,2}/;
const BESIDE_PERIODS =
  /(?<![a-z\d])(?:situation|etat|arretee?|fin|debut|a|au|de|du|le|la|l|d|1er|\de|\d?eme|ere?|\d{1,4})(?![a-z\d])/g;
const PERIODS = new RegExp(PERIOD, 'g');
/** « T1 » and « 23-01 » may be numbers of an EJ. */
const HAS_A_WORD = /[a-z]{3}/i;
/** Alone, « Mars » may be the payment of a month. */
const SITUATION = /(?<![a-z])(?:situation|etat|arretee?|fin|au)(?![a-z])/;
const LONGEST_PERIOD = 60;
const MONTH_NAME =
  /^(?:(?:fin |mois de |mois d )?(?:janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\.?(?: 20\d\d)?|[ts][1-4](?: 20\d\d)?)$/;

type Row = readonly CellValue[];

/** Ranks of totals: of the rows since the last one, and of all. */
const [TOTAL, GRAND_TOTAL] = [1, 2];

/** Recognises the bare sums of one block. */
export class BareSums {
  private readonly left: number;
  private readonly top: number;
  private readonly amounts: readonly LedgerColumn[];
  private readonly amountsAt: ReadonlySet<number>;
  private readonly lastPosition: number;
  /** The positions of columns that hold the identity of an operation: its numbers, dates, codes. */
  private readonly coded: ReadonlySet<number>;
  private readonly ejNumber: number;
  /** The positions of the dates of a table whose operations have numbers: a row without one may be the sum at its day. */
  private readonly dates: ReadonlySet<number>;
  private readonly envelope: number;
  private found: ReadonlyMap<number, number> | null = null;
  private summary: ReadonlySet<number> | null = null;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly block: LedgerBlock,
    private readonly cells: CellReader,
    /** True for a row of a total or of a balance by its label or its formula. */
    private readonly isFoot: (values: Row, sheetRow: number) => boolean,
  ) {
    this.left = sheet.used?.left ?? 0;
    this.top = sheet.used?.top ?? 0;
    const columns = AMOUNTS.flatMap((field) => block.columns.get(field) ?? []);
    const coded = [...block.columns.values()].filter(({ field }) => !OF_WORDS.has(field));
    this.coded = new Set(coded.map(({ column }) => column - this.left));
    this.ejNumber = (block.columns.get('ejNumber')?.column ?? this.left - 1) - this.left;
    const isNumbered = block.columns.has('ejNumber') || block.columns.has('dpNumber');
    const dates = isNumbered ? DATES.flatMap((field) => block.columns.get(field) ?? []) : [];
    this.dates = new Set(dates.map(({ column }) => column - this.left));
    this.envelope = (block.columns.get('ministerialAxis2')?.column ?? this.left - 1) - this.left;
    this.amounts = columns.filter((one, at) => columns.findIndex(({ column }) => column === one.column) === at);
    this.amountsAt = new Set(this.amounts.map(({ column }) => column - this.left));
    this.lastPosition = Math.max(...[...block.columns.values()].map(({ column }) => column - this.left));
  }

  /** True for a row that holds amounts alone, or beside the name of a period or its day, whether or not they are sums. */
  isBare(sheetRow: number): boolean {
    const beside = this.besideAmounts(sheetRow);
    return beside !== null && beside.texts.every(isPeriod);
  }

  /** True for a row of a summary by envelope at the foot of the operations, after a blank row or a title. */
  isOfSummary(sheetRow: number): boolean {
    return (this.summary ??= this.summaryRows()).has(sheetRow);
  }

  private summaryRows(): ReadonlySet<number> {
    const found = new Map<string, number>();
    let row = this.block.lastRow;
    for (; row > this.block.firstRow; row--) {
      const values = this.ownValuesAt(row);
      const [envelope, ...others] = values.filter(({ position }) => !this.amountsAt.has(position));
      const isFoot = values.length === 0 || this.isFoot(this.valuesAt(row), row);
      if (isFoot && found.size === 0) continue;
      const name = envelope?.position === this.envelope ? comparable(String(envelope.value)).trim() : '';
      if (name === '' || others.length > 0 || found.has(name) || !this.hasAmounts(row)) break;
      found.set(name, row);
    }
    const title = this.ownValuesAt(row);
    if (found.size < FEWEST_ENVELOPES || title.length > 1 || !this.hasOperationsAbove(row)) return new Set();
    const isTitled = title.some(({ value }) => SUMMARY.test(comparable(String(value)).trim()));
    return new Set(isTitled || this.haveSum(found, row) ? found.values() : []);
  }

  /** True where the amounts of one of these rows are those of its envelope above. */
  private haveSum(rows: ReadonlyMap<string, number>, below: number): boolean {
    const sums = new Map<string, Sums>();
    for (let row = this.block.firstRow; row < below; row++) {
      const values = this.valuesAt(row);
      if (this.isFoot(values, row)) continue;
      const envelope = comparable(String(values[this.envelope] ?? '')).trim();
      const known = sums.get(envelope) ?? new Sums();
      known.add(this.amountsOf(row));
      sums.set(envelope, known);
    }
    return [...rows].some(([envelope, row]) => sums.get(envelope)?.are(this.amountsOf(row), 1));
  }

  /** True where a row has an amount, and something beside it and its envelope. */
  private hasOperationsAbove(sheetRow: number): boolean {
    for (let row = sheetRow - 1; row >= this.block.firstRow; row--) {
      const isMore = ({ position }: { readonly position: number }): boolean =>
        position !== this.envelope && !this.amountsAt.has(position);
      if (this.hasAmounts(row) && this.ownValuesAt(row).some(isMore)) return true;
    }
    return false;
  }

  private ownValuesAt(sheetRow: number): readonly { readonly position: number; readonly value: CellValue }[] {
    const values = this.valuesAt(sheetRow).map((value, position) => ({ position, value }));
    return values.slice(this.block.left - this.left, this.lastPosition + 1).filter(({ value }) => isFilled(value));
  }

  /** The rank of such a row whose amounts are all sums of the rows above, as that of `TotalRow`; null for any other. */
  rankOf(sheetRow: number): number | null {
    if (!this.isBare(sheetRow)) return null;
    this.found ??= this.find();
    return this.found.get(sheetRow) ?? null;
  }

  /**
   * The texts of a row with amounts, in columns of words, and whether it has a day, beside which it may name an
   * envelope; null for any other row, or with anything else in it.
   */
  private besideAmounts(sheetRow: number): BesideAmounts | null {
    const values = this.valuesAt(sheetRow);
    const texts: string[] = [];
    let [hasAmount, isDated, isOfEnvelope] = [false, false, false];
    for (let position = this.block.left - this.left; position <= this.lastPosition; position++) {
      const value = values[position] ?? null;
      if (!isFilled(value)) continue;
      if (this.amountsAt.has(position)) hasAmount = true;
      else if (this.dates.has(position) && this.isDayOrMonth(value)) isDated = true;
      else if (position === this.envelope) isOfEnvelope = true;
      else if (typeof value === 'string' && this.mayBeWords(position, value)) texts.push(value);
      else return null;
    }
    return hasAmount && (isDated || !isOfEnvelope) ? { texts, isDated } : null;
  }

  /** « Février » under « Date » is when, too. */
  private isDayOrMonth(value: CellValue): boolean {
    return this.cells.date(value).kind === 'date' || isMonthName(value);
  }

  private mayBeWords(position: number, text: string): boolean {
    return !this.coded.has(position) && (position !== this.ejNumber || HAS_A_WORD.test(text));
  }

  private find(): ReadonlyMap<number, number> {
    const named = this.rowsOfPeriods();
    const ranks = this.confirmedSums(new Set());
    const areMany = named.length !== 1;
    if (named.every((row) => ranks.has(row)) && (areMany || named.some((row) => this.isSituation(row)))) return ranks;
    return this.confirmedSums(new Set(named)); // payments by month or by day, not sums
  }

  /** The sums with that of all the rows, where it is typed above them. */
  private confirmedSums(operations: ReadonlySet<number>): ReadonlyMap<number, number> {
    const top = this.firstWithAmounts();
    const mayBeSum = top !== null && this.isBare(top) && !operations.has(top) && !this.isFoot(this.valuesAt(top), top);
    const below = mayBeSum ? this.sumsBelow(top, operations) : null;
    if (top !== null && below?.all.are(this.amountsOf(top))) return new Map([[top, GRAND_TOTAL], ...below.ranks]);
    return this.sumsBelow(null, operations).ranks;
  }

  private sumsBelow(top: number | null, operations: ReadonlySet<number>): FoundSums {
    const first = top === null ? this.block.firstRow : top + 1;
    return this.sums(first, operations, this.sums(first, operations, null).confirmed);
  }

  private firstWithAmounts(): number | null {
    for (let row = this.block.firstRow; row <= this.block.lastRow; row++) if (this.hasAmounts(row)) return row;
    return null;
  }

  /** The rows with the name of a period, or a day. */
  private rowsOfPeriods(): readonly number[] {
    const rows: number[] = [];
    for (let row = this.block.firstRow; row <= this.block.lastRow; row++) {
      const beside = this.besideAmounts(row);
      const isNamed = beside !== null && isOfPeriod(beside);
      if (isNamed && this.hasAmounts(row) && !this.isFoot(this.valuesAt(row), row)) rows.push(row);
    }
    return rows;
  }

  private isSituation(row: number): boolean {
    const beside = this.besideAmounts(row);
    return beside !== null && (beside.isDated || beside.texts.some((text) => SITUATION.test(comparable(text))));
  }

  private hasAmounts(row: number): boolean {
    return this.amountsOf(row).some((cents) => cents !== 0);
  }

  private amountsOf(row: number): readonly number[] {
    return this.amounts.map((column) => this.centsAt(row, column));
  }

  /**
   * The sums among the rows from `first` on, but those known as `operations`. A sum of one row counts where it is among
   * `copies`; with null, each counts, and those are confirmed that a later sum of all the rows leaves out.
   */
  private sums(first: number, operations: ReadonlySet<number>, copies: ReadonlySet<number> | null): FoundSums {
    const [sinceTotal, all] = [new Sums(), new Sums()];
    const [ranks, confirmed] = [new Map<number, number>(), new Set<number>()];
    let doubtful: number[] = [];
    for (let row = first; row <= this.block.lastRow; row++) {
      const amounts = this.amountsOf(row);
      if (amounts.every((cents) => cents === 0)) continue;
      const isFoot = this.isFoot(this.valuesAt(row), row);
      const fewest = copies === null || copies.has(row) ? 1 : FEWEST_ROWS;
      const rank = sinceTotal.are(amounts, fewest) ? TOTAL : all.are(amounts, fewest) ? GRAND_TOTAL : null;
      const isBareSum = rank !== null && this.isBare(row) && !operations.has(row);
      if (isBareSum) ranks.set(row, rank);
      if (isBareSum && !sinceTotal.are(amounts) && !all.are(amounts)) doubtful.push(row);
      else if ((isBareSum || isFoot) && all.are(amounts)) {
        for (const copy of doubtful) confirmed.add(copy);
        doubtful = [];
      }
      if (isBareSum || isFoot) sinceTotal.clear();
      else for (const sums of [sinceTotal, all]) sums.add(amounts);
    }
    return { ranks, confirmed, all };
  }

  private centsAt(sheetRow: number, column: LedgerColumn): number {
    const reading = this.cells.amountAt(this.sheet, sheetRow, column);
    return reading.kind === 'amount' ? reading.cents : 0;
  }

  private valuesAt(sheetRow: number): Row {
    return this.sheet.values[sheetRow - this.top] ?? [];
  }
}

interface BesideAmounts {
  readonly texts: readonly string[];
  readonly isDated: boolean;
}

function isOfPeriod({ texts, isDated }: BesideAmounts): boolean {
  return (isDated || texts.length > 0) && texts.every(isPeriod);
}

interface FoundSums {
  /** By row of the sheet. */
  readonly ranks: ReadonlyMap<number, number>;
  /** Sums of one row that a later sum leaves out. */
  readonly confirmed: ReadonlySet<number>;
  /** Of all the rows but them. */
  readonly all: Sums;
}

/** True for a text that names a period and nothing to buy: « Fin mars », « Situation au 31/03 ». */
function isMonthName(value: CellValue): boolean {
  return typeof value === 'string' && MONTH_NAME.test(comparable(value).trim());
}

function isPeriod(text: string): boolean {
  const words = text.length > LONGEST_PERIOD ? '' : comparable(text);
  return PERIOD.test(words) && !/[a-z]/.test(words.replace(PERIODS, ' ').replace(BESIDE_PERIODS, ' '));
}

/** The sums of some rows, by column. */
class Sums {
  private cents: readonly number[] = [];
  private rows = 0;

  add(amounts: readonly number[]): void {
    this.cents = amounts.map((amount, at) => amount + (this.cents[at] ?? 0));
    this.rows += 1;
  }

  /** True for amounts that are all these sums, but those of zero. */
  are(amounts: readonly number[], fewest = FEWEST_ROWS): boolean {
    return this.rows >= fewest && amounts.every((amount, at) => amount === 0 || amount === this.cents[at]);
  }

  clear(): void {
    this.cents = [];
    this.rows = 0;
  }
}
