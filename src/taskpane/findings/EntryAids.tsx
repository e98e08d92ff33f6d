/** Help with typing in the ledger itself, added and removed on demand: lists to choose from, and a column of checks. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { hasStatusColumn } from '../../application/writing/status-column';
import { Fold } from '../shared/Fold';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS } from '../shared/surfaces';
import { FINDING_WORDS } from './finding-words';

const useStyles = makeStyles({
  aids: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: BUTTONS,
});

export function EntryAids({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const words = FINDING_WORDS[paneWords.language].aids;
  const isBusy = useSessionState().activity === 'writing';
  const { workbook } = dossier;
  const hasColumn = useMemo(() => hasStatusColumn(workbook), [workbook]);
  const button = (label: string, act: () => Promise<void>): ReactElement => (
    <Button size="small" disabled={isBusy} onClick={() => void act()}>
      {label}
    </Button>
  );
  return (
    <Fold label={words.title}>
      <div className={styles.aids}>
        <p className={styles.text}>{words.lists}</p>
        <div className={styles.buttons}>
          {button(words.addLists, () => session.rows.setLists(true))}
          {button(words.removeLists, () => session.rows.setLists(false))}
        </div>
        <p className={styles.text}>{words.column}</p>
        <div className={styles.buttons}>
          {button(hasColumn ? words.completeColumn : words.addColumn, () => session.rows.setStatusColumn(true))}
          {hasColumn && button(words.removeColumn, () => session.rows.setStatusColumn(false))}
        </div>
      </div>
    </Fold>
  );
}
