/** The pane: the messages, then the next step to take or the tabs. */
import {
  FluentProvider,
  makeStyles,
  Spinner,
  Tab,
  TabList,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../application/control';
import { formatCount } from '../messages/format';
import { openFindings } from './findings/open-findings';
import { EnvelopesPanel } from './envelopes/EnvelopesPanel';
import { PaneContext, useSessionState, usePane, type Pane } from './shared/pane-context';
import { PaneHeader, type PaneHeaderProps } from './shared/PaneHeader';

/** Screens that are not shown at once are fetched late, so that the pane opens sooner. */
const FindingsPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "findings" */ './findings/FindingsPanel')).FindingsPanel,
}));
const DocumentsPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "documents-tab" */ './documents/DocumentsPanel')).DocumentsPanel,
}));
const PaneMessages = lazy(async () => ({
  default: (await import(/* webpackChunkName: "messages" */ './shared/PaneMessages')).PaneMessages,
}));
const Welcome = lazy(async () => ({
  default: (await import(/* webpackChunkName: "welcome" */ './welcome/Welcome')).Welcome,
}));
const ChorusPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "chorus-panel" */ './chorus/ChorusPanel')).ChorusPanel,
}));
const MappingPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "mapping-panel" */ './columns/MappingPanel')).MappingPanel,
}));

const ReadingPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "reading-panel" */ './reading/ReadingPanel')).ReadingPanel,
}));

const TABS = ['envelopes', 'findings', 'chorus', 'documents'] as const;
type TabName = (typeof TABS)[number];

/** The screens over the tabs. */
type Screen = 'columns' | 'reading';

const useStyles = makeStyles({
  pane: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  messages: { padding: `0 ${tokens.spacingHorizontalS}`, '&:not(:empty)': { paddingTop: tokens.spacingVerticalXS } },
  tabs: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
    flexWrap: 'wrap',
  },
  main: { flexGrow: 1, minHeight: 0 },
  panel: { height: '100%', boxSizing: 'border-box', overflowY: 'auto', padding: tokens.spacingHorizontalM },
  loading: { flexGrow: 1 },
  whole: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
});

export function App({ pane, isDark }: { readonly pane: Pane; readonly isDark: boolean }): ReactElement {
  const styles = useStyles();
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: '100%' }}>
      <PaneContext.Provider value={pane}>
        <div
          className={styles.pane}
          lang={pane.words.language}
          onKeyDown={({ key, defaultPrevented }) => {
            if (key === 'Escape' && !defaultPrevented) pane.session.dismissNotice();
          }}
        >
          <Content />
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

function Content(): ReactElement {
  const styles = useStyles();
  const { phase } = useSessionState();
  const { screen, close, ...doors } = useScreens();
  if (screen === 'columns' || screen === 'reading') {
    return (
      <>
        <div className={styles.messages}>
          <Messages />
        </div>
        <main className={styles.whole}>
          <Suspense fallback={<Waiting />}>
            {screen === 'columns' ? (
              <MappingPanel onClose={close} />
            ) : (
              <ReadingPanel onClose={close} onColumns={doors.onColumns} />
            )}
          </Suspense>
        </main>
      </>
    );
  }
  if (phase.kind === 'loading') {
    return (
      <>
        <Messages />
        <Waiting />
      </>
    );
  }
  if (phase.kind === 'refused') {
    return (
      <main className={styles.whole}>
        <Messages />
        <Suspense fallback={<Waiting />}>
          <Welcome key={phase.failure.code} failure={phase.failure} onColumns={doors.onColumns} />
        </Suspense>
      </main>
    );
  }
  return <Tabs dossier={phase.dossier} report={phase.report} {...doors} />;
}

/** A screen over the tabs, and the one that was left: the focus returns to its button. */
function useScreens() {
  const [screen, setScreen] = useState<Screen | null>(null);
  const [left, setLeft] = useState<Screen | null>(null);
  const close = (): void => {
    setLeft(screen);
    setScreen(null);
  };
  return { screen, close, left, onColumns: () => setScreen('columns'), onReading: () => setScreen('reading') };
}

function Messages(): ReactElement {
  return (
    <Suspense fallback={null}>
      <PaneMessages />
    </Suspense>
  );
}

function Waiting(): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return <Spinner className={styles.loading} label={words.welcome.loading} labelPosition="below" />;
}

interface TabsProps extends ControlledDossier, Omit<PaneHeaderProps, 'dossier'> {}

function Tabs({ dossier, report, ...doors }: TabsProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const [tab, setTab] = useState<TabName>('envelopes');
  const [showsDuties, setShowsDuties] = useState(false);
  const showDuties = (): void => {
    setShowsDuties(true);
    setTab('findings');
  };
  const count = openFindings(report).length;
  return (
    <>
      <PaneHeader dossier={dossier} {...doors} />
      <div className={styles.messages}>
        <Messages />
      </div>
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(TABS.find((name) => name === value) ?? 'envelopes')}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            aria-controls="panel"
            {...(name === 'chorus' && { 'aria-label': words.chorusTab })}
          >
            {words.tabs[name]}
            {name === 'findings' && count > 0 && ` (${formatCount(count, words.language)})`}
          </Tab>
        ))}
      </TabList>
      <main className={styles.main}>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} className={styles.panel}>
          {tab === 'envelopes' && <EnvelopesPanel dossier={dossier} report={report} onDuties={showDuties} />}
          <Suspense fallback={<Waiting />}>
            {tab === 'findings' && (
              <FindingsPanel
                dossier={dossier}
                report={report}
                showsDuties={showsDuties}
                onDuties={setShowsDuties}
                onColumns={doors.onColumns}
              />
            )}
            {tab === 'chorus' && <ChorusPanel dossier={dossier} report={report} />}
            {tab === 'documents' && <DocumentsPanel dossier={dossier} report={report} />}
          </Suspense>
        </div>
      </main>
    </>
  );
}
