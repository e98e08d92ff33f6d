/**
 * The sign of a state: a shape, with its colour, so that it is read without colours too. Diamond: wrong; triangle:
 * warning; circle: information; tick: proven good; dotted circle: not known; wrench: a certain correction.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

export type ShapeKind = 'danger' | 'warning' | 'info' | 'good' | 'unknown' | 'repair';

/** Colours of text of a state; the dark theme has lighter ones, for 4.5:1. */
export const TONES = {
  danger: tokens.colorStatusDangerForeground1,
  warning: tokens.colorStatusWarningForeground1,
  info: tokens.colorNeutralForeground3,
  good: tokens.colorStatusSuccessForeground1,
  unknown: tokens.colorNeutralForeground3,
  repair: tokens.colorNeutralForeground3,
} as const satisfies Record<ShapeKind, string>;

const useStyles = makeStyles({
  shape: { flexShrink: 0, width: '16px', height: '16px', display: 'block' },
  large: { width: '20px', height: '20px' },
  hole: { color: tokens.colorNeutralBackground1 },
  danger: { color: TONES.danger },
  warning: { color: TONES.warning },
  info: { color: TONES.info },
  good: { color: TONES.good },
  unknown: { color: TONES.unknown },
  repair: { color: TONES.repair },
});

export interface ShapeProps {
  readonly kind: ShapeKind;
  readonly size?: 16 | 20;
  /** Read aloud; without it, the words beside the shape state it. */
  readonly label?: string;
  readonly className?: string;
}

export function Shape({ kind, size = 16, label, className }: ShapeProps): ReactElement {
  const styles = useStyles();
  return (
    <svg
      viewBox="0 0 16 16"
      className={mergeClasses(styles.shape, size === 20 && styles.large, styles[kind], className)}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {DRAWINGS[kind](styles.hole)}
    </svg>
  );
}

/** Filled with the colour of the shape; what is cut out of it has the colour of the page. */
const DRAWINGS: Readonly<Record<ShapeKind, (hole: string) => ReactElement>> = {
  danger: (hole) => (
    <>
      <path d="M8 .6 15.4 8 8 15.4.6 8Z" fill="currentColor" stroke="none" />
      <path className={hole} d="M8 4.4v4.2" strokeWidth="1.7" />
      <circle className={hole} cx="8" cy="11" r="1" fill="currentColor" stroke="none" />
    </>
  ),
  warning: (hole) => (
    <>
      <path
        d="M8 1.2c.4 0 .7.2.9.5l6 11.3c.3.7-.1 1.5-.9 1.5H2c-.8 0-1.2-.8-.9-1.5l6-11.3c.2-.3.5-.5.9-.5Z"
        fill="currentColor"
        stroke="none"
      />
      <path className={hole} d="M8 5.6v4" strokeWidth="1.6" />
      <circle className={hole} cx="8" cy="12" r=".95" fill="currentColor" stroke="none" />
    </>
  ),
  info: (hole) => (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <circle className={hole} cx="8" cy="4.8" r="1" fill="currentColor" stroke="none" />
      <path className={hole} d="M8 7.5v4" strokeWidth="1.7" />
    </>
  ),
  good: (hole) => (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path className={hole} d="m4.9 8.2 2.1 2.1 4.1-4.4" strokeWidth="1.6" />
    </>
  ),
  unknown: () => (
    <>
      <circle cx="8" cy="8" r="6.4" strokeWidth="1.3" strokeDasharray="2.4 2" />
      <path d="M6.3 6.3c0-1 .8-1.6 1.7-1.6s1.7.6 1.7 1.5c0 1.3-1.7 1.3-1.7 2.5" strokeWidth="1.3" />
      <circle cx="8" cy="10.9" r=".85" fill="currentColor" stroke="none" />
    </>
  ),
  repair: () => (
    <path
      d="M10.2 2.2a3.5 3.5 0 0 0-3.9 4.7L2.4 10.8a1.8 1.8 0 0 0 2.6 2.6l3.9-3.9a3.5 3.5 0 0 0 4.7-3.9l-2 2-2.2-.5-.5-2.2Z"
      strokeWidth="1.2"
    />
  ),
};
