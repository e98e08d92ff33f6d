/** The header, the tabs and the screen of the current one. Each screen is found again where it was left. */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { openFindings } from '../findings/open-findings';
import { usePane, useSessionState } from '../shared/pane-context';
import { useScreens, type FullScreen, type TabName } from '../shared/screens';
import { FigureDoorContext, type AskedFigure } from '../shared/figure-door';
import { FOCUS_RING, GUTTER, HIDDEN } from '../shared/surfaces';
import { CRAMPED, useMedia } from '../shared/useMedia';
import { SituationPanel } from '../situation/SituationPanel';
import { PaneHeader } from './PaneHeader';
import { PaneTabs } from './PaneTabs';
import type { TabCounts } from './tab-names';

const FindingsPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "findings" */ '../findings/FindingsPanel')).FindingsPanel,
}));
const RowSlot = lazy(async () => ({
  default: (await import(/* webpackChunkName: "row" */ '../findings/row/RowSlot')).RowSlot,
}));
const ChorusPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "chorus-panel" */ '../chorus/ChorusPanel')).ChorusPanel,
}));
const DocumentsPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "documents-tab" */ '../documents/DocumentsPanel')).DocumentsPanel,
}));
const FigureDrawer = lazy(async () => ({
  default: (await import(/* webpackChunkName: "figures" */ '../figures/FigureDrawer')).FigureDrawer,
}));
const PreviewDrawer = lazy(async () => ({
  default: (await import(/* webpackChunkName: "preview" */ '../documents/PreviewDrawer')).PreviewDrawer,
}));
const DutiesPanel = lazy(async () => ({
  default: (await import(/* webpackChunkName: "duties" */ '../duties/DutiesPanel')).DutiesPanel,
}));

const useStyles = makeStyles({
  main: { flexGrow: 1, minHeight: 0 },
  panel: { height: '100%', boxSizing: 'border-box', overflowY: 'auto', overflowX: 'hidden', ...FOCUS_RING },
  /** The screens that have no gutter of their own. */
  padded: { ...GUTTER, paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
  hidden: HIDDEN,
});

interface TabsProps extends ControlledDossier {
  /** The screen over the tabs that was just closed. */
  readonly left: FullScreen | null;
}

export function Tabs({ dossier, report, left }: TabsProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { tab } = useScreens();
  const { prepared } = useSessionState();
  const isCramped = useMedia(CRAMPED);
  const panel = useKeptPosition(tab);
  const [figure, setFigure] = useState<AskedFigure | null>(null);
  const counts: TabCounts = { findings: openFindings(report).length };
  return (
    <FigureDoorContext.Provider value={setFigure}>
      <PaneHeader dossier={dossier} left={left} isCramped={isCramped} counts={counts} />
      {!isCramped && <PaneTabs counts={counts} />}
      <main className={styles.main}>
        <div
          id="panel"
          ref={panel}
          {...(isCramped ? { role: 'region', 'aria-label': words.tabs[tab] } : TAB_PANEL(tab))}
          tabIndex={0}
          className={styles.panel}
        >
          {tab === 'situation' ? (
            <>
              <Suspense fallback={null}>
                <RowSlot dossier={dossier} report={report} />
              </Suspense>
              <SituationPanel dossier={dossier} report={report} />
            </>
          ) : (
            <Suspense fallback={<Spinner label={words.welcome.loading} labelPosition="below" />}>
              <h1 className={styles.hidden}>{words.tabs[tab]}</h1>
              <div className={styles.padded}>
                {tab === 'findings' && <FindingsPanel dossier={dossier} report={report} />}
                {tab === 'chorus' && <ChorusPanel dossier={dossier} report={report} />}
                {tab === 'documents' && <DocumentsPanel dossier={dossier} report={report} />}
                {tab === 'duties' && <DutiesPanel dossier={dossier} report={report} />}
              </div>
            </Suspense>
          )}
        </div>
      </main>
      {figure && (
        <Suspense fallback={null}>
          <FigureDrawer dossier={dossier} report={report} asked={figure} onClose={() => setFigure(null)} />
        </Suspense>
      )}
      {prepared && (
        <Suspense fallback={null}>
          <PreviewDrawer />
        </Suspense>
      )}
    </FigureDoorContext.Provider>
  );
}

const TAB_PANEL = (tab: TabName) => ({ role: 'tabpanel', 'aria-labelledby': `tab-${tab}` });

/** The position of each screen, found again when it is shown again. */
function useKeptPosition(tab: TabName) {
  const panel = useRef<HTMLDivElement>(null);
  const { kept } = useScreens();
  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const key = `position of ${tab}`;
    element.scrollTop = Number(kept.get(key) ?? 0);
    const keep = (): void => void kept.set(key, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [kept, tab]);
  return panel;
}
