/**
 * The page breaks of a printed document. A block that fits on a page is not cut, an envelope that does not fit on the
 * rest of a page begins a new one, and the controls have pages of their own, apart from what is signed. Heights are
 * estimated for A4 and the usual fonts, slightly above the real ones, so that no page ends just before a break.
 */
import type { PlannedCell, BreakMove } from '../../workbook/plan';
import { STYLES } from '../../workbook/cell-styles';

/**
 * `page`: always begins one; `part`: an envelope, with the blocks that follow it; `block`: a heading and its rows;
 * `tail`: stays with the block before it, since a signature is never alone on a page.
 */
export type StartLevel = 'page' | 'part' | 'block' | 'tail';

/** A row where a page may begin. */
export interface PageStart {
  readonly row: number;
  readonly level: StartLevel;
}

/** The page to print. */
export interface PrintedPage {
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  readonly widths: readonly number[];
  readonly landscape: boolean;
  readonly starts: readonly PageStart[];
  /** Rows under a chart: blank, and not to be cut. */
  readonly covered: ReadonlySet<number>;
}

/** Rows that every page repeats: the title and the as-of date. */
export const TITLE_ROWS = 2;

/** A4 (210 × 297 mm) less the margins of Excel, which are the widest, in points. */
const LONG_SIDE = { wide: 741, tall: 734 };
const SHORT_SIDE = { wide: 494, tall: 487 };
const LINE_HEIGHT = 15;
/** The height above the first part of a list: the heading of the document, a title, headings of two lines. */
const ROOM_OF_HEADINGS = 13 * LINE_HEIGHT;
/** Lines of text rarely fill their column. */
const LETTERS_PER_CHARACTER = 1.05;
/** Points of the usual font. */
const USUAL_SIZE = 11;

/** The rows before which a page begins, in order. */
export function pageBreaks(page: PrintedPage): readonly number[] {
  const heights = page.rows.map((cells) => heightOf(cells, page.widths));
  const room = roomOf(page);
  const repeated = sum(heights.slice(0, TITLE_ROWS));
  const filling = new PageFilling(room, room - repeated);
  for (const part of partsOf(page)) {
    const tall = sum(part.blocks.map(({ from, tail }) => sum(heights.slice(from, tail))));
    filling.beginPart(part.blocks[0]?.from ?? 0, tall, part.level === 'page');
    for (const { from, until } of part.blocks)
      filling.add(from, sum(heights.slice(from, until)), sum(heights.slice(from, lastFilled(page, from, until))));
  }
  return filling.began.map((row) => breakBefore(page, row));
}

/** The blank row above a block stays with it, to separate it from the repeated rows. */
function breakBefore(page: Pick<PrintedPage, 'rows' | 'covered'>, row: number): number {
  return row > 1 && isBlank(page, row - 1) ? row - 1 : row;
}

function isBlank({ rows, covered }: Pick<PrintedPage, 'rows' | 'covered'>, row: number): boolean {
  return !covered.has(row) && rows[row]?.every((cell) => cell === null) === true;
}

/**
 * The items, from 0, before which a list longer than a page repeats its headings; an item has the texts of its first
 * columns, and takes `rows` rows. Excel repeats the same rows on every page of a sheet, and a document has several
 * headings.
 */
export function partsOfList(
  items: readonly (readonly string[])[],
  page: Pick<PrintedPage, 'widths' | 'landscape'>,
  rows = 1,
): ReadonlySet<number> {
  const room = roomOf(page) - ROOM_OF_HEADINGS;
  const heights = items.map((texts) => {
    const cells = texts.map((value): PlannedCell => ({ value, style: 'label' }));
    return rows * heightOf(cells, page.widths);
  });
  const begun = new Set<number>();
  if (sum(heights) <= room) return begun;
  let used = 0;
  for (const [index, height] of heights.entries()) {
    if (used > 0 && used + height > room) {
      begun.add(index);
      used = 0;
    }
    used += height;
  }
  return begun;
}

/**
 * The breaks to move with their rows, those of the user included, and the breaks of new rows, when a document is
 * updated; `before` and `after` are the keys of its rows.
 */
