/**
 * Moves over XML in UTF-8 bytes, for the rows of a sheet: too many for a tree. Each function returns the next offset,
 * or -1 when the part is truncated.
 */

export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const decoder = new TextDecoder();

/** The text between two offsets. */
export function utf8Slice(bytes: Uint8Array, from: number, until: number): string {
  return decoder.decode(bytes.subarray(from, until));
}

/** True for a byte that may follow the name of a tag. */
export function isNameEnd(byte: number | undefined): boolean {
  return byte === GT || byte === SLASH || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** True when a comment, a CDATA section or an instruction starts at `<`. */
export function isMarkup(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === BANG || bytes[at + 1] === QUESTION;
}

/** After the comment, CDATA section or instruction that starts here. */
export function markupEnd(bytes: Uint8Array, at: number, end: number): number {
  const opening = utf8Slice(bytes, at, Math.min(at + 9, end));
  const closing = opening.startsWith('<!--')
    ? '-->'
    : opening.startsWith('<![CDATA[')
      ? ']]>'
      : opening.startsWith('<?')
        ? '?>'
        : '>';
  const found = indexOfText(bytes, closing, at + 2, end);
  return found < 0 ? -1 : found + closing.length;
}

/** After the `>` of the tag that starts here; a `>` inside a quoted value does not count. */
export function tagEnd(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let position = at + 1; position < end; position += 1) {
    const byte = bytes[position]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return position + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

/** True when these ASCII characters are at the offset. */
export function matchesText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** The next offset of these ASCII characters, -1 when there is none. */
export function indexOfText(bytes: Uint8Array, text: string, from: number, end: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at + text.length <= end; at = bytes.indexOf(first, at + 1)) {
    if (matchesText(bytes, at, text)) return at;
  }
  return -1;
}

/**
 * The next open or close tag, skipping comments and instructions; `end` when there is none, -1 when the part is
 * truncated.
 */
export function nextTag(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && bytes[at] !== LT) at += 1;
    if (at >= end || !isMarkup(bytes, at)) return at;
    at = markupEnd(bytes, at, end);
    if (at < 0) return -1;
  }
}

/** The ends of what has no tags inside: comments, CDATA sections, instructions. */
const MARKUP_ENDS = ['-->', ']]>', '?>'];

/**
 * The last tag from `from` on that is wanted, -1 when there is none. It is looked for from the end, since millions of
 * rows may come before it; from the start, past each comment, only when one may hold what looks like that tag.
 */
export function lastTag(bytes: Uint8Array, from: number, isWanted: (at: number) => boolean): number {
  const end = bytes.length;
  let at = end - 1;
  while (at >= from && !(bytes[at] === LT && isWanted(at))) at -= 1;
  if (at < from) return -1;
  if (MARKUP_ENDS.every((closing) => indexOfText(bytes, closing, at, end) < 0)) return at;
  let last = -1;
  for (at = nextTag(bytes, from, end); at >= 0 && at < end; at = nextTag(bytes, at, end)) {
    if (isWanted(at)) last = at;
    at = tagEnd(bytes, at, end);
    if (at < 0) return -1;
  }
  return last;
}

/** After the element that starts here, its children included. */
export function elementEnd(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  for (let at = nextTag(bytes, from, end); at >= 0 && at < end; at = nextTag(bytes, at, end)) {
    const after = tagEnd(bytes, at, end);
    if (after < 0) return -1;
    if (bytes[at + 1] === SLASH) depth -= 1;
    else if (bytes[after - 2] !== SLASH) depth += 1;
    if (depth <= 0) return after;
    at = after;
  }
  return -1;
}

/** True when an element of this local name opens at `<`, with the part's prefix. */
export function opensElement(bytes: Uint8Array, at: number, prefixedName: string): boolean {
  return matchesText(bytes, at + 1, prefixedName) && isNameEnd(bytes[at + 1 + prefixedName.length]);
}
