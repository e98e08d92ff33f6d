/**
 * Titles that may take the rows below them out of the figures: « Engagements annulés », « Hors convention »,
 * « Prévisions 2024 », among the operations of a table or just above it. The rows count, and are reported (LEC-05).
 */
import { rememberingEach } from '../../../domain/remembering';
import type { CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { KnownNames } from '../known-names';
import { announcesCarried } from '../rows/marks/carried-words';
import { isFilled, type Row, type SheetRows } from '../sheet-rows';
import { isVersionOf } from './doubtful-titles';
import {
  doubtOfSheet,
  doubtOfTitle,
  isSheetOfStaff,
  leavesNatureOpen,
  lowers,
  namesDrafts,
  namesQuarter,
  namesStaffOrQuarter,
  yearAlone,
  type Doubted,
} from './title-words';

/**
 * A title among the rows of a sheet, or the name of the sheet (row −1); `title` is null for one that only ends the part
 * above.
 */
export interface EffectRow {
  readonly row: number;
  readonly title: string | null;
  /** The rows that it concerns; absent: all of them. */
  readonly concerns?: Exclude<Doubted, 'all'>;
  readonly isOfSheet?: true;
}

/** A title is at most this many rows above the headings. */
const TITLE_ROWS = 8;
const MOST_TEXTS_OF_A_TITLE = 3;
const LONGEST_TITLE = 120;
/** Above another title, or a date: a few words, and no sentence. */
const UPPER_TITLE = /^\p{Lu}[^.:;]{2,39}$/u;

/** The place of a table on its sheet, with that of its titles. */
export interface TitlesOfTable {
  readonly topRow: number;
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  /** The first and the last column of its titles: those of the table, up to the ones beside it. */
  readonly titles: readonly [number, number];
  /** The columns where a year alone, typed as a number, is a title: those of words and codes. */
  readonly words: ReadonlySet<number>;
}

/** A sheet, and its rows outside its tables, or those of one of them. */
interface Around {
  readonly sheet: SheetSnapshot;
  readonly rows: SheetRows;
  /** The names of the convention; null when none is known. */
  readonly names: KnownNames | null;
}

/** A heading, by its position in the rows. */
type Placed = readonly { readonly position: number }[];

/**
 * The first and the last column of the titles of a table: those of an Excel Table; for a range, with all that no table
 * is in on either side. `all`: the headings of the tables beside it too.
 */
export function columnsOfTitles(
  { table, rows }: { readonly table: string | null; readonly rows: SheetRows },
  all: Placed,
  own: Placed,
): readonly [number, number] {
  const positions = own.map(({ position }) => position);
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  if (table !== null) return [rows.left + first, rows.left + last];
  const after = all.map(({ position }) => position).filter((position) => position > last);
  const isFirst = !all.some(({ position }) => position < first);
  return [isFirst ? 0 : rows.left + first, rows.left + Math.min(...after, Infinity) - 1];
}

/**
 * The titles around the operations of a table, and the name of its sheet, in their order; empty when none leaves a
 * doubt. `isUnspecific`: no heading gives the nature of its amounts.
 */
export function effectRowsOf(around: Around, frame: TitlesOfTable, isUnspecific = false): readonly EffectRow[] {
  const { sheet, names } = around;
  const { name } = sheet;
  const isOpen = (title: string): boolean => isUnspecific && leavesNatureOpen(title);
  const ofSheet = doubtOfSheet(name, names) ?? (isOpen(name) || isSheetOfStaff(name) ? 'all' : null);
  const isOfStaff = (title: string): boolean =>
    namesStaffOrQuarter(title) && names?.isEnvelope(title) !== true && !hasQuarters(around, frame);
  const doubtOf: EffectOf = (title) => {
    if (isOfStaff(title) || isOpen(title)) return {};
    return names?.isBudgetLine(title) === true ? null : asRow(doubtOfTitle(title, names));
  };
  return titlesAround(around, frame, doubtOf, ofSheet && { row: -1, title: name, isOfSheet: true, ...asRow(ofSheet) });
}

/**
 * The titles around the operations of a table, or the name of its sheet, when one of them is the operation of the rows:
 * « Retraits », « Avoirs 2023 ». Only what lowers amounts.
 */
export function operationRowsOf(around: Around, frame: TitlesOfTable): readonly EffectRow[] {
  const { name } = around.sheet;
  return lowers(name)
    ? [{ row: -1, title: name }]
    : titlesAround(around, frame, (title) => (lowers(title) ? {} : null));
}

/** The same, when one announces EJ of earlier years: « RAP 2022 », « EJ antérieurs ». */
export function carriedRowsOf(around: Around, frame: TitlesOfTable): readonly EffectRow[] {
  const { sheet, names } = around;
  if (names?.creditYears === undefined) return [];
  const of = { creditYears: names.creditYears, isEnvelope: names.isEnvelope };
  const isCarried = (title: string): boolean => announcesCarried(title, 'title', of);
  const ofSheet = isCarried(sheet.name) ? ({ row: -1, title: sheet.name, isOfSheet: true } as const) : null;
  return titlesAround(around, frame, (title) => (isCarried(title) ? {} : null), ofSheet);
}

/** True when another row of the table, or the name of the sheet, is the title of a quarter. */
function hasQuarters({ sheet, rows }: Around, frame: TitlesOfTable): boolean {
  const [from, until] = frame.titles.map((column) => column - rows.left) as [number, number];
  if (namesQuarter(sheet.name)) return true;
  for (let row = Math.max(0, frame.topRow - TITLE_ROWS); row <= frame.lastRow; row++)
    if (namesQuarter(loneText(rows.at(row), from, until) ?? '')) return true;
  return false;
}

/**
 * The tables with the doubts of their sheets beside one another: without those that the others settle, « Projets »,
 * where all operations are on that sheet, and « CP T2 » beside « CP T1 »; with that on a version of another sheet of
 * operations, « Suivi (2) » beside « Suivi ».
 */
export function withDoubtsOfSheets<B extends { readonly sheet: string; readonly effectRows?: readonly EffectRow[] }>(
  blocks: readonly B[],
): readonly B[] {
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))];
  const hasQuarters = blocks.some(({ sheet }) => namesQuarter(sheet));
  const isSettled = (sheet: string): boolean =>
    (sheets.length === 1 && namesDrafts(sheet)) || (hasQuarters && namesStaffOrQuarter(sheet));
  const versions = new Set(sheets.filter((sheet) => sheets.some((other) => isVersionOf(sheet, other))));
  return blocks.map((block) => {
    const { sheet, effectRows = [] } = block;
    if (versions.has(sheet)) return { ...block, effectRows: doubtedBySheet(effectRows, sheet) };
    if (effectRows.length === 0 || !isSettled(sheet)) return block;
    return { ...block, effectRows: effectRows.map((one) => (one.isOfSheet ? { row: one.row, title: null } : one)) };
  });
}

