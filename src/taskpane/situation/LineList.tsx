/** The budget lines of an envelope, folded: consumed and remaining amounts of each. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Thresholds } from '../../domain/envelopes/convention';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES } from '../../domain/money/nature';
import type { LineView } from './envelope-views';
import { Amount, Rate } from '../shared/Amount';
import { ConsumptionBar } from './ConsumptionBar';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { LIST } from '../shared/surfaces';

const useStyles = makeStyles({
  list: { ...LIST, padding: `${tokens.spacingVerticalS} 0 0`, rowGap: tokens.spacingVerticalM },
  label: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
  },
  amount: { textAlign: 'right' },
});

export function LineList({
  envelope,
  lines,
  thresholds,
}: {
  /** The name of the envelope, for people. */
  readonly envelope: string;
  readonly lines: readonly LineView[];
  readonly thresholds: Thresholds;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <Fold label={words.figures.lines(lines.length)} name={`${words.figures.lines(lines.length)}, ${envelope}`}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.index}>
            <div className={styles.label}>{line.label}</div>
            <div className={styles.figures}>
              {NATURES.map((nature) => (
                <LineFigures key={nature} nature={nature} line={line} thresholds={thresholds} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface LineFiguresProps {
  readonly nature: 'AE' | 'CP';
  readonly line: LineView;
  readonly thresholds: Thresholds;
}

function LineFigures({ nature, line, thresholds }: LineFiguresProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const figures = line.figures[nature];
  return (
    <>
      <span>{nature}</span>
      <ConsumptionBar label={`${line.label}, ${nature}`} figures={figures} thresholds={thresholds} />
      <Rate figures={figures} />
      <span className={styles.amount} title={words.figures.remaining}>
        <Amount cents={centsOf(figures.remaining)} />
      </span>
    </>
  );
}
