/**
 * Reads the shared strings of a workbook, and the text of an inline one: runs of rich text are joined, phonetic guides
 * are left out.
 */
import type { XlsxPackage } from './package';
import { mainPart } from './sheet-frame';
import { damaged } from './refusal';
import { attributeIn, isClosedTag, openTags, withoutSpecials } from './xml-scan';
import { decodeText, decodeXstring } from './xml-text';

/**
 * Bytes that are decoded at once. One letter outside Latin-1 doubles the memory of the text that it is in, and of each
 * string cut from it: a typographic apostrophe must not do so to the whole part.
 */
const FIRST_PIECE = 65_536;
/** An entity, a line break of another system, or a code of a spreadsheet. */
const STORED_OTHERWISE = /[&\r]|_x/;

/** The shared strings of a workbook, by index; none when it has no such part. */
export function readSharedStrings(parts: XlsxPackage, workbookPath: string): readonly string[] {
  const path = parts.related(workbookPath, 'sharedStrings');
  return path === null ? [] : parts.consume(path, (content) => stringsIn(content, path));
}

function stringsIn(content: Uint8Array, part: string): readonly string[] {
  const { bytes, rootEnd, prefix } = mainPart(content, part);
  const reader = new ItemReader(prefix);
  const strings: string[] = [];
  for (const piece of piecesOf(bytes.subarray(rootEnd), `</${prefix}si>`))
    if (!reader.addItems(withoutSpecials(piece), strings)) damaged(part);
  return strings;
}

/** The text of a part in pieces that end after a closing tag; one with a comment goes on to the end. */
function* piecesOf(bytes: Uint8Array, closing: string): Generator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let size = FIRST_PIECE;
  for (let at = 0; at < bytes.length;) {
    const text = rest + decoder.decode(bytes.subarray(at, at + size), { stream: true });
    at += size;
    const last = at < bytes.length && !text.includes('<!') ? text.lastIndexOf(closing) : -1;
    const cut = last < 0 ? 0 : last + closing.length;
    if (at >= bytes.length) yield text;
    else if (cut > 0) yield text.slice(0, cut);
    else size *= 2; // nothing is then decoded or searched more than twice
    rest = text.slice(cut);
  }
}

/** Reads items: `<si>` of the shared strings, or the content of an inline `<is>`. */
export class ItemReader {
  private readonly opening: string;
  private readonly closing: string;
  private readonly textOpening: string;
  private readonly textClosing: string;

  constructor(private readonly prefix: string) {
    this.opening = `<${prefix}si`;
    this.closing = `</${prefix}si>`;
    this.textOpening = `<${prefix}t>`;
    this.textClosing = `</${prefix}t>`;
  }

  /** Adds the text of each item; false when one is not closed. */
  addItems(text: string, strings: string[]): boolean {
    const { opening, closing } = this;
    const decode = STORED_OTHERWISE.test(text) ? decoded : asStored;
    for (let at = text.indexOf(opening); at >= 0;) {
      const tagEnd = text.indexOf('>', at);
      if (tagEnd < 0) return false;
      const follows = text.charCodeAt(at + opening.length);
      const isItem = follows === 0x3e || follows === 0x2f || follows <= 0x20;
      if (isItem && text.charCodeAt(tagEnd - 1) !== 0x2f) {
        const end = text.indexOf(closing, tagEnd);
        if (end < 0) return false;
        strings.push(this.textBetween(text, tagEnd + 1, end, decode));
        at = text.indexOf(opening, end);
      } else {
        if (isItem) strings.push('');
        at = text.indexOf(opening, tagEnd);
      }
    }
    return true;
  }

  /** The text of the content of an item. */
  textOf(inner: string): string {
    return this.textBetween(inner, 0, inner.length, decoded);
  }

  private textBetween(text: string, from: number, until: number, decode: (stored: string) => string): string {
    const { textOpening, textClosing } = this;
    const [start, end] = [from + textOpening.length, until - textClosing.length];
    const isPlain =
      text.startsWith(textOpening, from) && text.indexOf('<', start) === end && text.startsWith(textClosing, end);
    if (isPlain) return decode(withoutOuterSpaces(text.slice(start, end)));
    return textOfRuns(withoutSpecials(text.slice(from, until)), this.prefix);
  }
}

function textOfRuns(inner: string, prefix: string): string {
  const guide = `${prefix}rPh`;
  let text = '';
  let guideEnd = 0;
  for (const { tag, start, end } of openTags(inner, [guide, `${prefix}t`])) {
    if (start < guideEnd || isClosedTag(tag)) continue;
    if (tag.startsWith(guide, 1)) {
      guideEnd = inner.indexOf(`</${guide}`, end);
      if (guideEnd < 0) break;
    } else {
      const close = inner.indexOf('<', end);
      if (close < 0) break;
      const content = inner.slice(end, close);
      text += decoded(attributeIn(tag, 'xml:space') === 'preserve' ? content : withoutOuterSpaces(content));
    }
  }
  return text;
}

const decoded = (stored: string): string => decodeXstring(decodeText(stored));
const asStored = (stored: string): string => stored;

/** Without the spaces of XML at both ends, which Excel drops unless `xml:space` keeps them; a no-break space is text. */
function withoutOuterSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
