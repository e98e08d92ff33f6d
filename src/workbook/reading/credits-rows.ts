/**
 * Rows that may be operations on the credits: an EJ or DP number, a Chorus code, an amount of money with a date, an
 * amount with the name of an envelope or of a poste, or a purchase whose amount is no sum of the ledger. A rectangle
 * without any such row is a price list, the data of a chart, a summary, which is named in the account and is no
 * finding; or typed amounts under words that may be those of spending: a doubt.
 */
import { addDays, partsOf, type CivilDate } from '../../domain/calendar/civil-date';
import { isMonthText, parseDateText } from '../../domain/calendar/date-text';
import { isPeriodAlone, periodOf } from '../../domain/calendar/label-period';
import { readEj } from '../../domain/imputation/ej-number';
import { comparable } from '../../domain/text';
import { textOf, type Area, type CellValue } from '../cells';
import type { Concept } from '../ledger/heading-words';
import type { KnownNames } from '../ledger/known-names';
import { holdsEj, isTitledSo } from '../ledger/tables/credits-given';
import { isOfAnotherThing } from '../ledger/tables/doubtful-titles';
import { doubtOfTitle } from '../ledger/tables/title-words';
import { dateOfSerial } from '../serials';
import { valueAt, type SheetSnapshot } from '../snapshot';
import type { TotalWords } from '../ledger/rows/total-words';
import { centsAt, centsOf, isUnreadableAmount } from './amount-cells';
import { isInPlaceOfAmount, namesAnAmount, type AreaColumn, type AreaColumns } from './amount-columns';
import { footOf, isComputed, periodTotalled } from './derived-cells';
import { titlesAbove } from './purchases/titles-above';
import {
  costsAmong,
  holdsExpenses,
  mayBePurchase,
  mayNameSpending,
  namesPeriods,
  titlesNoSpending,
} from './purchases/doubtful-spending';
import { namesSpending } from './purchases/price-columns';
import {
  mayBeSpent,
  namesAFigure,
  namesASpentAmount,
  namesPurchases,
  titlesNoPurchase,
} from './purchases/purchase-words';
import type { RepeatedSums } from './purchases/repeated-sums';

/** Codes that begin with a programme, which has four digits and a leading zero; EJ, DP and activities. */
const CODE = /^(?:0\d{3}-\d{2}(?:-\d{2})?|0?\d{3}-[A-Z]{4}-[A-Z0-9]{4}|0\d{11})$/;
/** A column that describes an operation: a summary has none. */
const DESCRIBES: readonly Concept[] = ['label', 'supplier', 'order', 'invoice', 'piece', 'operation', 'contract'];
/** A column whose numbers are those of an operation. */
const PIECES: readonly Concept[] = ['dp', 'invoice', 'order', 'piece'];
const SHORTEST_PIECE = 3;
const MOST_REMEMBERED = 20_000;
const DAYS_OF_YEAR = 366;
const FEWEST_ALONE = 2;
/** Lines of a form. */
const MOST_LINES = 40;

/** `month`: a month without its day. */
type Evidence = 'piece' | 'name' | 'date' | 'month' | 'text' | 'none';

/** Looks for rows of credits in rectangles of one workbook. */
export class CreditsRows {
  private readonly known = new Map<string, Evidence>();

  constructor(
    private readonly names: KnownNames | null,
    private readonly uses1904: boolean,
    private readonly words: TotalWords,
    private readonly sums: RepeatedSums,
  ) {}

  /** True when some row of the rectangle may be an operation. */
  areIn(sheet: SheetSnapshot, area: Area, found: AreaColumns): boolean {
    const amounts = found.columns.filter(({ kind }) => kind === 'amounts');
    const isOperation = this.judgeOf(sheet, found.columns, titlesAbove(sheet, area, found));
    for (let row = found.firstRow; row < area.top + area.rows; row++) {
      const hasAmount = amounts.some((column) => {
        const value = valueAt(sheet, row, column.column);
        return centsAt(sheet, row, column) !== null || isUnreadableAmount(value) || isInPlaceOfAmount(value, column);
      });
      if (hasAmount && isOperation(row)) return true;
    }
    return isFormOfEj(sheet, area);
  }

