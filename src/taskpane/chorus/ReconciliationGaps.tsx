/** The groups of the reconciliation: the gaps first, the largest at the top; then those of a status. */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { GROUP_STATUSES } from '../../domain/reconciliation/groups';
import type { CoverageText } from '../../messages/describe-coverage';
import { reconciliationWords } from '../../messages/reconciliation-words';
import { CHORUS_WORDS } from './chorus-words';
import { GroupItem } from './GroupItem';
import { usePane } from '../shared/pane-context';
import type { GroupChoice, ReconciliationViews } from './reconciliation-views';
import { LIST } from '../shared/surfaces';

const PAGE = 30;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { ...LIST, rowGap: 0 },
});

export function ReconciliationGaps({
  views,
  tone,
}: {
  readonly views: ReconciliationViews;
  /** `success`: enough was compared to conclude that both sides agree; `error`: nothing was, so that nothing is a gap. */
  readonly tone: CoverageText['tone'];
}): ReactElement | null {
  const styles = useStyles();
  const { language } = usePane().words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const [wanted, setWanted] = useState<GroupChoice>('toLookAt');
  const [most, setMost] = useState(PAGE);
  const hasGaps = tone !== 'error';
  const choices: readonly GroupChoice[] = [
    ...(hasGaps ? ['toLookAt' as const] : []),
    ...views.statuses.map(({ status }) => status),
  ];
  const choice = choices.includes(wanted) ? wanted : choices[0];
  if (choice === undefined) return null;
  const title = hasGaps ? texts.groups : texts.detail;
  const groups = views.groups(choice);
  const hidden = groups.length - most;
  return (
    <section className={styles.section} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <Field label={texts.show} size="small">
        <Select
          size="small"
          value={choice}
          onChange={(_, { value }) => {
            setWanted(GROUP_STATUSES.find((status) => status === value) ?? 'toLookAt');
            setMost(PAGE);
          }}
        >
          {hasGaps && <option value="toLookAt">{texts.toLookAt(views.groups('toLookAt').length)}</option>}
          {views.statuses.map(({ status, count }) => (
            <option key={status} value={status}>
              {texts.status(labels.statuses[status], count)}
            </option>
          ))}
        </Select>
      </Field>
      {groups.length === 0 && <p className={styles.text}>{tone === 'success' ? texts.none : texts.noneCompared}</p>}
      <ul className={styles.list}>
        {groups.slice(0, most).map((group, index) => (
          <GroupItem key={`${choice} ${index}`} group={group} views={views} />
        ))}
      </ul>
      {hidden > 0 && <Button onClick={() => setMost(most + PAGE)}>{texts.showMore(Math.min(PAGE, hidden))}</Button>}
    </section>
  );
}
