/**
 * Whose amounts a text above a table gives the unit of: « Suivi (k€) » those of the table, « AE engagées (k€) » over
 * the figures of a recap those of the recap, « Situation (k€) » on a recap perhaps both. The figures between the text
 * and the table decide, by their sum or by their size: those of a recap in k€ are about a thousandth of a ledger in
 * euros, and about as much as a ledger in k€.
 */
import { comparable } from '../../../domain/text';
import { yearOf } from '../../../domain/calendar/civil-date';
import { textOf, type CellValue } from '../../cells';
import { shownAt, type SheetSnapshot } from '../../snapshot';
import { wordsOfHeading, type Concept } from '../heading-words';
import type { CellReader } from '../read-cells';
import { isFilled, isSameRow, type Row, type SheetRows } from '../sheet-rows';
import { namesScale, unclear, unitOfCell, type GivenUnit } from '../units';
import { isOtherUnit } from './file-units';
import { unitsInTitle } from './unit-rows';

/** The rows and the columns of a table, of which `topRow` is that of its first headings. */
export interface TableFrame {
  readonly topRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
}

/** Figures of the credits that were used, or given and left. */
type Measure = 'used' | 'given';

/** Figures above a table that are one sum, or one alone. */
interface Figure {
  readonly total: number;
  /** Numbers that it adds up. */
  readonly count: number;
  /** By the words beside or above them; null for any other words, as those of a version or of a telephone. */
  readonly measure: Measure | null;
}

/** The table has the unit of the figures, or euros; `like`: about as much as what the figures have. */
type Seen = 'same' | 'euros' | 'like' | null;

const NO_CELLS: Row = [];
const USED =
  /(?<![a-z])(?:ae|cp|engag[a-z]{0,6}|consomm[a-z]{1,6}|pay(?:e|es|ee|ees)|paiements?|mandat[a-z]{0,6}|realis[a-z]{1,6}|depens[a-z]{1,3}|factur[a-z]{1,3}|liquid[a-z]{1,6})(?![a-z])/;
const GIVEN =
  /(?<![a-z])(?:dotations?|budgets?|plafonds?|credits?|notifi[a-z]{1,3}|deleg[a-z]{1,5}|allou[a-z]{1,3}|ouvert[a-z]{0,3}|restes?|restants?|disponibles?|soldes?|enveloppes?|montants?|totaux|total)(?![a-z])/;
/** « Suivi des engagements (k€) » is about what is below, and « Montants en k€ »; not « Montant notifié (k€) ». */
const OF_A_SHEET =
  /^(?:(?:tous|toutes|les?|la|nos) ){0,2}(?:suivis?|tableaux?|etats?|montants|sommes|chiffres|valeurs|gestion|exercice|annee)(?![a-z])/;
const OF_A_RECAP =
  /(?<![a-z])(?:rappels?|recap[a-z]{0,12}|syntheses?|situations?|dotations?|credits?|enveloppes?|budgets?|plafonds?|bilan)(?![a-z])/;
const AMOUNTS: readonly Concept[] = ['amount', 'ae', 'cp', 'commitment', 'payment'];
const DAYS: readonly Concept[] = ['date', 'on'];
/** Below the first row of headings there may be a second one. */
const HEADING_ROWS = 2;
const LONGEST = 120;
const DATED: readonly string[] = ['commitmentDate', 'paymentDate'];
const OF_AMOUNTS: readonly string[] = ['ae', 'cp', 'amount'];
/** Titles are at most this many rows above their headings. */
const MOST_TITLE_ROWS = 4;
const MOST_ROWS_COMPARED = 200;
const NEAR = 0.005;
/** A figure rounded to its unit is within this part of the sum. */
const CLOSE = 20;
/** A table of more than twice what the figures have is no other way of the same amounts. */
const MOST_LIKE = 2;
const FACTORS = { 'k€': 1000, 'M€': 1_000_000 };
const [FIRST_YEAR, LAST_YEAR] = [1990, 2099];
const NO_AMOUNTS: ReadonlySet<string> = new Set(['date', 'time', 'percentage', 'quantity']);

