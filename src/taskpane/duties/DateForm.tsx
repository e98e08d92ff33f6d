/** One date to enter in a register: of an answer, of a duty done, or agreed on with the délégant. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText } from '../../domain/calendar/date-text';
import type { DateDoubt } from '../../domain/envelopes/duties/date-doubts';
import { formatDate } from '../../messages/format';
import { doubtState } from '../shared/forms/date-doubt-words';
import { faultOf } from '../shared/forms/field-state';
import { usePane } from '../shared/pane-context';
import { BUTTONS } from '../shared/surfaces';
import { DUTY_WORDS } from './duty-words';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  date: { maxWidth: '150px' },
  buttons: BUTTONS,
});

export interface DateFormProps {
  readonly label: string;
  /** The accessible name of the form. */
  readonly name: string;
  /** The date proposed; null for none. */
  readonly first: CivilDate | null;
  /** Why a date cannot be right; null when it is ordinary. */
  readonly doubtOf: (date: CivilDate) => DateDoubt | null;
  readonly onClose: () => void;
  readonly onGiven: (date: CivilDate) => void;
}

export function DateForm({ label, name, first, doubtOf, onClose, onGiven }: DateFormProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const { form } = DUTY_WORDS[language];
  const [typed, setTyped] = useState(first === null ? '' : formatDate(first, language));
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const date = parseDateText(typed);
  const isWrong = isTried && date === null;
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (date === null) field.current?.focus();
        else onGiven(date);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // closes the form alone
        onClose();
      }}
    >
      <Field
        label={label}
        size="small"
        required
        {...(isWrong ? faultOf(true, form.notADate) : doubtState(date === null ? null : doubtOf(date), language))}
      >
        <Input
          size="small"
          input={{ ref: field }}
          className={styles.date}
          autoFocus
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          {form.enterDate}
        </Button>
        <Button size="small" onClick={onClose}>
          {form.close}
        </Button>
      </div>
    </form>
  );
}
