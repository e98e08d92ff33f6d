/**
 * Which cells of a rectangle hold amounts. A column is judged by its heading, by the euros of its number formats and by
 * all its values: numbers and texts that read as amounts are amounts, except in columns of dates, of numbers of pieces
 * (EJ, DP, SIRET), of years, of ranks, of quantities and of percentages, none of which is money. In doubt a number is
 * an amount: it is then accounted for, and somebody sees it.
 */
import { isPeriodAlone } from '../../domain/calendar/label-period';
import { parseDateText } from '../../domain/calendar/date-text';
import type { AmountUnit } from '../../domain/money/amount-text';
import { comparable } from '../../domain/text';
import { isCellError, textOf, type Area, type CellValue } from '../cells';
import { cellsBetween } from '../ledger/sheet-rows';
import { wordsOfHeading, type Concept } from '../ledger/heading-words';
import { headsAmountTypes } from '../ledger/columns/amount-types';
import { arePostcodes } from '../ledger/columns/postcodes';
import { meaningOf } from '../ledger/headings';
import { hasRow } from '../row-runs';
import { effectOfHeading } from '../ledger/rows/marks/effect-headings';
import { unitIn, unitsAround, type TablePlace } from '../ledger/tables/table-units';
import { unitFor, unitGivenByHeading, unitOfCell, type UnitOfColumns, type UnitOfNature } from '../ledger/units';
import { unitInWords } from '../ledger/tables/unit-exceptions';
import { shownAt, valueAt, type SheetSnapshot } from '../snapshot';
import { headsAccounts } from '../ledger/columns/account-codes';
import { areWordsForAmount, centsOf } from './amount-cells';
import { ColumnValues } from './column-values';
import { areOtherAmounts, areSumsUnder, isRate, isWholePrice, namesADay } from './other-amounts';
import type { AmountNature } from './place-sums';

/** A column of a rectangle. */
export interface AreaColumn {
  /** Column of the sheet, from 0. */
  readonly column: number;
  readonly heading: string;
  readonly concepts: ReadonlySet<Concept>;
  readonly kind: 'amounts' | 'dates' | 'others';
  readonly nature: AmountNature;
  /** Amounts that no figure uses: left, open, cumulated, without tax. Never by a typing error: « Révision ». */
  readonly isOther: boolean;
  /** Whatever is under the heading is meant as an amount: « à préciser » is one that cannot be read. */
  readonly isMoney: boolean;
  /** Null for a currency or a unit that is not read, in which the amounts have no sum. */
  readonly unit: AmountUnit | null;
  /** Its cells show euros, or hold cents: « 12,50 ». */
  readonly hasEuros: boolean;
  /** Too few whole numbers to know: dates, if another column holds the amounts. */
  readonly mayBeDates: boolean;
  /** Errors of Excel alone, under a heading that may be of something else. */
  readonly mayBeOthers: boolean;
}

/** The columns of a rectangle, and its first row under the headings. */
export interface AreaColumns {
  readonly firstRow: number;
  readonly columns: readonly AreaColumn[];
}

const MOST_HEADING_ROWS = 12;
const LONGEST_HEADING = 120;
const AMOUNT_WORDS: readonly Concept[] = [
  ...(['amount', 'ae', 'cp', 'commitment', 'payment', 'consumed', 'credit', 'remaining', 'cumulative'] as const),
  ...(['allocated', 'withoutTax', 'tax', 'share', 'total', 'invoice', 'budget', 'expense', 'retained'] as const),
];
/** Words about an amount: « Observations sur le montant », « Type de montant ». */
const ABOUT_AMOUNTS: readonly Concept[] = [
  ...(['comment', 'label', 'name', 'type', 'category', 'status', 'operation', 'supplier', 'quantity', 'unit'] as const),
];
const IN_LETTERS = /lettres/i;
const DATE_WORDS: readonly Concept[] = ['date', 'on', 'month', 'end'];
const NUMBER_WORDS: readonly Concept[] = ['number', 'code', 'ej', 'dp', 'item', 'year'];
/** Money that goes back, is kept, added or comes before the rest: « Avoir », « Trop-perçu », « Intérêts moratoires ». */
const SETTLEMENTS: readonly Concept[] = ['creditNote', 'instalment', 'withdrawal'];
const GIVEN_BACK =
  'reversements?|reversee?s?|remboursements?|remboursee?s?|restitutions?|restituee?s?|trop percus?|indus?';
