/** The cell styles whose number format may show something else than an amount in euros. */
import { numberFormat, type NumberFormat } from '../../../workbook/number-formats';
import type { XlsxPackage } from '../package/package';
import { isNameEnd, matchesText, nextTag, tagEnd, utf8Slice } from '../package/xml-bytes';
import { decodeText, isUtf8Part } from '../package/xml-text';

/** Formats that a file does not write out, by id: those of Excel in all languages, and in those of Asia. */
const BUILT_IN = [
  [9, 10, '0%'],
  [14, 17, 'd/m/yyyy'],
  [18, 21, 'h:mm'],
  [22, 22, 'd/m/yyyy h:mm'],
  [27, 31, 'd/m/yyyy'],
  [32, 35, 'h:mm'],
  [36, 36, 'd/m/yyyy'],
  [45, 47, 'mm:ss'],
  [50, 58, 'd/m/yyyy'],
] as const;

/** For each cellXfs index, its format; null when none matters, or when the part cannot be looked through. */
export function numberStylesOf(parts: XlsxPackage, workbookPath: string): readonly (NumberFormat | null)[] | null {
  const path = parts.related(workbookPath, 'styles');
  const bytes = path === null ? null : parts.content(path);
  if (!bytes || !isUtf8Part(bytes)) return null;
  const own = new Map(
    tagsIn(bytes, 'numFmts', 'numFmt').map((tag) => [idIn(tag), decodeText(valueIn(tag, FORMAT_CODE) ?? '')]),
  );
  const styles = tagsIn(bytes, 'cellXfs', 'xf').map((tag) => numberFormat(own.get(idIn(tag)) ?? builtIn(idIn(tag))));
  return styles.some((style) => style !== null) ? styles : null;
}

function builtIn(id: number): string {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? '';
}

/** The open tags of the items of a list of the part; none when it is damaged. A part may have a hundred thousand styles. */
function tagsIn(bytes: Uint8Array, list: string, item: string): readonly string[] {
  const tags: string[] = [];
  let isInside = false;
  for (let at = nextTag(bytes, 0, bytes.length); at >= 0 && at < bytes.length;) {
    const after = tagEnd(bytes, at, bytes.length);
    if (after < 0) return [];
    if (isNamed(bytes, at, list)) {
      if (bytes[at + 1] === SLASH) return tags;
      isInside = bytes[after - 2] !== SLASH;
    } else if (isInside && bytes[at + 1] !== SLASH && isNamed(bytes, at, item)) tags.push(utf8Slice(bytes, at, after));
    at = nextTag(bytes, after, bytes.length);
  }
  return isInside ? [] : tags;
}

/** True for an open or close tag of this local name, with or without a prefix. */
function isNamed(bytes: Uint8Array, at: number, local: string): boolean {
  let end = at + 1;
  while (end < bytes.length && (end === at + 1 || !isNameEnd(bytes[end]))) end += 1;
  const start = end - local.length;
  const before = bytes[start - 1];
  return start > at && (before === LT || before === SLASH || before === COLON) && matchesText(bytes, start, local);
}

const COLON = 0x3a;
const LT = 0x3c;
const SLASH = 0x2f;

const FORMAT_ID = /\snumFmtId\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const FORMAT_CODE = /\sformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function idIn(tag: string): number {
  return Number(valueIn(tag, FORMAT_ID) ?? 0);
}

function valueIn(tag: string, attribute: RegExp): string | null {
  const match = attribute.exec(tag);
  return match?.[1] ?? match?.[2] ?? null;
}
