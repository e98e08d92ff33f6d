/**
 * The tables of a ledger on one sheet: under title rows, with one or two rows of headings, stacked with headings of
 * their own, or side by side. The first headings are in the first thirty rows; those of a lower table may be anywhere.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { CellValue } from '../cells';
import type { ColumnField } from './column-field';
import { readHeadings, subjectOf, type ColumnHeading, type Subject } from './heading-rows';
import {
  isLedger,
  makeBlocks,
  scoreOf,
  type BlockSearch,
  type Evaluated,
  type FoundBlock,
  type HeadingPlace,
} from './make-block';
import { proposeColumns } from './map-columns';
import { isBlankRow, isFilled, isSameRow, looksLikeHeadings, repeatsRow, textsOf, type Row } from './sheet-rows';

const HEADING_ROWS_SEARCHED = 30;
const ROWS_SAMPLED = 100;
/** The last value of a sheet may be a million rows below the others. */
const ROWS_LOOKED_AT = 2000;
/** Headings may be repeated below: a lower row is preferred only when its score is this many times higher. */
const CLEARLY_BETTER = 1.2;
/** Two rows of headings are preferred to one only when they add this much to the score. */
const WORTH_TWO_ROWS = 0.2;
const MOST_BLOCKS = 100;
/** Every heading of amounts matches: a cheap test that skips most rows of texts. */
const LIKE_AN_AMOUNT = /mont|\b(?:ae|cp)\b|engag|pa[yi]|mandat|eur|somme|total|valeur|consom|€/i;
/** A sheet with more rows that look like headings is a list of words. */
const MOST_HEADING_LIKE = 2000;
const TITLE_ROWS = 8;

/** A table beside another has its own column of one of these; otherwise it is the rest of the same rows. */
const OWN_TO_A_TABLE: readonly LedgerField[] = ['ejNumber', 'ae', 'cp'];

/** The blocks of plain ranges, from the top. */
export function findRangeBlocks(search: BlockSearch): readonly FoundBlock[] {
  const { rows } = search;
  const breaks = headingLikeRows(search);
  const first = firstHeadings(search, breaks);
  if (!first) return [];
  const places = [first];
  for (const row of breaks) {
    const above = places.at(-1);
    if (
      !above ||
      row <= above.headingRow ||
      places.length >= MOST_BLOCKS ||
      isSameRow(rows.at(row), rows.at(above.headingRow))
    )
      continue;
    const below = bestOf(search, [row], breaks, above.headingRow + 1);
    if (below && below.topRow > above.headingRow) places.push(below);
  }
  return places.flatMap((place, index) => {
    const next = places[index + 1];
    return blocksAt(search, place, next ? next.topRow - 1 : rows.last);
  });
}

/** The blocks of an Excel Table, whose first row is the headings; `titles` is the row above it, maybe of group titles. */
export function findTableBlocks(search: BlockSearch, titles: Row | null): readonly FoundBlock[] {
  const { rows } = search;
  const one = evaluate(search, { topRow: rows.first, headingRow: rows.first, upper: null }, rows.last);
  const two = titles && evaluate(search, { topRow: rows.first, headingRow: rows.first, upper: titles }, rows.last);
  const place = two && two.score > (one?.score ?? 0) + WORTH_TWO_ROWS ? two : one;
  return place ? makeBlocks(search, place, place.headings, rows.last) : [];
}

/** Rows that may be the headings of a table, anywhere on the sheet. */
function headingLikeRows(search: BlockSearch): readonly number[] {
  const { rows } = search;
  const found: number[] = [];
  let tried = 0;
  for (let row = rows.first; row <= rows.last && tried < MOST_HEADING_LIKE; row++) {
    const values = rows.at(row);
    if (values.length === 0 || !looksLikeHeadings(values) || !values.some(isLikeAnAmount)) continue;
    tried++;
    const above = row > rows.first ? rows.at(row - 1) : null;
    if (
      namesAnAmount(search, values, null) ||
      (above && looksLikeTitles(above) && namesAnAmount(search, values, above))
    )
      found.push(row);
  }
  return found;
}

function isLikeAnAmount(value: CellValue): boolean {
  return typeof value === 'string' && LIKE_AN_AMOUNT.test(value);
}

function firstHeadings(search: BlockSearch, breaks: readonly number[]): Evaluated | null {
  const { rows } = search;
  const last = Math.min(rows.last, rows.first + HEADING_ROWS_SEARCHED - 1);
  const searched = Array.from({ length: last - rows.first + 1 }, (_, index) => rows.first + index);
  const telling = searched.filter((row) => breaks.includes(row) || namesAnAmount(search, rows.at(row), null));
  return bestOf(search, telling, breaks, rows.first);
}

/** The best reading of these rows as headings, alone or under the row above. */
function bestOf(
  search: BlockSearch,
  candidates: readonly number[],
  breaks: readonly number[],
  notAbove: number,
): Evaluated | null {
  let best: Evaluated | null = null;
  for (const row of candidates) {
    const until = breaks.find((other) => other > row + 1) ?? search.rows.last + 1;
    const one = evaluate(search, { topRow: row, headingRow: row, upper: null }, until - 1);
    if (one && one.score > CLEARLY_BETTER * (best?.score ?? 0)) best = one;
    const two = row > notAbove ? underTitles(search, row, until - 1) : null;
    if (two && two.score > Math.max(best?.score ?? 0, one?.score ?? 0) + WORTH_TWO_ROWS) best = two;
  }
  return best;
}

