/** Offers to move the registers of an earlier version to sheets by purpose; nothing when they are there. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { registersAway } from '../../workbook/registers/registers-away';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { useIsWriting, usePane } from '../shared/pane-context';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  text: { margin: 0 },
});

export function MoveRegisters({ workbook }: { readonly workbook: WorkbookSnapshot }): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const isBusy = useIsWriting();
  const count = useMemo(() => registersAway(workbook).reduce((sum, { tables }) => sum + tables.length, 0), [workbook]);
  if (count === 0) return null;
  const { registers } = words.documents;
  return (
    <section className={styles.section} aria-label={registers.move}>
      <p className={styles.text}>{registers.intro(count)}</p>
      <Button disabled={isBusy} onClick={() => void session.convention.moveRegisters()}>
        {registers.move}
      </Button>
    </section>
  );
}
