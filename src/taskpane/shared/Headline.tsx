/**
 * The first lines of an answer, for the foot of a form whose end may be out of view; the whole answer is below the
 * form, where a screen reader has it.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Shape, type ShapeKind } from './Shape';
import { TWO_LINES } from './surfaces';

const useStyles = makeStyles({
  headline: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  text: { ...TWO_LINES, margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export function Headline({ kind, text }: { readonly kind: ShapeKind; readonly text: string }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.headline} aria-hidden>
      <Shape kind={kind} />
      <p className={styles.text} title={text}>
        {text}
      </p>
    </div>
  );
}