/** The titles of a table, where its sheet is in doubt wherever none of them is. */
function doubtedBySheet(titles: readonly EffectRow[], sheet: string): readonly EffectRow[] {
  if (titles.some(({ isOfSheet }) => isOfSheet)) return titles;
  const ofSheet = { row: -1, title: sheet, isOfSheet: true } as const;
  return [ofSheet, ...titles.map((one) => (one.title === null ? { ...ofSheet, row: one.row } : one))];
}

/** The titles that give a year to the rows below them, down to the next of these: « Exercice 2025 ». */
export function yearRowsOf(around: Around, frame: TitlesOfTable): readonly EffectRow[] {
  const [first, last] = around.names?.creditYears ?? [0, 0];
  if (first === last) return [];
  const found = titlesAround(around, frame, (title) => (yearAlone(title) === null ? null : {}));
  return found.filter(({ title }) => title !== null);
}

function asRow(doubt: Doubted | null): Pick<EffectRow, 'concerns'> | null {
  return doubt === null || doubt === 'all' ? doubt && {} : { concerns: doubt };
}

type EffectOf = (title: string) => Pick<EffectRow, 'concerns'> | null;

function titlesAround(
  { sheet, rows }: Around,
  frame: TitlesOfTable,
  effectOf: EffectOf,
  ofSheet: EffectRow | null = null,
): readonly EffectRow[] {
  const found = [ofSheet, titleAbove(sheet, frame, effectOf)].filter((one) => one !== null);
  for (const { row, text } of loneTexts(rows)(frame)) {
    const effect = effectOf(text);
    const last = found.at(-1);
    if (effect) found.push({ row, title: text, ...effect });
    else if (last && !last.isOfSheet && last.title !== null) found.push({ ...(ofSheet ?? { title: null }), row });
  }
  return found;
}