const SETTLES = new RegExp(
  `(?:^| )(?:avoirs?|${GIVEN_BACK}|escomptes?|ristournes?|rabais|refactions?|interets? moratoires?)(?: |$)`,
);
/** « Remise du rapport » is no rebate. */
const IS_REBATE = /^remises?(?: (?:commerciales?|accordee?s?|consenties?|obtenues?|fournisseurs?))?$/;
/** Words about such an amount: its delay, its rank, whether there is one. */
const NO_SETTLEMENT: readonly Concept[] = [...ABOUT_AMOUNTS, ...DATE_WORDS, ...NUMBER_WORDS, 'limit', 'tax', 'share'];
/** « Délai de paiement (j) », « Âge facture », « UO consommées », « ETP », « Charge (j/h) »: what is counted is no money. */
const COUNTS =
  /^(?:delais?|ages?|durees?|retards?|anciennete|jours?|uo|etpt?|effectifs?)(?![a-z])|[([](?:en )?(?:j|jours?|jrs?|j\/?h|h|heures?|semaines?|mois|etpt?|uo)(?: ouvres?| calendaires?)?[)\]]$/;
/** « Mois de paiement », « Trimestre », « Rang du paiement », « Mensualités payées »: when, in which order, how many. */
const ORDERS =
  /^(?:mois|trimestres?|trim|semestres?|semaines?|sem|rang|ordre|priorites?|mensualites?|jh|jours?|heures?|notes?|titres?|types?|numero)(?![a-z])/;
/** No money, however large. */
const MEASURES = /^(?:km|kilometres?|poids|versions?|latitude|longitude|surface|superficie)(?![a-z])/;
const RANKS_OR_DAYS = /(?:^| )(?:rang|jours?|duree|semaines?|fois|prevoir|o n|oui|non|demandee?s?)(?: |$)/;
/** Smaller whole numbers are ranks, counts or answers: « Acompte » 1, 2, 3. */
const SMALLEST_SETTLEMENT = 10;
const LARGEST_RATE = 100;
const LARGEST_RANK = 100;
/** The codes of « Type de montant » have three digits, and maybe a zero before. */
const LARGEST_TYPE = 999;
const SURE = 0.7;
/** « AE retirées » with one amount of 2 000 holds no year. */
const FEWEST_YEARS = 3;
const DIGITS = /^\s*\d{1,20}\s*$/;
/** « Facturé », « Payées »: an amount, where « Facture » and « Paiement » may be a day. */
const PARTICIPLE = /ée?s?(?!\p{L})/u;
/** The end of a label before a date: « Situation arrêtée au ». */
const BEFORE_A_DATE = /(?:^| )(?:le|au|du)$/;

/**
 * True for a whole number that its label, in the cell on its left, makes a date, a year or a delay: « Situation au »,
 * « Exercice », « Préavis (mois) ». For columns without a heading.
 */
export function isNoMoneyByLabel(value: CellValue, label: CellValue): boolean {
  const isWhole = typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && DIGITS.test(value);
  if (!isWhole || typeof label !== 'string') return false;
  const text = label.replace(/[\s:]{1,9}$/, '');
  if (namesAnAmount(text)) return false;
  const { concepts } = wordsOfHeading(text);
  return (
    BEFORE_A_DATE.test(comparable(text)) || hasAny(concepts, [...DATE_WORDS, ...NUMBER_WORDS, 'limit', 'quantity'])
  );
}

/** True for an error of Excel among amounts, or words under a heading of amounts: an amount that cannot be read. */
export function isInPlaceOfAmount(value: CellValue, { isMoney }: AreaColumn): boolean {
  return isCellError(value) || (isMoney && areWordsForAmount(value));
}

/** True for a row of headings: two texts or more, one of which names an amount. */
export function areHeadings(texts: readonly string[]): boolean {
  return texts.length >= 2 && texts.some(namesAnAmount);
}

/** True for a heading that may be that of a column of amounts. */
export function namesAnAmount(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  return hasAny(concepts, AMOUNT_WORDS) && !hasAny(concepts, NUMBER_WORDS) && !hasAny(concepts, DATE_WORDS);
}

/** The words around a document of ours give no unit: `isOurs`. */
interface AreaAround {
  readonly isOurs?: boolean;
  /** The name of the file. */
  readonly file?: string | undefined;
  /** The headings of a column that has none in the rectangle. */
  readonly over?: (column: number) => readonly string[];
}

