/** The formula that shows a figure in a cell, in the separators of the user's language, to copy. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { FigureSubject } from '../../application/figures/explain-figure';
import { usePane } from '../shared/pane-context';
import { GUTTER } from '../shared/surfaces';
import { FIGURE_WORDS } from './figure-words';
import { formulaOf } from './formula-of';

const useStyles = makeStyles({
  section: { ...GUTTER, paddingTop: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalL },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  formula: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  link: { fontSize: tokens.fontSizeBase200 },
});

export function FigureFormula({
  dossier,
  subject,
  formula: ofCell,
}: {
  readonly dossier: Dossier;
  readonly subject: FigureSubject;
  /** That of the cell that was asked about; absent: the usual one. */
  readonly formula?: string;
}): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = FIGURE_WORDS[language];
  const title = ofCell === undefined ? texts.formula : texts.formulaOfCell;
  const formula = ofCell ?? formulaOf(dossier.convention, subject, language);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    // Refused where the host allows no clipboard: the formula can be selected by one click.
    void navigator.clipboard?.writeText(formula).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Link as="button" className={styles.link} onClick={copy}>
          <span role="status">{isCopied ? texts.copied : texts.copy}</span>
        </Link>
      </div>
      <code className={styles.formula}>{formula}</code>
    </section>
  );
}
