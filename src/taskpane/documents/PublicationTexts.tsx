/**
 * The review of a publication: every text that leaves, and every free text that was left out, each to be confirmed. A
 * text is published only after it was shown and ticked.
 */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { PublicationReview } from '../../application/documents/publication';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { PACKAGE_WORDS } from './publication-words';
import type { Publication } from './usePublication';

const useStyles = makeStyles({
  part: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: `${tokens.spacingVerticalXXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});

interface TextsProps {
  readonly review: PublicationReview;
  readonly publication: Publication;
}

export function PublicationTexts({ review, publication }: TextsProps): ReactElement {
  const styles = useStyles();
  const words = PACKAGE_WORDS[usePane().words.language];
  const { confirmed, confirm } = publication;
  return (
    <section aria-label={words.texts}>
      <Fold label={words.ofConvention(review.ofConvention.length)}>
        <ul className={styles.list}>
          {review.ofConvention.map((text) => (
            <li key={text} className={styles.text}>
              {text}
            </li>
          ))}
        </ul>
      </Fold>
      {review.texts.length === 0 ? (
        <p className={styles.text}>{words.noFreeText}</p>
      ) : (
        <fieldset className={styles.part}>
          <legend className={styles.legend}>{words.freeTexts}</legend>
          <p className={styles.text}>{words.freeTextsWarning}</p>
          {review.texts.map(({ id, kind, text }) => (
            <Checkbox
              key={id}
              label={`${words.kinds[kind]} : ${text}`}
              checked={confirmed.has(id)}
              onChange={(_, { checked }) => confirm(id, checked === true)}
            />
          ))}
        </fieldset>
      )}
    </section>
  );
}
