/**
 * The look of each series of a chart. Series differ by shape, dash and lightness as well as by colour; each has a
 * contrast of 3:1 or more against white.
 */
import type { SeriesRole } from './plan';

export interface SeriesLook {
  readonly as: 'column' | 'line';
  /** `RRGGBB`: of the line, or of the outline of the columns. */
  readonly color: string;
  /** `RRGGBB`: of columns. */
  readonly fill: string;
  readonly isDashed: boolean;
  readonly hasMarkers: boolean;
}

export const SERIES_LOOKS: Readonly<Record<SeriesRole, SeriesLook>> = {
  realised: { as: 'column', color: '000091', fill: '000091', isDashed: false, hasMarkers: false },
  expected: { as: 'column', color: '000091', fill: 'E3E3FD', isDashed: true, hasMarkers: false },
  cumulated: { as: 'line', color: 'B34000', fill: 'B34000', isDashed: false, hasMarkers: true },
  ceiling: { as: 'line', color: '161616', fill: '161616', isDashed: true, hasMarkers: false },
};

/** Axes, gridlines and texts. */
export const CHART_INK = { text: '3A3A3A', line: '929292', grid: 'DDDDDD' } as const;

/** Amounts of an axis: whole euros, in the separators of the reader's own Excel. */
export const AXIS_FORMAT = '#,##0\\ "€"';
