/**
 * Reads the rows of a sheet byte by byte: 100,000 rows of 15 cells in a few hundred milliseconds, where a tree of the
 * part takes half a minute. Shared strings and shared formulas are resolved on the way.
 */
import { parseIsoSerial } from './iso-dates';
import { oddNumber } from './odd-numbers';
import { fromFileFormula } from '../formula';
import type { RowLooks } from './look/row-looks';
import { damaged } from '../package/refusal';
import { ItemReader } from '../package/shared-strings';
import type { SheetFrame } from '../package/sheet-frame';
import type { ScanContext } from './scan-context';
import { SheetGrid } from './sheet-grid';
import { SharedFormulas } from './shared-formulas';
import {
  elementEnd,
  indexOfText,
  isMarkup,
  isNameEnd,
  markupEnd,
  matchesText,
  tagEnd,
  utf8Slice,
} from '../package/xml-bytes';
import { withoutSpecials, withoutTags } from '../package/xml-scan';
import { decodeText, decodeXstring } from '../package/xml-text';
import { isTrue } from '../package/xml-tree';
import { numberFormat, shownBy, type NumberFormat } from '../../../workbook/number-formats';
import { formulaKey } from '../../../workbook/snapshot';
import { type Area, type CellValue, parseArea } from '../../../workbook/cells';

/** The value of a formula cell that has not been computed; a file written by a program may hold no result. */
export const NOT_CALCULATED = '#CALC!';

const ROWS = 1_048_576;
const COLUMNS = 16_384;
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/** Bytes by name; local, since a constant of another module costs a call in these loops until it is bundled. */
const LETTERS = { c: 0x63, r: 0x72, s: 0x73, t: 0x74, v: 0x76, f: 0x66, i: 0x69 };
const DIGITS = { zero: 0x30, nine: 0x39, minus: 0x2d, dot: 0x2e };
const MARKS = { lt: 0x3c, gt: 0x3e, slash: 0x2f, equals: 0x3d, quote: 0x22, apostrophe: 0x27, space: 0x20 };
const CODE = { ...LETTERS, ...DIGITS, ...MARKS };
/** Those of an address, a style and a type: `XFD1048576` has ten letters. */
const LONGEST_SHORT_VALUE = 12;
const ISO_DATE = 0x64;
const DATES = numberFormat('d/m/yyyy');

/** Reads all cells of a sheet, and their looks when `looks` is given. */
export function scanRows(frame: SheetFrame, context: ScanContext, looks: RowLooks | null = null): SheetGrid {
  return new RowScanner(frame, context, looks).run();
}

class RowScanner {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private readonly prefixLength: number;
  private readonly grid: SheetGrid;
  private readonly readsStyles: boolean;
  private readonly items: ItemReader;
  private readonly shared = new SharedFormulas();
  private row = -1;
  private column = -1;
  /** The number format of the current cell; null for one that shows amounts. */
  private format: NumberFormat | null = null;
  // The attribute last found by `findAttribute`.
  private nameStart = 0;
  private nameLength = 0;
  // Contents of the last attribute, `<v>` or `<f>`: offsets of plain text, or decoded text (CDATA, comments).
  private valueStart = 0;
  private valueEnd = 0;
  private valueText: string | null = null;

  constructor(
    private readonly frame: SheetFrame,
    private readonly context: ScanContext,
    private readonly looks: RowLooks | null,
  ) {
    this.bytes = frame.bytes;
    this.end = frame.contentEnd;
    this.prefixLength = frame.prefix.length;
    this.grid = new SheetGrid(frame.part);
    this.items = new ItemReader(frame.prefix);
    const { struckStyles, whiteStyles, numberStyles } = context;
    this.readsStyles = looks !== null || struckStyles !== null || whiteStyles !== null || numberStyles !== null;
  }

  run(): SheetGrid {
    for (let at = this.frame.contentStart; ;) {
      at = this.nextOpenTag(at);
      if (at < 0) return this.grid;
      const name = at + 1 + this.prefixLength;
      if (this.bytes[name] === CODE.c && isNameEnd(this.bytes[name + 1])) at = this.readCell(name + 1);
      else if (matchesText(this.bytes, name, 'row') && isNameEnd(this.bytes[name + 3])) at = this.readRow(name + 3);
      else at = this.go(tagEnd(this.bytes, at, this.end));
    }
  }

