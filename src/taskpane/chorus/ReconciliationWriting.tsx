/** The document « Rapprochement Chorus »: preview and writing. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { CHORUS_WORDS } from './chorus-words';
import { useIsWriting, usePane, useSessionState } from '../shared/pane-context';
import { PlanPreview } from '../documents/PlanPreview';

const useStyles = makeStyles({
  writing: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function ReconciliationWriting(): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { extracts } = useSessionState();
  const texts = CHORUS_WORDS[words.language];
  const busy = useIsWriting();
  return (
    <section className={styles.writing} aria-label={texts.document}>
      <h2 className={styles.heading}>{texts.document}</h2>
      <p className={styles.text}>{texts.aboutDocument}</p>
      <PlanPreview busy={busy} onPrepare={() => session.documents.prepareReconciliation(extracts)} />
    </section>
  );
}
