/** One group of the reconciliation: its status, what to do, its cells in the ledger and its lines in Chorus. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import type { Finding } from '../../domain/controls/findings/finding';
import type { ReconciliationGroup } from '../../domain/reconciliation/groups';
import { formatAmount } from '../../messages/format';
import { reconciliationWords } from '../../messages/reconciliation-words';
import type { ReconciliationViews } from './reconciliation-views';
import { CHORUS_WORDS } from './chorus-words';
import { Amount } from '../shared/Amount';
import { AcceptForm } from '../findings/AcceptForm';
import { AcceptanceLine } from '../findings/FindingItem';
import { usePane, useSessionState } from '../shared/pane-context';
import { CARD, LIST } from '../shared/surfaces';

const MOST_SHOWN = 20;

const useStyles = makeStyles({
  item: {
    ...CARD,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
  },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  side: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { ...LIST, rowGap: tokens.spacingVerticalXXS },
  row: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  what: { flexGrow: 1, minWidth: 0 },
  action: { minWidth: 'auto', overflowWrap: 'anywhere', textAlign: 'left' },
});

export function GroupItem({
  group,
  views,
}: {
  readonly group: ReconciliationGroup;
  readonly views: ReconciliationViews;
}): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  const { language } = usePane().words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const message = views.messageOf(group);
  const finding = views.findingOf(group);
  const reason = group.why === null ? '' : labels.reasons[group.why];
  return (
    <li className={styles.item} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        <span className={styles.name}>{labels.statuses[group.status]}</span>
        {group.gap !== 0 && group.status === 'amountDiffers' && (
          <span>{texts.gapOf(formatAmount(group.gap, language))}</span>
        )}
        <Badge appearance="outline" color="informative" size="small">
          {group.nature}
        </Badge>
      </h3>
      {(message !== '' || reason !== '') && <p className={styles.text}>{message === '' ? reason : message}</p>}
      <Cells group={group} views={views} />
      <Lines group={group} views={views} />
      {finding && <GroupAcceptance finding={finding} views={views} />}
    </li>
  );
}

/** The acceptance of a finding, or the way to accept it. */
function GroupAcceptance({
  finding,
  views,
}: {
  readonly finding: Finding;
  readonly views: ReconciliationViews;
}): ReactElement {
  const { session, words } = usePane();
  const busy = useSessionState().activity === 'writing';
  const [isAccepting, setAccepting] = useState(false);
  const acceptance = views.acceptanceOf(finding);
  if (acceptance) {
    return (
      <>
        <AcceptanceLine acceptance={acceptance} isLapsed={false} />
        <Button
          size="small"
          disabled={busy}
          onClick={() => void session.findings.reopen(finding, views.report.accepted)}
        >
          {words.findings.reopen}
        </Button>
      </>
    );
  }
  if (isAccepting) return <AcceptForm finding={finding} busy={busy} onClose={() => setAccepting(false)} />;
  return (
    <Button size="small" appearance="subtle" disabled={busy} onClick={() => setAccepting(true)}>
      {words.findings.accept}
    </Button>
  );
}

interface SideProps {
  readonly group: ReconciliationGroup;
  readonly views: ReconciliationViews;
}

function Cells({ group, views }: SideProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const texts = CHORUS_WORDS[words.language];
  const cells = views.cellsOf(group, MOST_SHOWN);
  if (cells.length === 0) return null;
  return (
    <>
      <p className={styles.side}>{texts.inLedger}</p>
      <ul className={styles.list}>
        {cells.map(({ place, address, cents }) => (
          <li key={address} className={styles.row}>
            <span className={styles.what}>
              <Button size="small" className={styles.action} onClick={() => void session.goTo(place)}>
                {texts.goTo(address)}
              </Button>
            </span>
            <Amount cents={cents} />
          </li>
        ))}
        {group.rows.length > MOST_SHOWN && <li>{texts.more(group.rows.length - MOST_SHOWN)}</li>}
      </ul>
    </>
  );
}

function Lines({ group, views }: SideProps): ReactElement | null {
  const styles = useStyles();
  const texts = CHORUS_WORDS[usePane().words.language];
  const lines = views.linesOf(group, MOST_SHOWN);
  if (lines.length === 0) return null;
  return (
    <>
      <p className={styles.side}>{texts.inChorus}</p>
      <ul className={styles.list}>
        {lines.map(({ source, line, what, cents }, index) => (
          <li key={index} className={styles.row}>
            <span className={styles.what}>
              {texts.line(source, line)}
              {what !== '' && <div className={styles.side}>{what}</div>}
            </span>
            <Amount cents={cents} />
          </li>
        ))}
        {group.lines.length > MOST_SHOWN && <li>{texts.more(group.lines.length - MOST_SHOWN)}</li>}
      </ul>
    </>
  );
}
