/** One group of the reconciliation: its status, what to do, its cells in the ledger and its lines in Chorus. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId, useState, type ReactElement } from 'react';
import type { Finding } from '../../domain/controls/findings/finding';
import type { GroupStatus, ReconciliationGroup } from '../../domain/reconciliation/groups';
import { reconciliationWords } from '../../messages/reconciliation-words';
import type { ReconciliationViews } from './reconciliation-views';
import { CHORUS_WORDS } from './chorus-words';
import { Amount } from '../shared/Amount';
import { AcceptForm } from '../findings/AcceptForm';
import { AcceptanceLine } from '../findings/AcceptanceLine';
import { usePane, useSessionState } from '../shared/pane-context';
import { Shape, type ShapeKind } from '../shared/Shape';
import { LIST } from '../shared/surfaces';
import { useFormOpener } from '../shared/useNextItem';

const MOST_SHOWN = 20;

const useStyles = makeStyles({
  item: { overflowWrap: 'anywhere', '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  door: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto 16px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalSNudge} 0`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  meta: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `0 0 ${tokens.spacingVerticalS} 24px`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0 },
  side: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { ...LIST, rowGap: tokens.spacingVerticalXXS },
  row: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  what: { flexGrow: 1, minWidth: 0 },
  action: { minWidth: 'auto', overflowWrap: 'anywhere', textAlign: 'left' },
});

/** The shape of a status; the others are for information. */
const SHAPES: Readonly<Partial<Record<GroupStatus, ShapeKind>>> = {
  amountDiffers: 'danger',
  notInChorus: 'danger',
  twiceInChorus: 'danger',
  notInLedger: 'warning',
  codesDiffer: 'warning',
  matched: 'good',
};

export function GroupItem({
  group,
  views,
}: {
  readonly group: ReconciliationGroup;
  readonly views: ReconciliationViews;
}): ReactElement {
  const styles = useStyles();
  const [titleId, contentId] = [useId(), useId()];
  const { language } = usePane().words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const row = views.rowOf(group);
  const [isOpen, setOpen] = useState(false);
  const finding = views.findingOf(group);
  const isAccepted = finding !== null && views.acceptanceOf(finding) !== null;
  const isCompared = views.isCompared(group);
  const shape = isCompared ? (SHAPES[group.status] ?? 'info') : 'unknown';
  return (
    <li className={styles.item} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        <Button
          appearance="transparent"
          className={styles.door}
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={() => setOpen(!isOpen)}
        >
          <Shape kind={isAccepted ? 'good' : shape} />
          <span>
            {views.nameOf(group) ?? texts.noEj}
            <div className={styles.meta}>
              {[labels.statuses[group.status], group.nature, ...(row === null ? [] : [texts.row(row)])].join(
                '\u00a0· ',
              )}
            </div>
          </span>
          <Amount cents={isCompared && group.gap !== 0 ? group.gap : amountOf(group)} />
          {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        </Button>
      </h3>
      <div id={contentId} hidden={!isOpen} className={isOpen ? styles.content : undefined}>
        {isOpen && <Content group={group} views={views} finding={finding} />}
      </div>
    </li>
  );
}

/** The amount of the ledger; that of Chorus where the ledger has none. */
function amountOf({ rows, ledgerCents, chorusCents }: ReconciliationGroup): number {
  return rows.length === 0 ? chorusCents : ledgerCents;
}

/** The message of the finding, the two sides, and the acceptance. */
function Content({ group, views, finding }: SideProps & { readonly finding: Finding | null }): ReactElement {
  const styles = useStyles();
  const labels = reconciliationWords(usePane().words.language);
  const message = views.messageOf(group);
  const reason = group.why === null ? '' : labels.reasons[group.why];
  return (
    <>
      {(message !== '' || reason !== '') && <p className={styles.text}>{message === '' ? reason : message}</p>}
      <Cells group={group} views={views} />
      <Lines group={group} views={views} />
      {finding && <GroupAcceptance finding={finding} views={views} />}
    </>
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
  const opener = useFormOpener<HTMLDivElement>(isAccepting);
  const acceptance = views.acceptanceOf(finding);
  if (acceptance) {
    return (
      <>
        <AcceptanceLine acceptance={acceptance} isLapsed={false} />
        <Button
          size="small"
          disabled={busy}
          onClick={() => void session.findings.reopenGap(finding, views.report.accepted)}
        >
          {words.findings.reopen}
        </Button>
      </>
    );
  }
  if (isAccepting) return <AcceptForm finding={finding} busy={busy} onClose={() => setAccepting(false)} />;
  return (
    <div {...opener}>
      <Button size="small" appearance="subtle" disabled={busy} onClick={() => setAccepting(true)}>
        {words.findings.accept}
      </Button>
    </div>
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
        {cells.map(({ place, cents }) => (
          <li key={`${place.sheet} ${place.row} ${place.column}`} className={styles.row}>
            <span className={styles.what}>
              <Button size="small" className={styles.action} onClick={() => void session.goTo(place)}>
                {texts.goTo(place.sheet, place.row + 1)}
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
