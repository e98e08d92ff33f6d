/**
 * `getCellProperties`, `setCellProperties` and the same for rows and columns: many looks in one call, as plain objects.
 */
import { cellsOfArea } from '../../address';
import type { GridArea, GridCellChange, GridStyle, GridStyleChange } from '../../grid';
import { invalidArgument, notImplemented } from '../errors';
import { heightOfRow, widthOfColumn } from '../geometry';
import type { Model } from '../model';
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
} from './looks';
import { rowsOfShape } from './range-contents';
import { addressOf, type RangeState } from './range-state';

type Bag = Readonly<Record<string, unknown>>;

const EDGES = ['top', 'bottom', 'left', 'right'] as const;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the requested members from a table of readers; an unknown one is refused by name. */
function pick(asked: unknown, readers: Readonly<Record<string, () => unknown>>, path: string): Bag {
  if (!isBag(asked)) return {};
  const entries = Object.entries(asked).filter(([, wanted]) => wanted !== false);
  return Object.fromEntries(
    entries.map(([name]) => {
      const read = readers[name];
      if (!read) throw notImplemented(`${path}.${name}`);
      return [name, read()];
    }),
  );
}

export function readCellProperties(state: RangeState, asked: unknown, model: Model): unknown {
  return cellsOfArea(state.area).map((line) =>
    line.map(([row, column]) => cellProperties({ sheetId: state.sheetId, row, column }, asked, model)),
  );
}

interface Cell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

function cellProperties({ sheetId, row, column }: Cell, asked: unknown, model: Model): Bag {
  const style = model.grid.readStyle(sheetId, row, column);
  const wanted = asked as { format?: unknown };
  const area = { top: row, left: column, rows: 1, columns: 1 };
  return pick(
    asked,
    {
      address: () => addressOf({ sheetId, area }, model),
      format: () => formatProperties(wanted.format, style, { sheetId, row, column }, model),
    },
    'CellProperties',
  );
}

function formatProperties(asked: unknown, style: GridStyle, { sheetId, row, column }: Cell, model: Model): Bag {
  const wanted = (asked ?? {}) as Record<string, unknown>;
  return pick(
    asked,
    {
      font: () => pick(wanted.font, fontReaders(style), 'CellPropertiesFont'),
      fill: () =>
        pick(
          wanted.fill,
          { color: () => toColor(style.fill, '#FFFFFF'), pattern: () => (style.fill === undefined ? 'None' : 'Solid') },
          'CellPropertiesFill',
        ),
      borders: () =>
        Object.fromEntries(EDGES.map((edge) => [edge, borderProperties(wanted.borders, style, edge, model)])),
      horizontalAlignment: () => horizontalOf(style),
      verticalAlignment: () => verticalOf(style),
      wrapText: () => style.wrap ?? false,
      indentLevel: () => style.indent ?? 0,
      columnWidth: () => widthOfColumn(model.grid, sheetId, column),
      rowHeight: () => heightOfRow(model.grid, sheetId, row),
    },
    'CellPropertiesFormat',
  );
}

function fontReaders(style: GridStyle): Readonly<Record<string, () => unknown>> {
  return {
    name: () => style.font ?? DEFAULT_FONT.name,
    size: () => style.size ?? DEFAULT_FONT.size,
    bold: () => style.bold ?? false,
    italic: () => style.italic ?? false,
    underline: () => (style.underline ? 'Single' : 'None'),
    strikethrough: () => style.strike ?? false,
    color: () => toColor(style.color, DEFAULT_FONT.color),
  };
}

function borderProperties(asked: unknown, style: GridStyle, edge: (typeof EDGES)[number], model: Model): Bag {
  const look = borderLook(style[edge]);
  const color = model.weaknesses.has('reportsBlackBorders') ? '#000000' : look.color;
  return pick(asked, { style: () => look.style, weight: () => look.weight, color: () => color }, 'CellBorder');
}

export function writeCellProperties(state: RangeState, given: unknown, model: Model): void {
  model.guardSheet(state.sheetId);
  const { area, sheetId } = state;
  const rows = rowsOfShape(Array.isArray(given) ? given : [], area);
  const changes = cellsOfArea(area).map((line, r) =>
    line.map(([row, column], c): GridCellChange | null => {
      const properties: unknown = rows[r]?.[c];
      if (!isBag(properties) || Object.keys(properties).length === 0) return null;
      return { style: styleChange(properties, model.grid.readStyle(sheetId, row, column)) };
    }),
  );
  model.grid.writeCells(sheetId, area.top, area.left, changes);
}

