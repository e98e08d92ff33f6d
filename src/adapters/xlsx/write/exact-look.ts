/**
 * Looks derived from those of the file: members that change are replaced in the XML of the present font, fill, border
 * and alignment; whatever else these hold stays.
 */
import { pairsXml } from '../package/xml-splice';
import { encodeAttribute } from '../package/xml-text';
import { attributeOf, childOf, type XmlElement } from '../package/xml-tree';
import type { FileBorder, LookStyle } from '../read/look/style-looks';
import type { LookChange } from './file-steps';

type StyleChange = NonNullable<LookChange['style']>;

const FONT_MEMBERS = ['font', 'size', 'bold', 'italic', 'underline', 'strike', 'color'] as const;
const ALIGNMENT_MEMBERS = ['horizontal', 'vertical', 'wrap', 'indent'] as const;
const SIDES = ['left', 'right', 'top', 'bottom'] as const;
/** The order in which Excel reads the members of a font. */
const FONT_ORDER = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family'],
  ...['charset', 'scheme'],
];
const USUAL_FONT = { name: 'Calibri', size: 11 };

function changes(style: StyleChange, members: readonly (keyof LookStyle)[]): boolean {
  return members.some((member) => style[member] !== undefined);
}

export const changesFont = (style: StyleChange): boolean => changes(style, FONT_MEMBERS);
export const changesBorder = (style: StyleChange): boolean => changes(style, SIDES);
export const changesAlignment = (style: StyleChange): boolean => changes(style, ALIGNMENT_MEMBERS);

/** Source text of the children of an element, by name. */
function childTexts(element: XmlElement | undefined, text: string): Map<string, string> {
  return new Map((element?.children ?? []).map((child) => [child.local, text.slice(child.start, child.end)]));
}

/** `present` is the font that changes; `text` is the source of its part. */
export function fontXml(style: StyleChange, p: string, present: XmlElement | undefined, text: string): string {
  const members = childTexts(present, text);
  const put = (local: string, xml: string | null): void => {
    if (xml === null) members.delete(local);
    else members.set(local, xml);
  };
  const flag = (local: string, value: boolean | null | undefined): void => {
    if (value !== undefined) put(local, value ? `<${p}${local}/>` : null);
  };
  flag('b', style.bold);
  flag('i', style.italic);
  flag('strike', style.strike);
  flag('u', style.underline);
  if (style.size !== undefined) put('sz', `<${p}sz val="${style.size ?? USUAL_FONT.size}"/>`);
  if (style.color !== undefined) put('color', style.color === null ? null : colorXml(p, style.color));
  if (style.font !== undefined) {
    put('name', `<${p}name val="${encodeAttribute(style.font ?? USUAL_FONT.name)}"/>`);
    put('scheme', null); // the font of a theme has another name
  }
  const ordered = [...members].sort(([a], [b]) => FONT_ORDER.indexOf(a) - FONT_ORDER.indexOf(b));
  return `<${p}font>${ordered.map(([, xml]) => xml).join('')}</${p}font>`;
}

const colorXml = (p: string, color: string): string => `<${p}color rgb="FF${color}"/>`;

export function borderXml(style: StyleChange, p: string, present: XmlElement | undefined, text: string): string {
  const members = childTexts(present, text);
  const sides = SIDES.map((side) => {
    const older = side === 'left' ? 'start' : side === 'right' ? 'end' : side;
    const kept = members.get(side) ?? members.get(older) ?? `<${p}${side}/>`;
    return style[side] === undefined ? kept : sideXml(p, side, style[side]);
  });
  const rest = ['diagonal', 'vertical', 'horizontal'].map((local) => members.get(local) ?? '');
  const attributes = [...(present?.attributes ?? [])].filter(([name]) => !name.startsWith('{'));
  return `<${p}border${pairsXml(attributes)}>${sides.join('')}${rest.join('')}</${p}border>`;
}

function sideXml(p: string, side: string, border: FileBorder | null): string {
  return border === null
    ? `<${p}${side}/>`
    : `<${p}${side} style="${border.line}">${colorXml(p, border.color)}</${p}${side}>`;
}

/** The attributes of the alignment; an empty text when none is left. */
function alignmentXml(style: StyleChange, p: string, present: XmlElement | undefined): string {
  const attributes = new Map([...(present?.attributes ?? [])].filter(([name]) => !name.startsWith('{')));
  const put = (name: string, value: string | null | undefined): void => {
    if (value === null) attributes.delete(name);
    else if (value !== undefined) attributes.set(name, value);
  };
  put('horizontal', style.horizontal);
  put('vertical', style.vertical);
  put('wrapText', style.wrap === undefined ? undefined : style.wrap ? '1' : null);
  put('indent', style.indent === undefined ? undefined : style.indent === null ? null : String(style.indent));
  return attributes.size === 0 ? '' : `<${p}alignment${pairsXml(attributes)}/>`;
}

/** The paint of a conditional format. */
export function paintXml(style: LookStyle, p: string): string {
  const { bold, italic, underline, strike, color } = style; // a conditional format changes no name nor size
  const shown = Object.fromEntries(
    Object.entries({ bold, italic, underline, strike, color }).filter(([, value]) => value !== undefined),
  );
  const font = changesFont(shown) ? fontXml(shown, p, undefined, '') : '';
  const pattern = style.fill === undefined ? '' : `<${p}bgColor rgb="FF${style.fill}"/>`;
  const fill = pattern && `<${p}fill><${p}patternFill>${pattern}</${p}patternFill></${p}fill>`;
  const drawn = SIDES.flatMap((side) => (style[side] ? [sideXml(p, side, style[side])] : []));
  const border = drawn.length > 0 ? `<${p}border>${drawn.join('')}</${p}border>` : '';
  return `<${p}dxf>${font}${fill}${border}</${p}dxf>`;
}

/** The cellXfs entry derived from a present one; `ids` are its new indices. */
export function formatXml(
  present: XmlElement | undefined,
  p: string,
  ids: Readonly<Record<string, number>>,
  style: StyleChange,
  text: string,
): string {
  const attributes = new Map([...(present?.attributes ?? [])].filter(([name]) => !name.startsWith('{')));
  for (const [name, value] of Object.entries(ids)) attributes.set(name, String(value));
  const alignment = present && childOf(present, 'alignment');
  const own = changesAlignment(style)
    ? alignmentXml(style, p, alignment)
    : alignment
      ? text.slice(alignment.start, alignment.end)
      : '';
  if (changesAlignment(style)) attributes.set('applyAlignment', '1');
  const others = (present?.children ?? []).filter((child) => child !== alignment);
  const inner = own + others.map((child) => text.slice(child.start, child.end)).join('');
  const tag = `${p}xf${pairsXml(attributes)}`;
  return inner === '' ? `<${tag}/>` : `<${tag}>${inner}</${p}xf>`;
}

/** The index that an attribute of a format gives. */
export function indexIn(format: XmlElement | undefined, name: string): number {
  return Number((format && attributeOf(format, name)) ?? '0');
}