/** The rows of a table that hold one text: several kinds of titles are looked for among them. */
const loneTexts = rememberingEach((rows: SheetRows) =>
  rememberingEach(({ titles, firstRow, lastRow, words }: TitlesOfTable): readonly LoneText[] => {
    const [from, until] = titles.map((column) => column - rows.left) as [number, number];
    const isOfWords = (position: number): boolean => words.has(rows.left + position);
    const found: LoneText[] = [];
    for (let row = firstRow; row <= lastRow; row++) {
      const text = loneText(rows.at(row), from, until, isOfWords);
      if (text !== null) found.push({ row, text });
    }
    return found;
  }),
);

interface LoneText {
  readonly row: number;
  readonly text: string;
}

/**
 * The wanted title nearest above the headings, past blank rows and other words; null without one. One on the row of the
 * group titles begins where the table does.
 */
function titleAbove(sheet: SheetSnapshot, frame: TitlesOfTable, effectOf: EffectOf): EffectRow | null {
  const left = sheet.used?.left ?? 0;
  const top = sheet.used?.top ?? 0;
  const [from, until] = frame.titles.map((column) => column - left) as [number, number];
  let isNearest = true;
  for (let row = frame.headingRow - 1; row >= Math.max(top, frame.topRow - TITLE_ROWS); row--) {
    const cells = (sheet.values[row - top] ?? []).map(yearInWords);
    const title = loneText(cells, from, row < frame.topRow ? until : Math.min(until, frame.left - left));
    if (row >= frame.topRow) {
      const effect = title !== null && loneText(cells, from, until) !== null ? effectOf(title) : null;
      if (title !== null && effect) return { row, title, ...effect };
      continue;
    }
    if (title === null && !isTitleRow(cells, from, until)) return null;
    if (title === null) continue;
    const effect = isNearest || UPPER_TITLE.test(title) ? effectOf(title) : null;
    if (effect) return { row, title, ...effect };
    isNearest = false;
  }
  return null;
}

/** A year alone is a title too. */
function yearInWords(cell: CellValue): CellValue {
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 2000 && cell < 2100 ? String(cell) : cell;
}

/** True for a blank row, and for one of a few texts. */
function isTitleRow(cells: Row, from: number, until: number): boolean {
  const filled = cells.slice(Math.max(0, from), until + 1).filter(isFilled);
  return filled.length <= MOST_TEXTS_OF_A_TITLE && filled.every((cell) => typeof cell === 'string');
}

/**
 * The text of a row that holds nothing else between two positions; null for any other row, which two cells settle. A
 * year typed as a number is one where `isOfWords`.
 */
function loneText(
  cells: Row,
  from: number,
  until: number,
  isOfWords: (position: number) => boolean = () => false,
): string | null {
  let only: string | null = null;
  for (let position = Math.max(0, from); position < cells.length && position <= until; position++) {
    const value = cells[position] ?? null;
    if (value === null || value === '' || !isFilled(value)) continue;
    const cell = isOfWords(position) ? yearInWords(value) : value;
    if (only !== null || typeof cell !== 'string' || cell.length > LONGEST_TITLE) return null;
    only = cell.trim();
  }
  return only;
}

/** The title that the row of a sheet is under, where it has an effect on it; null otherwise. `titles`: in their order. */
export function titleOver(titles: readonly EffectRow[], sheetRow: number): EffectRow | null {
  let [from, until] = [0, titles.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((titles[middle]?.row ?? sheetRow) < sheetRow) from = middle + 1;
    else until = middle;
  }
  const over = titles[from - 1] ?? null;
  return over?.title === null ? null : over;
}
