/**
 * Where the user is in the pane, and how components lead elsewhere. What a screen remembers (filters, open groups,
 * position) is kept here while another one is shown.
 */
import { createContext, useCallback, useContext, useState } from 'react';
import { assert } from '../../domain/result';

/** The tabs, in their order. */
export const TABS = ['situation', 'findings', 'chorus', 'documents', 'duties'] as const;
export type TabName = (typeof TABS)[number];

/** Screens that take the whole pane. */
export type FullScreen = 'columns' | 'reading';

export interface Screens {
  readonly tab: TabName;
  /** Shows a tab. With `isFocused`, its panel takes the focus: for a button that disappears with its screen. */
  readonly goTo: (tab: TabName, isFocused?: boolean) => void;
  readonly open: (screen: FullScreen) => void;
  /** Remembered values by key, for as long as the pane is open. */
  readonly kept: Map<string, unknown>;
}

export const ScreensContext = createContext<Screens | null>(null);

/** The current tab and the ways elsewhere. */
export function useScreens(): Screens {
  const screens = useContext(ScreensContext);
  assert(screens, 'screens live inside ScreensContext');
  return screens;
}

/**
 * As `useState`, for what a screen remembers while another tab is shown. The key is unique in the pane; another screen
 * may set it before it leads there (`kept.set('findings.filter', …)`, then `goTo('findings')`).
 */
export function useKept<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const { kept } = useScreens();
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const keep = useCallback(
    (next: T): void => {
      kept.set(key, next);
      setValue(next);
    },
    [kept, key],
  );
  return [value, keep];
}
