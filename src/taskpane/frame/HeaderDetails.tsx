/** The unfolded header: the convention, the date of the figures, the ledger, and the ways to change them. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { formatDate } from '../../messages/format';
import { usePane, useSessionState } from '../shared/pane-context';
import type { PaneWords } from '../shared/pane-fr';
import { useScreens, type FullScreen } from '../shared/screens';
import { Shape } from '../shared/Shape';
import { BUTTONS } from '../shared/surfaces';
import { AsOf } from './AsOf';

const HelpDrawer = lazy(async () => ({
  default: (await import(/* webpackChunkName: "help" */ '../help/HelpDrawer')).HelpDrawer,
}));

const useStyles = makeStyles({
  details: { padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}` },
  title: { margin: `0 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
  first: { margin: `${tokens.spacingVerticalS} 0` },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
    alignItems: 'baseline',
    margin: `${tokens.spacingVerticalS} 0`,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  buttons: BUTTONS,
});

export interface HeaderDetailsProps {
  readonly dossier: Dossier;
  /** The screen that was just closed; its button takes the focus. */
  readonly left: FullScreen | null;
  /** The columns wait for a confirmation. */
  readonly toConfirm: boolean;
  /** The header has no room for the button that reads the workbook again. */
  readonly isCramped: boolean;
}

export function HeaderDetails({ dossier, ...doors }: HeaderDetailsProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { readAt } = useSessionState();
  const { convention } = dossier;
  const day = (date: Dossier['convention']['endsOn']): string => formatDate(date, words.language);
  const facts: readonly (readonly [string, string])[] = [
    [words.header.reference, words.header.signed(convention.reference, day(convention.signedOn))],
    [words.header.end, day(convention.endsOn)],
    [words.header.ledgerOf, ledgerName(dossier, words)],
    ...(readAt ? [[words.header.read, words.header.readAt(readAt.hours, readAt.minutes)] as const] : []),
  ];
  const title = <p className={styles.title}>{convention.title}</p>;
  const list = (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <Fact key={term} term={term} value={value} />
      ))}
    </dl>
  );
  const buttons = <HeaderButtons dossier={dossier} {...doors} />;
  if (doors.isCramped) {
    // Where not all is in view, what one comes to change is first.
    return (
      <div className={styles.details}>
        <AsOf />
        <div className={styles.first}>{buttons}</div>
        {title}
        {list}
      </div>
    );
  }
  return (
    <div className={styles.details}>
      {title}
      <AsOf />
      {list}
      {buttons}
    </div>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

function HeaderButtons({ dossier, left, toConfirm, isCramped }: HeaderDetailsProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity, ledger } = useSessionState();
  const { open } = useScreens();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const unread = dossier.account.filter(({ role }) => role === 'unread').length;
  return (
    <div className={styles.buttons}>
      <Button
        size="small"
        autoFocus={left === 'columns'}
        {...(toConfirm && { icon: <Shape kind="warning" /> })}
        onClick={() => open('columns')}
      >
        {toConfirm ? words.header.columnsToConfirm : words.header.columns}
      </Button>
      <Button
        size="small"
        autoFocus={left === 'reading'}
        {...(unread > 0 && { icon: <Shape kind="warning" /> })}
        onClick={() => open('reading')}
      >
        {unread > 0 ? words.header.unread(unread) : words.header.reading}
      </Button>
      {ledger !== null && (
        <Button size="small" onClick={() => session.chooseLedger(null)}>
          {words.welcome.chooseAgain}
        </Button>
      )}
      <Button size="small" onClick={() => setHelpOpen(true)}>
        {words.header.help}
      </Button>
      {isHelpOpen && (
        <Suspense fallback={null}>
          <HelpDrawer dossier={dossier} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
      {isCramped && (
        <Button size="small" disabledFocusable={activity !== 'idle'} onClick={() => void session.refresh()}>
          {words.header.refresh}
        </Button>
      )}
    </div>
  );
}

/** The table or the sheet of the ledger; of a ledger in several, their number and that of its rows. */
function ledgerName({ blocks, ledger }: Dossier, words: PaneWords): string {
  const names = new Set(blocks.map(({ table, sheet }) => table ?? sheet));
  if (names.size === 1) return [...names].join('');
  const sheets = new Set(blocks.map(({ sheet }) => sheet)).size;
  const places = sheets > 1 ? words.header.sheets(sheets) : words.header.tables(names.size);
  return `${places}, ${words.header.rows(ledger.rows.length)}`;
}
