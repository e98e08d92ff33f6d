/**
 * Searches the text of a part that is not parsed as a tree. Each function passes over its text once, whatever the text
 * holds: a pattern that looks for a closing mark from every opening one takes minutes on a file made for it.
 */
import { isNameEnd } from './xml-bytes';
import { escapeXml } from './xml-text';

/** Replaces CDATA sections by ordinary text and removes comments. What is not closed is left as it is. */
export function withoutSpecials(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0;) {
    const isData = text.startsWith('<![CDATA[', at);
    if (!isData && !text.startsWith('<!--', at)) {
      at = text.indexOf('<!', at + 2);
      continue;
    }
    const start = at + (isData ? 9 : 4);
    const end = text.indexOf(isData ? ']]>' : '-->', start);
    if (end < 0) break;
    pieces.push(text.slice(from, at), isData ? escapeXml(text.slice(start, end)) : '');
    from = end + 3;
    at = text.indexOf('<!', from);
  }
  return from === 0 ? text : pieces.join('') + text.slice(from);
}

/** An open tag found in a text. */
export interface FoundTag {
  /** From `<` to `>`. */
  readonly tag: string;
  /** Offset of `<`. */
  readonly start: number;
  /** Offset after `>`. */
  readonly end: number;
}

/** The open tags of these names, prefix included; comments must have been removed. */
export function openTags(text: string, names: readonly string[]): Generator<FoundTag> {
  return tagsWhere(text, (name) => names.includes(name));
}

/** The open tags of this local name, whatever their prefix. */
export function openTagsOf(text: string, local: string): Generator<FoundTag> {
  return tagsWhere(text, (name) => localOf(name) === local);
}

/** The open tags of these local names, whatever their prefix. */
export function openTagsAmong(text: string, locals: ReadonlySet<string>): Generator<FoundTag> {
  return tagsWhere(text, (name) => locals.has(localOf(name)));
}

/** `f` of `<c:f>`. */
export function localNameOf(tag: string): string {
  let end = 1;
  while (!isNameEnd(tag.charCodeAt(end))) end += 1;
  return localOf(tag.slice(1, end));
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

function* tagsWhere(text: string, isWanted: (name: string) => boolean): Generator<FoundTag> {
  for (let start = text.indexOf('<'); start >= 0;) {
    const end = text.indexOf('>', start) + 1;
    if (end === 0) return;
    let nameEnd = start + 1;
    while (!isNameEnd(text.charCodeAt(nameEnd))) nameEnd += 1;
    if (isWanted(text.slice(start + 1, nameEnd))) yield { tag: text.slice(start, end), start, end };
    start = text.indexOf('<', end);
  }
}

/** True for `<x …/>`. */
export function isClosedTag(tag: string): boolean {
  return tag.endsWith('/>');
}

/** The value of an attribute of one open tag, as written; null when the tag does not have it. */
export function attributeIn(tag: string, name: string): string | null {
  for (let at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
    if (tag.charCodeAt(at - 1) > 0x20) continue;
    const equals = afterSpaces(tag, at + name.length);
    if (tag[equals] !== '=') continue;
    const start = afterSpaces(tag, equals + 1);
    const quote = tag[start];
    const end = quote === '"' || quote === "'" ? tag.indexOf(quote, start + 1) : -1;
    if (end > 0) return tag.slice(start + 1, end);
  }
  return null;
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** The text between the tags. */
export function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  const pieces = text.split('<');
  return pieces.map((piece, index) => (index === 0 ? piece : piece.slice(piece.indexOf('>') + 1))).join('');
}

/** An open tag, `<c r="A1">` or `<c r="A1"/>`, with one more attribute at its end. */
export function withLastAttribute(tag: string, name: string, value: string): string {
  const close = tag.endsWith('/>') ? '/>' : '>';
  return `${tag.slice(0, -close.length).trimEnd()} ${name}="${value}"${close}`;
}
