/**
 * The two themes: those of Fluent, with the roles of this product added, and the colours of states that the dark theme
 * would otherwise show at less than 4.5:1.
 */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Colours for which Fluent has no single token in both themes. */
interface Roles {
  /** Bands behind a verdict. */
  readonly bandDanger: string;
  readonly bandWarning: string;
  readonly bandGood: string;
  readonly bandUnknown: string;
  /** The bar of credits: its track, and what is above the ceiling. */
  readonly barTrack: string;
  readonly barOver: string;
}

/** The roles as CSS variables. */
export const roles: Roles = {
  bandDanger: 'var(--bandDanger)',
  bandWarning: 'var(--bandWarning)',
  bandGood: 'var(--bandGood)',
  bandUnknown: 'var(--bandUnknown)',
  barTrack: 'var(--barTrack)',
  barOver: 'var(--barOver)',
};

/** Arial for machines that have neither Segoe UI nor a metric-compatible face: the default of some is a fifth wider. */
const fontFamilyBase = webLightTheme.fontFamilyBase.replace(/, ?sans-serif$/, ', Arial, sans-serif');

export const LIGHT_THEME: Theme & Roles = {
  ...webLightTheme,
  fontFamilyBase,
  bandDanger: webLightTheme.colorStatusDangerBackground1,
  bandWarning: webLightTheme.colorStatusWarningBackground1,
  bandGood: webLightTheme.colorStatusSuccessBackground1,
  bandUnknown: webLightTheme.colorNeutralBackground3,
  barTrack: webLightTheme.colorNeutralBackground5,
  barOver: webLightTheme.colorStatusDangerBackground3,
};

/** In the dark, the shape carries the colour, not the band. */
export const DARK_THEME: Theme & Roles = {
  ...webDarkTheme,
  fontFamilyBase,
  colorStatusDangerForeground1: webDarkTheme.colorStatusDangerForeground3,
  colorStatusSuccessForeground1: webDarkTheme.colorStatusSuccessForeground3,
  bandDanger: webDarkTheme.colorNeutralBackground2,
  bandWarning: webDarkTheme.colorNeutralBackground2,
  bandGood: webDarkTheme.colorNeutralBackground2,
  bandUnknown: webDarkTheme.colorNeutralBackground2,
  barTrack: webDarkTheme.colorNeutralStroke3,
  barOver: webDarkTheme.colorStatusDangerForeground1,
};
