/** Opens the rows that make a figure; any screen may ask. */
import { createContext } from 'react';
import type { FigureSubject } from '../../application/figures/explain-figure';
import type { CivilDate } from '../../domain/calendar/civil-date';

/** A figure to explain. */
export interface AskedFigure {
  readonly subject: FigureSubject;
  /** The day of the figure; absent: that of the pane. */
  readonly asOf?: CivilDate;
  /** The formula of a cell that shows it, as the user reads it; absent: any screen showed it. */
  readonly formula?: string;
}

export const FigureDoorContext = createContext<(asked: AskedFigure) => void>(() => undefined);
