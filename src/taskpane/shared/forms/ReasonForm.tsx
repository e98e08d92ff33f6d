/** A decision of the user that needs a reason and a name, both required; the name is kept for the next decision. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { usePane, useSessionState } from '../pane-context';
import { BUTTONS } from '../surfaces';
import { isRefused } from './is-refused';
import { useReasonDraft } from './useReasonDraft';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  buttons: { ...BUTTONS, columnGap: tokens.spacingHorizontalXS },
});

const LONGEST_REASON = 1000;
const LONGEST_NAME = 120;

export interface ReasonGiven {
  readonly reason: string;
  readonly author: string;
}

export interface ReasonFormProps {
  /** The accessible name of the form. */
  readonly title: string;
  /** The decision, under which the reason is kept until it is carried out. */
  readonly decision: string;
  readonly authorLabel: string;
  readonly confirmLabel: string;
  readonly busy: boolean;
  /** The extent of the decision, where it is not obvious. */
  readonly hint?: string;
  readonly onClose: () => void;
  /** Carries the decision out; the form stays open when the session then shows a refusal. */
  readonly onGiven: (given: ReasonGiven) => Promise<void>;
}

export function ReasonForm(props: ReasonFormProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { reason, setReason, reasonField, author, setAuthor, authorField, isTried, decide } = useReason(props);
  const lacks = (text: string): { validationState: 'error' | 'none'; validationMessage: string | null } => {
    const isLacking = isTried && text.trim() === '';
    return {
      validationState: isLacking ? 'error' : 'none',
      validationMessage: isLacking ? words.findings.required : null,
    };
  };
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // closes the form alone
        props.onClose();
      }}
    >
      <Field label={words.findings.reason} hint={props.hint ?? null} size="small" required {...lacks(reason)}>
        <Textarea
          size="small"
          resize="vertical"
          textarea={{ ref: reasonField }}
          autoFocus
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Field label={props.authorLabel} size="small" required {...lacks(author)}>
        <Input
          size="small"
          input={{ ref: authorField }}
          maxLength={LONGEST_NAME}
          value={author}
          onChange={(_, { value }) => setAuthor(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit" disabled={props.busy}>
          {props.confirmLabel}
        </Button>
        <Button size="small" onClick={props.onClose}>
          {words.documents.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The reason and the name as typed. Each time the form is sent, the first field that lacks takes the focus. */
function useReason({ decision, onGiven, onClose }: ReasonFormProps) {
  const { session } = usePane();
  const [reason, setReason] = useReasonDraft(decision);
  const [author, setAuthor] = useState(useSessionState().author);
  const [isTried, setTried] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const authorField = useRef<HTMLInputElement>(null);
  const decide = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return reasonField.current?.focus();
    if (author.trim() === '') return authorField.current?.focus();
    await onGiven({ reason, author });
    if (isRefused(session.state().notice)) return;
    setReason('');
    onClose();
  };
  return { reason, setReason, reasonField, author, setAuthor, authorField, isTried, decide };
}
