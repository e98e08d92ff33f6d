/** « Échéances »: what is due to the délégant and when, late ones first, each with a link to its register. */
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { cellAddress } from '../../workbook/cells';
import { DUTY_STATUSES, dutyViews, type DutyStatus, type DutyView } from './duty-views';
import { DUTY_WORDS } from './duty-words';
import { usePane } from '../shared/pane-context';
import { LIST } from '../shared/surfaces';

/** Items shown in each group; the others are counted. */
const MOST_SHOWN = 30;

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  late: { color: tokens.colorStatusDangerForeground1 },
  soon: { color: tokens.colorStatusWarningForeground3 },
  list: { ...LIST, rowGap: tokens.spacingVerticalXS },
  item: {
    display: 'grid',
    gridTemplateColumns: '76px 1fr',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  day: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  about: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function DutiesPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const texts = DUTY_WORDS[usePane().words.language];
  const views = useMemo(() => dutyViews(dossier, report), [dossier, report]);
  return (
    <div className={styles.content}>
      {views.length === 0 && <p className={styles.text}>{texts.empty}</p>}
      {DUTY_STATUSES.map((status) => (
        <Group key={status} status={status} views={views.filter((view) => view.status === status)} asOf={report.asOf} />
      ))}
      {views.length > 0 && dossier.convention.requests.length === 0 && <p className={styles.text}>{texts.noRequest}</p>}
    </div>
  );
}

interface GroupProps {
  readonly status: DutyStatus;
  readonly views: readonly DutyView[];
  readonly asOf: CivilDate;
}

function Group({ status, views, asOf }: GroupProps): ReactElement | null {
  const styles = useStyles();
  const texts = DUTY_WORDS[usePane().words.language];
  if (views.length === 0) return null;
  const colour = status === 'late' ? styles.late : status === 'soon' ? styles.soon : undefined;
  return (
    <section aria-label={texts.statuses[status]}>
      <h2 className={mergeClasses(styles.heading, colour)}>{texts.statuses[status]}</h2>
      <ul className={styles.list}>
        {views.slice(0, MOST_SHOWN).map((view) => (
          <Item key={view.key} view={view} asOf={asOf} />
        ))}
        {views.length > MOST_SHOWN && <li className={styles.about}>{texts.more(views.length - MOST_SHOWN)}</li>}
      </ul>
    </section>
  );
}

function Item({ view, asOf }: { readonly view: DutyView; readonly asOf: CivilDate }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { language } = words;
  const texts = DUTY_WORDS[language];
  const { due, place, status } = view;
  const label = labelOf(view, language);
  const where = place && texts.goTo(`${place.sheet}!${cellAddress(place.row, place.column)}`);
  return (
    <li className={styles.item}>
      <span className={styles.day}>{due === null ? withoutDay(view, language) : formatDate(due, language)}</span>
      <span>
        {place && where !== null ? (
          <Link as="button" className={styles.label} title={where} onClick={() => void session.goTo(place)}>
            {label}
          </Link>
        ) : (
          <span className={styles.label}>{label}</span>
        )}
        <div className={styles.about}>
          {[
            ...(due === null || status === 'done' ? [] : [texts.distance(due - asOf)]),
            ...aboutOf(view, language),
          ].join('\u00a0· ')}
        </div>
      </span>
    </li>
  );
}

function labelOf(view: DutyView, language: Language): string {
  const texts = DUTY_WORDS[language];
  if (view.kind === 'notice') return texts.notice;
  if (view.label !== '') return view.label;
  return view.kind === 'request' ? texts.unnamedRequest : texts.unnamedDuty;
}

function withoutDay(view: DutyView, language: Language): string {
  const texts = DUTY_WORDS[language];
  return view.kind === 'duty' && view.delay !== null ? texts.delay(view.delay) : texts.noDay;
}

/** Further details, shortest first. */
function aboutOf(view: DutyView, language: Language): readonly string[] {
  const texts = DUTY_WORDS[language];
  const day = (date: CivilDate): string => formatDate(date, language);
  if (view.kind === 'notice') return [texts.noticeOf(day(view.date), view.isReceived, view.hasEffect)];
  if (view.kind === 'request') {
    const received = view.receivedOn === null ? texts.noReceipt : texts.receivedOn(day(view.receivedOn));
    return view.answeredOn === null ? [received] : [texts.answeredOn(day(view.answeredOn)), received];
  }
  const { doneOn, ended, addressee, article } = view;
  return [
    ...(doneOn === null ? [] : [texts.doneOn(day(doneOn))]),
    ...(ended === null ? [] : [texts.dayToAgree(day(ended))]),
    ...[addressee, article].filter((text) => text !== ''),
  ];
}
