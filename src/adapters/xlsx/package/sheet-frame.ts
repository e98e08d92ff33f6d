/**
 * A sheet part split in three: before its rows, the rows, after them. The rows stay bytes; the rest is small, and is
 * read and edited as a tree with an empty `<sheetData/>` in place of the rows.
 */
import { type Area, parseArea } from '../../../workbook/cells';
import { damaged } from './refusal';
import { GT, lastTag, matchesText, nextTag, opensElement, SLASH, tagEnd, utf8Slice } from './xml-bytes';
import { utf8Part } from './xml-text';
import { attributeOf, childOf, isTrue, itemsOf, MAIN_NAMESPACES, parseXml, type XmlElement } from './xml-tree';

export interface SheetFrame {
  readonly part: string;
  /** The whole part in UTF-8. */
  readonly bytes: Uint8Array;
  /** `x:` or nothing. */
  readonly prefix: string;
  /**
   * `<sheetData`, first byte of its content, end of its content, after `</sheetData>`. All equal when the sheet has
   * none.
   */
  readonly dataStart: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly dataEnd: number;
  /** The part without its rows. */
  readonly text: string;
  readonly root: XmlElement;
}

/** A part in UTF-8, the end of its root tag, and its prefix; refuses what is not a part of a spreadsheet. */
export function mainPart(
  content: Uint8Array,
  part: string,
): Pick<SheetFrame, 'bytes' | 'prefix'> & { rootEnd: number } {
  const bytes = utf8Part(content);
  const end = bytes.length;
  const rootStart = nextTag(bytes, 0, end);
  const rootEnd = rootStart < 0 || rootStart >= end ? -1 : tagEnd(bytes, rootStart, end);
  if (rootEnd < 0) damaged(part);
  return { bytes, rootEnd, prefix: mainPrefixOf(utf8Slice(bytes, rootStart, rootEnd)) ?? damaged(part) };
}

/** Splits a worksheet part; refuses what is not one. */
export function frameOf(content: Uint8Array, part: string): SheetFrame {
  const { bytes, rootEnd, prefix } = mainPart(content, part);
  const end = bytes.length;
  const place = locateData(bytes, rootEnd, prefix, part);
  const head = utf8Slice(bytes, 0, place.dataStart);
  const rows = place.dataEnd > place.dataStart ? `<${prefix}sheetData/>` : '';
  const text = head + rows + utf8Slice(bytes, place.dataEnd, end);
  return { part, bytes, prefix, ...place, text, root: parseXml(text, part) };
}

/** The areas of a rule: `D2:D9 F2:F9`. */
export function areasOf(sqref: string | undefined): Area[] {
  return (sqref ?? '').split(/\s+/).flatMap((address) => parseArea(address) ?? []);
}

/** The merged areas of a sheet. */
export function mergesOf(root: XmlElement): Area[] {
  return itemsOf(root, 'mergeCells', 'mergeCell').flatMap(
    (element) => parseArea(attributeOf(element, 'ref') ?? '') ?? [],
  );
}

/** In characters; Excel shows less than that on no point of the screen. */
const NO_WIDTH = 0.04;

/** True for a run of `<cols>` that Excel does not show: hidden, by hand or with its group, or without width. */
export function isHiddenRun(run: XmlElement): boolean {
  return isTrue(attributeOf(run, 'hidden')) || Number(attributeOf(run, 'width') ?? 'NaN') < NO_WIDTH;
}

/** The hidden columns of an area of the sheet. Those that the sheet does not describe have its default width. */
export function hiddenColumnsOf(root: XmlElement, { left, columns }: Area): ReadonlySet<number> {
  const hidden = new Set<number>();
  if (hidesColumnsByDefault(root)) for (let column = left; column < left + columns; column += 1) hidden.add(column);
  for (const run of itemsOf(root, 'cols', 'col')) {
    const first = Math.max(left, Number(attributeOf(run, 'min')) - 1);
    const end = Math.min(left + columns, Number(attributeOf(run, 'max')));
    const isHidden = isHiddenRun(run);
    const hasWidth = attributeOf(run, 'width') !== undefined;
    for (let column = first; column < end; column += 1)
      if (isHidden) hidden.add(column);
      else if (hasWidth) hidden.delete(column);
  }
  return hidden;
}

function hidesColumnsByDefault(root: XmlElement): boolean {
  const format = childOf(root, 'sheetFormatPr');
  return format !== undefined && Number(attributeOf(format, 'defaultColWidth') ?? 'NaN') < NO_WIDTH;
}

/** The prefix of the spreadsheet namespace in the root; null when it declares none. */
function mainPrefixOf(rootTag: string): string | null {
  for (const [, prefix, , uri] of rootTag.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(["'])(.*?)\2/g)) {
    if (!MAIN_NAMESPACES.includes(uri ?? '')) continue;
    const name = prefix === undefined ? '' : `${prefix}:`;
    if (rootTag.startsWith(`<${name}`) && (name !== '' || !/^<[\w.-]+:/.test(rootTag))) return name;
  }
  return null;
}

function locateData(
  bytes: Uint8Array,
  from: number,
  prefix: string,
  part: string,
): Pick<SheetFrame, 'dataStart' | 'contentStart' | 'contentEnd' | 'dataEnd'> {
  const name = `${prefix}sheetData`;
  const end = bytes.length;
  let at = nextTag(bytes, from, end);
  while (at >= 0 && at < end && !opensElement(bytes, at, name)) {
    const next = tagEnd(bytes, at, end);
    at = next < 0 ? -1 : nextTag(bytes, next, end);
  }
  if (at < 0) return damaged(part);
  if (at >= end) return withoutRows(bytes, from, prefix, part);
  const contentStart = tagEnd(bytes, at, end);
  if (contentStart < 0) return damaged(part);
  if (bytes[contentStart - 2] === SLASH)
    return { dataStart: at, contentStart, contentEnd: contentStart, dataEnd: contentStart };
  const contentEnd = lastTag(bytes, contentStart, (tag) => opensElement(bytes, tag, `/${name}`));
  if (contentEnd < 0) return damaged(part);
  return { dataStart: at, contentStart, contentEnd, dataEnd: bytes.indexOf(GT, contentEnd) + 1 };
}

/** A sheet without rows (a chart sheet, or a part of another kind): the offset where the root closes. */
function withoutRows(
  bytes: Uint8Array,
  from: number,
  prefix: string,
  part: string,
): Pick<SheetFrame, 'dataStart' | 'contentStart' | 'contentEnd' | 'dataEnd'> {
  const at = lastTag(bytes, from, (tag) => bytes[tag + 1] === SLASH && matchesText(bytes, tag + 2, prefix));
  if (at < 0) return damaged(part);
  return { dataStart: at, contentStart: at, contentEnd: at, dataEnd: at };
}
