/**
 * The credits of one nature as a bar. The ceiling is a line at 90 % of the width in every row: ceilings line up, and an
 * excess crosses the line. Solid: consumed; hatched: reserved; ticks underneath: thresholds; an arrow at the end: more
 * than the bar can show. Read in black and white; in words for screen readers.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Thresholds } from '../../domain/envelopes/convention';
import type { CalculatedFigures } from '../../domain/envelopes/figures';
import { roles } from '../shared/theme';
import { barParts, CEILING } from './bar-parts';

const INK = tokens.colorNeutralForeground4;
const hatched = (ink: string): string =>
  `repeating-linear-gradient(135deg, ${ink} 0 1px, ${tokens.colorNeutralBackground1} 1px 3px)`;

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  bar: { position: 'relative', display: 'block', height: '20px', [FORCED]: { forcedColorAdjust: 'none' } },
  part: { position: 'absolute', top: '6px', height: '8px', boxSizing: 'border-box' },
  track: {
    left: 0,
    width: `${CEILING}%`,
    backgroundColor: roles.barTrack,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    [FORCED]: { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  consumed: { backgroundColor: INK, [FORCED]: { backgroundColor: 'CanvasText' } },
  reserved: {
    border: `1px solid ${INK}`,
    backgroundImage: hatched(INK),
    [FORCED]: {
      border: '1px solid CanvasText',
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 1px, Canvas 1px 3px)',
    },
  },
  over: { backgroundColor: roles.barOver, [FORCED]: { backgroundColor: 'Highlight' } },
  overReserved: {
    border: `1px solid ${roles.barOver}`,
    backgroundImage: hatched(roles.barOver),
    [FORCED]: {
      border: '1px solid Highlight',
      backgroundImage: 'repeating-linear-gradient(135deg, Highlight 0 1px, Canvas 1px 3px)',
    },
  },
  ceiling: {
    position: 'absolute',
    left: `calc(${CEILING}% - 1px)`,
    top: '2px',
    width: '2px',
    height: '16px',
    backgroundColor: tokens.colorNeutralForeground1,
    [FORCED]: { backgroundColor: 'CanvasText' },
  },
  tick: {
    position: 'absolute',
    top: '14px',
    width: '1px',
    height: '4px',
    backgroundColor: tokens.colorNeutralForeground2,
    [FORCED]: { backgroundColor: 'CanvasText' },
  },
  /** The arrow of a bar that is cut. */
  cut: {
    position: 'absolute',
    right: 0,
    top: '6px',
    width: 0,
    height: 0,
    borderTop: '4px solid transparent',
    borderBottom: '4px solid transparent',
    borderLeft: `5px solid ${roles.barOver}`,
    [FORCED]: { borderLeft: '5px solid Highlight' },
  },
});

/** Pixels: a thinner part would not be seen. */
const THINNEST = 4;

/** A thin part that is under the ceiling is drawn on its left. */
function leftOf(from: number, to: number): string {
  const left = `${from.toFixed(2)}%`;
  return to <= CEILING ? `min(${left}, calc(${CEILING}% - ${THINNEST + 1}px))` : left;
}

export interface CreditBarProps {
  readonly figures: CalculatedFigures;
  readonly thresholds: Thresholds | null;
  /** The bar in words. */
  readonly label: string;
}

export function CreditBar({ figures, thresholds, label }: CreditBarProps): ReactElement {
  const styles = useStyles();
  const { parts, isCut } = barParts(figures);
  const ticks = thresholds ? [thresholds.information, thresholds.warning] : [];
  return (
    <span role="img" aria-label={label} title={label} className={styles.bar}>
      <span className={mergeClasses(styles.part, styles.track)} />
      {parts.map(({ kind, from, to }) => (
        <span
          key={kind}
          className={mergeClasses(styles.part, styles[kind])}
          style={{ left: leftOf(from, to), width: `max(${THINNEST}px, ${(to - from).toFixed(2)}%)` }}
        />
      ))}
      {ticks.map((share) => (
        <span key={share} className={styles.tick} style={{ left: `${(share * CEILING).toFixed(2)}%` }} />
      ))}
      <span className={styles.ceiling} />
      {isCut && <span className={styles.cut} />}
    </span>
  );
}
