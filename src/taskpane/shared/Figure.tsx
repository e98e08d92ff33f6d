/**
 * An amount as a door: it opens the rows that make it. A dotted underline shows that it does. Its name differs from row
 * to row: « Disponible en AE, Signaux Faibles : −4 000 €, voir les lignes ».
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext, type ReactElement } from 'react';
import type { FigureSubject } from '../../application/figures/explain-figure';
import type { KnownCents } from '../../domain/money/known-cents';
import { formatAmount, formatWholeAmount, notCalculableLabel } from '../../messages/format';
import { NOT_GIVEN_LABEL } from '../../messages/labels';
import { FigureDoorContext } from './figure-door';
import { usePane } from './pane-context';
import { FOCUS_RING } from './surfaces';

const useStyles = makeStyles({
  figure: {
    minHeight: '24px',
    minWidth: '24px',
    padding: `${tokens.spacingVerticalXXS} 0`,
    border: 'none',
    background: 'none',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums lining-nums',
    color: tokens.colorNeutralForeground1,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationThickness: '1px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: '5px',
    ':hover': { textDecorationStyle: 'solid' },
    ...FOCUS_RING,
  },
  regular: { fontWeight: tokens.fontWeightRegular },
  negative: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  unknown: { fontStyle: 'italic', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

export interface FigureProps {
  readonly subject: FigureSubject;
  /** Null: not calculable, or not given. */
  readonly cents: KnownCents;
  /** False for a figure of a ceiling where nothing bounds the subject: « – ». */
  readonly isGiven?: boolean;
  /** The name of the envelope or of the poste, for people. */
  readonly who: string;
  /** Without the cents, on a screen where every amount is whole. */
  readonly isWhole?: boolean;
  readonly isQuiet?: boolean;
}

export function Figure({
  subject,
  cents,
  who,
  isGiven = true,
  isWhole = false,
  isQuiet = false,
}: FigureProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const open = useContext(FigureDoorContext);
  const { language } = words;
  const unknown = isGiven ? notCalculableLabel(language) : NOT_GIVEN_LABEL;
  const amount = cents === null ? unknown : (isWhole ? formatWholeAmount : formatAmount)(cents, language);
  const figure = words.figures[subject.figure];
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.figure,
        isQuiet && styles.regular,
        cents !== null && cents < 0 && styles.negative,
        cents === null && styles.unknown,
      )}
      aria-label={words.situation.figure(figure, subject.nature, who, amount)}
      onClick={() => open({ subject })}
    >
      {amount}
    </button>
  );
}
