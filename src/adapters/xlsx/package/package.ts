/**
 * The package of a workbook file: parts by path, their relationships, and the changes. `toBytes` copies the compressed
 * bytes of every part that did not change.
 */
import type { Codec } from './codec';
import { damaged, refuse } from './refusal';
import { TextSplice } from './xml-splice';
import { decodePart, encodeAttribute } from './xml-text';
import { attributeOf, parseXml, prefixOf, type XmlElement } from './xml-tree';
import { ZipArchive, type ZipEntry } from './zip';

export interface Relationship {
  readonly id: string;
  /** The last segment of its type: `worksheet`, `table`, `styles`; equal in both dialects. */
  readonly kind: string;
  readonly type: string;
  /** Path of the part, without a leading slash; null for a target outside the package. */
  readonly target: string | null;
  /** The place that the target names inside the workbook, such as `'Suivi 2023'!B7`; absent when it names nothing. */
  readonly fragment?: string;
}

/** The part that declares the type of every other. */
export const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const MAX_SMALL_PART = 64_000_000;
const utf8 = new TextEncoder();

export class XlsxPackage {
  private readonly archive: ZipArchive;
  /**
   * Path in lower case → entry: part names are case-insensitive. The archive may hold a name percent-encoded
   * (`Feuille%201.xml`), as OPC asks, or as it is; a path is always the plain name.
   */
  private readonly entries = new Map<string, ZipEntry>();
  private readonly changes = new Map<string, Uint8Array | null>();
  private readonly trees = new Map<string, { readonly text: string; readonly root: XmlElement }>();

  constructor(bytes: Uint8Array, codec: Codec) {
    this.archive = new ZipArchive(bytes, codec);
    for (const entry of this.archive.entries) {
      // Two parts with one name (OPC, 6.2.2.3, whatever their case): readers would disagree on which to use.
      const key = keyOf(pathOf(entry.name));
      if (this.entries.has(key)) damaged(entry.name);
      this.entries.set(key, entry);
    }
    if (!this.has(CONTENT_TYPES)) refuse({ code: 'notAWorkbook', looksLike: this.has('content.xml') ? 'ods' : 'zip' });
  }

  has(path: string): boolean {
    const changed = this.changes.get(this.nameOf(path));
    return changed === undefined ? this.entries.has(keyOf(path)) : changed !== null;
  }

  /** Every path of the package, changes included. */
  paths(): string[] {
    const kept = this.archive.entries.map((entry) => entry.name).filter((name) => this.changes.get(name) !== null);
    const added = [...this.changes]
      .filter(([name, content]) => content && !this.entries.has(keyOf(pathOf(name))))
      .map(([name]) => name);
    return [...kept, ...added].map(pathOf);
  }

  /** The paths of the parts that were added or replaced. */
  changedPaths(): string[] {
    return [...this.changes].filter(([, content]) => content !== null).map(([name]) => pathOf(name));
  }

  /** The content of a part; refuses when it is missing or damaged. */
  content(path: string): Uint8Array {
    const changed = this.changes.get(this.nameOf(path));
    if (changed) return changed;
    const entry = changed === null ? undefined : this.entries.get(keyOf(path));
    return entry ? this.archive.contentOf(entry) : damaged(path);
  }

  /**
   * Reads the content of a part once, and gives its memory back: a large sheet has ten times the size of its file, and
   * its rows are judged long before a collection.
   */
  consume<T>(path: string, read: (content: Uint8Array) => T): T {
    const content = this.content(path);
    const result = read(content);
    const entry = this.changes.has(this.nameOf(path)) ? undefined : this.entries.get(keyOf(path));
    if (entry) this.archive.release(entry, content);
    return result;
  }

  /** A small part as text and tree; cached until the part changes. */
  tree(path: string): { readonly text: string; readonly root: XmlElement } {
    const known = this.trees.get(keyOf(path));
    if (known) return known;
    const content = this.content(path);
    if (content.length > MAX_SMALL_PART)
      refuse({ code: 'tooLarge', what: path, limit: `${MAX_SMALL_PART / 1_000_000} Mo` });
    const text = decodePart(content);
    const made = { text, root: parseXml(text, path) };
    this.trees.set(keyOf(path), made);
    return made;
  }

  set(path: string, content: string | Uint8Array): void {
    this.trees.delete(keyOf(path));
    this.changes.set(this.nameOf(path), typeof content === 'string' ? utf8.encode(content) : content);
  }

  delete(path: string): void {
    this.trees.delete(keyOf(path));
    const name = this.nameOf(path);
    if (this.entries.has(keyOf(path))) this.changes.set(name, null);
    else this.changes.delete(name);
  }

  /** A path that no part has: `xl/worksheets/sheet7.xml`. */
  freePath(before: string, after: string): string {
    for (let number = 1; ; number += 1) {
      const path = `${before}${number}${after}`;
      if (!this.has(path)) return path;
    }
  }

  /** The relationships of a part; of the package itself for the empty path. */
  relationships(path: string): readonly Relationship[] {
    const relationsPath = relationshipsPathOf(path);
    if (!this.has(relationsPath)) return [];
    return this.tree(relationsPath).root.children.map((element) => {
      const type = attributeOf(element, 'Type') ?? '';
      const isOutside = attributeOf(element, 'TargetMode') === 'External';
      const written = attributeOf(element, 'Target') ?? '';
      const target = isOutside ? null : resolveTarget(path, written);
      const fragment = written.startsWith('#') ? { fragment: decodePath(written.slice(1)) } : {};
      const kind = type.slice(type.lastIndexOf('/') + 1);
      return { id: attributeOf(element, 'Id') ?? '', kind, type, target, ...fragment };
    });
  }