  /** True for credits that are given, by the title or the sheet of a rectangle without the number of an EJ. */
  areGiven(sheet: SheetSnapshot, { top, left, rows, columns }: Area, { firstRow }: AreaColumns): boolean {
    const [headingRow, lastRow, right] = [firstRow - 1, top + rows - 1, left + columns - 1];
    const place = { topRow: headingRow, headingRow, firstRow, lastRow, left, right };
    return isTitledSo(sheet, place, null, this.names) && !holdsEj(sheet, place);
  }

  /** True for a title by which the amounts below it are perhaps none that the ledger should have. */
  isDoubtedBy(title: string): boolean {
    const doubted = doubtOfTitle(title, this.names);
    return doubted === 'all' || doubted === 'payments' || doubted === 'positive' || isOfAnotherThing(title);
  }

  /** The rows that may be spending, in a rectangle without operations; none where their sums are the ledger's. */
  doubtIn(sheet: SheetSnapshot, area: Area, { firstRow, columns }: AreaColumns): readonly number[] {
    const titles = [sheet.name, ...titlesAbove(sheet, area, { firstRow, columns })];
    const isOfExpenses = holdsExpenses(titles, columns);
    const holdsSums = ({ column }: AreaColumn): boolean =>
      isOfExpenses || holdsMoreThanDays(sheet, area, firstRow, column);
    if (titles.some(titlesNoSpending)) return [];
    const rows = Array.from({ length: area.top + area.rows - firstRow }, (_, offset) => firstRow + offset);
    const [headed, named] = [costsAmong(columns, holdsSums), columns.filter(mayNameSpending)];
    const unnamed =
      headed.length > 0 ? [] : columns.filter((one) => isUnnamedCost(one) && (one.hasEuros || holdsSums(one)));
    const costs = headed.length > 0 ? headed : unnamed;
    if (costs.length === 0) return [];
    const subjects = named.length > 0 ? named : columns.filter((column) => namesPeriods(column, columns));
    const words = [...titles, ...columns.map(({ heading }) => heading)];
    const isTitled = words.some((text) => namesSpending(text) || namesASpentAmount(text));
    const isNamedSo = (row: number): boolean =>
      isTitled || subjects.some(({ column }) => namesASpentAmount(textOf(valueAt(sheet, row, column))));
    const labelled = rows.filter(
      (row) => this.mayBeSpending(sheet, row, columns, { costs, subjects }) && (unnamed.length === 0 || isNamedSo(row)),
    );
    const doubtful = labelled.length > 0 || !isTitled ? labelled : this.alone(sheet, rows, columns, costs);
    const sums = costs.map((column) => sumOf(doubtful.map((row) => centsAt(sheet, row, column))));
    return sums.every((sum) => sum === 0 || this.sums.isSumOfEnvelopes(sum)) ? [] : doubtful;
  }

  /** Amounts of rows that hold nothing else, under « Montant payé » or « Factures »: several, as one may be a figure. */
  private alone(
    sheet: SheetSnapshot,
    rows: readonly number[],
    columns: readonly AreaColumn[],
    costs: readonly AreaColumn[],
  ): readonly number[] {
    const others = columns.filter((column) => !costs.includes(column));
    const isFilledAt = (row: number, { column }: AreaColumn): boolean => textOf(valueAt(sheet, row, column)) !== '';
    const found = rows.filter(
      (row) =>
        !others.some((column) => isFilledAt(row, column)) &&
        costs.some((column) => isTypedAmount(sheet, row, column) && centsAt(sheet, row, column) !== 0),
    );
    return found.length < FEWEST_ALONE ? [] : found;
  }

