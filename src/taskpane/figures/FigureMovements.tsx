/** The printed amount of an allocation and the movements in effect, which add up to it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FigureTerm } from '../../application/figures/explain-figure';
import { formatDate } from '../../messages/format';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { FIGURE_TABLE } from './figure-table';
import { FIGURE_WORDS } from './figure-words';
import { SumRow } from './SumRow';

const useStyles = makeStyles({ ...FIGURE_TABLE, about: { color: tokens.colorNeutralForeground3 } });

export function FigureMovements({ term: { cents, initial, moved } }: { readonly term: FigureTerm }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { language } = words;
  const texts = FIGURE_WORDS[language];
  return (
    <table className={styles.table} aria-label={texts.rowsOf(words.figures.allocated)}>
      <tbody>
        <tr>
          <td className={styles.cell}>{texts.initial}</td>
          <td className={mergeClasses(styles.cell, styles.amount)}>
            <Amount cents={initial} />
          </td>
        </tr>
        {moved.map(({ movement, cents: change }) => (
          <tr key={movement.index}>
            <td className={styles.cell}>
              {texts.movementTypes[movement.type]}
              <div className={styles.meta}>
                {[movement.date === null ? '' : formatDate(movement.date, language), movement.reference]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </div>
            </td>
            <td className={mergeClasses(styles.cell, styles.amount)}>
              <Amount cents={change} />
            </td>
          </tr>
        ))}
        <SumRow cents={moved.reduce((sum, one) => sum + one.cents, initial)} expected={cents} />
      </tbody>
    </table>
  );
}
