/** The shapes of a drawn chart, in pixels from the corner of its box. */

/** Inks of what is not a series; the page gives each a colour in each theme. */
export type Ink = 'text' | 'axis' | 'grid';
export type Point = readonly [x: number, y: number];

export type Shape =
  | {
      readonly kind: 'column';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** `RRGGBB`. */
      readonly fill: string;
      readonly outline: string;
      readonly isDashed: boolean;
    }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly color: string; readonly isDashed: boolean }
  | { readonly kind: 'marker'; readonly at: Point; readonly color: string }
  | { readonly kind: 'rule'; readonly from: Point; readonly to: Point; readonly ink: Ink }
  | {
      readonly kind: 'text';
      readonly at: Point;
      readonly text: string;
      /** Pixels. */
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly isBold?: boolean;
      /** Read upwards. */
      readonly isUpright?: boolean;
    };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The place of the columns and lines. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Around everything, and the height of a line of text. */
export const PADDING = 10;
export const LINE = 18;
/** Sizes of the letters. */
export const TITLE = 16;
export const SMALL = 12;
/** Width of a character, for a size of 1. */
const CHARACTER = 0.55;

/** About how wide a text is: nothing here can measure it. */
export function widthOf(text: string, size = SMALL): number {
  return text.length * size * CHARACTER;
}

/** The text with an ellipsis where it would be wider than this. */
export function cut(text: string, width: number, size = SMALL): string {
  const most = Math.floor(width / (size * CHARACTER));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

type Text = Extract<Shape, { kind: 'text' }>;

export function textAt(at: Point, text: string, anchor: Text['anchor'], size = SMALL): Text {
  return { kind: 'text', at, text, anchor, size, ...(size === TITLE && { isBold: true }) };
}

/** Hundredths of a pixel are enough. */
export const rounded = (pixels: number): number => Number(pixels.toFixed(2));