type Setter = (value: unknown, style: GridStyle) => GridStyleChange;

const FONT: Readonly<Record<string, Setter>> = {
  name: (value) => ({ font: String(value) }),
  size: (value) => ({ size: Number(value) }),
  bold: (value) => ({ bold: value === true }),
  italic: (value) => ({ italic: value === true }),
  underline: (value) => ({ underline: value !== 'None' }),
  strikethrough: (value) => ({ strike: value === true }),
  color: (value) => ({ color: fromColor(value) }),
};

const FORMAT: Readonly<Record<string, Setter>> = {
  font: (value, style) => setAll(value, style, FONT, 'CellPropertiesFont'),
  fill: (value, style) =>
    setAll(value, style, { color: (color) => ({ fill: fromColor(color) }) }, 'CellPropertiesFill'),
  borders: (value, style) =>
    setAll(value, style, Object.fromEntries(EDGES.map((edge) => [edge, borderSetter(edge)])), 'CellBorderCollection'),
  horizontalAlignment: horizontalChange,
  verticalAlignment: verticalChange,
  wrapText: (value) => ({ wrap: value === true }),
  indentLevel: (value) => ({ indent: Number(value) }),
};

function borderSetter(edge: (typeof EDGES)[number]): Setter {
  return (value, style) => ({ [edge]: changedBorder(style[edge], value as Bag) });
}

function styleChange(properties: Bag, style: GridStyle): GridStyleChange {
  return setAll(
    properties,
    style,
    { format: (value) => setAll(value, style, FORMAT, 'CellPropertiesFormat') },
    'SettableCellProperties',
  );
}

function setAll(
  given: unknown,
  style: GridStyle,
  setters: Readonly<Record<string, Setter>>,
  path: string,
): GridStyleChange {
  if (!isBag(given)) throw invalidArgument();
  return Object.entries(given).reduce<GridStyleChange>((changes, [name, value]) => {
    if (value === undefined || value === null) return changes;
    const setter = setters[name];
    if (!setter) throw notImplemented(`${path}.${name}`);
    return { ...changes, ...setter(value, style) };
  }, {});
}

export function readRowProperties({ sheetId, area }: RangeState, asked: unknown, model: Model): unknown {
  const wanted = asked as { format?: unknown };
  return Array.from({ length: area.rows }, (_, index) => {
    const row = area.top + index;
    const format = {
      rowHeight: () => heightOfRow(model.grid, sheetId, row),
      font: () =>
        commonFont({ ...area, top: row, rows: 1 }, sheetId, (wanted.format as { readonly font?: unknown }).font, model),
    };
    return pick(
      asked,
      {
        rowHidden: () => model.grid.isRowHidden(sheetId, row),
        rowIndex: () => row,
        address: () => addressOf({ sheetId, area: { ...area, top: row, rows: 1 } }, model),
        format: () => pick(wanted.format, format, 'CellPropertiesFormat'),
      },
      'RowProperties',
    );
  });
}

/** The font of cells, with null for a property in which they differ. */
function commonFont(area: GridArea, sheetId: string, asked: unknown, model: Model): Bag {
  // Cells that share one style object are read once.
  const styles = new Set(
    cellsOfArea(area)
      .flat()
      .map(([row, column]) => model.grid.readStyle(sheetId, row, column)),
  );
  const fonts = [...styles].map((style) => pick(asked, fontReaders(style), 'CellPropertiesFont'));
  const [first = {}] = fonts;
  return Object.fromEntries(
    Object.entries(first).map(([name, value]) => [name, fonts.every((font) => font[name] === value) ? value : null]),
  );
}

export function readColumnProperties({ sheetId, area }: RangeState, asked: unknown, model: Model): unknown {
  const wanted = asked as { format?: unknown };
  return Array.from({ length: area.columns }, (_, index) => {
    const column = area.left + index;
    const format = { columnWidth: () => widthOfColumn(model.grid, sheetId, column) };
    return pick(
      asked,
      {
        columnHidden: () => model.grid.isColumnHidden(sheetId, column),
        columnIndex: () => column,
        address: () => addressOf({ sheetId, area: { ...area, left: column, columns: 1 } }, model),
        format: () => pick(wanted.format, format, 'CellPropertiesFormat'),
      },
      'ColumnProperties',
    );
  });
}
