/**
 * Reads cells of the convention tables into typed values and remembers the first fault, with the address of its cell.
 * Every reader returns a value whatever the cell holds; the caller asks for `fault` at the end.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { Euros } from '../../domain/money/euros';
import type { Tolerance } from '../../domain/envelopes/envelope';
import type { DelayUnit } from '../../domain/envelopes/terms';
import type { CellFault, UnreadCell } from '../../domain/unread-cells';
import type { CeilingMode, Thresholds } from '../../domain/envelopes/convention';
import type { Nature } from '../../domain/money/nature';
import { comparable } from '../../domain/text';
import { isCellError, textOf, type CellValue } from '../cells';
import { YEAR_BOUNDS } from './convention-bounds';
import type { ConventionProblem } from './convention-problem';
import { ANSWER_WORDS, identifierOf, meansNoCeiling, MODE_WORDS, NO_CEILING } from './convention-words';
import { countIn, unitText } from './counted-delays';
import { holdsYears, yearIn } from './typed-years';
import type { BadConvention } from '../failure';
import { COLUMNS, LIST_SEPARATOR, type TableId } from '../workbook-names';
import { readShare, thresholdsIn, thresholdsInOrder } from './typed-shares';
import { faultOfLost, type LostTable } from '../registers/lost-tables';
import { headingOf, type ColumnOf, type OurRow, type OurTable } from '../registers/our-tables';
import { CellReader, meansNothing } from '../ledger/read-cells';

const DIGITS_OF_A_SHEET = 15;
const CELL_FAULTS: readonly CellFault[] = ['severalCodes', 'damagedCode', 'otherField', 'untilBeforeFrom'];
/** None of the few words that are known has a comma or « et ». */
const BETWEEN_WORDS = /[;,]|\bet\b/i;
/** Both natures, in a comparable text: « AE et CP » has one of each list, « AECP » and « les deux » are of both. */
const OF_NATURES = [/\b(?:ae|aecp|cpae|deux|both)\b/, /\b(?:cp|aecp|cpae|deux|both)\b/];
const NATURE_WORDS: Readonly<Record<Nature, string>> = { AE: 'AE', CP: 'CP' };

/** The days of some columns, with the texts from which none could be read. */
type DaysOf<Column extends string> = Readonly<Record<Column, CivilDate | null>> & {
  readonly unread?: Readonly<Partial<Record<Column, string>>>;
};

export class ConventionCells {
  private firstFault: BadConvention | null = null;
  /** The wrong cells of the row that is being read, by heading, where they are no fault. */
  private unread: Map<string, UnreadCell> | null = null;
  private readonly cells: CellReader;

  constructor(readonly uses1904: boolean) {
    this.cells = new CellReader(uses1904);
  }

  /** The first thing that was wrong; null when nothing was. */
  get fault(): BadConvention | null {
    return this.firstFault;
  }

  report(table: string, cell: string | null, problem: ConventionProblem, found: string, expected: string): void {
    this.firstFault ??= { code: 'badConvention', table, cell, problem, found: found.slice(0, 80), expected };
  }

  /** Reports the tables whose cells are there without being a table of their name. */
  reportLost(lost: readonly LostTable[]): void {
    this.firstFault ??= faultOfLost(lost);
  }