  private mayBeSpending(
    sheet: SheetSnapshot,
    row: number,
    columns: readonly AreaColumn[],
    { costs, subjects }: Readonly<Record<'costs' | 'subjects', readonly AreaColumn[]>>,
  ): boolean {
    const typed = costs.filter((column) => isTypedAmount(sheet, row, column));
    if (typed.every((column) => centsAt(sheet, row, column) === 0)) return false;
    const cells = subjects.map((column) => this.cellAt(sheet, row, column));
    const named = cells.filter(({ evidence, value }) => evidence === 'text' && mayBePurchase(textOf(value)));
    const [period] = cells.flatMap(({ column, value }) => {
      const text = textOf(value);
      return periodTotalled(text) ?? (namesPeriods(column, columns) && isPeriodAlone(text) ? text : []);
    });
    const lines = named.length > 0 || period ? [] : this.linesAt(sheet, row, columns);
    const isSubject = named.length > 0 || period !== undefined || lines.length > 0;
    if (!isSubject || footOf(sheet, columns, row, this.words) !== null) return false;
    if (lines.length > 0) {
      const cents = typed.flatMap((column) => centsAt(sheet, row, column) ?? []);
      return !lines.some((name) =>
        this.sums.areOfLine(
          name,
          cents.filter((one) => one !== 'unreadable'),
        ),
      );
    }
    if (period) return !typed.every((column) => this.isSumOfPeriod(period, centsAt(sheet, row, column)));
    const names = columns.filter(({ kind }) => kind !== 'amounts').map((column) => this.cellAt(sheet, row, column));
    return !this.areSums(sheet, row, typed, [...named, ...names.filter(({ evidence }) => evidence === 'name')]);
  }

  /** The names of postes, on a row that has no other text but the name of its envelope. */
  private linesAt(sheet: SheetSnapshot, row: number, columns: readonly AreaColumn[]): readonly string[] {
    const cells = columns.filter(({ kind }) => kind !== 'amounts').map((column) => this.cellAt(sheet, row, column));
    const filled = cells.filter(({ evidence }) => evidence !== 'none');
    const names = filled.map(({ value }) => textOf(value).trim());
    const areNames = filled.every(({ evidence }) => evidence === 'name');
    return areNames ? names.filter((name) => this.names?.isEnvelope(name) !== true) : [];
  }

  private isSumOfPeriod(label: string, cents: ReturnType<typeof centsAt>): boolean {
    const period = periodOf(comparable(label).split(/[^\p{L}\d/.]+/u));
    if (typeof cents !== 'number' || cents === 0) return true;
    return period !== null && this.sums.isSumOfPeriod(period, cents);
  }

  /** Which rows of a rectangle may be operations; to be asked from the top. */
  judgeOf(
    sheet: SheetSnapshot,
    columns: readonly AreaColumn[],
    titles: readonly string[] = [],
  ): (row: number) => boolean {
    const amounts = columns.filter(({ kind }) => kind === 'amounts');
    const others = columns.filter(({ kind }) => kind !== 'amounts');
    const rows = new Rows(this.uses1904, amounts, columns);
    const isOfPurchases = ![sheet.name, ...titles].some(titlesNoPurchase);
    return (row) => {
      const cells = others.map((column) => this.cellAt(sheet, row, column));
      const isPurchase = (): boolean => isOfPurchases && this.isPurchase(sheet, row, columns, cells);
      return rows.isOperation(cells, () => this.areSums(sheet, row, amounts, cells)) || isPurchase();
    };
  }

  /** « Étude | 120 000,00 »: what was bought or from whom, and an amount of money that is no sum of the ledger. */
  private isPurchase(
    sheet: SheetSnapshot,
    row: number,
    columns: readonly AreaColumn[],
    cells: readonly RowCell[],
  ): boolean {
    const bought = cells.filter(({ evidence, column }) => evidence === 'text' && namesPurchases(column));
    const isFigure = (text: string): boolean => namesAFigure(text) || periodTotalled(text) !== null;
    if (bought.length === 0 || bought.every(({ value }) => isFigure(textOf(value)))) return false;
    const spent = columns.filter((column) => mayBeSpent(column) && centsAt(sheet, row, column) !== null);
    if (!spent.some((column) => centsAt(sheet, row, column) !== 0)) return false;
    return footOf(sheet, columns, row, this.words) === null && !this.areSums(sheet, row, spent, cells);
  }

