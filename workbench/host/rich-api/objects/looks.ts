/** Converts cell looks between Excel's values (`#RRGGBB`, `Continuous`, `EdgeTop`) and the grid's. */
import type { GridBorder, GridStyle, GridStyleChange } from '../../grid';
import { invalidArgument } from '../errors';

export const DEFAULT_FONT = { name: 'Calibri', size: 11, color: '#000000' };
export const POINTS_PER_PIXEL = 0.75;

export const toColor = (rgb: string | undefined, byDefault: string): string =>
  rgb === undefined ? byDefault : `#${rgb}`;

const NAMED: Readonly<Record<string, string>> = {
  white: 'FFFFFF',
  black: '000000',
  red: 'FF0000',
  green: '008000',
  blue: '0000FF',
  yellow: 'FFFF00',
  orange: 'FFA500',
};

export function fromColor(value: unknown): string {
  const text = String(value);
  const digits = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const found = digits ?? NAMED[text.toLowerCase()];
  if (found === undefined) throw invalidArgument(`Not a colour: ${text}`);
  return found.toUpperCase();
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', justify: 'Justify' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

export const horizontalOf = (style: GridStyle): string => (style.horizontal ? HORIZONTAL[style.horizontal] : 'General');
export const verticalOf = (style: GridStyle): string => (style.vertical ? VERTICAL[style.vertical] : 'Bottom');

export function horizontalChange(value: unknown): GridStyleChange {
  return { horizontal: value === 'General' ? null : keyOf(HORIZONTAL, value) };
}

export function verticalChange(value: unknown): GridStyleChange {
  return { vertical: keyOf(VERTICAL, value) };
}

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, value: unknown): Key {
  const found = (Object.keys(words) as Key[]).find((key) => words[key] === value);
  if (found === undefined) throw invalidArgument();
  return found;
}

export interface BorderLook {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

const LINES: Readonly<Record<GridBorder['line'], readonly [style: string, weight: string]>> = {
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
};

export function borderLook(border: GridBorder | undefined): BorderLook {
  if (!border) return { style: 'None', weight: 'Thin', color: '#000000' };
  const [style, weight] = LINES[border.line];
  return { style, weight, color: `#${border.color}` };
}

/** The border after some of its properties are set; a colour or a weight alone draws a continuous line. */
export function changedBorder(
  border: GridBorder | undefined,
  change: Partial<Record<keyof BorderLook, unknown>>,
): GridBorder | null {
  const before = borderLook(border);
  const style = change.style ?? (before.style === 'None' ? 'Continuous' : before.style);
  if (style === 'None') return null;
  const weight = change.weight ?? before.weight;
  const color = change.color === undefined || change.color === '' ? before.color : change.color;
  return { line: lineOf(String(style), String(weight)), color: fromColor(color) };
}

function lineOf(style: string, weight: string): GridBorder['line'] {
  if (style === 'Continuous') return weight === 'Medium' ? 'medium' : weight === 'Thick' ? 'thick' : 'thin';
  if (style === 'Dash' || style === 'DashDot' || style === 'DashDotDot' || style === 'SlantDashDot') return 'dashed';
  if (style === 'Dot') return 'dotted';
  if (style === 'Double') return 'double';
  throw invalidArgument(`Not a border: ${style}`);
}
