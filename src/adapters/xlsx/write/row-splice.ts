/**
 * Replaces or adds cells in the rows of a sheet. Rows and cells that the plan does not touch are copied byte for byte,
 * and the order is kept. Most rows are only skipped.
 */
import { type FormulaTemplate, renderTemplate, templateOf } from '../formula';
import { damaged } from '../package/refusal';
import type { SheetFrame } from '../package/sheet-frame';
import { LT, nextTag, opensElement, SLASH, tagEnd, utf8Slice } from '../package/xml-bytes';
import { attributeIn, isClosedTag, openTags, withLastAttribute } from '../package/xml-scan';
import { decodeText, encodeFormulaText } from '../package/xml-text';
import { isTrue } from '../package/xml-tree';
import { parseArea } from '../../../workbook/cells';
import { cellXml, withResult, withStyle } from './cell-xml';
import type { RowLookChange } from './file-steps';
import type { DraftCell, RowAttributes } from './sheet-draft';

/** Planned cells by row, then by column. */
export type CellEdits = ReadonlyMap<number, ReadonlyMap<number, DraftCell>>;

/** Changes of whole rows: height, visibility, or attributes as they are written. */
export interface RowEdits {
  readonly looks: ReadonlyMap<number, RowLookChange>;
  readonly attributes: ReadonlyMap<number, RowAttributes>;
}

/** The cellXfs index of a planned cell, from the present one. */
export type StyleChooser = (cell: DraftCell, present: number) => number;

/** A replaced master formula: its followers must be written in full. */
export interface LostMaster {
  readonly row: number;
  readonly column: number;
  readonly template: FormulaTemplate;
}

export interface SplicedRows {
  /** The content of `<sheetData>`. */
  readonly pieces: readonly Uint8Array[];
  readonly lostMasters: ReadonlyMap<string, LostMaster>;
}

const utf8 = new TextEncoder();

/** Applies the edits; `columnStyle` is the style of absent cells by column. */
export function spliceRows(
  frame: SheetFrame,
  edits: CellEdits,
  rowEdits: RowEdits,
  chooseStyle: StyleChooser,
  columnStyle: (column: number) => number,
): SplicedRows {
  return new RowSplicer(frame, edits, rowEdits, chooseStyle, columnStyle).run();
}

const NO_CELLS: ReadonlyMap<number, DraftCell> = new Map();
const PIXELS_PER_POINT = 4 / 3;

interface FoundCell {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

class RowSplicer {
  private readonly pieces: Uint8Array[] = [];
  private readonly lostMasters = new Map<string, LostMaster>();
  private readonly waiting: (readonly [number, ReadonlyMap<number, DraftCell>])[];
  private copied: number;

  constructor(
    private readonly frame: SheetFrame,
    edits: CellEdits,
    private readonly rowEdits: RowEdits,
    private readonly chooseStyle: StyleChooser,
    private readonly columnStyle: (column: number) => number,
  ) {
    // in descending order: the last item is the next row
    const editedRows = new Set([...rowEdits.looks.keys(), ...rowEdits.attributes.keys()]);
    const alone = [...editedRows].filter((row) => !edits.has(row)).map((row) => [row, NO_CELLS] as const);
    this.waiting = [...edits, ...alone]
      .filter(([row, cells]) => cells.size > 0 || editedRows.has(row))
      .sort(([a], [b]) => b - a);
    this.copied = frame.contentStart;
  }

  run(): SplicedRows {
    const { bytes, prefix, contentEnd } = this.frame;
    const name = `${prefix}row`;
    let number = -1;
    let at = this.frame.contentStart;
    while (this.waiting.length > 0) {
      at = nextTag(bytes, at, contentEnd);
      if (at < 0) return damaged(this.frame.part);
      if (at >= contentEnd) break;
      const openEnd = this.go(tagEnd(bytes, at, contentEnd));
      if (!opensElement(bytes, at, name)) {
        at = openEnd;
        continue;
      }
      const tag = utf8Slice(bytes, at, openEnd);
      const stated = attributeIn(tag, 'r');
      number = stated === null ? number + 1 : Number(stated) - 1;
      this.insertRowsBefore(number, at);
      const end = bytes[openEnd - 2] === SLASH ? openEnd : this.rowEnd(openEnd);
      if (this.waiting.at(-1)?.[0] === number)
        this.rewriteRow(number, this.waiting.pop()![1], { tag, start: at, openEnd, end });
      at = end;
    }
    this.insertRowsBefore(Infinity, contentEnd);
    this.copyUntil(contentEnd);
    return { pieces: this.pieces, lostMasters: this.lostMasters };
  }

