/**
 * Checks what was written before the copy gets its name: a part that is not well formed, a relationship that leads
 * nowhere or a part declared twice makes Excel repair the file, or refuse it. What the opened file already had wrong,
 * and that no change touched, is left as it was.
 */
import { CONTENT_TYPES, ownerOf, type XlsxPackage } from './package';
import { guarded, refuse } from './refusal';
import { isNameEnd, nextTag, SLASH, tagEnd } from './xml-bytes';
import { decodePart } from './xml-text';
import { attributeOf, descendantsOf, parseXml, referenceOf } from './xml-tree';

/** Parts up to this size are parsed whole; of a larger one, the nesting of the tags is checked. */
const MAX_PARSED_PART = 4_000_000;

/** Refuses the package when a changed part is not sound. `before` is the package as opened. */
export function assertSound(parts: XlsxPackage, before: XlsxPackage): void {
  const changed = parts.changedPaths();
  for (const path of changed) {
    if (!isWellFormed(parts.content(path), path)) unsound(path);
    if (parts.contentType(path) === '' && path !== CONTENT_TYPES) unsound(path);
    if (!isRelated(parts, before, ownerOf(path))) unsound(path);
  }
  if (changed.includes(CONTENT_TYPES) && declaresTwice(parts)) unsound(CONTENT_TYPES);
}

function unsound(part: string): never {
  return refuse({ code: 'unsoundCopy', part });
}

function isWellFormed(content: Uint8Array, path: string): boolean {
  if (!/\.(?:xml|rels|vml)$/i.test(path)) return true;
  if (content.length > MAX_PARSED_PART) return isNested(content);
  return guarded(() => parseXml(decodePart(content), path)).ok;
}

/** True when every open tag has its close tag, in order. */
function isNested(bytes: Uint8Array): boolean {
  const open: number[] = [];
  const end = bytes.length;
  for (let at = nextTag(bytes, 0, end); at < end;) {
    const after = at < 0 ? -1 : tagEnd(bytes, at, end);
    if (after < 0) return false;
    if (bytes[at + 1] !== SLASH) {
      if (bytes[after - 2] !== SLASH) open.push(at + 1);
    } else {
      const opened = open.pop();
      if (opened === undefined || !haveOneName(bytes, opened, at + 2)) return false;
    }
    at = nextTag(bytes, after, end);
  }
  return open.length === 0;
}

function haveOneName(bytes: Uint8Array, one: number, other: number): boolean {
  let length = 0;
  while (!isNameEnd(bytes[one + length]) && bytes[one + length] === bytes[other + length]) length += 1;
  return length > 0 && isNameEnd(bytes[one + length]) && isNameEnd(bytes[other + length]);
}

/** True when the relationships of a part have distinct ids and lead to parts, and its text names no other. */
function isRelated(parts: XlsxPackage, before: XlsxPackage, path: string): boolean {
  const present = parts.relationships(path);
  const known = new Set((before.has(path) || path === '' ? before.relationships(path) : []).map(({ id }) => id));
  const ids = new Set(present.map(({ id }) => id));
  if (ids.size !== present.length) return false;
  if (present.some(({ id, target }) => target !== null && !parts.has(target) && !known.has(id))) return false;
  const named = namedRelationships(parts, path);
  const namedBefore = new Set(before.has(path) ? namedRelationships(before, path) : []);
  return named.every((id) => ids.has(id) || namedBefore.has(id));
}

/** The relationship ids in the text of a part; none for a part too large to be parsed. */
function namedRelationships(parts: XlsxPackage, path: string): readonly string[] {
  if (!/\.xml$/i.test(path) || parts.content(path).length > MAX_PARSED_PART) return [];
  const { root } = parts.tree(path);
  return [root, ...descendantsOf(root)].flatMap((element) => referenceOf(element) ?? []);
}

function declaresTwice(parts: XlsxPackage): boolean {
  const names = parts
    .tree(CONTENT_TYPES)
    .root.children.filter(({ local }) => local === 'Override')
    .map((child) => (attributeOf(child, 'PartName') ?? '').toLowerCase());
  return new Set(names).size !== names.length;
}
