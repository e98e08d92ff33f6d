/** The button that prepares a plan, then the counts of the plan, which the user writes or discards. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTable20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Prepared, Purpose } from '../../application/session/session-state';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS, WELL } from '../shared/surfaces';

const useStyles = makeStyles({
  preview: WELL,
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: BUTTONS,
});

export interface PlanPreviewProps {
  /** A prepared plan of another purpose is not shown here. */
  readonly purpose: Purpose;
  readonly busy: boolean;
  readonly isDisabled?: boolean;
  readonly onPrepare: () => Promise<void>;
}

export function PlanPreview({ purpose, busy, isDisabled = false, onPrepare }: PlanPreviewProps): ReactElement {
  const { words } = usePane();
  const { prepared } = useSessionState();
  if (prepared?.plan.purpose === purpose) return <PreparedPlan prepared={prepared} busy={busy} />;
  return (
    <Button
      appearance="primary"
      icon={<DocumentTable20Regular />}
      disabled={busy || isDisabled}
      onClick={() => void onPrepare()}
    >
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
