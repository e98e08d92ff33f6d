/** The top of the pane: the convention, the ledger, the date of the figures, and what Excel is doing. */
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Warning16Filled } from '@fluentui/react-icons';
import { useMemo, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { ReadingEntry } from '../../workbook/reading/account';
import { needsConfirmation } from '../columns/column-state';
import { AsOf } from './AsOf';
import type { PaneWords } from './pane-fr';
import { usePane, useSessionState } from './pane-context';

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  subtitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  reference: { flexGrow: 1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

export interface PaneHeaderProps {
  readonly dossier: Dossier;
  /** The screen that was just closed; its button takes the focus. */
  readonly left: 'columns' | 'reading' | null;
  readonly onColumns: () => void;
  readonly onReading: () => void;
}

export function PaneHeader({ dossier, left, onColumns, onReading }: PaneHeaderProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity, ledger, readAt } = useSessionState();
  const { convention } = dossier;
  const toConfirm = useMemo(() => needsConfirmation(dossier), [dossier]);
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <h1 className={mergeClasses(styles.title, styles.reference)}>
          {words.header.reference} {convention.reference}
        </h1>
        {readAt && <span className={styles.subtitle}>{words.header.readAt(readAt.hours, readAt.minutes)}</span>}
        <Button
          appearance="subtle"
          icon={activity === 'idle' ? <ArrowSync20Regular /> : <Spinner size="tiny" />}
          disabled={activity !== 'idle'}
          aria-label={words.header.refresh}
          title={words.header.refresh}
          onClick={() => void session.refresh()}
        />
      </div>
      <p className={styles.subtitle}>{convention.title}</p>
      <AsOf />
      <div className={styles.row}>
        <span className={styles.subtitle}>{words.header.ledger(ledgerName(dossier, words))}</span>
        <Button
          size="small"
          autoFocus={left === 'columns'}
          appearance={toConfirm ? 'secondary' : 'subtle'}
          {...(toConfirm && { icon: <Warning16Filled className={styles.warning} /> })}
          onClick={onColumns}
        >
          {toConfirm ? words.header.columnsToConfirm : words.header.columns}
        </Button>
        <ReadingButton entries={dossier.account} isLeft={left === 'reading'} onReading={onReading} />
        {ledger !== null && (
          <Button size="small" appearance="subtle" onClick={() => session.chooseLedger(null)}>
            {words.welcome.chooseAgain}
          </Button>
        )}
      </div>
    </header>
  );
}

/** « Ce qui a été lu », with a warning while a place is in no figure. */
function ReadingButton({
  entries,
  isLeft,
  onReading,
}: {
  readonly entries: readonly ReadingEntry[];
  readonly isLeft: boolean;
  readonly onReading: () => void;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const unread = entries.filter(({ role }) => role === 'unread').length;
  return (
    <Button
      size="small"
      autoFocus={isLeft}
      appearance={unread > 0 ? 'secondary' : 'subtle'}
      {...(unread > 0 && { icon: <Warning16Filled className={styles.warning} /> })}
      onClick={onReading}
    >
      {unread > 0 ? words.header.unread(unread) : words.header.reading}
    </Button>
  );
}

/** The table or the sheet of the ledger; of a ledger in several, their number and that of its rows. */
function ledgerName({ blocks, account }: Dossier, words: PaneWords): string {
  const names = new Set(blocks.map(({ table, sheet }) => table ?? sheet));
  if (names.size === 1) return [...names].join('');
  const sheets = new Set(blocks.map(({ sheet }) => sheet)).size;
  const rows = account.reduce((sum, { role, rows }) => (role === 'ledger' ? sum + rows : sum), 0);
  const places = sheets > 1 ? words.header.sheets(sheets) : words.header.tables(names.size);
  return `${places}, ${words.header.rows(rows)}`;
}
