/** The items of the lists of `styles.xml`, without a tree of the part: it may have a hundred thousand styles. */
import { isNameEnd, matchesText, nextTag, tagEnd, utf8Slice } from '../package/xml-bytes';

/** The open tags of the items of a list of the part; none when it is damaged. */
export function tagsIn(bytes: Uint8Array, list: string, item: string): readonly string[] {
  return placesIn(bytes, list, item).map(({ from, opened }) => utf8Slice(bytes, from, opened));
}

/** The items of a list of the part, each with its contents; none when it is damaged. */
export function elementsIn(bytes: Uint8Array, list: string, item: string): readonly string[] {
  return placesIn(bytes, list, item).map(({ from, end }) => utf8Slice(bytes, from, end));
}

/** The value of an attribute of a tag, as written; null without it. */
export function valueIn(tag: string, attribute: keyof typeof ATTRIBUTES): string | null {
  const match = ATTRIBUTES[attribute].exec(tag);
  return match?.[1] ?? match?.[2] ?? null;
}

const ATTRIBUTES = {
  numFmtId: /\snumFmtId\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  formatCode: /\sformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  fontId: /\sfontId\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  fillId: /\sfillId\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  patternType: /\spatternType\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  rgb: /\srgb\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  theme: /\stheme\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  indexed: /\sindexed\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  tint: /\stint\s*=\s*(?:"([^"]*)"|'([^']*)')/,
};

/** An item: where its open tag begins and ends, and the start of what follows the item. */
interface Place {
  readonly from: number;
  readonly opened: number;
  end: number;
}

function placesIn(bytes: Uint8Array, list: string, item: string): readonly Place[] {
  const places: Place[] = [];
  let isInside = false;
  for (let at = nextTag(bytes, 0, bytes.length); at >= 0 && at < bytes.length;) {
    const after = tagEnd(bytes, at, bytes.length);
    if (after < 0) return [];
    const last = places.at(-1);
    if (isNamed(bytes, at, list)) {
      if (last) last.end = at;
      if (bytes[at + 1] === SLASH) return places;
      isInside = bytes[after - 2] !== SLASH;
    } else if (isInside && bytes[at + 1] !== SLASH && isNamed(bytes, at, item)) {
      if (last) last.end = at;
      places.push({ from: at, opened: after, end: after });
    }
    at = nextTag(bytes, after, bytes.length);
  }
  return isInside ? [] : places;
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