/**
 * The unit that a text above a table gives to its amounts; null where it is that of other figures. `at` is the cell of
 * the text.
 */
export function unitFromAbove(
  sheet: SheetSnapshot,
  frame: TableFrame,
  at: { readonly row: number; readonly column: number },
  given: GivenUnit | null,
): GivenUnit | null {
  const above = new FiguresAbove(sheet, frame.topRow);
  const text = above.textAt(at.row, at.column);
  if (given === null || !isOtherUnit(given) || namesScale(text)) return given;
  const own = above.ofText(at.row, at.column);
  const seen = seenIn(own ?? above.under(at.row), amountsOf(sheet, frame), factorsOf(given));
  if (seen === 'euros') return null;
  if (seen === 'same') return given;
  if (own !== null) return unclear(text);
  const mayBeOfRecap = seen !== null && above.isOnRecap(at.row) && !OF_A_SHEET.test(comparable(text));
  return mayBeOfRecap && (seen !== 'like' || OF_A_RECAP.test(comparable(text))) ? unclear(text) : given;
}

/** Ledgers in thousands have smaller amounts. */
const LEAST_IN_EUROS = 1_000;

/** The columns of repeated headings, and what reads their cells. */
interface Repeated {
  readonly columns: readonly { readonly field: string; readonly position: number }[];
  readonly cells: CellReader;
  /** The code of the envelope that a text names. */
  readonly envelopeOf: (text: string) => string | null;
}

/**
 * « Année 2022 (en k€) » or « PDE (k€) » above the first headings is the title of their part alone, where another year
 * or envelope is above the repeated headings of `row`, or days of other years below: those amounts are in euros if they
 * are as much larger, and in no unit that is known otherwise. Null where the unit is theirs too.
 */
export function unitOfOtherPart(
  rows: SheetRows,
  first: Pick<TableFrame, 'topRow'> & { readonly headingRow: number },
  row: number,
  { columns, cells, envelopeOf }: Repeated,
): GivenUnit | null {
  const [unit, ...more] = titlesJustAbove(rows, first.topRow).map((title) => unitsInTitle([title])[0] ?? null);
  if (!unit || more.some((one) => one !== null) || !isOtherUnit(unit.given)) return null;
  const [year, envelope] = [yearIn(unit.text), envelopeOf(nameIn(unit.text))];
  if (year === null && envelope === null) return null;
  const below = rowsUntil(rows, row + 1, rows.last, rows.at(row));
  const others = titlesJustAbove(rows, row);
  const own = others.flatMap((title) => unitsInTitle([title])).at(0);
  if (own) return isOtherUnit(own.given) ? null : own.given;
  const valuesOf = (wanted: readonly string[], of: readonly Row[]): readonly CellValue[] =>
    columns.flatMap(({ field, position }) => (wanted.includes(field) ? of.map((one) => one[position] ?? null) : []));
  const dates = (): readonly (number | null)[] =>
    valuesOf(DATED, below).map((value) => {
      const reading = cells.date(value);
      return reading.kind === 'date' ? yearOf(reading.date) : null;
    });
  const years = others.length > 0 ? others.map(yearIn) : dates();
  const known = years.filter((one) => one !== null);
  const isOfOtherYear = year !== null && known.length > 0 && !known.includes(year);
  const named = others.map((title) => envelopeOf(nameIn(title)));
  const isOfOther = envelope !== null && named.some((one) => one !== null && one !== envelope);
  if (!isOfOtherYear && !isOfOther) return null;
  const above = rowsUntil(rows, first.headingRow + 1, row - 1, rows.at(row));
  const most = (of: readonly Row[]): number =>
    Math.max(0, ...valuesOf(OF_AMOUNTS, of).map((value) => (typeof value === 'number' ? Math.abs(value) : 0)));
  const isLarger =
    most(below) >= LEAST_IN_EUROS &&
    factorsOf(unit.given).every((factor) => most(below) >= Math.sqrt(factor) * most(above));
  return isLarger ? { unit: '€' } : unclear(unit.text);
}

