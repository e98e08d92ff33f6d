/** The envelopes; above them, the number of rows that their figures do not count (never hidden) and the duties due. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { envelopeViews } from './envelope-views';
import { EnvelopeCard } from './EnvelopeCard';
import { UncheckedRows } from './UncheckedRows';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

/** Fetched after the envelopes, so that the pane opens sooner. */
const DutyReminder = lazy(async () => ({
  default: (await import(/* webpackChunkName: "duties" */ '../duties/DutyReminder')).DutyReminder,
}));

interface EnvelopesPanelProps extends ControlledDossier {
  readonly onDuties: () => void;
}

export function EnvelopesPanel({ dossier, report, onDuties }: EnvelopesPanelProps): ReactElement {
  const styles = useStyles();
  const views = useMemo(() => envelopeViews(dossier, report), [dossier, report]);
  return (
    <div className={styles.panel}>
      <UncheckedRows dossier={dossier} report={report} />
      <Suspense fallback={null}>
        <DutyReminder dossier={dossier} report={report} onShow={onDuties} />
      </Suspense>
      {views.map((view) => (
        <EnvelopeCard key={view.code} view={view} />
      ))}
    </div>
  );
}
