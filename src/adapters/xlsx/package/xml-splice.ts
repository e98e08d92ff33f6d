/** Edits of a text at offsets of the original, applied together: the rest stays identical. */
import { encodeAttribute } from './xml-text';
import { isSelfClosed, type XmlElement } from './xml-tree';

interface Edit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
  readonly rank: number;
}

/** Collects edits, then applies them. Insertions at one offset are ordered by rank, then by the order of the calls. */
export class TextSplice {
  private readonly edits: Edit[] = [];
  /** Additions to elements that were self-closed: each opens once, whatever is added. */
  private readonly opened = new Map<XmlElement, { readonly xml: string; readonly rank: number }[]>();

  constructor(private readonly source: string) {}

  replace(at: number, until: number, text: string, rank = 0): void {
    this.edits.push({ at, until, text, rank });
  }

  insert(at: number, text: string, rank = 0): void {
    this.replace(at, at, text, rank);
  }

  remove(element: XmlElement): void {
    this.replace(element.start, element.end, '');
  }

  /** Adds children after the last one, opening a self-closed element. */
  append(element: XmlElement, xml: string, rank = 0): void {
    if (!isSelfClosed(element)) return this.insert(element.closeStart, xml, rank);
    this.opened.set(element, [...(this.opened.get(element) ?? []), { xml, rank }]);
  }

  private openings(): readonly Edit[] {
    return [...this.opened].map(([element, added]) => {
      const inner = [...added].sort((a, b) => a.rank - b.rank).map(({ xml }) => xml);
      const slash = this.source.lastIndexOf('/', element.openEnd - 1);
      return { at: slash, until: element.openEnd, text: `>${inner.join('')}</${element.name}>`, rank: 0 };
    });
  }

  /** Sets, adds or (null) removes attributes of an open tag. */
  setAttributes(element: XmlElement, values: Readonly<Record<string, string | null>>): void {
    const tag = this.source.slice(element.start, element.openEnd);
    for (const [name, value] of Object.entries(values)) {
      const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
      const text = value === null ? '' : ` ${name}="${encodeAttribute(value)}"`;
      if (found) this.replace(element.start + found.index, element.start + found.index + found[0].length, text);
      else if (text) this.insert(element.start + 1 + element.name.length, text);
    }
  }

  /** The edited text. */
  toString(): string {
    // the sort is stable
    const ordered = [...this.edits, ...this.openings()].sort(
      (a, b) => a.at - b.at || a.until - b.until || a.rank - b.rank,
    );
    let out = '';
    let from = 0;
    for (const edit of ordered) {
      out += this.source.slice(from, edit.at) + edit.text;
      from = Math.max(from, edit.until);
    }
    return out + this.source.slice(from);
  }

  get isUntouched(): boolean {
    return this.edits.length === 0 && this.opened.size === 0;
  }
}

/** ` name="value"` for each pair. */
export function pairsXml(pairs: Iterable<readonly [string, string | number]>): string {
  return [...pairs].map(([name, value]) => ` ${name}="${encodeAttribute(String(value))}"`).join('');
}

/** ` name="value"` for each member; trusted names only. */
export function attributesXml(values: Readonly<Record<string, string | number>>): string {
  return pairsXml(Object.entries(values));
}
