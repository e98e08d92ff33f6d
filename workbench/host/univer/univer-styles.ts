/** Converts cell looks between the grid and Univer. */
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { GridBorder, GridCellChange, GridStyle, GridStyleChange } from '../grid';

const LINES: Readonly<Record<GridBorder['line'], BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
};
const HORIZONTAL: Readonly<Record<NonNullable<GridStyle['horizontal']>, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
};
const VERTICAL: Readonly<Record<NonNullable<GridStyle['vertical']>, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const PIXELS_PER_INDENT = 9;

/** The key of a value in a record of enumerations. */
function keyOf<Key extends string>(record: Readonly<Record<Key, number>>, value: Nullable<number>): Key | undefined {
  return (Object.keys(record) as Key[]).find((key) => record[key] === value);
}

/** Null members reset Univer's to the default. */
export function toUniverStyle(style: GridStyleChange, numberFormat?: string): IStyleData {
  const bits: Record<string, unknown> = {};
  const put = (key: string, value: unknown, convert: (value: never) => unknown): void => {
    if (value !== undefined) bits[key] = value === null ? null : convert(value as never);
  };
  put('ff', style.font, (font: string) => font);
  put('fs', style.size, (size: number) => size);
  put('bl', style.bold, flag);
  put('it', style.italic, flag);
  put('ul', style.underline, (on: boolean) => ({ s: flag(on) }));
  put('st', style.strike, (on: boolean) => ({ s: flag(on) }));
  put('cl', style.color, colour);
  put('bg', style.fill, colour);
  put('ht', style.horizontal, (side: keyof typeof HORIZONTAL) => HORIZONTAL[side]);
  put('vt', style.vertical, (side: keyof typeof VERTICAL) => VERTICAL[side]);
  put('tb', style.wrap, (on: boolean) => (on ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW));
  put('pd', style.indent, (indent: number) => ({ l: indent * PIXELS_PER_INDENT }));
  const borders = bordersOf(style);
  if (borders) bits.bd = borders;
  if (numberFormat !== undefined) bits.n = numberFormat === 'General' ? null : { pattern: numberFormat };
  return bits as IStyleData;
}

const flag = (on: boolean): BooleanNumber => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const colour = (rgb: string): { rgb: string } => ({ rgb: `#${rgb}` });

const SIDES = [
  ['top', 't'],
  ['bottom', 'b'],
  ['left', 'l'],
  ['right', 'r'],
] as const;

function bordersOf(style: GridStyleChange): IBorderData | null {
  const borders: { [side: string]: Nullable<IBorderStyleData> } = {};
  for (const [side, key] of SIDES) {
    const border = style[side];
    if (border !== undefined)
      borders[key] = border === null ? null : { s: LINES[border.line], cl: colour(border.color) };
  }
  return Object.keys(borders).length > 0 ? borders : null;
}

export function fromUniverStyle(style: Nullable<IStyleData>): GridStyle {
  if (!style) return {};
  const horizontal = keyOf(HORIZONTAL, style.ht);
  const vertical = keyOf(VERTICAL, style.vt);
  const indent = style.pd?.l ? Math.round(style.pd.l / PIXELS_PER_INDENT) : undefined;
  return {
    ...(style.ff && { font: style.ff }),
    ...(style.fs !== undefined && style.fs !== null && { size: style.fs }),
    ...(style.bl !== undefined && style.bl !== null && { bold: style.bl === BooleanNumber.TRUE }),
    ...(style.it !== undefined && style.it !== null && { italic: style.it === BooleanNumber.TRUE }),
    ...(style.ul && { underline: style.ul.s === BooleanNumber.TRUE }),
    ...(style.st && { strike: style.st.s === BooleanNumber.TRUE }),
    ...(style.cl?.rgb && { color: hex(style.cl.rgb) }),
    ...(style.bg?.rgb && { fill: hex(style.bg.rgb) }),
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(style.tb !== undefined && style.tb !== null && { wrap: style.tb === WrapStrategy.WRAP }),
    ...(indent && { indent }),
    ...Object.fromEntries(SIDES.flatMap(([side, key]) => borderEntry(side, style.bd?.[key]))),
  };
}

function borderEntry(side: string, border: Nullable<IBorderStyleData>): [string, GridBorder][] {
  if (!border) return [];
  return [[side, { line: keyOf(LINES, border.s) ?? 'thin', color: hex(border.cl.rgb ?? '#000000') }]];
}

/** `RRGGBB` of `#rrggbb`, `#rgb` or `rgb(1, 2, 3)`. */
function hex(css: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(css);
  if (parts)
    return parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  const digits = css.replace('#', '').toUpperCase();
  return digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
}

export function styleOfChange(change: Pick<GridCellChange, 'numberFormat' | 'style'>): IStyleData | undefined {
  if (change.style === undefined && change.numberFormat === undefined) return undefined;
  return toUniverStyle(change.style ?? {}, change.numberFormat);
}
