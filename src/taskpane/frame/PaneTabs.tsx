/**
 * The tabs, on one line. Only the chosen one is reached by Tab, the others by the arrows: Office.js moves the focus
 * along its own list of elements, in which each of Fluent's tabs would be one stop.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { usePane } from '../shared/pane-context';
import { TABS, useScreens, type TabName } from '../shared/screens';
import { FOCUS_RING } from '../shared/surfaces';
import { countShown, tabName, type TabCounts } from './tab-names';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    flexShrink: 0,
    justifyContent: 'space-between',
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 339px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
    '@media (min-width: 440px)': { justifyContent: 'flex-start', columnGap: tokens.spacingHorizontalS },
  },
  /** Wider letters than Excel's own may not fit in 320 pixels: the last tabs are then scrolled to. */
  room: { flexShrink: 0, overflowX: 'auto', overflowY: 'hidden', scrollbarWidth: 'none' },
  tab: {
    position: 'relative',
    height: '36px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: 'none',
    background: 'none',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    '@media (max-width: 339px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
    '@media (min-width: 440px)': {
      fontSize: tokens.fontSizeBase300,
      lineHeight: tokens.lineHeightBase300,
      padding: `0 ${tokens.spacingHorizontalS}`,
    },
    ...FOCUS_RING,
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: tokens.spacingHorizontalSNudge,
      right: tokens.spacingHorizontalSNudge,
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
  count: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 339px)': { display: 'none' }, // the name of the tab has it
  },
});

const MOVES: Readonly<Record<string, (index: number) => number>> = {
  ArrowLeft: (index) => (index + TABS.length - 1) % TABS.length,
  ArrowRight: (index) => (index + 1) % TABS.length,
  Home: () => 0,
  End: () => TABS.length - 1,
};

export function PaneTabs({ counts }: { readonly counts: TabCounts }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { tab, goTo } = useScreens();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent, from: TabName): void => {
    const to = Object.hasOwn(MOVES, event.key) ? MOVES[event.key]?.(TABS.indexOf(from)) : undefined;
    const name = to === undefined ? undefined : TABS[to];
    if (name === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(name);
    list.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  return (
    <nav aria-label={words.screens} className={styles.room}>
      <div ref={list} role="tablist" aria-label={words.screens} className={styles.tabs}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === tab}
            aria-controls="panel"
            aria-label={tabName(name, counts, words)}
            tabIndex={name === tab ? 0 : -1}
            className={mergeClasses(styles.tab, name === tab && styles.chosen)}
            onClick={() => goTo(name)}
            onKeyDown={(event) => move(event, name)}
          >
            {words.tabs[name]}
            {countShown(name, counts, words) !== '' && (
              <span className={styles.count}> {countShown(name, counts, words)}</span>
            )}
          </button>
        ))}
      </div>
    </nav>
  );
}
