/**
 * Reads the cells of any number of sheets in few, bounded round trips. `formulas` also gives the value of cells without
 * a formula, so values are requested only where there are formulas. The size of a block depends on the bytes per cell
 * seen so far, and the page gets control between two round trips.
 */
import type { Area } from '../../../workbook/cells';
import { FEW_DATES, isDayOfCentury, mayHoldAmounts } from '../../../workbook/number-formats';
import { isResponseTooLarge } from '../host-errors';
import type { SheetCells } from './sheet-cells';
import { rangeOf } from '../excel-ranges';

/**
 * Cells to read. `contents`: formulas and constants; `results`: values of formula cells; `rows`, `columns`: which
 * ones are hidden;
 * `struckRows`: which rows are crossed out; `struckCells`: which cells are, in rows where only some are. `formats`: which
 * numbers are shown as something else than an amount in euros; a small piece gives them with its contents or results;
 * `firstFormats`: those of the first rows of a column of dates.
 */
export interface Piece {
  readonly sheetId: string;
  readonly cells: SheetCells;
  readonly area: Area;
  readonly what:
    'contents' | 'results' | 'rows' | 'columns' | 'struckRows' | 'struckCells' | 'firstFormats' | 'formats';
  /** The rows of which `firstFormats` are the first. */
  readonly whole?: Area;
}

interface Loaded {
  readonly piece: Piece;
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns?: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  readonly looks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
}

const STRUCK = { format: { font: { strikethrough: true } } };

/** Target size of one answer: below the 5 MB of Excel on the web, and quick to process. */
const ANSWER_BYTES = 2_600_000;
/** Initial estimate, for a sheet of long texts. */
const FIRST_BYTES_PER_CELL = 120;
const BYTES_PER_ROW_STATE = 24;
const BYTES_PER_FONT = 48;
const FIRST_BYTES_PER_FORMAT = 40;
/** Up to this size, formats are requested with the cells: an edit then costs no round trip more. */
const FEW_CELLS = 500;
/** From so many formats on, an answer shows how long they are. */
const LEAST_FORMATS = 50;
/** Formats of a large answer whose length is measured, for the size of the next one. */
const FORMATS_SEEN = 500;
/** From so many rows on, the formats of the first dates of a column hold for the others. */
const MANY_ROWS = 10_000;
const LEAST_BYTES_PER_CELL = 8;

/** Sends a request with the loads of its argument. */
export type SendRequest = <T>(load: () => T) => Promise<T>;

/** Reads all the pieces; `pause` yields to the page between two round trips. */
export async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  pause: () => Promise<void>,
  request: SendRequest,
): Promise<void> {
  const reading = new Reading(pieces);
  for (let round = reading.nextRound(); round.length > 0; round = reading.nextRound()) {
    await readRound(context, reading, round, request);
    if (reading.hasMore) await pause();
  }
}

async function readRound(
  context: Excel.RequestContext,
  reading: Reading,
  round: readonly Piece[],
  request: SendRequest,
): Promise<void> {
  let loaded: readonly Loaded[];
  try {
    loaded = await request(() => round.map((piece) => load(context, piece)));
  } catch (error) {
    if (!isResponseTooLarge(error) || !reading.askForLess(round)) throw error;
    return;
  }
  loaded.forEach((entry) => reading.take(entry));
}

function load(context: Excel.RequestContext, piece: Piece): Loaded {
  const range = rangeOf(context.workbook.worksheets.getItem(piece.sheetId), piece.area);
  switch (piece.what) {
    case 'rows':
      return { piece, range, rows: range.getRowProperties({ rowHidden: true }), looks: null };
    case 'columns':
      return { piece, range, rows: null, looks: null, columns: range.getColumnProperties({ columnHidden: true }) };
    case 'struckRows':
      return { piece, range, rows: range.getRowProperties(STRUCK), looks: null };
    case 'struckCells':
      return { piece, range, rows: null, looks: range.getCellProperties(STRUCK) };
    case 'firstFormats':
    case 'formats':
      range.load('numberFormat');
      return { piece, range, rows: null, looks: null };
    default:
      range.load(piece.what === 'contents' ? 'formulas' : 'values');
      if (givesFormats(piece)) range.load('numberFormat');
      return { piece, range, rows: null, looks: null };
  }
}

