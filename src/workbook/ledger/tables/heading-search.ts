/**
 * The rows of headings of a sheet, from the top: one to three rows, under titles, legends and totals, anywhere on the
 * sheet. A group title applies to the headings under it; words written one under the other make one heading.
 */
import { textOf, type Area } from '../../cells';
import type { ColumnField } from '../column-field';
import { wordsOfHeading, type Concept } from '../heading-words';
import { namesNoNature, opposedAmounts, readHeadings, type ColumnHeading } from '../heading-rows';
import { areEnvelopes } from '../heading-groups';
import {
  BY_PERIOD,
  columnsOfYears,
  isLedger,
  periodsBeside,
  scoreOf,
  type BlockSearch,
  type Evaluated,
  type HeadingPlace,
} from '../make-block';
import { proposeTable, type ProposedColumn } from '../map-columns';
import { titlesCredits } from '../rows/credit-titles';
import { titlesIssued } from '../rows/whole-ledger/issued-words';
import { TotalWords } from '../rows/total-words';
import {
  isTextual,
  stacked,
  yearsIn,
  isBlankRow,
  isFilled,
  isSameRow,
  looksLikeHeadings,
  repeatsRow,
  textsOf,
  type Row,
} from '../sheet-rows';
import { isNoteOfColumns } from '../under-headings';
import type { GivenUnit } from '../units';
import { withFormats } from './headings-of-dates';
import { withMonthsAsTexts } from './month-dates';
import { isSameUnit, unitsBetween, unitsInTitles } from './table-units';
import { isUnderPlan, subjectAround, subjectOver, titlesOfTable } from './planned-tables';
import { unitOfOtherPart } from './units-above';
import { withinColumns, withoutValuesBeside } from './values-beside';

const ROWS_SAMPLED = 100;
/** Cells sampled under one row of headings, and rows sampled under the widest: a hundred rows of a thousand columns. */
const CELLS_SAMPLED = 100_000;
const FEWEST_SAMPLED = 10;
/** The last value of a sheet may be a million rows below the others. */
const ROWS_LOOKED_AT = 2000;
/** One more row of headings is preferred only when it adds this much to the score. */
const WORTH_A_ROW = 0.2;
const MOST_HEADING_ROWS = 3;
const MOST_PLACES = 100;
/** A sheet with more rows that look like headings is a list of words. */
const MOST_HEADING_LIKE = 2000;
/**
 * Cells read as headings or below them on one sheet; a larger search is no table that a person keeps. What is below the
 * last headings searched is then read by nothing, and the account of reading has its amounts.
 */
const MOST_CELLS = 1_500_000;
/** Reading a heading takes the time of so many cells. */
const CELLS_FOR_A_HEADING = 40;
/** Almost every heading of amounts matches: a cheap test that skips most rows of texts. */
const LIKE_AN_AMOUNT =
  /mont|mnt|\bmtt?\b|\b(?:ae|cp|ej|dp)\b|engag|pa[yi]|mandat|eur|somme|total|valeur|conso|regl|r[eé]gl|vers|d[eé]cais|co[uû]t|d[eé]pens|cr[eé]dit|factur|€/i;
/** The digits of an EJ number, which no heading has. */
const EJ_NUMBER = /\d{10}/;
/** So many texts of a sheet are read for an amount that the cheap test missed. */
const MOST_TEXTS_READ = 5000;
const AMOUNTS: ReadonlySet<string> = new Set(['ae', 'cp', 'amount']);
/** Words of headings over amounts, whose column may be found by its values alone. */
const WITH_AMOUNTS: readonly Concept[] = ['amount', 'ae', 'cp', 'commitment', 'payment'];

/** Finds rows of headings on one sheet, within a budget of cells. */
export class HeadingSearch {
  private cellsLeft = MOST_CELLS;
  private textsLeft = MOST_TEXTS_READ;
  /** The first row that the search left; null when all were searched. */
  private leftFrom: number | null = null;

  private readonly totals: TotalWords;

  constructor(private readonly search: BlockSearch) {
    this.totals = TotalWords.with(search.names);
  }

