/** The meaning of the bars, above them, and the headings of the figures. The bars have their own sentences. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CSSProperties, ReactElement } from 'react';
import { usePane } from '../shared/pane-context';

const INK = tokens.colorNeutralForeground4;
const WIDE_ROW = '@media (min-width: 440px)';

const useStyles = makeStyles({
  caption: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300, // that of the figures, whose column has the same number of characters
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 299px)': { flexWrap: 'wrap' },
    [WIDE_ROW]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 64px var(--figure)',
      columnGap: tokens.spacingHorizontalMNudge,
    },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalMNudge,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  sample: {
    display: 'inline-block',
    boxSizing: 'border-box',
    width: '12px',
    height: '8px',
    border: `1px solid ${INK}`,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', border: '1px solid CanvasText' },
  },
  consumed: {
    backgroundColor: INK,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  reserved: {
    backgroundImage: `repeating-linear-gradient(135deg, ${INK} 0 1px, transparent 1px 3px)`,
    '@media (forced-colors: active)': {
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 1px, transparent 1px 3px)',
    },
  },
  threshold: { width: '1px', height: '5px', border: 'none', backgroundColor: tokens.colorNeutralForeground2 },
  ceiling: { width: '2px', height: '12px', border: 'none', backgroundColor: tokens.colorNeutralForeground1 },
  heading: { fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap', justifySelf: 'end', marginLeft: 'auto' },
  wide: { display: 'none', [WIDE_ROW]: { display: 'block' } },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export function BarLegend({ characters }: { readonly characters: number }): ReactElement {
  const styles = useStyles();
  const { available, consumed, legend } = usePane().words.situation;
  const entries = [
    ['consumed', styles.consumed],
    ['reserved', styles.reserved],
    ['thresholds', styles.threshold],
    ['ceiling', styles.ceiling],
  ] as const;
  return (
    <div className={styles.caption} style={{ '--figure': `${String(characters)}ch` } as CSSProperties}>
      <span className={styles.legend} aria-hidden>
        {entries.map(([name, sample]) => (
          <span key={name} className={styles.entry}>
            <span className={mergeClasses(styles.sample, sample)} />
            {legend[name]}
          </span>
        ))}
      </span>
      <span className={mergeClasses(styles.heading, styles.wide)}>{consumed}</span>
      <span className={mergeClasses(styles.heading, styles.strong)}>{available}</span>
    </div>
  );
}
