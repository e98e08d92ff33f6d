/** « Ce qui a été lu »: each place of the workbook, with its role and its sums. Fetched when first shown. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane, useSessionState } from '../shared/pane-context';
import { Screen } from '../shared/Frame';
import { BUTTONS, PANEL } from '../shared/surfaces';
import { HeadingsStep } from './HeadingsStep';
import { READING_PANEL_WORDS } from './reading-panel-words';
import { ReadingAccount } from './ReadingAccount';
import { useReading } from './useReading';

const useStyles = makeStyles({
  panel: PANEL,
  buttons: BUTTONS,
});

export interface ReadingPanelProps {
  readonly onClose: () => void;
  readonly onColumns: () => void;
}

export function ReadingPanel({ onClose, onColumns }: ReadingPanelProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { ledger } = useSessionState();
  const texts = READING_PANEL_WORDS[words.language];
  const entries = useReading();
  return (
    <Screen title={texts.title} onClose={onClose}>
      <div className={styles.panel}>
        <div className={styles.buttons}>
          <Button onClick={onColumns}>{words.header.columns}</Button>
          {ledger !== null && <Button onClick={() => session.chooseLedger(null)}>{texts.readAll}</Button>}
          <HeadingsStep />
        </div>
        {entries && <ReadingAccount entries={entries} onColumns={onColumns} />}
      </div>
    </Screen>
  );
}