export function breakMoves(
  page: Pick<PrintedPage, 'rows' | 'starts' | 'covered'> & { readonly breaks: readonly number[] },
  before: readonly string[],
  after: readonly string[],
  top: number,
): readonly BreakMove[] {
  const places = new Map(before.map((key, row) => [key, row]));
  return page.starts.flatMap(({ row }): readonly BreakMove[] => {
    const at = breakBefore(page, row);
    const stood = places.get(after[row] ?? '') ?? null;
    const from = stood === null ? null : top + stood - (row - at);
    const isNew = from === null && page.breaks.includes(at);
    return isNew || (from !== null && from !== top + at) ? [{ from, to: top + at }] : [];
  });
}

/** Fills pages from the top, and records the rows where one begins. */
class PageFilling {
  readonly began: number[] = [];
  private used = 0;
  private room: number;

  constructor(
    first: number,
    private readonly others: number,
  ) {
    this.room = first;
  }

  /** A part that fits on a page is not cut; a longer one begins a page when more than half of this one is used. */
  beginPart(row: number, tall: number, isForced: boolean): void {
    if (this.used > 0 && (isForced || this.wouldBeCut(tall))) this.begin(row);
  }

  /** Adds a block; `filled` is its height without the blank rows at its end. */
  add(row: number, tall: number, filled: number): void {
    if (this.used > 0 && this.wouldBeCut(filled)) this.begin(row);
    this.used += tall;
    while (this.used > this.room && filled > this.room) {
      this.used -= this.room;
      this.room = this.others;
    }
  }

  private wouldBeCut(tall: number): boolean {
    return this.used + tall > this.room && (tall <= this.others || this.used > this.room / 2);
  }

  private begin(row: number): void {
    this.began.push(row);
    this.used = LINE_HEIGHT;
    this.room = this.others;
  }
}

interface Block {
  readonly from: number;
  /** The first row of its tail; `until` when it has none. */
  readonly tail: number;
  readonly until: number;
}

function partsOf({
  rows,
  starts,
}: PrintedPage): readonly { readonly level: StartLevel; readonly blocks: readonly Block[] }[] {
  const all: readonly PageStart[] = [
    { row: 0, level: 'part' },
    ...starts.filter(({ row }) => row > 0 && row < rows.length),
  ];
  const parts: { level: StartLevel; blocks: Block[] }[] = [];
  all.forEach(({ row, level }, index) => {
    const until = all[index + 1]?.row ?? rows.length;
    const block = { from: row, tail: until, until };
    const blocks = parts.at(-1)?.blocks;
    const last = blocks?.at(-1);
    if (level === 'tail' && last) blocks?.splice(-1, 1, { ...last, until });
    else if (level === 'block') blocks?.push(block);
    else parts.push({ level, blocks: [block] });
  });
  return parts;
}

function lastFilled(page: PrintedPage, from: number, until: number): number {
  let last = until;
  while (last > from && isBlank(page, last - 1)) last--;
  return last;
}

/** The height of the sheet on a page, in points of the sheet, once its columns fit the width. */
function roomOf({ widths, landscape }: Pick<PrintedPage, 'widths' | 'landscape'>): number {
  const [width, height] = landscape ? [LONG_SIDE.wide, SHORT_SIDE.tall] : [SHORT_SIDE.wide, LONG_SIDE.tall];
  const columns = sum(widths.map((characters) => (characters * 7 + 5) * 0.75));
  return height / Math.min(1, width / columns);
}

function heightOf(cells: readonly (PlannedCell | null)[], widths: readonly number[]): number {
  return Math.max(LINE_HEIGHT, ...cells.map((cell, column) => heightOfCell(cell, widths[column] ?? 0)));
}

function heightOfCell(cell: PlannedCell | null, width: number): number {
  const style = cell?.style ? STYLES[cell.style] : null;
  if (!cell || !style || typeof cell.value !== 'string') return 0;
  const lines = style.wrap ? Math.ceil(cell.value.length / (width * LETTERS_PER_CHARACTER)) : 1;
  return lines * LINE_HEIGHT * Math.max(1, (style.size ?? USUAL_SIZE) / USUAL_SIZE);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