  /** The headings of each table, from the top; `forced` are areas that the user named as headings. */
  places(forced: readonly Area[]): readonly Evaluated[] {
    const named = forced.flatMap((area) => this.forcedAt(area) ?? []);
    const breaks = this.headingLikeRows();
    const places = [...named];
    let last: Evaluated | null = null;
    for (const row of breaks) {
      if (named.some(({ topRow, headingRow }) => row >= topRow && row <= headingRow)) continue;
      if (last && (row <= last.headingRow || this.continues(row, last))) continue;
      if (last && this.isRowOf(row, last)) continue;
      const above: number = last ? last.headingRow + 1 : this.search.rows.first;
      const place = places.length >= MOST_PLACES ? null : this.bestFrom(row, above, breaks);
      if (places.length >= MOST_PLACES || this.cellsLeft < 0) {
        this.leftFrom = row;
        break;
      }
      if (!place) continue;
      const partUnit: GivenUnit | null = last ? this.unitOfOtherPart(row, last) : null;
      last = partUnit ? { ...place, partUnit } : place;
      places.push(last);
    }
    return places.sort((one, other) => one.headingRow - other.headingRow);
  }

  /** The last row that the tables found may have: those below it were not searched for headings. */
  lastSearched(): number {
    return this.leftFrom === null ? this.search.rows.last : this.leftFrom - 1;
  }

  /** The headings of a table in its first row, maybe under the group titles of the row above it. */
  first(titles: Row | null): Evaluated | null {
    const { first, last } = this.search.rows;
    const place = { topRow: first, headingRow: first, upper: null };
    const one = this.evaluate(place, this.search.rows.at(first), last);
    const two = titles && this.evaluate({ ...place, upper: titles }, this.search.rows.at(first), last);
    return two && two.score > (one?.score ?? 0) + WORTH_A_ROW ? two : one;
  }

  /** Rows that may be headings, with words of amounts in them or in the rows of texts around them. */
  private headingLikeRows(): readonly number[] {
    const { rows } = this.search;
    const found: number[] = [];
    let tried = 0;
    for (let row = rows.first; row <= rows.last && tried < MOST_HEADING_LIKE; row++) {
      const values = this.textsAt(row);
      if (values.length === 0 || !looksLikeHeadings(values)) continue;
      if (isNoteOfColumns(values)) continue; // of the headings above it
      tried++;
      const around = [row, row - 1, row + 1].map((other) => (other < rows.first ? [] : this.textsAt(other)));
      if (around.some((other, index) => (index === 0 || isTextual(other)) && this.namesAnAmount(other)))
        found.push(row);
    }
    return found;
  }

  /** A row, with the dates that head columns of months as texts, and without the values beside its headings. */
  private textsAt(row: number): Row {
    const { rows, cells } = this.search;
    return withoutValuesBeside(withMonthsAsTexts(rows.at(row), cells), this.above(row));
  }

  private namesAnAmount(row: Row): boolean {
    const texts = row.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
    if (texts.some((text) => LIKE_AN_AMOUNT.test(text.slice(0, 200)))) return true;
    if (texts.some((text) => isAmount(this.search.chosen(text)))) return true;
    if (texts.length > this.textsLeft) return false;
    this.textsLeft -= texts.length;
    return readHeadings({ lower: texts, upper: null, subject: null, left: 0 }).some(hasAmount);
  }

  private isUnderPlan(row: number): boolean {
    const { rows } = this.search;
    return isUnderPlan((above) => rows.at(above), row, rows.first);
  }

  /** Rows that the nearest title keeps apart from those of other titles, under the same headings. */
  private kindOf(place: Pick<HeadingPlace, 'topRow' | 'headingRow'>): 'credits' | 'issued' | null {
    const { rows, names } = this.search;
    const titles = titlesOfTable((above) => rows.at(above), place, rows.first);
    if (titles.some((title) => titlesCredits(title, names))) return 'credits';
    return titles.some(titlesIssued) ? 'issued' : null;
  }

