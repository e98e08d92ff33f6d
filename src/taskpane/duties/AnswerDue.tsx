/** By when a request received on a day is to be answered, and how that day was counted: in words, then day by day. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { replyDelayOf } from '../../domain/calendar/delays';
import { weekday } from '../../domain/calendar/working-days';
import type { Convention } from '../../domain/envelopes/convention';
import { explainDelay, type ExplainedDelay } from '../../domain/envelopes/duties/due-explained';
import { articleOf } from '../../messages/articles';
import { formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { usePane } from '../shared/pane-context';
import { HIDDEN } from '../shared/surfaces';
import { DayStrip } from './DayStrip';
import { DUTY_WORDS } from './duty-words';

/** Milliseconds without typing after which the due date is read aloud. */
const SETTLED = 400;

const useStyles = makeStyles({
  answer: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  day: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  hidden: HIDDEN,
});

interface AnswerDueProps {
  readonly convention: Convention;
  readonly receivedOn: CivilDate;
}

export function AnswerDue({ convention, receivedOn }: AnswerDueProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const { answer } = DUTY_WORDS[language];
  const explained = explainDelay(receivedOn, replyDelayOf(convention), convention.holidayZone);
  const day = dayOf(explained, language);
  const settled = useSettled(`${answer.title} ${day}`);
  return (
    <section className={styles.answer} aria-label={answer.title}>
      <p className={styles.quiet}>{answer.title}</p>
      <p className={styles.day}>{day}</p>
      <p className={styles.text}>{explanationOf(explained, convention, language)}</p>
      <DayStrip days={explained.days} />
      <div role="status" className={styles.hidden}>
        {settled}
      </div>
    </section>
  );
}

/** `mardi 02/01/2024`. */
function dayOf({ due }: ExplainedDelay, language: Language): string {
  const { answer, weekdays } = DUTY_WORDS[language];
  return answer.day(weekdays[weekday(due) - 1] ?? '', formatDate(due, language));
}

function explanationOf({ days, isMoved }: ExplainedDelay, convention: Convention, language: Language): string {
  const { answer, delay, rest } = DUTY_WORDS[language];
  const reasons = new Set(days.flatMap(({ notCounted }) => notCounted ?? []));
  const names = (Object.keys(rest) as (keyof typeof rest)[]).filter((reason) => reasons.has(reason));
  return [
    answer.delay(delay(replyDelayOf(convention)), articleOf(convention, { clause: 'followUp' }, language)),
    answer.notCounted(names.map((name) => rest[name])),
    ...(isMoved ? [answer.moved] : []),
  ].join(' ');
}

/** A text once it has not changed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
