/**
 * `range.format`: alignment, sizes, fill, font, borders. A property that differs between cells reads as null, as in
 * Excel.
 */
import { isWholeColumns, isWholeRows } from '../../address';
import type { GridArea, GridStyle, GridStyleChange } from '../../grid';
import { invalidArgument } from '../errors';
import { heightOfRow, setHeight, setWidth, widthOfColumn } from '../geometry';
import { defineType, objectOf, type HostObject, type Model } from '../model';
import {
  borderLook,
  changedBorder,
  DEFAULT_FONT,
  fromColor,
  horizontalChange,
  horizontalOf,
  toColor,
  verticalChange,
  verticalOf,
  type BorderLook,
} from './looks';
import type { RangeState } from './range-state';

/** Above this, only the first cells are compared. */
const MOST_CELLS_LOOKED_AT = 20_000;

/** The value shared by all cells; null when they differ. */
function common<T>(state: RangeState, model: Model, read: (style: GridStyle) => T): T | null {
  const { area, sheetId } = state;
  const columns = Math.min(area.columns, isWholeRows(area) ? 1 : area.columns);
  const rows = Math.min(area.rows, isWholeColumns(area) ? 1 : Math.max(1, Math.floor(MOST_CELLS_LOOKED_AT / columns)));
  const first = read(model.grid.readStyle(sheetId, area.top, area.left));
  for (let row = area.top; row < area.top + rows; row += 1) {
    for (let column = area.left; column < area.left + columns; column += 1) {
      if (read(model.grid.readStyle(sheetId, row, column)) !== first) return null;
    }
  }
  return first;
}

function paint(state: RangeState, style: GridStyleChange, model: Model): void {
  model.guardSheet(state.sheetId);
  model.grid.formatArea(state.sheetId, state.area, { style });
}

function sameOrNull(values: readonly number[]): number | null {
  const [first = 0] = values;
  return values.every((value) => value === first) ? first : null;
}

const columnsIn = (area: GridArea): number[] =>
  Array.from({ length: isWholeRows(area) ? 1 : area.columns }, (_, index) => area.left + index);
const rowsIn = (area: GridArea): number[] =>
  Array.from({ length: isWholeColumns(area) ? 1 : area.rows }, (_, index) => area.top + index);

function positive(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0)) throw invalidArgument();
  return value;
}

const scalar = <T>(readStyle: (style: GridStyle) => T, change: (value: unknown) => GridStyleChange) => ({
  read: (state: RangeState, model: Model) => common(state, model, readStyle),
  write: (state: RangeState, value: unknown, model: Model) => paint(state, change(value), model),
});

const fill = defineType<RangeState>({
  name: 'RangeFill',
  scalars: {
    Color: scalar(
      (style) => toColor(style.fill, '#FFFFFF'),
      (value) => ({ fill: value === '' ? null : fromColor(value) }),
    ),
    Pattern: { read: (state, model) => common(state, model, (style) => (style.fill === undefined ? 'None' : 'Solid')) },
  },
  calls: { Clear: (state, _, model) => paint(state, { fill: null }, model) },
});

const font = defineType<RangeState>({
  name: 'RangeFont',
  scalars: {
    Name: scalar(
      (style) => style.font ?? DEFAULT_FONT.name,
      (value) => ({ font: String(value) }),
    ),
    Size: scalar(
      (style) => style.size ?? DEFAULT_FONT.size,
      (value) => ({ size: positive(value) }),
    ),
    Bold: scalar(
      (style) => style.bold ?? false,
      (value) => ({ bold: value === true }),
    ),
    Italic: scalar(
      (style) => style.italic ?? false,
      (value) => ({ italic: value === true }),
    ),
    Underline: scalar(
      (style) => (style.underline ? 'Single' : 'None'),
      (value) => ({ underline: value !== 'None' }),
    ),
    Strikethrough: scalar(
      (style) => style.strike ?? false,
      (value) => ({ strike: value === true }),
    ),
    Color: scalar(
      (style) => toColor(style.color, DEFAULT_FONT.color),
      (value) => ({ color: fromColor(value) }),
    ),
  },
});

interface BorderState extends RangeState {
  readonly side: string;
}

const SIDES: Readonly<Record<string, 'top' | 'bottom' | 'left' | 'right'>> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
};
const INSIDE = ['InsideHorizontal', 'InsideVertical'];