  /** The next open tag of the spreadsheet's namespace; -1 after the last. */
  private nextOpenTag(from: number): number {
    const { bytes, end } = this;
    for (let at = from; ;) {
      while (at < end && bytes[at] !== CODE.lt) at += 1;
      if (at >= end) return -1;
      if (isMarkup(bytes, at)) at = this.go(markupEnd(bytes, at, end));
      else if (
        bytes[at + 1] !== CODE.slash &&
        (this.prefixLength === 0 || matchesText(bytes, at + 1, this.frame.prefix))
      )
        return at;
      else at += 1;
    }
  }

  private go(at: number): number {
    return at < 0 ? damaged(this.frame.part) : at;
  }

  /** Reads a row from after `<row`; returns the offset after its open tag. */
  private readRow(from: number): number {
    let row = this.row + 1;
    let isHidden = false;
    let at = from;
    while (this.findAttribute(at)) {
      const { nameStart, nameLength, valueStart, valueEnd } = this;
      if (nameLength === 1 && this.bytes[nameStart] === CODE.r) row = this.digits(valueStart, valueEnd) - 1;
      else if (nameLength === 6 && matchesText(this.bytes, nameStart, 'hidden'))
        isHidden ||= isTrue(utf8Slice(this.bytes, valueStart, valueEnd));
      else if (nameLength === 2 && this.bytes[valueStart] === CODE.zero && matchesText(this.bytes, nameStart, 'ht'))
        isHidden ||= Number(utf8Slice(this.bytes, valueStart, valueEnd)) === 0;
      at = valueEnd + 1;
    }
    this.openRow(row);
    if (isHidden) this.grid.hideRow();
    if (this.looks) this.looks.openRow(row, utf8Slice(this.bytes, from, this.nameStart), isHidden);
    return this.go(tagEnd(this.bytes, this.nameStart - 1, this.end));
  }

  /** Finds the next attribute of a tag; false at its `>` or `/`, the offset of which is then in `nameStart`. */
  private findAttribute(from: number): boolean {
    const { bytes, end } = this;
    let at = from;
    while (at < end && bytes[at]! <= 0x20) at += 1;
    this.nameStart = at;
    if (at >= end) return damaged(this.frame.part);
    if (bytes[at] === CODE.gt || bytes[at] === CODE.slash) return false;
    while (at < end && bytes[at] !== CODE.equals && bytes[at]! > 0x20) at += 1;
    this.nameLength = at - this.nameStart;
    while (at < end && bytes[at] !== CODE.quote && bytes[at] !== CODE.apostrophe) at += 1;
    const quote = bytes[at];
    at += 1;
    this.valueStart = at;
    while (at < end && bytes[at] !== quote) at += 1;
    this.valueEnd = at;
    return at < end || damaged(this.frame.part);
  }

  /** `findAttribute` in fewer steps, for ` r="A1"`: one space, one letter and a short value, as nearly all cells have. */
  private findLetterAttribute(from: number): boolean {
    const { bytes } = this;
    if (bytes[from] !== CODE.space || bytes[from + 2] !== CODE.equals || bytes[from + 3] !== CODE.quote) return false;
    for (let at = from + 4; at < from + 4 + LONGEST_SHORT_VALUE; at += 1) {
      if (bytes[at] !== CODE.quote) continue;
      this.nameStart = from + 1;
      this.nameLength = 1;
      this.valueStart = from + 4;
      this.valueEnd = at;
      return true;
    }
    return false;
  }

  private digits(from: number, until: number): number {
    let number = 0;
    for (let at = from; at < until; at += 1) {
      const digit = this.bytes[at]! - CODE.zero;
      if (digit < 0 || digit > 9 || at - from > 6) return damaged(this.frame.part);
      number = number * 10 + digit;
    }
    return number;
  }

  private openRow(row: number): void {
    if (row < 0 || row >= ROWS) damaged(this.frame.part);
    this.row = row;
    this.column = -1;
    this.grid.openRow(row);
  }

