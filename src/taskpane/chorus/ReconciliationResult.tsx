/** The totals by envelope, the document to write, and the count of lines by status. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { reconciliationWords } from '../../messages/reconciliation-words';
import type { ReconciliationViews } from './reconciliation-views';
import { CHORUS_WORDS } from './chorus-words';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { ReconciliationWriting } from './ReconciliationWriting';

/** For what no extract gives. */
const NOT_GIVEN = '—';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  left: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    paddingRight: tokens.spacingHorizontalXS,
  },
  right: { textAlign: 'right', padding: `0 0 0 ${tokens.spacingHorizontalXS}` },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, paddingTop: tokens.spacingVerticalXS },
  gap: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function ReconciliationResult({ views }: { readonly views: ReconciliationViews }): ReactElement {
  return (
    <>
      <Totals views={views} />
      <ReconciliationWriting />
      <Balance views={views} />
    </>
  );
}

function Totals({ views }: { readonly views: ReconciliationViews }): ReactElement {
  const styles = useStyles();
  const texts = CHORUS_WORDS[usePane().words.language];
  return (
    <section className={styles.section} aria-label={texts.totals}>
      <h2 className={styles.heading}>{texts.totals}</h2>
      <table className={styles.table} aria-label={texts.totals}>
        <thead>
          <tr>
            <td />
            {[texts.ledger, texts.chorus, texts.gap].map((heading) => (
              <th key={heading} scope="col" className={mergeClasses(styles.left, styles.right)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {views.totals().map(({ label, natures }) => (
          <tbody key={label ?? ''}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={styles.name}>
                {label ?? texts.noEnvelope}
              </th>
            </tr>
            {natures.map(({ nature, ledger, chorus, gap }) => (
              <tr key={nature}>
                <th scope="row" className={styles.left}>
                  {nature}
                </th>
                <td className={styles.right}>
                  <Amount cents={ledger} />
                </td>
                <td className={styles.right}>{chorus === null ? NOT_GIVEN : <Amount cents={chorus} />}</td>
                <td className={mergeClasses(styles.right, gap !== 0 && styles.gap)}>
                  {gap === null ? NOT_GIVEN : <Amount cents={gap} />}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {views.report.totals.some(({ chorus }) => chorus === null) && <p className={styles.text}>{texts.notGiven}</p>}
    </section>
  );
}

function Balance({ views }: { readonly views: ReconciliationViews }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const { ledger, chorus, statuses } = views.report.balance;
  return (
    <section className={styles.section} aria-label={texts.balance}>
      <h2 className={styles.heading}>{texts.balance}</h2>
      <table className={styles.table} aria-label={texts.balance}>
        <thead>
          <tr>
            <td />
            <td />
            <th scope="col" className={mergeClasses(styles.left, styles.right)}>
              {texts.ledger}
            </th>
            <th scope="col" className={mergeClasses(styles.left, styles.right)}>
              {texts.chorus}
            </th>
          </tr>
        </thead>
        <tbody>
          {statuses.map(({ status, nature, ledger: ours, chorus: theirs }) => (
            <tr key={`${status} ${nature}`}>
              <th scope="row" className={styles.left}>
                {labels.statuses[status]}
              </th>
              <td>{nature}</td>
              <td className={styles.right}>
                <Amount cents={ours.cents} />
              </td>
              <td className={styles.right}>
                <Amount cents={theirs.cents} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.text}>
        {texts.proven(ledger.AE.count + ledger.CP.count, chorus.AE.count + chorus.CP.count)}
      </p>
    </section>
  );
}
