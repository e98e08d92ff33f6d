/** Conversion of cell looks between Excel's properties, the looks of an undo plan and the named styles. */
import type { CellLook, LookBorder, PlannedCell } from '../../../../workbook/plan';
import { STYLES, type CellStyle } from '../../../../workbook/cell-styles';
import { markedStyle, type RowMarks } from '../../../../workbook/row-marks';

/** The properties to load to be able to restore a look. */
export const LOOK_TO_LOAD: Excel.CellPropertiesLoadOptions = {
  format: {
    font: { name: true, size: true, bold: true, italic: true, color: true },
    fill: { color: true, pattern: true },
    borders: { style: true, weight: true, color: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
  },
};

const EDGES = ['top', 'bottom', 'left', 'right'] as const;
const GRID_COLOR = '#929292';
const DEFAULT_SIZE = 11;
const ALIGNMENTS = { left: 'Left', center: 'Center', right: 'Right' } as const;

/** The look that the properties of a cell describe; its borders only when the planned cell changes them. */
export function lookOf(
  properties: Excel.CellProperties,
  numberFormat: string,
  planned: PlannedCell | null | undefined,
): CellLook {
  const { font, fill, borders, horizontalAlignment, verticalAlignment, wrapText } = properties.format ?? {};
  return {
    numberFormat,
    font: {
      name: font?.name ?? '',
      size: font?.size ?? DEFAULT_SIZE,
      bold: font?.bold ?? false,
      italic: font?.italic ?? false,
      color: font?.color ?? '#000000',
    },
    fill: isFilled(fill) ? (fill?.color ?? null) : null,
    ...(changesBorders(planned) && {
      borders: {
        top: borderOf(borders?.top),
        bottom: borderOf(borders?.bottom),
        left: borderOf(borders?.left),
        right: borderOf(borders?.right),
      },
    }),
    horizontal: horizontalAlignment ?? 'General',
    vertical: verticalAlignment ?? 'Bottom',
    wrap: wrapText ?? false,
  };
}

function changesBorders(planned: PlannedCell | null | undefined): boolean {
  if (planned?.look) return planned.look.borders !== undefined;
  return planned?.style !== undefined && STYLES[planned.style].borders !== undefined;
}

/** Excel gives an unfilled cell the colour white; only the pattern distinguishes it. */
function isFilled(fill: Excel.CellPropertiesFill | undefined): boolean {
  return fill?.color !== undefined && fill.color !== '' && (fill.pattern ?? 'Solid') !== 'None';
}

function borderOf(border: Excel.CellBorder | undefined): LookBorder | null {
  if (!border?.style || border.style === 'None') return null;
  return { line: border.style, weight: border.weight ?? 'Thin', color: border.color ?? '#000000' };
}

/** True when a planned cell changes more than the contents and the number format. */
export function changesLook(cell: PlannedCell | null): boolean {
  if (!cell) return false;
  return cell.look !== undefined || (cell.style !== undefined && !formatsNumbersOnly(STYLES[cell.style]));
}

/** True for the style of a repaired cell, which keeps the team's own look. */
function formatsNumbersOnly(style: CellStyle): boolean {
  return Object.keys(style).every((member) => member === 'numberFormat');
}

/** The argument of `setCellProperties` for a planned cell; empty for a cell that keeps its format. */
export function propertiesOf(cell: PlannedCell | null, marks?: RowMarks): Excel.SettableCellProperties {
  if (!cell || !changesLook(cell)) return {};
  if (cell.look) return propertiesOfLook(cell.look);
  if (!cell.style) return {};
  return propertiesOfStyle(marks ? markedStyle(STYLES[cell.style], marks) : STYLES[cell.style]);
}

function propertiesOfLook(look: CellLook): Excel.SettableCellProperties {
  const { borders } = look;
  const { name, size, bold, italic, color } = look.font;
  return {
    format: {
      font: { ...(name === '' ? {} : { name }), size, bold, italic, color },
      ...(look.fill === null ? {} : { fill: { color: look.fill } }),
      ...(borders && { borders: Object.fromEntries(EDGES.map((edge) => [edge, excelBorder(borders[edge])])) }),
      horizontalAlignment: look.horizontal as Excel.HorizontalAlignment,
      verticalAlignment: look.vertical as Excel.VerticalAlignment,
      wrapText: look.wrap,
    },
  };
}

function excelBorder(border: LookBorder | null): Excel.CellBorder {
  if (!border) return { style: 'None' };
  return {
    style: border.line as Excel.BorderLineStyle,
    weight: border.weight as Excel.BorderWeight,
    color: border.color,
  };
}

function propertiesOfStyle(style: CellStyle): Excel.SettableCellProperties {
  const borders = style.borders
    ? Object.fromEntries(EDGES.map((edge) => [edge, { style: 'Continuous', weight: 'Thin', color: GRID_COLOR }]))
    : undefined;
  return {
    format: {
      font: {
        bold: style.bold ?? false,
        italic: style.italic ?? false,
        size: style.size ?? DEFAULT_SIZE,
        color: `#${style.color ?? '000000'}`,
      },
      ...(style.fill ? { fill: { color: `#${style.fill}` } } : {}),
      ...(borders ? { borders } : {}),
      horizontalAlignment: style.align ? ALIGNMENTS[style.align] : 'General',
      verticalAlignment: 'Center',
      wrapText: style.wrap ?? false,
    },
  };
}

/**
 * The number format to set before the contents of a cell; null to keep its present one. A number written into a text
 * cell would become text.
 */
export function numberFormatToSet(cell: PlannedCell | null, present: string | null): string | null {
  if (!cell) return null;
  const exact = cell.look?.numberFormat ?? cell.numberFormat;
  if (exact !== undefined) return exact;
  const wanted = cell.style ? (STYLES[cell.style].numberFormat ?? null) : null;
  if (wanted !== null) return wanted;
  const wouldBecomeText = present === '@' && (cell.formula !== undefined || typeof cell.value === 'number');
  return wouldBecomeText ? 'General' : null;
}
