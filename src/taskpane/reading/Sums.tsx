/** Rows, the sums that are not nil, each with its nature, and how many amounts cannot be read. AE and CP are never added. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';
import { readingWords } from '../../messages/reading-words';
import type { ReadingSums } from '../../workbook/reading/account';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { READING_PANEL_WORDS } from './reading-panel-words';

const useStyles = makeStyles({
  sums: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sum: { whiteSpace: 'nowrap' },
});

const NATURES = ['ae', 'cp', 'other'] as const;

interface SumsProps {
  readonly rows: number;
  readonly sums: ReadingSums;
  readonly unreadable: number;
}

export function Sums({ rows, sums, unreadable }: SumsProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = READING_PANEL_WORDS[language];
  const shown = NATURES.filter((nature) => sums[nature] !== 0);
  return (
    <p className={styles.sums}>
      {shown.length === 0 ? texts.rows(rows) : texts.rowsWithAmounts(rows)}
      {shown.length === 0 && unreadable === 0 && `, ${texts.noAmount}`}
      {shown.map((nature) => (
        <Fragment key={nature}>
          {', '}
          <span className={styles.sum}>
            {texts.sums[nature]} <Amount cents={sums[nature]} />
          </span>
        </Fragment>
      ))}
      {unreadable > 0 && `, ${readingWords(language).unreadable(unreadable)}`}
    </p>
  );
}
