/** Whether a media query holds now; false without a layout, as in jsdom. */
import { useCallback, useSyncExternalStore } from 'react';

/** No room for a header and tabs: 200 % zoom, or a very narrow or low pane. Header and tabs then share one line. */
export const CRAMPED = '(max-width: 299px), (max-height: 419px)';

/** The component renders again when the answer changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!('matchMedia' in window)) return () => undefined;
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => 'matchMedia' in window && window.matchMedia(query).matches);
}
