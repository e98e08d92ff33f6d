/**
 * The units that the words around a table give to its amounts: titles above it, the name of its sheet, a note below it,
 * and the doubt in the name of its file.
 * A title over some columns only gives theirs. A text between two tables is of the nearer one, and of the one below it
 * when both are as near.
 */
import { textOf, type Area } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import { wordsOfHeading, type Concept } from '../heading-words';
import { isFilled, textsOf, type Row } from '../sheet-rows';
import {
  EVERYWHERE,
  unclear,
  unitFor,
  unitOfCell,
  unitOfSheet,
  type GivenUnit,
  type UnitOfColumns,
  type UnitOfNature,
} from '../units';
import { fileTitleOf, unitsOfFile } from './file-units';
import { isWithoutTax } from '../../../domain/money/tax-words';
import { unitInText } from './unit-exceptions';
import { scalesIn, unitsInTitle } from './unit-rows';
import { isYear, unitFromAbove } from './units-above';
import { unitsBeside } from './units-beside';

/** The rows and the columns of a table on its sheet; `topRow` is that of its first headings. */
export interface TablePlace {
  readonly topRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
}

/** A title is at most this many rows above its table; further up, with words alone in between. */
const PREAMBLE_ROWS = 8;
const LONGEST_PREAMBLE = 60;
/** A note is at most this many rows below its table. */
const NOTE_ROWS = 3;
const MOST_TEXTS_OF_A_TITLE = 3;
/** The rows below the last operation that are looked through for it: totals, notes, blank rows. */
const ROWS_AFTER_DATA = 20;
/** Headings of a table have one of them. */
const OF_A_TABLE: readonly Concept[] = ['amount', 'ae', 'cp', 'commitment', 'payment', 'ej', 'dp', 'order', 'label'];
const NO_CELLS: Row = [];
const EUROS: GivenUnit = { unit: '€' };

/** The units of the columns of a table, the nearest words first; `file` is the name of the file. */
export function unitsAround(
  sheet: SheetSnapshot,
  place: TablePlace,
  file: string | undefined,
): readonly UnitOfColumns[] {
  const words = new WordsAround(sheet);
  const others = [unitInText(sheet.name, unitOfSheet), words.noteBelow(place.lastRow)].flatMap((given) =>
    given === null ? [] : [{ ...EVERYWHERE, given }],
  );
  return [...words.titlesAbove(place), ...others, ...unitsBeside(sheet, place), ...unitsOfFile(sheet, file)];
}

/**
 * A unit alone in the row of group titles, over the last columns and not merged: it may be of these columns, or of the
 * whole table, so that it is not clear for the others.
 */
export function unitOverSome(sheet: SheetSnapshot, topRow: number, upper: Row | null): readonly UnitOfColumns[] {
  const units = (upper ?? []).flatMap((value, position) => {
    const given = typeof value === 'string' ? unitInText(value, unitOfCell) : null;
    return given === null ? [] : [{ text: textOf(value), column: (sheet.used?.left ?? 0) + position }];
  });
  const [only] = units;
  if (!only || units.length > 1) return [];
  const isMerged = sheet.merges?.some((area) => area.top === topRow && area.left === only.column && area.columns > 1);
  return isMerged === true ? [] : [{ ...EVERYWHERE, given: unclear(only.text) }];
}

/** The units that the titles above a table give, the nearest first. */
export function unitsInTitles(sheet: SheetSnapshot, place: TablePlace): readonly UnitOfColumns[] {
  return new WordsAround(sheet).titlesAbove(place);
}

/** The unit of a column of the sheet, which holds AE, CP or neither; null where none is given. */
export function unitIn(
  units: readonly UnitOfColumns[],
  column: number,
  field: 'ae' | 'cp' | null,
): UnitOfNature | null {
  const named = field && units.find(({ given }) => given.byNature?.[field] !== undefined);
  const found = named ?? units.find(({ from, to }) => column >= from && column <= to);
  return found ? unitFor(found.given, field) : null;
}

/** The units that texts give in the rows just above one, and below another. */
export function unitsBetween(sheet: SheetSnapshot, above: number, below: number): readonly GivenUnit[] {
  const words = new WordsAround(sheet);
  const found: GivenUnit[] = [];
  for (let row = below - 1; row > Math.max(above, below - 1 - PREAMBLE_ROWS); row--) {
    if (textsOf(words.at(row)).length > MOST_TEXTS_OF_A_TITLE) break;
    found.push(...words.textsIn(row).flatMap(({ given }) => given ?? []));
  }
  return found;
}

