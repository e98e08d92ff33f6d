/** The styles that several screens share: surfaces, lists, rows of buttons. */
import { tokens, type GriffelStyle } from '@fluentui/react-components';

/** An item of a list. */
export const CARD: GriffelStyle = {
  padding: tokens.spacingHorizontalS,
  borderRadius: tokens.borderRadiusMedium,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalXS,
};

/** A prepared plan that waits for a decision. */
export const WELL: GriffelStyle = {
  padding: tokens.spacingHorizontalM,
  borderRadius: tokens.borderRadiusLarge,
  backgroundColor: tokens.colorNeutralBackground3,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalS,
};

/** A list without bullets. */
export const LIST: GriffelStyle = {
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalS,
};

/** Buttons side by side, on several lines where the pane is narrow. */
export const BUTTONS: GriffelStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: tokens.spacingHorizontalS,
  rowGap: tokens.spacingVerticalXS,
};

/** For screen readers only. */
export const HIDDEN: GriffelStyle = {
  position: 'absolute',
  width: '1px',
  margin: '-1px', // at the end of the pane it would make it one pixel too high
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Room for two columns. */
export const WIDE = '@media (min-width: 640px)';

const NARROW = '@media (max-width: 339px)';

/** The room at the left and the right of a screen. */
export const GUTTER: GriffelStyle = {
  paddingLeft: tokens.spacingHorizontalL,
  paddingRight: tokens.spacingHorizontalL,
  [NARROW]: { paddingLeft: tokens.spacingHorizontalM, paddingRight: tokens.spacingHorizontalM },
};

/** A band inside the gutters that goes from one edge of the screen to the other. */
export const EDGE_TO_EDGE: GriffelStyle = {
  ...GUTTER,
  marginLeft: `calc(-1 * ${tokens.spacingHorizontalL})`,
  marginRight: `calc(-1 * ${tokens.spacingHorizontalL})`,
  [NARROW]: {
    ...(GUTTER[NARROW] as GriffelStyle),
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
};

/** The content of a screen: parts one under the other, between the gutters. */
export const PANEL: GriffelStyle = {
  ...GUTTER,
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalM,
  paddingTop: tokens.spacingVerticalM,
  paddingBottom: tokens.spacingVerticalM,
};

/** The focus of what is no Fluent component. */
export const FOCUS_RING: GriffelStyle = {
  '&:focus-visible': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '1px',
    borderRadius: tokens.borderRadiusMedium,
  },
};

/** A long text cut after two lines; its accessible name, or its title, has it all. */
export const TWO_LINES: GriffelStyle = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: '2',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
};
