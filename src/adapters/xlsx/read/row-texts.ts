/** The source text of some rows of a sheet: what people gave to a row or to a cell, and that a value does not hold. */
import { parseArea } from '../../../workbook/cells';
import { damaged } from '../package/refusal';
import type { SheetFrame } from '../package/sheet-frame';
import { utf8Slice } from '../package/xml-bytes';
import { attributeIn, isClosedTag, openTags, withoutSpecials } from '../package/xml-scan';

export interface RowText {
  /** The open tag of the row. */
  readonly tag: string;
  /** The whole `<c>` by column. */
  readonly cells: ReadonlyMap<number, string>;
}

/** The rows of a sheet from one on that the file holds. */
export function rowTexts(frame: SheetFrame, first: number): ReadonlyMap<number, RowText> {
  const { bytes, prefix, contentStart, contentEnd, part } = frame;
  const text = withoutSpecials(utf8Slice(bytes, contentStart, contentEnd));
  const rows = new Map<number, { readonly tag: string; readonly cells: Map<number, string> }>();
  let [row, column] = [-1, -1];
  for (const { tag, start, end } of openTags(text, [`${prefix}row`, `${prefix}c`])) {
    if (tag.startsWith(`${prefix}row`, 1)) {
      const stated = attributeIn(tag, 'r');
      [row, column] = [stated === null ? row + 1 : Number(stated) - 1, -1];
      if (row >= first) rows.set(row, { tag, cells: new Map() });
      continue;
    }
    const address = attributeIn(tag, 'r');
    column = address === null ? column + 1 : (parseArea(address)?.left ?? damaged(part));
    const close = isClosedTag(tag) ? end : text.indexOf('>', text.indexOf(`</${prefix}c`, end)) + 1;
    if (row >= first) rows.get(row)?.cells.set(column, text.slice(start, close));
  }
  return rows;
}