function isOfFormats({ what }: Piece): boolean {
  return what === 'formats' || what === 'firstFormats';
}

function givesFormats({ area }: Piece): boolean {
  return area.rows * area.columns <= FEW_CELLS;
}

/** The pieces still to read, and how much to request at once. */
class Reading {
  private readonly waiting: Piece[];
  private bytesPerCell = FIRST_BYTES_PER_CELL;
  private bytesPerFormat = FIRST_BYTES_PER_FORMAT;

  constructor(pieces: readonly Piece[]) {
    this.waiting = pieces.filter((piece) => piece.area.rows > 0 && piece.area.columns > 0);
  }

  get hasMore(): boolean {
    return this.waiting.length > 0;
  }

  /** As many pieces as one answer can carry, split by rows; at least one row. */
  nextRound(): Piece[] {
    const round: Piece[] = [];
    let room = ANSWER_BYTES;
    for (let piece = this.waiting.shift(); piece; piece = this.waiting.shift()) {
      const rows = Math.floor(room / this.bytesPerRow(piece));
      if (rows < 1 && round.length > 0) {
        this.waiting.unshift(piece);
        break;
      }
      const [now, later] = cut(piece, Math.max(1, rows));
      round.push(now);
      room -= now.area.rows * this.bytesPerRow(now);
      if (later) {
        this.waiting.unshift(later);
        break;
      }
    }
    return round;
  }

  /** Stores an answer, updates the estimate of bytes per cell, and requests the results of the formulas found. */
  take({ piece, range, rows, looks, columns: found }: Loaded): void {
    const { area, cells } = piece;
    if (piece.what === 'rows') {
      rows?.value.forEach((row, index) => row.rowHidden === true && cells.hideRow(area.top + index));
    } else if (piece.what === 'columns') {
      found?.value.forEach(({ columnHidden }, index) => columnHidden === true && cells.hideColumn(area.left + index));
    } else if (piece.what === 'struckRows') {
      rows?.value.forEach((row, index) => this.takeStruckRow(piece, area.top + index, row));
    } else if (piece.what === 'struckCells') {
      looks?.value.forEach((line, row) =>
        line.forEach((cell, column) => isStruck(cell) && cells.strike(area.top + row, area.left + column, 1)),
      );
    } else if (piece.what === 'formats') {
      const formats = range.numberFormat as unknown[][];
      cells.putFormats(area.top, area.left, formats);
      this.learnFormats(formats);
    } else if (piece.what === 'firstFormats') {
      this.takeFirstFormats(piece, range.numberFormat as unknown[][]);
    } else if (piece.what === 'results') {
      const results = range.values as unknown[][];
      const { bytes, changed } = cells.putResults(area.top, area.left, results);
      this.learn(piece, bytes);
      this.takeFormats(piece, range, results, (row) => changed.has(row));
    } else {
      const contents = range.formulas as unknown[][];
      const { columns, bytes } = cells.putContents(area.top, area.left, contents);
      this.learn(piece, bytes);
      this.takeFormats(piece, range, contents, () => true);
      for (const [column, { first, last }] of columns) {
        this.waiting.push({
          ...piece,
          what: 'results',
          area: { top: first, left: column, rows: last - first + 1, columns: 1 },
        });
      }
    }
  }