  private go(at: number): number {
    return at < 0 ? damaged(this.frame.part) : at;
  }

  /** After `</row>`. */
  private rowEnd(from: number): number {
    const { bytes, prefix, contentEnd } = this.frame;
    const first = 2 + prefix.length;
    for (let at = from; at < contentEnd; at += 1) {
      if (bytes[at] !== LT || bytes[at + 1] !== SLASH || bytes[at + first] !== 0x72 || bytes[at + first + 1] !== 0x6f)
        continue;
      return this.go(tagEnd(bytes, at, contentEnd));
    }
    return damaged(this.frame.part);
  }

  private copyUntil(at: number): void {
    if (at > this.copied) this.pieces.push(this.frame.bytes.subarray(this.copied, at));
    this.copied = Math.max(this.copied, at);
  }

  private write(xml: string): void {
    this.pieces.push(utf8.encode(xml));
  }

  private insertRowsBefore(number: number, at: number): void {
    const { prefix } = this.frame;
    while (this.waiting.length > 0 && this.waiting.at(-1)![0] < number) {
      const [row, cells] = this.waiting.pop()!;
      this.copyUntil(at);
      const ordered = [...cells].sort(([a], [b]) => a - b);
      const inner = ordered.map(([column, cell]) => this.newCell(row, column, cell, 0));
      const openTag = this.withRowEdit(row, `<${prefix}row r="${row + 1}">`);
      this.write(`${openTag}${inner.join('')}</${prefix}row>`);
    }
  }

  /** A new cell takes the style of its row, or else of its column. */
  private newCell(row: number, column: number, cell: DraftCell, rowStyle: number): string {
    return cellXml(this.frame.prefix, row, column, cell, this.chooseStyle(cell, rowStyle || this.columnStyle(column)));
  }

  private rewriteRow(
    row: number,
    cells: ReadonlyMap<number, DraftCell>,
    place: { tag: string; start: number; openEnd: number; end: number },
  ): void {
    const present = place.end === place.openEnd ? [] : this.cellsOf(place.openEnd, place.end);
    const rowStyle = isTrue(attributeIn(place.tag, 'customFormat') ?? undefined) ? numberIn(place.tag, 's') : 0;
    const ordered = [...cells].sort(([a], [b]) => a - b);
    this.copyUntil(place.start);
    const [first, last] = [ordered[0]?.[0], ordered.at(-1)?.[0]];
    const widened = first === undefined || last === undefined ? place.tag : widenSpans(place.tag, first, last);
    const openTag = this.withRowEdit(row, widened);
    this.write(place.end === place.openEnd ? `${openTag.slice(0, openTag.lastIndexOf('/')).trimEnd()}>` : openTag);
    this.copied = place.openEnd;
    let index = 0;
    for (const [column, cell] of ordered) {
      while (index < present.length && present[index]!.column < column) index += 1;
      const found = present[index];
      if (found?.column === column) {
        this.copyUntil(found.start);
        this.write(this.editedCell(row, cell, found));
        this.copied = found.end;
      } else {
        this.copyUntil(found ? found.start : (present.at(-1)?.end ?? place.openEnd));
        this.write(this.newCell(row, column, cell, rowStyle));
      }
    }
    if (place.end === place.openEnd) {
      this.write(`</${this.frame.prefix}row>`);
      this.copied = place.end;
    }
  }

  private editedCell(row: number, cell: DraftCell, found: FoundCell): string {
    const style = this.chooseStyle(cell, numberIn(found.tag, 's'));
    if (!cell.keeps) {
      this.rememberMaster(row, found);
      return cellXml(this.frame.prefix, row, found.column, cell, style);
    }
    const present = utf8Slice(this.frame.bytes, found.start, found.end);
    const contents = cell.keeps === 'content' ? present : withResult(present, this.frame.prefix, cell.value);
    return cell.exact ? withStyle(contents, style) : contents;
  }

