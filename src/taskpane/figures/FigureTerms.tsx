/** The terms of a figure as a sum: each unfolds to its rows or its movements; the last line is the figure. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId, useState, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { FigureExplanation, FigureTerm } from '../../application/figures/explain-figure';
import type { DayFigures } from '../../application/figures/figures-on';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { FOCUS_RING, GUTTER } from '../shared/surfaces';
import { FigureMovements } from './FigureMovements';
import { FigureRows } from './FigureRows';
import { FIGURE_WORDS } from './figure-words';

const useStyles = makeStyles({
  terms: { ...GUTTER, paddingTop: tokens.spacingVerticalL },
  term: {
    display: 'grid',
    gridTemplateColumns: '16px 12px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalSNudge,
    alignItems: 'center',
    width: '100%',
    minHeight: '32px',
    padding: 0,
    border: 'none',
    background: 'none',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: 'inherit',
    textAlign: 'left',
  },
  button: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover }, ...FOCUS_RING },
  sign: { textAlign: 'center', color: tokens.colorNeutralForeground3 },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  total: { borderTop: `1px solid ${tokens.colorNeutralForeground3}`, fontWeight: tokens.fontWeightSemibold },
});

export interface FigureTermsProps {
  readonly dossier: Dossier;
  readonly figures: DayFigures;
  readonly explanation: FigureExplanation;
}

export function FigureTerms({ dossier, figures, explanation }: FigureTermsProps): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  const { subject, cents, terms } = explanation;
  if (terms.length === 0) return null;
  /** The term that explains most is unfolded: the only one, or what is consumed. */
  const first = terms.length === 1 ? terms[0]?.term : 'consumed';
  return (
    <section className={styles.terms} aria-label={texts.sum}>
      {terms.map((term, index) => (
        <Term
          key={term.term}
          dossier={dossier}
          figures={figures}
          explanation={explanation}
          term={term}
          sign={index === 0 ? '' : term.sign < 0 ? '\u2212' : '+'}
          isOpenFirst={term.term === first}
        />
      ))}
      {terms.length > 1 && (
        <div className={mergeClasses(styles.term, styles.total)}>
          <span />
          <span className={styles.sign}>=</span>
          <span>{words.figures[subject.figure]}</span>
          <Amount cents={cents} />
        </div>
      )}
    </section>
  );
}

interface TermProps extends FigureTermsProps {
  readonly term: FigureTerm;
  readonly sign: string;
  readonly isOpenFirst: boolean;
}

function Term({ dossier, figures, explanation, term, sign, isOpenFirst }: TermProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  const [isOpen, setOpen] = useState(isOpenFirst);
  const contentId = useId();
  const isAllocation = term.term === 'allocated';
  const count = isAllocation
    ? term.moved.length > 0 && texts.movements(term.moved.length)
    : texts.rows(term.rows.length);
  return (
    <>
      <button
        type="button"
        className={mergeClasses(styles.term, styles.button)}
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        <span className={styles.sign}>{sign}</span>
        <span>
          {words.figures[term.term]} {count && <span className={styles.count}>{count}</span>}
        </span>
        <Amount cents={term.cents} />
      </button>
      <div id={contentId} hidden={!isOpen}>
        {isOpen &&
          (isAllocation ? (
            <FigureMovements term={term} />
          ) : (
            <FigureRows dossier={dossier} figures={figures} subject={explanation.subject} term={term} />
          ))}
      </div>
    </>
  );
}