function underTitles(search: BlockSearch, row: number, until: number): Evaluated | null {
  const upper = search.rows.at(row - 1);
  if (!looksLikeTitles(upper) || !looksLikeHeadings(search.rows.at(row))) return null;
  return evaluate(search, { topRow: row - 1, headingRow: row, upper }, until);
}

/** A row of group titles holds at least one text; it may hold years. */
function looksLikeTitles(row: Row): boolean {
  return (
    row.some((value) => typeof value === 'string' && value.trim() !== '') &&
    !row.some((value) => typeof value === 'boolean')
  );
}

function evaluate(search: BlockSearch, place: HeadingPlace, until: number): Evaluated | null {
  const { rows, cells, chosen } = search;
  const headings = headingsAt(search, place);
  const samples = sampleRows((row) => rows.at(row), place.headingRow + 1, until, rows.at(place.headingRow));
  const columns = proposeColumns(headings, samples, cells, chosen, search.names);
  return isLedger(columns, samples) ? { ...place, headings, samples, columns, score: scoreOf(columns) } : null;
}

function headingsAt(search: BlockSearch, { topRow, headingRow, upper }: HeadingPlace): readonly ColumnHeading[] {
  const { rows } = search;
  return readHeadings({ lower: rows.at(headingRow), upper, subject: subjectAround(search, topRow), left: rows.left });
}

/** The subject of the table, from the nearest title, else from the name of the table or of the sheet. */
function subjectAround({ rows, table, sheet }: BlockSearch, topRow: number): Subject | null {
  for (let row = topRow - 1; row >= Math.max(rows.first, topRow - TITLE_ROWS); row--) {
    const [title, ...others] = textsOf(rows.at(row));
    if (title === undefined) continue;
    if (others.length > 0) break;
    const subject = subjectOf(title);
    if (subject !== null) return subject;
  }
  return (table === null ? null : subjectOf(table.replaceAll('_', ' '))) ?? subjectOf(sheet);
}

/** The tables side by side under these headings, or the one that they make together. */
function blocksAt(search: BlockSearch, place: Evaluated, lastRow: number): readonly FoundBlock[] {
  const parts = partsOf(search, place).flatMap((headings) => makeBlocks(search, place, headings, lastRow));
  return parts.length > 0 ? parts : makeBlocks(search, place, place.headings, lastRow);
}

/** The headings split at empty columns, where a separate table follows. */
function partsOf(
  { cells, chosen, names }: BlockSearch,
  { headings, samples }: Evaluated,
): readonly (readonly ColumnHeading[])[] {
  const isEmpty = ({ kind, position }: ColumnHeading): boolean =>
    kind !== 'shown' && !samples.some((row) => isFilled(row[position] ?? null));
  const segments: ColumnHeading[][] = [[]];
  for (const heading of headings) {
    if (isEmpty(heading)) segments.push([]);
    else segments.at(-1)?.push(heading);
  }
  const parts: ColumnHeading[][] = [];
  const owned: Set<LedgerField>[] = [];
  for (const segment of segments.filter((one) => one.length > 0)) {
    const fields = proposeColumns(segment, samples, cells, chosen, names).map(({ field }) => field);
    const own = fields.filter((field) => OWN_TO_A_TABLE.includes(field));
    const before = owned.at(-1);
    if (!before || own.some((field) => before.has(field))) {
      parts.push([...segment]);
      owned.push(new Set(own));
    } else {
      parts.at(-1)?.push(...segment);
      own.forEach((field) => before.add(field));
    }
  }
  return parts;
}

/** True when a heading names AE or CP, or when the user chose one: values alone cannot distinguish them. */
function namesAnAmount(search: BlockSearch, lower: Row, upper: Row | null): boolean {
  if (!lower.some((value) => typeof value === 'string' && value !== '')) return false;
  const { chosen, rows, sheet, table } = search;
  const subject = (table === null ? null : subjectOf(table)) ?? subjectOf(sheet);
  return readHeadings({ lower, upper, subject, left: rows.left }).some(({ text, meaning }) => {
    const choice = chosen(text);
    const fields: readonly ColumnField[] = choice ? [choice] : [...meaning.keys()];
    return fields.some((field) => field === 'ae' || field === 'cp' || field === 'amount');
  });
}

/** Some filled rows below the headings, without those that repeat the headings. */
function sampleRows(
  rowAt: (row: number) => Row,
  first: number,
  last: number,
  headings: readonly CellValue[],
): readonly Row[] {
  const rows: Row[] = [];
  for (let row = first; row <= Math.min(last, first + ROWS_LOOKED_AT) && rows.length < ROWS_SAMPLED; row++) {
    const values = rowAt(row);
    if (!isBlankRow(values) && !repeatsRow(values, headings)) rows.push(values);
  }
  return rows;
}
