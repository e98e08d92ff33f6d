/** The top of Situation: the selected row of the ledger when there is one, and the way to write a new one. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactElement } from 'react';
import type { ControlledDossier } from '../../../application/control';
import { useOpenForm } from '../../shared/forms/useDraft';
import { usePane, useSessionState } from '../../shared/pane-context';
import { GUTTER } from '../../shared/surfaces';
import { NewRowDrawer } from './NewRowDrawer';
import { ROW_WORDS } from './row-words';
import { RowSection, useSelectedRow } from './RowSection';

const useStyles = makeStyles({
  slot: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  add: { ...GUTTER, paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  button: { minWidth: 'auto', paddingLeft: 0 },
});

export function RowSlot({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { selected } = useSessionState();
  const row = useSelectedRow({ dossier, report });
  const [isAdding, setAdding] = useOpenForm('row');
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !row || isAdding) return;
    event.preventDefault();
    session.forgetSelection();
  };
  return (
    <div className={row ? styles.slot : undefined} onKeyDown={closeOnEscape}>
      {row && <RowSection dossier={dossier} report={report} row={row} />}
      <div className={styles.add}>
        <Button
          size="small"
          appearance="transparent"
          className={styles.button}
          icon={<Add16Regular />}
          onClick={() => setAdding(true)}
        >
          {ROW_WORDS[words.language].newRow}
        </Button>
      </div>
      {isAdding && (
        <NewRowDrawer
          dossier={dossier}
          report={report}
          sheet={selected?.sheet ?? null}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
