/** « Inscrire une demande »: what the délégant asks and when it came; the last day to answer shows as it is typed. */
import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { parseDateText } from '../../domain/calendar/date-text';
import type { Convention } from '../../domain/envelopes/convention';
import { formatDate } from '../../messages/format';
import { Drawer } from '../shared/Drawer';
import { usePane, useSessionState } from '../shared/pane-context';
import { PANEL } from '../shared/surfaces';
import { AnswerDue } from './AnswerDue';
import { DUTY_WORDS } from './duty-words';

const LONGEST_SUBJECT = 1000;

const useStyles = makeStyles({
  form: PANEL,
  date: { maxWidth: '150px' },
});

interface RequestFormProps {
  readonly convention: Convention;
  readonly onClose: () => void;
}

export function RequestForm({ convention, onClose }: RequestFormProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf, activity } = useSessionState();
  const texts = DUTY_WORDS[words.language];
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [received, setReceived] = useState(formatDate(asOf, words.language));
  const [subject, setSubject] = useState('');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);
  const receivedOn = parseDateText(received);
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTries((before) => before + 1);
    if (receivedOn === null || subject.trim() === '') return;
    await session.duties.addRequest({ receivedOn, subject });
    if (session.state().notice?.kind !== 'failed') onClose();
  };
  return (
    <Drawer
      title={texts.act.addRequest}
      onClose={onClose}
      footer={
        <>
          <Button appearance="primary" type="submit" form={id} disabledFocusable={activity === 'writing'}>
            {texts.form.enter}
          </Button>
          <Button onClick={onClose}>{words.documents.cancel}</Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate className={styles.form} onSubmit={(event) => void enter(event)}>
        <Field
          label={texts.form.receivedOn}
          required
          {...fault(receivedOn === null && (tries > 0 || received.trim().length > 9), texts.form.notADate)}
        >
          <Input className={styles.date} value={received} onChange={(_, { value }) => setReceived(value)} />
        </Field>
        <Field
          label={texts.form.subject}
          hint={texts.form.subjectHint}
          required
          {...fault(tries > 0 && subject.trim() === '', texts.form.required)}
        >
          <Textarea
            resize="vertical"
            maxLength={LONGEST_SUBJECT}
            value={subject}
            onChange={(_, { value }) => setSubject(value)}
          />
        </Field>
        {receivedOn !== null && <AnswerDue convention={convention} receivedOn={receivedOn} />}
      </form>
    </Drawer>
  );
}

/** The state of a field: its message while it is wrong. */
function fault(isWrong: boolean, message: string) {
  return { validationState: isWrong ? 'error' : 'none', validationMessage: isWrong ? message : null } as const;
}