  /**
   * The formats that came with the cells, otherwise requests those of the numbers that are new. Of a column of dates
   * alone, the first ones hold for the others, since a format is longer than an amount.
   */
  private takeFormats(
    piece: Piece,
    range: Excel.Range,
    contents: readonly (readonly unknown[])[],
    isNew: (row: number) => boolean,
  ): void {
    const { top, left, columns } = piece.area;
    for (let offset = 0; offset < columns; offset++) {
      let [days, others, first, last] = [0, 0, -1, -1];
      for (let index = 0; index < contents.length; index++) {
        const value = contents[index]?.[offset];
        if (typeof value !== 'number') continue;
        if (isDayOfCentury(value)) days += 1;
        else others += 1;
        if (!isNew(top + index)) continue;
        if (first < 0) first = index;
        last = index;
      }
      if (first < 0) continue;
      const formats = givesFormats(piece) ? (range.numberFormat as unknown[][]) : null;
      const area = { top: top + first, left: left + offset, rows: last - first + 1, columns: 1 };
      const isOfDates = area.rows > MANY_ROWS && !mayHoldAmounts(days, others);
      if (!formats && isOfDates)
        this.waiting.push({ ...piece, what: 'firstFormats', area: { ...area, rows: FEW_DATES }, whole: area });
      else if (!formats) this.waiting.push({ ...piece, what: 'formats', area });
      else
        piece.cells.putFormats(
          area.top,
          area.left,
          formats.slice(first, last + 1).map((line) => [line[offset]]),
        );
    }
  }

  /** The numbers of a column that may be dates: all are dates when the first ones are, else each has its format read. */
  private takeFirstFormats(
    { cells, area, whole = area, ...piece }: Piece,
    formats: readonly (readonly unknown[])[],
  ): void {
    cells.putFormats(area.top, area.left, formats);
    if (cells.areDates(area)) cells.putDates(whole);
    else this.waiting.push({ ...piece, cells, what: 'formats', area: whole });
  }

  /** A row of which only some cells are crossed out is read again, cell by cell. */
  private takeStruckRow(piece: Piece, row: number, properties: Excel.RowProperties): void {
    const { left, columns } = piece.area;
    if (isStruck(properties)) piece.cells.strike(row, left, columns);
    else if (properties.format?.font?.strikethrough !== false)
      this.waiting.push({ ...piece, what: 'struckCells', area: { top: row, left, rows: 1, columns } });
  }

  /**
   * After an answer that was too large: requests the same in smaller blocks. False when a single row is already too
   * large.
   */
  askForLess(round: readonly Piece[]): boolean {
    if (round.every((piece) => piece.area.rows === 1)) return false;
    if (!round.every(isOfFormats)) this.bytesPerCell *= 4;
    if (round.some(isOfFormats)) this.bytesPerFormat *= 4;
    this.waiting.unshift(...round);
    return true;
  }

  private bytesPerRow(piece: Piece): number {
    if (piece.what === 'rows') return BYTES_PER_ROW_STATE;
    if (piece.what === 'columns') return BYTES_PER_ROW_STATE * piece.area.columns;
    if (piece.what === 'struckRows') return BYTES_PER_FONT;
    if (isOfFormats(piece)) return this.bytesPerFormat;
    const bytes = piece.what === 'struckCells' ? BYTES_PER_FONT : this.bytesPerCell;
    return bytes * piece.area.columns;
  }

  /** As for the cells: signs and quotation marks are escaped twice. */
  private learnFormats(formats: readonly (readonly unknown[])[]): void {
    if (formats.length < LEAST_FORMATS) return;
    const step = Math.ceil(formats.length / FORMATS_SEEN);
    let [bytes, seen] = [0, 0];
    for (let index = 0; index < formats.length; index += step, seen++)
      bytes += JSON.stringify(JSON.stringify(formats[index]?.[0])).length;
    this.bytesPerFormat = Math.max((bytes / seen) * 1.25, this.bytesPerFormat / 6);
  }

  /** Only large answers update the estimate. A quarter is kept in reserve, and blocks grow gradually. */
  private learn(piece: Piece, bytes: number): void {
    const count = piece.area.rows * piece.area.columns;
    if (count < 500) return;
    const seen = Math.max(LEAST_BYTES_PER_CELL, (bytes / count) * 1.25);
    this.bytesPerCell = Math.max(seen, this.bytesPerCell / 6);
  }
}

function isStruck({ format }: Excel.CellProperties): boolean {
  return format?.font?.strikethrough === true;
}

function cut(piece: Piece, rows: number): [Piece, Piece | null] {
  const { area } = piece;
  if (rows >= area.rows) return [piece, null];
  return [
    { ...piece, area: { ...area, rows } },
    { ...piece, area: { ...area, top: area.top + rows, rows: area.rows - rows } },
  ];
}
