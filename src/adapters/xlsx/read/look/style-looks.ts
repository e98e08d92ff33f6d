/** Reads `styles.xml` as looks: one for each cellXfs, and those of conditional formats. */
import { attributeOf, childOf, isTrue, itemsOf, type XmlElement } from '../../package/xml-tree';
import type { Colors } from './colors';

export interface FileBorder {
  readonly line: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double';
  /** `RRGGBB`, as every colour here. */
  readonly color: string;
}

/** A style; an absent member has its default (Calibri 11, black, no fill, bottom, not wrapped). */
export interface LookStyle {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly top?: FileBorder;
  readonly bottom?: FileBorder;
  readonly left?: FileBorder;
  readonly right?: FileBorder;
}

export interface FileCellLook {
  /** Invariant pattern; `General` when the cell has none. */
  readonly numberFormat: string;
  readonly style: LookStyle;
}

/** Patterns that files name by number only. 14 and 22 depend on the reader's country: French here. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy hh:mm'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [41, '#,##0'],
  [42, '#,##0\\ "€"'],
  [43, '#,##0.00'],
  [44, '#,##0.00\\ "€"'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

const LINES: ReadonlyMap<string, FileBorder['line']> = new Map([
  ['thin', 'thin'],
  ['hair', 'thin'],
  ['medium', 'medium'],
  ['thick', 'thick'],
  ['double', 'double'],
  ['dashed', 'dashed'],
  ['dotted', 'dotted'],
  ['mediumDashed', 'dashed'],
  ['dashDot', 'dashed'],
  ['mediumDashDot', 'dashed'],
  ['dashDotDot', 'dotted'],
  ['mediumDashDotDot', 'dotted'],
  ['slantDashDot', 'dashed'],
]);
const HORIZONTAL = new Map([
  ['left', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['justify', 'justify'],
  ['centerContinuous', 'center'],
] as const);
const USUAL_FONT = { name: 'Calibri', size: 11 };

/** The looks of the cells, by the index that cells carry. */
export function readLooks(root: XmlElement, colors: Colors): readonly FileCellLook[] {
  const items = (section: string, local: string): readonly XmlElement[] => itemsOf(root, section, local);
  const fonts = items('fonts', 'font').map((font) => fontStyle(font, colors));
  const fills = items('fills', 'fill').map((fill) => fillStyle(fill, colors, false));
  const borders = items('borders', 'border').map((border) => borderStyle(border, colors));
  const ownFormats = items('numFmts', 'numFmt');
  const formats = new Map(
    ownFormats.map((format) => [Number(attributeOf(format, 'numFmtId')), attributeOf(format, 'formatCode') ?? '']),
  );
  return items('cellXfs', 'xf').map((xf) => {
    const index = (name: string): number => Number(attributeOf(xf, name) ?? '0');
    const format = index('numFmtId');
    return {
      numberFormat: (formats.get(format) ?? BUILT_IN.get(format)) || 'General', // an empty pattern means none
      style: {
        ...fonts[index('fontId')],
        ...fills[index('fillId')],
        ...borders[index('borderId')],
        ...alignmentStyle(childOf(xf, 'alignment')),
      },
    };
  });
}

/** The styles of conditional formats, by their index. */
export function readPaints(root: XmlElement, colors: Colors): readonly LookStyle[] {
  return itemsOf(root, 'dxfs', 'dxf').map((paint) => paintStyle(paint, colors));
}

/** A part of a conditional format; those of Excel 2010 are in another namespace than the format. */
export function partOfPaint(paint: XmlElement, local: 'font' | 'fill' | 'border' | 'numFmt'): XmlElement | undefined {
  return paint.children.find((part) => part.local === local);
}

/** The style of one conditional format. */
export function paintStyle(paint: XmlElement, colors: Colors): LookStyle {
  const [font, fill, border] = [partOfPaint(paint, 'font'), partOfPaint(paint, 'fill'), partOfPaint(paint, 'border')];
  return {
    ...(font && fontStyle(font, colors)),
    ...(fill && fillStyle(fill, colors, true)),
    ...(border && borderStyle(border, colors)),
  };
}

function fontStyle(font: XmlElement, colors: Colors): LookStyle {
  const valueOf = (local: string): string | undefined => {
    const element = childOf(font, local);
    return element && (attributeOf(element, 'val') ?? '1');
  };
  const name = valueOf('name');
  const size = Number(valueOf('sz') ?? USUAL_FONT.size);
  const color = colors.of(childOf(font, 'color'));
  const underline = valueOf('u');
  return {
    ...(name !== undefined && name !== USUAL_FONT.name && { font: name }),
    ...(size !== USUAL_FONT.size && Number.isFinite(size) && { size }),
    ...(isTrue(valueOf('b')) && { bold: true }),
    ...(isTrue(valueOf('i')) && { italic: true }),
    ...(isTrue(valueOf('strike')) && { strike: true }),
    ...(underline !== undefined && underline !== 'none' && { underline: true }),
    ...(color !== null && color !== '000000' && { color }),
  };
}

/** The colour of a solid fill is its foreground; of a conditional fill, which may have no pattern, its background. */
function fillStyle(fill: XmlElement, colors: Colors, isConditional: boolean): LookStyle {
  const pattern = childOf(fill, 'patternFill');
  const gradient = childOf(fill, 'gradientFill');
  if (gradient) {
    const stop = childOf(gradient, 'stop');
    const color = colors.of(stop && childOf(stop, 'color'));
    return color === null ? {} : { fill: color };
  }
  const kind = pattern && (attributeOf(pattern, 'patternType') ?? (isConditional ? 'solid' : 'none'));
  if (!pattern || kind === 'none') return {};
  const [front, back] = [colors.of(childOf(pattern, 'fgColor')), colors.of(childOf(pattern, 'bgColor'))];
  const color = isConditional
    ? (back ?? front)
    : kind === 'gray125' || kind === 'gray0625'
      ? (back ?? 'F2F2F2')
      : front;
  return color === null ? {} : { fill: color };
}

function borderStyle(border: XmlElement, colors: Colors): LookStyle {
  const side = (name: string): FileBorder | null => {
    const element = childOf(border, name);
    const line = LINES.get((element && attributeOf(element, 'style')) ?? '');
    return element && line ? { line, color: colors.of(childOf(element, 'color')) ?? '000000' } : null;
  };
  const [top, bottom, left, right] = [
    side('top'),
    side('bottom'),
    side('left') ?? side('start'),
    side('right') ?? side('end'),
  ];
  return { ...(top && { top }), ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) };
}

function alignmentStyle(alignment: XmlElement | undefined): LookStyle {
  if (!alignment) return {};
  const horizontal = HORIZONTAL.get((attributeOf(alignment, 'horizontal') ?? '') as 'left');
  const vertical = attributeOf(alignment, 'vertical');
  const indent = Number(attributeOf(alignment, 'indent') ?? '0');
  return {
    ...(horizontal && { horizontal }),
    ...((vertical === 'top' || vertical === 'center') && { vertical }),
    ...(isTrue(attributeOf(alignment, 'wrapText')) && { wrap: true }),
    ...(indent > 0 && { indent }),
  };
}
