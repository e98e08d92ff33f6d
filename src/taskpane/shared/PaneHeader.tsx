/** The top of the pane: the convention, the ledger, the date of the figures, and what Excel is doing. */
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular, Warning16Filled } from '@fluentui/react-icons';
import { useMemo, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { needsConfirmation } from '../columns/column-state';
import { AsOf } from './AsOf';
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
  readonly onColumns: () => void;
}

export function PaneHeader({ dossier, onColumns }: PaneHeaderProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity, ledger } = useSessionState();
  const { convention, blocks } = dossier;
  const toConfirm = useMemo(() => needsConfirmation(dossier), [dossier]);
  const ledgerName = blocks.map(({ table, sheet }) => table ?? sheet).join(', ');
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <h1 className={mergeClasses(styles.title, styles.reference)}>
          {words.header.reference} {convention.reference}
        </h1>
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
        <span className={styles.subtitle}>{words.header.ledger(ledgerName)}</span>
        <Button
          size="small"
          appearance={toConfirm ? 'secondary' : 'subtle'}
          {...(toConfirm && { icon: <Warning16Filled className={styles.warning} /> })}
          onClick={onColumns}
        >
          {toConfirm ? words.header.columnsToConfirm : words.header.columns}
        </Button>
        {ledger !== null && (
          <Button size="small" appearance="subtle" onClick={() => session.chooseLedger(null)}>
            {words.welcome.chooseAgain}
          </Button>
        )}
      </div>
    </header>
  );
}
