/** The place where drawers are drawn, over the screens, and whether one is open. */
import { createContext } from 'react';

export interface Drawers {
  /** Null until the frame is drawn. */
  readonly outlet: HTMLElement | null;
  /**
   * Counts a drawer as open, until the returned function is called; `before` then has the focus again, once the screens
   * are in sight.
   */
  readonly enter: (before: Element | null) => () => void;
}

export const DrawersContext = createContext<Drawers>({ outlet: null, enter: () => () => undefined });