  /** Reads a cell from after `<c`; returns the offset after `</c>`. */
  private readCell(from: number): number {
    const { bytes } = this;
    let at = from;
    let type = 0; // a type of one letter; minus the first letter of a longer one (`str`, `inlineStr`)
    let isPlaced = false;
    let style = 0;
    while (this.findLetterAttribute(at) || this.findAttribute(at)) {
      const { valueStart, valueEnd } = this;
      if (this.nameLength === 1) {
        const name = bytes[this.nameStart];
        if (name === CODE.r) isPlaced = this.moveTo(valueStart, valueEnd);
        else if (name === CODE.s && this.readsStyles) style = this.digits(valueStart, valueEnd);
        else if (name === CODE.t) type = valueEnd - valueStart === 1 ? bytes[valueStart]! : -bytes[valueStart]!;
      }
      at = valueEnd + 1;
    }
    at = this.nameStart;
    if (!isPlaced) this.moveRight();
    if (this.looks) this.looks.put(this.row, this.column, style);
    if (bytes[at] === CODE.slash) return at + 2;
    if (this.context.struckStyles?.has(style)) this.grid.strike(this.row, this.column);
    if (this.context.whiteStyles?.has(style)) this.grid.whiten(this.row, this.column);
    this.format = type === ISO_DATE ? DATES : (this.context.numberStyles?.[style] ?? null);
    return this.readContent(at + 1, type);
  }

  private moveRight(): void {
    this.column += 1;
    if (this.row < 0) this.openRow(0);
    if (this.column >= COLUMNS) damaged(this.frame.part);
  }

  /** Moves to the cell of an address such as `AB12`. */
  private moveTo(from: number, until: number): boolean {
    const { bytes } = this;
    let column = 0;
    let at = from;
    for (; at < until; at += 1) {
      const letter = bytes[at]! & 0xdf;
      if (letter < 0x41 || letter > 0x5a) break;
      column = column * 26 + letter - 0x40;
    }
    const row = this.digits(at, until);
    if (column < 1 || column > COLUMNS || row < 1 || row > ROWS) return damaged(this.frame.part);
    if (row - 1 !== this.row) this.openRow(row - 1);
    if (column - 1 <= this.column) this.grid.noteDisorder();
    this.column = column - 1;
    return true;
  }

  /** Reads the children of a cell; returns the offset after `</c>`. */
  private readContent(from: number, type: number): number {
    const { bytes, end } = this;
    let at = from;
    let value: CellValue | undefined;
    let hasFormula = false;
    for (;;) {
      while (at < end && bytes[at] !== CODE.lt) at += 1;
      if (at >= end) return damaged(this.frame.part);
      if (bytes[at + 1] === CODE.slash) break;
      const name = at + 1 + this.prefixLength;
      const letter = bytes[name];
      if (isMarkup(bytes, at)) at = this.go(markupEnd(bytes, at, end));
      else if (letter === CODE.v && isNameEnd(bytes[name + 1])) {
        at = this.readText(at, 'v');
        value = this.valueOf(type);
      } else if (letter === CODE.f && isNameEnd(bytes[name + 1])) {
        at = this.readFormula(at);
        hasFormula = true;
      } else if (letter === CODE.i && bytes[name + 1] === 0x73 && isNameEnd(bytes[name + 2])) {
        at = this.go(tagEnd(bytes, at, end));
        if (bytes[at - 2] !== CODE.slash) {
          const close = this.go(indexOfText(bytes, `</${this.frame.prefix}is`, at, end));
          value = this.items.textOf(utf8Slice(bytes, at, close));
          at = this.go(tagEnd(bytes, close, end));
        }
      } else at = this.go(elementEnd(bytes, at, end));
    }
    this.keep(value ?? null, hasFormula, type);
    return this.afterClosing(at);
  }

  private keep(value: CellValue, hasFormula: boolean, type: number): void {
    if (hasFormula && value === null) {
      const isEmptyText = type === -0x73; // t="str" without content: the formula returned an empty text
      if (!isEmptyText) this.grid.noteUncalculated(this.row, this.column);
      this.grid.put(this.column, isEmptyText ? '' : { error: NOT_CALCULATED });
    } else if (value !== null && (value !== '' || hasFormula)) {
      this.grid.put(this.column, value);
      if (this.format !== null && typeof value === 'number') {
        if (this.format.isInEuros) this.grid.noteEuros(this.row, this.column);
        const shown = shownBy(this.format, value);
        if (shown !== null) this.grid.noteShown(this.row, this.column, shown);
      }
    }
  }

