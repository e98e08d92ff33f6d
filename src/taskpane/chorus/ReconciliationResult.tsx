/**
 * The result of the reconciliation: totals by envelope, the count of lines by status, the document to write, then the
 * groups, those to look at first.
 */
import { Field, makeStyles, mergeClasses, Select, tokens, Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { GROUP_STATUSES } from '../../domain/reconciliation/groups';
import { reconciliationWords } from '../../messages/reconciliation-words';
import type { GroupChoice, ReconciliationViews } from './reconciliation-views';
import { CHORUS_WORDS } from './chorus-words';
import { Amount } from '../shared/Amount';
import { GroupItem } from './GroupItem';
import { usePane } from '../shared/pane-context';
import { ReconciliationWriting } from './ReconciliationWriting';
import { LIST } from '../shared/surfaces';

const PAGE = 30;

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
  list: LIST,
});

export function ReconciliationResult({ views }: { readonly views: ReconciliationViews }): ReactElement {
  return (
    <>
      <Totals views={views} />
      <Balance views={views} />
      <ReconciliationWriting />
      <Groups views={views} />
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
                <td className={styles.right}>
                  <Amount cents={chorus} />
                </td>
                <td className={mergeClasses(styles.right, gap !== 0 && styles.gap)}>
                  <Amount cents={gap} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
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

function Groups({ views }: { readonly views: ReconciliationViews }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const [wanted, setWanted] = useState<GroupChoice>('toLookAt');
  const [most, setMost] = useState(PAGE);
  const choice = wanted === 'toLookAt' || views.statuses.some(({ status }) => status === wanted) ? wanted : 'toLookAt';
  const groups = views.groups(choice);
  const hidden = groups.length - most;
  return (
    <section className={styles.section} aria-label={texts.groups}>
      <h2 className={styles.heading}>{texts.groups}</h2>
      <Field label={texts.show} size="small">
        <Select
          size="small"
          value={choice}
          onChange={(_, { value }) => {
            setWanted(GROUP_STATUSES.find((status) => status === value) ?? 'toLookAt');
            setMost(PAGE);
          }}
        >
          <option value="toLookAt">{texts.toLookAt(views.groups('toLookAt').length)}</option>
          {views.statuses.map(({ status, count }) => (
            <option key={status} value={status}>
              {texts.status(labels.statuses[status], count)}
            </option>
          ))}
        </Select>
      </Field>
      {groups.length === 0 && <p className={styles.text}>{texts.none}</p>}
      <ul className={styles.list}>
        {groups.slice(0, most).map((group, index) => (
          <GroupItem key={`${choice} ${index}`} group={group} views={views} />
        ))}
      </ul>
      {hidden > 0 && <Button onClick={() => setMost(most + PAGE)}>{texts.showMore(Math.min(PAGE, hidden))}</Button>}
    </section>
  );
}
