/**
 * The two surfaces on which the pane puts things: an item of a list, and what has been prepared and waits for a
 * decision.
 */
import { tokens, type GriffelStyle } from '@fluentui/react-components';

export const CARD: GriffelStyle = {
  padding: tokens.spacingHorizontalS,
  borderRadius: tokens.borderRadiusMedium,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalXS,
};

export const WELL: GriffelStyle = {
  padding: tokens.spacingHorizontalM,
  borderRadius: tokens.borderRadiusLarge,
  backgroundColor: tokens.colorNeutralBackground3,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalS,
};