  /** The repeated headings of the same table, in the same unit. */
  private continues(row: number, last: Evaluated): boolean {
    if (!this.repeats(row, last) || this.isUnderPlan(row) || this.isInAnotherUnit(row, last)) return false;
    if (this.givesAnotherNature(row, last) || this.unitOfOtherPart(row, last) !== null) return false;
    return this.kindOf({ topRow: row, headingRow: row }) === this.kindOf(last);
  }

  /** « PAIEMENTS » above repeated headings that name no nature, and « ENGAGEMENTS », or nothing, above the first. */
  private givesAnotherNature(row: number, last: Evaluated): boolean {
    const { columns, nature } = last.proposed;
    const amounts = columns.filter(({ field }) => AMOUNTS.has(field));
    const isBare = ({ position }: ProposedColumn): boolean =>
      namesNoNature(textOf(this.search.rows.at(row)[position] ?? null));
    if (nature !== null || amounts.length === 0 || !amounts.every(isBare)) return false;
    const subject = subjectOver(this.search, { topRow: row, headingRow: row });
    return (
      subject !== null &&
      subject !== (subjectOver(this.search, last) ?? subjectAround(this.search, last.topRow) ?? 'commitment')
    );
  }

  /** « Montants en k€ » above the repeated headings, and not above the first: another table. */
  private isInAnotherUnit(row: number, { topRow, headingRow }: Evaluated): boolean {
    const { sheet, rows } = this.search;
    const given = unitsBetween(sheet, headingRow, row);
    if (given.length === 0) return false;
    const columns = { left: rows.left, right: rows.left + rows.at(row).length - 1 };
    const first = unitsInTitles(sheet, { ...columns, topRow, lastRow: row - 1 })[0]?.given ?? null;
    return given.some((unit) => !isSameUnit(unit, first));
  }

  /** The unit below repeated headings where the title above the first gives that of their part alone; else null. */
  private unitOfOtherPart(row: number, last: Evaluated): GivenUnit | null {
    if (!this.repeats(row, last)) return null;
    const { rows, cells } = this.search;
    const envelopeOf = (text: string): string | null => this.search.names?.envelopeOf(text) ?? null;
    const read = { columns: last.proposed.columns, cells, envelopeOf };
    return unitOfOtherPart(rows, last, row, read);
  }

  /** The repeated headings of the same table, from one page or one part to the next. */
  private repeats(row: number, { topRow, headingRow }: Evaluated): boolean {
    const { rows } = this.search;
    for (let above = topRow; above <= headingRow; above++) if (isSameRow(rows.at(row), rows.at(above))) return true;
    return false;
  }

  /**
   * An operation of the table above, without an amount yet, whose words read as headings (« SF | DP | Payé »): its cell
   * in the column of the envelope names one, or its cell in the column of the EJ has the number of one.
   */
  private isRowOf(row: number, { proposed }: Evaluated): boolean {
    const values = this.search.rows.at(row);
    return proposed.columns.some(({ field, position }) => {
      const text = textOf(values[position] ?? null).trim();
      if (text === '') return false;
      if (field === 'ministerialAxis2') return this.isEnvelope(text);
      return field === 'ejNumber' && EJ_NUMBER.test(text);
    });
  }

  /** The best reading from a row, or from the rows below it that the reading holds: a row of filters heads nothing. */
  private bestFrom(row: number, notAbove: number, breaks: readonly number[]): Evaluated | null {
    const first = this.bestAround(row, notAbove, breaks);
    if (!first) return null;
    const inside = breaks.filter((other) => other > row && other <= first.headingRow);
    return inside.reduce((best, other) => {
      const tried = this.bestAround(other, row + 1, breaks);
      return tried && tried.score > best.score + WORTH_A_ROW ? tried : best;
    }, first);
  }