/** True for two units that are the same; null is euros. */
export function isSameUnit(one: GivenUnit | null, other: GivenUnit | null): boolean {
  const nameOf = (given: GivenUnit, field: 'ae' | 'cp'): string => {
    const own = unitFor(given, field);
    return 'unit' in own ? own.unit : own.otherUnit.toLowerCase();
  };
  const [first, second] = [one ?? EUROS, other ?? EUROS];
  return (['ae', 'cp'] as const).every((field) => nameOf(first, field) === nameOf(second, field));
}

/**
 * The columns of a table whose amounts the words around it give without tax, where their heading is silent: the row of
 * group titles or of units, a title, the name of the sheet or of the file, a note below.
 */
export function columnsWithoutTax(
  sheet: SheetSnapshot,
  { topRow, headingRow, firstRow, lastRow, left, right }: TablePlace & Record<'headingRow' | 'firstRow', number>,
  file: string | undefined,
): ReadonlySet<number> {
  const words = new WordsAround(sheet);
  const ofTable = taxAround(words, { topRow, lastRow }, [sheet.name, file === undefined ? '' : fileTitleOf(file)]);
  const beside = [...rowsFrom(headingRow + 1, firstRow), ...rowsFrom(topRow, headingRow)].map((row) =>
    words.taxes(row),
  );
  const found = new Set<number>();
  for (let column = left; column <= right; column++) {
    const own = beside.map((at) => at(column)).find((tax) => tax !== null);
    if (own ?? ofTable) found.add(column);
  }
  return found;
}

function taxAround(
  words: WordsAround,
  { topRow, lastRow }: Pick<TablePlace, 'topRow' | 'lastRow'>,
  names: readonly string[],
): boolean {
  const titles = [...words.titleRows(topRow)].filter((row) => !words.isNoteOfTableAbove(row));
  const notes = [...words.noteRows(lastRow)].filter((row) => words.isOfTableAbove(row));
  const textsAt = (rows: readonly number[]): readonly string[] => rows.flatMap((row) => textsOf(words.at(row)));
  const texts = [...textsAt(titles), ...names, ...textsAt(notes)];
  return texts.map(isWithoutTax).find((tax) => tax !== null) ?? false;
}

function rowsFrom(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
}

interface TextWithUnit {
  readonly column: number;
  readonly given: GivenUnit | null;
}

class WordsAround {
  private readonly first: number;
  private readonly last: number;
  private readonly left: number;

  constructor(private readonly sheet: SheetSnapshot) {
    const { top, left, rows } = sheet.used ?? { top: 0, left: 0, rows: 0 };
    [this.first, this.last, this.left] = [top, top + rows - 1, left];
  }

  at(row: number): Row {
    return this.sheet.values[row - this.first] ?? NO_CELLS;
  }

  textsIn(row: number): readonly TextWithUnit[] {
    const cells = this.at(row);
    const units = unitsInTitle(cells);
    return cells.flatMap((value, position) => {
      const found = units.find((one) => one.position === position);
      return isFilled(value) ? [{ column: this.left + position, given: found?.given ?? null }] : [];
    });
  }

  titlesAbove(place: TablePlace): readonly UnitOfColumns[] {
    const { topRow, left, right } = place;
    const found: UnitOfColumns[] = [];
    for (const row of this.titleRows(topRow)) {
      const texts = this.textsIn(row).map(({ column, given }) => ({
        column,
        given: unitFromAbove(this.sheet, place, { row, column }, given),
      }));
      const isAlone = !this.isAnythingBeside(topRow, left, right);
      const inside = texts.filter(({ column }) => isAlone || (column >= left && column <= right));
      const units = this.rangesOf(inside.length > 0 ? inside : texts, row, row === topRow - 1 ? left : null);
      if (units.length > 0 && this.isNoteOfTableAbove(row)) break;
      found.push(...units);
    }
    return found;
  }

  /** Whether a row of group titles or of units gives the amounts of a column without tax: by its cell, or by the last before it. */
  taxes(row: number): (column: number) => boolean | null {
    const cells = this.at(row);
    const found = cells.flatMap((value, position) => {
      const tax = typeof value === 'string' ? isWithoutTax(value) : null;
      return tax === null ? [] : [{ column: this.left + position, tax }];
    });
    const [only] = found;
    if (only && found.length === 1 && textsOf(cells).length === 1) return () => only.tax;
    return (column) => {
      let filled = column;
      while (filled > this.left && !isFilled(cells[filled - this.left] ?? null)) filled--;
      return found.find((one) => one.column === filled)?.tax ?? null;
    };
  }

