/** The two surfaces of the pane: an item of a list, and a prepared plan that waits for a decision. */
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