  /** The best reading of a row as headings: alone, or with rows of texts above and below it. */
  private bestAround(row: number, notAbove: number, breaks: readonly number[]): Evaluated | null {
    let best: Evaluated | null = null;
    for (let height = 1; height <= MOST_HEADING_ROWS; height++) {
      for (let top = row; top > row - height; top--) {
        const bottom = top + height - 1;
        if (top < notAbove || bottom > this.search.rows.last) continue;
        const until = (breaks.find((other) => other > bottom) ?? this.search.rows.last + 1) - 1;
        for (const reading of this.readingsOf(top, bottom, until))
          if (reading.score > (best === null ? 0 : best.score + WORTH_A_ROW)) best = reading;
      }
    }
    return best;
  }

  /** Rows of headings read as groups over headings, and as words one under the other. */
  private readingsOf(topRow: number, headingRow: number, until: number): readonly Evaluated[] {
    const lowest = this.textsAt(headingRow);
    const texts = Array.from({ length: headingRow - topRow + 1 }, (_, index) =>
      index === headingRow - topRow ? lowest : withinColumns(this.textsAt(topRow + index), lowest),
    );
    const [first, ...others] = texts;
    if (!first) return [];
    if (others.length === 0) {
      if (this.isOpposed(this.above(topRow), first) || this.isOpposed(first, this.below(topRow))) return [];
      const one = this.evaluate({ topRow, headingRow, upper: null }, first, until);
      return one ? [one] : [];
    }
    if (!texts.every(isTextual) || texts.some(isNoteOfColumns)) return [];
    if (others.some((row, above) => this.isTotal(row, texts[above] ?? []) || this.isTitleOfEnvelope(row))) return [];
    const grouped = this.evaluate({ topRow, headingRow, upper: first }, stacked(others), until);
    const isGrouped = this.nameEnvelopes(textsOf(first)) || this.isOpposed(first, stacked(others));
    const joined = isGrouped ? null : this.evaluate({ topRow, headingRow, upper: null }, stacked(texts), until);
    return [grouped, joined].filter((one) => one !== null);
  }

  /** True for titles that oppose columns of one amount, « Programmé | Réalisé »: without them, the first would be read. */
  private isOpposed(upper: Row, lower: Row): boolean {
    if (!isTextual(upper) || !isTextual(lower)) return false;
    return opposedAmounts({ upper, lower, isEnvelope: (text) => this.isEnvelope(text) }).size > 0;
  }

  /** A total whose amounts are words (« TOTAL GÉNÉRAL | voir annexe »), right under headings that need no more words. */
  private isTotal(row: Row, above: Row): boolean {
    const first = row.findIndex(isFilled);
    const label = this.totals.labelOf(textOf(row[first] ?? null));
    const isUnderHeading = isFilled(above[first] ?? null);
    const isSparse = 2 * row.filter(isFilled).length < above.filter(isFilled).length;
    return label?.kind === 'total' && label.isPlain && isUnderHeading && isSparse;
  }

  private forcedAt({ top, rows: height }: Area): Evaluated | null {
    const { rows } = this.search;
    const [topRow, headingRow] = [Math.max(rows.first, top), Math.min(rows.last, top + height - 1)];
    if (topRow > headingRow || height > MOST_HEADING_ROWS) return null;
    const texts = Array.from({ length: headingRow - topRow + 1 }, (_, index) => this.textsAt(topRow + index));
    const [first = [], ...others] = texts;
    const readings = [
      this.evaluate({ topRow, headingRow, upper: null }, stacked(texts), rows.last),
      others.length > 0 ? this.evaluate({ topRow, headingRow, upper: first }, stacked(others), rows.last) : null,
    ];
    return readings.reduce((one, other) => (other && other.score > (one?.score ?? 0) ? other : one), null);
  }

