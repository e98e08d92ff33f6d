/** The date of the figures, as a text field: the browser's date field follows the browser's language, not Excel's. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { parseDateText } from '../../domain/calendar/date-text';
import type { Dossier } from '../../application/dossier';
import { doubtOfDay, type DayBounds } from '../../domain/envelopes/duties/date-doubts';
import { formatDate } from '../../messages/format';
import { doubtState } from '../shared/forms/date-doubt-words';
import { faultOf } from '../shared/forms/field-state';
import { usePane, useSessionState } from '../shared/pane-context';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  date: { flexGrow: 1, minWidth: 0 },
  field: { minWidth: 0 }, // narrower than its letters at 200 % zoom
});

export function AsOf(): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf, isAsOfChosen, phase } = useSessionState();
  const shown = formatDate(asOf, words.language);
  const [typed, setTyped] = useState<string | null>(null); // null: shows the current date
  const isWrong = typed !== null && parseDateText(typed) === null && typed !== shown;
  const doubt = isAsOfChosen && phase.kind === 'ready' ? doubtOfDay(asOf, boundsOf(phase.dossier)) : null;
  const commit = (): void => {
    const date = typed === null ? null : parseDateText(typed);
    if (date !== null && date !== asOf) session.chooseAsOf(date);
    if (date !== null || typed?.trim() === '' || typed === shown) setTyped(null);
  };
  return (
    <div className={styles.row}>
      <Field
        label={words.header.asOf}
        orientation="horizontal"
        size="small"
        className={styles.date}
        {...(isWrong ? faultOf(true, words.header.notADate) : doubtState(doubt, words.language))}
      >
        <Input
          size="small"
          className={styles.field}
          value={typed ?? shown}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key !== 'Escape' || typed === null) return;
            event.preventDefault();
            setTyped(null);
          }}
        />
      </Field>
      {isAsOfChosen && (
        <Button size="small" appearance="subtle" onClick={() => session.chooseAsOf(null)}>
          {words.header.today}
        </Button>
      )}
    </div>
  );
}

/** The day of a situation may be to come. */
function boundsOf({ convention }: Dossier): DayBounds {
  return { ...convention, today: null, receivedOn: null };
}
