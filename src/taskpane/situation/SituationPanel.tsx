/** « Situation »: the envelopes, the rows that no figure counts (never hidden), and what changed since another day. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { usePane } from '../shared/pane-context';
import { useScreens } from '../shared/screens';
import { GUTTER, HIDDEN } from '../shared/surfaces';
import { envelopeViews } from './envelope-views';
import { EnvelopeCard } from './EnvelopeCard';
import { UncheckedRows } from './UncheckedRows';

const useStyles = makeStyles({
  panel: {
    ...GUTTER,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  hidden: HIDDEN,
});

/** Fetched after the envelopes, so that the pane opens sooner. */
const DutyReminder = lazy(async () => ({
  default: (await import(/* webpackChunkName: "duties" */ '../duties/DutyReminder')).DutyReminder,
}));
const SinceSection = lazy(async () => ({
  default: (await import(/* webpackChunkName: "since" */ '../since/SinceSection')).SinceSection,
}));

export function SituationPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { goTo } = useScreens();
  const views = useMemo(() => envelopeViews(dossier, report), [dossier, report]);
  return (
    <div className={styles.panel}>
      <h1 className={styles.hidden}>{words.tabs.situation}</h1>
      <UncheckedRows dossier={dossier} report={report} />
      <Suspense fallback={null}>
        <DutyReminder dossier={dossier} report={report} onShow={() => goTo('duties', true)} />
      </Suspense>
      {views.map((view) => (
        <EnvelopeCard key={view.code} view={view} />
      ))}
      <Suspense fallback={null}>
        <SinceSection dossier={dossier} report={report} />
      </Suspense>
    </div>
  );
}
