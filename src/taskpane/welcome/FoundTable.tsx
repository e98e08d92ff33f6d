/** A table that looks like a ledger: its rows, its headings, and the field of each column, those to check first. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { fieldLabel } from '../../messages/labels';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { FIRST_RUN_WORDS } from './first-run-words';
import { isToCheck, type FoundLedger } from './found-views';

/** Columns shown at once. */
const FIRST = 6;

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { margin: 0 },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  state: { width: '92px' },
  sure: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

export function FoundTable({ table }: { readonly table: FoundLedger }): ReactElement {
  const styles = useStyles();
  const texts = FIRST_RUN_WORDS[usePane().words.language];
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? table.known : table.known.slice(0, FIRST);
  const hidden = table.known.length - FIRST;
  return (
    <section aria-label={table.name}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{table.name}</h2>
        <span className={styles.quiet}>{texts.rows(table.rows - table.ignored, table.ignored)}</span>
      </div>
      <p className={styles.text}>{texts.headingsAt(table.headingRow)}</p>
      <table className={styles.table} aria-label={texts.columnsOf(table.name)}>
        <thead>
          <tr>
            <th scope="col" className={`${styles.cell} ${styles.quiet}`}>
              {texts.column}
            </th>
            <th scope="col" className={`${styles.cell} ${styles.quiet}`}>
              {texts.readAs}
            </th>
            <th scope="col" className={`${styles.cell} ${styles.quiet} ${styles.state}`}>
              {texts.certainty}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <KnownColumn key={column.column} column={column} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Fold label={texts.otherColumns(hidden)} isOpen={isWhole} onToggle={setWhole}>
          {null}
        </Fold>
      )}
      {table.unknown.length > 0 && (
        <p className={`${styles.text} ${styles.quiet}`}>
          {texts.unknown(table.unknown.map(({ heading }) => heading).join(', '))}
        </p>
      )}
    </section>
  );
}

function KnownColumn({ column }: { readonly column: FoundLedger['known'][number] }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = FIRST_RUN_WORDS[language];
  const isDoubtful = isToCheck(column);
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.cell}>
        {column.heading}
      </th>
      <td className={styles.cell}>{column.field && fieldLabel(column.field, language)}</td>
      <td className={styles.cell}>
        <span className={styles.sure}>
          <Shape kind={isDoubtful ? 'unknown' : 'good'} />
          {isDoubtful ? texts.toCheck : texts.sure}
        </span>
      </td>
    </tr>
  );
}
