/** « Accepter… »: a reason and an author, both required; the author is kept for the next finding. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Finding } from '../../domain/controls/findings/finding';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS } from '../shared/surfaces';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  buttons: { ...BUTTONS, columnGap: tokens.spacingHorizontalXS },
});

const LONGEST_REASON = 1000;
const LONGEST_NAME = 120;

export interface AcceptFormProps {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onClose: () => void;
}

export function AcceptForm({ finding, busy, onClose }: AcceptFormProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const [reason, setReason] = useState('');
  const [author, setAuthor] = useState(useSessionState().author);
  const [isTried, setTried] = useState(false);
  const lacks = (text: string): { validationState: 'error' | 'none'; validationMessage: string | null } => {
    const isLacking = isTried && text.trim() === '';
    return {
      validationState: isLacking ? 'error' : 'none',
      validationMessage: isLacking ? words.findings.required : null,
    };
  };
  const accept = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '' || author.trim() === '') return;
    await session.findings.accept(finding, { reason, author });
    if (session.state().notice?.kind !== 'failed') onClose();
  };
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={words.findings.accept}
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <Field label={words.findings.reason} size="small" required {...lacks(reason)}>
        <Textarea
          size="small"
          resize="vertical"
          autoFocus
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Field label={words.findings.author} size="small" required {...lacks(author)}>
        <Input size="small" maxLength={LONGEST_NAME} value={author} onChange={(_, { value }) => setAuthor(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit" disabled={busy}>
          {words.findings.acceptNow}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.documents.cancel}
        </Button>
      </div>
    </form>
  );
}
