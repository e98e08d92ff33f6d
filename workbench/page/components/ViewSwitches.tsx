/** The switches of the title bar: the width of the pane and the theme of Excel. */
import type { ReactElement } from 'react';
import { PANE_WIDTHS, type PageView } from '../page-view';
import { PAGE_WORDS } from '../page-words';

export interface ViewSwitchesProps {
  readonly view: PageView;
  readonly onView: (change: Partial<PageView>) => void;
}

export function ViewSwitches({ view, onView }: ViewSwitchesProps): ReactElement {
  const words = PAGE_WORDS[view.locale];
  const isDark = view.theme === 'dark';
  return (
    <>
      <div className="switch" role="group" aria-label={words.paneWidth}>
        {PANE_WIDTHS.map((width) => (
          <button
            type="button"
            className="open"
            key={width}
            aria-pressed={view.paneWidth === width}
            aria-label={words.pixels(width)}
            title={words.widthHint(width)}
            onClick={() => onView({ paneWidth: width })}
          >
            {width}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="open"
        aria-pressed={isDark}
        title={words.darkThemeHint}
        onClick={() => onView({ theme: isDark ? 'light' : 'dark' })}
      >
        {words.darkTheme}
      </button>
    </>
  );
}
