/** The advice to the writer of a document before it is signed or sent: it is in no cell of the document. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { describeAdvice } from '../../messages/describe-advice';
import type { DocumentAdvice } from '../../workbook/writer-advice';
import { usePane } from '../shared/pane-context';
import { GUTTER } from '../shared/surfaces';

const useStyles = makeStyles({
  advice: { ...GUTTER, paddingTop: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

export function AdviceToWriter({ advice }: { readonly advice: readonly DocumentAdvice[] }): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const id = useId();
  if (advice.length === 0) return null;
  const sentences = advice.flatMap((of) =>
    of.advice.map((one) => `${of.sheet} – ${describeAdvice(one, words.language)}`),
  );
  return (
    <div role="group" className={styles.advice} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {words.documents.beforeSigning}
      </h2>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
