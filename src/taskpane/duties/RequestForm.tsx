/** « Inscrire une demande »: what the délégant asks and when it came; the last day to answer shows as it is typed. */
import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { parseDateText } from '../../domain/calendar/date-text';
import type { Convention } from '../../domain/envelopes/convention';
import { doubtOfDay } from '../../domain/envelopes/duties/date-doubts';
import { formatDate } from '../../messages/format';
import { Drawer } from '../shared/Drawer';
import { doubtState } from '../shared/forms/date-doubt-words';
import { ClearForm } from '../shared/forms/ClearForm';
import { faultOf } from '../shared/forms/field-state';
import { isRefused } from '../shared/forms/is-refused';
import { useDraft } from '../shared/forms/useDraft';
import { usePane, useSessionState } from '../shared/pane-context';
import { PANEL } from '../shared/surfaces';
import { AnswerDue } from './AnswerDue';
import { DUTY_WORDS } from './duty-words';

const LONGEST_SUBJECT = 1000;
/** Characters from which a text that is no date is wrong, and no longer being typed. */
const SHORTEST_DATE = 9;

const useStyles = makeStyles({
  form: PANEL,
  date: { maxWidth: '150px' },
  clear: { alignSelf: 'flex-start' },
});

/** The request as typed; the day of the pane until another one is typed. */
interface RequestDraft {
  readonly received?: string;
  readonly subject: string;
}

const EMPTY_REQUEST: RequestDraft = { subject: '' };

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
  const [draft, setDraft] = useDraft<RequestDraft>('request', EMPTY_REQUEST);
  const { received = formatDate(asOf, words.language), subject } = draft;
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
    if (isRefused(session.state().notice)) return;
    setDraft(EMPTY_REQUEST);
    onClose();
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
        <ReceivedField
          convention={convention}
          text={received}
          isTried={tries > 0}
          onChange={(text) => setDraft({ ...draft, received: text })}
        />
        <SubjectField text={subject} isTried={tries > 0} onChange={(text) => setDraft({ ...draft, subject: text })} />
        {receivedOn !== null && <AnswerDue convention={convention} receivedOn={receivedOn} />}
        <ClearForm className={styles.clear} draft={draft} empty={EMPTY_REQUEST} onChange={setDraft} />
      </form>
    </Drawer>
  );
}

interface FieldProps {
  readonly text: string;
  readonly isTried: boolean;
  readonly onChange: (text: string) => void;
}

function SubjectField({ text, isTried, onChange }: FieldProps): ReactElement {
  const { form } = DUTY_WORDS[usePane().words.language];
  return (
    <Field
      label={form.subject}
      hint={form.subjectHint}
      required
      {...faultOf(isTried && text.trim() === '', form.required)}
    >
      <Textarea
        resize="vertical"
        maxLength={LONGEST_SUBJECT}
        value={text}
        onChange={(_, { value }) => onChange(value)}
      />
    </Field>
  );
}

interface ReceivedFieldProps extends FieldProps {
  readonly convention: Convention;
}

/** The day of receipt: refused when it is no date, doubted when it cannot be right. */
function ReceivedField({ convention, text, isTried, onChange }: ReceivedFieldProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const { asOf, functions } = useSessionState();
  const { form } = DUTY_WORDS[language];
  const day = parseDateText(text);
  const bounds = { ...convention, today: functions?.today ?? asOf, receivedOn: null };
  const isNoDate = day === null && (isTried || text.trim().length > SHORTEST_DATE);
  return (
    <Field
      label={form.receivedOn}
      required
      {...(isNoDate
        ? faultOf(true, form.notADate)
        : doubtState(day === null ? null : doubtOfDay(day, bounds), language))}
    >
      <Input className={styles.date} value={text} onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}
