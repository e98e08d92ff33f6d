/** « Ce qui a été lu »: each place of the workbook, with its role and its sums. Fetched when first shown. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS, PANEL, PANEL_TITLE } from '../shared/surfaces';
import { HeadingsStep } from './HeadingsStep';
import { READING_PANEL_WORDS } from './reading-panel-words';
import { ReadingAccount } from './ReadingAccount';
import { useReading } from './useReading';

const useStyles = makeStyles({
  panel: PANEL,
  title: PANEL_TITLE,
  buttons: BUTTONS,
});

export interface ReadingPanelProps {
  readonly onClose: () => void;
  readonly onColumns: () => void;
}

export function ReadingPanel({ onClose, onColumns }: ReadingPanelProps): ReactElement {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const { session, words } = usePane();
  const { ledger } = useSessionState();
  const texts = READING_PANEL_WORDS[words.language];
  const entries = useReading();
  useEffect(() => title.current?.focus(), []); // the focused button is gone
  return (
    <div className={styles.panel}>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {texts.title}
      </h1>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{words.welcome.closePanel}</Button>
        <Button onClick={onColumns}>{words.header.columns}</Button>
        {ledger !== null && <Button onClick={() => session.chooseLedger(null)}>{texts.readAll}</Button>}
        <HeadingsStep />
      </div>
      {entries && <ReadingAccount entries={entries} onColumns={onColumns} />}
    </div>
  );
}