  /** The part of that kind that a part relates to; null when there is none. */
  related(path: string, kind: string): string | null {
    const isThere = ({ target }: Relationship): boolean => target !== null && this.has(target);
    return this.relationships(path).find((one) => one.kind === kind && isThere(one))?.target ?? null;
  }

  /** Adds a relationship and returns its id. */
  relate(path: string, type: string, target: string): string {
    const relationsPath = relationshipsPathOf(path);
    const taken = new Set(this.relationships(path).map((relationship) => relationship.id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const added = (prefix: string): string =>
      `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${encodeAttribute(encodePath(target))}"/>`;
    if (!this.has(relationsPath)) {
      this.set(
        relationsPath,
        `${XML_DECLARATION}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}">${added('')}</Relationships>`,
      );
      // Some programs declare each part by name and no extension: Excel would then ignore the new part.
      if (this.contentType(relationsPath) !== RELATIONSHIPS_TYPE) this.declareType(relationsPath, RELATIONSHIPS_TYPE);
      return id;
    }
    const { text, root } = this.tree(relationsPath);
    const splice = new TextSplice(text);
    splice.append(root, added(prefixOf(root)));
    this.set(relationsPath, splice.toString());
    return id;
  }

  /** Removes relationships of a part, and its relationships part when none is left. */
  unrelate(path: string, isRemoved: (relationship: Relationship) => boolean): void {
    const relationsPath = relationshipsPathOf(path);
    const removed = new Set(
      this.relationships(path)
        .filter(isRemoved)
        .map((relationship) => relationship.id),
    );
    if (removed.size === 0) return;
    const { text, root } = this.tree(relationsPath);
    const splice = new TextSplice(text);
    for (const element of root.children) if (removed.has(attributeOf(element, 'Id') ?? '')) splice.remove(element);
    if (removed.size === root.children.length) this.removePart(relationsPath);
    else this.set(relationsPath, splice.toString());
  }

  /** The declared content type of a part. */
  contentType(path: string): string {
    const { root } = this.tree(CONTENT_TYPES);
    const [own] = overridesOf(root, new Set([keyOf(path)]));
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const common = root.children.find(
      (child) => child.local === 'Default' && attributeOf(child, 'Extension')?.toLowerCase() === extension,
    );
    return attributeOf(own ?? common ?? root, 'ContentType') ?? '';
  }

  /** Declares the type of a part, in place of whatever was declared for that name. */
  declareType(path: string, contentType: string): void {
    const { text, root } = this.tree(CONTENT_TYPES);
    const splice = new TextSplice(text);
    for (const child of overridesOf(root, new Set([keyOf(path)]))) splice.remove(child);
    splice.append(
      root,
      `<${prefixOf(root)}Override PartName="/${encodeAttribute(encodePath(path))}" ContentType="${contentType}"/>`,
    );
    this.set(CONTENT_TYPES, splice.toString());
  }

  /** Removes a part, its relationships and its declared type. */
  removePart(path: string): void {
    const removed = [path, relationshipsPathOf(path)].filter((part) => this.has(part));
    for (const part of removed) this.delete(part);
    const undeclared = new Set(removed.map(keyOf));
    const { text, root } = this.tree(CONTENT_TYPES);
    const splice = new TextSplice(text);
    for (const child of overridesOf(root, undeclared)) splice.remove(child);
    if (!splice.isUntouched) this.set(CONTENT_TYPES, splice.toString());
  }

  /** The parts that can be reached from the package by relationships. */
  reachable(): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [''];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const { target } of this.relationships(path)) {
        if (target === null || found.has(keyOf(target)) || !this.has(target)) continue;
        found.add(keyOf(target));
        waiting.push(target);
      }
    }
    return found;
  }

  toBytes(): Uint8Array {
    return this.archive.rewrite(this.changes);
  }

  /** The name of a path in the archive; new relationships are named as their part is. */
  private nameOf(path: string): string {
    const present = this.entries.get(keyOf(path));
    if (present) return present.name;
    const owner = ownerOf(path);
    return owner === path || owner === '' ? path : relationshipsPathOf(this.nameOf(owner));
  }
}

/** The start of every part that we write. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The declarations of these parts, by the key of their name. */
function overridesOf(types: XmlElement, parts: ReadonlySet<string>): readonly XmlElement[] {
  return types.children.filter(
    (child) => child.local === 'Override' && parts.has(keyOf(pathOf(attributeOf(child, 'PartName') ?? ''))),
  );
}

function normalise(name: string): string {
  return name.replace(/^\/+/, '');
}

/** The path of a part named in the archive or in a declaration. */
function pathOf(name: string): string {
  return normalise(decodePath(name));
}

function keyOf(name: string): string {
  return normalise(name).toLowerCase();
}

function relationshipsPathOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** The part that a relationships part belongs to; any other part is its own. The package itself is the empty path. */
export function ownerOf(path: string): string {
  const match = /^(.*\/)?_rels\/([^/]*)\.rels$/i.exec(path);
  return match ? `${match[1] ?? ''}${match[2]}` : path;
}

/** Resolves a target from the folder of the part that names it. */
function resolveTarget(from: string, target: string): string {
  const path = decodePath(target.split('#', 1)[0]!.replaceAll('\\', '/'));
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a lone percent sign: the name is not encoded
  }
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((step) => encodeURIComponent(step))
    .join('/');
}