  /** Reports a cell of a row; `found` is what it holds or shows. */
  reportCell<T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    problem: ConventionProblem,
    expected = '',
    found = textOf(row.table.value(row, column)),
  ): void {
    const { table } = row;
    const value = table.value(row, column);
    if (this.unread) {
      const heading = headingOf(table.id, column);
      const known = this.unread.get(heading);
      const fault = CELL_FAULTS.find((one) => one === problem);
      const cell = { column: heading, raw: found, expected: expected || (known?.expected ?? '') };
      this.unread.set(heading, { ...cell, ...(fault && { fault }) });
      return;
    }
    this.report(table.name, table.address(row, column), isCellError(value) ? 'errorInCell' : problem, found, expected);
  }

  /** Reads a row of a register that no figure needs: its wrong cells are no fault of the convention. */
  readRow<R>(read: () => R): { readonly value: R; readonly unread: readonly UnreadCell[] } {
    const unread = (this.unread = new Map<string, UnreadCell>());
    const value = read();
    this.unread = null;
    return { value, unread: [...unread.values()] };
  }

  /** Reports the columns that the table cannot do without. */
  requireColumns<T extends TableId>(table: OurTable<T>, columns: readonly ColumnOf<T>[]): void {
    for (const column of columns) {
      if (!table.has(column))
        this.report(table.name, table.address(null, column), 'columnMissing', '', headingOf(table.id, column));
    }
  }

  /** A text that may be empty; an error in the cell is a fault. */
  text<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): string {
    if (isCellError(row.table.value(row, column))) this.reportCell(row, column, 'errorInCell');
    return row.table.text(row, column);
  }

  /**
   * A text that is neither an amount, nor a name that others refer to, nor one of a few words; empty when it means
   * nothing, « Néant », « aucune », « s.o. », « non ».
   */
  freeText<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): string {
    const text = this.text(row, column);
    return meansNone(text) ? '' : text;
  }

  /** A text that may not be empty. */
  name<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): string {
    const text = this.text(row, column);
    if (text === '') this.reportCell(row, column, 'valueMissing', headingOf(row.table.id, column));
    return text;
  }

  /** The other names of a row; what means nothing is left out. */
  aliases<T extends 'envelopes' | 'lines' | 'imputations'>(row: OurRow<T>): readonly string[] {
    return aliasesIn(this.text(row, 'aliases' as ColumnOf<T>)).filter((item) => !meansNone(item));
  }

  /** One of a few words; `fallback` when the cell is empty. */
  word<I extends string, T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    words: Readonly<Record<I, string>>,
    fallback: I,
  ): I {
    const text = this.text(row, column);
    return text === '' ? fallback : this.identifier(row, column, text, words, fallback);
  }

  /** One of a few words, several times; `fallback` when the cell is empty. */
  words<I extends string, T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    words: Readonly<Record<I, string>>,
    fallback: readonly [I, ...I[]],
  ): readonly [I, ...I[]] {
    const [first, ...others] = wordsIn(this.text(row, column));
    if (first === undefined) return fallback;
    const read = (text: string): I => this.identifier(row, column, text, words, fallback[0]);
    return [read(first), ...others.map(read)];
  }

  /** The modes of ceilings; « sans objet » is `fallback` where there is none. */
  modes<T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    ceilings: readonly unknown[],
    fallback: readonly [CeilingMode, ...CeilingMode[]],
  ): readonly [CeilingMode, ...CeilingMode[]] {
    const isMoot = ceilings.every((ceiling) => ceiling === null) && meansNone(this.text(row, column));
    return isMoot ? fallback : this.words(row, column, MODE_WORDS, fallback);
  }

  /** An amount, or null when the cell is empty; `instead`: a word that may be there. */
  amount<N extends Nature, T extends TableId>(row: OurRow<T>, column: ColumnOf<T>, instead = ''): Euros<N> | null {
    const reading = this.cells.amountShown(row.table.value(row, column), row.table.shown(row, column));
    if (reading.kind === 'absent') return null;
    if (reading.kind === 'amount' && !reading.rounded) return Euros.fromCents<N>(reading.cents);
    this.reportCell(row, column, 'amountUnreadable', instead, reading.raw);
    return null;
  }

  /** An amount that must be there. */
  someAmount<N extends Nature, T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): Euros<N> {
    const amount = this.amount<N, T>(row, column);
    if (amount === null) this.reportCell(row, column, 'valueMissing', headingOf(row.table.id, column));
    return amount ?? Euros.zero<N>();
  }

  /** A ceiling: an amount; null when the cell is empty or contains « aucun », « illimité ». */
  ceiling<N extends Nature, T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): Euros<N> | null {
    return this.saysNone(row, column) ? null : this.amount<N, T>(row, column, NO_CEILING);
  }

  /** True when the cell contains « aucun », or other words for no ceiling. */
  saysNone<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): boolean {
    return meansNoCeiling(row.table.text(row, column));
  }

  /**
   * Two shares of a ceiling (`70 %; 85 %`), in either order; one alone informs, and warns from `usual` where it is higher.
   * Null when the cell is empty.
   */
  thresholds<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>, usual = 0): Thresholds | null {
    const shares = thresholdsIn(this.shareIn(row, column));
    if (shares.length > 2 || shares.includes(null)) this.reportCell(row, column, 'numberUnreadable', '70 %; 85 %');
    const [one, other] = shares.map((share) => share ?? 1);
    return one === undefined ? null : thresholdsInOrder(one, other ?? Math.max(one, usual));
  }

  /** A share (`50 %`), or null when the cell is empty. */
  share<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>, expected = '50 %'): number | null {
    const text = this.shareIn(row, column);
    if (text === '') return null;
    const share = readShare(text);
    if (share === null) this.reportCell(row, column, 'numberUnreadable', expected);
    return share;
  }

  /** A share of a ceiling (`5 %`) or an amount; null when the cell is empty. */
  tolerance<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): Tolerance | null {
    const share = readShare(this.shareIn(row, column));
    if (share !== null) return { share };
    const amount = this.amount(row, column);
    return amount === null ? null : { cents: amount.cents };
  }

  /** The text of a cell that may hold a share: a number has the digits of a spreadsheet (85.05 / 100 is 0.8505). */
  private shareIn<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): string {
    const value = row.table.value(row, column);
    return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS_OF_A_SHEET))) : this.text(row, column);
  }

  /** A date, or null when the cell is empty. */
  date<T extends TableId>(row: OurRow<T>, column: ColumnOf<T>): CivilDate | null {
    const reading = this.cells.date(row.table.value(row, column));
    if (reading.kind === 'date') return reading.date;
    if (reading.kind !== 'absent') this.reportCell(row, column, 'dateUnreadable');
    return null;
  }

  /** The dates of a register that no figure needs: one that cannot be read is no fault of the convention. */
  days<T extends TableId, C extends ColumnOf<T>>(row: OurRow<T>, ...columns: readonly C[]): DaysOf<C> {
    const readings = columns.map((column) => [column, this.cells.date(row.table.value(row, column))] as const);
    const days = readings.map(([column, one]) => [column, one.kind === 'date' ? one.date : null]);
    const unread = readings.flatMap(([column, one]) =>
      one.kind === 'date' || one.kind === 'absent' ? [] : [[column, one.raw]],
    );
    const read = Object.fromEntries(days) as Record<C, CivilDate | null>;
    return unread.length === 0 ? read : { ...read, unread: Object.fromEntries(unread) as DaysOf<C>['unread'] };
  }

  /** A credit year (« 2023 », « exercice 2023 »); `fallback` when the cell is empty. */
  year<T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    fallback: number,
    expected = YEAR_BOUNDS.join('…'),
  ): number {
    const text = this.text(row, column);
    if (text === '') return fallback;
    const year = yearIn(text);
    if (year === null) this.reportCell(row, column, holdsYears(text) ? 'severalYears' : 'numberUnreadable', expected);
    return year ?? fallback;
  }

  /** AE or CP; `fallback` when the cell is empty. Both are a fault with its own remedy. */
  nature<T extends 'movements' | 'fungibility', F extends Nature | null>(row: OurRow<T>, fallback: F): Nature | F {
    const column = 'nature' as ColumnOf<T>;
    const text = this.text(row, column);
    if (OF_NATURES.every((one) => one.test(comparable(text)))) this.reportCell(row, column, 'bothNatures');
    return text === '' ? fallback : this.word(row, column, NATURE_WORDS, 'AE');
  }

  /** A number of days or of months; the cell may name that unit (« trois mois »). `fallback` when it is empty. */
  delay<T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    [least, most]: readonly [number, number],
    fallback: number,
    unit: DelayUnit,
  ): number {
    const text = this.text(row, column);
    if (text === '') return fallback;
    const number = countIn(text, unit) ?? NaN;
    if (number >= least && number <= most) return number;
    this.reportCell(row, column, 'numberUnreadable', `${least}…${most} (${unitText(unit)})`);
    return fallback;
  }

  private identifier<I extends string, T extends TableId>(
    row: OurRow<T>,
    column: ColumnOf<T>,
    text: string,
    words: Readonly<Record<I, string>>,
    fallback: I,
  ): I {
    const identifier = identifierOf(words, text);
    if (identifier === null) this.reportCell(row, column, 'wordUnknown', Object.values(words).join(', '));
    return identifier ?? fallback;
  }
}

