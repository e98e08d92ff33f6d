/** « Expliquer la cellule sélectionnée »: opens the rows of the figure that its formula shows. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { FigureDoorContext } from '../shared/figure-door';
import { usePane, useSessionState } from '../shared/pane-context';

const useStyles = makeStyles({
  line: { paddingTop: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  link: { fontSize: tokens.fontSizeBase200, minHeight: '24px' },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
});

export function ExplainCell({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { functions } = useSessionState();
  const open = useContext(FigureDoorContext);
  const [isUnknown, setUnknown] = useState(false);
  const explain = async (): Promise<void> => {
    setUnknown(false);
    const selected = await session.reading.selection();
    if (selected === null) return;
    const { figureOfFormula } = await import(
      /* webpackChunkName: "figures" */ '../../application/figures/figure-of-formula'
    );
    const { sheet, formula } = selected;
    const found = formula ? figureOfFormula(dossier, sheet, formula.invariant) : null;
    if (!found || !formula) return setUnknown(true);
    // A formula without a date shows the figure of today, whatever the date of the pane.
    open({ subject: found.subject, asOf: found.asOf ?? functions?.today ?? report.asOf, formula: formula.local });
  };
  return (
    <div className={styles.line}>
      <Link as="button" className={styles.link} onClick={() => void explain()}>
        {words.situation.explainCell}
      </Link>
      <p role="status" className={styles.text}>
        {isUnknown && words.situation.noFigureInCell}
      </p>
    </div>
  );
}
