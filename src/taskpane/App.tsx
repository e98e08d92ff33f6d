/** The pane: the screen of the moment, drawers over it, and at the bottom the messages, which move nothing. */
import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useMemo, useState, type ReactElement } from 'react';
import { PaneContext, useSessionState, usePane, type Pane } from './shared/pane-context';
import { ScreensContext, type FullScreen, type Screens, type TabName } from './shared/screens';
import { tabFromText } from './shared/tab-order';
import { DARK_THEME, LIGHT_THEME } from './shared/theme';
import { LoadingScreen } from './frame/LoadingScreen';
import { Stage } from './frame/Stage';
import { Tabs } from './frame/Tabs';

/** Screens that are not shown at once are fetched late, so that the pane opens sooner. */
const PaneMessages = lazy(async () => ({
  default: (await import(/* webpackChunkName: "messages" */ './frame/PaneMessages')).PaneMessages,
}));
const Welcome = lazy(async () => ({
  default: (await import(/* webpackChunkName: "welcome" */ './welcome/Welcome')).Welcome,
}));
const MappingPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "mapping-panel" */ './columns/MappingPanel')).MappingPanel,
}));
const ReadingPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "reading-panel" */ './reading/ReadingPanel')).ReadingPanel,
}));

const useStyles = makeStyles({
  pane: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    fontVariantNumeric: 'tabular-nums lining-nums',
    overflowWrap: 'break-word',
    '& .fui-Select__select': { textOverflow: 'ellipsis' },
    // In forced colours a link has the colour of the text.
    '@media (forced-colors: active)': { '& .fui-Link': { textDecorationLine: 'underline' } },
  },
  loading: { flexGrow: 1 },
  whole: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

export function App({ pane, isDark }: { readonly pane: Pane; readonly isDark: boolean }): ReactElement {
  const styles = useStyles();
  return (
    <FluentProvider theme={isDark ? DARK_THEME : LIGHT_THEME} style={{ height: '100%' }}>
      <PaneContext.Provider value={pane}>
        <div
          className={styles.pane}
          lang={pane.words.language}
          onKeyDown={(event) => {
            tabFromText(event);
            if (event.key !== 'Escape') return;
            // An Escape that closed something here does not also go to Office.js, which leaves the pane for the sheet.
            if (event.defaultPrevented || pane.session.state().notice) event.stopPropagation();
            if (!event.defaultPrevented) pane.session.dismissNotice();
          }}
        >
          <Stage>
            <Content />
          </Stage>
          <Suspense fallback={null}>
            <PaneMessages />
          </Suspense>
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

function Content(): ReactElement {
  const styles = useStyles();
  const { phase } = useSessionState();
  const { screens, screen, left, close } = useFrame();
  let content: ReactElement;
  if (screen !== null) {
    content =
      screen === 'columns' ? (
        <MappingPanel onClose={close} />
      ) : (
        <ReadingPanel onClose={close} onColumns={() => screens.open('columns')} />
      );
  } else if (phase.kind === 'loading') {
    return <LoadingScreen />;
  } else if (phase.kind === 'refused') {
    const { failure } = phase;
    content = <Welcome key={failure.code} failure={failure} onColumns={() => screens.open('columns')} />;
  } else {
    return (
      <ScreensContext.Provider value={screens}>
        <Tabs dossier={phase.dossier} report={phase.report} left={left} />
      </ScreensContext.Provider>
    );
  }
  return (
    <ScreensContext.Provider value={screens}>
      <main className={styles.whole}>
        <Suspense fallback={<Waiting />}>{content}</Suspense>
      </main>
    </ScreensContext.Provider>
  );
}

/** Where the user is: a tab, or a screen over the tabs; and the one that was left, whose button takes the focus. */
function useFrame() {
  const { drafts } = usePane();
  const [tab, setTab] = useState<TabName>(() => (drafts.isOpen('request') ? 'duties' : 'situation'));
  const [screen, setScreen] = useState<FullScreen | null>(null);
  const [left, setLeft] = useState<FullScreen | null>(null);
  const [kept] = useState(() => new Map<string, unknown>());
  const goTo = useCallback((name: TabName, isFocused = false): void => {
    setTab(name);
    setScreen(null);
    if (isFocused) queueMicrotask(() => document.getElementById('panel')?.focus());
  }, []);
  const screens: Screens = useMemo(() => ({ tab, goTo, open: setScreen, kept }), [tab, goTo, kept]);
  const close = (): void => {
    setLeft(screen);
    setScreen(null);
  };
  return { screens, screen, left, close };
}

/** Shown until the screen is there. */
function Waiting(): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return <Spinner className={styles.loading} label={words.welcome.loading} labelPosition="below" />;
}