  private evaluate(place: HeadingPlace, lower: Row, until: number): Evaluated | null {
    const { search } = this;
    const { rows, cells, chosen } = search;
    this.cellsLeft -= lower.length * CELLS_FOR_A_HEADING;
    if (this.cellsLeft < 0) return null;
    const subject = subjectAround(this.search, place.topRow);
    const creditYear = search.names?.creditYear ?? null;
    const isEnvelope = (text: string): boolean => this.isEnvelope(text);
    let sampled: readonly Row[] | null = null;
    const samplesOf = (): readonly Row[] => (sampled ??= this.sampleRows(place.headingRow, until));
    const around = { subject, left: rows.left, creditYear, isEnvelope, names: search.names, samples: samplesOf };
    const written = readHeadings({ lower, upper: place.upper, ...around });
    const headings = withFormats(written, search, place.headingRow, Math.min(until, place.headingRow + ROWS_SAMPLED));
    if (!place.upper && areOfYears(headings, this.above(place.topRow))) return null;
    if (!headings.some((heading) => hasAmount(heading) || isAmount(chosen(heading.text)))) return null;
    const samples = samplesOf();
    if (this.cellsLeft < 0) return null;
    const proposed = proposeTable(headings, samples, cells, chosen, search.names);
    const isUnderTitle = place.topRow < place.headingRow && textsOf(place.upper ?? []).length < 2;
    const periods = isUnderTitle ? [] : periodsBeside(search, { ...place, samples }, headings);
    if (!isLedger([...proposed.columns, ...columnsOfYears(periods)], samples)) return null;
    return {
      ...place,
      headings,
      samples,
      proposed,
      score: scoreOf(proposed.columns) + (periods.length > 0 ? 2 * BY_PERIOD : 0),
    };
  }

  /** « PDE » alone in its row, under the headings: the title of the rows that follow. */
  private isTitleOfEnvelope(row: Row): boolean {
    const texts = textsOf(row);
    return texts.length === 1 && this.nameEnvelopes(texts);
  }

  private nameEnvelopes(texts: readonly string[]): boolean {
    return areEnvelopes(texts, (text) => this.isEnvelope(text));
  }

  private isEnvelope(text: string): boolean {
    return this.search.names?.isEnvelope(text) ?? false;
  }

  /** Some filled rows below the headings, without those that repeat the headings, give their units or sum rows. */
  private sampleRows(headingRow: number, until: number): readonly Row[] {
    const { rows } = this.search;
    const headings = rows.at(headingRow);
    const [samples, feet]: [Row[], Row[]] = [[], []];
    const most = Math.min(ROWS_SAMPLED, Math.max(FEWEST_SAMPLED, Math.floor(CELLS_SAMPLED / headings.length)));
    const last = Math.min(until, headingRow + 1 + ROWS_LOOKED_AT);
    for (let row = headingRow + 1; row <= last && samples.length < most; row++) {
      const values = rows.at(row);
      if (isBlankRow(values) || repeatsRow(values, headings)) continue;
      if (row <= headingRow + MOST_HEADING_ROWS && isNoteOfColumns(values)) continue;
      (this.isFoot(values) ? feet : samples).push(values);
    }
    this.cellsLeft -= headings.length * samples.length;
    return samples.length > 0 ? samples : feet.slice(0, most);
  }

  /** « Total » under « Date », beside its sums: no value of the column. */
  private isFoot(row: Row): boolean {
    const [label, ...others] = row.filter((value): value is string => typeof value === 'string' && isFilled(value));
    const meaning = label === undefined || others.length > 0 ? null : this.totals.labelOf(label);
    return meaning?.isPlain === true && meaning.kind !== 'part';
  }

  private above(row: number): Row {
    return row <= this.search.rows.first ? [] : this.search.rows.at(row - 1);
  }

  private below(row: number): Row {
    return row >= this.search.rows.last ? [] : this.search.rows.at(row + 1);
  }
}

function hasAmount({ text, meaning }: ColumnHeading): boolean {
  for (const field of meaning.keys()) if (AMOUNTS.has(field)) return true;
  const { concepts } = wordsOfHeading(text);
  return WITH_AMOUNTS.some((concept) => concepts.has(concept));
}

/** True for amounts named twice, under years that the row above gives: they are read with it. */
function areOfYears(headings: readonly ColumnHeading[], above: Row): boolean {
  return (
    yearsIn(above) > 1 && headings.some(({ rank, meaning }) => rank > 1 && (meaning.has('ae') || meaning.has('cp')))
  );
}

function isAmount(field: ColumnField | null | undefined): boolean {
  return field !== null && field !== undefined && AMOUNTS.has(field);
}
