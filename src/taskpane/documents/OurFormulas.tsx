/** « Formules ENVELOPE »: their values instead of them, for readers without the add-in. Absent without such formulas. */
import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { countFreezable } from '../../application/writing/our-formulas';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { usePane } from '../shared/pane-context';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

export interface OurFormulasProps {
  readonly workbook: WorkbookSnapshot;
  readonly isBusy: boolean;
}

export function OurFormulas({ workbook, isBusy }: OurFormulasProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const { freezable, left } = useMemo(() => countFreezable(workbook), [workbook]);
  if (freezable + left === 0) return null;
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2">{words.formulas.title}</Subtitle2>
      {freezable > 0 && (
        <>
          <p className={styles.text}>{words.formulas.freezeHint}</p>
          <Button disabled={isBusy} onClick={() => void session.formulas.freeze()}>
            {words.formulas.freeze(freezable)}
          </Button>
        </>
      )}
      {left > 0 && <p className={styles.text}>{words.formulas.left(left)}</p>}
    </section>
  );
}
