/** The way to a cell or a sheet that a message names: « Aller à Bilan!B12 ». */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { RefusedPlace } from '../../workbook/places';
import { usePane } from './pane-context';

const useStyles = makeStyles({ place: { textAlign: 'left', overflowWrap: 'anywhere' } });

export interface PlaceButtonProps {
  readonly refused: RefusedPlace;
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: 'small' | 'medium';
}

export function PlaceButton({ refused, appearance = 'secondary', size = 'medium' }: PlaceButtonProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  return (
    <Button
      appearance={appearance}
      size={size}
      className={styles.place}
      onClick={() => void session.goTo(refused.place)}
    >
      {words.findings.goTo(refused.name)}
    </Button>
  );
}
