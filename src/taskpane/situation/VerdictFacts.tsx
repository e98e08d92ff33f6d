/** The facts beside the headline of the verdict, one a line; the less urgent ones are unfolded by a button. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { LIST } from '../shared/surfaces';
import { foldedFacts, type FactLine } from './verdict-text';

const useStyles = makeStyles({
  list: {
    ...LIST,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalSNudge,
    alignItems: 'start',
  },
  others: { marginTop: tokens.spacingVerticalXS },
});

export function VerdictFacts({ facts }: { readonly facts: readonly FactLine[] }): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  if (facts.length === 0) return null;
  const { shown, folded } = foldedFacts(facts);
  return (
    <>
      <Lines facts={shown} />
      {folded.length > 0 && (
        <Fold label={words.situation.otherFacts(folded.length)} className={styles.others}>
          <Lines facts={folded} />
        </Fold>
      )}
    </>
  );
}

function Lines({ facts }: { readonly facts: readonly FactLine[] }): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {facts.map(({ kind, text }) => (
        <li key={text} className={styles.fact}>
          <Shape kind={kind} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
