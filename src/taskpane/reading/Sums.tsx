/** Rows, then the sums that are not nil, each with its nature: AE and CP are never added. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import type { ReadingSums } from '../../workbook/reading/account';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { READING_PANEL_WORDS } from './reading-panel-words';

const useStyles = makeStyles({
  sums: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sum: { whiteSpace: 'nowrap' },
});

const NATURES = ['ae', 'cp', 'other'] as const;

export function Sums({ rows, sums }: { readonly rows: number; readonly sums: ReadingSums }): ReactElement {
  const styles = useStyles();
  const texts = READING_PANEL_WORDS[usePane().words.language];
  const shown = NATURES.filter((nature) => sums[nature] !== 0);
  return (
    <p className={styles.sums}>
      {shown.length === 0 ? texts.rows(rows) : texts.rowsWithAmounts(rows)}
      {shown.length === 0 && `, ${texts.noAmount}`}
      {shown.map((nature) => (
        <Fragment key={nature}>
          {', '}
          <span className={styles.sum}>
            {texts.sums[nature]} <Amount cents={sums[nature]} />
          </span>
        </Fragment>
      ))}
    </p>
  );
}
