/** The consumed and reserved shares of a ceiling, with its thresholds: a drawing, and a sentence for screen readers. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Thresholds } from '../../domain/envelopes/convention';
import type { CalculatedFigures, Figures } from '../../domain/envelopes/figures';
import { formatRate, formatShare } from '../../messages/format';
import { closenessOf, type Closeness } from './envelope-views';
import { usePane } from '../shared/pane-context';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  part: { position: 'absolute', top: 0, bottom: 0, forcedColorAdjust: 'none' },
  reserved: { opacity: 0.45 },
  mark: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: '2px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground2,
  },
  calm: { backgroundColor: tokens.colorBrandBackground },
  noticed: { backgroundColor: tokens.colorBrandBackground },
  close: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  full: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  exceeded: { backgroundColor: tokens.colorStatusDangerBackground3 },
});

export interface ConsumptionBarProps {
  readonly label: string;
  readonly figures: Figures;
  readonly thresholds: Thresholds;
}

/** No drawing, only its room, when the figures are not calculable: an empty bar would be 0 %. */
export function ConsumptionBar({ label, figures, thresholds }: ConsumptionBarProps): ReactElement {
  return figures.missing === null ? <Meter label={label} figures={figures} thresholds={thresholds} /> : <span />;
}

interface MeterProps extends ConsumptionBarProps {
  readonly figures: CalculatedFigures;
}

function Meter({ label, figures, thresholds }: MeterProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { language } = words;
  const { consumed, reserved, scale } = sharesOf(figures);
  const closeness: Closeness = closenessOf(figures, thresholds);
  const marks = [thresholds.information, thresholds.warning, ...(scale > 1 ? [1] : [])];
  const text = words.figures.bar(
    label,
    formatRate(figures.rate, language),
    [thresholds.information, thresholds.warning].map((share) => formatShare(share, language)),
  );
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={scale}
      aria-valuenow={Math.max(0, consumed)}
      aria-valuetext={text}
      title={text}
      className={styles.track}
    >
      <div
        className={mergeClasses(styles.part, styles[closeness])}
        style={{ left: 0, width: percent(consumed / scale) }}
      />
      <div
        className={mergeClasses(styles.part, styles[closeness], styles.reserved)}
        style={{ left: percent(consumed / scale), width: percent(reserved / scale) }}
      />
      {marks.map((share) => (
        <div key={share} className={styles.mark} style={{ left: percent(share / scale) }} />
      ))}
    </div>
  );
}

/** Shares of the allocated amount; the scale exceeds 1 when the ceiling is exceeded, so that the excess shows. */
function sharesOf({ allocated, consumed, reserved }: CalculatedFigures): {
  consumed: number;
  reserved: number;
  scale: number;
} {
  const whole = allocated.cents > 0 ? allocated.cents : Math.max(1, consumed.cents + reserved.cents);
  const shares = { consumed: Math.max(0, consumed.cents / whole), reserved: Math.max(0, reserved.cents / whole) };
  return { ...shares, scale: Math.max(1, shares.consumed + shares.reserved) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
