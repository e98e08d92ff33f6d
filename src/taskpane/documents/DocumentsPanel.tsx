/** The documents of the convention: choice, preview, writing; and the package to publish. */
import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { documentsOf, type DocumentId } from '../../documents/document';
import { formatDate } from '../../messages/format';
import { usePane, useSessionState } from '../shared/pane-context';
import { OurFormulas } from './OurFormulas';
import { PlanPreview } from './PlanPreview';
import { PublicationSection } from './PublicationSection';

/** Characters: a name and a service. */
const LONGEST_NAME = 100;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  text: { margin: 0 },
  choices: { display: 'flex', flexDirection: 'column', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
});

export function DocumentsPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf, activity, author } = useSessionState();
  const frames = documentsOf(dossier.convention);
  const notices = frames.filter(({ onDemand }) => onDemand).map(({ id }) => id);
  const [left, setLeft] = useState<ReadonlySet<DocumentId>>(new Set(notices)); // the documents that the user unticked
  const chosen = frames.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const busy = activity === 'writing' || activity === 'waiting';
  const choose = (id: DocumentId, isWanted: boolean): void => {
    session.documents.discardPrepared();
    setLeft((before) => new Set(isWanted ? [...before].filter((other) => other !== id) : [...before, id]));
  };
  return (
    <div className={styles.panel}>
      <p className={styles.text}>{words.documents.intro(formatDate(asOf, words.language))}</p>
      {[false, true].map((onDemand) => (
        <fieldset key={String(onDemand)} className={styles.choices}>
          <legend className={styles.legend}>{onDemand ? words.documents.notices : words.documents.choose}</legend>
          {frames
            .filter((frame) => frame.onDemand === onDemand)
            .map(({ id, sheet }) => (
              <Checkbox
                key={id}
                label={sheet}
                checked={!left.has(id)}
                onChange={(_, { checked }) => choose(id, checked === true)}
              />
            ))}
        </fieldset>
      ))}
      <PlanPreview
        purpose="documents"
        busy={busy}
        isDisabled={chosen.length === 0}
        onPrepare={() => session.documents.prepare(chosen)}
      />
      <Button
        icon={<LockClosed20Regular />}
        disabled={busy || chosen.length === 0}
        onClick={() => void session.documents.freeze(chosen)}
      >
        {words.documents.freeze}
      </Button>
      <Field label={words.documents.author}>
        <Input value={author} maxLength={LONGEST_NAME} onChange={(_, { value }) => session.setAuthor(value)} />
      </Field>
      <OurFormulas workbook={dossier.workbook} isBusy={busy} />
      <PublicationSection dossier={dossier} report={report} />
    </div>
  );
}
