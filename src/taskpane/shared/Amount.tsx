/**
 * The one way to show an amount or a rate: digits of equal width, so that columns line up, and negative amounts in red.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Figures } from '../../domain/envelopes/figures';
import type { KnownCents } from '../../domain/money/known-cents';
import { formatAmount, formatRate, notCalculableLabel } from '../../messages/format';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  figure: { fontVariantNumeric: 'tabular-nums lining-nums', whiteSpace: 'nowrap' },
  unknown: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  negative: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** An amount in cents; « non calculable » when null. */
export function Amount({ cents }: { readonly cents: KnownCents }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  if (cents === null) return <NotCalculable />;
  return (
    <span className={mergeClasses(styles.figure, cents < 0 && styles.negative)}>
      {formatAmount(cents, words.language)}
    </span>
  );
}

/** The rate of some figures: « s.o. » when nothing is allocated, « non calculable » when they are not known. */
export function Rate({ figures }: { readonly figures: Figures }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  if (figures.missing !== null) return <NotCalculable />;
  return <span className={styles.figure}>{formatRate(figures.rate, words.language)}</span>;
}

/** In the place of a figure that the ledger does not make. */
function NotCalculable(): ReactElement {
  const styles = useStyles();
  return <span className={styles.unknown}>{notCalculableLabel(usePane().words.language)}</span>;
}
