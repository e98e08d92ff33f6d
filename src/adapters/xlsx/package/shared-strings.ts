/**
 * Reads the shared strings of a workbook, and the text of an inline one: runs of rich text are joined, phonetic guides
 * are left out.
 */
import type { XlsxPackage } from './package';
import { mainPrefixOf } from './sheet-frame';
import { damaged } from './refusal';
import { attributeIn, isClosedTag, openTags, rootTagOf, withoutSpecials } from './xml-scan';
import { decodePart, decodeText, decodeXstring } from './xml-text';

/** The shared strings of a workbook, by index; none when it has no such part. */
export function readSharedStrings(parts: XlsxPackage, workbookPath: string): readonly string[] {
  const path = parts.related(workbookPath, 'sharedStrings');
  return path === null ? [] : stringsIn(parts.content(path), path);
}

function stringsIn(content: Uint8Array, part: string): readonly string[] {
  const text = withoutSpecials(decodePart(content));
  const rootTag = rootTagOf(text) ?? damaged(part);
  const prefix = mainPrefixOf(rootTag) ?? damaged(part);
  const opening = `<${prefix}si`;
  const closing = `</${prefix}si>`;
  const strings: string[] = [];
  for (let at = text.indexOf(opening); at >= 0;) {
    const tagEnd = text.indexOf('>', at);
    if (tagEnd < 0) return damaged(part);
    const follows = text.charCodeAt(at + opening.length);
    const isItem = follows === 0x3e || follows === 0x2f || follows <= 0x20;
    if (isItem && text.charCodeAt(tagEnd - 1) !== 0x2f) {
      const end = text.indexOf(closing, tagEnd);
      if (end < 0) return damaged(part);
      strings.push(textOfItem(text.slice(tagEnd + 1, end), prefix));
      at = text.indexOf(opening, end);
    } else {
      if (isItem) strings.push('');
      at = text.indexOf(opening, tagEnd);
    }
  }
  return strings;
}

/** The text of the content of `<si>` or `<is>`. */
export function textOfItem(inner: string, prefix: string): string {
  const open = `<${prefix}t>`;
  const close = `</${prefix}t>`;
  if (
    inner.startsWith(open) &&
    inner.indexOf('<', open.length) === inner.length - close.length &&
    inner.endsWith(close)
  ) {
    return plainText(inner.slice(open.length, inner.length - close.length), false);
  }
  return textOfRuns(withoutSpecials(inner), prefix);
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
      text += plainText(inner.slice(end, close), attributeIn(tag, 'xml:space') === 'preserve');
    }
  }
  return text;
}

/** Excel drops leading and trailing spaces unless `xml:space` keeps them. */
function plainText(content: string, keepsSpaces: boolean): string {
  return decodeXstring(decodeText(keepsSpaces ? content : withoutOuterSpaces(content)));
}

/** Without the spaces of XML at both ends; a no-break space is text. */
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