/** Judges the columns of a rectangle; `headings` are those of an Excel Table, whose first row holds them. */
export function columnsOfArea(
  sheet: SheetSnapshot,
  area: Area,
  headings: readonly string[] | null,
  { isOurs = false, file, over }: AreaAround,
): AreaColumns {
  const firstRow = headings ? area.top + 1 : firstRowOfData(sheet, area);
  const around = isOurs ? [] : unitsAround(sheet, placeOf(sheet, area, firstRow), file);
  const columns = Array.from({ length: area.columns }, (_, offset) => {
    const column = area.left + offset;
    const inside = headings ? [headings[offset] ?? ''] : headingsAbove(sheet, column, area.top, firstRow);
    const above = inside.length === 0 && over ? over(column) : inside;
    return columnOf(sheet, column, above, firstRow, area.top + area.rows - 1, around);
  });
  const hasAmounts = columns.some(
    ({ kind, mayBeDates, mayBeOthers }) => kind === 'amounts' && !mayBeDates && !mayBeOthers,
  );
  const settled = columns.map((column) =>
    hasAmounts && column.mayBeDates ? { ...column, kind: 'dates' as const } : column,
  );
  return { firstRow, columns: withPeriods(settled) };
}

/** « janv-23 » beside « févr-23 » that holds amounts holds them too, small and round as they may be. */
function withPeriods(columns: readonly AreaColumn[]): readonly AreaColumn[] {
  const ofPeriods = columns.filter(({ heading }) => isPeriodAlone(heading));
  if (!ofPeriods.some(({ kind }) => kind === 'amounts')) return columns;
  const isSmall = (column: AreaColumn): boolean => column.kind === 'others' && ofPeriods.includes(column);
  return columns.map((column) => (isSmall(column) ? { ...column, kind: 'amounts' } : column));
}

/** The place of the table in a rectangle, whose headings may be under titles. */
function placeOf(sheet: SheetSnapshot, { top, left, rows, columns }: Area, firstRow: number): TablePlace {
  let topRow = top;
  while (topRow < firstRow && !areHeadings(textsBetween(sheet, topRow, left, columns))) topRow++;
  return { topRow, lastRow: top + rows - 1, left, right: left + columns - 1 };
}

function textsBetween(sheet: SheetSnapshot, row: number, left: number, columns: number): readonly string[] {
  return textsOf(cellsBetween(sheet, row, left, columns));
}

function textsOf(cells: readonly CellValue[]): readonly string[] {
  return cells.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
}

/** Judges one column, with the texts above its values, from the top, and the units that the words around give. */
export function columnOf(
  sheet: SheetSnapshot,
  column: number,
  above: readonly string[],
  firstRow: number,
  lastRow: number,
  around: readonly UnitOfColumns[] = [],
): AreaColumn {
  const values = ColumnValues.of(sheet, column, firstRow, lastRow);
  const own = above.at(-1) ?? '';
  const whole = above.join(' ').slice(0, LONGEST_HEADING);
  // « Montant » over « PDE », the title of the first section.
  const heading = [...above].reverse().find((text) => wordsOfHeading(text).concepts.size > 0) ?? whole;
  const { concepts, hasTypo } = wordsOfHeading(heading);
  const nature = natureOf(own, whole);
  const field = nature === 'other' ? null : nature;
  const isMoney = namesMoney(heading, concepts);
  const hasErrorsAlone = values.isEmpty && !values.haveUnreadable && values.haveErrors && !values.haveWords;
  const holdsAny = !values.isEmpty || values.haveUnreadable || hasErrorsAlone || (isMoney && values.haveWords);
  const isDated =
    values.areSerialsAlone && mayBeDated(heading, concepts) && areShownAsDates(sheet, column, firstRow, lastRow);
  const areTypes = headsAmountTypes(heading) && !values.haveCents && values.largest <= LARGEST_TYPE;
  const isOther = !holdsAny || areTypes || holdsPostcodes(sheet, column, own, firstRow, lastRow);
  const kind = isDated ? 'dates' : isOther ? 'others' : kindOf(heading, concepts, values);
  return {
    column,
    heading: heading.trim(),
    concepts,
    kind,
    isMoney,
    hasEuros: values.areShownInEuros || values.haveCents,
    unit: amountUnit(unitUnder(above, field) ?? unitIn(around, column, field)),
    mayBeOthers: hasErrorsAlone && !isMoney,
    mayBeDates: kind === 'amounts' && values.areSerials && !values.areShownInEuros && !hasAny(concepts, AMOUNT_WORDS),
    nature,
    isOther: !hasTypo && areOtherAmounts(heading),
  };
}

