/** How a due date was counted: one letter and one number a day, a line over the days that count, the last framed. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { partsOf } from '../../domain/calendar/civil-date';
import { weekday } from '../../domain/calendar/working-days';
import type { ExplainedDay } from '../../domain/envelopes/duties/due-explained';
import { formatDate } from '../../messages/format';
import { usePane } from '../shared/pane-context';
import { HIDDEN, LIST } from '../shared/surfaces';
import { DUTY_WORDS } from './duty-words';

/** Columns of the strip: two weeks and the day of receipt. */
const NARROWEST_DAY = '22px';

const useStyles = makeStyles({
  strip: {
    ...LIST,
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${NARROWEST_DAY}, 1fr))`,
    columnGap: tokens.spacingHorizontalXXS,
    rowGap: tokens.spacingVerticalXS,
    maxWidth: '480px',
  },
  day: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    paddingTop: '3px', // as thick as the line that it has not: a tone would be lost in a dark theme, or in forced colours
    paddingBottom: '1px',
  },
  counted: {
    color: tokens.colorNeutralForeground1,
    borderTop: `3px solid ${tokens.colorNeutralForeground3}`,
    paddingTop: 0,
  },
  due: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorNeutralForeground1}`,
    borderTop: `3px solid ${tokens.colorNeutralForeground1}`,
    paddingTop: 0,
    paddingBottom: 0,
  },
  legend: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  hidden: HIDDEN,
});

export function DayStrip({ days }: { readonly days: readonly ExplainedDay[] }): ReactElement | null {
  const styles = useStyles();
  const { language } = usePane().words;
  const { answer, weekdays } = DUTY_WORDS[language];
  if (days.length === 0) return null;
  return (
    <>
      <ol className={styles.strip} aria-label={answer.strip}>
        {days.map(({ date, notCounted, isDue }) => {
          const state = isDue ? answer.dueDay : notCounted === null ? answer.counted : answer.notCountedDay;
          return (
            <li
              key={date}
              className={mergeClasses(styles.day, notCounted === null && styles.counted, isDue && styles.due)}
            >
              <span aria-hidden>{(weekdays[weekday(date) - 1] ?? '').charAt(0).toUpperCase()}</span>
              <span aria-hidden>{partsOf(date).day}</span>
              <span className={styles.hidden}>{`${formatDate(date, language)}, ${state}`}</span>
            </li>
          );
        })}
      </ol>
      <p className={styles.legend}>{answer.legend}</p>
    </>
  );
}