  /** The rows of titles above a table, the nearest first. */
  *titleRows(topRow: number): Generator<number> {
    let hasData = false;
    for (let row = topRow - 1; row >= Math.max(this.first, topRow - LONGEST_PREAMBLE); row--) {
      hasData ||= isOfData(this.at(row));
      const isFar = row < topRow - PREAMBLE_ROWS;
      const isWide = textsOf(this.at(row)).length > MOST_TEXTS_OF_A_TITLE;
      if (isFar ? hasData : isWide && !namesTheFile(this.at(row))) break;
      yield row;
    }
  }

  /** The unit in a note just below a table; null without one. */
  noteBelow(lastRow: number): GivenUnit | null {
    for (const row of this.noteRows(lastRow)) {
      const note = this.textsIn(row).find(({ given }) => given !== null);
      if (note) return this.isOfTableAbove(row) ? note.given : null;
    }
    return null;
  }

  /** The rows of notes just below a table. */
  *noteRows(lastRow: number): Generator<number> {
    const from = Math.min(lastRow, this.last);
    let data = from;
    while (data > from - ROWS_AFTER_DATA && !isOfData(this.at(data))) data--;
    if (data === from - ROWS_AFTER_DATA) data = from;
    for (let row = data + 1; row <= Math.max(data, lastRow) + NOTE_ROWS; row++) if (!isOfData(this.at(row))) yield row;
  }

  /** True for a row whose text is of the table above it, and no title of one below. */
  isOfTableAbove(row: number): boolean {
    return !this.isTitle(row) || this.isNoteOfTableAbove(row);
  }

  /** Each unit from its column on; one alone is of all the columns, unless it is merged over some: `left` is the first. */
  private rangesOf(texts: readonly TextWithUnit[], row: number, left: number | null): readonly UnitOfColumns[] {
    const units = texts.flatMap(({ column, given }) => (given === null ? [] : [{ column, given }]));
    return units.map(({ column, given }, at) => {
      const merged = this.mergedOver(row, column);
      const next = units[at + 1];
      if (units.length === 1 && (merged === null || left === null || column <= left)) return { ...EVERYWHERE, given };
      const to = merged === null ? (next ? next.column - 1 : EVERYWHERE.to) : merged.left + merged.columns - 1;
      return { from: column, to, given };
    });
  }

  /** True for headings of another table, left or right of one. */
  private isAnythingBeside(topRow: number, left: number, right: number): boolean {
    return this.at(topRow).some((value, position) => {
      const column = this.left + position;
      return (column < left || column > right) && isFilled(value);
    });
  }

  private mergedOver(row: number, column: number): Area | null {
    const isHere = ({ top, left, rows, columns }: Area): boolean =>
      row >= top && row < top + rows && left === column && columns > 1;
    return this.sheet.merges?.find(isHere) ?? null;
  }

  /** True for a text nearer to a table above it than to anything below it. */
  isNoteOfTableAbove(row: number): boolean {
    const [above, below] = [this.filledFrom(row, -1), this.filledFrom(row, 1)];
    return above !== null && (below === null || row - above < below - row) && isOfTable(this.at(above));
  }

  /** The next filled row above or below; null without one nearby. */
  private filledFrom(row: number, step: 1 | -1): number | null {
    for (let at = row + step; Math.abs(at - row) <= PREAMBLE_ROWS; at += step)
      if (this.at(at).some(isFilled)) return at;
    return null;
  }

  /** True for a text above a row with several cells. */
  private isTitle(at: number): boolean {
    for (let row = at + 1; row <= at + PREAMBLE_ROWS; row++) if (this.at(row).filter(isFilled).length > 1) return true;
    return false;
  }
}

/** True for a row with more than a note, or with a number: an operation, a total. */
function isOfData(row: Row): boolean {
  if (textsOf(row).length > MOST_TEXTS_OF_A_TITLE) return true;
  return row.some((value) => typeof value === 'number') && scalesIn(row).length === 0;
}

/** « Délégant | DGEFP | Délégataire | DGE | 2023 »: words and years alone, and the heading of no amount nor EJ. */
function namesTheFile(row: Row): boolean {
  return row.every((value) => {
    if (!isFilled(value)) return true;
    if (typeof value === 'number') return isYear(value);
    const { concepts } = wordsOfHeading(textOf(value));
    return !OF_A_TABLE.some((concept) => concepts.has(concept));
  });
}

/** True for a row of operations, of headings or of totals. */
function isOfTable(row: Row): boolean {
  return textsOf(row).length > MOST_TEXTS_OF_A_TITLE || row.filter((value) => typeof value === 'number').length > 1;
}
