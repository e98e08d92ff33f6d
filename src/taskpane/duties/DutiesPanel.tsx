/**
 * « Échéances »: what is due to the délégant and when, late ones first. Each is entered in its register from here: a
 * new request, an answer, a duty done, a day agreed on.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { Convention } from '../../domain/envelopes/convention';
import { DutyItem } from './DutyItem';
import { DUTY_STATUSES, dutyViews, type DutyStatus, type DutyView } from './duty-views';
import { DUTY_WORDS } from './duty-words';
import { RequestForm } from './RequestForm';
import { Fold } from '../shared/Fold';
import { useOpenForm } from '../shared/forms/useDraft';
import { usePane } from '../shared/pane-context';
import { LIST } from '../shared/surfaces';

/** Items shown in each group; the others are counted. */
const MOST_SHOWN = 30;

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalL,
  },
  add: { alignSelf: 'flex-start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { ...LIST, rowGap: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function DutiesPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const texts = DUTY_WORDS[usePane().words.language];
  const views = useMemo(() => dutyViews(dossier, report), [dossier, report]);
  const [isAdding, setAdding] = useOpenForm('request');
  return (
    <div className={styles.content}>
      <Button className={styles.add} icon={<Add16Regular />} onClick={() => setAdding(true)}>
        {texts.act.addRequest}
      </Button>
      {isAdding && <RequestForm convention={dossier.convention} onClose={() => setAdding(false)} />}
      {views.length === 0 && <p className={styles.text}>{texts.empty}</p>}
      {DUTY_STATUSES.map((status) => (
        <Group
          key={status}
          status={status}
          views={views.filter((view) => view.status === status)}
          convention={dossier.convention}
        />
      ))}
      {views.length > 0 && dossier.convention.requests.length === 0 && <p className={styles.text}>{texts.noRequest}</p>}
    </div>
  );
}

interface GroupProps {
  readonly status: DutyStatus;
  readonly views: readonly DutyView[];
  readonly convention: Convention;
}

/** The items of one state; those that are done are folded. */
function Group({ status, views, convention }: GroupProps): ReactElement | null {
  const styles = useStyles();
  const texts = DUTY_WORDS[usePane().words.language];
  if (views.length === 0) return null;
  const items = (
    <ul className={styles.list}>
      {views.slice(0, MOST_SHOWN).map((view) => (
        <DutyItem key={view.key} view={view} convention={convention} />
      ))}
      {views.length > MOST_SHOWN && <li className={styles.text}>{texts.more(views.length - MOST_SHOWN)}</li>}
    </ul>
  );
  return (
    <section aria-label={texts.statuses[status]}>
      {status === 'done' ? (
        <Fold label={texts.doneCount(views.length)}>{items}</Fold>
      ) : (
        <>
          <h2 className={styles.heading}>{texts.statuses[status]}</h2>
          {items}
        </>
      )}
    </section>
  );
}