  private withRowEdit(row: number, tag: string): string {
    const edit = this.rowEdits.looks.get(row);
    let changed = tag;
    for (const [name, value] of Object.entries(this.rowEdits.attributes.get(row) ?? {}))
      changed = withAttribute(changed, name, value);
    if (edit === undefined) return changed;
    const { height, hidden } = edit;
    if (height !== undefined) {
      const points = height === null ? null : String(Math.round((height / PIXELS_PER_POINT) * 100) / 100);
      changed = withAttribute(withAttribute(changed, 'ht', points), 'customHeight', null);
    }
    return hidden === undefined ? changed : withAttribute(changed, 'hidden', hidden ? '1' : null);
  }

  private cellsOf(from: number, end: number): FoundCell[] {
    const { bytes, prefix } = this.frame;
    const name = `${prefix}c`;
    const closing = `</${name}`;
    const found: FoundCell[] = [];
    let column = -1;
    let at = this.go(nextTag(bytes, from, end));
    while (at < end) {
      const openEnd = this.go(tagEnd(bytes, at, end));
      if (opensElement(bytes, at, name)) {
        const tag = utf8Slice(bytes, at, openEnd);
        const address = attributeIn(tag, 'r');
        column = address === null ? column + 1 : (parseArea(address)?.left ?? damaged(this.frame.part));
        const cellEnd = bytes[openEnd - 2] === SLASH ? openEnd : this.closeOf(openEnd, end, closing);
        found.push({ column, start: at, end: cellEnd, tag });
        at = this.go(nextTag(bytes, cellEnd, end));
      } else at = this.go(nextTag(bytes, openEnd, end));
    }
    return found;
  }

  private closeOf(from: number, end: number, closing: string): number {
    const { bytes } = this.frame;
    let at = this.go(nextTag(bytes, from, end));
    while (at < end) {
      const after = this.go(tagEnd(bytes, at, end));
      if (bytes[at + 1] === SLASH && utf8Slice(bytes, at, after - 1).trimEnd() === closing) return after;
      at = this.go(nextTag(bytes, after, end));
    }
    return damaged(this.frame.part);
  }

  private rememberMaster(row: number, found: FoundCell): void {
    const text = utf8Slice(this.frame.bytes, found.start, found.end);
    const [master] = openTags(text, [`${this.frame.prefix}f`]);
    if (!master || isClosedTag(master.tag)) return;
    const index = sharedIndexOf(master.tag);
    if (index === null) return;
    const template = templateOf(decodeText(text.slice(master.end, text.indexOf('<', master.end))));
    if (template.length > 0) this.lostMasters.set(index, { row, column: found.column, template });
  }
}

/** The index of the shared formula that an `<f>` defines or follows; null for a formula of its own. */
function sharedIndexOf(tag: string): string | null {
  return attributeIn(tag, 't') === 'shared' ? attributeIn(tag, 'si') : null;
}

/** The open tag with the attribute set, or without it. */
function withAttribute(tag: string, name: string, value: string | null): string {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
  return value === null ? bare : withLastAttribute(bare, name, value);
}

function numberIn(tag: string, attribute: string): number {
  return Number(attributeIn(tag, attribute) ?? '0');
}

/** `spans` must cover all the cells of the row. */
function widenSpans(tag: string, first: number, last: number): string {
  return tag.replace(/(\sspans\s*=\s*["'])(\d+):(\d+)(?=["'])/, (_, before: string, from: string, until: string) => {
    return `${before}${Math.min(Number(from), first + 1)}:${Math.max(Number(until), last + 1)}`;
  });
}

/** Writes the followers of replaced masters in full. A pass over the whole text, needed by few plans. */
export function writeFollowers(rows: string, prefix: string, lost: ReadonlyMap<string, LostMaster>): string {
  const pieces: string[] = [];
  let copied = 0;
  let cell: string | null = null;
  for (const { tag, start, end } of openTags(rows, [`${prefix}c`, `${prefix}f`])) {
    if (!tag.startsWith(`${prefix}f`, 1)) {
      cell = attributeIn(tag, 'r');
      continue;
    }
    const close = isClosedTag(tag) ? end : rows.indexOf('>', rows.indexOf('<', end)) + 1;
    const shared = sharedIndexOf(tag);
    const master = shared === null ? undefined : lost.get(shared);
    const place = parseArea(cell ?? '');
    if (!master || !place) continue;
    const formula = renderTemplate(master.template, place.top - master.row, place.left - master.column);
    pieces.push(rows.slice(copied, start), `<${prefix}f>${encodeFormulaText(formula)}</${prefix}f>`);
    copied = close;
  }
  return pieces.join('') + rows.slice(copied);
}
