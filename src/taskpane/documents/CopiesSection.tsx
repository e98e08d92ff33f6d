/** Folded: copies of documents that nothing rewrites, the name of the journal, formulas turned into values. */
import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { DocumentFrame, DocumentId } from '../../documents/document';
import { Fold } from '../shared/Fold';
import { useIsWriting, usePane, useSessionState } from '../shared/pane-context';
import { DOCUMENT_LIST_WORDS } from './document-list-words';
import { OurFormulas } from './OurFormulas';

/** Characters: a name and a service. */
const LONGEST_NAME = 100;

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  text: { margin: 0 },
  choices: { display: 'flex', flexDirection: 'column', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
});

interface CopiesSectionProps {
  readonly dossier: Dossier;
  readonly reports: readonly DocumentFrame[];
}

export function CopiesSection({ dossier, reports }: CopiesSectionProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { author } = useSessionState();
  const texts = DOCUMENT_LIST_WORDS[words.language];
  const [left, setLeft] = useState<ReadonlySet<DocumentId>>(new Set()); // the documents that the user unticked
  const chosen = reports.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const isBusy = useIsWriting();
  const choose = (id: DocumentId, isWanted: boolean): void =>
    setLeft((before) => new Set(isWanted ? [...before].filter((other) => other !== id) : [...before, id]));
  return (
    <Fold label={<strong>{texts.copies}</strong>} isLate>
      <div className={styles.content}>
        <p className={styles.text}>{texts.copiesHint}</p>
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{texts.toCopy}</legend>
          {reports.map(({ id, sheet }) => (
            <Checkbox
              key={id}
              label={sheet}
              checked={!left.has(id)}
              onChange={(_, { checked }) => choose(id, checked === true)}
            />
          ))}
        </fieldset>
        <Button
          icon={<LockClosed20Regular />}
          disabledFocusable={isBusy || chosen.length === 0}
          onClick={() => void session.documents.prepareCopies(chosen)}
        >
          {words.documents.freeze}
        </Button>
        <Field label={words.documents.author}>
          <Input value={author} maxLength={LONGEST_NAME} onChange={(_, { value }) => session.setAuthor(value)} />
        </Field>
        <OurFormulas workbook={dossier.workbook} isBusy={isBusy} />
      </div>
    </Fold>
  );
}