/** The texts alone in the rows just above a row, blank ones aside. */
function titlesJustAbove(rows: SheetRows, row: number): readonly string[] {
  const titles: string[] = [];
  for (let at = row - 1; at >= Math.max(rows.first, row - MOST_TITLE_ROWS); at--) {
    const filled = rows.at(at).filter(isFilled);
    if (filled.length > 1 || filled.some((value) => typeof value === 'number' && !isYear(value))) break;
    titles.push(...filled.map(textOf));
  }
  return titles;
}

function rowsUntil(rows: SheetRows, from: number, to: number, headings: Row): readonly Row[] {
  const found: Row[] = [];
  for (let at = from; at <= Math.min(to, from + MOST_ROWS_COMPARED) && !isSameRow(rows.at(at), headings); at++)
    found.push(rows.at(at));
  return found;
}

/** The only year in a text; null for none, and for « 2022-2023 ». */
function yearIn(text: string): number | null {
  const years = new Set(text.match(/(?<![\d/.-])20\d\d(?!\d)/g) ?? []); // « au 31/12/2023 » is a day
  return years.size === 1 ? Number([...years][0]) : null;
}

/** « PDE » of « PDE (en k€) », « PDE - k€ ». */
function nameIn(text: string): string {
  const [name = ''] = text.split(/[([:–—,]| - | en /);
  return name.replace(/(?<!\d)20\d\d(?!\d)/g, '').trim();
}

/** The figures above a table, with the words that name them. */
class FiguresAbove {
  private readonly top: number;
  private readonly left: number;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly end: number,
  ) {
    [this.top, this.left] = [sheet.used?.top ?? 0, sheet.used?.left ?? 0];
  }

  textAt(row: number, column: number): string {
    return textOf(this.at(row)[column - this.left] ?? null).trim();
  }

  /** The figure beside « Dotation (k€) », or those below « AE engagées (k€) »; null for a text with none of its own. */
  ofText(row: number, column: number): readonly Figure[] | null {
    const words = comparable(this.textAt(row, column).slice(0, LONGEST));
    const measure = OF_A_SHEET.test(words) || unitOfCell(words) !== null ? null : measureOf(words);
    if (measure === null) return null;
    const position = column - this.left;
    const next = this.at(row).findIndex((value, other) => other > position && isFilled(value));
    const beside = next < 0 ? null : this.amountAt(row, next);
    if (beside !== null) return [{ total: beside, count: 1, measure }];
    const below: number[] = [];
    for (let at = row + 1; at < this.end && this.at(at).some(isFilled); at++)
      below.push(...this.amountsIn(at, position));
    return below.length > 0 ? [sumOf(below, measure)] : null;
  }

  /** All of them below a row: the sum of a column under a heading, and each of those that the words of its row name. */
  under(row: number): readonly Figure[] {
    return Array.from({ length: this.sheet.used?.columns ?? 0 }, (_, position) => this.inColumn(row, position)).flat();
  }

  private inColumn(row: number, position: number): readonly Figure[] {
    const labelled: Figure[] = [];
    const column: number[] = [];
    let [heading, measure]: [string, Measure | null] = ['', null];
    for (let at = row + 1; at < this.end; at++) {
      const value = this.at(at)[position] ?? null;
      if (typeof value === 'string' && isFilled(value)) heading = value;
      for (const amount of this.amountsIn(at, position)) {
        const label = this.at(at)
          .slice(0, position)
          .filter((one) => typeof one === 'string')
          .map(textOf)
          .join(' ');
        const named = measureOf(comparable(label.slice(0, LONGEST)));
        if (named !== null) labelled.push({ total: amount, count: 1, measure: named });
        measure ??= measureOf(comparable(heading.slice(0, LONGEST)));
        column.push(amount);
      }
    }
    return column.length > 0 ? [sumOf(column, measure), ...labelled] : labelled;
  }

  /** True for a title just above headings with figures below them, all of it apart from the table. */
  isOnRecap(row: number): boolean {
    const headings = this.at(row + 1).filter(isFilled);
    const areTexts = headings.length > 1 && headings.every((value) => typeof value === 'string');
    const isApart = Array.from({ length: this.end - row - 1 }, (_, at) => row + 1 + at).some(
      (at) => !this.at(at).some(isFilled),
    );
    return areTexts && isApart;
  }

  private at(row: number): Row {
    return this.sheet.values[row - this.top] ?? NO_CELLS;
  }

  private amountsIn(row: number, position: number): readonly number[] {
    const amount = this.amountAt(row, position);
    return amount === null ? [] : [amount];
  }

  /** A number that may be an amount: no year, nor a date. */
  private amountAt(row: number, position: number): number | null {
    const value = this.at(row)[position] ?? null;
    if (typeof value !== 'number' || isYear(value)) return null;
    return NO_AMOUNTS.has(shownAt(this.sheet, row, position + this.left)?.kind ?? '') ? null : value;
  }
}

/** True for a whole number from 1990 to 2099. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR;
}

function measureOf(words: string): Measure | null {
  return USED.test(words) ? 'used' : GIVEN.test(words) ? 'given' : null;
}

/** The sum of a column, whose last number may be its total. */
function sumOf(column: readonly number[], measure: Measure | null): Figure {
  return { total: withoutTotal(column).reduce((sum, one) => sum + one, 0), count: column.length, measure };
}

function withoutTotal(column: readonly number[]): readonly number[] {
  const last = column.at(-1) ?? 0;
  const sum = column.reduce((all, one) => all + one, 0);
  return column.length > 2 && Math.abs(sum - 2 * last) < NEAR ? column.slice(0, -1) : column;
}

/** The unit that the figures show of a table with these sums. The credits used decide before those given. */
function seenIn(figures: readonly Figure[], sums: readonly number[], factors: readonly number[]): Seen {
  const found = figures.filter(({ total }) => total !== 0);
  if (found.some(({ total }) => sums.some((sum) => Math.abs(sum - total) < NEAR))) return 'same';
  const isScaled = ({ total, count, measure }: Figure, factor: number): boolean =>
    (measure !== null || count > 1) &&
    sums.some((sum) => Math.abs(sum / factor - total) <= Math.min(count / 2, Math.abs(total) / CLOSE));
  if (factors.some((factor) => found.some((figure) => isScaled(figure, factor)))) return 'euros';
  const most = Math.max(...sums);
  for (const measure of ['used', 'given'] as const) {
    const ratios = found.flatMap((one) => (one.measure === measure ? [Math.abs(most / one.total)] : []));
    if (ratios.length === 0) continue;
    if (factors.some((factor) => ratios.some((ratio) => ratio >= Math.sqrt(factor)))) return 'euros';
    if (ratios.some((ratio) => ratio <= MOST_LIKE)) return 'like';
  }
  return null;
}

/** How many euros each unit of a text is. */
function factorsOf(given: GivenUnit): readonly number[] {
  const units = [given, ...Object.values(given.byNature ?? {})];
  return units.flatMap((one) => ('unit' in one && one.unit !== '€' ? [FACTORS[one.unit]] : []));
}

/** The sum of the amounts of each column of a table, by its headings. */
function amountsOf(sheet: SheetSnapshot, { topRow, lastRow, left, right }: TableFrame): readonly number[] {
  const { top = 0, left: first = 0 } = sheet.used ?? {};
  const cellAt = (row: number, column: number) => sheet.values[row - top]?.[column - first] ?? null;
  const sums: number[] = [];
  for (let column = left; column <= right; column++) {
    const headings = Array.from({ length: HEADING_ROWS }, (_, at) => textOf(cellAt(topRow + at, column)));
    const concepts = headings.map((text) => wordsOfHeading(text).concepts);
    const has = (some: readonly Concept[]): boolean => concepts.some((of) => some.some((one) => of.has(one)));
    const namesAmounts = has(AMOUNTS) && !has(DAYS);
    const numbers: number[] = [];
    for (let row = topRow + 1; row <= lastRow && namesAmounts; row++) {
      const value = cellAt(row, column);
      if (typeof value === 'number' && !NO_AMOUNTS.has(shownAt(sheet, row, column)?.kind ?? '')) numbers.push(value);
    }
    sums.push(withoutTotal(numbers).reduce((sum, one) => sum + one, 0));
  }
  return sums.filter((sum) => sum !== 0);
}