  private cellAt(sheet: SheetSnapshot, row: number, column: AreaColumn): RowCell {
    const value = valueAt(sheet, row, column.column);
    return { value, column, evidence: this.evidenceOf(value, column) };
  }

  /** True when the amounts of a row are sums of the rows of the ledger that carry its words, on its envelope. */
  private areSums(
    sheet: SheetSnapshot,
    row: number,
    amounts: readonly AreaColumn[],
    cells: readonly RowCell[],
  ): boolean {
    const cents = amounts.flatMap((column) => {
      const found = column.isOther ? null : centsAt(sheet, row, column);
      return found === null ? [] : [found];
    });
    const textsOf = (kind: Evidence): readonly string[] =>
      cells.flatMap(({ evidence, value }) => (evidence === kind ? [textOf(value)] : []));
    return this.sums.areSumsOf(
      { words: textsOf('text'), names: textsOf('name') },
      cents.filter((found) => found !== 'unreadable'),
    );
  }

  /** True for a row with an EJ, a DP, a Chorus code or a date: no label makes a total of it. */
  isIdentified(sheet: SheetSnapshot, row: number, columns: readonly AreaColumn[]): boolean {
    return columns.some((column) => {
      if (column.kind === 'amounts') return false;
      const evidence = this.evidenceOf(valueAt(sheet, row, column.column), column);
      return evidence === 'piece' || evidence === 'date';
    });
  }

  private evidenceOf(value: CellValue, column: AreaColumn): Evidence {
    if (value === null || value === '') return 'none';
    if (column.kind === 'others' && isNumberOfPiece(value, column)) return 'piece';
    if (typeof value === 'number') {
      if (column.kind === 'dates') return 'date';
      return readEj(String(value), true).kind === 'ej' ? 'piece' : 'none';
    }
    if (typeof value !== 'string') return 'none';
    const known = this.known.get(value);
    if (known) return known;
    const evidence = this.evidenceOfText(value);
    if (this.known.size < MOST_REMEMBERED) this.known.set(value, evidence);
    return evidence;
  }

  private evidenceOfText(value: string): Evidence {
    const text = value.trim();
    if (CODE.test(text) || readEj(text, false).kind === 'ej') return 'piece';
    if (parseDateText(text) !== null) return 'date';
    if (isMonthText(text)) return 'month';
    const isName = this.names !== null && (this.names.isEnvelope(text) || this.names.isBudgetLine(text));
    return isName ? 'name' : 'text';
  }
}

function isTypedAmount(sheet: SheetSnapshot, row: number, column: AreaColumn): boolean {
  return typeof centsAt(sheet, row, column) === 'number' && !isComputed(sheet, row, column.column);
}

/** Amounts without a heading: their title, or their labels, are those of spending. */
function isUnnamedCost({ kind, heading, isOther, mayBeDates }: AreaColumn): boolean {
  return kind === 'amounts' && heading === '' && !isOther && !mayBeDates;
}

/** « N° EJ | 1400000001 » over « Montant engagé | 5 000 »: an operation whose headings are on its left. */
function isFormOfEj(sheet: SheetSnapshot, { top, left, rows, columns }: Area): boolean {
  let [hasEj, hasAmount] = [false, false];
  for (let row = top; row < top + Math.min(rows, MOST_LINES); row++)
    for (let column = left + 1; column < left + columns; column++) {
      const [label, value] = [valueAt(sheet, row, column - 1), valueAt(sheet, row, column)];
      if (typeof label !== 'string' || value === null) continue;
      hasEj ||= readEj(textOf(value).trim(), typeof value === 'number').kind === 'ej';
      hasAmount ||= namesAnAmount(label) && centsOf(value) !== null;
    }
  return hasEj && hasAmount;
}

