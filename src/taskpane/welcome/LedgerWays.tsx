/** The ways out when the ledger is not found: its headings, its columns, a new table; and all that the workbook holds. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { HeadingsStep } from '../reading/HeadingsStep';
import { ReadingAccount } from '../reading/ReadingAccount';
import { useReading } from '../reading/useReading';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS } from '../shared/surfaces';

const useStyles = makeStyles({ buttons: { ...BUTTONS, alignSelf: 'stretch' } });

export interface LedgerWaysProps {
  /** True when no table may be the ledger. */
  readonly mayStart: boolean;
  readonly onColumns: () => void;
}

export function LedgerWays({ mayStart, onColumns }: LedgerWaysProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity } = useSessionState();
  const entries = useReading();
  const busy = activity !== 'idle';
  return (
    <>
      <div className={styles.buttons}>
        <HeadingsStep />
        <Button onClick={onColumns}>{words.header.columns}</Button>
        {mayStart && (
          <Button disabled={busy} onClick={() => void session.convention.startLedger()}>
            {words.welcome.startLedger}
          </Button>
        )}
      </div>
      {entries && <ReadingAccount entries={entries} onColumns={onColumns} />}
    </>
  );
}
