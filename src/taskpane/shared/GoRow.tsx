/** A row that leads somewhere: a shape, a text, a value at the right, an arrow. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { Shape, type ShapeKind } from './Shape';
import { FOCUS_RING } from './surfaces';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto 16px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    width: 'calc(100% + 16px)',
    minHeight: '32px',
    margin: '0 -8px',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    background: 'none',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ...FOCUS_RING,
  },
  value: { textAlign: 'right', color: tokens.colorNeutralForeground2 },
  arrow: { color: tokens.colorNeutralForeground3 },
});

export interface GoRowProps {
  readonly kind: ShapeKind;
  readonly text: string;
  readonly value?: string;
  readonly onGo: () => void;
}

export function GoRow({ kind, text, value = '', onGo }: GoRowProps): ReactElement {
  const styles = useStyles();
  return (
    <button type="button" className={styles.row} onClick={onGo}>
      <Shape kind={kind} />
      <span>{text}</span>
      <span className={styles.value}>{value}</span>
      <ChevronRight16Regular className={styles.arrow} />
    </button>
  );
}