/** « N° DP », « Facture »: a number there, with or without letters. */
function isNumberOfPiece(value: CellValue, { concepts }: AreaColumn): boolean {
  const isNamed =
    PIECES.some((concept) => concepts.has(concept)) || (concepts.has('request') && concepts.has('payment'));
  return isNamed && (textOf(value).match(/\d/g)?.length ?? 0) >= SHORTEST_PIECE;
}

/** True for cents, or for more than the days of a year. */
function holdsMoreThanDays(sheet: SheetSnapshot, { top, rows }: Area, firstRow: number, column: number): boolean {
  for (let row = firstRow; row < top + rows; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'number' && (value > DAYS_OF_YEAR || (2 * value) % 1 !== 0)) return true;
  }
  return false;
}

function sumOf(cents: readonly (number | 'unreadable' | null)[]): number {
  return cents.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
}

interface RowCell {
  readonly value: CellValue;
  readonly column: AreaColumn;
  readonly evidence: Evidence;
}

/** The rows of one rectangle, judged from the top. */
class Rows {
  private readonly series: Series;
  private readonly named = new Set<string>();
  private readonly isMoney: boolean;
  private readonly isDescribed: boolean;
  /** Who and what, and a sum committed or paid: an operation without a date. */
  private readonly isSpent: boolean;

  constructor(uses1904: boolean, amounts: readonly AreaColumn[], columns: readonly AreaColumn[]) {
    this.series = new Series(uses1904);
    this.isMoney = amounts.some(({ heading }) => heading === '' || namesAnAmount(heading));
    const describing = columns.filter((column) => column.kind === 'others' && describes(column));
    this.isDescribed = describing.length > 0;
    const isSpent = amounts.some(({ nature, isOther }) => nature !== 'other' && !isOther);
    this.isSpent = isSpent && describing.length > 1 && describing.some(({ concepts }) => concepts.has('supplier'));
  }

  /** `areSums`: its amounts are sums of the ledger. */
  isOperation(cells: readonly RowCell[], areSums: () => boolean): boolean {
    if (cells.some(({ evidence }) => evidence === 'piece')) return true;
    const hasWords = this.isDescribed || cells.some(isFreeText);
    const described = cells.filter(({ evidence, column }) => evidence === 'text' && describes(column));
    if (this.isSpent && described.length > 1 && !areSums()) return true;
    for (const { evidence, value } of cells) {
      if (evidence === 'month' && this.isMoney && hasWords) return true;
      if (evidence !== 'date') continue;
      const isSeries = this.series.continues(value) && !hasWords;
      if ((this.isMoney || hasWords) && !isSeries) return true;
    }
    return this.isNamed(cells, hasWords) && !(hasWords && areSums());
  }

  /** The name of an envelope or of a poste, with other words, or for the second time. */
  private isNamed(cells: readonly RowCell[], hasWords: boolean): boolean {
    const names = cells.filter(({ evidence }) => evidence === 'name').map(({ value }) => textOf(value));
    if (names.length === 0) return false;
    const key = names.join('\n');
    if (hasWords || this.named.has(key)) return true;
    this.named.add(key);
    return false;
  }
}

function describes({ concepts }: AreaColumn): boolean {
  return DESCRIBES.some((concept) => concepts.has(concept));
}

/** Words under a heading that nobody knows: « Quoi », « Détails du besoin ». */
function isFreeText({ evidence, column: { heading, concepts } }: RowCell): boolean {
  return evidence === 'text' && heading !== '' && concepts.size === 0;
}

/** The dates of the data of a chart: the first day of a period, or the last, each once. */
class Series {
  private readonly seen = new Set<number>();

  constructor(private readonly uses1904: boolean) {}

  continues(value: CellValue): boolean {
    const date = typeof value === 'number' ? dateOfSerial(value, this.uses1904) : parseDateText(textOf(value).trim());
    if (date === null || this.seen.has(date)) return false;
    this.seen.add(date);
    return isFirstDay(date) || isFirstDay(addDays(date, 1));
  }
}

function isFirstDay(date: CivilDate): boolean {
  return partsOf(date).day === 1;
}
