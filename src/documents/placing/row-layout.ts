/**
 * A new page over the document that is in the workbook: which row of one is which row of the other. A row is known by
 * its first text, but those that people may write in, where the document has nothing: their place makes them.
 */
import { comparable, isTypo } from '../../domain/text';
import { textOf, type Area, type CellValue } from '../../workbook/cells';
import { valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import type { DocumentPage } from '../page/document-page';
import type { PlacedDocument } from './placement';
import type { WrittenMarks } from './written-marks';

export interface RowLayout {
  readonly page: DocumentPage;
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** The key of each row of the document, and of each row of the page. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The row of the page with a key. */
  readonly places: ReadonlyMap<string, number>;
  /** Rows from this one on have another place than before. */
  readonly firstMoved: number;
  /** A row whose first text may be of people, or of the document as it was; null when there is none. */
  readonly unclear: number | null;
  /** Of the document as it was last written; null without any. */
  readonly marks: WrittenMarks | null;
}

/** Matches the rows of a page with those of the document in the workbook. */
export function layoutOf(page: DocumentPage, { sheet, area, marks }: PlacedDocument): RowLayout {
  const firstColumn = Array.from({ length: area.rows }, (_, row) => valueAt(sheet, area.top + row, area.left));
  const after = rowKeys(
    page.rows.map((cells) => cells[0]?.value ?? null),
    page,
  );
  const places = new Map(after.map((key, row) => [key, row]));
  const written = marks
    ? { first: textsOfMarks(sheet, area, marks, firstColumn), unclear: null }
    : textsWithoutMarks({ page, places, first: firstColumn });
  const keys = rowKeys(written.first, page);
  const before = [...keys.slice(0, -1), after.at(-1) ?? '']; // the last line has a size, which changes
  const firstMoved = firstMovedRow(before, after, page);
  return { page, sheet, area, before, after, places, firstMoved, unclear: written.unclear, marks };
}

/** The place in the page of a row of the document; undefined for one that the page does not have. */
export function placeOf({ before, places, firstMoved }: RowLayout, row: number): number | undefined {
  return places.get(before[row] ?? '') ?? (row < firstMoved ? row : undefined);
}

/** For a first text that somebody deleted: no document has it. */
const CLEARED = ' ';
/** The number of a section, which another section before it changes. */
const SECTION_NUMBER = /^\d{1,3}\. /;

/** The key of a row: its section, its first text, and its rank among equals. Sections are those of the page. */
function rowKeys(firstCells: readonly CellValue[], page: DocumentPage): readonly string[] {
  const sections = new Set([...page.sectionRows].map((row) => nameOf(String(page.rows[row]?.[0]?.value ?? ''))));
  const ranks = new Map<string, number>();
  let section = '';
  return firstCells.map((cell) => {
    const text = page.renamed.get(textOf(cell)) ?? textOf(cell);
    const isTitle = text !== '' && sections.has(nameOf(text));
    if (isTitle) section = nameOf(text);
    const name = `${section}\n${isTitle ? section : text}`;
    const rank = (ranks.get(name) ?? 0) + 1;
    ranks.set(name, rank);
    return `${name}\n${rank}`;
  });
}

/** True for the key of a row without a first text. */
export function isBlankKey(key: string): boolean {
  return key.split('\n')[1] === '';
}

function nameOf(title: string): string {
  return title.replace(SECTION_NUMBER, '');
}

/** The first cells without those of people: the document, as it was last written, has nothing there. */
function textsOfMarks(
  sheet: SheetSnapshot,
  area: Area,
  marks: WrittenMarks,
  first: readonly CellValue[],
): readonly CellValue[] {
  return first.map((cell, row) => {
    if (marks.holding(sheet, area, row, 0) === 'notWritten') return null;
    return cell === null || cell === '' ? CLEARED : cell;
  });
}

interface Compared extends Pick<RowLayout, 'page' | 'places'> {
  /** The first cells of the document. */
  readonly first: readonly CellValue[];
}

/** The first cells without those of people, and the first row of which it cannot be known. */
interface FirstTexts {
  readonly first: readonly CellValue[];
  readonly unclear: number | null;
}

/**
 * Without marks, finds those of people in the room that the document leaves: between two rows that the page has too, it
 * has so many blank rows. Where the document has fewer, texts that the page does not have are of people, at the places
 * of this room, or the last ones. Among more such texts, one may be of the document, and go away: which is not known.
 */
function textsWithoutMarks(compared: Compared): FirstTexts {
  const { page, places, first } = compared;
  const keys = rowKeys(first, page);
  const rows = new Set<number>();
  let unclear: number | null = null;
  let [row, place] = [-1, -1];
  for (const [next, there] of rowsOfBoth(keys, first, compared)) {
    const room = page.rows.slice(place + 1, there).map(isBlankRow);
    const between = Array.from({ length: next - row - 1 }, (_, index) => row + 1 + index);
    const blanks = between.filter((one) => first[one] === null).length;
    const free = room.filter(Boolean).length;
    const isText = (one: number): boolean => isPeoples(first[one] ?? null, page) && !places.has(keys[one] ?? '');
    const texts = free > blanks ? between.filter(isText) : [];
    const added = texts.length - (room.length - free);
    const inPlace = between.length === room.length ? texts.filter((one) => room[one - row - 1]) : [];
    const written = inPlace.length === free - blanks ? inPlace : texts.slice(-(free - blanks));
    if (added > free - blanks) unclear ??= texts[0] ?? null;
    for (const one of written) rows.add(one);
    [row, place] = [next, there];
  }
  return { first: first.map((cell, at) => (rows.has(at) ? null : cell)), unclear };
}

/** True for a content that the document itself never has there. */
function isPeoples(cell: CellValue, { withheld }: DocumentPage): boolean {
  return cell !== null && !(typeof cell === 'string' && withheld.has(cell));
}

/** The rows that both have, in their common order, with their place; the last ones are the same. */
function rowsOfBoth(
  keys: readonly string[],
  first: readonly CellValue[],
  { page, places }: Compared,
): readonly (readonly [row: number, place: number])[] {
  const last = keys.length - 1;
  const shared = keys.slice(0, last).flatMap((key, row): [number, number][] => {
    const place = first[row] === null ? undefined : places.get(key);
    return place === undefined || place >= page.rows.length - 1 ? [] : [[row, place]];
  });
  return [...longestIncreasing(shared), [last, page.rows.length - 1]];
}

/** The longest run of pairs whose second numbers increase. */
function longestIncreasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const [lengths, former]: [number[], number[]] = [[], []];
  const ends: number[] = []; // for each length, the pair that ends it the lowest
  for (const [index, [, place]] of pairs.entries()) {
    let length = ends.length;
    while (length > 0 && (pairs[ends[length - 1] ?? 0]?.[1] ?? 0) >= place) length--;
    lengths.push(length);
    former.push(length === 0 ? -1 : (ends[length - 1] ?? -1));
    ends[length] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = former[index] ?? -1) run.unshift(pairs[index] ?? [0, 0]);
  return run;
}

function isBlankRow(cells: DocumentPage['rows'][number]): boolean {
  return cells.every((cell) => cell === null || cell.value === null);
}

/** The first row with another key, unless the next rows match: a row was then only renamed. */
function firstMovedRow(before: readonly string[], after: readonly string[], page: DocumentPage): number {
  const length = Math.max(before.length, after.length);
  const [formerly, places] = [new Set(before), new Set(after)];
  for (let row = 0; row < length; row++) {
    const [former, now] = [before[row], after[row]];
    if (former === now) continue;
    const isAlone = former !== undefined && now !== undefined && before[row + 1] === after[row + 1];
    if (!isAlone || places.has(former) || formerly.has(now)) return row;
    if (page.itemRows.has(row) && !isRespelled(textOfKey(former), textOfKey(now))) return row;
  }
  return length;
}

/** True for two spellings of one text: another EJ, indicator or milestone in its place is another row. */
function isRespelled(former: string, now: string): boolean {
  const [one, other] = [comparable(former), comparable(now)];
  return one === other || isTypo(one, other);
}

/** The first text of a row, by its key. */
export function textOfKey(key: string): string {
  return key.split('\n').slice(1, -1).join(' ');
}