function holdsPostcodes(sheet: SheetSnapshot, column: number, own: string, firstRow: number, lastRow: number): boolean {
  const beside = [column - 1, column + 1].map((one) => (one < 0 ? '' : textOf(valueAt(sheet, firstRow - 1, one))));
  if (!arePostcodes(own, beside, ['00000'])) return false;
  const values = Array.from({ length: lastRow - firstRow + 1 }, (_, offset) =>
    valueAt(sheet, firstRow + offset, column),
  );
  return arePostcodes(
    own,
    beside,
    values.filter((value) => value !== null && value !== ''),
  );
}

/** The unit that the nearest text gives; a rate is none. Null without one. */
function unitUnder(above: readonly string[], field: 'ae' | 'cp' | null): UnitOfNature | null {
  for (const text of [...above].reverse()) {
    const given = unitInWords(text, (words) => unitGivenByHeading(words) ?? unitOfCell(words));
    if (given !== null && !('otherUnit' in given && given.otherUnit === '%')) return unitFor(given, field);
  }
  return null;
}

/** Euros where no unit is given; null for one in which no amount is read. */
function amountUnit(given: UnitOfNature | null): AmountUnit | null {
  if (given === null) return '€';
  return 'unit' in given ? given.unit : null;
}

/** « Montant », « AE », with words that qualify it: any content of the column is meant as an amount. */
function namesMoney(heading: string, concepts: ReadonlySet<Concept>): boolean {
  if (!namesAnAmount(heading) || hasAny(concepts, ABOUT_AMOUNTS) || IN_LETTERS.test(heading)) return false;
  if (!concepts.has('amount') && effectOfHeading(heading)?.by === 'acted') return false; // « Autorisation du délégant »
  return concepts.has('amount') || concepts.has('ae') !== concepts.has('cp');
}

/**
 * True unless the heading names amounts: dates under « Mandatement », « Facture », « Date de valeur » are their days.
 * « Facturé » and « Paiement 2 » name amounts, in place of which they are.
 */
function mayBeDated(heading: string, concepts: ReadonlySet<Concept>): boolean {
  if (concepts.has('date')) return true;
  if (concepts.has('amount') || concepts.has('ae') || concepts.has('cp')) return false;
  if (!namesAnAmount(heading) || BEFORE_A_DATE.test(comparable(heading))) return true;
  return wordsOfHeading(heading).rank === null && !PARTICIPLE.test(heading);
}

function areShownAsDates(sheet: SheetSnapshot, column: number, firstRow: number, lastRow: number): boolean {
  for (let row = firstRow; row <= lastRow; row++) {
    if (typeof valueAt(sheet, row, column) === 'number' && shownAt(sheet, row, column)?.kind !== 'date') return false;
  }
  return true;
}

function kindOf(heading: string, concepts: ReadonlySet<Concept>, values: ColumnValues): AreaColumn['kind'] {
  const isMoney = concepts.has('amount') || 'unit' in (unitOfCell(heading) ?? {}); // « € »
  const areStamps = values.areDayStamps && !values.areShownInEuros && namesADay(heading);
  const areDays = areStamps || (hasAny(concepts, DATE_WORDS) && values.areSerials);
  if (values.areDateTexts || (!isMoney && areDays)) return 'dates';
  const mayBeRate = concepts.has('tax') || concepts.has('share');
  if (isRate(heading) || (mayBeRate && values.largest <= LARGEST_RATE && !values.areShownInEuros)) return 'others';
  if (values.areTextsOnly) return isMoney || values.haveCurrency || namesAnAmount(heading) ? 'amounts' : 'others';
  if (isMoney) return 'amounts';
  if (concepts.has('quantity') && !isWholePrice(heading)) return 'others';
  if (values.areCounts && !namesCredits(concepts) && COUNTS.test(comparable(heading))) return 'others';
  if (values.areShownInEuros) return 'amounts';
  if (isOrderOrMeasure(comparable(heading), concepts, values)) return 'others';
  if (values.areNumbersOfPieces) return 'others';
  if (areSumsUnder(heading, values)) return 'amounts';
  const isNumber = hasAny(concepts, NUMBER_WORDS) && values.areWhole;
  const isNamed = hasAny(concepts, AMOUNT_WORDS) || (values.areYears && namesSettlement(heading, concepts));
  if (isNumber || (values.areYears && !(isNamed && values.count < FEWEST_YEARS))) return 'others';
  if (isNamed) return 'amounts';
  if (values.areSmallCounts && values.largest >= SMALLEST_SETTLEMENT && namesSettlement(heading, concepts))
    return 'amounts';
  if (values.areSerials && values.count >= 3) return 'dates';
  return values.areRates || values.areSmallCounts ? 'others' : 'amounts';
}

