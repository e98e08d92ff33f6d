/** The amounts that figures lack, each a way to its cell. Fetched when first asked for. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Dossier } from '../../../application/dossier';
import type { MissedAmount } from '../../../domain/envelopes/figures';
import { sumOfMissed } from '../../../domain/envelopes/missed/missed-sums';
import { formatAmount } from '../../../messages/format';
import { withoutMissed } from '../../../messages/missed-words';
import { Drawer } from '../../shared/Drawer';
import { usePane } from '../../shared/pane-context';
import { GUTTER } from '../../shared/surfaces';
import { MissedList } from './MissedList';

const useStyles = makeStyles({
  drawer: { ...GUTTER, paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

interface MissedDrawerProps {
  readonly dossier: Dossier;
  readonly missed: readonly MissedAmount[];
  readonly name: string;
  readonly onClose: () => void;
}

export function MissedDrawer({ dossier, missed, name, onClose }: MissedDrawerProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <Drawer title={words.situation.missed.title(name)} onClose={onClose}>
      <div className={styles.drawer}>
        <p className={styles.text}>{withoutMissed(sumOfMissed(missed), words.language, formatAmount)}.</p>
        <MissedList dossier={dossier} missed={missed} />
      </div>
    </Drawer>
  );
}
