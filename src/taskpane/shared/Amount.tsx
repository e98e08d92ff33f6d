/**
 * The one way to show an amount or a rate: digits of equal width, so that columns line up, and negative amounts in red.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatAmount, formatRate } from '../../messages/format';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  figure: { fontVariantNumeric: 'tabular-nums lining-nums', whiteSpace: 'nowrap' },
  negative: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** An amount in cents. */
export function Amount({ cents }: { readonly cents: number }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <span className={mergeClasses(styles.figure, cents < 0 && styles.negative)}>
      {formatAmount(cents, words.language)}
    </span>
  );
}

/** A rate as a decimal string; « s.o. » when null. */
export function Rate({ rate }: { readonly rate: string | null }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return <span className={styles.figure}>{formatRate(rate, words.language)}</span>;
}
