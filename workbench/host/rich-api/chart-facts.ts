/** A chart in the object model. Its looks are the members that were set, by their path: `Format.Line.Color`. */
import type { GridArea } from '../grid';

/** Cells that a series draws. The sheet is given by its id, so that a renamed sheet is followed. */
export interface ChartCells {
  readonly sheetId: string;
  readonly area: GridArea;
}

export interface SeriesFacts {
  readonly looks: Map<string, unknown>;
  values: ChartCells | null;
  categories: ChartCells | null;
}

export interface ChartFacts {
  readonly id: string;
  readonly sheetId: string;
  readonly looks: Map<string, unknown>;
  readonly series: SeriesFacts[];
  /** The cells that it covers; null when Excel would choose, or when it was placed by points. */
  place: GridArea | null;
  /** Set when it was placed by points. */
  box: Box | null;
}

/** In points from the corner of the sheet. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
