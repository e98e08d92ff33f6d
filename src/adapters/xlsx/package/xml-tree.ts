/**
 * Parses small XML parts into a tree with the offsets of each element, so that an edit is a splice and the rest of the
 * part stays identical. Never used on the rows of a sheet.
 */
import { SaxesParser } from 'saxes';
import { damaged } from './refusal';

export interface XmlElement {
  /** Name with its prefix, as written. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** Values by local name; `{uri}local` for an attribute of a namespace. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Own text, without that of the children. */
  text: string;
  /**
   * Offsets in the source: `<`, after the `>` of the open tag, `<` of the close tag, after it. Equal in pairs when
   * self-closed.
   */
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

/** Spreadsheet namespaces: transitional and strict. */
export const MAIN_NAMESPACES: readonly string[] = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

/** Namespaces of `r:id`. */
export const REFERENCE_NAMESPACES: readonly string[] = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

const XMLNS = '{http://www.w3.org/2000/xmlns/}';
const MAX_DEPTH = 200;

/** The root element of a part; refuses a part that is not well formed. */
export function parseXml(text: string, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  parser.on('error', () => damaged(part));
  parser.on('opentag', (tag) => {
    const openEnd = parser.position;
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      const own = attribute.uri === '' || attribute.prefix === '';
      attributes.set(own ? attribute.local : `{${attribute.uri}}${attribute.local}`, attribute.value);
    }
    const start = text.lastIndexOf('<', openEnd - 1);
    const element = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes,
      children: [],
      text: '',
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    if (open.length > MAX_DEPTH) damaged(part);
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (!element || tag.isSelfClosing) return;
    element.end = parser.position;
    element.closeStart = text.lastIndexOf('</', element.end - 1);
  });
  const addText = (characters: string): void => {
    const element = open.at(-1);
    if (element) element.text += characters;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root ?? damaged(part);
}

/** True for `<x/>`. */
export function isSelfClosed(element: XmlElement): boolean {
  return element.end === element.openEnd;
}

/** Children with this name in the namespace of the element. */
export function childrenOf(element: XmlElement, local: string): XmlElement[] {
  return element.children.filter((child) => child.local === local && child.uri === element.uri);
}

/** The first child of that name. */
export function childOf(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local && child.uri === element.uri);
}

/** The element at the end of a path of names. */
export function childAt(root: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((element, name) => element && childOf(element, name), root);
}

/** The items of a list of the root, such as `<mergeCells>`; none when the list is absent. */
export function itemsOf(root: XmlElement, list: string, local: string): XmlElement[] {
  const element = childOf(root, list);
  return element ? childrenOf(element, local) : [];
}

/** All the elements inside, in the order of the text, whatever their namespace. */
export function descendantsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** An attribute without namespace. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name);
}

/** `1`, `true` and `on` are true. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The relationship id that an element carries, whatever the prefix. */
export function referenceOf(element: XmlElement, name = 'id'): string | undefined {
  for (const namespace of REFERENCE_NAMESPACES) {
    const value = element.attributes.get(`{${namespace}}${name}`);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** `r:id="rId3"`, by the prefix that the root gives to that namespace, or with its declaration when it gives none. */
export function referenceAttribute(root: XmlElement, namespace: string, id: string): string {
  for (const [key, value] of root.attributes) {
    const prefix = key.startsWith(XMLNS) ? key.slice(XMLNS.length) : 'xmlns';
    if (value === namespace && prefix !== 'xmlns') return `${prefix}:id="${id}"`;
  }
  return `xmlns:r="${namespace}" r:id="${id}"`;
}

/** The prefix of the element, `x:` or empty, for the names of new siblings. */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.length - element.local.length);
}
