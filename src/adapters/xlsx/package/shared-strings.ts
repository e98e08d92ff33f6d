/**
 * Reads the shared strings of a workbook, and the text of an inline one: runs of rich text are joined, phonetic guides
 * are left out.
 */
import type { XlsxPackage } from './package';
import { mainPrefixOf } from './sheet-frame';
import { damaged } from './refusal';
import { decodeEntities, decodePart, decodeXstring, escapeXml } from './xml-text';

/** The shared strings of a workbook, by index; none when it has no such part. */
export function readSharedStrings(parts: XlsxPackage, workbookPath: string): readonly string[] {
  const path = parts.related(workbookPath, 'sharedStrings');
  return path === null ? [] : stringsIn(parts.content(path), path);
}

function stringsIn(content: Uint8Array, part: string): readonly string[] {
  const text = withoutSpecials(decodePart(content));
  const rootTag = /<(?![?!])[^>]*>/.exec(text)?.[0] ?? damaged(part);
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
  const spoken = inner.replace(new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, 'g'), '');
  const run = new RegExp(`<${prefix}t(\\s[^>]*)?(?<!/)>([^<]*)</${prefix}t\\s*>`, 'g');
  let text = '';
  for (const [, attributes = '', content = ''] of spoken.matchAll(run))
    text += plainText(content, /xml:space\s*=\s*["']preserve/.test(attributes));
  return text;
}

/** Excel drops leading and trailing spaces unless `xml:space` keeps them. */
function plainText(content: string, keepsSpaces: boolean): string {
  const first = content.charCodeAt(0);
  const last = content.charCodeAt(content.length - 1);
  const trimmed =
    !keepsSpaces && (first <= 0x20 || last <= 0x20) ? content.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : content;
  return decodeXstring(decodeEntities(trimmed));
}

/** Replaces CDATA sections by ordinary text and removes comments. */
function withoutSpecials(text: string): string {
  if (!text.includes('<!')) return text;
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw: string) => escapeXml(raw))
    .replace(/<!--[\s\S]*?-->/g, '');
}
