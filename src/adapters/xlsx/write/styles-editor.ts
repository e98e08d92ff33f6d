/**
 * Adds to `styles.xml` without other changes: an index that a cell of the team uses keeps its meaning. An identical
 * format that exists is reused, so that generating twice adds nothing the second time.
 */
import type { StyleName } from '../../../workbook/plan';
import { type CellStyle, STYLES } from '../../../workbook/cell-styles';
import { markedStyle, type RowMarks } from '../../../workbook/row-marks';
import { type XlsxPackage, XML_DECLARATION } from '../package/package';
import { refuse } from '../package/refusal';
import type { WorkbookPart } from '../package/workbook-part';
import { attributesXml, TextSplice } from '../package/xml-splice';
import { encodeAttribute } from '../package/xml-text';
import { attributeOf, childOf, childrenOf, prefixOf, type XmlElement } from '../package/xml-tree';
import type { LookStyle } from '../read/look/style-looks';
import { insertInOrder, STYLES_ORDER } from './element-order';
import { borderXml, changesBorder, changesFont, fontXml, formatXml, indexIn, paintXml } from './exact-look';
import type { LookChange } from './file-steps';

/** The look of `highlightWhen`; the same colours as in Excel's adapter. */
const HIGHLIGHT = { color: 'B34000', fill: 'FFE9E6' };
const BORDER_COLOR = 'BFBFBF';
const FIRST_OWN_FORMAT = 164;
const BUILT_IN_FORMATS: ReadonlyMap<string, number> = new Map([
  ['0.00%', 10],
  ['@', 49],
]);
/** Excel repairs a workbook with more formats of cells. */
const MOST_FORMATS = 65_490;
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The styles of an empty workbook, as Excel starts with, in Calibri 11. */
export function emptyStyles(namespace: string): string {
  return (
    `${XML_DECLARATION}<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** A counted list of the part, with its present and added items. */
interface Section {
  readonly local: string;
  readonly element: XmlElement | undefined;
  readonly present: readonly string[];
  readonly added: string[];
}

export class StylesEditor {
  private readonly path: string;
  private readonly isNew: boolean;
  private readonly text: string;
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly sections = new Map<string, Section>();
  private readonly formats = new Map<string, number>();
  private readonly exactFormats = new Map<string, number>();

  constructor(
    private readonly parts: XlsxPackage,
    private readonly workbook: WorkbookPart,
  ) {
    const present = parts.related(workbook.path, 'styles');
    const free = parts.has('xl/styles.xml') ? parts.freePath('xl/styles', '.xml') : 'xl/styles.xml';
    this.isNew = present === null;
    this.path = present ?? free;
    if (this.isNew) parts.set(this.path, emptyStyles(workbook.dialect.main));
    const { text, root } = parts.tree(this.path);
    this.text = text;
    this.root = root;
    this.prefix = prefixOf(root);
  }

  /** The cellXfs index of a style, with the marks of somebody over it. */
  formatOf(name: StyleName, marks?: RowMarks): number {
    const key = marks ? `${name} ${JSON.stringify(marks)}` : name;
    const known = this.formats.get(key);
    if (known !== undefined) return known;
    const index = this.addFormat(marks ? markedStyle(STYLES[name], marks) : STYLES[name]);
    this.formats.set(key, index);
    return index;
  }

  /** The dxfs index of the highlight. */
  highlight(): number {
    const p = this.prefix;
    const font = `<${p}font><${p}color rgb="FF${HIGHLIGHT.color}"/></${p}font>`;
    const fill = `<${p}fill><${p}patternFill><${p}bgColor rgb="FF${HIGHLIGHT.fill}"/></${p}patternFill></${p}fill>`;
    return this.indexOf('dxfs', `<${p}dxf>${font}${fill}</${p}dxf>`);
  }

  /** The cellXfs index of a present one with a change of its look. */
  exactFormatOf(present: number, change: LookChange): number {
    const key = `${present} ${JSON.stringify(change)}`;
    const known = this.exactFormats.get(key);
    if (known !== undefined) return known;
    const index = this.addExact(present, change);
    this.exactFormats.set(key, index);
    return index;
  }

  /** The dxfs index of the paint of a conditional format. */
  paintOf(style: LookStyle): number {
    return this.indexOf('dxfs', paintXml(style, this.prefix));
  }

  /** Writes the part when something was added. */
  finish(): void {
    const splice = new TextSplice(this.text);
    for (const section of this.sections.values()) {
      if (section.added.length === 0) continue;
      const xml = section.added.join('');
      if (section.element) {
        splice.append(section.element, xml);
        splice.setAttributes(section.element, { count: String(section.present.length + section.added.length) });
      } else {
        const name = `${this.prefix}${section.local}`;
        insertInOrder(
          splice,
          this.root,
          STYLES_ORDER,
          section.local,
          `<${name} count="${section.added.length}">${xml}</${name}>`,
        );
      }
    }
    if (!splice.isUntouched) this.parts.set(this.path, splice.toString());
    if (!this.isNew) return;
    this.parts.declareType(this.path, STYLES_TYPE);
    this.parts.relate(this.workbook.path, `${this.workbook.dialect.relation}styles`, this.path);
  }

  private addExact(present: number, { numberFormat, style = {} }: LookChange): number {
    const p = this.prefix;
    const format = this.items('cellXfs')[present];
    const ids: Record<string, number> = {};
    const put = (name: string, index: number, applies: string): void => {
      ids[name] = index;
      ids[applies] = 1;
    };
    if (numberFormat !== undefined)
      put('numFmtId', this.numberFormat(numberFormat === 'General' ? undefined : numberFormat), 'applyNumberFormat');
    if (changesFont(style)) {
      const font = this.items('fonts')[indexIn(format, 'fontId')];
      put('fontId', this.indexOf('fonts', fontXml(style, p, font, this.text)), 'applyFont');
    }
    if (style.fill !== undefined) put('fillId', style.fill === null ? 0 : this.fill(style.fill), 'applyFill');
    if (changesBorder(style)) {
      const border = this.items('borders')[indexIn(format, 'borderId')];
      put('borderId', this.indexOf('borders', borderXml(style, p, border, this.text)), 'applyBorder');
    }
    return this.indexOf('cellXfs', formatXml(format, p, ids, style, this.text));
  }

  private items(local: string): readonly XmlElement[] {
    return this.section(local).element?.children ?? [];
  }

  private addFormat(style: CellStyle): number {
    const p = this.prefix;
    const alignment = {
      ...(style.align && { horizontal: style.align }),
      vertical: 'center',
      ...(style.wrap && { wrapText: 1 }),
    };
    const attributes = {
      numFmtId: this.numberFormat(style.numberFormat),
      fontId: this.indexOf('fonts', this.ownFont(style)),
      fillId: style.fill === undefined ? 0 : this.fill(style.fill),
      borderId: style.borders ? this.indexOf('borders', this.ownBorder()) : 0,
      ...(childOf(this.root, 'cellStyleXfs') && { xfId: 0 }),
      ...(style.numberFormat !== undefined && { applyNumberFormat: 1 }),
      applyFont: 1,
      ...(style.fill !== undefined && { applyFill: 1 }),
      ...(style.borders && { applyBorder: 1 }),
      applyAlignment: 1,
    };
    return this.indexOf(
      'cellXfs',
      `<${p}xf${attributesXml(attributes)}><${p}alignment${attributesXml(alignment)}/></${p}xf>`,
    );
  }

  private numberFormat(code: string | undefined): number {
    if (code === undefined) return 0;
    const builtIn = BUILT_IN_FORMATS.get(code);
    if (builtIn !== undefined) return builtIn;
    const section = this.section('numFmts');
    const elements = section.element ? childrenOf(section.element, 'numFmt') : [];
    const same = elements.find((element) => attributeOf(element, 'formatCode') === code);
    if (same) return Number(attributeOf(same, 'numFmtId'));
    const added = section.added.findIndex((xml) => xml.includes(` formatCode="${encodeAttribute(code)}"`));
    const used = elements.map((element) => Number(attributeOf(element, 'numFmtId') ?? '0'));
    const first = Math.max(FIRST_OWN_FORMAT - 1, ...used) + 1;
    if (added >= 0) return first + added;
    section.added.push(
      `<${this.prefix}numFmt numFmtId="${first + section.added.length}" formatCode="${encodeAttribute(code)}"/>`,
    );
    return first + section.added.length - 1;
  }

  /** The font of the workbook, so that a document matches it. */
  private ownFont(style: CellStyle): string {
    const p = this.prefix;
    const fonts = childOf(this.root, 'fonts');
    const usual = fonts && childrenOf(fonts, 'font')[0];
    const valueOf = (local: string): string | undefined => {
      const element = usual && childOf(usual, local);
      return element && attributeOf(element, 'val');
    };
    const kept = ['family', 'charset', 'scheme'].flatMap((local) => {
      const value = valueOf(local);
      return value === undefined ? [] : [`<${p}${local} val="${encodeAttribute(value)}"/>`];
    });
    const color = style.color === undefined ? '' : `<${p}color rgb="FF${style.color}"/>`;
    const weight = `${style.bold ? `<${p}b/>` : ''}${style.italic ? `<${p}i/>` : ''}`;
    const name = encodeAttribute(valueOf('name') ?? 'Calibri');
    return `<${p}font>${weight}<${p}sz val="${style.size ?? 11}"/>${color}<${p}name val="${name}"/>${kept.join('')}</${p}font>`;
  }

  private fill(color: string): number {
    const p = this.prefix;
    const section = this.section('fills');
    // Excel treats the first two as “none” and “gray 12.5 %” whatever they contain.
    if (section.present.length + section.added.length === 0)
      section.added.push(`<${p}fill><${p}patternFill patternType="none"/></${p}fill>`);
    if (section.present.length + section.added.length === 1)
      section.added.push(`<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`);
    const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color}"/><${p}bgColor indexed="64"/></${p}patternFill>`;
    return this.indexOf('fills', `<${p}fill>${pattern}</${p}fill>`);
  }

  private ownBorder(): string {
    const p = this.prefix;
    const side = (name: string): string =>
      `<${p}${name} style="thin"><${p}color rgb="FF${BORDER_COLOR}"/></${p}${name}>`;
    return `<${p}border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<${p}diagonal/></${p}border>`;
  }

  /** The index of an item of a section, added when absent. */
  private indexOf(local: string, xml: string): number {
    const { present, added } = this.section(local);
    const known = present.indexOf(xml);
    if (known >= 0) return known;
    const ours = added.indexOf(xml);
    if (ours >= 0) return present.length + ours;
    if (local === 'cellXfs' && present.length + added.length >= MOST_FORMATS)
      refuse({ code: 'tooManyFormats', limit: MOST_FORMATS });
    added.push(xml);
    return present.length + added.length - 1;
  }

  private section(local: string): Section {
    const known = this.sections.get(local);
    if (known) return known;
    const element = childOf(this.root, local);
    const present = element ? element.children.map((child) => this.text.slice(child.start, child.end)) : [];
    const section = { local, element, present, added: [] };
    this.sections.set(local, section);
    return section;
  }
}