  /** Reads the text of `<v>` or `<f>`; returns the offset after its close tag. */
  private readText(from: number, name: string): number {
    const { bytes, end } = this;
    const start =
      bytes[from + 2 + this.prefixLength] === CODE.gt
        ? from + 3 + this.prefixLength
        : this.go(tagEnd(bytes, from, end));
    this.valueText = null;
    this.valueStart = this.valueEnd = start;
    if (bytes[start - 2] === CODE.slash) return start;
    let at = start;
    while (at < end && bytes[at] !== CODE.lt) at += 1;
    if (at < end && bytes[at + 1] === CODE.slash) this.valueEnd = at;
    else {
      at = this.go(indexOfText(bytes, `</${this.frame.prefix}${name}`, at, end));
      this.valueText = decodeText(withoutTags(withoutSpecials(utf8Slice(bytes, start, at))));
    }
    return this.afterClosing(at);
  }

  /** The offset after a close tag, of one letter nearly always. */
  private afterClosing(at: number): number {
    const last = at + 3 + this.prefixLength;
    return this.bytes[last] === CODE.gt && last < this.end ? last + 1 : this.go(tagEnd(this.bytes, at, this.end));
  }

  /** The text just read. */
  private text(): string {
    return this.valueText ?? decodeText(utf8Slice(this.bytes, this.valueStart, this.valueEnd));
  }

  /** The value just read, by the type of its cell; null when it is empty. */
  private valueOf(type: number): CellValue {
    if (this.valueText === null && this.valueStart === this.valueEnd) return null;
    if (type === 0 || type === 0x6e) return this.number();
    if (type === 0x73) {
      const index = this.number();
      const text = typeof index === 'number' ? this.context.strings[index] : undefined;
      return text ?? damaged(this.frame.part);
    }
    const text = this.text();
    if (type === 0x62) return text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : text;
    if (type === 0x65) return { error: text.trim() };
    if (type === ISO_DATE) return parseIsoSerial(text, this.context.uses1904Dates) ?? text;
    return decodeXstring(text);
  }

  /** A number. Up to 15 digits and a point are exact with one division; anything longer is parsed by `Number`. */
  private number(): CellValue {
    const { bytes } = this;
    let at = this.valueStart;
    const until = this.valueText === null ? this.valueEnd : at;
    const isNegative = bytes[at] === CODE.minus;
    if (isNegative) at += 1;
    let digits = 0;
    let whole = 0;
    let point = -1;
    for (; at < until; at += 1) {
      const byte = bytes[at]!;
      if (byte >= CODE.zero && byte <= CODE.nine) {
        whole = whole * 10 + byte - CODE.zero;
        digits += 1;
      } else if (byte === CODE.dot && point < 0) point = digits;
      else break;
    }
    if (at < until || digits === 0 || digits > 15) return oddNumber(this.text());
    const size = point < 0 ? whole : whole / POWERS[digits - point]!;
    return isNegative && size !== 0 ? -size : size;
  }

  /** Reads `<f>`; returns the offset after it. A follower of a shared formula gets the master's formula, moved. */
  private readFormula(from: number): number {
    const { bytes } = this;
    const isPlain = bytes[from + 2 + this.prefixLength] === CODE.gt;
    const after = this.readText(from, 'f');
    const key = formulaKey(this.row, this.column);
    if (isPlain && this.valueText === null) {
      this.grid.keepFormula(key, bytes, this.valueStart, this.valueEnd);
      return after;
    }
    this.readOddFormula(from + 2 + this.prefixLength, key, this.text());
    return after;
  }

  /** A formula with attributes (shared, array, data table), or with decoded text. */
  private readOddFormula(from: number, key: number, stored: string): void {
    const { bytes } = this;
    let kind = 0; // first letter of its type
    let index = -1;
    let area: Area | null = null;
    let at = from;
    while (this.findAttribute(at)) {
      const { nameLength, valueStart, valueEnd } = this;
      const name = bytes[this.nameStart];
      if (nameLength === 1 && name === CODE.t) kind = bytes[valueStart]!;
      else if (nameLength === 2 && name === CODE.s) index = this.digits(valueStart, valueEnd);
      else if (nameLength === 3 && name === CODE.r && kind !== CODE.s)
        area = parseArea(utf8Slice(bytes, valueStart, valueEnd));
      else if (nameLength === 2 && name === CODE.r)
        this.grid.noteDataInput(this.row, this.column, utf8Slice(bytes, valueStart, valueEnd));
      at = valueEnd + 1;
    }
    const isShared = kind === CODE.s && index >= 0;
    const formula = isShared ? this.shared.formulaAt(index, stored, this.row, this.column) : stored;
    this.grid.formulas.set(key, fromFileFormula(formula));
    if (area && kind !== CODE.s && area.rows * area.columns > 1) this.grid.arrays.push(area);
  }
}