/** True for a text that means none: « Néant », « sans objet », « non ». */
export function meansNone(text: string): boolean {
  return meansNothing(text) || comparable(text) === ANSWER_WORDS.no;
}

/** True for a row whose only words mean nothing, beside zeros: « Néant | 0 » in a table that has no row to give. */
export function isRowOfNone<T extends TableId>(row: OurRow<T>): boolean {
  const columns = (Object.keys(COLUMNS[row.table.id]) as ColumnOf<T>[]).filter((column) => column !== 'year');
  const values = columns.map((column) => row.table.value(row, column));
  const isNone = (value: CellValue): boolean => value === null || value === 0 || meansNone(textOf(value));
  return values.every(isNone) && values.some((value) => typeof value === 'string' && /\p{L}/u.test(value));
}

/** The items of a cell, trimmed, blanks kept in their place; none for an empty cell. */
export function splitList(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.split(LIST_SEPARATOR).map((item) => item.trim());
}

/** The names of a cell of aliases, one a line or separated by `;`. */
export function aliasesIn(text: string): readonly string[] {
  return text.split(/[;\r\n]/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}

/** The items of a cell of few words: « bloquant; alerte », « engagement et paiement ». */
export function wordsIn(text: string): readonly string[] {
  const items = text.split(BETWEEN_WORDS).map((item) => item.trim());
  return items.filter((item) => item !== '');
}

/** Items as one cell. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(LIST_SEPARATOR, ',').trim()).join(`${LIST_SEPARATOR} `);
}
