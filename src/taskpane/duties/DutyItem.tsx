/** One thing due: what, by when, since when it is late, and the buttons that enter it in its register. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { DueCell } from '../../application/writing/due-registers';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import { doubtOfDay, type DateDoubt } from '../../domain/envelopes/duties/date-doubts';
import { formatDate } from '../../messages/format';
import { DateForm } from './DateForm';
import { aboutOf, labelOf } from './duty-texts';
import { documentOf, type DutyStatus, type DutyView } from './duty-views';
import { DUTY_WORDS, type DutyWords } from './duty-words';
import { useIsWriting, usePane, useSessionState } from '../shared/pane-context';
import { Shape, type ShapeKind } from '../shared/Shape';
import { BUTTONS } from '../shared/surfaces';
import { useFormOpener } from '../shared/useNextItem';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  shape: { marginTop: '2px' },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  label: { textAlign: 'left', overflowWrap: 'anywhere' },
  urgent: { fontWeight: tokens.fontWeightSemibold },
  about: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  buttons: { ...BUTTONS, columnGap: tokens.spacingHorizontalS },
});

const SHAPES: Readonly<Record<DutyStatus, ShapeKind>> = {
  late: 'danger',
  soon: 'warning',
  later: 'info',
  undated: 'unknown',
  done: 'good',
};

interface DutyItemProps {
  readonly view: DutyView;
  readonly convention: Convention;
}

export function DutyItem({ view, convention }: DutyItemProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf } = useSessionState();
  const texts = DUTY_WORDS[words.language];
  const { place, status } = view;
  const label = labelOf(view, texts);
  const isUrgent = status === 'late' || status === 'soon';
  const name = mergeClasses(styles.label, isUrgent && styles.urgent);
  return (
    <li className={styles.item}>
      <Shape kind={SHAPES[status]} className={styles.shape} />
      <div className={styles.body}>
        {place ? (
          <Link as="button" className={name} title={texts.goTo(label)} onClick={() => void session.goTo(place)}>
            {label}
          </Link>
        ) : (
          <span className={name}>{label}</span>
        )}
        <div className={styles.about}>{aboutOf(view, asOf, words.language).join('\u00a0· ')}</div>
        {place && view.kind !== 'notice' && status !== 'done' && (
          <Actions view={view} label={label} convention={convention} />
        )}
      </div>
    </li>
  );
}

interface ActionsProps {
  readonly view: Exclude<DutyView, { readonly kind: 'notice' }>;
  readonly label: string;
  readonly convention: Convention;
}

/** The buttons of an open item. A form takes the place of its button, and closes once its date is entered. */
function Actions({ view, label, convention }: ActionsProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf, isAsOfChosen, functions } = useSessionState();
  const isBusy = useIsWriting();
  const { act, form } = DUTY_WORDS[words.language];
  const [asked, setAsked] = useState<Entry | null>(null);
  const opener = useFormOpener<HTMLDivElement>(asked !== null);
  const enter = (entry: Entry, date: CivilDate): void => {
    setAsked(null);
    void session.duties.setDate(entry.cell, date);
  };
  if (asked) {
    const fieldLabel = form[asked.cell.column];
    return (
      <DateForm
        label={fieldLabel}
        name={act.about(fieldLabel, label)}
        first={asked.cell.column === 'doneOn' || asked.cell.column === 'answeredOn' ? asOf : null}
        doubtOf={(date) => doubtOfEntry(date, asked.cell, view, { convention, today: functions?.today ?? asOf })}
        onClose={() => setAsked(null)}
        onGiven={(date) => enter(asked, date)}
      />
    );
  }
  const document = view.status === 'later' ? null : documentOf(view);
  return (
    <div {...opener} className={styles.buttons}>
      {document !== null && (
        <Button
          size="small"
          appearance={view.status === 'late' ? 'primary' : 'secondary'}
          disabledFocusable={isBusy}
          onClick={() => void session.documents.prepare([document])}
        >
          {document === 'bilan' ? act.prepareReport : act.prepareLetter}
        </Button>
      )}
      {entriesOf(view, act, isAsOfChosen ? formatDate(asOf, words.language) : null).map((entry) => (
        <Button
          key={entry.button}
          size="small"
          appearance={entry.isAtOnce === false ? 'subtle' : 'secondary'}
          disabledFocusable={isBusy}
          aria-label={act.about(entry.button, label)}
          onClick={() => (entry.isAtOnce === true ? enter(entry, asOf) : setAsked(entry))}
        >
          {entry.button}
        </Button>
      ))}
    </div>
  );
}

/** A due date may be to come; all the others are of something that happened. An answer follows its request. */
function doubtOfEntry(
  date: CivilDate,
  { column }: DueCell,
  view: ActionsProps['view'],
  { convention, today }: { readonly convention: Convention; readonly today: CivilDate },
): DateDoubt | null {
  const receivedOn = view.kind === 'request' && column === 'answeredOn' ? view.receivedOn : null;
  return doubtOfDay(date, { ...convention, today: column === 'dueOn' ? null : today, receivedOn });
}

/** A date to enter. `isAtOnce`: with the date of the pane, without a form; false for the other way of the same. */
interface Entry {
  readonly button: string;
  readonly cell: DueCell;
  readonly isAtOnce?: boolean;
}

/** `chosen`: the date of the pane when the user chose it; null while it is today. */
function entriesOf(view: ActionsProps['view'], act: DutyWords['act'], chosen: string | null): readonly Entry[] {
  const { index, label } = view;
  if (view.kind === 'request') {
    const cell = { table: 'requests', index, label } as const;
    const answered: DueCell = { ...cell, column: 'answeredOn' };
    return [
      { button: chosen === null ? act.answeredToday : act.answeredOn(chosen), cell: answered, isAtOnce: true },
      { button: act.otherDate, cell: answered, isAtOnce: false },
      ...(view.receivedOn === null
        ? [{ button: act.setReceipt, cell: { ...cell, column: 'receivedOn' } as const }]
        : []),
    ];
  }
  const cell = { table: 'duties', index, label } as const;
  return [
    { button: act.done, cell: { ...cell, column: 'doneOn' } },
    ...(view.due === null ? [{ button: act.setDay, cell: { ...cell, column: 'dueOn' } as const }] : []),
  ];
}