/** The cells and sides of a border index. */
function strips({ area, side }: BorderState): { area: GridArea; side: 'top' | 'bottom' | 'left' | 'right' }[] {
  const edge = SIDES[side];
  if (edge === 'top') return [{ area: { ...area, rows: 1 }, side: edge }];
  if (edge === 'bottom') return [{ area: { ...area, top: area.top + area.rows - 1, rows: 1 }, side: edge }];
  if (edge === 'left') return [{ area: { ...area, columns: 1 }, side: edge }];
  if (edge === 'right') return [{ area: { ...area, left: area.left + area.columns - 1, columns: 1 }, side: edge }];
  if (side === 'InsideHorizontal')
    return area.rows < 2 ? [] : [{ area: { ...area, rows: area.rows - 1 }, side: 'bottom' }];
  return area.columns < 2 ? [] : [{ area: { ...area, columns: area.columns - 1 }, side: 'right' }];
}

function readBorder(state: BorderState, member: keyof BorderLook, model: Model): string | null {
  const [strip] = strips(state);
  if (!strip) return borderLook(undefined)[member];
  return common({ sheetId: state.sheetId, area: strip.area }, model, (style) => borderLook(style[strip.side])[member]);
}

function writeBorder(state: BorderState, change: Partial<Record<keyof BorderLook, unknown>>, model: Model): void {
  for (const { area, side } of strips(state)) {
    const before = model.grid.readStyle(state.sheetId, area.top, area.left)[side];
    paint({ sheetId: state.sheetId, area }, { [side]: changedBorder(before, change) }, model);
  }
}

const borderScalar = (member: keyof BorderLook) => ({
  read: (state: BorderState, model: Model) => readBorder(state, member, model),
  write: (state: BorderState, value: unknown, model: Model) => writeBorder(state, { [member]: value }, model),
});

const border = defineType<BorderState>({
  name: 'RangeBorder',
  id: ({ side }) => side,
  scalars: {
    SideIndex: { read: ({ side }) => side },
    Style: borderScalar('style'),
    Weight: borderScalar('weight'),
    Color: borderScalar('color'),
  },
});

const borders = defineType<RangeState>({
  name: 'RangeBorderCollection',
  scalars: { Count: { read: () => Object.keys(SIDES).length + INSIDE.length } },
  items: (state) => [...Object.keys(SIDES), ...INSIDE].map((side) => objectOf(border, { ...state, side })),
  item: (state, key) => {
    if (typeof key !== 'string' || !(key in SIDES || INSIDE.includes(key))) throw invalidArgument();
    return objectOf(border, { ...state, side: key });
  },
});

export const rangeFormat = defineType<RangeState>({
  name: 'RangeFormat',
  scalars: {
    HorizontalAlignment: scalar(horizontalOf, horizontalChange),
    VerticalAlignment: scalar(verticalOf, verticalChange),
    WrapText: scalar(
      (style) => style.wrap ?? false,
      (value) => ({ wrap: value === true }),
    ),
    IndentLevel: scalar(
      (style) => style.indent ?? 0,
      (value) => ({ indent: positive(value) }),
    ),
    ColumnWidth: {
      read: ({ sheetId, area }, model) =>
        sameOrNull(columnsIn(area).map((column) => widthOfColumn(model.grid, sheetId, column))),
      write: ({ sheetId, area }, value, model) => {
        model.guardSheet(sheetId);
        setWidth(model.grid, sheetId, area, positive(value));
      },
    },
    RowHeight: {
      read: ({ sheetId, area }, model) => sameOrNull(rowsIn(area).map((row) => heightOfRow(model.grid, sheetId, row))),
      write: ({ sheetId, area }, value, model) => {
        model.guardSheet(sheetId);
        setHeight(model.grid, sheetId, area, positive(value));
      },
    },
  },
  links: {
    Fill: (state) => objectOf(fill, state),
    Font: (state) => objectOf(font, state),
    Borders: (state) => objectOf(borders, state),
  },
  calls: { AutofitColumns: autofitColumns, AutofitRows: () => undefined },
});

/** Fits widths to the longest text, without font metrics. */
function autofitColumns({ sheetId, area }: RangeState, _: readonly unknown[], model: Model): void {
  model.guardSheet(sheetId);
  const used = model.grid.usedArea(sheetId, 'values');
  if (!used) return;
  for (const column of columnsIn(area)) {
    const texts = model.grid.readTexts(sheetId, { ...used, left: column, columns: 1 }).flat();
    const longest = Math.max(...texts.map((text) => text.length));
    if (longest > 0) model.grid.setColumnWidth(sheetId, column, 1, Math.min(longest, 100) * 7 + 5);
  }
}

export const formatOf = (state: RangeState): HostObject => objectOf(rangeFormat, state);
