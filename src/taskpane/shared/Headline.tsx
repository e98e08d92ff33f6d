/**
 * The first lines of an answer, in the foot of a form while the whole answer, below the form, is out of view. A screen
 * reader has the whole answer.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { Shape, type ShapeKind } from './Shape';
import { TWO_LINES } from './surfaces';

/** The `id` of the title of the whole answer. */
export const ANSWER_TITLE = 'answer-title';

const useStyles = makeStyles({
  headline: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  text: { ...TWO_LINES, margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export function Headline({ kind, text }: { readonly kind: ShapeKind; readonly text: string }): ReactElement | null {
  const styles = useStyles();
  return useIsOutOfView(text) ? (
    <div className={styles.headline} aria-hidden>
      <Shape kind={kind} />
      <p className={styles.text} title={text}>
        {text}
      </p>
    </div>
  ) : null;
}

/** False until the title of the answer was looked for. */
function useIsOutOfView(text: string): boolean {
  const [isOut, setOut] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const title = document.getElementById(ANSWER_TITLE);
    if (!title || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => setOut(entry?.isIntersecting !== true), { threshold: 1 });
    observer.observe(title);
    return () => observer.disconnect();
  }, [text]);
  return isOut;
}
