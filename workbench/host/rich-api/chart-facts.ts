/** A chart as the object model knows it. Its looks are whatever was set, by member; nothing is drawn. */
import type { GridArea } from '../grid';

/** Cells that a series draws: those of a sheet by its id, so that a renamed sheet is followed. */
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
  /** The cells that it covers; null where Excel would choose, or once it was put elsewhere by points. */
  place: GridArea | null;
  /** In points from the corner of the sheet, once it was put there so. */
  box: Box | null;
}

/** In points from the corner of the sheet. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
