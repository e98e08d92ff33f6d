/** The sum of a table, shown equal to the term that it explains. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { formatAmount } from '../../messages/format';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { TONES } from '../shared/Shape';
import { FIGURE_TABLE } from './figure-table';
import { FIGURE_WORDS } from './figure-words';

const useStyles = makeStyles({
  ...FIGURE_TABLE,
  tick: { color: TONES.good, verticalAlign: '-3px', marginRight: '4px' },
});

export function SumRow({ cents, expected }: { readonly cents: number; readonly expected: number }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = FIGURE_WORDS[language];
  const isEqual = cents === expected;
  return (
    <tr className={styles.sum}>
      <td className={styles.cell}>
        {isEqual && <Checkmark16Regular className={styles.tick} />}
        {isEqual ? texts.equal : texts.different(formatAmount(cents - expected, language))}
      </td>
      <td className={mergeClasses(styles.cell, styles.amount)}>
        <Amount cents={cents} />
      </td>
    </tr>
  );
}