/** Small whole numbers under « Factures reçues » too are how many there are. */
function isOrderOrMeasure(words: string, concepts: ReadonlySet<Concept>, values: ColumnValues): boolean {
  const areRanks = (values.areWhole || values.areCounts) && values.largest <= LARGEST_RANK;
  if (values.areWhole && headsAccounts(words)) return true;
  return (
    MEASURES.test(words) || (areRanks && ((concepts.has('receipt') && concepts.has('invoice')) || ORDERS.test(words)))
  );
}

function namesCredits(concepts: ReadonlySet<Concept>): boolean {
  return hasAny(concepts, ['amount', 'ae', 'cp', 'credit']);
}

/** « Avoir », « Remboursement », « Acompte versé »: one amount is enough, small and round as it may be. */
function namesSettlement(heading: string, concepts: ReadonlySet<Concept>): boolean {
  if (hasAny(concepts, NO_SETTLEMENT)) return false;
  const words = comparable(heading);
  if (RANKS_OR_DAYS.test(words)) return false;
  return hasAny(concepts, SETTLEMENTS) || SETTLES.test(words) || IS_REBATE.test(words.trim());
}

function natureOf(own: string, whole: string): AmountNature {
  for (const heading of [own, whole]) {
    const meaning = meaningOf(heading);
    const [ae, cp] = [isSure(meaning.get('ae')), isSure(meaning.get('cp'))];
    if (ae !== cp) return ae ? 'ae' : 'cp';
  }
  return 'other';
}

/** « Montant » alone may be of either nature. */
function isSure(score: number | undefined): boolean {
  return score !== undefined && score >= SURE;
}

function hasAny(concepts: ReadonlySet<Concept>, wanted: readonly Concept[]): boolean {
  return wanted.some((concept) => concepts.has(concept));
}

/**
 * The first row with an amount, or under headings with a date as text: the rows above it hold titles and headings.
 * Without such a row, the one below the headings. A number that may be a year is an amount under the heading of one,
 * beside a text, unless it has the place of a year: « Exercice | 2023 », or « 2023 | 2024 » one after the other.
 */
function firstRowOfData(sheet: SheetSnapshot, area: Area): number {
  const last = Math.min(area.top + area.rows, area.top + MOST_HEADING_ROWS) - 1;
  let headings: number | null = null;
  for (let row = area.top; row <= last; row++) {
    const cells = cellsBetween(sheet, row, area.left, area.columns);
    const texts = textsOf(cells);
    const numbers = cells.map((cell) => (centsOf(cell) ?? NaN) / 100);
    if (numbers.some((number) => !Number.isNaN(number) && !isYear(number))) return row;
    if (headings !== null && texts.some((text) => parseDateText(text) !== null)) return row;
    const firstHeading = headings ?? row;
    const isAmount = (offset: number): boolean =>
      isYear(numbers[offset] ?? NaN) &&
      (isShownInEuros(sheet, row, area.left + offset) ||
        (texts.length > 0 &&
          namesAnAmount(headingsAbove(sheet, area.left + offset, firstHeading, row).at(-1) ?? '') &&
          !isNoMoneyByLabel(cells[offset] ?? null, cells[offset - 1] ?? null)));
    if (!areConsecutive(numbers.filter(isYear)) && cells.some((_, offset) => isAmount(offset))) return row;
    if (headings === null && areHeadings(texts)) headings = row;
  }
  return Math.min(last, (headings ?? area.top) + 1);
}

function isShownInEuros({ inEuros }: SheetSnapshot, row: number, column: number): boolean {
  const found = inEuros?.get(column);
  return found !== undefined && hasRow(found.rows, row);
}

/** Years in a row of headings: « 2023 | 2024 ». */
function areConsecutive(years: readonly number[]): boolean {
  return years.length > 1 && years.every((year, index) => index === 0 || year === (years[index - 1] ?? NaN) + 1);
}

function headingsAbove(sheet: SheetSnapshot, column: number, top: number, firstRow: number): readonly string[] {
  const texts: string[] = [];
  for (let row = top; row < firstRow; row++) {
    const value = valueAt(sheet, row, column);
    if (typeof value === 'string' && value.trim() !== '') texts.push(value.trim().slice(0, LONGEST_HEADING));
    else if (value !== null && !isCellError(value)) texts.push(String(value));
  }
  return texts.slice(-3);
}

/** True for a year of a convention. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2100;
}
