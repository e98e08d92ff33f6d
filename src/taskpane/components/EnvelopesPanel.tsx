/** The envelopes, and above them how many rows their figures do not count: never hidden, whatever the number. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlReport, Dossier } from '../../application/dossier';
import { envelopeViews } from '../store/envelope-views';
import { EnvelopeCard } from './EnvelopeCard';
import { UncheckedRows } from './UncheckedRows';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export function EnvelopesPanel({ dossier, report }: { readonly dossier: Dossier; readonly report: ControlReport }): ReactElement {
  const styles = useStyles();
  const views = useMemo(() => envelopeViews(dossier, report), [dossier, report]);
  return (
    <div className={styles.panel}>
      <UncheckedRows dossier={dossier} report={report} />
      {views.map((view) => (
        <EnvelopeCard key={view.code} view={view} />
      ))}
    </div>
  );
}
