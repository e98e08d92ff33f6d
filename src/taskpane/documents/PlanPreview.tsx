/** The button that prepares a document; what it would write is then shown in the drawer of the preview. */
import { Button } from '@fluentui/react-components';
import { DocumentTable20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../shared/pane-context';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Prepared, Purpose } from '../../application/session/session-state';
import { AdviceToWriter } from './AdviceToWriter';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS, WELL } from '../shared/surfaces';

const useStyles = makeStyles({
  preview: WELL,
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: BUTTONS,
});

export interface PlanPreviewProps {
  readonly busy: boolean;
  readonly onPrepare: () => Promise<void>;
}

export function PlanPreview({ busy, onPrepare }: PlanPreviewProps): ReactElement {
  const { words } = usePane();
  return (
    <Button icon={<DocumentTable20Regular />} disabledFocusable={busy} onClick={() => void onPrepare()}>
      {words.documents.prepare}
    </Button>
  );
}

function PreparedPlan({ prepared, busy }: { readonly prepared: Prepared; readonly busy: boolean }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { sheetsAdded, sheetsChanged, cells, formulas } = prepared.summary;
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []); // the focused button is gone: without this, the next Enter could write
  return (
    <section ref={section} tabIndex={-1} className={styles.preview} aria-label={words.documents.preview}>
      <h2 className={styles.title}>{words.documents.preview}</h2>
      <ul className={styles.list}>
        {sheetsAdded.length > 0 && <li>{words.documents.sheetsAdded(sheetsAdded.join(', '))}</li>}
        {sheetsChanged.length > 0 && <li>{words.documents.sheetsChanged(sheetsChanged.join(', '))}</li>}
        <li>{words.documents.cells(cells, formulas)}</li>
      </ul>
      <AdviceToWriter advice={prepared.plan.advice ?? []} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy} onClick={() => void session.documents.writePrepared()}>
          {words.documents.write}
        </Button>
        <Button disabled={busy} onClick={() => session.documents.discardPrepared()}>
          {words.documents.cancel}
        </Button>
      </div>
    </section>
  );
}
